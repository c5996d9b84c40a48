"""What was decided after people were heard, and from which result it came.

An action holds no figure. It names the question, and whoever reads it is told what they may be told
of it on that day (`rm_eval.actions`). So it can stay when the answers go: it is the team's own
record of what they did.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import RowMapping

from rm_eval.questionnaire import Role
from rm_eval.responses import Scope
from rm_eval.store.beside import actions, delete_beside, keep_beside, kept_beside
from rm_eval.store.records import Store

Status = Literal["planned", "under_way", "done", "dropped"]
# Where in a programme something is done: what is planned step by step is mended step by step.
Step = Literal[
    "enrolment",
    "training",
    "first_meetings",
    "sessions",
    "end_of_cohort",
    "next_cohort",
    "any",
]
# On what occasion people were heard.
Occasion = Literal[
    "survey", "community_of_practice", "focus_group", "celebration_event", "otherwise"
]


@dataclass(frozen=True, kw_only=True, slots=True)
class OnChart:
    """One question that stands on a chart, and whose answers it shows."""

    scope: Scope
    question: str


@dataclass(frozen=True, kw_only=True, slots=True)
class About:
    """The chart, or the one answer on it, that an action came from.

    Attributes
    ----------
    chart
        `Chart.id`.
    title
        What was asked, in few words and without a figure.
    asked
        Every question on it; at least one.
    answer
        The option it came from; "" for the whole chart.
    """

    chart: str
    title: str
    asked: tuple[OnChart, ...]
    answer: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Moved:
    """How far an action had come, and since when."""

    status: Status
    on: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Action:
    """What was heard, what was decided, and how far it is.

    Attributes
    ----------
    id
        A UUID.
    about
        The result it came from; None where people were heard in another way.
    cohort
        Where it came from no chart: who was heard; "" for everybody.
    occasion
        On what occasion people were heard.
    heard
        What they said, in the team's words and without figures; may be empty where `about` is not.
    decided
        What was decided or done.
    who
        Who sees to it: a role, never a name.
    step
        Where in the programme it is done.
    day
        By when, or when it was done; None where nobody said.
    moved
        Every change of its status, the first one first; none where nobody knows when.
    team_only
        Whether it is left out of what others see.
    stream
        The role that said it among themselves, and whose words the other does not read; "" where
        everybody may.
    sample
        Whether it came with the invented sample, and goes with it.
    added_at
        When it was kept first.
    """

    id: str
    organisation: str
    about: About | None
    cohort: str = ""
    occasion: Occasion = "survey"
    heard: str
    decided: str
    who: str
    step: Step = "any"
    day: date | None = None
    status: Status = "planned"
    moved: tuple[Moved, ...] = ()
    team_only: bool = False
    stream: Role | Literal[""] = ""
    sample: bool = False
    added_at: datetime


def kept_actions(store: Store) -> tuple[Action, ...]:
    """List every action, the sample's too, the first one first."""
    with store.engine.connect() as connection:
        rows = kept_beside(connection, actions)
    every = (_action(row) for row in rows)
    return tuple(sorted(every, key=lambda one: (one.added_at, one.id)))


def keep_action(store: Store, action: Action) -> None:
    """Keep an action; what was kept of it before goes."""
    key = {"id": action.id, "organisation": action.organisation}
    with store.change() as connection:
        keep_beside(connection, actions, key, _payload(action), sample=action.sample)


def delete_action(store: Store, key: str) -> None:
    """Delete an action for good."""
    with store.change() as connection:
        delete_beside(connection, actions, id=key)
    store.overwrite()


def _payload(action: Action) -> dict[str, Any]:
    fields = asdict(action)
    for name in ("id", "organisation", "sample"):  # these have columns of their own
        del fields[name]
    return fields | {
        "day": action.day and action.day.isoformat(),
        "moved": [{"status": one.status, "on": one.on.isoformat()} for one in action.moved],
        "added_at": action.added_at.isoformat(),
    }


def _action(row: RowMapping) -> Action:
    fields = dict(row["payload"])
    return Action(
        id=row["id"],
        organisation=row["organisation"],
        sample=row["sample"],
        **fields
        | {
            "about": fields["about"] and _about(fields["about"]),
            "day": fields["day"] and date.fromisoformat(fields["day"]),
            "moved": tuple(
                Moved(status=one["status"], on=date.fromisoformat(one["on"]))
                for one in fields["moved"]
            ),
            "added_at": datetime.fromisoformat(fields["added_at"]),
        },
    )


def _about(fields: Mapping[str, Any]) -> About:
    asked = tuple(
        OnChart(scope=Scope(**one["scope"]), question=one["question"]) for one in fields["asked"]
    )
    return About(chart=fields["chart"], title=fields["title"], asked=asked, answer=fields["answer"])
