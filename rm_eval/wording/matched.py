"""The same answers in two questions, side by side: needs both roles have; hopes and gains.

They are two questions, so nothing is taken from one another and no gap is called a change.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

import pandas as pd

from rm_eval.disclosure import Published
from rm_eval.wording.figures import Figure, as_sentence, figures, in_quotes, joined, people, who
from rm_eval.wording.headline import ALL_HIDDEN, subject
from rm_eval.wording.surroundings import from_where, notes

Kind = Literal["needs", "hopes"]
LONGEST_LABEL = 48
NOT_ALIKE = "The two forms put the first of these in slightly different words."
NOT_A_GAP = (
    "At the start people wrote in their own words, counted by theme; at the end they ticked from a "
    "list. These are two questions, so the gap between them is not a change."
)


class Side(NamedTuple):
    """One of the two questions.

    Attributes
    ----------
    published
        Its figures.
    group
        Whose: ``"mentor"`` or ``"mentee"``.
    look
        How it is drawn: the id of a look of `rm_eval.charts.theme`.
    label
        What it is called in the key, such as "Hoped for at the start".
    """

    published: Published
    group: str
    look: str
    label: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Matched:
    """One answer as both questions tell it."""

    answer: str
    label: str
    first: Figure
    second: Figure

    @property
    def is_hidden(self) -> bool:
        """Whether nothing is told of it on either side."""
        return self.first.shown == self.second.shown == "hidden"


def matched_of(first: Side, second: Side, answers: Sequence[str]) -> list[Matched]:
    """Match answers by their ids, in the order given.

    Those one side was not offered are left out. Of a side that is hidden as a whole every answer
    is hidden; of two such sides there is nothing to match.
    """
    one, other = _by_answer(first), _by_answer(second)
    one, other = one or _hidden(first, other), other or _hidden(second, one)
    return [
        Matched(
            answer=answer,
            label=_label(one[answer].label, other[answer].label, (first, second)),
            first=one[answer],
            second=other[answer],
        )
        for answer in answers
        if answer in one and answer in other
    ]


def _by_answer(side: Side) -> dict[str, Figure]:
    rows = side.published.rows
    labels = set(rows.loc[rows["group"] == side.group, "group_label"])
    return {
        figure.answer: figure
        for figure in figures(side.published)
        if figure.group in labels and figure.statistic == "people" and figure.answer
    }


def _hidden(side: Side, like: dict[str, Figure]) -> dict[str, Figure]:
    """Of a side that is hidden as a whole: the same for every answer of the other."""
    rows = side.published.rows
    labels = set(rows.loc[rows["group"] == side.group, "group_label"])
    whole = [one for one in figures(side.published) if one.group in labels and not one.answer]
    return {key: replace(whole[0], label=one.label) for key, one in like.items()} if whole else {}


def _label(first: str, second: str, sides: tuple[Side, Side]) -> str:
    if first == second or sides[0].group == sides[1].group:
        return second
    return f"{first} ({sides[0].label.lower()}); {second} ({sides[1].label.lower()})"


def headline_of_matched(found: Sequence[Matched], kind: Kind) -> str:
    """Of needs, what both roles ticked; of hopes, what most people gained."""
    told = [one for one in found if not one.is_hidden]
    if not told:
        return f"{'Needs both have' if kind == 'needs' else 'Hoped for and gained'}: {ALL_HIDDEN}"
    if kind == "needs":
        parts = [f"{_either(one)} ticked {_named(one.second)}" for one in told]
        return as_sentence("; ".join(parts))
    most = max(told, key=lambda one: one.second.middle)
    gained = f"{who(most.second)} say they gained {_named(most.second)}"
    hoped = "" if most.first.shown == "hidden" else f"; {who(most.first)} wrote of it at the start"
    return as_sentence(f"{gained}{hoped}")


def _either(one: Matched) -> str:
    return joined([who(each) for each in (one.first, one.second) if each.shown != "hidden"])


def _named(figure: Figure) -> str:
    return in_quotes(figure.label, LONGEST_LABEL)


def subtitle_of_matched(first: Side, second: Side) -> str:
    """Both questions, and where they were asked."""
    asked = [f"{one.label}: {subject(one.published.question).lower()}" for one in (first, second)]
    return f"{'; '.join(asked)}. {from_where((first.published, second.published))}"


def alt_of_matched(found: Sequence[Matched], kind: Kind) -> str:
    """What the chart shows, and its main point."""
    what = "two questions side by side" if kind == "needs" else "what was hoped for and gained"
    return f"Dot chart of {what}, a row an answer. {headline_of_matched(found, kind)}."


def table_of_matched(found: Sequence[Matched], first: Side, second: Side) -> pd.DataFrame:
    """A row an answer, a column a question."""
    sizes = [people(one.n_text) for one in (found[0].first, found[0].second)]
    names = [f"{side.label} ({n})" for side, n in zip((first, second), sizes, strict=True)]
    cells = [[one.label, one.first.text, one.second.text] for one in found]
    return pd.DataFrame(cells, columns=["Answer", *names], dtype=str)


def notes_of_matched(found: Sequence[Matched], kind: Kind, *sides: Side) -> tuple[str, ...]:
    """Why they cannot be set off against each other; then the usual."""
    differ = any(one.first.label != one.second.label for one in found)
    care = NOT_A_GAP if kind == "hopes" else NOT_ALIKE if differ else ""
    first, *others = (side.published for side in sides)
    return *filter(None, (care,)), *notes(first, *others)
