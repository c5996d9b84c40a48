"""An action in words, as one audience reads it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from rm_eval.actions.about import places
from rm_eval.actions.heard import ChartsOf, Heard, heard
from rm_eval.disclosure import Audience
from rm_eval.questionnaire import Role
from rm_eval.store import Action, Occasion, Status, Step
from rm_eval.wording.figures import as_sentence, joined

# In the order to show: what was done comes first.
STATUSES: dict[Status, str] = {
    "done": "Done",
    "under_way": "Under way",
    "planned": "Planned",
    "dropped": "Not going ahead",
}
# "We did" would say too much of what is still to come.
WE_DID: dict[Status, str] = {
    "done": "We did",
    "under_way": "We are doing",
    "planned": "We plan to do",
    "dropped": "We are not going ahead with",
}
STEPS: dict[Step, str] = {
    "enrolment": "At enrolment",
    "training": "At the training",
    "first_meetings": "Before the first meetings",
    "sessions": "While pairs meet",
    "end_of_cohort": "At the end of the cohort",
    "next_cohort": "With the next cohort",
    "any": "No step in particular",
}
OCCASIONS: dict[Occasion, str] = {
    "survey": "Survey",
    "community_of_practice": "Community of practice",
    "focus_group": "Focus group",
    "celebration_event": "Celebration event",
    "otherwise": "Heard in another way",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One action in words, as one audience reads it.

    Attributes
    ----------
    action
        What it is of.
    title
        What it is about, without a figure.
    said
        What people said, in sentences: the team's words, then what is told in figures.
    heard
        What is told in figures, and for the team why nothing is.
    did
        What was decided or done.
    source, who_and_when, how_far
        A few words each, without a full stop.
    """

    action: Action
    title: str
    said: tuple[str, ...]
    heard: Heard
    did: str
    source: str
    who_and_when: str
    how_far: str

    @property
    def we_did(self) -> str:
        """What stands before what was decided: "We did", or "We plan to do"."""
        return WE_DID[self.action.status]


def lines_of(
    actions: Iterable[Action],
    charts_of: ChartsOf,
    audience: Audience,
    reader: Role | Literal[""] = "",
) -> tuple[Line, ...]:
    """Put actions in words for one audience, those that are done first.

    Parameters
    ----------
    charts_of
        Looks up charts for this very audience; see `rm_eval.actions.heard.charts_for`.
    reader
        The one role that will read it; "" for everybody. What one role said among themselves is
        read by the team and by that role alone.
    """
    order = list(STATUSES)
    streams = {"", reader}
    shown = [
        one
        for one in actions
        if audience == "team" or (one.stream in streams and not one.team_only)
    ]
    shown.sort(key=lambda one: order.index(one.status))
    return tuple(line_of(one, charts_of, audience) for one in shown)


def line_of(action: Action, charts_of: ChartsOf, audience: Audience) -> Line:
    """Put one action in words for one audience."""
    figures = heard(action.about, charts_of, audience) if action.about else Heard()
    title = action.about.title if action.about else OCCASIONS[action.occasion]
    said = ((_ended(action.heard),) if action.heard else ()) + figures.told
    return Line(
        action=action,
        title=title,
        said=said or (f"What you answered: {title}.",),
        heard=figures,
        did=_ended(action.decided),
        source=_source(action),
        who_and_when=_who_and_when(action),
        how_far=how_far(action),
    )


def how_far(action: Action) -> str:
    """Say how far an action is, and since when where somebody knows: "Done on 3 March 2021"."""
    words, moved = STATUSES[action.status], action.moved[-1] if action.moved else None
    if action.status == "done" and action.day:
        return f"{words} on {in_words(action.day)}"
    if moved is None or moved.status != action.status:
        return words
    return f"{words} {'on' if action.status == 'done' else 'since'} {in_words(moved.on)}"


def in_words(day: date) -> str:
    """A day, such as "3 March 2021"."""
    return f"{day.day} {day:%B %Y}"


def _source(action: Action) -> str:
    places_ = places(action.about) if action.about else (action.cohort,)
    where = [OCCASIONS[action.occasion], *(place for place in places_ if place)]
    return ", ".join(where[:2]) if len(where) <= 2 else f"{where[0]}, {joined(where[1:])}"  # noqa: PLR2004


def _who_and_when(action: Action) -> str:
    parts = [as_sentence(action.who)]
    if action.step != "any":
        step = STEPS[action.step]
        parts.append(f"{step[0].lower()}{step[1:]}")
    if action.day and action.status in {"planned", "under_way"}:
        parts.append(f"by {in_words(action.day)}")
    return ", ".join(parts)


def _ended(words: str) -> str:
    return words if words[-1:] in ".?!…" else f"{words}."
