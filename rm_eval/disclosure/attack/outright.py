"""What a view tells more finely than the limits allow, without any arithmetic."""

from collections.abc import Iterable, Mapping

from rm_eval.disclosure.attack.findings import Leak, leak_of
from rm_eval.disclosure.attack.given import Given
from rm_eval.disclosure.attack.limits import may_be_exact, may_be_told
from rm_eval.disclosure.attack.people import People
from rm_eval.disclosure.attack.told import MEANS, Told
from rm_eval.disclosure.published import Audience


def told_outright(given: Given, sizes: Mapping[People, tuple[int, int]]) -> Iterable[Leak]:
    """List counts told exactly near an end, and anything told of too small a group."""
    for people, views in given.views.items():
        for audience, view in views:
            for row in view.rows:
                if row.shown == "hidden" or sizes[people][1] == 0:
                    continue
                if not _may_be_told(given, people, row, audience, sizes[people]):
                    yield leak_of(
                        "outright",
                        people,
                        given.question.id,
                        statistic=row.statistic,
                        answer=row.answer,
                        low=0,
                        high=sizes[people][1],
                    )


def _may_be_told(
    given: Given, people: People, row: Told, audience: Audience, size: tuple[int, int]
) -> bool:
    mark, smallest, (n, most) = given.question.mark, given.smallest, size
    cohorts = _cohorts(given, people)
    if not may_be_told(most, mark, audience, smallest=smallest, cohorts=cohorts):
        return False
    if row.shown != "exact" or row.statistic in MEANS:
        return True
    if given.measures[people] == "attrition":
        return smallest <= row.value <= n - smallest
    return may_be_exact(int(row.value), n, mark, [audience], smallest=smallest)


def _cohorts(given: Given, people: People) -> int:
    """Count the cohorts that the people are known to come from."""
    parts = [part for whole in given.wholes if whole.whole == people for part in whole.parts]
    return len({(part.scope.organisation, part.scope.cohort) for part in parts or [people]})
