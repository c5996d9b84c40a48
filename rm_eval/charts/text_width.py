"""How wide a piece of text is, and how to wrap it: measured, never counted in characters.

The advance widths below are those of Arial, which Liberation Sans and Helvetica share, in
units of 1/2048 of the font size; so no font file is needed to lay out a picture.
"""

import unicodedata
from functools import cache
from typing import NamedTuple

UNITS = 2048

REGULAR: dict[int, str] = {
    391: "'",
    455: "ijl\u2018\u2019",
    532: "|",
    569: " !,./:;I[\\]ft\u00a0\u00b7",
    682: "()-`r\u2010\u2011\u201c\u201d",
    684: "{}",
    717: "\u2022",
    727: '"',
    797: "*",
    961: "^",
    1024: "Jcksvxyz",
    1124: "\u2264\u2265",
    1139: "#$0123456789?L_abdeghnopqu\u00a3\u2013\u20ac",
    1196: "+<=>~\u00d7",
    1251: "FTZ\u00f8\u00df",
    1366: "&ABEKPSVXY",
    1479: "CDHNRUw",
    1593: "GOQ\u00d8",
    1706: "Mm",
    1821: "%\u00e6",
    1933: "W",
    2048: "\u2014\u2026\u00c6",
    2079: "@",
}
BOLD: dict[int, str] = {
    487: "'",
    569: " ,./I\\ijl\u00a0\u00b7\u2018\u2019",
    573: "|",
    682: "!()-:;[]`ft\u2010\u2011",
    717: "\u2022",
    797: "*r{}",
    971: '"',
    1024: "z\u201c\u201d",
    1124: "\u2264\u2265",
    1139: "#$0123456789J_aceksvxy\u00a3\u2013\u20ac",
    1196: "+<=>^~\u00d7",
    1251: "?FLTZbdghnopqu\u00f8\u00df",
    1366: "EPSVXY",
    1479: "&ABCDHKNRU",
    1593: "GOQw\u00d8",
    1706: "M",
    1821: "%m\u00e6",
    1933: "W",
    1997: "@",
    2048: "\u2014\u2026\u00c6",
}
WIDE = 2048
TYPICAL = 1139
FULL_WIDTH = "WF"
MARKS = ("Mn", "Me", "Cf", "Cc")
BREAKS_AFTER = "/-_.,;:?&=@"


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Width of one line of text in pixels at a font size in pixels."""
    return sum(_advance(character, bold=bold) for character in text) * size / UNITS


def wrap(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """Lines no wider than `width` pixels, as few as will do, of about equal length."""
    words = [
        Word(text=word, width=text_width(word.rstrip(), size, bold=bold), space=word[-1:] == " ")
        for word in _words(text, width, size, bold=bold)
    ]
    space = text_width(" ", size, bold=bold)
    lines = _balanced(words, width, space)
    return ["".join(word.text for word in line).rstrip() for line in lines] or [""]


class Word(NamedTuple):
    """A word or a piece of one, its width, and whether a space follows."""

    text: str
    width: float
    space: bool


def _balanced(words: list[Word], width: float, space: float) -> list[list[Word]]:
    """Narrow the column for as long as the text needs no further line: no lone last word."""
    lines = _filled(words, width, space)
    narrowest = max([width / 2, *(word.width for word in words)])
    widest = width
    while widest - narrowest > 1:
        middle = (narrowest + widest) / 2
        tried = _filled(words, middle, space)
        if len(tried) <= len(lines):
            lines, widest = tried, middle
        else:
            narrowest = middle
    return lines


def _filled(words: list[Word], width: float, space: float) -> list[list[Word]]:
    """As many words on each line as there is room for."""
    lines: list[list[Word]] = []
    used = 0.0
    for word in words:
        if lines and used + word.width <= width:
            lines[-1].append(word)
        else:
            lines.append([word])
            used = 0.0
        used += word.width + (space if word.space else 0.0)
    return lines


def _words(text: str, width: float, size: float, *, bold: bool) -> list[str]:
    """Words, each with the space behind it; those wider than a line in pieces."""
    pieces = []
    for word in text.split():
        pieces += _pieces(word, width, size, bold=bold)
        pieces[-1] += " "
    return pieces


def _pieces(word: str, width: float, size: float, *, bold: bool) -> list[str]:
    pieces = []
    while text_width(word, size, bold=bold) > width and len(word) > 1:
        length = _longest_start(word, width, size, bold=bold)
        pieces.append(word[:length])
        word = word[length:]
    return [*pieces, word] if word else pieces


def _longest_start(word: str, width: float, size: float, *, bold: bool) -> int:
    """How many characters fit, ending where a web address may be broken if it can."""
    room = 1
    while room < len(word) and text_width(word[: room + 1], size, bold=bold) <= width:
        room += 1
    good = max((word.rfind(mark, 0, room) for mark in BREAKS_AFTER), default=-1) + 1
    return good if good > room / 2 else room


@cache
def _advance(character: str, *, bold: bool) -> int:
    """Units a character takes; an accented letter is as wide as the letter."""
    letter = unicodedata.normalize("NFD", character)[0]
    known = _table(bold=bold).get(letter)
    if known is not None:
        return known
    if unicodedata.category(letter) in MARKS:
        return 0
    return WIDE if unicodedata.east_asian_width(letter) in FULL_WIDTH else TYPICAL


@cache
def _table(*, bold: bool) -> dict[str, int]:
    table = BOLD if bold else REGULAR
    return {character: units for units, characters in table.items() for character in characters}
