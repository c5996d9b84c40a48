"""A question asked twice: how many of the linked people went up, stayed and went down."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, cast

from rm_eval.disclosure import Published
from rm_eval.questionnaire import Better, Question
from rm_eval.wording.agreement import sides
from rm_eval.wording.figures import Figure, as_sentence, by_group, figures, joined, who
from rm_eval.wording.times import when

Direction = Literal["up", "same", "down"]
Basis = Literal["pairs", "everyone", "apart"]
Verdict = Literal["clear", "leaning", "cannot_tell"]

Verbs = dict[Direction, tuple[str, str]]
Told = tuple[Direction, Figure]

# In the order to draw: up stands above down.
DIRECTIONS: tuple[Direction, ...] = ("up", "same", "down")
NOBODY_TWICE = "nobody is known to have answered both times"
NOT_LINKED = "people cannot be linked, so each time is shown separately"
DIRECTIONS_HIDDEN = "how people moved is hidden to protect them"
# "How confident are you ...": people score themselves, not a thing.
OF_THEMSELVES = re.compile(r"\bhow (\w+ ){1,3}(are|do|did|were|have) you\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """What is told of one group that was asked twice.

    Attributes
    ----------
    group
        Such as "Mentees".
    n, n_text
        Linked people who answered both times; None where the reader may not know it. Where
        nobody can be linked, those who answered at the later stage.
    ways
        How many went down, stayed and went up; those that are told.
    sizes
        For the team: every other figure, by the name of its statistic, in points unless it is a
        count or a chance.
    basis
        Whose answers the figures are about; "" beyond the team.
    verdict
        "" beyond the team.
    why_basis
        Why the figures are about those, in a sentence.
    """

    group: str
    n: int | None
    n_text: str
    ways: Mapping[Direction, Figure]
    sizes: Mapping[str, float]
    basis: Basis | Literal[""]
    verdict: Verdict | Literal[""]
    why_basis: str = ""

    @property
    def word(self) -> str:
        """Such as "mentees"."""
        return self.group.lower()

    @property
    def n_questions(self) -> int:
        """How many questions are looked at together."""
        return round(self.sizes.get("n_questions", 1))

    @property
    def n_tested(self) -> int:
        """How many of these have an exact test, so that they count in its adjustment."""
        return round(self.sizes.get("n_tested", self.n_questions))

    @property
    def leads_with_everybody(self) -> bool:
        """Whether everybody's answers lead, linked or not, because few are linked."""
        return self.basis == "everyone" and "all_mean" in self.sizes

    @property
    def leading(self) -> dict[str, float]:
        """Mean change and range that lead: the linked people's, or everybody's."""
        of = "all_" if self.leads_with_everybody else ""
        found = {name: self.sizes.get(f"{of}{name}") for name in ("mean", "low", "high")}
        return {name: value for name, value in found.items() if value is not None}

    @property
    def cannot_be_linked(self) -> bool:
        """Whether none of them is linked; not where the linked left this question out."""
        return self.basis == "apart" and not self.ways

    @property
    def can_be_drawn(self) -> bool:
        """Whether there is anybody who is known to have answered both times."""
        return self.n != 0 and self.basis != "apart"


def changes_of(published: Published) -> tuple[Change, ...]:
    """Read the rows of kind change, a group each; none of any other kind."""
    return tuple(changes_by_role(published).values())


def changes_by_role(published: Published, of: str = "") -> dict[str, Change]:
    """Read them by the id of the group, such as "mentee"; of one group alone where it is named."""
    if published.measure != "change":
        return {}
    ids = dict(zip(published.rows["group_label"], published.rows["group"], strict=True))
    every = {str(ids[label]): those for label, those in by_group(figures(published)).items()}
    return {role: _change(those) for role, those in every.items() if of in {"", role}}


def _change(those: list[Figure]) -> Change:
    named = {one.statistic: one for one in those if one.statistic not in {"people", "pair"}}
    told = {one.answer: one for one in those if one.statistic == "people" and one.text != "hidden"}
    words = {name: one.answer for name, one in named.items()}
    return Change(
        group=those[0].group,
        n=those[0].n,
        n_text=those[0].n_text,
        ways={way: told[way] for way in DIRECTIONS if way in told},
        sizes={name: one.low for name, one in named.items() if one.low is not None},
        basis=cast("Basis", words.get("basis", "")),
        verdict=cast("Verdict", words.get("verdict", "")),
        why_basis=named["basis"].label if "basis" in named else "",
    )


def better_of(question: Question) -> Better:
    """Which way is hoped for."""
    return question.scale.better if question.scale else "higher"


def hoped_for(question: Question) -> Direction | Literal[""]:
    """Which way is hoped for, as an answer; "" where neither is."""
    ways: dict[Better, Direction | Literal[""]] = {"higher": "up", "lower": "down", "neither": ""}
    return ways[better_of(question)]


def of_change(published: Published) -> str:
    """How many moved which way, most first, without what was asked."""
    found = changes_of(published)
    unlinked = [one.word for one in found if one.cannot_be_linked]
    if unlinked and len(unlinked) == len(found):
        return NOT_LINKED
    rest = f"; {joined(unlinked)} cannot be linked" if unlinked else ""
    return _of_the_linked(found, published) + rest


def _of_the_linked(found: tuple[Change, ...], published: Published) -> str:
    told = [one for one in found if one.ways and one.n != 0]
    if not told:
        is_hidden = any(one.n != 0 and not one.cannot_be_linked for one in found)
        return DIRECTIONS_HIDDEN if is_hidden else NOBODY_TWICE
    verbs = verbs_of(published.question)
    _, end = when(published.scope)
    if len(told) == 1:
        (one,) = told
        lead, rest = _sorted(one, published.question)
        more = joined(_others(rest, verbs))
        return f"{_who(one, lead)} {_moved(verbs, lead, end)}" + (f"; {more}" if more else "")
    return _of_several(told, published.question, end)


def in_counts(published: Published) -> str:
    """Say the same as a sentence, such as "Five of 7 mentees scored themselves higher ..."."""
    words = as_sentence(of_change(published))
    return f"{words}. Lower is better." if better_of(published.question) == "lower" else f"{words}."


def verbs_of(question: Question) -> Verbs:
    """What people did who moved each way, and the same in short."""
    if question.type == "yes_no":
        return {
            "up": ("changed from no to yes", "from no to yes"),
            "same": ("said the same", "the same"),
            "down": ("changed from yes to no", "from yes to no"),
        }
    if question.type == "likert":
        agreed = "agreed" if sides(question).agreement else "answered"
        more, less = ("more", "less") if agreed == "agreed" else ("higher", "lower")
        return {
            "up": (f"{agreed} {more}", more),
            "same": ("answered the same", "the same"),
            "down": (f"{agreed} {less}", less),
        }
    whom = "themselves" if OF_THEMSELVES.search(question.wording) else "this"
    return {
        "up": (f"scored {whom} higher", "higher"),
        "same": (f"scored {whom} the same", "the same"),
        "down": (f"scored {whom} lower", "lower"),
    }


def way_label(question: Question, way: Direction) -> str:
    """Name one way on a chart or in a table, with which of them is hoped for."""
    short = verbs_of(question)[way][1]
    agreed = question.type == "likert" and sides(question).agreement and way != "same"
    words = f"agreed {short}" if agreed else short
    better = " (better)" if way == hoped_for(question) else ""
    return words[:1].upper() + words[1:] + better


def _of_several(told: list[Change], question: Question, when: str) -> str:
    verbs = verbs_of(question)
    sorted_ = [(one, *_sorted(one, question)) for one in told]
    parts = [f"{_who(one, lead)}{_in_brackets(rest, verbs)}" for one, lead, rest in sorted_]
    leads = {lead[0] for _, lead, _ in sorted_}
    if len(leads) == 1:
        return f"{joined(parts)} {_moved(verbs, sorted_[0][1], when)}"
    return "; ".join(
        f"{_who(one, lead)} {_moved(verbs, lead, when)}{_in_brackets(rest, verbs)}"
        for one, lead, rest in sorted_
    )


def _sorted(one: Change, question: Question) -> tuple[Told, list[Told]]:
    """Which way most went, and the others that anybody may have gone; the hoped for first."""
    hoped = hoped_for(question) or "up"
    order: tuple[Direction, ...] = (hoped, "down" if hoped == "up" else "up", "same")
    told = [(way, one.ways[way]) for way in order if way in one.ways]
    lead = max(told, key=lambda each: each[1].middle)
    rest = [each for each in told if each is not lead and each[1].share_high]
    return lead, rest


def _moved(verbs: Verbs, lead: Told, when: str) -> str:
    way = lead[0]
    words = verbs[way][0]
    if way == "same":
        return f"{words} both times"
    return words if words.startswith("changed") else f"{words} {when}"


def _who(one: Change, lead: Told) -> str:
    if one.n == 1:
        return f"the one {lead[1].one_word} who answered both times"
    return who(lead[1])


def _in_brackets(rest: list[Told], verbs: Verbs) -> str:
    words = _others(rest, verbs)
    return f" ({', '.join(words)})" if words else ""


def _others(rest: list[Told], verbs: Verbs) -> list[str]:
    return [f"{how_many(figure)} {verbs[way][1]}" for way, figure in rest]


def how_many(figure: Figure) -> str:
    """How many without of how many: "2", "no more than 2", "5 or more", "3 to 4"."""
    words = figure.text.partition(" of ")[0]
    return words.replace("0 to ", "no more than ") if words.startswith("0 to ") else words
