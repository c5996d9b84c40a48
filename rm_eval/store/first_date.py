"""How long a cohort's answers are kept where nobody chose a date."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection, insert, select

from rm_eval.errors import NotAllowed
from rm_eval.store.schema import retention

# A programme runs for about a year, and its figures are asked about for a year after its report.
# The law names no number: it wants one that is justified, looked at again, and kept (UK GDPR,
# article 5(1)(e); ICO, "Storage limitation"). The team can choose another for each cohort.
YEARS_KEPT = 2


def in_words(day: date) -> str:
    """Such as "30 November 2028"."""
    return f"{day.day} {day:%B %Y}"


def years_after(day: date, years: int) -> date:
    """Return the same day of a later year; 28 February for the 29th, where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def first_date(added_on: date) -> date:
    """Return until when answers added on a day are kept, where nobody says otherwise."""
    return years_after(added_on, YEARS_KEPT)


def date_added(connection: Connection, cohorts: Iterable[tuple[str, str]], today: date) -> None:
    """Give every cohort that has no date yet its first one.

    Parameters
    ----------
    connection
        In a transaction.
    cohorts
        Organisation and cohort of each.
    today
        The day they are added.

    Raises
    ------
    NotAllowed
        Where a cohort's date is past: what is added now would be deleted at once.
    """
    query = select(retention.c.organisation, retention.c.cohort, retention.c.keep_until)
    known = {(row.organisation, row.cohort): row.keep_until for row in connection.execute(query)}
    for organisation, cohort in sorted(set(cohorts)):
        until = known.get((organisation, cohort))
        if until is not None and until < today:
            raise NotAllowed(
                f"{organisation}, {cohort} was to be kept until {in_words(until)}, and that day is "
                "past. Choose a later date for it first, or delete it. Nothing was changed.",
                code="past_its_date",
            )
        if until is None:
            connection.execute(
                insert(retention).values(
                    organisation=organisation, cohort=cohort, keep_until=first_date(today)
                )
            )
