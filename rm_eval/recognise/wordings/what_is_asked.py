"""The core of a wording: what is asked, without how to answer it, its number or whom it is about.

Two wordings with one core ask the same. A form asks about one protected characteristic, and people
are named differently over the years: all of them are one slot here.
"""

import re
from functools import lru_cache

from rm_eval.recognise.scales.ends import LONGEST_HEADING, without_ends
from rm_eval.recognise.wordings.wording import normalise

CUT_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}$")
# "Q4.", "4)", "4a.", "(4)", "Question 4:", "Q4 -", "4 - ".
NUMBER = re.compile(
    r"^\s*(?:\(?(?:q(?:uestion|n)?\.?\s*)?\d{1,3}(?:[._]\d{1,2})?[a-z]?\s*(?:[.):\]]|[-–—](?=\s))|"
    r"q(?:uestion)?\s?\d{1,3}(?:[._]\d{1,2})?[a-z]?(?=\s))\s*",
    re.IGNORECASE,
)
HOW_TO = (
    r"(?:please )?(?:tick|select|choose|check|mark|pick|circle|click|optional|required|mandatory|"
    r"free text|max\.?|maximum|up to|you can|you may|as many|if applicable|one answer|"
    r"single answer|multiple|write|use|drag|enter)"
)
IN_BRACKETS = re.compile(rf"\s*[(\[]\s*{HOW_TO}\b[^()\[\]]*[)\]]", re.IGNORECASE)
AT_THE_END = re.compile(
    r"(?:(?<=[.?!:;])\s*(?:please )?|\s[-–—]\s*(?:please )?|\splease )"
    r"(?:tick|select|choose|check|mark|pick) "
    r"(?:one|all|any|the|as|up to|your|only|every)\b[^.?!]*[.!]?\s*$",
    re.IGNORECASE,
)
# Forms tells two questions of one wording apart by a digit; a star marks one that must be answered.
MARKS = re.compile(r"(?:(?<=[^\W\d])|(?<=[?.!)]))\s?[2-9]\s*$|[\s*]+$|^[\s*]+")
GROUPS = (
    "bame", "bme", "black asian and minority ethnic", "black and minority ethnic",
    "ethnic minority", "minority ethnic", "minoritised ethnic", "ethnically diverse", "racialised",
    "people of colour", "global majority", "race", "racial", "ethnicity", "ethnic", "disability",
    "disabilities", "disabled", "long term conditions?", "lgbt\\w*", "gender", "gender identity",
    "sex", "sexual orientation", "sexuality", "transgender", "trans", "religion", "religious",
    "belief", "faith", "age", "neurodiversity", "neurodivergent", "neurodiverse", "women",
    "women s", "female", "maternity", "pregnancy", "menopause", "carers?", "social class",
    "working class", "muslim", "deaf", "veterans?", "armed forces",
)  # fmt: skip
SLOT = re.compile(rf"\b(?:{'|'.join(sorted(GROUPS, key=len, reverse=True))})\b")
SLOTS = re.compile(r"\bslot(?: (?:and|or) slot| slot)+\b")
SPELLINGS = {
    "program": "programme",
    "programs": "programmes",
    "organization": "organisation",
    "organizational": "organisational",
}


@lru_cache(maxsize=2048)
def core_of(wording: str) -> str:
    """Return the words of a wording that make it the question it is."""
    if len(wording) > LONGEST_HEADING:
        return normalise(wording)
    text = CUT_TAG.sub("", wording.replace("&nbsp;", " "))
    text = MARKS.sub("", NUMBER.sub("", text.strip()))
    text = MARKS.sub("", AT_THE_END.sub("", IN_BRACKETS.sub("", text)))
    words = normalise(without_ends(text).replace(" & ", " and ")).split()
    return SLOTS.sub("slot", SLOT.sub("slot", " ".join(SPELLINGS.get(w, w) for w in words)))


def asks_the_same(one: str, other: str) -> bool:
    """Say whether two wordings ask the same, and about the same people."""
    return core_of(one) == core_of(other) and _about(one) == _about(other)


def _about(wording: str) -> set[str]:
    return set(SLOT.findall(normalise(wording)))
