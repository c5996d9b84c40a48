"""How much of what: "very useful" is more than "not so useful", whatever the word.

A label is a degree and what it is a degree of: "Tend to agree", "Not at all confident", "Much
worse". The weight says where it stands between most negative and most positive; only the order of
weights means anything.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from rm_eval.recognise.wordings.wording import normalise

# In front of a word, or after it, or alone; of those that fit, the longest is meant.
DEGREES = {
    -4.0: "not at all|none at all|not in any way",
    -3.5: "not|no",
    -3.0: "not very|not so|not that|not too|not particularly|not really|not very much|not much|"
    "hardly|hardly at all",
    1.0: "a little|a little bit|a bit|slightly|little|very little|minimally|marginally|"
    "to a small extent|to a slight extent|to a limited extent|to a very small extent",
    2.0: "somewhat|moderately|partly|partially|reasonably|tend to|a moderate amount|in part|"
    "to some extent|to a certain extent|to a moderate extent|some",
    3.0: "fairly|quite|mostly|largely|generally|pretty|rather|quite a bit|quite a lot|"
    "a fair amount|to a fair extent",
    5.0: "very|strongly|highly|much|far|really|very much|very much so|a lot|lots|a great deal|"
    "considerably|significantly|greatly|substantially|to a large extent|to a great extent|"
    "to a considerable extent",
    6.0: "extremely|completely|totally|fully|entirely|absolutely|exceptionally|definitely|hugely|"
    "to a very great extent|to a very large extent|to a full extent",
}
PLAIN = 3.5
NEUTRAL = re.compile(
    r"neither( .*)?|neutral( .*)?|undecided|(about |much |roughly )?the same|unchanged|"
    r"no (change|difference)|(stayed|remained) (about )?the same|no opinion either way"
)
# The second of each pair is the first turned round, and the better of the two.
OPPOSITES = {
    "disagree": "agree", "difficult": "easy", "hard": "easy", "worse": "better", "less": "more",
    "decreased": "increased", "decrease": "increase", "lower": "higher", "poor": "good",
    "bad": "good", "worsened": "improved", "declined": "improved", "negative": "positive",
    "negatively": "positively", "weak": "strong", "oppose": "support", "useless": "useful",
    "confusing": "clear",
}  # fmt: skip
TURNED_ROUND = re.compile(r"(?:un|dis|in|ir)(?P<better>.+)")
NOT_AT_ALL = re.compile(r"not (?P<what>.+) at all")
LESS = "less "
QUALITIES = {
    "agree", "satisfied", "likely", "favourable", "favorable", "favourably", "favorably",
    "confident", "comfortable", "useful", "helpful", "important", "supported", "prepared", "safe",
    "clear", "easy", "relevant", "valuable", "effective", "well", "familiar", "interested",
    "involved", "included", "valued", "knowledgeable", "aware", "happy", "good", "beneficial",
    "acceptable", "appropriate", "engaged", "engaging", "motivated", "realistic", "supportive",
    "interesting", "informative", "enjoyable", "fair", "true", "in favour", "in favor",
}  # fmt: skip
# Of these, one label is enough to know the scale, without a word for how much.
SAY_ENOUGH = {"agree", "satisfied", "likely", "favourable", "favorable", "favourably", "favorably"}
LONGEST_LABEL = 60  # letters
BOTH_SIDES = 2
A_SLIP, TWO_SLIPS = 1, 2  # letters
LONG_WORD = 8
LONGEST = 3  # words: "very open minded" is a degree, half a sentence is none


class Degree(NamedTuple):
    """So much of what.

    Attributes
    ----------
    what
        The better of two opposites; "" for a degree that stands alone, or takes no side.
    said
        The label has a word for how much; "useful" by itself, or with a mere "not", has none.
    """

    what: str
    weight: float
    said: bool = True


@lru_cache(maxsize=4096)
def degree_of(label: str) -> Degree | None:
    """Read a label as a degree of something; None where it cannot be one."""
    if len(label) > LONGEST_LABEL:
        return None
    words = normalise(label).strip("0123456789 ")
    if NEUTRAL.fullmatch(words):
        return Degree("", 0)
    alone = words if words in _WEIGHTS else _misspelt(words)
    if alone:
        return Degree("", _WEIGHTS[alone])
    what, weight = _parted(words)
    if not what or len(what.split()) > LONGEST or what.startswith(("yes", "no ")):
        return None
    better = OPPOSITES.get(what) or _turned_round(what)
    said = weight not in {PLAIN, _WEIGHTS["not"]}
    return Degree(better or what, -weight if better else weight, said)


def one_axis(degrees: dict[str, Degree]) -> dict[str, Degree]:
    """Put the two sides of a column on one axis where only the column shows that they are sides.

    "Unconvincing" is "convincing" turned round where both are said; and of two sides, such as "out
    of place" and "comfortable", the quality is the better.
    """
    about = {degree.what for degree in degrees.values() if degree.what}
    with_degrees = {degree.what for degree in degrees.values() if degree.said}
    turned = {one: found["better"] for one in about if (found := TURNED_ROUND.fullmatch(one))}
    worse = {one: better for one, better in turned.items() if better in about}
    sides = about - set(worse)
    qualities = sides & QUALITIES
    if len(sides) == BOTH_SIDES and len(qualities) == 1 and sides <= with_degrees:
        (better,), (other,) = qualities, sides - qualities
        if OSA.distance(other, better) > A_SLIP:
            worse[other] = better
    return {
        label: Degree(worse[one.what], -one.weight, one.said) if one.what in worse else one
        for label, one in degrees.items()
    }


def says_what(label: str) -> bool:
    """Say whether a label is of a scale even by itself: "agree" is, "good" or "useful" is not."""
    degree = degree_of(label)
    return degree is not None and degree.what in (QUALITIES if degree.said else SAY_ENOUGH)


def _parted(words: str) -> tuple[str, float]:
    """Part a label into what it is about and how much of it."""
    if found := NOT_AT_ALL.fullmatch(words):
        return found["what"], _WEIGHTS["not at all"]
    for phrase, weight in _LONGEST_FIRST:
        if words.startswith(f"{phrase} "):
            return words[len(phrase) + 1 :], weight
        if words.endswith(f" {phrase}"):
            return words[: -len(phrase) - 1], weight
    return words, PLAIN


def _misspelt(words: str) -> str:
    """Return the degree that a long word is two slips away from: "exteremly"; "" for none."""
    if len(words) < LONG_WORD or " " in words:
        return ""
    alike = (one for one in _WEIGHTS if len(one) >= LONG_WORD and one[0] == words[0])
    return next((one for one in alike if OSA.distance(words, one) <= TWO_SLIPS), "")


def _turned_round(what: str) -> str:
    if what.startswith(LESS):
        return f"more {what.removeprefix(LESS)}"
    found = TURNED_ROUND.fullmatch(what)
    return found["better"] if found and found["better"] in QUALITIES else ""


_WEIGHTS = {phrase: weight for weight, some in DEGREES.items() for phrase in some.split("|")}
_LONGEST_FIRST = sorted(_WEIGHTS.items(), key=lambda pair: -len(pair[0]))
