"""`Typed`: what kind of question a column is; and what every kind needs to tell."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rm_eval.questionnaire import Option, QuestionType, Scale
from rm_eval.readers.personal.personal_details import marks_in
from rm_eval.recognise.layout import is_other
from rm_eval.recognise.no_answer import means_no_answer
from rm_eval.recognise.wordings.wording import normalise, plain

OTHER_TYPED = re.compile(r"other\s*[:\-–]\s*\S", re.IGNORECASE)
MOST_WORDS = 6
ENDS_A_SENTENCE = re.compile(r"[.!?…]\s*$")
# A mistyped score or date is for the receipt; it does not make the question another kind.
MOSTLY = 0.8
HALF = 0.5


@dataclass(frozen=True, kw_only=True, slots=True)
class Typed:
    """A type, what comes with it, how sure we are (0 to 1) and why."""

    type: QuestionType
    confidence: float
    why: str
    options: tuple[Option, ...] = ()
    scale: Scale | None = None


# The answers of a column: each different one once, in the order met, and how many people gave it.
Answers = Counter[str]
Kind = Callable[[str, Answers], Typed | None]


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
        if OTHER_TYPED.match(label) or marks_in(label):
            continue  # one person's words beside "Other" are no option
        by_words.setdefault(normalise(label), plain(label))
    options: dict[str, Option] = {}
    for label in by_words.values():
        key = option_id(label)
        if key in options and key != "other":
            key = f"{key}_{len(options) + 1}"
        options.setdefault(key, Option(id=key, label=label))
    return tuple(options.values())


def offered(lists: Iterable[tuple[list[str], int]]) -> tuple[Option, ...]:
    """Collect the options, leaving out what reads as one person's own words beside "Other".

    Each list comes with the number of people who gave it.
    """
    lists = list(lists)
    words: dict[str, str] = {}
    people: Counter[str] = Counter()
    for pieces, n in lists:
        words |= {piece: normalise(piece) for piece in pieces if piece not in words}
        for word in {words[piece] for piece in pieces}:
            people[word] += n
    shared = [piece for piece in words if people[words[piece]] > 1]
    longest = max((len(piece.split()) for piece in shared), default=0)
    begin_small = {one[0].islower() for one in shared} if len(shared) > 1 else set()
    last = {pieces[-1] for pieces, _ in lists if pieces}
    return options_of(
        piece
        for piece in words
        if people[words[piece]] > 1
        # Other options stand behind it, so it stood on the form among them.
        or (piece not in last and len(piece.split()) <= max(longest, MOST_WORDS))
        or not _reads_as_own_words(piece, begin_small)
    )


def _reads_as_own_words(piece: str, begin_small: set[bool]) -> bool:
    """Say whether a text looks unlike the options that several people chose.

    `begin_small` says whether those begin with a small letter; both, where some do and some do not.
    """
    if len(piece.split()) > MOST_WORDS or ENDS_A_SENTENCE.search(piece):
        return True
    return len(begin_small) == 1 and piece[0].islower() not in begin_small


def telling(answers: Answers) -> Answers:
    """Leave out "prefer not to say" and its like, unless nobody said anything else."""
    told = {answer: n for answer, n in answers.items() if not means_no_answer(answer)}
    return Counter(told) or answers


def mostly(fits: Callable[[str], bool], answers: Answers) -> bool:
    """Say whether nearly everybody's answer fits; stops once too many do not."""
    n_perhaps = answers.total()
    needed = MOSTLY * n_perhaps
    for answer, n in answers.items():
        n_perhaps -= 0 if fits(answer) else n
        if n_perhaps < needed:
            return False
    return True
