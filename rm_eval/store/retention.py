"""Until when answers are kept, and what happens when that day is past: they are deleted.

Each cohort of an organisation has one date, for all its stages and both roles.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, select, update

from rm_eval.errors import NotAllowed
from rm_eval.store.first_date import in_words, years_after
from rm_eval.store.records import Dataset, Store
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
    def sentence(self) -> str:
        """Until when, in words."""
        return f"Kept until {in_words(self.until)}"


def kept(store: Store) -> tuple[Kept, ...]:
    """List every cohort that has a date; the sample has none."""
    c = retention.c
    with store.engine.connect() as connection:
        rows = connection.execute(select(retention).order_by(c.organisation, c.cohort)).all()
    return tuple(
        Kept(organisation=row.organisation, cohort=row.cohort, until=row.keep_until) for row in rows
    )


def kept_until(store: Store, organisation: str, cohort: str) -> date | None:
    """Return the last day a cohort's answers are kept; None where nothing of it is here."""
    found = (one for one in kept(store) if (one.organisation, one.cohort) == (organisation, cohort))
    return next((one.until for one in found), None)


def keep_until(store: Store, organisation: str, cohort: str, day: date, *, today: date) -> None:
    """Choose another last day for a cohort.

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
    with store.engine.begin() as connection:
        changed = connection.execute(update(retention).where(*this).values(keep_until=day))
        if not changed.rowcount:
            raise NotAllowed(
                f"Nothing of {organisation}, {cohort} is kept. Check both names. Nothing was "
                "changed.",
                code="nothing_kept",
            )


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
    cohorts = {(one.organisation, one.cohort) for one in due(store, today)}
    if not cohorts:
        return ()
    gone = tuple(
        one
        for one in store.datasets()
        if not one.sample and (one.scope.organisation, one.scope.cohort) in cohorts
    )
    store.delete(*(dataset.id for dataset in gone))
    _delete_what_is_left(store, cohorts)
    return gone


def _delete_what_is_left(store: Store, cohorts: set[tuple[str, str]]) -> None:
    """Delete what is known of a cohort in any table, also where it had no answers any more."""
    of_cohorts = [t for t in metadata.sorted_tables if {"organisation", "cohort"} <= {*t.c.keys()}]
    with store.engine.begin() as connection:
        for table in reversed(of_cohorts):
            for organisation, cohort in sorted(cohorts):
                this = (table.c.organisation == organisation, table.c.cohort == cohort)
                connection.execute(delete(table).where(*this))
