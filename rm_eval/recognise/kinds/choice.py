"""One option of a few."""

import re
from collections import Counter

from rm_eval.recognise.kinds.typed import (
    ENDS_A_SENTENCE,
    HALF,
    Answers,
    Typed,
    offered,
    telling,
)
from rm_eval.recognise.layout import asks_for_ticks
from rm_eval.recognise.no_answer import is_declined
from rm_eval.recognise.pieces.separators import split
from rm_eval.recognise.wordings.wording import normalise

# An answer only one person gave that is longer than this is their own words.
LONGEST_OPTION = 80
FEW = 0.15
MOST_OPTIONS = 40
MANY = 10
YES_OR_NO = {"yes", "no"}
# Nobody types their group in words of their own where a form lists them.
ASKS_FOR_A_GROUP = re.compile(
    r"\b(ethnic\w*|gender|sexual orientation|religion|(age|ethnic|staff|occupational|pay) "
    r"(group|range|band)|which of (these|the following))\b"
)
MOST_WORDS_OF_A_GROUP = 10
OF_GROUPS = 0.65
SAYS_A_DEGREE = re.compile(
    r"\b(very|extremely|somewhat|slightly|moderately|strongly|completely|not at all|neutral|"
    r"a (little|lot|bit)|much (more|less)|about the same|(above|below) average|"
    r"(most|some|all|none) of the time)\b",
    re.IGNORECASE,
)


def as_choice(heading: str, answers: Answers) -> Typed | None:
    """Take a column for a choice: answers that several people gave in the same words."""
    told = telling(answers)
    counts: Counter[str] = Counter()
    for answer, n in told.items():
        counts[normalise(answer)] += n
        if len(counts) > MOST_OPTIONS:
            return None
    alone = [answer for answer in told if counts[normalise(answer)] == 1]
    if sum(len(one) > LONGEST_OPTION for one in alone) > FEW * told.total():
        return None
    repeated = 1 - len(alone) / told.total()
    options = offered(([answer], n) for answer, n in answers.items())
    if asks_for_ticks(heading):
        why = "the question asks to choose several, and everybody chose one"
        return Typed(type="multiple_choice", confidence=0.9, why=why, options=options)
    if repeated < HALF and _names_groups(heading, answers):
        why = "the question asks for a group, as forms offer them, and the answers are short"
        return Typed(type="single_choice", confidence=OF_GROUPS, why=why, options=options)
    if repeated < HALF:
        return None
    why = f"{repeated:.0%} of the answers are shared by several people"
    return Typed(
        type="single_choice", confidence=_how_sure(told, repeated), why=why, options=options
    )


def _names_groups(heading: str, answers: Answers) -> bool:
    """Say whether few people, each in a group of their own, chose from groups that a form lists."""
    listed = ASKS_FOR_A_GROUP.search(normalise(heading)) or any(map(is_declined, answers))
    return bool(listed) and not any(map(_is_a_remark, answers))


def _is_a_remark(answer: str) -> bool:
    return len(answer.split()) > MOST_WORDS_OF_A_GROUP or ENDS_A_SENTENCE.search(answer) is not None


def _how_sure(answers: Answers, repeated: float) -> float:
    """Say how sure a choice is: less where answers read like ticks, typed words or a scale."""
    if _looks_like_something_else(answers):
        return 0.7
    if len(answers) == 1:
        return 0.8
    if repeated == 1 and answers.total() >= MANY:
        return 0.97
    return round(0.8 + 0.14 * repeated, 2)


def _looks_like_something_else(answers: Answers) -> bool:
    """Say whether a choice may be ticks ("A", "A, B"), typed by hand ("f", "F"), or a scale."""
    begin_lists = {piece[0] for one in answers if len(piece := split(one, ", ")) > 1}
    ticks = any(one in begin_lists for one in answers if one.casefold() not in YES_OR_NO)
    spellings = {one.strip() for one in answers}
    by_hand = len(spellings) > len(set(map(str.casefold, spellings)))
    return ticks or by_hand or any(map(SAYS_A_DEGREE.search, answers))
