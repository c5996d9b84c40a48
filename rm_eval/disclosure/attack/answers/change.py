"""The same people's scores before and after: one answer each, a pair of scores."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from rm_eval.disclosure.attack.answers.answers import Answers, Form, Mean
from rm_eval.disclosure.attack.answers.scale import scores_in
from rm_eval.disclosure.attack.unknowns import Sum, Unknowns, minus, plus, times
from rm_eval.questionnaire import Question, Scale
from rm_eval.recognise.scales.likert import is_off_the_scale

# Between the score before and the score after, as in "1-4>8-10".
THEN = ">"
WAYS: dict[str, Callable[[int, int], bool]] = {
    "up": lambda before, after: after > before,
    "same": lambda before, after: after == before,
    "down": lambda before, after: after < before,
}
MEANS: dict[str, Callable[[int, int], int]] = {
    "mean": lambda before, after: after - before,
    "mean_change": lambda before, after: after - before,
    "mean_before": lambda before, _: before,
    "mean_after": lambda _, after: after,
}


class Change:
    """People at each pair of scores, who sum to everybody matched."""

    both_ways = False

    def __init__(self, unknowns: Unknowns, n: Sum, form: Form) -> None:
        self.n = n
        self.names = names_of(form.question)
        scores = [*self.names.values()]
        self.at = {(b, a): unknowns.new(0, form.most) for b in scores for a in scores}
        unknowns.know(minus(plus(*self.at.values()), n), 0, 0)
        unknowns.may_move(
            minus(self.at[pair], self.at[other])
            for pair in self.at
            for other in self.at
            if pair != other and abs(pair[0] - other[0]) + abs(pair[1] - other[1]) <= 2  # noqa: PLR2004
        )

    def people(self, statistic: str, answer: str) -> Sum | None:
        """Return the people who went up or down, or from one part of the scale to another."""
        if statistic != "people":
            return None
        if answer in WAYS:
            return self.where(WAYS[answer])
        before, _, after = answer.partition(THEN)
        first, last = scores_in(before), scores_in(after)
        if first is None or last is None:
            return None
        return self.where(lambda b, a: b in first and a in last)

    def mean(self, statistic: str, answer: str) -> Mean | None:  # noqa: ARG002
        """Return the sum of all changes, or of all scores before or after, over everybody."""
        if statistic not in MEANS:
            return None
        worth = MEANS[statistic]
        total = plus(*(times(sum_, worth(*pair)) for pair, sum_ in self.at.items()))
        return Mean(total=total, base=self.n)

    def where(self, fits: Callable[[int, int], bool]) -> Sum:
        """Return the people whose pair of scores fits."""
        return plus(*(sum_ for pair, sum_ in self.at.items() if fits(*pair)))

    def own(self) -> list[Sum]:
        """Whoever gave a pair of scores knows that it has one person."""
        return list(self.at.values())

    def each(self) -> dict[str, Sum]:
        """Return the people at each pair of scores."""
        return {f"{before}{THEN}{after}": sum_ for (before, after), sum_ in self.at.items()}


def names_of(question: Question) -> dict[str, int]:
    """Name the scores as figures of one stage name them: worded answers count from the lowest."""
    if question.type == "yes_no":
        return {"no": 0, "yes": 1}
    if question.type == "likert":
        on_scale = [one.id for one in question.options if not is_off_the_scale(one.label)]
        return {name: score for score, name in enumerate(on_scale, start=1)}
    scale = question.scale or Scale()
    return {str(score): score for score in range(scale.low, scale.high + 1)}


@dataclass(frozen=True, kw_only=True, slots=True)
class OneStage:
    """The matched people's scores at one of the two stages."""

    change: Change
    side: Literal["before", "after"]

    @property
    def both_ways(self) -> bool:
        """Everybody gave one score."""
        return self.change.both_ways

    @property
    def n(self) -> Sum:
        """The people matched."""
        return self.change.n

    def people(self, statistic: str, answer: str) -> Sum | None:
        """Return the people at a score or within a part of the scale, at this stage.

        Nobody who is linked gave an answer beside the scale.
        """
        if statistic != "people":
            return None
        name = self.change.names.get(answer)
        scores = scores_in(answer) if name is None else range(name, name + 1)
        at = 0 if self.side == "before" else 1
        return self.change.where(lambda *pair: pair[at] in (scores or ()))

    def mean(self, statistic: str, answer: str) -> Mean | None:
        """Return the sum of all scores at this stage over everybody."""
        return self.change.mean(f"mean_{self.side}", answer) if statistic == "mean" else None

    def own(self) -> list[Sum]:
        """Nothing of its own: the pair of scores says it."""
        return []

    def each(self) -> dict[str, Sum]:
        """Return the people at each score of this stage."""
        at = 0 if self.side == "before" else 1
        return {
            name: self.change.where(lambda *pair, score=score: pair[at] == score)
            for name, score in self.change.names.items()
        }


def one_stage_of(answers: Answers, *, after: bool) -> Answers:
    """Look at linked answers from one stage; at others as they are."""
    if not isinstance(answers, Change):
        return answers
    return OneStage(change=answers, side="after" if after else "before")
