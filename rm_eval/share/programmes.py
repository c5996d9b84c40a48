"""A programme card and the records of its cohorts, as another organisation wrote them."""

from dataclasses import fields as fields_of
from typing import Literal

from rm_eval.errors import NotAllowed
from rm_eval.programme import (
    CHARACTERISTICS,
    KINDS,
    MODES,
    QUESTIONS,
    STATES,
    STATUSES,
    Card,
    Characteristic,
    CohortRecord,
    Event,
    Included,
    Pause,
    When,
    read_when,
)
from rm_eval.share.fields import Fields


def read_card(fields: Fields, organisation: str, *, sample: bool) -> Card:
    """Read a card; whose it is stands above it in the file."""
    included = fields.inside("included", lambda one: _mapped(one, tuple(CHARACTERISTICS)))
    notes = fields.inside(
        "notes",
        lambda one: {
            name: said
            for name in (field.name for field in fields_of(Card))
            if (said := one.text(name, default=""))
        },
    )
    asked = {name: fields.text(name, default="") for name in QUESTIONS}
    words = ("outline", "same_as", "source", "reference", "dated_what", "licence")
    return Card(
        **asked,
        **{name: fields.text(name, default="") for name in words},
        organisation=organisation,
        sample=sample,
        kind=fields.one_of("kind", tuple(KINDS), default="reverse"),
        included=included or {},
        notes=notes or {},
        dated=_when(fields, "dated"),
        since=_when(fields, "since"),
        pauses=fields.each("pauses", _pause),
        events=fields.each("events", _event),
    )


def read_record(fields: Fields, organisation: str, *, sample: bool) -> CohortRecord:
    """Read what is said of a cohort; how many people came how far never leaves."""
    known: tuple[Characteristic | Literal[""], ...] = ("", *CHARACTERISTICS)
    others = fields.texts("others")
    if set(others) - CHARACTERISTICS.keys():
        fields.refuse("“others” holds what is no protected characteristic")
    try:
        return CohortRecord(
            organisation=organisation,
            cohort=fields.name("cohort"),
            sample=sample,
            kind=fields.one_of("kind", tuple(KINDS), default="reverse"),
            status=fields.one_of("status", ("", *STATUSES), default=""),
            mode=fields.one_of("mode", ("", *MODES), default=""),
            start=_when(fields, "start"),
            end=_when(fields, "end"),
            length=fields.text("length", default=""),
            pauses=fields.each("pauses", _pause),
            characteristic=fields.one_of("characteristic", known, default=""),
            others=tuple(one for name in others for one in CHARACTERISTICS if one == name),
            community=fields.text("community", default=""),
            sessions=fields.maybe_number("sessions"),
            training_mode=fields.one_of("training_mode", ("", *MODES), default=""),
            training_length=fields.text("training_length", default=""),
            events=fields.each("events", _event),
        )
    except NotAllowed:
        fields.refuse("dates that run backwards, or more sessions than anybody holds")


def _mapped(fields: Fields, known: tuple[Characteristic, ...]) -> dict[Characteristic, Included]:
    found = {name: fields.inside(name, _included) for name in known}
    return {name: said for name, said in found.items() if said is not None}


def _included(fields: Fields) -> Included:
    state = fields.one_of("state", tuple(STATES), default="not_stated")
    return Included(state=state, words=fields.text("words", default=""))


def _pause(fields: Fields) -> Pause:
    why = fields.text("why", default="")
    try:
        return Pause(since=_when(fields, "since"), until=_when(fields, "until"), why=why)
    except NotAllowed:
        fields.refuse("a pause that ends before it begins")


def _event(fields: Fields) -> Event:
    when = _when(fields, "when")
    if when is None:
        fields.refuse("an event without a date")
    return Event(when=when, what=fields.text("what"))


def _when(fields: Fields, name: str) -> When | None:
    said = fields.text(name, default="")
    try:
        return read_when(said)
    except NotAllowed:
        fields.refuse(f"“{name}” is no date")
