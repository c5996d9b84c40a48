"""Remove one person's answers, from every stage at which they are known to have answered.

They are known by their participant code, by the row of the file the team holds, and by what
somebody said of codes that nearly match.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, and_, delete, func, or_, select, update

from rm_eval.errors import NotAllowed
from rm_eval.questionnaire import Role
from rm_eval.readers import TYPED
from rm_eval.recognise.people.participant_codes import code_in
from rm_eval.responses import Part, Scope
from rm_eval.store.at_closing import halves
from rm_eval.store.dataset import Dataset, datasets_in
from rm_eval.store.deletion import delete_datasets, open_again
from rm_eval.store.identity import Known
from rm_eval.store.participant_codes import scrambled
from rm_eval.store.records import Store
from rm_eval.store.releases import Release, releases_of
from rm_eval.store.said_rows import forget_unsaid
from rm_eval.store.schema import (
    answers,
    codes,
    datasets,
    links,
    log,
    metadata,
    people,
    where_scope,
)

Place = tuple[str, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """What is kept of one person in one dataset.

    Attributes
    ----------
    person, row
        Their number in the dataset, and their row in the file.
    n_questions
        How many questions they answered.
    """

    dataset: Dataset
    person: int
    row: int
    n_questions: int


def find_by_code(store: Store, organisation: str, code: str) -> tuple[Found, ...]:
    """Find everything of the person with a code; nothing where nobody of the organisation has it.

    Raises
    ------
    NotAllowed
        Where the text is no code.
    """
    plain = code_in(code)
    if not plain:
        raise NotAllowed("This is no participant code. Nothing was changed.", code="no_code")
    keys = store.code_keys.every()
    hashes = {scrambled(plain, key=key, organisation=organisation) for key in keys}
    with store.engine.connect() as connection:
        return _found(connection, _with_hashes(connection, hashes))


def find_by_row(store: Store, part: Part, row: int) -> tuple[Found, ...]:
    """Find everything of the person in a row of a file, also at stages their code links."""
    query = (
        select(people.c.dataset, people.c.person)
        .join(datasets, people.c.dataset == datasets.c.id)
        .where(*where_scope(datasets, part.scope), datasets.c.role == part.role)
        # Nobody real stands in a row that was made of totals.
        .where(people.c.row == row, datasets.c.survey_tool != TYPED)
    )
    with store.engine.connect() as connection:
        here = {(one.dataset, one.person) for one in connection.execute(query)}
        return _found(connection, here)


def given_out(store: Store, found: Collection[Found]) -> tuple[tuple[Scope, date], ...]:
    """Tell which figures already given out had this person's answers in them.

    Known by the fingerprints that every closing keeps. Where an answer was changed since, the
    response id of the survey tool tells; where there is none, people who answered alike are told
    of together.

    Returns
    -------
    tuple of (Scope, date)
        The stages, and comparisons with them, and the days they were closed, oldest first.
    """
    told = {
        (release.scope, release.closed_at.date())
        for one in found
        for release in releases_of(store, one.dataset.scope)
        if _is_among(_known(store, one), release, one.dataset.role)
    }
    return tuple(sorted(told, key=lambda one: (one[1], one[0].stage, one[0].since)))


def remove(store: Store, found: Collection[Found]) -> tuple[Dataset, ...]:
    """Remove what was found; the stages it stood in are open again.

    Returns
    -------
    tuple of Dataset
        Where it was removed from, as they were before.
    """
    touched = tuple({one.dataset.id: one.dataset for one in found}.values())
    if not touched:
        return ()
    with store.change() as connection:
        for one in found:
            _remove(connection, one)
        ids = {dataset.id for dataset in touched}
        for key in ids:
            forget_unsaid(connection, key, store.code_keys.every())
        left = [one for one in datasets_in(connection) if one.id in ids]
        delete_datasets(connection, [one.id for one in left if not one.n_people])
    store.overwrite()
    return touched


def remove_person(store: Store, organisation: str, code: str) -> tuple[Dataset, ...]:
    """Find the person with a code, and remove everything of theirs."""
    return remove(store, find_by_code(store, organisation, code))


def _known(store: Store, found: Found) -> Known:
    return store.numbered_people(found.dataset.id)[found.person]


def _is_among(known: Known, release: Release, role: Role) -> bool:
    return any(
        one.role == role
        and release.number in one.at
        and (
            known.answers in halves(one.answers)
            or bool(known.response and known.response in halves(one.response))
        )
        for one in release.people
    )


def _found(connection: Connection, places: Collection[Place]) -> tuple[Found, ...]:
    every = _everywhere(connection, set(places))
    here = {dataset.id: dataset for dataset in datasets_in(connection)}
    return tuple(
        _told(connection, here[key], person)
        for key in here
        for person in sorted(person for dataset, person in every if dataset == key)
    )


def _told(connection: Connection, dataset: Dataset, person: int) -> Found:
    mine = (people.c.dataset == dataset.id, people.c.person == person)
    asked = select(func.count(answers.c.question.distinct()))
    theirs = (answers.c.dataset == dataset.id, answers.c.person == person)
    return Found(
        dataset=dataset,
        person=person,
        row=connection.execute(select(people.c.row).where(*mine)).scalar_one(),
        n_questions=connection.execute(asked.where(*theirs)).scalar_one(),
    )


def _everywhere(connection: Connection, places: set[Place]) -> set[Place]:
    """Follow codes, and what was said of near ones, until nobody new is met."""
    pairs = [
        {(row.dataset, row.person), (row.later, row.later_person)}
        for row in connection.execute(select(links).where(links.c.is_same))
    ]
    while True:
        linked = {place for pair in pairs if pair & places for place in pair}
        more = places | linked | _with_hashes(connection, _hashes(connection, places))
        if more == places:
            return places
        places = more


def _hashes(connection: Connection, places: set[Place]) -> set[str]:
    rows = connection.execute(select(codes).where(codes.c.is_whole)).all()
    return {row.hash for row in rows if (row.dataset, row.person) in places}


def _with_hashes(connection: Connection, hashes: Collection[str]) -> set[Place]:
    query = select(codes.c.dataset, codes.c.person).where(codes.c.is_whole)
    found = connection.execute(query.where(codes.c.hash.in_(hashes)))
    return {(row.dataset, row.person) for row in found}


def _remove(connection: Connection, found: Found) -> None:
    """Remove one person from one dataset; their stage's figures are given out no more."""
    dataset, person = found.dataset, found.person
    their_log = (log.c.dataset == dataset.id, log.c.row == found.row)
    connection.execute(delete(log).where(*their_log))
    _forget_their_options(connection, found)
    first = and_(links.c.dataset == dataset.id, links.c.person == person)
    second = and_(links.c.later == dataset.id, links.c.later_person == person)
    connection.execute(delete(links).where(or_(first, second)))
    of_a_person = [t for t in metadata.sorted_tables if {"dataset", "person"} <= {*t.c.keys()}]
    for table in reversed(of_a_person):
        mine = (table.c.dataset == dataset.id, table.c.person == person)
        connection.execute(delete(table).where(*mine))
    open_again(connection, dataset.scope)


def _forget_their_options(connection: Connection, found: Found) -> None:
    """Forget options that nobody else chose, where options are what people answered.

    A question of our forms has its options whoever chose them; of any other, an option is the
    words of an answer.
    """
    query = select(answers.c.question, answers.c.answer, answers.c.person)
    rows = connection.execute(query.where(answers.c.dataset == found.dataset.id)).all()
    others = {(row.question, row.answer) for row in rows if row.person != found.person}
    gone = {(row.question, row.answer) for row in rows} - others
    mine = datasets.c.id == found.dataset.id
    questions = connection.execute(select(datasets.c.questions).where(mine)).scalar_one()
    for fields in questions:
        if not fields["known"]:
            fields["options"] = [
                option for option in fields["options"] if (fields["id"], option["id"]) not in gone
            ]
    connection.execute(update(datasets).where(mine).values(questions=questions))
