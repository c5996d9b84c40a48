"""One role's answers to one question at two times, and which people are the same."""

from dataclasses import dataclass, replace

from rm_eval.measures.measured import Source
from rm_eval.measures.repeats import Repeat, scores_of
from rm_eval.questionnaire import Question, Role, Scale


@dataclass(frozen=True, kw_only=True, slots=True)
class Twice:
    """One role's answers at two stages, and which people are the same.

    Attributes
    ----------
    pairs
        (number at the earlier stage, number at the later one) of each linked person.
    """

    role: Role
    earlier: Source
    later: Source
    pairs: tuple[tuple[int, int], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class TwoAnswers:
    """One role's scores of one question at both stages.

    Attributes
    ----------
    linked
        (before, after) of each linked person who answered both times.
    before, after
        Of everybody who answered, at each stage.
    before_only, after_only
        Of those who are not among the linked.
    """

    role: Role
    question: Question
    linked: tuple[tuple[float, float], ...]
    before: tuple[float, ...]
    after: tuple[float, ...]
    before_only: tuple[float, ...]
    after_only: tuple[float, ...]

    @classmethod
    def of(cls, repeat: Repeat, twice: Twice) -> "TwoAnswers":
        """Pick the answers to one question; who is linked but left it out is not linked in it."""
        question, earlier = repeat.question, replace(repeat.question, id=repeat.earlier)
        before = scores_of(question, twice.earlier.responses.of(earlier)).to_dict()
        after = scores_of(question, twice.later.responses.of(question)).to_dict()
        pairs = [(one, other) for one, other in twice.pairs if one in before and other in after]
        first, second = ({pair[at] for pair in pairs} for at in (0, 1))
        return cls(
            role=twice.role,
            question=question,
            linked=tuple((before[one], after[other]) for one, other in pairs),
            before=tuple(before.values()),
            after=tuple(after.values()),
            before_only=tuple(score for one, score in before.items() if one not in first),
            after_only=tuple(score for one, score in after.items() if one not in second),
        )

    @property
    def scale(self) -> Scale:
        """On which they stand."""
        return self.question.scale or Scale()

    @property
    def first(self) -> tuple[float, ...]:
        """Of the linked people, in their order, the first time."""
        return tuple(one for one, _ in self.linked)

    @property
    def second(self) -> tuple[float, ...]:
        """Of the linked people, in their order, the second time."""
        return tuple(other for _, other in self.linked)
