"""Answers that are codes, where the file does not say what they stand for.

A code is counted as it stands. It is never averaged: survey tools number answers as they please
(the answer "1" may be the code 2, and codes need not run in order), so a mean of codes is a mean
of nothing.
"""

import re
from collections.abc import Collection

from rm_eval.questionnaire import Question, Scale
from rm_eval.recognise.kinds.typed import Typed, options_of
from rm_eval.recognise.scales.ends import ends_in

BETWEEN = re.compile(r"[,;]")
LEADING = re.compile(r"(?P<letters>\D*)(?P<digits>\d*)")
# Counted rightly, but nobody can say what was counted.
MEANING_UNKNOWN = 0.5
LIKELY_A_SCORE = 0.6


def type_of_codes(heading: str, codes: Collection[str]) -> Typed:
    """Name the type of a column of codes from its heading and its cells that are not blank."""
    if not codes:
        return Typed(type="free_text", confidence=0.1, why="nobody answered it")
    ends = ends_in(heading)
    scale = ends.scale([0.0] if "0" in codes else []) if ends is not None else None
    if scale is not None and _lie_within(codes, scale):
        why = f"the heading says {scale.low} to {scale.high}, and the codes lie within"
        return Typed(type="scale", confidence=LIKELY_A_SCORE, why=why, scale=scale)
    lists = [[one.strip() for one in BETWEEN.split(code) if one.strip()] for code in codes]
    several = any(len(pieces) > 1 for pieces in lists)
    offered = sorted({one for pieces in lists for one in pieces}, key=_in_order)
    return Typed(
        type="multiple_choice" if several else "single_choice",
        confidence=MEANING_UNKNOWN,
        why="the answers are codes, and the file does not say what they stand for",
        options=options_of(offered),
    )


def tells_what_they_mean(question: Question, codes: Collection[str]) -> bool:
    """Say whether a question of our forms gives codes a meaning: a score is its own."""
    if question.scale is not None:
        return _lie_within(codes, question.scale)
    return question.type in {"number", "date"}


def _lie_within(codes: Collection[str], scale: Scale) -> bool:
    return all(code.isdecimal() and scale.low <= int(code) <= scale.high for code in codes)


def _in_order(code: str) -> tuple[str, int]:
    """Put A2 before A10, and 2 before 10."""
    found = LEADING.match(code)
    return (found["letters"], int(found["digits"] or 0)) if found else (code, 0)
