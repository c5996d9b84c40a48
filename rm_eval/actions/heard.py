"""What people said, made anew for each audience from the figures it may read.

No action holds a figure. The figures change when answers are added, removed or grouped otherwise;
and what the team reads is told to nobody else.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from rm_eval.charts import Chart
from rm_eval.cohorts import findings_together, pools
from rm_eval.disclosure import Audience
from rm_eval.errors import ForTheReader
from rm_eval.findings import findings
from rm_eval.responses import Scope
from rm_eval.store import About, OnChart, Store
from rm_eval.wording.one_answer import of_one_answer

# The charts of a cohort and stage as one audience may see them; None while nothing is given out.
ChartsOf = Callable[[Scope], tuple[Chart, ...] | None]
Given = Mapping[Scope, tuple[Chart, ...] | None]

# More sentences are no summary: somebody should choose one question.
MOST_SENTENCES = 7
NOT_CLOSED = "{place} is not closed, so others read no figures of it."
NOT_TOLD = "Too little of this may be told, so they read no figures."
# How a headline ends that says only that there is nothing to say.
HIDDEN = (
    "hidden to protect people",
    "hidden to protect them",
    "scores are hidden",
    "answers are hidden",
)
GONE = "The answers this came from are no longer kept, or the question is not among them."


@dataclass(frozen=True, kw_only=True, slots=True)
class Heard:
    """What one audience is told of the result that an action came from.

    Attributes
    ----------
    told
        Sentences with figures, each complete; none where nothing is told.
    why_not
        For the team: why there are none; "" where there are some.
    """

    told: tuple[str, ...] = ()
    why_not: str = ""


def charts_for(store: Store, audience: Audience, made_on: date | None = None) -> ChartsOf:
    """Look charts up for one audience, each stage once."""
    every = dict.fromkeys(dataset.scope for dataset in store.datasets())
    together = {pool.scope: pool for pool in pools(store, every)}

    @cache
    def charts_of(scope: Scope) -> tuple[Chart, ...] | None:
        try:
            if scope in together:
                pool = together[scope]
                return findings_together(store, pool, audience=audience, made_on=made_on)
            return findings(store, scope, audience=audience, made_on=made_on)
        except ForTheReader:
            return None

    return charts_of


def heard(on: About, charts_of: ChartsOf, audience: Audience) -> Heard:
    """Say in figures what an audience may read of a result."""
    places = tuple(dict.fromkeys(one.scope for one in on.asked))
    given = {place: charts_of(place) for place in places}
    found = tuple(dict.fromkeys(one for one in _told(on, given) if one))
    if found:
        return Heard(told=found)
    still_open = next((place for place in places if given[place] is None), None)
    if still_open is not None:
        named = f"{still_open.cohort}, {still_open.when},"
        return Heard(why_not=NOT_CLOSED.format(place=named))
    return Heard(why_not=GONE if audience == "team" else NOT_TOLD)


def _told(on: About, given: Given) -> tuple[str, ...]:
    """Say what is told of the chart where its place has it, else of each question on it."""
    several = len(given) > 1
    (first, *_) = given.values()
    whole = None if several else _chart_called(on.chart, first or ())
    if whole is not None:
        return (_sentence(whole, on.answer),)
    if len(on.asked) > MOST_SENTENCES:
        return ()
    return tuple(_of_one(one, given[one.scope] or (), several=several) for one in on.asked)


def _chart_called(name: str, charts: Iterable[Chart]) -> Chart | None:
    return next((chart for chart in charts if chart.id == name), None)


def _of_one(one: OnChart, charts: tuple[Chart, ...], *, several: bool) -> str:
    """Say what is told of one question, by the first chart that is of it alone."""
    of_it = (c for c in charts if c.published.question.id == one.question and not c.others)
    found = next(of_it, None)
    words = _sentence(found) if found else ""
    return f"{one.scope.cohort}, {one.scope.when}: {words}" if several and words else words


def _sentence(chart: Chart, answer: str = "") -> str:
    """Give the headline, or what is told of one answer; "" where nothing is."""
    every = (chart.published, *chart.others)
    is_told = any((one.rows["shown"] != "hidden").any() for one in every)
    if not is_told or chart.headline.endswith(HIDDEN):
        return ""
    words = of_one_answer(chart.published, answer) if answer else ""
    return f"{words or chart.headline}."
