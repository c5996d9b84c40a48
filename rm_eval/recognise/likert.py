"""Answers on a scale of words: which family, in which order, and which one is the middle.

Each family runs from most negative to most positive. The words of one level are those met in
survey tools' own templates.
"""

import re
from collections import Counter

from rm_eval.questionnaire import Option, Question
from rm_eval.recognise.wording import normalise

Levels = tuple[tuple[str, ...], ...]


def _degrees(*levels: str) -> Levels:
    """Write a family compactly: levels, and within a level its wordings parted by a bar."""
    return tuple(tuple(level.split("|")) for level in levels)


FAMILIES: dict[str, Levels] = {
    "how much people agree": _degrees(
        "strongly disagree|completely disagree|totally disagree|disagree strongly|fully disagree",
        "disagree|mostly disagree",
        "somewhat disagree|slightly disagree|tend to disagree|partly disagree|disagree somewhat",
        "neither agree nor disagree|neither agree or disagree|neither|neutral|undecided",
        "somewhat agree|slightly agree|tend to agree|partly agree|agree somewhat",
        "agree|mostly agree",
        "strongly agree|completely agree|totally agree|agree strongly|fully agree",
    ),
    "how satisfied people are": _degrees(
        "extremely dissatisfied|completely dissatisfied|not at all satisfied",
        "very dissatisfied|very unsatisfied",
        "dissatisfied|unsatisfied|fairly dissatisfied|not satisfied|quite dissatisfied",
        "somewhat dissatisfied|slightly dissatisfied|not very satisfied|not so satisfied",
        "neither satisfied nor dissatisfied|neither satisfied or dissatisfied|neutral|neither",
        "somewhat satisfied|slightly satisfied",
        "satisfied|fairly satisfied|quite satisfied",
        "very satisfied",
        "extremely satisfied|completely satisfied",
    ),
    "how often": _degrees(
        "never|not at all",
        "very rarely|almost never|hardly ever",
        "rarely|seldom|occasionally|once in a while",
        "sometimes|about half the time|some of the time",
        "often|frequently|usually|most of the time|regularly",
        "very often|very frequently|almost always|nearly always",
        "always|all of the time|all the time",
    ),
    "how likely": _degrees(
        "extremely unlikely|definitely not|not at all likely",
        "very unlikely|definitely would not",
        "unlikely|probably not|fairly unlikely|not very likely|not so likely|quite unlikely",
        "somewhat unlikely|slightly unlikely",
        "neither likely nor unlikely|neither likely or unlikely|neutral|neither|possibly|"
        "might or might not",
        "somewhat likely|slightly likely",
        "likely|probably|fairly likely|quite likely",
        "very likely|definitely would",
        "extremely likely|definitely",
    ),
    "how good": _degrees(
        "terrible|extremely poor|extremely bad|awful",
        "very poor|very bad",
        "poor|bad|below average",
        "fair|average|ok|okay|acceptable|adequate|neither good nor poor|neither good nor bad|"
        "neutral",
        "good|above average",
        "very good",
        "excellent|outstanding|extremely good",
    ),
    "how favourably": _degrees(
        "very unfavorably|very unfavourably|very unfavorable|very unfavourable|very negative",
        "unfavorably|unfavourably|unfavorable|unfavourable|negative",
        "somewhat unfavorably|somewhat unfavourably|somewhat unfavorable|somewhat negative",
        "neither favorably nor unfavorably neutral|neither favourably nor unfavourably|neutral|"
        "neither favorably nor unfavorably|neither positive nor negative",
        "somewhat favorably|somewhat favourably|somewhat favorable|somewhat positive",
        "favorably|favourably|favorable|favourable|positive",
        "very favorably|very favourably|very favorable|very favourable|very positive",
    ),
    "how much": _degrees(
        "not at all|none at all|not at all {0}|no {0}",
        "a little|slightly|very little|not very {0}|not so {0}|a little {0}|slightly {0}|"
        "to a small extent",
        "somewhat|moderately|a moderate amount|to some extent|somewhat {0}|moderately {0}|partly",
        "quite a bit|a lot|quite {0}|fairly {0}|{0}|mostly|to a large extent",
        "very much|a great deal|very {0}|completely|to a great extent|very much so",
        "extremely|extremely {0}|completely {0}|totally|entirely",
    ),
}
QUALITIES = (
    "confident", "comfortable", "useful", "helpful", "important", "supported", "prepared", "safe",
    "clear", "easy", "relevant", "valuable", "effective", "well", "familiar", "concerned",
    "worried", "interested", "involved", "included", "valued", "knowledgeable", "aware",
)  # fmt: skip
# In these the middle takes no side. "Sometimes" and "fair" stand between, but are no "neither".
NEUTRAL = {
    "neither", "neutral", "undecided", "neither agree nor disagree", "neither agree or disagree",
    "neither satisfied nor dissatisfied", "neither satisfied or dissatisfied",
    "neither likely nor unlikely", "neither likely or unlikely", "might or might not",
    "neither favorably nor unfavorably neutral", "neither favorably nor unfavorably",
    "neither favourably nor unfavourably", "neither good nor poor", "neither good nor bad",
    "neither positive nor negative",
}  # fmt: skip
OFF_THE_SCALE = {
    "not applicable", "n a", "na", "don t know", "dont know", "do not know", "not sure", "unsure",
    "prefer not to say", "no opinion", "unfamiliar n a", "unfamiliar", "other", "no answer",
}  # fmt: skip
# One level alone shows a scale only where its word says what it is about: "agree", not "good".
SAYS_WHAT = re.compile(r"agree|satisf|likely|favou?rabl")
ENOUGH = 0.8


def level_of(label: str, family: str) -> int | None:
    """Return the place of a label in a family, from 0; None where it is not of that family."""
    return _PLACES[family].get(_unnumbered(normalise(label)))


def family_of(counts: Counter[str]) -> str:
    """Name the family of most answers, those off the scale aside; "" where there is none.

    Each different answer comes with the number of people who gave it.
    """
    on_scale = _on_scale(counts)
    n_on_scale = sum(counts[label] for label in on_scale)
    for family, places in _PLACES.items():
        known = {label: places[words] for label, words in on_scale.items() if words in places}
        enough = len(set(known.values())) > 1 or any(
            SAYS_WHAT.search(label.casefold()) for label in known
        )
        if known and enough and sum(counts[label] for label in known) >= ENOUGH * n_on_scale:
            return family
    return ""


def _on_scale(counts: Counter[str]) -> dict[str, str]:
    """Give the words of each answer on the scale; none where too many are of no family at all."""
    on_scale = {}
    n_people = n_perhaps = counts.total()
    for label, n in counts.items():
        words = normalise(label)
        if words in OFF_THE_SCALE:
            continue
        on_scale[label] = _unnumbered(words)
        n_perhaps -= n * (on_scale[label] not in _ALL_LEVELS)
        if n_perhaps < ENOUGH * n_people:
            return {}
    return on_scale


def _unnumbered(words: str) -> str:
    return words.lstrip("0123456789 ")


def is_off_the_scale(label: str) -> bool:
    """Say whether an answer stands beside the scale: "not applicable", "don't know"."""
    return normalise(label) in OFF_THE_SCALE


def in_order(options: tuple[Option, ...], family: str) -> tuple[Option, ...]:
    """Order options from most negative to most positive, those off the scale last."""

    def place(option: Option) -> int:
        level = level_of(option.label, family)
        return len(FAMILIES[family]) if level is None else level

    return tuple(sorted(options, key=place))


def neutral_option(question: Question) -> Option | None:
    """Return the option that takes neither side, where the question has one."""
    return next((one for one in question.options if normalise(one.label) in NEUTRAL), None)


def _spelled_out(words: str) -> tuple[str, ...]:
    return tuple(words.format(one) for one in QUALITIES) if "{0}" in words else (words,)


_PLACES: dict[str, dict[str, int]] = {
    family: {
        spelled: place
        for place, level in enumerate(levels)
        for words in level
        for spelled in _spelled_out(words)
    }
    for family, levels in FAMILIES.items()
}
_ALL_LEVELS = frozenset().union(*_PLACES.values())
