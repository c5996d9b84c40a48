"""One question over the cohorts of an organisation, wherever it was asked twice or more."""

from pages._ui import resources, show
from pages._ui.resources import Drawn
from rm_eval import over_cohorts, pipeline
from rm_eval.pipeline import Audience, Scope

USEFUL = "end_useful"


def show_useful(scope: Scope, audience: Audience, *, level: int = 3) -> bool:
    """Draw "Was it useful?" over cohorts; say whether there was anything to draw.

    Parameters
    ----------
    scope
        Of any cohort of the organisation, at the end of cohort.
    """
    drawn = drawn_useful(scope.organisation, audience)
    for one in drawn:
        show.show_chart(one, level=level)
    return bool(drawn)


def drawn_useful(organisation: str, audience: Audience) -> tuple[Drawn, ...]:
    """The chart over cohorts, kept until anything it is made of changes; none of one cohort."""
    stages = {
        one.scope: None
        for one in resources.datasets()
        if one.scope.organisation == organisation and one.scope.stage == "end_of_cohort"
    }
    store = resources.store()
    key = (
        "over_cohorts",
        organisation,
        audience,
        resources.today().isoformat(),
        *(part for scope in stages for part in resources.key_for(scope, audience)),
        *(pipeline.served(store, scope) for scope in stages),
        *map(str, pipeline.cohort_records_of(store, organisation)),
    )

    def draw() -> tuple[pipeline.Chart, ...]:
        chart = over_cohorts.over_cohorts(
            store, organisation, USEFUL, audience=audience, made_on=resources.today()
        )
        return (chart,) if chart else ()

    return resources.made(key, draw)
