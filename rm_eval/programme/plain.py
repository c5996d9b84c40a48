"""Cards and cohort records as plain data: what stands in a file, or in one column of a table."""

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from typing import Any

from rm_eval.errors import ForTheDeveloper
from rm_eval.programme.card import Card, Included
from rm_eval.programme.cohort_record import CohortRecord, Event, Pause
from rm_eval.programme.funnel import Funnel, Matching
from rm_eval.programme.when import When, read_when

Plain = Mapping[str, Any]


def plain_card(card: Card) -> dict[str, Any]:
    """Write a card; what nobody said is left out."""
    return _plain_fields(card)


def plain_cohort(record: CohortRecord) -> dict[str, Any]:
    """Write a cohort record; what nobody said is left out."""
    return _plain_fields(record)


def card_of(plain: Plain) -> Card:
    """Read a card that `plain_card` wrote, or somebody wrote by hand.

    Raises
    ------
    ForTheDeveloper
        Where something stands in it that no card has.
    """
    return Card(
        **_known(plain, Card)
        | {
            "included": {name: _included(said) for name, said in plain.get("included", {}).items()},
            "pauses": tuple(map(_pause, plain.get("pauses", ()))),
            "events": tuple(map(_event, plain.get("events", ()))),
            "notes": dict(plain.get("notes", {})),
            "dated": _when(plain, "dated"),
            "since": _when(plain, "since"),
        }
    )


def cohort_of(plain: Plain) -> CohortRecord:
    """Read a cohort record that `plain_cohort` wrote, or somebody wrote by hand.

    Raises
    ------
    ForTheDeveloper
        Where something stands in it that no cohort record has.
    """
    return CohortRecord(
        **_known(plain, CohortRecord)
        | {
            "start": _when(plain, "start"),
            "end": _when(plain, "end"),
            "others": tuple(plain.get("others", ())),
            "pauses": tuple(map(_pause, plain.get("pauses", ()))),
            "events": tuple(map(_event, plain.get("events", ()))),
            "mentors": Funnel(**_known(plain.get("mentors", {}), Funnel)),
            "mentees": Funnel(**_known(plain.get("mentees", {}), Funnel)),
            "matching": Matching(**_known(plain.get("matching", {}), Matching)),
        }
    )


def _plain_fields(thing: Any) -> dict[str, Any]:  # noqa: ANN401 - any of our own records
    said: dict[str, Any] = {}
    for field in fields(thing):
        value = getattr(thing, field.name)
        factory = field.default_factory
        usual = field.default if factory is MISSING else factory()
        if value != usual:
            said[field.name] = _plain(value)
    return said


def _plain(value: object) -> object:
    if isinstance(value, When):
        return str(value)
    if is_dataclass(value):
        return _plain_fields(value)
    if isinstance(value, Mapping):
        return {name: _plain(one) for name, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def _known(plain: Plain, kind: type) -> dict[str, Any]:
    """Take what such a thing has; anything else is a slip in the file."""
    strange = set(plain) - {field.name for field in fields(kind)}
    if strange:
        raise ForTheDeveloper(f"no {kind.__name__} has {', '.join(sorted(strange))}")
    return dict(plain)


def _when(plain: Plain, name: str) -> When | None:
    return read_when(str(plain.get(name, "")))


def _pause(plain: Plain) -> Pause:
    dates = {"since": _when(plain, "since"), "until": _when(plain, "until")}
    return Pause(**_known(plain, Pause) | dates)


def _event(plain: Plain) -> Event:
    known = _known(plain, Event)
    when = read_when(str(known["when"]))
    if when is None:
        raise ForTheDeveloper("an event needs its date")
    return Event(when=when, what=known["what"])


def _included(plain: Plain) -> Included:
    return Included(**_known(plain, Included))
