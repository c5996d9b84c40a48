"""What a rule makes of one cell: the answers in it, and a word about every change."""

import re
from dataclasses import dataclass, field

import numpy as np

NaN = float(np.nan)

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
    """One thing a rule did to an answer.

    Attributes
    ----------
    rule
        Its id.
    why
        The sentence for the reader.
    answer
        `Answer.answer` of the one answer it is about; None where it is about all of them.
    at
        Which of the question's columns, from 0; None where it is about all of them.
    """

    rule: str
    why: str
    answer: str | None = None
    at: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Cleaned:
    """What became of one person's answer to one question.

    Attributes
    ----------
    answers
        None or more answers.
    after
        The text in clean form: cleaning it again gives the same answers.
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


def not_answered(text: str) -> Cleaned:
    """Make the outcome of such an answer."""
    return left_out("not_answered", f'"{text}" counts as not answered.')
