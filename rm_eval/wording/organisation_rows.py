"""What stands in a row of one organisation: one line of a question, with the range it has."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import isnan
from typing import Any

from rm_eval.disclosure import Published
from rm_eval.questionnaire import Scale
from rm_eval.stats import share_of
from rm_eval.stats.student import student_of_mean
from rm_eval.wording.agreement import sides
from rm_eval.wording.change import DIRECTIONS, way_label
from rm_eval.wording.figures import Figure, by_group, figures, people
from rm_eval.wording.statements import statements_of

NOT_SHOWN = "not shown"
READ = ("shown", "value", "low", "high", "n", "n_text", "text")
FEWEST_FOR_RANGE = 10  # people: of fewer an average is told as a whole number


@dataclass(frozen=True, kw_only=True, slots=True)
class OrganisationRow:
    """What one organisation tells of a question.

    Attributes
    ----------
    cohorts
        How many of its cohorts are counted.
    published
        None where nothing of it may be shown.
    gaps
        Why nothing is shown of a group, by the group's label.
    """

    organisation: str
    cohorts: int = 1
    published: Published | None = None
    gaps: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """What is read of each organisation: one answer, one side of agreement, or the average.

    Attributes
    ----------
    answer
        The id of an answer; "agreed" of agreement, "mean" of a scale.
    words
        What those people did, such as "said yes"; of an average, "average score".
    """

    answer: str
    words: str

    @property
    def is_mean(self) -> bool:
        """Whether it is an average, in points of a scale, and no count of people."""
        return self.answer == MEAN


MEAN, AGREED = "mean", "agreed"
MEAN_LINE = Line(answer=MEAN, words="average score")
Rows = Sequence[OrganisationRow]


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """A figure of one organisation and group, ready to draw: from 0 to 1, or in points.

    Attributes
    ----------
    low, high
        What is told: equal where it is told exactly. None where nothing is.
    ends
        The likely range for similar people in future; None where there is none.
    n
        People; None where the reader may not know it.
    """

    text: str
    low: float | None
    high: float | None
    n: int | None
    ends: tuple[float, float] | None = None
    spread: tuple[float, float] | None = None

    @property
    def is_exact(self) -> bool:
        """Whether one value is told."""
        return self.low is not None and self.low == self.high


def lines_of(published: Published) -> tuple[Line, ...]:
    """List what can be read of a question, in the order of its answers."""
    question = published.question
    if published.measure == "scale":
        return (MEAN_LINE,)
    if published.measure == "yes_no":
        return (Line(answer="yes", words="said yes"),)
    if published.measure == "likert" and sides(question).agreement:
        return (Line(answer=AGREED, words="agreed"),)
    if published.measure == "change":
        return tuple(Line(answer=one, words=way_label(question, one).lower()) for one in DIRECTIONS)
    verb = "ticked" if published.measure == "ticks" else "chose"
    told = {one.answer: one.label for one in figures(published) if one.statistic == "people"}
    return tuple(Line(answer=key, words=f"{verb} “{label}”") for key, label in told.items())


def seen_of(published: Published, line: Line) -> dict[str, Seen]:
    """Read one line of every group, by the group's label."""
    groups = by_group(figures(published))
    if line.is_mean:
        return {group: _mean(published, group) for group in groups}
    if line.answer == AGREED:
        return {one.group: _count(one.agreed) for one in statements_of([published])}
    return {
        group: _count(next((one for one in those if _is(one, line)), None) or those[0])
        if any(_is(one, line) for one in those)
        else Seen(text=NOT_SHOWN, low=None, high=None, n=None)
        for group, those in groups.items()
    }


def _is(figure: Figure, line: Line) -> bool:
    return figure.statistic == "people" and figure.answer == line.answer


def _count(figure: Figure) -> Seen:
    if figure.shown == "hidden":
        return Seen(text=figure.text, low=None, high=None, n=figure.n)
    ends = None
    if figure.n and figure.low is not None and figure.high is not None:
        lowest = share_of(round(figure.low), figure.n).low
        highest = share_of(round(figure.high), figure.n).high
        ends = (lowest or 0.0, 1.0 if highest is None else highest)
    return Seen(
        text=figure.text, low=figure.share_low, high=figure.share_high, n=figure.n, ends=ends
    )


def _mean(published: Published, group: str) -> Seen:
    """An average; with its likely range where it is told how far single scores lie apart."""
    told = _row(published, group, MEAN)
    if told is None:
        return Seen(text="hidden", low=None, high=None, n=None)
    n = None if isnan(told["n"]) else round(told["n"])
    is_exact = told["shown"] == "exact"
    low, high = (told["value"],) * 2 if is_exact else (told["low"], told["high"])
    sd = _row(published, group, "sd")
    spread = (float(sd["low"]), float(sd["high"])) if sd else None
    return Seen(
        text=f"{told['text']}, {people(str(told['n_text']))}",
        low=float(low),
        high=float(high),
        n=n,
        ends=_range_of_mean((low, high), spread[1], n, published) if spread and n else None,
        spread=spread,
    )


def _row(published: Published, group: str, statistic: str) -> dict[str, Any] | None:
    """One figure of a group that is told; None where it is not."""
    rows = published.rows
    found = zip(rows["group_label"], rows["statistic"], rows["shown"], strict=True)
    for at, (label, name, shown) in enumerate(found):
        if (label, name) == (group, statistic) and shown != "hidden":
            return {key: rows[key].iloc[at] for key in READ}
    return None


def _range_of_mean(
    mean: tuple[float, float], sd: float, n: int, published: Published
) -> tuple[float, float] | None:
    """Student's range by the largest spread that is possible, as far as the scale goes."""
    scale = published.question.scale or Scale()
    if n < FEWEST_FOR_RANGE or sd <= 0:
        return None
    first, last = (student_of_mean(one, sd, n) for one in mean)
    return max(first.low or 0.0, scale.low), min(last.high or 0.0, scale.high)
