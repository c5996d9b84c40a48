"""Find a question's options in the text of a cell, the longest known option first."""

import re
from dataclasses import dataclass
from functools import lru_cache

from rm_eval.questionnaire import Option, Question
from rm_eval.recognise.pieces.places import without_number
from rm_eval.recognise.pieces.separators import COMMAS, split
from rm_eval.recognise.wordings.wording import normalise, plain

EDGES = ";,| \n"
MORE_PIECES = 5  # than an option has words: of one written longer than on the form, or with markup
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
    text = text.strip(EDGES) if separators else text.strip()
    other = OTHER.fullmatch(text)
    if other:
        return [_other(other["text"].strip(), question)]
    whole = _find(text, question)
    if whole is not None or not separators:
        return [whole or Found(text=text, option=None)]
    return _split(text, question, separators)


def _split(text: str, question: Question, separators: tuple[str, ...]) -> list[Found]:
    separator, later = separators[0], separators[1:]
    pieces = split(text, separator)
    found: list[Found] = []
    while pieces:
        one, used = _longest(pieces, separator, question)
        if one is None and OTHER.fullmatch(pieces[0]):
            # Whatever follows "Other:" is one person's own words, separators and all.
            return [*found, *find_options(separator.join(pieces), question, ())]
        found.extend([one] if one else _unknown(pieces[0], question, separator, later))
        pieces = pieces[used:]
    return _with_own_words_joined(found, separator) if separator in COMMAS else found


def _with_own_words_joined(found: list[Found], comma: str) -> list[Found]:
    """Join strange pieces side by side: commas part ticks, but also stand in what people type."""
    joined: list[Found] = []
    for one in found:
        if joined and one.option is None and joined[-1].option is None:
            joined[-1] = Found(text=f"{joined[-1].text}{comma}{one.text}", option=None)
        else:
            joined.append(one)
    return joined


def _longest(pieces: list[str], separator: str, question: Question) -> tuple[Found | None, int]:
    most = _most_words(_ThisOne(question)) + MORE_PIECES
    for used in range(min(len(pieces), most), 0, -1):
        one = _find(separator.join(pieces[:used]), question)
        if one is not None:
            return one, used
    return None, 1


def _unknown(piece: str, question: Question, separator: str, later: tuple[str, ...]) -> list[Found]:
    """Split a strange piece further only where every part of it is an option.

    Or at least one, where the same mark only has a space more or less behind it.
    """
    if not later:
        return [Found(text=piece, option=None)]
    parts = _split(piece, question, later)
    n_known = sum(part.option is not None for part in parts)
    same_mark = any(one.strip() == separator.strip() and one in piece for one in later)
    if len(parts) > 1 and (n_known == len(parts) or (same_mark and n_known)):
        return parts
    return [Found(text=piece, option=None)]


def find_option(text: str, question: Question) -> Found:
    """Find the one option a text is; `Found.option` is None where it is none."""
    return _find(text, question) or Found(text=text, option=None)


def _find(text: str, question: Question) -> Found | None:
    option = _by_words(_ThisOne(question)).get(normalise(text))
    if option is None:
        return None
    return Found(text=text, option=option, loose=not _spaces_apart(text, option.label))


class _ThisOne:
    """A question, told from others by being itself: its options are many to compare each time."""

    def __init__(self, question: Question) -> None:
        self.question = question

    def __hash__(self) -> int:
        return id(self.question)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ThisOne) and self.question is other.question


@lru_cache(maxsize=512)
def _by_words(this: _ThisOne) -> dict[str, Option]:
    """Find options by the words of their label or an alias; the first of two alike wins."""
    words: dict[str, Option] = {}
    for option in this.question.options:
        for label in (option.label, *option.aliases):
            words.setdefault(normalise(label), option)
    return words


@lru_cache(maxsize=512)
def _most_words(this: _ThisOne) -> int:
    """Return of how many words the longest label or alias is."""
    return max((len(words.split()) for words in _by_words(this)), default=0)


def _spaces_apart(text: str, label: str) -> bool:
    """Markup, numbering, a trailing or a no-break space are not worth telling."""
    return without_number(plain(text)) == without_number(plain(label))


def _other(text: str, question: Question) -> Found:
    option = next((option for option in question.options if option.id == "other"), None)
    return Found(text=text, option=option, other_text=text)
