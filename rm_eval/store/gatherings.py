"""What was said at focus groups, communities of practice and events: kept, cleared and deleted.

It is kept as long as the answers of its cohort. No person is known in it, so whoever asks to be
removed is found by nobody but the team: a single quote can be withdrawn.
"""

from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import Connection

from rm_eval.errors import NotAllowed
from rm_eval.gatherings import Gathering, as_payload, from_payload
from rm_eval.readers.personal.personal_details import masked
from rm_eval.store.beside import delete_beside, keep_beside, kept_beside
from rm_eval.store.beside import gatherings as table
from rm_eval.store.first_date import date_added
from rm_eval.store.records import Store


def keep_gathering(store: Store, gathering: Gathering) -> None:
    """Keep what was said at an occasion.

    Raises
    ------
    NotAllowed
        Where this very sheet is here already, or what was said at the same occasion; or where the
        cohort's day is past.
    """
    with store.change() as connection:
        for other in _kept(connection):
            _check_another(other, gathering)
        if not gathering.sample:
            cohort = (gathering.organisation, gathering.cohort)
            date_added(connection, {cohort}, datetime.now(UTC).date())
        _put(connection, gathering)


def kept_gatherings(store: Store) -> tuple[Gathering, ...]:
    """List what was said, by organisation and cohort, the latest occasion first."""
    with store.engine.connect() as connection:
        every = _kept(connection)
    by_day = sorted(every, key=lambda one: str(one.held_on or ""), reverse=True)
    return tuple(sorted(by_day, key=lambda one: (one.organisation, one.cohort)))


def clear_gathering(store: Store, key: str, *, agreed: str) -> None:
    """Say that two people read the themes and quotes of an occasion and that they name nobody.

    Parameters
    ----------
    agreed
        How and when the people quoted agreed; "" keeps quotes within the team.
    """
    with store.change() as connection:
        how = masked(" ".join(agreed.split()))
        _put(connection, replace(_found(connection, key), is_cleared=True, agreed=how))


def unclear_gathering(store: Store, key: str) -> None:
    """Show what was said to the programme team only, from now on."""
    with store.change() as connection:
        _put(connection, replace(_found(connection, key), is_cleared=False))


def withdraw_said(store: Store, key: str, words: str) -> None:
    """Delete a quote of an occasion; its theme stays."""
    with store.change() as connection:
        found = _found(connection, key)
        themes = tuple(
            replace(theme, quotes=tuple(one for one in theme.quotes if one != words))
            for theme in found.themes
        )
        _put(connection, replace(found, themes=themes))
    store.overwrite()


def delete_gathering(store: Store, key: str) -> None:
    """Delete all that was said at an occasion, and overwrite where it lay."""
    with store.change() as connection:
        delete_beside(connection, table, id=key)
    store.overwrite()


def _kept(connection: Connection) -> tuple[Gathering, ...]:
    return tuple(
        from_payload(
            row["payload"],
            id=row["id"],
            organisation=row["organisation"],
            cohort=row["cohort"],
            sample=row["sample"],
        )
        for row in kept_beside(connection, table)
    )


def _found(connection: Connection, key: str) -> Gathering:
    for one in _kept(connection):
        if one.id == key:
            return one
    raise NotAllowed("This was deleted meanwhile. Nothing was changed.", code="gathering_gone")


def _put(connection: Connection, gathering: Gathering) -> None:
    key = {
        "id": gathering.id,
        "organisation": gathering.organisation,
        "cohort": gathering.cohort,
    }
    keep_beside(connection, table, key, as_payload(gathering), sample=gathering.sample)


def _check_another(other: Gathering, gathering: Gathering) -> None:
    """Refuse what is here already: two sheets of one occasion would say everything twice."""
    if other.sample != gathering.sample:
        return
    of_one_cohort = (other.organisation, other.cohort) == (
        gathering.organisation,
        gathering.cohort,
    )
    same = (other.kind, other.held_on, other.roles, other.question) == (
        gathering.kind,
        gathering.held_on,
        gathering.roles,
        gathering.question,
    )
    if of_one_cohort and (other.sha256 == gathering.sha256 or same):
        raise NotAllowed(
            "A sheet of this occasion is here already. Delete that one first, if this one is "
            "right. Nothing was kept.",
            code="already_added",
        )
