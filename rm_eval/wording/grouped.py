"""What is grouped and why, in plain words; and which ways there are to see more."""

from collections.abc import Collection, Iterable
from typing import Literal, get_args

from rm_eval.disclosure import Published
from rm_eval.disclosure.policy import END_BAND, SMALLEST_GROUP
from rm_eval.wording.figures import (
    NO_ANSWERS,
    Figure,
    by_group,
    figures,
    group_with_n,
    in_quotes,
    joined,
)

# In the order in which to think of them: what makes a larger group comes first.
Way = Literal["pool", "combine", "team", "limit"]
WAYS: dict[Way, str] = {
    "pool": "Take all cohorts together. More people are a larger group, so more can be told.",
    "combine": "Take mentors and mentees together when you first close a stage, where both were "
    "asked the same question. It cannot be changed later.",
    "team": "Choose “Programme team only”. The people who hold the answers see every number. Do "
    "not pass that view on.",
    "limit": "Ask whoever is responsible for information governance. They can choose a stricter "
    "or a lower limit, with a reason that is printed wherever it was used.",
}
IN_SHORT: dict[Way, str] = {
    "pool": "take all cohorts together",
    "team": "choose “Programme team only”",
}
# Kinds that stay each single person's, however many there are: a larger group does not help.
OF_SINGLE_PEOPLE = {"number", "date"}
LONGEST_NAME = 80

WHY = (
    "Colleagues know who took part. If a page said that 1 of 7 people felt unsafe, somebody could "
    "guess who. So:"
)
NEAR_AN_END = (
    f"A number near none is told as a range, such as “0 to {END_BAND} of 7”, and so is a number "
    "near everybody. Good answers are treated like bad ones, or a range itself would be a hint."
)
NOT_BY_SUBTRACTION = (
    "Some more numbers become ranges, so that nobody can work one out by taking one from another."
)
THE_MORE = (
    "The fewer people answered, the more delicate the question and the more people will see it, "
    "the more is grouped."
)
WHAT_IS_DONE = (
    NEAR_AN_END,
    f"A group of fewer than {SMALLEST_GROUP} people is hidden.",
    NOT_BY_SUBTRACTION,
    THE_MORE,
)


def what_is_grouped(every: Iterable[Published]) -> tuple[str, ...]:
    """Sum up what several charts group, one sentence a group of people.

    Such as "Mentees: 13 answers told as a range; 2 hidden, about support from the line manager."
    """
    ranges: dict[str, int] = {}
    hidden: dict[str, list[str]] = {}
    for published in every:
        for label, those in by_group(figures(published)).items():
            ranges[label] = ranges.get(label, 0) + sum(one.shown == "band" for one in those)
            name = _name(published)
            hidden.setdefault(label, []).extend(name for one in those if _is_hidden(one))
    return tuple(
        f"{label}: {'; '.join(said)}."
        for label, count in ranges.items()
        if (said := _said(count, hidden[label]))
    )


def why_grouped() -> tuple[str, tuple[str, ...]]:
    """Say why answers are grouped, and what is done."""
    return WHY, WHAT_IS_DONE


def ways_out(ways: Collection[Way]) -> tuple[str, ...]:
    """Return a sentence for each way to see more that there is, what helps most first."""
    return tuple(WAYS[way] for way in get_args(Way) if way in ways)


def who_is_hidden(published: Published, ways: Collection[Way]) -> tuple[str, ...]:
    """Say of each group that is hidden as a whole how many it is, why, and the way out that fits.

    Parameters
    ----------
    published
        The figures of one chart.
    ways
        Ways out that there are here.
    """
    reasons = dict(zip(published.rows["group_label"], published.rows["why"], strict=True))
    found = []
    for label, those in by_group(figures(published)).items():
        if those and all(_is_hidden(one) for one in those):
            who = group_with_n(those[0])
            found.append(f"{who}: hidden here. {reasons[label]} {_fitting(published, ways)}")
    return tuple(found)


def _is_hidden(figure: Figure) -> bool:
    return figure.shown == "hidden" and figure.text != NO_ANSWERS


def _fitting(published: Published, ways: Collection[Way]) -> str:
    larger_helps = published.measure not in OF_SINGLE_PEOPLE
    fit = [IN_SHORT[way] for way in IN_SHORT if way in ways and (larger_helps or way == "team")]
    return f"To see more, {', or '.join(fit)}." if fit else ""


def _said(ranges: int, hidden: list[str]) -> list[str]:
    told = [f"{ranges} {'answer' if ranges == 1 else 'answers'} told as a range"] if ranges else []
    about = joined(list(dict.fromkeys(hidden)))
    return told + ([f"{len(hidden)} hidden, about {about}"] if hidden else [])


def _name(published: Published) -> str:
    return published.question.short or in_quotes(published.question.wording, LONGEST_NAME)
