"""Find a question's options in the text of a cell, the longest known option first."""

import re
from dataclasses import dataclass
from functools import lru_cache

from rm_eval.questionnaire import Option, Question
from rm_eval.recognise.lists import out_of_json
from rm_eval.recognise.wording import normalise, plain

COMMA = ","
OTHER = re.compile(r"other\s*[:\-–]\s*(?P<text>.+)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """One piece of an answer.

    Attributes
    ----------
    text
        As typed.
    option
        What it is; None where the form has no such option.
    loose
        True where case, spaces or dots had to be ignored, or an alias was met.
    other_text
        What was typed beside "Other"; "" where nobody said it is one.
    """

    text: str
    option: Option | None
    loose: bool = False
    other_text: str = ""


def find_options(text: str, question: Question, separators: tuple[str, ...]) -> list[Found]:
    """Read the options named in a text.

    A separator may stand inside an option (``Culture; values and behaviours``), so pieces are
    joined again while that gives a known option, the longest first. The separators are tried in
    turn: a later one only splits a piece that is no option as it stands.
    """
    if separators:
        text = out_of_json(text, separators[0])
    text = text.strip().strip("".join(separators)).strip()
    other = OTHER.fullmatch(text)
    if other:
        return [_other(other["text"].strip(), question)]
    whole = _find(text, question)
    if whole is not None or not separators:
        return [whole or Found(text=text, option=None)]
    return _split(text, question, separators)


def _split(text: str, question: Question, separators: tuple[str, ...]) -> list[Found]:
    separator, later = separators[0], separators[1:]
    pieces = [piece.strip() for piece in text.split(separator)]
    pieces = [piece for piece in pieces if piece]
    found: list[Found] = []
    while pieces:
        one, used = _longest(pieces, separator, question)
        if one is None and OTHER.fullmatch(pieces[0]):
            # Whatever follows "Other:" is one person's own words, separators and all.
            return [*found, *find_options(f"{separator} ".join(pieces), question, ())]
        found.extend([one] if one else _unknown(pieces[0], question, later))
        pieces = pieces[used:]
    return _with_own_words_joined(found) if separator == COMMA else found


def _with_own_words_joined(found: list[Found]) -> list[Found]:
    """Join strange pieces side by side: commas part ticks, but also stand in what people type."""
    joined: list[Found] = []
    for one in found:
        if joined and one.option is None and joined[-1].option is None:
            joined[-1] = Found(text=f"{joined[-1].text}{COMMA} {one.text}", option=None)
        else:
            joined.append(one)
    return joined


def _longest(pieces: list[str], separator: str, question: Question) -> tuple[Found | None, int]:
    for used in range(len(pieces), 0, -1):
        one = _find(f"{separator} ".join(pieces[:used]), question)
        if one is not None:
            return one, used
    return None, 1


def _unknown(piece: str, question: Question, later: tuple[str, ...]) -> list[Found]:
    """Split a strange piece further only where every part of it is an option."""
    if later:
        parts = _split(piece, question, later)
        if len(parts) > 1 and all(part.option is not None for part in parts):
            return parts
    return [Found(text=piece, option=None)]


def find_option(text: str, question: Question) -> Found:
    """Find the one option a text is; `Found.option` is None where it is none."""
    return _find(text, question) or Found(text=text, option=None)


def _find(text: str, question: Question) -> Found | None:
    option = _by_words(question.options).get(normalise(text))
    if option is None:
        return None
    return Found(text=text, option=option, loose=not _spaces_apart(text, option.label))


@lru_cache(maxsize=512)
def _by_words(options: tuple[Option, ...]) -> dict[str, Option]:
    """Find options by the words of their label or an alias; the first of two alike wins."""
    words: dict[str, Option] = {}
    for option in options:
        for label in (option.label, *option.aliases):
            words.setdefault(normalise(label), option)
    return words


def _spaces_apart(text: str, label: str) -> bool:
    """Markup, a trailing or a no-break space are the survey tool's doing, not worth telling."""
    return plain(text) == plain(label)


def _other(text: str, question: Question) -> Found:
    option = next((option for option in question.options if option.id == "other"), None)
    return Found(text=text, option=option, other_text=text)
