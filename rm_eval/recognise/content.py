"""What kind of question is this, judged by the answers alone?

For columns no questionnaire knows. Each kind is tried in the order of `KINDS`, the most telling
first; the first that fits names the type.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rm_eval.questionnaire import Option, QuestionType, Scale
from rm_eval.recognise.dates import day_stands_first, read_date
from rm_eval.recognise.layout import SMALLEST_RANKING, asks_for_ticks, asks_to_rank, is_other
from rm_eval.recognise.likert import family_of, in_order, is_off_the_scale, level_of
from rm_eval.recognise.lists import find_ticks, split
from rm_eval.recognise.no_answer import could_be_option, means_no_answer
from rm_eval.recognise.wording import ENDS, normalise, plain

SEPARATOR = ";"
YES_NO = {"yes", "no", "y", "n"}
BESIDE_YES_NO = {
    "maybe", "perhaps", "possibly", "partly", "partially", "sometimes", "undecided", "not sure",
    "unsure", "don t know", "dont know", "do not know", "somewhat", "to some extent", "not yet",
    "prefer not to say", "prefer not to answer", "rather not say", "not applicable",
}  # fmt: skip
NUMBER_WORDS = {
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
}  # fmt: skip
OTHER_TYPED = re.compile(r"other\s*[:\-–]\s*\S", re.IGNORECASE)
ASKS_FOR_WORDS = re.compile(
    r"\b(anything else|any other|comments?|tell us|describe|explain|in your own words|feedback|"
    r"suggest\w*|reflections?|please (say|give|share|expand|elaborate)|thoughts)\b"
)
NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")
ASKS_FOR_A_SCORE = re.compile(
    r"\b(scale|rate|rating|score|how (confident|comfortable|satisfied|likely|much|well|useful))\b"
)
SCALE_ENDS = (5, 10)
# A mistyped score or date is for the receipt; it does not make the question another kind.
MOSTLY = 0.8
HALF = 0.5
# An answer only one person gave that is longer than this is their own words.
LONGEST_OPTION = 80
MOST_WORDS = 6
MOST_OPTIONS = 40


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
    said = [answer for answer in answers if could_be_option(answer)]
    for kind in KINDS:
        typed = kind(heading, said)
        if typed is not None:
            return typed
    return Typed(type="free_text", confidence=0.7, why="the answers are people's own words")


def option_id(label: str) -> str:
    """Make a stable id from a label."""
    if is_other(label):
        return "other"
    return re.sub(r"\W+", "_", normalise(label)).strip("_")[:60] or "blank"


def options_of(labels: Iterable[str]) -> tuple[Option, ...]:
    """Collect labels in the order met; spellings that differ in case or dots are one option.

    Two labels alike in their first sixty letters are still two.
    """
    by_words: dict[str, str] = {}
    for label in dict.fromkeys(labels):
        if OTHER_TYPED.match(label):
            continue  # one person's words beside "Other" are no option
        by_words.setdefault(normalise(label), plain(label))
    options: dict[str, Option] = {}
    for label in by_words.values():
        key = option_id(label)
        if key in options and key != "other":
            key = f"{key}_{len(options) + 1}"
        options.setdefault(key, Option(id=key, label=label))
    return tuple(options.values())


def _offered(lists: list[list[str]]) -> tuple[Option, ...]:
    """Collect the options, leaving out what one person alone said at length: their own words."""
    words = {piece: normalise(piece) for pieces in lists for piece in pieces}
    people = Counter(word for pieces in lists for word in {words[piece] for piece in pieces})
    return options_of(
        piece for piece in words if people[words[piece]] > 1 or len(piece.split()) <= MOST_WORDS
    )


def _nobody_answered(_: str, answers: list[str]) -> Typed | None:
    if answers:
        return None
    return Typed(type="free_text", confidence=0.1, why="nobody answered it")


def _ranking(heading: str, answers: list[str]) -> Typed | None:
    """Several people listed the same three or more things, in different orders."""
    lists = [split(answer, SEPARATOR) for answer in answers]
    if not any(pieces[1:] for pieces in lists):
        return None
    sets = Counter(frozenset(map(normalise, pieces)) for pieces in lists)
    things, count = sets.most_common(1)[0]
    asked = asks_to_rank(heading)
    needed = len(answers) / 4 if asked else len(answers)
    complete = [
        one for one in lists if len(one) == len(things) and set(map(normalise, one)) == things
    ]
    orders = len({tuple(map(normalise, pieces)) for pieces in complete})
    if len(things) < SMALLEST_RANKING or count < max(needed, 2) or orders < (1 if asked else 2):
        return None
    why = "people listed the same things, in an order of their own"
    return Typed(
        type="ranking",
        confidence=0.9 if count == len(answers) else 0.8,
        why=why,
        options=options_of(piece for pieces in complete for piece in pieces),
    )


def _forms_ticks(_: str, answers: list[str]) -> Typed | None:
    if not all(answer.rstrip().endswith(SEPARATOR) for answer in answers):
        return None
    why = "every answer is a list that ends with a semicolon, as Microsoft Forms writes ticks"
    pieces = (piece for answer in answers for piece in split(answer, SEPARATOR))
    return Typed(type="multiple_choice", confidence=0.95, why=why, options=options_of(pieces))


def _yes_no(_: str, answers: list[str]) -> Typed | None:
    found = {normalise(answer) for answer in set(answers)}
    if not found <= YES_NO | BESIDE_YES_NO or not found & YES_NO:
        return None
    if found <= YES_NO:
        options = (Option(id="yes", label="Yes"), Option(id="no", label="No"))
        why = "every answer is yes or no"
        return Typed(type="yes_no", confidence=0.98, why=why, options=options)
    why = "the answers are yes, no or something beside them"
    return Typed(type="single_choice", confidence=0.95, why=why, options=options_of(answers))


def _likert(_: str, answers: list[str]) -> Typed | None:
    family = family_of(answers)
    if not family:
        return None
    on_form = [one for one in answers if level_of(one, family) is not None or is_off_the_scale(one)]
    options = in_order(options_of(on_form), family)
    why = f"the answers say {family}"
    return Typed(type="likert", confidence=0.9, why=why, options=options)


def _scale(heading: str, answers: list[str]) -> Typed | None:
    answers = _telling(answers)
    numbers = _numbers(answers)
    said = ENDS.search(heading.casefold())
    if said and sum(map(_names_a_number, answers)) >= HALF * len(answers):
        scale = Scale(low=int(said["low"] or 1), high=int(said["high"] or said["top"]))
        why = f'the heading says "{said[0]}" and the answers are numbers'
        return Typed(type="scale", confidence=0.95, why=why, scale=scale)
    asked = ASKS_FOR_A_SCORE.search(heading.casefold())
    if not asked or len(numbers) < MOSTLY * len(answers):
        return None
    low = 0 if 0 in numbers else 1
    ends = [end for end in SCALE_ENDS if all(low <= number <= end for number in numbers)]
    if low == 0:
        ends = [end for end in ends if end == max(SCALE_ENDS)]
    if not ends or any(number != int(number) for number in numbers):
        return None
    why = (
        f"the answers are whole numbers from {low} to {ends[0]} and the heading says "
        f'"{asked[0]}"; please check the ends'
    )
    return Typed(type="scale", confidence=0.85, why=why, scale=Scale(low=low, high=ends[0]))


def _number(_: str, answers: list[str]) -> Typed | None:
    answers = _telling(answers)
    if len(_numbers(answers)) < MOSTLY * len(answers):
        return None
    return Typed(type="number", confidence=0.9, why="the answers are numbers")


def _date(_: str, answers: list[str]) -> Typed | None:
    answers = _telling(answers)
    read = [
        read_date(one, day_first=True) or read_date(one, day_first=False) for one in set(answers)
    ]
    if sum(day is not None for day in read) < MOSTLY * len(read):
        return None
    if day_stands_first(answers) is None:
        why = "the answers are dates, but day and month could be either way round"
        return Typed(type="date", confidence=0.6, why=why)
    return Typed(type="date", confidence=0.9, why="the answers are dates")


def _own_words(heading: str, _: list[str]) -> Typed | None:
    """Keep comments apart from choices, though people may have written the same few words."""
    asked = ASKS_FOR_WORDS.search(normalise(heading))
    if asked is None or asks_for_ticks(heading):
        return None
    why = f'the heading says "{asked[0]}"'
    return Typed(type="free_text", confidence=0.9, why=why)


def _ticks(heading: str, answers: list[str]) -> Typed | None:
    asked_for = asks_for_ticks(heading)
    ticks = find_ticks(answers, asked_for=asked_for)
    if ticks is None:
        return None
    options = _offered(ticks.lists)
    if asked_for:
        why, confidence = "the question asks to choose several", 0.9
    else:
        why = (
            f"the answers are lists, and {ticks.repeated:.0%} of what stands in them was given "
            "by several people"
        )
        confidence = round(0.9 * ticks.repeated, 2)
    return Typed(type="multiple_choice", confidence=confidence, why=why, options=options)


def _choice(heading: str, answers: list[str]) -> Typed | None:
    """Answers that several people gave in the same words."""
    telling = _telling(answers)
    words = {answer: normalise(answer) for answer in set(telling)}
    counts = Counter(words[answer] for answer in telling)
    alone = [answer for answer in words if counts[words[answer]] == 1]
    repeated = 1 - len(alone) / len(telling)
    if any(len(one) > LONGEST_OPTION for one in alone) or len(counts) > MOST_OPTIONS:
        return None
    options = _offered([[answer] for answer in answers])
    if asks_for_ticks(heading):
        why = "the question asks to choose several, and everybody chose one"
        return Typed(type="multiple_choice", confidence=0.8, why=why, options=options)
    if repeated < HALF:
        return None
    why = f"{repeated:.0%} of the answers are short and shared by several people"
    confidence = round(0.6 + 0.3 * repeated, 2)
    return Typed(type="single_choice", confidence=confidence, why=why, options=options)


KINDS: tuple[Callable[[str, list[str]], Typed | None], ...] = (
    _nobody_answered,
    _ranking,
    _forms_ticks,
    _yes_no,
    _likert,
    _scale,
    _number,
    _date,
    _own_words,
    _ticks,
    _choice,
)


def _telling(answers: list[str]) -> list[str]:
    """Leave out "prefer not to say" and its like, unless nobody said anything else."""
    return [answer for answer in answers if not means_no_answer(answer)] or answers


def _names_a_number(answer: str) -> bool:
    """Say whether a score could be read here: "7", "8/10", "eight"."""
    return answer[0].isdecimal() or normalise(answer) in NUMBER_WORDS


def _numbers(answers: list[str]) -> list[float]:
    """Read the answers that are plain numbers."""
    found = (answer.replace("\u2212", "-") for answer in answers)
    return [float(one.replace(",", ".")) for one in found if NUMBER.fullmatch(one)]
