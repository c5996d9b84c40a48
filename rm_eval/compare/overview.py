"""Region overview: how far each organisation is, from what it shows and says of itself."""

from collections.abc import Iterable

from rm_eval.charts import PlainChart, draw_reached
from rm_eval.compare.region import Region
from rm_eval.measures import label_of, within_a_sentence
from rm_eval.over_cohorts.in_time import place_of
from rm_eval.programme import Card, CohortRecord, Status
from rm_eval.share import Shared, SharedStage
from rm_eval.wording.missing import missing_table
from rm_eval.wording.reached import CohortReached, HowMany, OrganisationReached, StageReached

CHANGE = "change"  # the column of comparisons


def reached_of(region: Region) -> tuple[OrganisationReached, ...]:
    """Say of every organisation which stages are closed, and how many answered.

    Cohorts stand in the order they began, as their organisation says; those it only says something
    of, and of which no stage is closed, stand among them.
    """
    return tuple(
        OrganisationReached(
            name=shared.organisation,
            cohorts=_cohorts(shared, region),
            made_on=shared.made_on,
            card=shared.card,
            is_here=shared.organisation in region.here,
            sample=shared.sample,
        )
        for shared in region.organisations
    )


def draw_how_far(region: Region, *, page: int = 0) -> PlainChart:
    """Draw the table of organisations and stages.

    Parameters
    ----------
    page
        Which of several pictures of a region it is, for its name; 0 where it is the only one.
    """
    what = f"how-far-{page}" if page else "how-far"
    return draw_reached(
        reached_of(region), day=region.made_on, of=f"region-{region.audience}", what=what
    )


def how_far_in_pages(region: Region) -> tuple[PlainChart, ...]:
    """Draw it for as many organisations at a time as one picture holds."""
    pages = region.in_pages()
    if len(pages) == 1:
        return (draw_how_far(region),)
    return tuple(draw_how_far(one, page=at) for at, one in enumerate(pages, start=1))


def _cohorts(shared: Shared, region: Region) -> tuple[CohortReached, ...]:
    records = {one.cohort: one for one in shared.records}
    names = sorted({*shared.cohorts, *records}, key=lambda name: place_of(name, records))
    stages = [one for one in shared.stages if one.figures or not one.scope.since]
    return tuple(
        CohortReached(
            name=name,
            status=_status(records.get(name), region),
            stages={
                CHANGE if one.scope.since else one.scope.stage: _stage(one)
                for one in stages
                if one.scope.cohort == name
            },
        )
        for name in names
    )


def _status(record: CohortRecord | None, region: Region) -> Status | str:
    """What its organisation says; of one whose last day is past and that says nothing, its end."""
    if record is None:
        return ""
    is_over = record.end is not None and record.end.last < region.made_on
    return record.status or ("finished" if is_over else "")


def _stage(stage: SharedStage) -> StageReached:
    """How many answered, of roles whose size the region's readers may know."""
    if stage.scope.since:
        return StageReached(closed_on=stage.closed_on)
    roles = dict.fromkeys((*stage.people, *_roles_kept(stage)))
    answered = (
        HowMany(
            role=role,
            group=within_a_sentence(label_of(role)),
            people=stage.people.get(role),
            sent=stage.sent.get(role),
        )
        for role in roles
    )
    return StageReached(closed_on=stage.closed_on, answered=tuple(answered))


def _roles_kept(stage: SharedStage) -> Iterable[str]:
    """Roles of which something stayed; where their size is not told, they are too few."""
    return (one.role for one in stage.kept)


def what_is_missing(region: Region) -> dict[str, list[str]]:
    """What the region does not know yet, each with the next step, as columns of text."""
    table = missing_table(reached_of(region))
    return {str(name): list(table[name]) for name in table.columns}


def cards_of(region: Region) -> tuple[Card, ...]:
    """What the organisations say of their programmes, those that say anything."""
    return tuple(one.card for one in region.organisations if one.card is not None)
