"""Cutting an answer down to a quote: words may be left out, marked by "…", never added or changed.

Somebody agreed to their own words. A quote is made of parts of the answer, each letter for letter,
in the order of the answer; "…" stands wherever words are missing, at both ends too, so that nobody
takes half a sentence for a whole one.
"""

import re

from rm_eval.disclosure.quotes.finding import Finding

LEFT_OUT = "…"
DOTS = re.compile(r"\s*(?:\[\s*(?:…|\.{3,})\s*\]|…|\.{3,})\s*")
LETTER = re.compile(r"[^\W_]")
TURNS_THE_SENSE = re.compile(
    r"\b(?:not|no|never|nothing|nobody|none|without|hardly|barely|unless|but|however|although|"
    r"though|except|if|\w+n['’]t)\b",
    re.IGNORECASE,
)
NOTHING = "Type the words to quote, or choose an answer."
CHANGED = (
    "These are not the words of the answer. You can leave words out, but not change or add any. "
    "Put “…” wherever you leave something out."
)
UNMARKED = "Words are left out at the {}. Put “…” there, so that nobody takes this for all of it."
SENSE_WHY = (
    "You leave this out. Does the quote still say what the person meant? Show them the quote as it "
    "will be printed."
)


def tidy(words: str) -> str:
    """Write a quote one way: single spaces, one sign for what is left out."""
    parts = DOTS.split(" ".join(words.split()))
    return f" {LEFT_OUT} ".join(parts).strip()


def trouble_with(words: str, answer: str) -> str:
    """Say why words are no quote of an answer; "" where they are."""
    parts = _parts(words)
    if not parts:
        return NOTHING
    text = " ".join(answer.split())
    gaps = _gaps(parts, text, to_the_end=not tidy(words).endswith(LEFT_OUT))
    if gaps is None:
        return CHANGED
    if LETTER.search(gaps[0]) and not tidy(words).startswith(LEFT_OUT):
        return UNMARKED.format("beginning")
    if LETTER.search(gaps[-1]) and not tidy(words).endswith(LEFT_OUT):
        return UNMARKED.format("end")
    return ""


def check_cut(words: str, answer: str) -> tuple[Finding, ...]:
    """Ask about words left out that may turn the sense of the rest."""
    parts = _parts(words)
    text = " ".join(answer.split())
    gaps = _gaps(parts, text, to_the_end=not tidy(words).endswith(LEFT_OUT)) if parts else None
    turning = dict.fromkeys(
        found[0] for gap in gaps or () for found in TURNS_THE_SENSE.finditer(gap)
    )
    return tuple(Finding(kind="left_out", words=word, why=SENSE_WHY) for word in turning)


def _parts(words: str) -> list[str]:
    return [part for part in DOTS.split(" ".join(words.split())) if LETTER.search(part)]


def _gaps(parts: list[str], text: str, *, to_the_end: bool) -> list[str] | None:
    """Return what stands before, between and after the parts; None where they are not there."""
    gaps = []
    at = 0
    for number, part in enumerate(parts, start=1):
        # Whole words only: "safe" is no part of "unsafe". Looking ahead finds those that overlap.
        pattern = re.compile(rf"(?<!\w)(?={re.escape(part)}(?!\w))")
        found = [one.start() for one in pattern.finditer(text, at)]
        if not found:
            return None
        # What goes on to the end of the answer is its last such words.
        taken = found[-1 if number == len(parts) and to_the_end else 0]
        gaps.append(text[at:taken])
        at = taken + len(part)
    return [*gaps, text[at:]]
