"""The one figure of each group that a question comes down to: to set many of them side by side.

Of yes and no: who said yes. Of agreement: who agreed at all. Of a scale: the average score. Answers
to tick, to choose among and to put in order come down to no one figure.
"""

from dataclasses import dataclass, replace
from typing import NamedTuple

from rm_eval.disclosure import Published
from rm_eval.questionnaire import Question, Scale
from rm_eval.stats import ScaleSummary, share_of, summarise_scale
from rm_eval.wording.agreement import agreed_of, sides
from rm_eval.wording.figures import Figure, by_group, figures, people
from rm_eval.wording.points import points
from rm_eval.wording.statistics_behind import hundredths, people_of

YES = "yes"
# With fewer the range of an average is wider than the scale.
FEWEST_FOR_RANGE = 5
MOST_STEPS = 10  # that an axis can name
HIDDEN = "hidden to protect people"
NOT_ADDED = "told answer by answer, not added up"


class Axis(NamedTuple):
    """Between which ends figures are drawn, and what stands under it."""

    across: tuple[float, float]
    ticks: tuple[tuple[float, str], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Lead:
    """What one group's answers come down to.

    Attributes
    ----------
    at
        Between which ends of the axis the figure lies; None where it is hidden.
    text
        Such as "9 of 11", "5.6", "hidden".
    ends
        The likely range for similar people in future; for the team alone, and not of few people.
    range_words
        That range in words; "" where there is none.
    """

    figure: Figure
    at: tuple[float, float] | None
    text: str
    ends: tuple[float, float] | None = None
    range_words: str = ""


def can_lead(question: Question) -> bool:
    """Say whether a question comes down to one figure."""
    return question.type in {"yes_no", "scale"} or (
        question.type == "likert" and sides(question).agreement
    )


def what_leads(question: Question) -> str:
    """What the figure is, behind the name of a group: "who said yes"."""
    if question.type == "scale":
        scale = question.scale or Scale()
        return f"average score, {scale.low} to {scale.high}"
    return "who said yes" if question.type == "yes_no" else "who agreed"


def axis_of(question: Question) -> Axis:
    """The axis of `Lead.at`: shares from nobody to everybody, or the scale."""
    if question.type == "scale":
        scale = question.scale or Scale()
        few = scale.high - scale.low < MOST_STEPS
        steps = range(scale.low, scale.high + 1) if few else (scale.low, scale.high)
        return Axis((scale.low, scale.high), tuple((step, str(step)) for step in steps))
    nobody = "nobody said yes" if question.type == "yes_no" else "nobody agreed"
    return Axis((0, 1), ((0, nobody), (0.5, ""), (1, "everybody")))


def leads(published: Published) -> dict[str, Lead]:
    """Return what a question comes down to, by group such as "Mentees".

    Parameters
    ----------
    published
        Of a question that `can_lead`.
    """
    rule = {"yes_no": _yes, "scale": _mean}.get(published.measure, _agreed)
    return {group: rule(those, published) for group, those in by_group(figures(published)).items()}


def _yes(those: list[Figure], published: Published) -> Lead:
    figure = next((one for one in those if one.answer == YES), those[0])
    return _share(figure, published, is_told=figure.answer == YES)


def _agreed(those: list[Figure], published: Published) -> Lead:
    if those[0].shown == "hidden" and len(those) == 1:
        return Lead(figure=those[0], at=None, text=those[0].text)
    figure = agreed_of(those, published.question)
    if figure is None or (figure.n and (figure.low, figure.high) == (0, figure.n)):
        return Lead(figure=replace(those[0], shown="hidden"), at=None, text=NOT_ADDED)
    return _share(figure, published, is_told=True)


def _share(figure: Figure, published: Published, *, is_told: bool) -> Lead:
    """A count of people: drawn as their share, ranges of the team by Wilson."""
    if not is_told or figure.shown == "hidden":
        return Lead(figure=figure, at=None, text=figure.text)
    low, high = figure.share_low or 0.0, figure.share_high or 0.0
    if published.audience != "team" or not figure.n:
        return Lead(figure=figure, at=(low, high), text=figure.text)
    found = share_of(people_of(figure), figure.n)
    ends = (found.low or 0.0, found.high or 0.0)
    words = f"{hundredths(ends[0])} to {hundredths(ends[1])} of 100"
    return Lead(figure=figure, at=(low, high), text=figure.text, ends=ends, range_words=words)


def _mean(those: list[Figure], published: Published) -> Lead:
    figure = next((one for one in those if one.statistic == "mean"), those[0])
    if figure.statistic != "mean" or figure.low is None or figure.high is None:
        return Lead(figure=figure, at=None, text=figure.text)
    ends = (figure.low, figure.high)
    if figure.shown == "exact":
        ends = (sum(ends) / 2,) * 2  # rounded: it lies half a step either way
    range_ = _range_of_mean(those, published)
    words = f"{points(range_[0])} to {points(range_[1])}" if range_ else ""
    return Lead(figure=figure, at=ends, text=figure.text, ends=range_, range_words=words)


def _range_of_mean(those: list[Figure], published: Published) -> tuple[float, float] | None:
    """Student's range, for the people who hold the scores."""
    if published.audience != "team" or (those[0].n or 0) < FEWEST_FOR_RANGE:
        return None
    scale = published.question.scale or Scale()
    return summary_of(those).within(scale.low, scale.high)


def words_of(lead: Lead) -> str:
    """The figure as it stands beside its mark: an average with how many people it is of."""
    if lead.at is None:
        return HIDDEN if lead.text == "hidden" else lead.text
    is_mean = lead.figure.statistic == "mean"
    return f"{lead.text} ({people(lead.figure.n_text)})" if is_mean else lead.text


def summary_of(those: list[Figure]) -> ScaleSummary:
    """Summarise one group's scores from how many people gave each: all told, as to the team."""
    counts = (one for one in those if one.statistic == "people")
    return summarise_scale([float(one.answer) for one in counts for _ in range(people_of(one))])
