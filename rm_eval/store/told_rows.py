"""What was told, as it lies in the database, and back."""

from dataclasses import asdict
from datetime import date
from typing import Any

from rm_eval.disclosure import (
    Limits,
    Scope,
    Telling,
    Told,
    ToldCount,
    ToldGroup,
    ToldTotal,
    Waiting,
)
from rm_eval.store import rows as rows_

Fields = dict[str, Any]


def told_fields(told: Told) -> Fields:
    """Make plain fields of what was told of one question."""
    waiting = [asdict(one) | {"since": one.since.isoformat()} for one in told.waiting]
    return asdict(told) | {"waiting": waiting}


def told_of(fields: Fields) -> Told:
    """Make what was told of a question of its fields again."""
    made = {
        "question": rows_.question(fields["question"]),
        "scope": Scope(**fields["scope"]),
        "limits": Limits(**fields["limits"]),
        "groups": tuple(_group_of(one) for one in fields["groups"]),
        "responses": tuple((role, n, n_sent) for role, n, n_sent in fields["responses"]),
        "notes": tuple(fields["notes"]),
        "sources": tuple(fields["sources"]),
        "cohorts": tuple(fields.get("cohorts", ())),
        "waiting": tuple(
            Waiting(**one | {"since": date.fromisoformat(one["since"])})
            for one in fields["waiting"]
        ),
    }
    return Told(**fields | made)


def telling_fields(telling: Telling) -> Fields:
    """Make plain fields of one telling."""
    return asdict(telling) | {"on": telling.on.isoformat()}


def telling_of(fields: Fields) -> Telling:
    """Make a telling of its fields again."""
    made = {"on": date.fromisoformat(fields["on"]), "group": _group_of(fields["group"])}
    return Telling(**fields | made)


def _group_of(fields: Fields) -> ToldGroup:
    counts = tuple(ToldCount(**one | {"bounds": tuple(one["bounds"])}) for one in fields["counts"])
    totals = tuple(
        ToldTotal(**one | {"bounds": tuple(one["bounds"]), "ends": tuple(one["ends"])})
        for one in fields["totals"]
    )
    return ToldGroup(**fields | {"counts": counts, "totals": totals})
