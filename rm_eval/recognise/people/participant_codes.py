"""Which column holds the codes people make up to link their forms, and what is a person's code?

A heading that asks for one tells by itself (`rm_eval.readers.personal.participant_codes`). A
heading that only says "code" or "ID" is believed where the answers are: short, of one shape, and
each of them somebody's own.
"""

import re
import unicodedata
from collections import Counter

from rm_eval.readers import Heading, RawTable
from rm_eval.recognise.no_answer import means_no_answer

SAYS_CODE = re.compile(r"\b(code|id|identifier|pseudonym)\b", re.IGNORECASE)
OF_A_THING = re.compile(
    r"\b(post|zip|country|area|job|cost|site|ward|team|department|organisation|trust|dress|ods|"
    r"response|respondent|form|survey|session|collector|group|pair|cohort)\b",
    re.IGNORECASE,
)
# "ST07A" has the shape "aa00a". People slip, so not every code has to have it.
SAME_SHAPE = 0.7
NEARLY_ALL_DIFFERENT = 0.9
FEWEST = 3
SHORTEST, LONGEST = 3, 24


def find_codes(raw: RawTable, asked: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """Find the columns of participant codes.

    Parameters
    ----------
    raw
        The table.
    asked
        Headings that may be a question of the form.
    """
    by_content = (heading for heading in asked if _holds_codes(raw, heading))
    return (*raw.columns("code"), *by_content)


def code_in(text: str) -> str:
    """Return a code without what people type differently from one form to the next; "" for none.

    Case, spaces, dashes and dots make no difference. A letter O and a nought do: whether one stands
    for the other, somebody has to say.
    """
    if means_no_answer(text):
        return ""
    letters = unicodedata.normalize("NFKC", text).upper()
    code = "".join(letter for letter in letters if letter.isalnum())
    return code if len(code) <= LONGEST else ""


def _holds_codes(raw: RawTable, heading: Heading) -> bool:
    if not SAYS_CODE.search(heading.text) or OF_A_THING.search(heading.text):
        return False
    texts = [cell for cell in raw.cells[heading.column] if cell.strip()]
    codes = [code for text in texts if (code := code_in(text))]
    if len(codes) < max(FEWEST, NEARLY_ALL_DIFFERENT * len(texts)):
        return False
    shapes = Counter(map(_shape, codes))
    commonest = max((n for shape, n in shapes.items() if {"a", "0"} <= set(shape)), default=0)
    return (
        commonest >= SAME_SHAPE * len(codes)
        and len(set(codes)) >= NEARLY_ALL_DIFFERENT * len(codes)
        and min(map(len, codes)) >= SHORTEST
    )


def _shape(code: str) -> str:
    """Reduce a code to which of its letters are digits: runs of each count once."""
    return re.sub(r"(.)\1+", r"\1", "".join("0" if one.isdigit() else "a" for one in code))
