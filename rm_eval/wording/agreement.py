"""Questions of agreement: which answers lie on which side, and how many people agreed."""

import re
from dataclasses import dataclass, replace

from rm_eval.questionnaire import LIKERT_APART, Question
from rm_eval.wording.figures import NO_ANSWERS, Figure, by_group, joined, who

# As an unknown form's own words become ids; its options come in the order they were met.
AGREEMENT = (
    ("strongly_disagree",),
    ("disagree",),
    ("neither", "neither_agree_nor_disagree", "neither_agree_or_disagree", "neutral"),
    ("agree",),
    ("strongly_agree",),
)
NUMBER = re.compile(r"\d{1,9}")
MIDDLE = AGREEMENT[2]
APART = {LIKERT_APART, "n_a", "na", "don_t_know", "prefer_not_to_say"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Sides:
    """Ids of a question's answers, each side from the most negative on.

    Attributes
    ----------
    against, favour
        Left and right of the neutral answer. Where none is known to be neutral, nobody can say
        where one side ends: all are in `favour`.
    neutral
        Neither; "" where there is none.
    apart
        Answers beside the scale, such as not applicable.
    """

    against: tuple[str, ...]
    favour: tuple[str, ...]
    neutral: str
    apart: tuple[str, ...]

    @property
    def agreement(self) -> bool:
        """Whether people in favour can be said to agree."""
        return bool(self.favour) and set(self.favour) <= {"agree", "strongly_agree"}


def sides(question: Question) -> Sides:
    """Sort a question's answers into sides."""
    ids = [option.id for option in question.options if option.id not in APART]
    apart = tuple(option.id for option in question.options if option.id in APART)
    places = {one: at for at, those in enumerate(AGREEMENT) for one in those}
    if ids and all(one in places for one in ids):
        ids.sort(key=places.__getitem__)
        return Sides(
            against=tuple(one for one in ids if places[one] < places[MIDDLE[0]]),
            favour=tuple(one for one in ids if places[one] > places[MIDDLE[0]]),
            neutral=next((one for one in ids if one in MIDDLE), ""),
            apart=apart,
        )
    neutral = next((option.id for option in question.options if option.neutral), "")
    at = ids.index(neutral) if neutral in ids else 0
    return Sides(
        against=tuple(ids[:at]),
        favour=tuple(one for one in ids[at:] if one != neutral),
        neutral=neutral,
        apart=apart,
    )


def counts_up(question: Question) -> bool:
    """Say whether one chooses among numbers that rise, such as sessions from 0 to more than 6."""
    found = [NUMBER.search(option.label) for option in question.options]
    numbers = [int(one[0]) for one in found if one]
    is_every = question.type == "single_choice" and len(numbers) == len(found) > 1
    return is_every and numbers == sorted(numbers)


def of_agreement(shown: list[Figure], question: Question) -> str:
    """How many agreed at all; "" where the sides are not known, or too little of them is told."""
    found = sides(question)
    if not found.agreement:
        return ""
    agreed = [agreed_of(those, question) for those in by_group(shown).values()]
    told = [figure for figure in agreed if figure is not None]
    if len(told) < len(agreed) or all(
        figure.low == 0 and figure.high == figure.n for figure in told
    ):
        return ""
    return f"{joined([who(figure) for figure in told])} agreed"


def agreed_of(those: list[Figure], question: Question) -> Figure | None:
    """Who agreed at all in one group, as one figure; None where its size is not told."""
    favour = sides(question).favour
    parts = [figure for figure in those if figure.answer in favour]
    first = those[0]
    if first.n is None or len(parts) < len(favour):
        return None
    low = sum(figure.low or 0 for figure in parts)
    # Of a hidden count nothing is told: it may be everybody.
    most = (first.n if figure.high is None else figure.high for figure in parts)
    high = min(sum(most), first.n)
    return replace(
        first,
        shown="exact" if low == high else "band",
        low=low,
        high=high,
        share_low=low / first.n if first.n else None,
        share_high=high / first.n if first.n else None,
        text=_count_words(low, high, first.n),
    )


def _count_words(low: float, high: float, n: int) -> str:
    if not n:
        return NO_ANSWERS
    if low == high:
        return f"{low:.0f} of {n}"
    return f"{low:.0f} or more of {n}" if high == n else f"{low:.0f} to {high:.0f} of {n}"
