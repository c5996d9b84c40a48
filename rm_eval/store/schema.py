"""The tables. Cleaned answers, the log and a fingerprint are kept; the uploaded file never is."""

from dataclasses import fields
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ColumnElement,
    Date,
    Float,
    ForeignKey,
    Integer,
    MetaData,
    Row,
    String,
    Table,
    UniqueConstraint,
    literal,
)

from rm_eval.responses import Scope
from rm_eval.store.columns import Moment, Words

metadata = MetaData()

# Of these tables. Version 2 came with participant codes and links, and what was said of forms;
# version 3 with the date until which a cohort is kept, with quotes, limits and releases; version 4
# with comparisons of two stages; version 5 with what stands beside the answers (see
# rm_eval.store.beside) and with themes that a person has said; version 6 with figures that other
# organisations shared.
VERSION = 6

schema_version = Table("schema_version", metadata, Column("version", Integer, nullable=False))


def where_cohort(table: Table, scope: Scope) -> tuple[ColumnElement[bool], ...]:
    """Pick the rows of one organisation and cohort, of whatever stage."""
    return table.c.organisation == scope.organisation, table.c.cohort == scope.cohort


def where_scope(table: Table, scope: Scope) -> tuple[ColumnElement[bool], ...]:
    """Pick the rows of one organisation, cohort and stage, or of one comparison of two stages."""
    # Nobody's answers are of two stages: only what was given out can be.
    since = table.c.since == scope.since if "since" in table.c else literal(not scope.since)
    return (*where_cohort(table, scope), table.c.stage == scope.stage, since)


def of_scope(table: Table) -> tuple[Column[Any], ...]:
    """Name the columns that a scope is made of."""
    names = [field.name for field in fields(Scope) if field.name in table.c]
    return tuple(table.c[name] for name in names)


def scope_of(row: Row[Any]) -> Scope:
    """Make the scope of a row again; see `of_scope`."""
    named = row._mapping  # noqa: SLF001 - how a row is read by name
    return Scope(
        **{field.name: named[field.name] for field in fields(Scope) if field.name in named}
    )


def _of_dataset(name: str = "dataset") -> Column[str]:
    """Everything belongs to one dataset and goes when it goes."""
    return Column(
        name,
        String(36),
        ForeignKey("datasets.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    )


def _since(*, primary_key: bool = False) -> Column[str]:
    """The earlier stage of a comparison; "" where it is a single stage."""
    return Column("since", String(20), nullable=False, server_default="", primary_key=primary_key)


datasets = Table(
    "datasets",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("organisation", Words, nullable=False),
    Column("cohort", Words, nullable=False),
    Column("stage", String(20), nullable=False),
    Column("role", String(10), nullable=False),
    Column("sample", Boolean, nullable=False),
    Column("file_name", Words, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("survey_tool", String(40), nullable=False),
    Column("added_at", Moment, nullable=False),
    Column("n_sent", Integer),
    Column("questions", JSON, nullable=False),
    Column("notices", JSON, nullable=False),
    UniqueConstraint("organisation", "cohort", "stage", "role", "sample", name="one_per_role"),
)

people = Table(
    "people",
    metadata,
    _of_dataset(),
    Column("person", Integer, nullable=False),
    Column("row", Integer, nullable=False),
    Column("role", String(10), nullable=False),
    # Fingerprints; see rm_eval.store.identity.
    Column("response", String(64), nullable=False),
    Column("answers", String(64), nullable=False),
)

stages = Table(
    "stages",
    metadata,
    Column("organisation", Words, primary_key=True),
    Column("cohort", Words, primary_key=True),
    Column("stage", String(20), primary_key=True),
    _since(primary_key=True),
    Column("is_open", Boolean, nullable=False),
    Column("closed_at", Moment, nullable=False),
    # Fingerprints of the people whose figures were given out when it was last closed.
    Column("served", JSON, nullable=False),
)

# What was given out at each closing; see rm_eval.store.releases.
releases = Table(
    "releases",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("organisation", Words, nullable=False),
    Column("cohort", Words, nullable=False),
    Column("stage", String(20), nullable=False),
    _since(),
    Column("number", Integer, nullable=False),
    Column("closed_at", Moment, nullable=False),
    Column("n", JSON, nullable=False),
    Column("limits", JSON, nullable=False),
    Column("figures", JSON, nullable=False),
    Column("tellings", JSON, nullable=False),
    # Fingerprints, and at which closings they were here.
    Column("people", JSON, nullable=False),
    Column("checked", JSON, nullable=False),
    UniqueConstraint("organisation", "cohort", "stage", "since", "number", name="one_per_closing"),
)

# Until when the answers of a cohort are kept, that day included; see rm_eval.store.retention.
retention = Table(
    "retention",
    metadata,
    Column("organisation", Words, primary_key=True),
    Column("cohort", Words, primary_key=True),
    Column("keep_until", Date, nullable=False),
)

# What whoever governs the data has chosen, one row a choice: the last one holds; see
# rm_eval.store.limits.
limits = Table(
    "limits",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("organisation", Words, nullable=False, index=True),
    Column("preset", String(20), nullable=False),
    Column("smallest_group", Integer),
    Column("reason", Words, nullable=False),
    Column("set_at", Moment, nullable=False),
)

# Participant codes; see rm_eval.store.participant_codes.
codes = Table(
    "codes",
    metadata,
    _of_dataset(),
    Column("person", Integer, nullable=False),
    # Which key scrambled it; the key itself lies elsewhere.
    Column("key", String(16), nullable=False),
    Column("hash", String(64), nullable=False),
    # The code itself, or a form that near misses have in common.
    Column("is_whole", Boolean, nullable=False),
)

# What somebody said of two codes that nearly match: the same person, or not.
links = Table(
    "links",
    metadata,
    _of_dataset(),
    Column("person", Integer, nullable=False),
    _of_dataset("later"),
    Column("later_person", Integer, nullable=False),
    Column("is_same", Boolean, nullable=False),
)

# What somebody said when asked "Same question?"; see rm_eval.store.remembered.
remembered = Table(
    "remembered",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("organisation", Words, nullable=False, index=True),
    Column("form", JSON, nullable=False),
    Column("heading", Words, nullable=False),
    Column("question", Words, nullable=False),
    Column("said_on", Date, nullable=False),
)

answers = Table(
    "answers",
    metadata,
    _of_dataset(),
    Column("person", Integer, nullable=False),
    Column("question", Words, nullable=False),
    Column("answer", Words, nullable=False),
    Column("number", Float),
    Column("place", Float),
    Column("text", Words, nullable=False),
)

# Words somebody agreed to be quoted with; see rm_eval.store.quotes.
quotes = Table(
    "quotes",
    metadata,
    Column("id", String(36), primary_key=True),
    _of_dataset(),
    Column("person", Integer, nullable=False),
    Column("question", Words, nullable=False),
    # Letter for letter. Other words would need another agreement: nothing here is ever updated.
    Column("words", Words, nullable=False),
    Column("agreed", Words, nullable=False),
    Column("was_read_twice", Boolean, nullable=False),
    Column("kept_at", Moment, nullable=False),
)

# Which themes an answer in own words speaks of, where a person said so.
said_themes = Table(
    "said_themes",
    metadata,
    _of_dataset(),
    Column("question", Words, nullable=False),
    # A keyed fingerprint of the words, so that a newer export of the same form finds it again.
    Column("answer", String(64), nullable=False),
    Column("themes", JSON, nullable=False),
    Column("said_at", Moment, nullable=False),
    UniqueConstraint("dataset", "question", "answer", name="one_per_answer"),
)

log = Table(
    "log",
    metadata,
    _of_dataset(),
    Column("number", Integer, nullable=False),
    Column("row", Integer, nullable=False),
    Column("column", Integer),
    Column("question", Words, nullable=False),
    Column("before", Words, nullable=False),
    Column("after", Words, nullable=False),
    Column("rule", Words, nullable=False),
    Column("why", Words, nullable=False),
)
