"""Answers on a scale of words: what it measures, in which order, and which one is the middle."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from rapidfuzz.distance import OSA

from rm_eval.questionnaire import Option
from rm_eval.recognise.scales.degrees import A_SLIP, SAY_ENOUGH, degree_of, one_axis, says_what
from rm_eval.recognise.scales.families import FAMILIES
from rm_eval.recognise.wordings.wording import normalise

# In these the middle takes no side. "Sometimes" and "fair" stand between, but are no "neither".
NEUTRAL = {
    "undecided", "might or might not", "weder noch", "teils teils", "unentschieden", "neutre",
    "niwtral", "ni d accord ni pas d accord", "ni de acuerdo ni en desacuerdo", "一般", "中立",
}  # fmt: skip
OFF_THE_SCALE = {
    "not applicable", "n a", "na", "don t know", "dont know", "do not know", "not sure", "unsure",
    "prefer not to say", "no opinion", "unfamiliar n a", "unfamiliar", "other", "no answer",
    "not applicable to me", "can t say", "cannot say", "does not apply",
    "don t know not applicable", "don t know can t say", "not relevant", "weiß nicht",
    "keine angabe", "ne sait pas", "sans objet", "no sabe", "no aplica", "ddim yn gwybod",
    "amherthnasol", "不适用", "不知道",
}  # fmt: skip
ENOUGH = 0.8
# A slip of the finger in a word shorter than this may be another word.
LONG_ENOUGH = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class WordScale:
    """A scale of words.

    Attributes
    ----------
    name
        What it measures: "how often", "how satisfied".
    places
        By label as in the file: where it stands, the most negative lowest.
    """

    name: str
    places: dict[str, float]


def word_scale(counts: Counter[str]) -> WordScale | None:
    """Find the scale that most answers are on, those beside it left out of account.

    Each different answer comes with the number of people who gave it.
    """
    on_scale = _perhaps_on_a_scale(counts)
    for name, places in _scales_of(list(on_scale)):
        said = sum(n for label, n in on_scale.items() if label in places)
        if said and said >= ENOUGH * sum(on_scale.values()) and _shows_a_scale(places):
            return WordScale(name=name, places=places)
    return None


def is_off_the_scale(label: str) -> bool:
    """Say whether an answer stands beside the scale: "not applicable", "don't know"."""
    return normalise(label) in OFF_THE_SCALE


def in_order(options: tuple[Option, ...], scale: WordScale) -> tuple[Option, ...]:
    """Order options from most negative to most positive, those off the scale last."""
    places = {normalise(label): place for label, place in scale.places.items()}
    last = max(places.values()) + 1
    marked = (replace(option, neutral=takes_no_side(option.label)) for option in options)
    return tuple(sorted(marked, key=lambda one: places.get(normalise(one.label), last)))


def shows_a_scale(label: str) -> bool:
    """Say whether a label can only be of a scale of words: "very likely" is, "nurse" is not."""
    degree = degree_of(label)
    return (degree is not None and degree.said) or _words(label) in _ALL_LEVELS


def takes_no_side(label: str) -> bool:
    """Say whether a label is the "neither" between two sides."""
    degree = degree_of(label)
    return normalise(label) in NEUTRAL or (degree is not None and degree.weight == 0)


def misspelt(labels: Iterable[str], scale: WordScale) -> dict[str, str]:
    """Find labels that are one slip away from a label of the scale."""
    known = {normalise(label): label for label in scale.places}
    found: dict[str, str] = {}
    for label in labels:
        words = normalise(label)
        if words not in known and len(words) >= LONG_ENOUGH and not is_off_the_scale(label):
            near = (one for one in known if OSA.distance(words, one, score_cutoff=A_SLIP) <= A_SLIP)
            meant = next(near, "")
            if meant:
                found[label] = known[meant]
    return found


def _perhaps_on_a_scale(counts: Counter[str]) -> dict[str, int]:
    """Give the answers not beside the scale; none where too many are no level of anything."""
    on_scale: dict[str, int] = {}
    n_perhaps = n_people = counts.total()
    for label, n in counts.items():
        if is_off_the_scale(label):
            continue
        on_scale[label] = n
        n_perhaps -= n * (_words(label) not in _ALL_LEVELS and degree_of(label) is None)
        if n_perhaps < ENOUGH * n_people:
            return {}
    return on_scale


def _scales_of(labels: list[str]) -> list[tuple[str, dict[str, float]]]:
    """List the scales these labels may be on, with the places of those that are."""
    found = [
        (name, {label: places[words] for label in labels if (words := _words(label)) in places})
        for name, places in _PLACES.items()
    ]
    degrees = one_axis({one: degree for one in labels if (degree := degree_of(one)) is not None})
    about = Counter(degree.what for degree in degrees.values() if degree.what)
    for what in [*(one for one, _ in about.most_common(1)), ""]:
        on_axis = {label: one for label, one in degrees.items() if one.what in {what, ""}}
        # "Sometimes" is no degree of anything only because "No" could be one.
        said = any(one.said and (one.what == what or one.weight == 0) for one in on_axis.values())
        if said or what in SAY_ENOUGH:
            places = {label: one.weight for label, one in on_axis.items()}
            found.append((f'how "{what}"' if what else "how much", places))
    return found


def _shows_a_scale(places: dict[str, float]) -> bool:
    """One level alone shows a scale only where its word says what it is about."""
    return len(set(places.values())) > 1 or any(map(says_what, places))


def _words(label: str) -> str:
    return normalise(label).strip("0123456789 ")


_PLACES: dict[str, dict[str, float]] = {
    family: {words: float(place) for place, level in enumerate(levels) for words in level}
    for family, levels in FAMILIES.items()
}
_ALL_LEVELS = frozenset().union(*_PLACES.values())
