"""What organisations found of each aim of the programme: each in its own words, or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from rm_eval.disclosure import AUDIENCES, Published, within_a_sentence
from rm_eval.questionnaire import Aim
from rm_eval.wording.change import better_of, of_change
from rm_eval.wording.figures import as_sentence, in_quotes, joined, number_word
from rm_eval.wording.headline import ALL_HIDDEN, finding
from rm_eval.wording.organisation_rows import MEAN_LINE, seen_of
from rm_eval.wording.over_organisations import ALPHABET, organisations
from rm_eval.wording.surroundings import SAMPLE, grouped_in_words

NOT_ASKED, TOO_FEW, NO_FIGURES = "not asked", "too few to show", "no figures from the end yet"
OWN_WORDS = (
    "Each organisation asked in its own words: figures of different questions are not set against "
    "each other."
)
IN_THE_TABLE = "The table beside this picture has every question in full, as it was asked."
NOT_MET = "An aim is not met or missed by a number of answers: read each figure with its question."
SHORTEST_WORDING = 44
# What says most of an aim first: how many agreed, then how people moved, then an average.
ORDER = ("likert", "yes_no", "change", "ticks", "choices", "scale")
SEVERAL = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """What one organisation found of one aim.

    Attributes
    ----------
    published
        Figures of its questions that bear on the aim, what says most first.
    gap
        Why there are none; "" where there are.
    """

    organisation: str
    published: tuple[Published, ...] = ()
    gap: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class EvidenceOfAim:
    """One aim over all organisations, in the order of the alphabet."""

    aim: Aim
    of: tuple[Evidence, ...]

    @property
    def name(self) -> str:
        """Such as "1. Tapping into the lived experience of staff…"."""
        return f"{self.aim.number}. {self.aim.wording}"

    @property
    def asked(self) -> tuple[str, ...]:
        """Which organisations asked about it and tell what was found."""
        return tuple(one.organisation for one in self.of if one.published)

    @property
    def is_asked(self) -> bool:
        """Whether any asked about it, also where too few answered to say what was found."""
        return any(one.published or one.gap == TOO_FEW for one in self.of)


Aims = Sequence[EvidenceOfAim]


def in_order(every: Sequence[Published]) -> tuple[Published, ...]:
    """Put figures of one aim in the order to read them."""
    return tuple(sorted(every, key=lambda one: ORDER.index(one.measure)))


def found(published: Published) -> str:
    """What was found of a question, with its number of people: "9 of 11 mentors agreed"."""
    lower = " (lower is better)" if better_of(published.question) == "lower" else ""
    if published.measure == "change":
        return f"{of_change(published)}{lower}"
    if published.measure != "scale":
        return f"{finding(published)}{lower}"
    told = [
        f"{within_a_sentence(group)} average {seen.text.replace(', ', ' (')})"
        for group, seen in seen_of(published, MEAN_LINE).items()
        if seen.low is not None
    ]
    return f"{joined(told)}{lower}" if told else ALL_HIDDEN


def cell_lines(one: Evidence) -> tuple[str, str, str]:
    """What stands in a cell: what was found, the question in few words, and how many more."""
    if not one.published:
        return one.gap, "", ""
    first, *others = one.published
    more = f"and {len(others)} more question{'' if len(others) == 1 else 's'}" if others else ""
    return found(first), asked_in_short(first), more


def asked_in_short(published: Published) -> str:
    """The organisation's own wording, cut to a few words."""
    return in_quotes(published.question.wording.strip(), SHORTEST_WORDING)


def headline_of_evidence(aims: Aims) -> str:
    """Of how many aims several organisations asked, and of which none did."""
    many = [one for one in aims if len(one.asked) >= SEVERAL]
    none = [str(one.aim.number) for one in aims if not one.is_asked]
    n = len(aims[0].of)
    if n == 1:
        told = sum(bool(one.asked) for one in aims)
        count = number_word(told) if told else "none"
        return as_sentence(f"{count} of {len(aims)} aims {'has' if told == 1 else 'have'} figures")
    if len(many) == len(aims):
        return f"Every one of {len(aims)} aims was asked about by 2 or more of {organisations(n)}"
    count = number_word(len(many)) if many else "none"
    verb = "was" if len(many) == 1 else "were"
    said = f"{count} of {len(aims)} aims {verb} asked about by 2 or more of {organisations(n)}"
    rest = f"; aim{'s' if len(none) > 1 else ''} {joined(none)} by none" if none else ""
    return as_sentence(said + rest)


def subtitle_of_evidence(aims: Aims) -> str:
    """What it is, and whose."""
    whose = organisations(len(aims[0].of))
    return f"Aims of the programme, and what people of {whose} answered at the end."


def alt_of_evidence(aims: Aims) -> str:
    """What the picture shows: its words stand in the table."""
    kind = "Table of aims by organisation, in the order of the alphabet"
    return f"{kind}. {headline_of_evidence(aims)}."


def table_of_evidence(aims: Aims) -> pd.DataFrame:
    """A row an aim, organisation and question: own wording and what was found."""
    rows = [
        (each.name, one.organisation, *cells)
        for each in aims
        for one in each.of
        for cells in (
            [(p.question.wording.strip(), found(p)) for p in one.published] or [(one.gap, "")]
        )
    ]
    names = ["Aim", "Organisation", "What was asked", "What was found"]
    return pd.DataFrame(rows, columns=names, dtype=str)


def grid_of_evidence(aims: Aims) -> pd.DataFrame:
    """A row an aim, a column an organisation: the map to look at first."""
    rows = [
        {"Aim": each.name}
        | {one.organisation: " ".join(filter(None, cell_lines(one))) for one in each.of}
        for each in aims
    ]
    return pd.DataFrame(rows, dtype=str)


def notes_of_evidence(aims: Aims) -> tuple[str, ...]:
    """How to read it, what is grouped, for whom and from where."""
    every = [published for each in aims for one in each.of for published in one.published]
    first = every[0]
    names = list(dict.fromkeys(one.organisation for each in aims for one in each.of))
    day = first.made_on
    return (
        NOT_MET,
        OWN_WORDS,
        IN_THE_TABLE,
        ALPHABET.replace("this chart", "this table"),
        grouped_in_words(every),
        f"For: {AUDIENCES[first.audience]}.",
        f"Source: {joined(names)}. Made on {day.day} {day:%B %Y}.",
        *([SAMPLE] if any(one.sample for one in every) else []),
    )
