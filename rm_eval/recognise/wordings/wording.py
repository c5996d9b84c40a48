"""Wordings reduced to their words: case, dots and markup aside."""

import html
import re
import unicodedata

# The same people by several names over the years; matching looks past the difference.
COMMUNITY_NAMES = re.compile(
    r"\b(bme|black and minority ethnic|black asian and minority ethnic|black,? asian and ethnic "
    r"minority|ethnic minority|ethnic minorities|global majority)\b"
)
TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
# Where an earlier answer is put into a wording, "{{field:…}}", and blanks to fill in, "____".
FILLED_IN = re.compile(r"\{\{[^{}]{1,100}\}\}|_{3,}")
BOLD = re.compile(r"(?<![\w*])\*{1,2}(?P<words>[^\s*][^*]*)\*{1,2}(?![\w*])")
NUMBERING = re.compile(r"^(q(uestion)?\s*)?\d{1,3}\s*[.):]\s+")
ALL_THAT_APPLY = re.compile(
    r"(?<!^please) (please )?(tick|select|choose|check|mark) all that apply$"
)
NOT_A_WORD = re.compile(r"[^\w]+")
NO_PUNCTUATION = {code: " " for code in range(128) if NOT_A_WORD.match(chr(code))}  # the same, fast


def normalise(wording: str) -> str:
    """Reduce a wording to its words: no case, markup, numbering, punctuation or "tick all"."""
    text = _without_markup(wording)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    text = text.strip().casefold()
    if text[:1] == "q" or text[:1].isdigit():
        text = NUMBERING.sub("", text)
    if text.isascii():
        text = " ".join(text.translate(NO_PUNCTUATION).split())
    else:
        text = NOT_A_WORD.sub(" ", text).strip()
    if text.endswith("all that apply"):
        text = ALL_THAT_APPLY.sub("", text)
    # Asked first because the search itself is slow, and every answer comes through here.
    if "bme" in text or "minorit" in text or "global majority" in text:
        return COMMUNITY_NAMES.sub("bame", text)
    return text


def _without_markup(wording: str) -> str:
    text = TAG.sub(" ", wording) if "<" in wording else wording
    if "{{" in text or "___" in text:
        text = FILLED_IN.sub(" ", text)
    if "*" in text:
        text = BOLD.sub(r"\g<words>", text)
    return html.unescape(text) if "&" in text else text


def plain(wording: str) -> str:
    """Take markup, doubled spaces and the mark Forms ends ticks with out of a wording."""
    return " ".join(_without_markup(wording).split()).rstrip("; ")
