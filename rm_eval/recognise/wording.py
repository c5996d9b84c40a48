"""Is this heading that question? Compared as a person would: case, dots and markup aside."""

import html
import re
import unicodedata
from dataclasses import dataclass

from rapidfuzz import fuzz

from rm_eval.questionnaire import Question
from rm_eval.recognise.ends import ends_in

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
ROLE_NAMED = re.compile(r"\b(?:mentor|mentee)")
NOT_A_WORD = re.compile(r"[^\w]+")
NO_PUNCTUATION = {code: " " for code in range(128) if NOT_A_WORD.match(chr(code))}  # the same, fast

# Below this two wordings are different questions. Two of our own reach 92 of 100 ("with senior
# leaders", "with other senior leaders"), so whatever is only alike is always asked about.
ALIKE = 90.0
CERTAIN = 1.0
SURE_ENOUGH = 0.95


@dataclass(frozen=True, kw_only=True, slots=True)
class WordingMatch:
    """A question a heading may be.

    Attributes
    ----------
    confidence
        0 to 1: `CERTAIN` for the same words, less where the wordings differ.
    why
        The reason, for the reader.
    """

    question: Question
    confidence: float
    why: str


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


def match_wording(heading: str, questions: tuple[Question, ...]) -> WordingMatch | None:
    """Find the question whose wording this heading is, or None."""
    words = normalise(heading)
    scored = [
        (_likeness(words, question), question)
        for question in questions
        if not scale_differs(heading, question)
    ]
    likeness, question = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    if question is None or likeness < ALIKE:
        return None
    if likeness == 100:  # noqa: PLR2004
        return WordingMatch(question=question, confidence=CERTAIN, why="the same words")
    return WordingMatch(
        question=question,
        # A wording that is only alike is never called certain, however alike.
        confidence=round(likeness / 100 * SURE_ENOUGH, 2),
        why="nearly the same words; please check",
    )


def scale_differs(heading: str, question: Question) -> bool:
    """Say whether the heading names other ends than the question's scale has."""
    said = ends_in(heading)
    if said is None or question.scale is None:
        return False
    return said.high != question.scale.high or said.low not in {None, question.scale.low}


def asked_on_another_scale(heading: str, questions: tuple[Question, ...]) -> bool:
    """Say whether a heading is a question of ours but for the ends of its scale."""
    differing = (question for question in questions if scale_differs(heading, question))
    return any(_likeness(normalise(heading), question) >= ALIKE for question in differing)


def same_question(one: str, other: str) -> bool:
    """Say whether two wordings may be one question, reworded; mentors' and mentees' are two."""
    first, second = normalise(one), normalise(other)
    roles = [ROLE_NAMED.findall(words) for words in (first, second)]
    return roles[0] == roles[1] and fuzz.ratio(first, second) >= ALIKE


def likeness_to_harm(heading: str, questions: tuple[Question, ...]) -> float:
    """Return how like a heading is, of 100, to the question marked harm it is most like."""
    marked = (question for question in questions if question.mark == "harm")
    return max((_likeness(normalise(heading), question) for question in marked), default=0.0)


def _likeness(words: str, question: Question) -> float:
    known = (question.wording, *question.aliases)
    return max(fuzz.ratio(words, normalise(wording)) for wording in known)
