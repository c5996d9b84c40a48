"""The ends of a scale, as a heading names them: "1 to 10", "out of 5", "10 = very"."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from rm_eval.questionnaire import Scale

JOINED = r"\s*(?:to|through|until|up to|and|[-–—/~]|\.\.\.?|…|bis|à|au|i|至|到)\s*"
IN_BRACKETS = r"\s*(?:\([^()\d]{1,60}\)|\[[^\[\]\d]{1,60}\])?"
# "in weeks 1 to 4" and "1-5 years" are no scales.
COUNTED = (
    r"bands?|years?|ages?|aged|weeks?|sessions?|sections?|questions?|parts?|modules?|cohorts?|"
    r"months?|days?|steps?|stages?|chapters?|pages?|figures?|hours?|hrs?|minutes?|mins?|times|people|staff|"
    r"colleagues|meetings?|employees"
)
RANGE = re.compile(
    rf"(?<![\w/.-])(?<!£)(?P<low>[01]){IN_BRACKETS}{JOINED}(?P<high>[3-9]|10|11|20|50|100)"
    rf"(?![a-z]|[\d/.-]*\d)(?!\s*-?(?:{COUNTED})\b)(?! ?%)"
)
BACKWARDS = re.compile(
    rf"(?<![\w/.-])(?P<high>[3-9]|10|100){IN_BRACKETS}{JOINED}(?P<low>[01])(?![\w/.-]*\d)"
)
AFTER_A_COUNT = re.compile(rf"\b(?:{COUNTED}|q)\.?\s*$")
OUT_OF = re.compile(
    r"\bout of (?P<top>[3-9]|10|20|100)\b(?!\s*\w*\s*(?:people|staff|colleagues|sessions))|"
    r"(?<![\d/])/ ?(?P<slash>5|7|10|100)(?![\d/])|"
    r"\b(?P<points>[3-9]|10|five|seven|ten)[- ]point\b|"
    r"\b(?P<stars>[3-9]|10|five|ten)[- ]stars?\b"
)
IN_WORDS = {"zero": 0, "one": 1, "five": 5, "seven": 7, "ten": 10}
FROM_ONE_TO_TEN = re.compile(r"\b(zero|one) (to|and) (five|seven|ten)\b", re.IGNORECASE)
# "1 = not at all", "10 being very", "1 (low)", "5: Agree"; and the other way, "very (10)".
LABELLED = re.compile(
    r"(?<![\w.,/-])(?P<number>\d{1,3})\s*"
    r"(?:=|:|[-–—]|\(|\bis\b|\bbeing\b|\bmeans?\b|\bmeaning\b|\bequals\b|\brepresents?\b|"
    r"(?=\s(?:the )?(?:lowest|highest|low|high|least|most|worst|best|"
    r"not at all|extremely|very|completely|strongly)\b))\s*"
    r"(?P<label>[^\W\d][^\d,;()\[\]]*)"
)
LABEL_FIRST = re.compile(
    r"\b(?P<label>[^\W\d][^\d,;()\[\]=]{0,200}?)\s*"
    r"(?:\(\s*(?P<bracketed>\d{1,3})\s*\)|=\s*(?P<number>\d{1,3})\b)"
)
# What stands between one label and the next end.
TRAILING = re.compile(
    r"[\s\-–—.:?!]*\b(?:to|and|where|while|with|through|up to)?[\s\-–—.:?!]*$|\s+[-–—]\s.*$"
)
IS = r"\s*(?:=|:|[-–—]|\(|is|being|means?|meaning)\s*"
IN_A_BRACKET = re.compile(
    r"[(\[][^()\[\]]*\b[01]\b[^()\[\]]*(?:\([^()]*\)[^()\[\]]*)?\b(?:5|7|10|100)\b[^()\[\]]*"
    r"(?:\([^()]*\)[^()\[\]]*)?[)\]]"
)
WHERE_CLAUSE = re.compile(
    rf",? ?\(?(?:where|with) [01]{IS}[^?]*?\b(?:5|7|10|100){IS}[^,?.]*[,.]?", re.IGNORECASE
)
ON_A_SCALE = re.compile(
    r"(?:please )?(?:rate |score |answer )?\b(?:on|using|use) (?:a|the) (?:\w+ )?scale"
    rf"(?: (?:of|from|between))? ?(?:[01]{IN_BRACKETS}{JOINED}\d+{IN_BRACKETS})?\s*[,:]?|"
    r"\b(?:from )?[01] ?(?:to|[-–—]) ?(?:5|7|10|100)$|\bout of (?:5|7|10|100)\b",
    re.IGNORECASE,
)
AT_THE_END = re.compile(
    rf"[\s.,;:?]*\b[01]{IS}[^\W\d][^?]*\b(?:5|7|10|100){IS}[^\W\d][^?,]*$", re.IGNORECASE
)
LONGEST_HEADING = 2_000  # characters: a longer one is a page of words, and slow to search
LOWEST, HIGHEST = (0, 1), (3, 4, 5, 6, 7, 8, 9, 10, 11, 20, 50, 100)


@dataclass(frozen=True, kw_only=True, slots=True)
class Ends:
    """The ends of a scale and what they mean.

    Attributes
    ----------
    low
        None where the heading names the upper end alone: the scale may begin at 0 or at 1.
    said
        The words of the heading that name them.
    """

    low: int | None
    high: int
    said: str
    low_label: str = ""
    high_label: str = ""

    def scale(self, numbers: Collection[float]) -> Scale:
        """Make the scale; where its lower end is not named, the answers tell."""
        low = self.low if self.low is not None else 0 if 0 in numbers else 1
        return Scale(low=low, high=self.high, low_label=self.low_label, high_label=self.high_label)


@lru_cache(maxsize=4096)  # asked again for every question of every form
def ends_in(heading: str) -> Ends | None:
    """Read the ends of a scale off a heading; None where it names none."""
    if len(heading) > LONGEST_HEADING:
        return None
    text = FROM_ONE_TO_TEN.sub(_in_digits, " ".join(heading.split()))
    labels = _labels(text)
    found = _range(text)
    if found is not None:
        low, high, said = found
        return Ends(
            low=low,
            high=high,
            said=said,
            low_label=labels.get(low, ""),
            high_label=labels.get(high, ""),
        )
    if labels and max(labels) in HIGHEST and min(labels) in LOWEST:
        low, high = min(labels), max(labels)
        return Ends(
            low=low,
            high=high,
            said=f"{low} = {labels[low]}, {high} = {labels[high]}",
            low_label=labels[low],
            high_label=labels[high],
        )
    return _top_alone(text, labels)


def without_ends(wording: str) -> str:
    """Take the naming of a scale out of a wording: what is left is what was asked."""
    text = " ".join(wording.split())
    if len(text) > LONGEST_HEADING:
        return text
    for pattern in (IN_A_BRACKET, WHERE_CLAUSE, ON_A_SCALE, AT_THE_END):
        text = pattern.sub(" ", text)
    return " ".join(text.split()).strip(" ,;:-–—")


def _in_digits(found: re.Match[str]) -> str:
    low, joint, high = found.groups()
    return f"{IN_WORDS[low.casefold()]} {joint} {IN_WORDS[high.casefold()]}"


def _range(text: str) -> tuple[int, int, str] | None:
    low_text = text.casefold()
    for pattern in (RANGE, BACKWARDS):
        for found in pattern.finditer(low_text):
            if not AFTER_A_COUNT.search(low_text[: found.start()]):
                return int(found["low"]), int(found["high"]), text[found.start() : found.end()]
    return None


def _labels(text: str) -> dict[int, str]:
    """Find what numbers are said to mean; nothing where they do not look like ends."""
    found: dict[int, str] = {}
    for one in LABELLED.finditer(text):
        found.setdefault(int(one["number"]), TRAILING.sub("", one["label"]).strip())
    if len(found) < 2:  # noqa: PLR2004 - one label may be the other end's
        for one in LABEL_FIRST.finditer(text):
            number = int(one["bracketed"] or one["number"])
            found.setdefault(number, TRAILING.sub("", one["label"]).strip())
    return found


def _top_alone(text: str, labels: dict[int, str]) -> Ends | None:
    found = OUT_OF.search(text.casefold())
    if found is not None:
        said = next(part for part in found.groups() if part)
        high = IN_WORDS.get(said) or int(said)
        low = 1 if found["stars"] or found["points"] else None
        return Ends(low=low, high=high, said=found[0])
    if labels and max(labels) in {5, 7, 10, 100}:
        high = max(labels)
        return Ends(low=None, high=high, said=f"{high} = {labels[high]}", high_label=labels[high])
    return None
