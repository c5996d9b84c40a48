import pytest

from rm_eval.disclosure import Limits, protect
from rm_eval.disclosure.attack import attack
from tests.factories import (
    chosen,
    measured,
    scale_question,
    scored,
    tick_question,
    ticked,
    yes_no_question,
)


@pytest.mark.parametrize(
    "limits",
    [
        Limits(smallest_group=3, reason="They asked for it."),
        Limits(preset="strict", smallest_group=6, reason="They asked for it."),
    ],
    ids=["standard", "strict"],
)
@pytest.mark.parametrize("n", range(3, 12))
def test_lower_limits_tell_no_more_than_the_reason_is_for(n, limits):
    """Groups down to the lower limit are shown, and still nothing can be worked out."""
    areas = tick_question("A", "B", "C", mark="ordinary")
    score, useful = scale_question(), yes_no_question()
    every = (
        measured(areas, ticked(areas, [n, 2, 0], n)),
        measured(score, scored(score, [8] * (n - 1) + [3])),
        measured(useful, chosen(useful, [n - 1, 1])),
    )
    given = [
        protect(one, audience=audience, limits=limits)
        for one in every
        for audience in ("internal", "public")
    ]

    assert attack(given, smallest=limits.smallest).is_safe
    shown = any((one.rows["shown"] != "hidden").any() for one in given)
    assert attack(given).is_safe == (not shown or n >= 5)
