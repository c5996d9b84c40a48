"""Several statements together: of each, how many agreed and how many disagreed.

Nothing is added up over statements. Within one, the answers of a side are put together from what
is told of each: a range where one of them is a range, and nothing where too little is told.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from rm_eval.disclosure import Published
from rm_eval.disclosure.policy import END_BAND
from rm_eval.wording.agreement import sides
from rm_eval.wording.figures import Figure, as_sentence, by_group, figures, in_quotes, joined
from rm_eval.wording.groups import groups_shown
from rm_eval.wording.headline import ALL_HIDDEN
from rm_eval.wording.surroundings import from_where, notes

HALF = 0.5
LONGEST_STATEMENT = 90
WHAT_AGREED_IS = "Agreed is “Agree” or “Strongly agree”; disagreed the other two."
SOME_DISAGREED = (
    "In ranges, how many disagreed is drawn only where it is sure that some did; the table has all."
)
TOO_LITTLE = (
    "Where too little is told of the single answers, how many agreed or disagreed is hidden."
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Statement:
    """One statement as one group answered it.

    Attributes
    ----------
    label
        The statement, as asked.
    agreed, disagreed
        What is told of the people on each side.
    """

    label: str
    group: str
    agreed: Figure
    disagreed: Figure

    @property
    def is_hidden(self) -> bool:
        """Whether nothing is told of either side."""
        return self.agreed.shown == self.disagreed.shown == "hidden"


def can_stand_together(published: Published) -> bool:
    """Say whether a question is a statement people agreed with or not."""
    return published.measure == "likert" and sides(published.question).agreement


def statements_of(every: Sequence[Published]) -> list[Statement]:
    """Read the statements, group by group, in the order given."""
    found = [
        Statement(
            label=published.question.wording.strip(),
            group=group,
            agreed=_side(those, sides(published.question).favour),
            disagreed=_side(those, sides(published.question).against),
        )
        for published in every
        for group, those in by_group(figures(published)).items()
    ]
    groups = list(dict.fromkeys(one.group for one in found))
    return sorted(found, key=lambda one: groups.index(one.group))


def _side(those: list[Figure], answers: tuple[str, ...]) -> Figure:
    """Put the answers of one side together, from what is told of each."""
    parts = [figure for figure in those if figure.answer in answers]
    hidden = replace(
        those[0], shown="hidden", low=None, high=None, share_low=None, share_high=None,
        text=those[0].text if those[0].n == 0 else "hidden",
    )  # fmt: skip
    if len(parts) < len(answers) or those[0].n == 0:
        return hidden
    if those[0].n is None:
        return _side_of_unknown(parts, hidden)
    n = those[0].n
    low = sum(figure.low or 0 for figure in parts)
    # Of a hidden answer everything is possible.
    high = min(sum(n if figure.high is None else figure.high for figure in parts), n)
    if (low, high) == (0, n):
        return hidden
    return replace(
        hidden,
        shown="exact" if low == high else "band",
        low=low,
        high=high,
        share_low=low / n,
        share_high=high / n,
        text=_text(round(low), round(high), n),
    )


def _text(low: int, high: int, n: int) -> str:
    if low == high:
        return f"{low} of {n}"
    return f"{low} or more of {n}" if high == n else f"{low} to {high} of {n}"


def _side_of_unknown(parts: list[Figure], hidden: Figure) -> Figure:
    """Where the reader may not know how many people there are: what the larger answer says."""
    most = max(parts, key=lambda figure: figure.share_low or 0)
    if not most.share_low:
        return hidden
    text = most.text if most.text == "nearly all" else f"{END_BAND + 1} or more"
    return replace(hidden, shown="band", share_low=most.share_low, share_high=1.0, text=text)


def headline_of_statements(every: Sequence[Published], title: str) -> str:
    """With how many statements more than half of each group agreed."""
    groups: dict[str, list[Statement]] = {}
    for one in statements_of(every):
        groups.setdefault(one.group, []).append(one)
    found = [_finding(group, those) for group, those in groups.items()]
    if not any(found):
        return f"{title}: {ALL_HIDDEN}"
    return f"{title}: {'; '.join(filter(None, found))}"


def _finding(group: str, those: list[Statement]) -> str:
    told = [one for one in those if one.agreed.shown != "hidden"]
    if not told:
        return ""
    sizes = {one.agreed.n_text for one in told}
    who = f"{sizes.pop()} {group.lower()}" if len(sizes) == 1 else group.lower()
    many = f"{len(those)} statement{'' if len(those) == 1 else 's'}"
    sure = sum((one.agreed.share_low or 0) > HALF for one in told)
    if all(one.agreed.shown == "exact" for one in those):
        count = "all" if sure == len(those) else "none" if not sure else str(sure)
        return f"more than half of {who} agreed with {count} of {many}"
    if not sure:
        return f"how many {group.lower()} agreed is told in ranges"
    return f"more than half of {who} agreed with at least {sure} of {many}"


def subtitle_of_statements(every: Sequence[Published]) -> str:
    """How it was answered, by whom and where."""
    options = [option.label for option in every[0].question.options if not option.neutral]
    who = joined(list(groups_shown(every)))
    ends = f"{in_quotes(options[0], 40)} to {in_quotes(_top(every[0]), 40)}"
    return f"Each statement from {ends}. {as_sentence(who)}, {from_where(every)}"


def _top(published: Published) -> str:
    labels = {option.id: option.label for option in published.question.options}
    return labels[sides(published.question).favour[-1]]


def alt_of_statements(every: Sequence[Published], title: str) -> str:
    """What the chart shows, its main point, and what fewest agreed with."""
    kind = "Stacked bars" if every[0].audience == "team" else "Dot chart"
    named = f"{kind}, a row a statement. {headline_of_statements(every, title)}."
    fewest = _fewest(every)
    return f"{named} {fewest}".strip()


def _fewest(every: Sequence[Published]) -> str:
    """The statement fewest agreed with, of each group of which every count is told."""
    groups: dict[str, list[Statement]] = {}
    for one in statements_of(every):
        groups.setdefault(one.group, []).append(one)
    found = []
    for group, those in groups.items():
        if len(those) > 1 and all(one.agreed.shown == "exact" for one in those):
            least = min(those, key=lambda one: one.agreed.share_low or 0)
            named = in_quotes(least.label, LONGEST_STATEMENT)
            found.append(f"fewest {group.lower()} agreed with {named} ({least.agreed.text})")
    return f"{as_sentence('; '.join(found))}." if found else ""


def table_of_statements(every: Sequence[Published]) -> pd.DataFrame:
    """Every statement and group with both sides, then each answer, as text."""
    told = {(one.label, one.group): one for one in statements_of(every)}
    cells = []
    for published in every:
        for group, those in by_group(figures(published)).items():
            one = told[published.question.wording.strip(), group]
            cells.append(
                {
                    "Statement": one.label,
                    "Who": group,
                    "Agreed": one.agreed.text,
                    "Disagreed": one.disagreed.text,
                    **{figure.label: figure.text for figure in those if figure.label},
                }
            )
    return pd.DataFrame(cells, dtype=str).fillna("hidden")


def notes_of_statements(every: Sequence[Published]) -> tuple[str, ...]:
    """What agreeing is, what is hidden, then the usual."""
    mixed = [
        one
        for one in statements_of(every)
        if "hidden" in {one.agreed.shown, one.disagreed.shown} and one.agreed.text == "hidden"
    ]
    ranges = any(one.disagreed.shown == "band" for one in statements_of(every))
    said = [WHAT_AGREED_IS, SOME_DISAGREED if ranges else "", TOO_LITTLE if mixed else ""]
    first, *others = every
    return *filter(None, said), *notes(first, *others)
