r"""What parts the options in one cell: ``A;B;``, ``A, B``, ``A,B``, ``["A", "B"]``, line by line.

Survey tools that write ``A;B`` or ``A,B`` put no space behind the mark; people do, and so do the
options themselves. So a mark without a space and one with a space are two separators, and whatever
stands in brackets, behind a backslash or between the digits of a number parts nothing.
"""

import json
import re
from bisect import bisect_right
from collections.abc import Collection

from rm_eval.questionnaire import Option
from rm_eval.recognise.wordings.wording import normalise

# The clearest first.
SEPARATORS = (";", "; ", "\n", "|", ",", ", ")
COMMAS = (",", ", ")
# These only ever part what people rank: "A > B", "1. A 2. B".
OF_RANKINGS = (*SEPARATORS, ">", "1.")
PARTED_BY = {
    ";": re.compile(r";(?!\s)"),
    "; ": re.compile(r";(?:\s+|$)"),
    "\n": re.compile(r"\n"),
    "|": re.compile(r"\|"),
    ",": re.compile(r"(?<!\\),(?=[^\s\d])|(?<![\\\d]),(?=\d)"),
    ", ": re.compile(r"(?<!\\),(?:\s+|$)"),
    ">": re.compile(r"\s>\s|→"),
    "1.": re.compile(r"(?:^|(?<![\s,;])[\s,;]+)\(?\d{1,2}[.):]\s+"),
}
# A text without its mark needs no further look; those of rankings are looked for in any case.
MARKS = {separator: separator[0] for separator in SEPARATORS}
BRACKETS = re.compile(r"\([^()]*\)")
# No form offers so many things: an answer with more marks than that is no list of them, and what
# is asked of every pair of pieces stays quick.
MOST_PIECES = 200


def split(answer: str, separator: str) -> list[str]:
    """Split an answer into its pieces, blank ones left out; more than a form offers stay one."""
    if MARKS.get(separator, "") not in answer:
        return [answer.strip()] if answer.strip() else []
    listed = _json_list(answer)
    pieces = _cut(answer, separator) if listed is None else listed
    if len(pieces) > MOST_PIECES:
        pieces = [answer]
    return [piece.strip().replace("\\,", ",") for piece in pieces if piece.strip()]


def joined(pieces: list[str], separator: str) -> str:
    """Write pieces as a column parts them, so that splitting them gives the same again."""
    if separator in {";", "1."}:
        return "".join(f"{piece};" for piece in pieces)
    return (" > " if separator == ">" else separator).join(pieces)


def _cut(answer: str, separator: str) -> list[str]:
    marks = PARTED_BY[separator]
    if "(" not in answer:
        return marks.split(answer)
    aside = [found.span() for found in BRACKETS.finditer(answer)]
    ends = [end for _, end in aside]
    pieces, at = [], 0
    for mark in marks.finditer(answer):
        bracket = bisect_right(ends, mark.start())
        if bracket == len(aside) or mark.start() < aside[bracket][0]:
            pieces.append(answer[at : mark.start()])
            at = mark.end()
    return [*pieces, answer[at:]]


def _json_list(answer: str) -> list[str] | None:
    if not answer.startswith("["):
        return None
    try:
        listed = json.loads(answer)
    except (ValueError, RecursionError):  # "[[[[" is no list, however long
        return None
    return listed if isinstance(listed, list) and all(isinstance(i, str) for i in listed) else None


def separators_for(
    answers: Collection[str], options: tuple[Option, ...], among: tuple[str, ...] = SEPARATORS
) -> tuple[str, ...]:
    """Put the separators in the order to try them: first the one that finds most options.

    Parameters
    ----------
    answers
        Each different one. Those that are an option as they stand tell nothing.
    options
        Of the question, from a questionnaire or made from the column.
    among
        The separators there can be.
    """
    known = {normalise(label) for option in options for label in (option.label, *option.aliases)}
    if not known:
        return among
    telling = [answer for answer in answers if normalise(answer) not in known]
    found = {
        separator: sum(
            normalise(piece) in known for answer in telling for piece in split(answer, separator)
        )
        for separator in among
    }
    return tuple(sorted(among, key=lambda separator: -found[separator]))
