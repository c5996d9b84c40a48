"""What people type that says who they or others are: it is taken out as a file is read.

Nothing later ever sees it: no rule, no option label, no log, no page. What has a form of its own
is found (an e-mail address, a phone number); a name has none, so only a few turns of phrase that
announce one are met, and a name in a comment may stay.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

# As the NHS Data Dictionary says: the tenth digit checks the other nine, modulus 11.
NHS_NUMBER_DIGITS = 10
MODULUS = 11
SHORTEST = 4
BEFORE_AREA = re.compile(r"^(?:\+44|0044|0)")
UK_PHONE_DIGITS = range(9, 11)
OTHER_PHONE_DIGITS = range(9, 16)
# What goes before a name, in small letters and cut short.
ANNOUNCING = ("dr", "mr", "ms ", "ms. ", "miss", "mx", "prof", "sir", "dame", "am called")
SOMEBODY = (
    "my name", "my mentor", "my mentee", "my line manager", "my manager", "my matron",
    "my director", "my boss", "my supervisor", "my colleague", "my partner",
)  # fmt: skip
ANY_DIGIT = re.compile(r"\d")
PLAIN_DIGIT = re.compile("[0-9]")
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
    hint
        Says fast where there is none: the pattern is slow, and most answers hold no detail.
    pattern
        How it looks. Where it has a group, that is the detail; the rest announces it.
    is_real
        Tells it from other digits that look alike.
    reaches
        Whether a column of nothing else is there to reach or name people.
    """

    name: str
    hint: Callable[[str], bool]
    pattern: re.Pattern[str]
    is_real: Callable[[str], bool] = bool
    reaches: bool = True

    @property
    def mark(self) -> str:
        """What stands in its place."""
        return f"[{self.name} removed]"


def has_at(text: str) -> bool:
    """Say whether an at sign stands in a text."""
    return "@" in text or "\uff20" in text


def has_slash(text: str) -> bool:
    """Say whether a slash stands in a text."""
    return "/" in text


def has_digit(text: str) -> bool:
    """Say whether a digit of any script stands in a text."""
    return bool((PLAIN_DIGIT if text.isascii() else ANY_DIGIT).search(text))


def announces_a_name(text: str) -> bool:
    """Say whether something in a text may go before a name."""
    small = text.lower()
    if any(word in small for word in ANNOUNCING):
        return True
    return "my " in small and any(word in small for word in SOMEBODY)


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


# Repeats have an end, so that the longest cell is read in no time.
DETAILS: tuple[Detail, ...] = (
    Detail(
        name="e-mail address",
        hint=has_at,
        pattern=re.compile(
            r"(?<![\w.+%'’-])[\w.+%'’-]++ ?[@\uff20] ?[\w-]{1,63}(?:\.[\w-]{1,63})+"
        ),
    ),
    Detail(  # other web addresses name nobody
        name="personal web page",
        hint=has_slash,
        pattern=re.compile(
            rf"(?:https?://)?\b(?:[\w-]{{1,63}}\.){{0,3}}(?:{NETWORKS})\.com/\S+"
            r"|(?:https?://|www\.)\S{1,200}?/~\S+",
            re.IGNORECASE,
        ),
        reaches=False,
    ),
    Detail(
        name="account name",
        hint=has_at,
        pattern=re.compile(rf"\b(?:{NETWORKS})\W{{1,3}}(@\w+)", re.IGNORECASE),
        reaches=False,
    ),
    Detail(
        name="National Insurance number",
        hint=has_digit,
        pattern=re.compile(r"\b[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b", re.IGNORECASE),
    ),
    Detail(
        name="NHS number",
        hint=has_digit,
        pattern=re.compile(r"(?<![\w+.])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\w.]\d|\w)"),
        is_real=is_nhs_number,
    ),
    Detail(
        name="phone number",
        hint=has_digit,
        pattern=re.compile(
            r"(?<![\w.])(?:(?:\+|00)44[ .-]?(?:\(0\)[ ]?)?|\(?0)[1-35789]\d{1,4}\)?"
            r"(?:[ .-]?\d{2,8}){1,3}(?!\w)"
        ),
        is_real=_is_uk_phone,
    ),
    Detail(
        name="phone number",
        hint=has_digit,
        pattern=re.compile(r"(?<!\w)\+\d(?:[ ().-]{0,2}\d){7,15}(?!\w)"),
        is_real=_is_other_phone,
    ),
    Detail(
        name="postcode",
        hint=has_digit,
        pattern=re.compile(
            r"\b(?:[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-Z]|[A-HK-Y]\d[A-Z])"
            r" ?(?!1st|2nd|3rd|\dth)\d[ABD-HJLNP-UW-Z]{2})\b",
            re.IGNORECASE,
        ),
    ),
    Detail(
        name="staff number",
        hint=has_digit,
        pattern=re.compile(
            r"\b(?:staff|employee|payroll|assignment|personnel|registration|nmc|gmc|hcpc)"
            r" ?(?:number|no\.?|id|pin)?[ :#]*(?:is )?([A-Z]{0,3}\d{4,}\w*)",
            re.IGNORECASE,
        ),
    ),
    Detail(
        name="date of birth",
        hint=has_digit,
        pattern=re.compile(
            r"\b(?:born(?: on)?|d\.?o\.?b\.?|date of birth)[ :]*(?:is |the )?"
            r"(\d{1,4}[/. -]\d{1,2}[/. -]\d{2,4}|"
            r"\d{1,2}(?:st|nd|rd|th)?(?: of)? [A-Z][a-z]+ \d{4})",
            re.IGNORECASE,
        ),
    ),
    Detail(
        name="name",
        hint=announces_a_name,
        pattern=re.compile(
            rf"\b(?:[Dd]r|[Mm]rs?|[Mm]s|Miss|[Mm]x|[Pp]rof(?:essor)?|Sir|Dame)\.? ({NAME})"
            rf"|\b(?:[Mm]y name is|[Mm]y name['’]s|[Ii] am called) ({NAME})"
            r"|\b[Mm]y (?:mentor|mentee|line manager|manager|matron|director|boss|supervisor|"
            rf"colleague|partner),? (?:(?:is |was )?(?:called|named) )?({NAME})"
        ),
        reaches=False,
    ),
)
HINTS = tuple({detail.hint for detail in DETAILS})
MARK = re.compile("|".join(sorted({re.escape(detail.mark) for detail in DETAILS})))
REACHING = {detail.mark for detail in DETAILS if detail.reaches}


def masked(text: str) -> str:
    """Put a mark in the place of every personal detail; a masked text stays as it is."""
    met = {hint for hint in HINTS if hint(text)}
    if not met or len(text) < SHORTEST:
        return text
    for detail in DETAILS:
        if detail.hint in met:
            text = detail.pattern.sub(partial(_marked, detail), text)
    return text


def details_in(text: str) -> Iterator[tuple[Detail, int, int]]:
    """Find personal details in a text that is not masked: each with where it begins and ends."""
    for detail in DETAILS:
        if detail.hint(text):
            for found in detail.pattern.finditer(text):
                if detail.is_real(found[0]):
                    yield detail, *found.span(found.lastindex or 0)


def marks_in(text: str) -> tuple[str, ...]:
    """Name the kinds of personal details that were taken out of a text, each once."""
    if "removed]" not in text:
        return ()
    return tuple(dict.fromkeys(mark[1:].removesuffix(" removed]") for mark in MARK.findall(text)))


def is_mark(text: str) -> bool:
    """Say whether a text is a mark and nothing else."""
    return "removed]" in text and bool(MARK.fullmatch(text.strip()))


def is_detail_alone(text: str) -> bool:
    """Say whether a masked text held nothing but what reaches or names somebody."""
    return text.strip() in REACHING


def _marked(detail: Detail, found: re.Match[str]) -> str:
    if not detail.is_real(found[0]):
        return found[0]
    at = found.lastindex or 0
    before, after = found.start(at) - found.start(), found.end(at) - found.start()
    return found[0][:before] + detail.mark + found[0][after:]
