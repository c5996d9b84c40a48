"""Columns that hold the same in every database."""

from datetime import UTC, datetime

from sqlalchemy import DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator

NUL = "\x00"


class Moment(TypeDecorator[datetime]):
    """A time in UTC. SQLite keeps no zone, and PostgreSQL answers in the zone of whoever asks."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn a time into UTC; one without a zone is in UTC already."""
        del dialect
        return value and _in_utc(value)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Say the zone."""
        del dialect
        return value and _in_utc(value)


class Words(TypeDecorator[str]):
    """Text, without what PostgreSQL cannot hold: NUL, and halves of characters.

    Both come from broken files alone, never from a keyboard. Left out in SQLite too, so that a
    cohort has the same name everywhere.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Leave out what cannot be held."""
        del dialect
        return value and value.replace(NUL, "").encode("utf-8", "ignore").decode("utf-8")


def _in_utc(value: datetime) -> datetime:
    return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
