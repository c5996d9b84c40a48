"""What organisations say of their programmes: a card each, and a record of each cohort."""

from rm_eval.errors import NotAllowed
from rm_eval.programme import (
    Card,
    CohortRecord,
    Programme,
    card_of,
    cohort_of,
    plain_card,
    plain_cohort,
)
from rm_eval.store.beside import cards, cohort_records, delete_beside, keep_beside, kept_beside
from rm_eval.store.records import Store
from rm_eval.store.sample import clear_sample

# The end of the name of the organisation whose answers are invented.
OF_SAMPLE = "(sample)"


def programme_cards(store: Store) -> tuple[Card, ...]:
    """List the cards that are kept, by organisation."""
    with store.engine.connect() as connection:
        rows = kept_beside(connection, cards)
    return tuple(card_of(row["payload"]) for row in rows)


def programme_card(store: Store, organisation: str) -> Card | None:
    """Find the card of an organisation."""
    found = (card for card in programme_cards(store) if card.organisation == organisation)
    return next(found, None)


def keep_card(store: Store, card: Card) -> None:
    """Keep a card in place of the organisation's former one. One of one's own clears the sample."""
    _make_room(store, card)
    key = {"organisation": card.organisation}
    with store.change() as connection:
        keep_beside(connection, cards, key, plain_card(card), sample=card.sample)


def delete_card(store: Store, organisation: str) -> None:
    """Delete the card of an organisation, and its cohort records; never an answer."""
    with store.change() as connection:
        delete_beside(connection, cards, organisation=organisation)
        delete_beside(connection, cohort_records, organisation=organisation)


def cohort_records_of(store: Store, organisation: str = "") -> tuple[CohortRecord, ...]:
    """List the cohorts of an organisation, or of all, in the order of time.

    Where one of them has no date, all stand by name: cohorts are mostly numbered.
    """
    where = {"organisation": organisation} if organisation else {}
    with store.engine.connect() as connection:
        rows = kept_beside(connection, cohort_records, **where)
    by_name = sorted((cohort_of(row["payload"]) for row in rows), key=lambda one: one.cohort)
    dated = [one.start for one in by_name if one.start is not None]
    if len(dated) < len(by_name):
        return tuple(by_name)
    return tuple(sorted(by_name, key=lambda one: str(one.start)))


def cohort_record(store: Store, organisation: str, cohort: str) -> CohortRecord | None:
    """Find what is said of one cohort."""
    found = (one for one in cohort_records_of(store, organisation) if one.cohort == cohort)
    return next(found, None)


def keep_cohort_record(store: Store, record: CohortRecord) -> None:
    """Keep a cohort record in place of the former one. One's own first clears the sample."""
    _make_room(store, record)
    key = {"organisation": record.organisation, "cohort": record.cohort}
    with store.change() as connection:
        keep_beside(connection, cohort_records, key, plain_cohort(record), sample=record.sample)


def delete_cohort_record(store: Store, organisation: str, cohort: str) -> None:
    """Delete what is said of a cohort; its answers stay."""
    with store.change() as connection:
        delete_beside(connection, cohort_records, organisation=organisation, cohort=cohort)


def keep_programme(store: Store, programme: Programme) -> None:
    """Keep a card with its cohort records."""
    keep_card(store, programme.card)
    for record in programme.cohorts:
        keep_cohort_record(store, record)


def _make_room(store: Store, one: Card | CohortRecord) -> None:
    if one.sample:
        return
    if one.organisation.strip().endswith(OF_SAMPLE):
        raise NotAllowed(
            f"“{one.organisation}” is the name of the invented sample. Give your organisation "
            "another name. Nothing was changed.",
            code="sample_name",
        )
    clear_sample(store)
