"""What a view tells more finely than the limits allow, without any arithmetic."""

from collections.abc import Iterable, Mapping

from rm_eval.disclosure.attack.findings import Leak, leak_of
from rm_eval.disclosure.attack.given import Given
from rm_eval.disclosure.attack.limits import may_be_exact, may_be_told
from rm_eval.disclosure.attack.people import People
from rm_eval.disclosure.attack.told import MEANS, Told


def told_outright(given: Given, sizes: Mapping[People, tuple[int, int]]) -> Iterable[Leak]:
    """List counts told exactly near an end, and anything told of too small a group."""
    mark = given.question.mark
    for people, views in given.views.items():
        n, most = sizes[people]
        for audience, view in views:
            for row in view.rows:
                if row.shown == "hidden" or most == 0:
                    continue
                if not may_be_told(most, mark, audience) or (
                    _is_an_exact_count(row)
                    and not may_be_exact(int(row.value), n, mark, [audience])
                ):
                    yield leak_of(
                        "outright",
                        people,
                        given.question.id,
                        statistic=row.statistic,
                        answer=row.answer,
                        low=0,
                        high=most,
                    )


def _is_an_exact_count(row: Told) -> bool:
    return row.shown == "exact" and row.statistic not in MEANS
