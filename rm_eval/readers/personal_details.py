"""What people type that says who they or others are: it is taken out as a file is read.

Nothing later ever sees it: no rule, no option label, no log, no page. What has a form of its own
is found (an e-mail address, a phone number); a name has none, so only a few turns of phrase that
announce one are met, and a name in a comment may stay.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial

# As the NHS Data Dictionary says: the tenth digit checks the other nine, modulus 11.
NHS_NUMBER_DIGITS = 10
MODULUS = 11
SHORTEST = 4
BEFORE_AREA = re.compile(r"^(?:\+44|0044|0)")
UK_PHONE_DIGITS = range(9, 11)
OTHER_PHONE_DIGITS = range(9, 16)
# Nothing is looked for in a cell without one of these.
HINT = re.compile(
    r"[@\uff20]|\d|/|\b(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Sir|Dame)|my |called", re.IGNORECASE
)
NETWORKS = "linkedin|facebook|twitter|x|instagram|insta|tiktok|snapchat|threads"
CAPITALISED = r"[^\W\d_a-z][\w'’-]*[^\W\d_A-Z]"
NAME = rf"{CAPITALISED}(?:[ -](?:[A-Z]\.? )?{CAPITALISED})?"


@dataclass(frozen=True, kw_only=True, slots=True)
class Detail:
    """A kind of personal detail.

    Attributes
    ----------
    name
        As the mark left in its place says it.
    pattern
        How it looks. Where it has a group, that is the detail; the rest announces it.
    is_real
        Tells it from other digits that look alike.
    reaches
        Whether a column of nothing else is there to reach or name people.
    """

    name: str
    pattern: re.Pattern[str]
    is_real: Callable[[str], bool] = bool
    reaches: bool = True

    @property
    def mark(self) -> str:
        """What stands in its place."""
        return f"[{self.name} removed]"


def is_nhs_number(text: str) -> bool:
    """Say whether ten digits are an NHS number, by their check digit."""
    digits = [int(letter) for letter in text if letter.isdecimal()]
    if len(digits) != NHS_NUMBER_DIGITS:
        return False
    weighted = sum(digit * (NHS_NUMBER_DIGITS - at) for at, digit in enumerate(digits[:-1]))
    return (MODULUS - weighted % MODULUS) % MODULUS == digits[-1]


def _is_uk_phone(text: str) -> bool:
    digits = re.sub(r"\(0\)|[^\d+]", "", text)
    return len(BEFORE_AREA.sub("", digits)) in UK_PHONE_DIGITS


def _is_other_phone(text: str) -> bool:
    return sum(map(str.isdecimal, text)) in OTHER_PHONE_DIGITS


DETAILS: tuple[Detail, ...] = (
    Detail(
        name="e-mail address",
        pattern=re.compile(r"[\w.+%'’-]+ ?[@\uff20] ?[\w-]+(?:\.[\w-]+)+"),
    ),
    Detail(  # other web addresses name nobody
        name="personal web page",
        pattern=re.compile(
            rf"(?:https?://)?\b(?:[\w-]+\.)*(?:{NETWORKS})\.com/\S+|(?:https?://|www\.)\S+/~\S+",
            re.IGNORECASE,
        ),
        reaches=False,
    ),
    Detail(
        name="account name",
        pattern=re.compile(rf"\b(?:{NETWORKS})\W{{1,3}}(@\w+)", re.IGNORECASE),
        reaches=False,
    ),
    Detail(
        name="National Insurance number",
        pattern=re.compile(r"\b[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b", re.IGNORECASE),
    ),
    Detail(
        name="NHS number",
        pattern=re.compile(r"(?<![\w+.])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\w.]\d|\w)"),
        is_real=is_nhs_number,
    ),
    Detail(
        name="phone number",
        pattern=re.compile(
            r"(?<![\w.])(?:(?:\+|00)44[ .-]?(?:\(0\)[ ]?)?|\(?0)[1-35789]\d{1,4}\)?"
            r"(?:[ .-]?\d{2,8}){1,3}(?!\w)"
        ),
        is_real=_is_uk_phone,
    ),
    Detail(
        name="phone number",
        pattern=re.compile(r"(?<!\w)\+\d(?:[ ().-]{0,2}\d){7,15}(?!\w)"),
        is_real=_is_other_phone,
    ),
    Detail(
        name="postcode",
        pattern=re.compile(
            r"\b(?:[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-Z]|[A-HK-Y]\d[A-Z])"
            r" ?(?!1st|2nd|3rd|\dth)\d[ABD-HJLNP-UW-Z]{2})\b",
            re.IGNORECASE,
        ),
    ),
    Detail(
        name="staff number",
        pattern=re.compile(
            r"\b(?:staff|employee|payroll|assignment|personnel|registration|nmc|gmc|hcpc)"
            r" ?(?:number|no\.?|id|pin)?[ :#]*(?:is )?([A-Z]{0,3}\d{4,}\w*)",
            re.IGNORECASE,
        ),
    ),
    Detail(
        name="date of birth",
        pattern=re.compile(
            r"\b(?:born(?: on)?|d\.?o\.?b\.?|date of birth)[ :]*(?:is |the )?"
            r"(\d{1,4}[/. -]\d{1,2}[/. -]\d{2,4}|"
            r"\d{1,2}(?:st|nd|rd|th)?(?: of)? [A-Z][a-z]+ \d{4})",
            re.IGNORECASE,
        ),
    ),
    Detail(
        name="name",
        pattern=re.compile(
            rf"\b(?:[Dd]r|[Mm]rs?|[Mm]s|Miss|[Mm]x|[Pp]rof(?:essor)?|Sir|Dame)\.? ({NAME})"
            rf"|\b(?:[Mm]y name is|[Mm]y name['’]s|[Ii] am called) ({NAME})"
            r"|\b[Mm]y (?:mentor|mentee|line manager|manager|matron|director|boss|supervisor|"
            rf"colleague|partner),? (?:(?:is |was )?(?:called|named) )?({NAME})"
        ),
        reaches=False,
    ),
)
MARK = re.compile("|".join(sorted({re.escape(detail.mark) for detail in DETAILS})))
REACHING = {detail.mark for detail in DETAILS if detail.reaches}


@lru_cache(maxsize=4096)
def masked(text: str) -> str:
    """Put a mark in the place of every personal detail; a masked text stays as it is."""
    if len(text) < SHORTEST or not HINT.search(text):
        return text
    for detail in DETAILS:
        text = detail.pattern.sub(partial(_marked, detail), text)
    return text


def marks_in(text: str) -> tuple[str, ...]:
    """Name the kinds of personal details that were taken out of a text, each once."""
    if "removed]" not in text:
        return ()
    return tuple(dict.fromkeys(mark[1:].removesuffix(" removed]") for mark in MARK.findall(text)))


def is_mark(text: str) -> bool:
    """Say whether a text is a mark and nothing else."""
    return bool(MARK.fullmatch(text.strip()))


def is_detail_alone(text: str) -> bool:
    """Say whether a cell holds nothing but what reaches or names somebody."""
    return masked(text.strip()) in REACHING


def _marked(detail: Detail, found: re.Match[str]) -> str:
    if not detail.is_real(found[0]):
        return found[0]
    at = found.lastindex or 0
    before, after = found.start(at) - found.start(), found.end(at) - found.start()
    return found[0][:before] + detail.mark + found[0][after:]
