"""A programme written down in a TOML file: its card, and a record of each cohort."""

import tomllib
from pathlib import Path
from typing import NamedTuple

from rm_eval.programme.card import Card
from rm_eval.programme.cohort_record import CohortRecord
from rm_eval.programme.plain import card_of, cohort_of


class Programme(NamedTuple):
    """The card of an organisation, and what it says of its cohorts."""

    card: Card
    cohorts: tuple[CohortRecord, ...] = ()


def read_programme(path: Path, *, sample: bool = False) -> Programme:
    """Read a file; texts lose the blank lines around them.

    Raises
    ------
    ForTheDeveloper
        Where something stands in it that neither card nor cohort record has.
    """
    whole = tomllib.loads(path.read_text("utf-8"))
    cohorts = whole.pop("cohort", [])
    stripped = {name: _stripped(value) for name, value in whole.items()}
    card = card_of(stripped | {"sample": sample})
    own = {"organisation": card.organisation, "sample": sample}
    return Programme(card=card, cohorts=tuple(cohort_of(one | own) for one in cohorts))


def _stripped(value: object) -> object:
    return value.strip() if isinstance(value, str) else value
