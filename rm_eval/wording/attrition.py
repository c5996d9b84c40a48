"""Who came back: how many people answered at both of two stages, and how many did not."""

import pandas as pd

from rm_eval.disclosure import Published
from rm_eval.wording.figures import Figure, by_group, figures
from rm_eval.wording.times import when

FIRST_COLUMN = "Group"
MAY_DIFFER = "The people who stayed may differ from those who left."


def who_came_back(published: Published) -> tuple[str, ...]:
    """Say of each group how many answered at each stage, and how many are known to be the same.

    Beyond the team only what may be told of it: nothing of a small group.
    """
    groups = by_group(figures(published)).values()
    return tuple(sentence for those in groups if (sentence := _sentence(those, published)))


def flow_table(published: Published) -> pd.DataFrame:
    """The same as a table for the team: a row a group, a column a step."""
    rows = [_steps(those, published) for those in by_group(figures(published)).values()]
    return pd.DataFrame(rows).fillna("").astype(str)


def _sentence(those: list[Figure], published: Published) -> str:
    named = _by_name(those)
    stayed, word = named["stayed"], those[0].group_word
    first, later = when(published.scope)
    if published.audience != "team":
        if stayed.shown == "hidden":
            return ""
        return f"{stayed.text} {word} who answered {first} are known to have answered {later}."
    n, after = stayed.n or 0, _number(named["after"])
    linked = _number(stayed)
    who = f"{n} {word if n != 1 else those[0].one_word}"
    said = f"{who} answered {first} and {after} {later}. {_linked(linked, after)}"
    lost = _number(named["left"])
    if not lost:
        return said
    return f"{said} {lost} of {n} cannot be found {later}. {MAY_DIFFER}"


def _linked(linked: int, after: int) -> str:
    if not linked:
        return "We could link none of them."
    if linked == after:
        return f"We could link all {after} of them." if after > 1 else "We could link that person."
    return f"We could link {linked} of them."


def _steps(those: list[Figure], published: Published) -> dict[str, str]:
    named = _by_name(those)
    first, later = when(published.scope)
    steps = {
        f"Sent the form {first}": named.get("sent_before"),
        f"Sent the form {later}": named.get("sent_after"),
    }
    sent = {name: f"{_number(one)}" for name, one in steps.items() if one is not None}
    return {
        FIRST_COLUMN: those[0].group,
        **sent,
        f"Answered {first}": f"{named['stayed'].n or 0}",
        f"Answered {later}": f"{_number(named['after'])}",
        "Linked": f"{_number(named['stayed'])}",
        f"Not found {later}": f"{_number(named['left'])}",
        f"New {later}": f"{_number(named['new'])}",
    }


def _by_name(those: list[Figure]) -> dict[str, Figure]:
    return {one.answer or one.statistic: one for one in those}


def _number(figure: Figure) -> int:
    return round(figure.low or 0)
