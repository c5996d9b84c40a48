"""What kind of question is this, judged by the answers alone?

For columns no questionnaire knows. Each kind is tried in the order of `KINDS`, the most telling
first; the first that fits names the type.
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from rm_eval.questionnaire import Better, Option, QuestionType, Scale
from rm_eval.recognise.wording import normalise

SEPARATOR = ";"
YES_NO = {"yes", "no", "y", "n"}
AGREEMENT = {"strongly disagree", "disagree", "agree", "strongly agree"}
NUMBER = re.compile(r"-?\d+([.,]\d+)?")
ASKS_FOR_A_SCORE = re.compile(
    r"\b(scale|rate|rating|score|out of (5|10)|how (confident|comfortable|satisfied|likely|much))\b"
    r"|1 ?(to|-|–) ?(5|10)\b"
)
SCALE_ENDS = (5, 10)
# An answer longer than this is somebody's own words; option labels on forms stay below it.
LONGEST_OPTION = 80
MOST_OPTIONS = 25


@dataclass(frozen=True, kw_only=True, slots=True)
class Typed:
    """A type, what comes with it, how sure we are (0 to 1) and why."""

    type: QuestionType
    confidence: float
    why: str
    options: tuple[Option, ...] = ()
    scale: Scale | None = None


def type_by_content(heading: str, answers: list[str]) -> Typed:
    """Name the type of a column from its heading and its non-blank answers."""
    for kind in KINDS:
        typed = kind(heading, answers)
        if typed is not None:
            return typed
    return Typed(type="free_text", confidence=0.7, why="the answers are people's own words")


def option_id(label: str) -> str:
    """Make a stable id from a label."""
    return re.sub(r"\W+", "_", normalise(label)).strip("_")[:60] or "blank"


def split_ticks(answer: str) -> list[str]:
    """Split ``"A;B;"`` into its pieces."""
    return [piece.strip() for piece in answer.split(SEPARATOR) if piece.strip()]


def _nobody_answered(_: str, answers: list[str]) -> Typed | None:
    if answers:
        return None
    return Typed(type="free_text", confidence=0.1, why="nobody answered it")


def _ranking(_: str, answers: list[str]) -> Typed | None:
    """Everybody listed the same three or more things, in different orders."""
    if not _all_end_with_separator(answers):
        return None
    lists = [split_ticks(answer) for answer in answers]
    same_things = {frozenset(pieces) for pieces in lists}
    smallest_ranking = 3
    if len(same_things) > 1 or len(lists[0]) < smallest_ranking or len(answers) == 1:
        return None
    if len({tuple(pieces) for pieces in lists}) == 1:
        return None
    why = "everybody listed the same things, in different orders"
    return Typed(type="ranking", confidence=0.9, why=why, options=_options(lists))


def _ticks(_: str, answers: list[str]) -> Typed | None:
    if not _all_end_with_separator(answers):
        return None
    why = "every answer is a list that ends with a semicolon, as Microsoft Forms writes ticks"
    lists = [split_ticks(answer) for answer in answers]
    return Typed(type="multiple_choice", confidence=0.95, why=why, options=_options(lists))


def _yes_no(_: str, answers: list[str]) -> Typed | None:
    if not {normalise(answer) for answer in answers} <= YES_NO:
        return None
    options = (Option(id="yes", label="Yes"), Option(id="no", label="No"))
    return Typed(type="yes_no", confidence=0.98, why="every answer is yes or no", options=options)


def _agreement(_: str, answers: list[str]) -> Typed | None:
    found = {normalise(answer) for answer in answers}
    if not found & AGREEMENT:
        return None
    why = "the answers say how much people agree"
    return Typed(
        type="likert", confidence=0.9, why=why, options=_options([[one] for one in answers])
    )


def _scale(heading: str, answers: list[str]) -> Typed | None:
    numbers = _numbers(answers)
    asked = ASKS_FOR_A_SCORE.search(heading.casefold())
    if numbers is None or not asked:
        return None
    inside = [end for end in SCALE_ENDS if all(1 <= number <= end for number in numbers)]
    if not inside or any(number != int(number) for number in numbers):
        return None
    # A question that names 1 to 10 has that scale even where nobody went above 5.
    high = 10 if "10" in heading else inside[0]
    why = f'the answers are whole numbers from 1 to {high} and the heading says "{asked[0]}"'
    better: Better = "higher"
    return Typed(type="scale", confidence=0.9, why=why, scale=Scale(high=high, better=better))


def _number(_: str, answers: list[str]) -> Typed | None:
    if _numbers(answers) is None:
        return None
    return Typed(type="number", confidence=0.9, why="every answer is a number")


def _date(_: str, answers: list[str]) -> Typed | None:
    try:
        for answer in answers:
            date.fromisoformat(answer[:10])
    except ValueError:
        return None
    return Typed(type="date", confidence=0.9, why="every answer is a date")


def _choice(_: str, answers: list[str]) -> Typed | None:
    """Short answers that several people gave in the same words."""
    counts = Counter(normalise(answer) for answer in answers)
    too_long = max(map(len, answers)) > LONGEST_OPTION
    if too_long or len(counts) > MOST_OPTIONS or len(counts) > len(answers) / 2:
        return None
    why = "short answers that several people gave in the same words"
    return Typed(
        type="single_choice", confidence=0.85, why=why, options=_options([[a] for a in answers])
    )


KINDS: tuple[Callable[[str, list[str]], Typed | None], ...] = (
    _nobody_answered,
    _ranking,
    _ticks,
    _yes_no,
    _agreement,
    _scale,
    _number,
    _date,
    _choice,
)


def _all_end_with_separator(answers: list[str]) -> bool:
    return all(answer.rstrip().endswith(SEPARATOR) for answer in answers)


def _numbers(answers: list[str]) -> list[float] | None:
    if not all(NUMBER.fullmatch(answer) for answer in answers):
        return None
    return [float(answer.replace(",", ".")) for answer in answers]


def _options(lists: list[list[str]]) -> tuple[Option, ...]:
    """Collect the labels in the order met; spellings that differ in case or dots are one."""
    labels: dict[str, str] = {}
    for pieces in lists:
        for piece in pieces:
            labels.setdefault(option_id(piece), " ".join(piece.split()))
    return tuple(Option(id=key, label=label) for key, label in labels.items())
