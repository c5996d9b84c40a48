"""Many questions over organisations: a row a question and role, a column an organisation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from rm_eval.disclosure import AUDIENCES, Published, within_a_sentence
from rm_eval.questionnaire import Question, Scale
from rm_eval.wording.figures import joined
from rm_eval.wording.organisation_rows import Line, Seen, seen_of
from rm_eval.wording.over_organisations import ALPHABET, OTHER_PEOPLE, organisations
from rm_eval.wording.surroundings import SAMPLE, asked, grouped_in_words, how_answered

NOT_ASKED, NOT_SHOWN, OTHERWISE = "not asked", "too few to show", "asked in other words"
NO_FIGURES = "no figures yet"
HOLLOW = "A hollow bar is a figure told as a range."
MOVED_UP = "How many of those who answered both times scored higher the second time."
LIKERT = "Agreed is “Agree” or “Strongly agree”."


@dataclass(frozen=True, kw_only=True, slots=True)
class Panel:
    """One line of one question, over all organisations.

    Attributes
    ----------
    label
        What was asked, or which answer.
    of
        What each organisation published, by its name; None where it was asked and too few
        answered. One that was not asked is not there.
    otherwise
        Organisations that were asked the same in other words: their figures stand apart.
    no_figures
        Those of which nothing is told of that time.
    """

    label: str
    line: Line
    of: Mapping[str, Published | None]
    otherwise: tuple[str, ...] = ()
    no_figures: tuple[str, ...] = ()

    @property
    def question(self) -> Question:
        """As those were asked it who tell something."""
        return next(one.question for one in self.of.values() if one is not None)

    @property
    def scale(self) -> Scale | None:
        """The ends of an average; None of a count of people."""
        return (self.question.scale or Scale()) if self.line.is_mean else None

    @property
    def groups(self) -> dict[str, str]:
        """Labels of the groups of which some organisation tells something, by id."""
        return {
            str(group): str(label)
            for one in self.of.values()
            if one is not None
            for group, label, shown in zip(
                one.rows["group"], one.rows["group_label"], one.rows["shown"], strict=True
            )
            if shown != "hidden"
        }

    def seen(self, organisation: str, group: str) -> Seen | str:
        """What an organisation tells of a group; or why nothing."""
        if organisation in self.no_figures:
            return NO_FIGURES
        if organisation not in self.of:
            return OTHERWISE if organisation in self.otherwise else NOT_ASKED
        published = self.of[organisation]
        found = seen_of(published, self.line).get(group) if published is not None else None
        return found if found is not None and found.low is not None else NOT_SHOWN


Panels = Sequence[Panel]


def headline_of_multiples(title: str, panels: Panels, names: Sequence[str]) -> str:
    """What is set side by side, without saying who did how."""
    n, what = len(panels), "answer" if is_of_one(panels) else "question"
    telling = [name for name in names if any(panel.of.get(name) is not None for panel in panels)]
    return f"{title}: {n} {what}{'' if n == 1 else 's'} over {organisations(len(telling))}"


def is_of_one(panels: Panels) -> bool:
    """Whether they are the answers of one question."""
    return len(panels) > 1 and len({panel.question.id for panel in panels}) == 1


def subtitle_of_multiples(panels: Panels) -> str:
    """What a figure is, and when it was asked."""
    first = _every(panels)[0]
    when = first.scope.when
    if is_of_one(panels):
        return f"{asked(first.question)} {how_answered(first)} {when.capitalize()}."
    if first.measure == "change":
        return f"{MOVED_UP} {when.capitalize()}."
    lines = list(dict.fromkeys(panel.line.words for panel in panels))
    what = "Average scores" if panels[0].line.is_mean else f"How many {' or '.join(lines)}"
    return f"{what}. {when.capitalize()}."


def alt_of_multiples(title: str, panels: Panels, names: Sequence[str]) -> str:
    """What the picture shows: its figures stand in the table."""
    kind = "A row a question and role, a column an organisation in the order of the alphabet"
    return f"{kind}. {headline_of_multiples(title, panels, names)}."


def table_of_multiples(panels: Panels, names: Sequence[str]) -> pd.DataFrame:
    """A row a question and role, a column an organisation."""
    rows = [
        {"Question": panel.label, "Who": label}
        | {name: _cell(panel.seen(name, label)) for name in names}
        for panel in panels
        for label in panel.groups.values()
    ]
    return pd.DataFrame(rows, dtype=str)


def _cell(seen: Seen | str) -> str:
    return seen if isinstance(seen, str) else seen.text


def row_label(panel: Panel, group: str) -> str:
    """Such as "I developed my leadership skills. (mentors)"."""
    return f"{panel.label} ({within_a_sentence(group)})"


def notes_of_multiples(panels: Panels, names: Sequence[str]) -> tuple[str, ...]:
    """How to read it, what is grouped, for whom and from where."""
    every = _every(panels)
    first = every[0]
    day = first.made_on
    return (
        *([LIKERT] if any(panel.line.answer == "agreed" for panel in panels) else []),
        ALPHABET,
        OTHER_PEOPLE,
        HOLLOW,
        grouped_in_words(every),
        f"For: {AUDIENCES[first.audience]}.",
        f"Source: {joined(list(names))}. Made on {day.day} {day:%B %Y}.",
        *([SAMPLE] if any(one.sample for one in every) else []),
    )


def _every(panels: Panels) -> list[Published]:
    """Each question of each organisation once, though several lines of it are drawn."""
    found = {
        (one.question.id, name): one
        for panel in panels
        for name, one in panel.of.items()
        if one is not None
    }
    return list(found.values())
