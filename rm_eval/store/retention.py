"""Until when answers are kept, and what happens when that day is past: they are deleted.

Each cohort of an organisation has one date, for all its stages and both roles.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, delete, select, update

from rm_eval.errors import NotAllowed
from rm_eval.store.beside import cohort_records, shares
from rm_eval.store.dataset import Dataset, datasets_in
from rm_eval.store.deletion import delete_datasets
from rm_eval.store.first_date import in_words, years_after
from rm_eval.store.records import Store
from rm_eval.store.schema import metadata, retention

# A later date is a slip of the hand, such as 2208 for 2028, and would keep answers for ever.
MOST_YEARS = 10
# Time enough to look at what will go, and to choose another date for a reason.
WARNED_DAYS = 30


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept:
    """A cohort, and the last day its answers are kept."""

    organisation: str
    cohort: str
    until: date

    def is_due(self, today: date) -> bool:
        """Say whether that day is past."""
        return self.until < today

    def is_soon(self, today: date) -> bool:
        """Say whether that day is near enough to speak of."""
        return (self.until - today).days <= WARNED_DAYS

    @property
    def day(self) -> str:
        """That day in words, such as "30 November 2028"."""
        return in_words(self.until)


def kept(store: Store) -> tuple[Kept, ...]:
    """List every cohort that has a date; the sample has none."""
    with store.engine.connect() as connection:
        return _kept_in(connection)


def kept_until(store: Store, organisation: str, cohort: str) -> date | None:
    """Return the last day a cohort's answers are kept; None where nothing of it is here."""
    found = (one for one in kept(store) if (one.organisation, one.cohort) == (organisation, cohort))
    return next((one.until for one in found), None)


def keep_until(store: Store, organisation: str, cohort: str, day: date, *, today: date) -> Kept:
    """Choose another last day for a cohort, and say what is chosen now.

    Raises
    ------
    NotAllowed
        Where the day is past or many years away, or nothing of the cohort is kept.
    """
    if day < today:
        raise NotAllowed(
            f"{in_words(day)} is past. Choose today or a later day. To be rid of the answers now, "
            "delete them. Nothing was changed.",
            code="date_past",
        )
    if day > years_after(today, MOST_YEARS):
        raise NotAllowed(
            f"{in_words(day)} is more than {MOST_YEARS} years away. Choose an earlier day, and "
            "choose again when it comes near. Nothing was changed.",
            code="date_too_far",
        )
    this = (retention.c.organisation == organisation, retention.c.cohort == cohort)
    with store.change() as connection:
        changed = connection.execute(update(retention).where(*this).values(keep_until=day))
        if not changed.rowcount:
            raise NotAllowed(
                f"Nothing of {organisation}, {cohort} is kept. Check both names. Nothing was "
                "changed.",
                code="nothing_kept",
            )
    return Kept(organisation=organisation, cohort=cohort, until=day)


def due(store: Store, today: date) -> tuple[Kept, ...]:
    """List the cohorts whose last day is past."""
    return tuple(one for one in kept(store) if one.is_due(today))


def purge(store: Store, today: date) -> tuple[Dataset, ...]:
    """Delete every cohort whose last day is past, with everything that came from it.

    Returns
    -------
    tuple of Dataset
        What was deleted.
    """
    if not due(store, today):
        return ()
    with store.change() as connection:
        past = [one for one in _kept_in(connection) if one.is_due(today)]
        cohorts = {(one.organisation, one.cohort) for one in past}
        gone = tuple(
            one
            for one in datasets_in(connection)
            if not one.sample and (one.scope.organisation, one.scope.cohort) in cohorts
        )
        delete_datasets(connection, [dataset.id for dataset in gone])
        _delete_what_is_left(connection, past)
    store.overwrite()
    return gone


def _kept_in(connection: Connection) -> tuple[Kept, ...]:
    query = select(retention).order_by(retention.c.organisation, retention.c.cohort)
    return tuple(
        Kept(organisation=row.organisation, cohort=row.cohort, until=row.keep_until)
        for row in connection.execute(query)
    )


def _delete_what_is_left(connection: Connection, past: list[Kept]) -> None:
    """Delete what any table says of a cohort, also where it had no answers any more."""
    of_cohorts = [
        table
        for table in metadata.sorted_tables
        if {"organisation", "cohort"} <= {*table.c.keys()} and table not in (cohort_records, shares)
    ]
    for table in reversed(of_cohorts):
        for one in past:
            this = (table.c.organisation == one.organisation, table.c.cohort == one.cohort)
            connection.execute(delete(table).where(*this))
