"""What stands in each row of a forest of changes: read from published figures, in one unit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rm_eval.charts.theme import Look, look_of
from rm_eval.disclosure import Published
from rm_eval.questionnaire import Question, Scale
from rm_eval.stats import Pooled
from rm_eval.wording import (
    Change,
    better_of,
    changes_by_role,
    from_to,
    people,
    pooled_label,
    pooled_text,
    signed,
    unit_of,
    verdict_words,
)

Labelled = tuple[str, Published]
Manner = Literal["change", "average", "diamond"]

PER_PERSON = 10  # of yes and no: how many in 10 people
NICE = (0.5, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 9.0, 10.0, 20.0, 50.0, 100.0)


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One question, one cohort, or several cohorts together.

    Attributes
    ----------
    under
        Said below the label: which way is better, where that is down.
    mean, low, high
        In the section's unit; None where there is none.
    prediction
        Where another cohort would lie.
    verdict, text
        The words at the right, one under the other.
    is_sure
        Whether its mark is filled.
    """

    label: str
    under: str
    mean: float | None
    low: float | None
    high: float | None
    verdict: str
    text: str
    is_sure: bool
    manner: Manner = "change"
    prediction: tuple[float, float] | None = None

    @property
    def ends(self) -> list[float]:
        """Every value that must find room on the axis."""
        every = (self.mean, self.low, self.high, *(self.prediction or ()))
        return [value for value in every if value is not None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """Rows of one group in one unit, on an axis of their own."""

    group: str
    look: Look
    unit: str
    rows: tuple[Row, ...]
    span: float

    @property
    def half(self) -> float:
        """How far the axis reaches to either side of no change."""
        far = max((abs(end) for row in self.rows for end in row.ends), default=1.0)
        return min(next((nice for nice in NICE if nice >= far), far), self.span)


def sections_of(
    rows: Sequence[Labelled], pooled: Mapping[str, Pooled], of: str = ""
) -> list[Section]:
    """Sort rows by group and unit, in the order given; several cohorts together come last.

    Parameters
    ----------
    pooled
        By group, such as ``"mentee"``.
    of
        The one group to show; "" for all.
    """
    found: dict[tuple[str, str, str], list[tuple[Row, float]]] = {}
    for label, published in rows:
        for role, change in changes_by_role(published, of).items():
            key = (role, change.group, unit_of(published.question))
            row = _row(label, change, published.question)
            found.setdefault(key, []).append((row, _span(published.question)))
    # By role first, so that a group's units stand together.
    roles = list(dict.fromkeys(role for role, _, _ in found))
    return [
        Section(
            group=group,
            look=look_of(role),
            unit=unit,
            rows=(*(row for row, _ in those), *_pooled(pooled.get(role))),
            span=max(span for _, span in those),
        )
        for (role, group, unit), those in sorted(
            found.items(), key=lambda one: roles.index(one[0][0])
        )
    ]


def _row(label: str, change: Change, question: Question) -> Row:
    per = PER_PERSON if question.type == "yes_no" else 1
    size = {name: per * value for name, value in change.leading.items()}
    under = "lower is better" if better_of(question) == "lower" else ""
    if not change.can_be_drawn or "mean" not in size:
        why = "people cannot be linked" if change.cannot_be_linked else "nobody answered both times"
        return Row(
            label=label, under=under, mean=None, low=None, high=None, verdict="", text=why,
            is_sure=False,
        )  # fmt: skip
    ends = f" ({from_to(size['low'], size['high'])})" if "low" in size else ", no range"
    whose = ", everybody’s answers" if change.leads_with_everybody else ""
    return Row(
        label=label,
        under=under,
        mean=size["mean"],
        low=size.get("low"),
        high=size.get("high"),
        verdict=verdict_words(change),
        text=f"{signed(size['mean'])}{ends}, {people(change.n_text)}{whose}",
        is_sure=change.verdict == "clear",
    )


def _pooled(found: Pooled | None) -> tuple[Row, ...]:
    """The row of several cohorts, as far as so many can tell: none of one alone."""
    if found is None or found.mean is None or found.rule in {"nothing", "alone"}:
        return ()
    has_prediction = found.prediction_low is not None and found.prediction_high is not None
    prediction = (found.prediction_low, found.prediction_high) if has_prediction else None
    return (
        Row(
            label=pooled_label(found),
            under="",
            mean=found.mean,
            low=found.low,
            high=found.high,
            verdict="",
            text=pooled_text(found),
            is_sure=True,
            manner="average" if found.low is None else "diamond",
            prediction=prediction,  # type: ignore[arg-type]  # both are there, or neither
        ),
    )


def _span(question: Question) -> float:
    """The largest change there can be."""
    if question.type == "yes_no":
        return PER_PERSON
    scale = question.scale or Scale()
    return scale.high - scale.low
