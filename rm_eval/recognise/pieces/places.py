"""A place in a ranking, however it is written: ``1``, ``1.0``, ``1st``, ``Rank 1``, ``First``."""

import re

FIRST_TO_TENTH = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip
BEFORE = r"(?:rank(?:ing)?|rang|place|position|priority|choice|number|no|#)?[ .:]*"
AFTER = r"(?: (?:choice|place|priority|rank|most important))?"
PLACE = re.compile(rf"{BEFORE}(?P<digits>\d{{1,3}})(?:[.,]0+)?(?:st|nd|rd|th|\.)?{AFTER}")
IN_WORDS = re.compile(rf"(?P<word>{'|'.join(FIRST_TO_TENTH)}){AFTER}")
# A bare number is a place only where something says that it ranks.
SAYS_PLACE = re.compile(r"[^\W\d]")
NUMBER_IN_FRONT = re.compile(r"#?\(?\d{1,2}[.):]\s*(?=\D)")
ASKS_TO_RANK = re.compile(
    r"\brank|\bin order of\b|\border of (importance|preference|priority)|\bprioriti[sz]e"
)


def place_in(text: str) -> int | None:
    """Return the place a text names, 0 and more; None where it names none."""
    words = " ".join(text.casefold().split())
    if found := PLACE.fullmatch(words):
        return int(found["digits"])
    if found := IN_WORDS.fullmatch(words):
        return FIRST_TO_TENTH.index(found["word"]) + 1
    return None


def is_ranking(places: list[int | None], n_items: int) -> bool:
    """Say whether places are all different and none is beyond the number of things ranked."""
    known = [place for place in places if place is not None and 1 <= place <= n_items]
    return len(known) == len(places) and len(set(known)) == len(known)


def without_number(text: str) -> str:
    """Take off the number that somebody put in front of what they rank: "1. Time"."""
    return NUMBER_IN_FRONT.sub("", text, count=1) if NUMBER_IN_FRONT.match(text) else text
