"""Remove one person's answers by their participant code, from everything of an organisation."""

from sqlalchemy import Connection, and_, delete, or_, select, update

from rm_eval.errors import NotAllowed
from rm_eval.recognise.people.participant_codes import code_in
from rm_eval.store.dataset import Dataset, datasets_in
from rm_eval.store.deletion import delete_datasets, overwrite_deleted
from rm_eval.store.participant_codes import scrambled
from rm_eval.store.records import Store
from rm_eval.store.schema import (
    answers,
    codes,
    links,
    log,
    people,
    quotes,
    stages,
    where_scope,
)


def remove_person(store: Store, organisation: str, code: str) -> tuple[Dataset, ...]:
    """Remove everything of the person with a code; the stages they answered at are open again.

    Returns
    -------
    tuple of Dataset
        Where they were removed from; none where nobody has this code.

    Raises
    ------
    NotAllowed
        Where the text is no code.
    """
    plain = code_in(code)
    if not plain:
        raise NotAllowed("This is no participant code. Nothing was changed.", code="no_code")
    hashes = [
        scrambled(plain, key=key, organisation=organisation) for key in store.code_keys.every()
    ]
    with store.change() as connection:
        query = select(codes.c.dataset, codes.c.person).distinct()
        query = query.where(codes.c.hash.in_(hashes), codes.c.is_whole)
        found = connection.execute(query).all()
        here = datasets_in(connection)
        touched = tuple(d for d in here if any(row.dataset == d.id for row in found))
        for dataset in touched:
            for row in found:
                if row.dataset == dataset.id:
                    _remove(connection, dataset, row.person)
        ids = {dataset.id for dataset in touched}
        left = datasets_in(connection)
        delete_datasets(connection, [d.id for d in left if d.id in ids and not d.n_people])
    if touched:
        overwrite_deleted(store.engine)
    return touched


def _remove(connection: Connection, dataset: Dataset, person: int) -> None:
    """Remove one person from one dataset; their stage's figures are given out no more."""
    here = select(people.c.row).where(people.c.dataset == dataset.id, people.c.person == person)
    rows = connection.execute(here).scalars().all()
    connection.execute(delete(log).where(log.c.dataset == dataset.id, log.c.row.in_(rows)))
    for table in (answers, codes, quotes, people):
        mine = (table.c.dataset == dataset.id, table.c.person == person)
        connection.execute(delete(table).where(*mine))
    first = and_(links.c.dataset == dataset.id, links.c.person == person)
    second = and_(links.c.later == dataset.id, links.c.later_person == person)
    connection.execute(delete(links).where(or_(first, second)))
    scope = where_scope(stages, dataset.scope)
    connection.execute(update(stages).where(*scope).values(is_open=True))
