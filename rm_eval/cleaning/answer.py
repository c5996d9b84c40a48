"""What a rule makes of one cell: the answers in it, and a word about every change."""

import re
from dataclasses import dataclass, field

import numpy as np

NaN = float(np.nan)

# What people type for "I have no answer"; missing, not wrong.
NO_ANSWER = {
    "n/a", "na", "n.a.", "not applicable", "none given", "-", "--", "–", "—", ".", "?", "nil",
    "prefer not to say", "prefer not to answer", "rather not say", "don't know", "dont know",
    "do not know", "not sure", "unsure", "no answer", "not answered", "[not completed]", "nan",
}  # fmt: skip
INVISIBLE = re.compile("[\u200b\u200c\u2060\ufeff\u00ad]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """One answer; see `rm_eval.responses.Responses` for the meaning of each part."""

    answer: str = ""
    number: float = NaN
    place: float = NaN
    text: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """One thing a rule did to a cell: which rule, and the sentence for the reader."""

    rule: str
    why: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Cleaned:
    """What became of one cell.

    Attributes
    ----------
    answers
        None or more answers.
    after
        The cell's text in clean form: cleaning it again gives the same answers.
    changes
        One for each rule that did something.
    """

    answers: tuple[Answer, ...] = ()
    after: str = ""
    changes: tuple[Change, ...] = field(default=())


def tidy(text: str) -> str:
    """Drop outer and doubled spaces, no-break spaces and invisible characters."""
    return " ".join(INVISIBLE.sub("", text).split())


def left_out(rule: str, why: str) -> Cleaned:
    """Make the outcome of an answer that is left out, and say why."""
    return Cleaned(changes=(Change(rule=rule, why=why),))


def means_no_answer(text: str) -> bool:
    """Say whether somebody typed that they have no answer."""
    return text.casefold().replace("’", "'") in NO_ANSWER


def not_answered(text: str) -> Cleaned:
    """Make the outcome of such an answer."""
    return left_out("not_answered", f'"{text}" counts as not answered.')
