"""Words that somebody agreed to be quoted with, beside the answer they were cut from.

Consent is for those very words: a record is kept or withdrawn, never changed. It goes with the
person, and with the file their answer came in.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from uuid import uuid4

from sqlalchemy import and_, delete, func, insert, select

from rm_eval.disclosure.quotes import check_words, tidy, trouble_with
from rm_eval.errors import NotAllowed
from rm_eval.questionnaire import Question, Role
from rm_eval.readers.personal.personal_details import masked
from rm_eval.responses import Scope
from rm_eval.store import rows as rows_
from rm_eval.store.records import Store
from rm_eval.store.schema import answers, datasets, people, quotes, where_scope


@dataclass(frozen=True, kw_only=True, slots=True)
class Written:
    """What one person wrote, for the team alone.

    Attributes
    ----------
    dataset, person, question
        Where it stands.
    text
        Their words, with a mark for each personal detail that was taken out.
    """

    dataset: str
    person: int
    question: str
    role: Role
    text: str = field(repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Quote:
    """Words that somebody agreed to.

    Attributes
    ----------
    words
        As they may be shown, letter for letter.
    agreed
        How and when they agreed, as the team put it.
    kept_on
        The day it was kept.
    """

    id: str
    question: str
    role: Role
    words: str = field(repr=False)
    agreed: str = field(repr=False)
    kept_on: date


@dataclass(frozen=True, kw_only=True, slots=True)
class AskedInWords:
    """A question answered in own words, of one role, and how many people answered the form."""

    question: Question
    role: Role
    n_people: int
    sample: bool


def asked_in_words(store: Store, scope: Scope) -> tuple[AskedInWords, ...]:
    """List the questions of a cohort and stage that are answered in own words, without answers."""
    counted = select(people.c.dataset, func.count().label("n")).group_by(people.c.dataset)
    sizes = counted.subquery()
    query = (
        select(datasets.c.role, datasets.c.sample, datasets.c.questions, sizes.c.n)
        .join(sizes, sizes.c.dataset == datasets.c.id)
        .where(*where_scope(datasets, scope))
        .order_by(datasets.c.role.desc())
    )
    with store.engine.connect() as connection:
        rows = connection.execute(query).all()
    return tuple(
        AskedInWords(
            question=rows_.question(fields), role=row.role, n_people=row.n, sample=row.sample
        )
        for row in rows
        for fields in row.questions
        if fields["type"] == "free_text"
    )


def written_answers(store: Store, scope: Scope, question: str) -> tuple[Written, ...]:
    """Load what people wrote in answer to one question, in the order of their files."""
    query = (
        select(datasets.c.id, datasets.c.role, answers.c.person, answers.c.text)
        .join(answers, answers.c.dataset == datasets.c.id)
        .where(*where_scope(datasets, scope), answers.c.question == question)
        .order_by(datasets.c.role.desc(), answers.c.person)
    )
    with store.engine.connect() as connection:
        rows = connection.execute(query).all()
    return tuple(
        Written(dataset=row.id, person=row.person, question=question, role=row.role, text=row.text)
        for row in rows
        if row.text.strip()
    )


def keep_quote(  # noqa: PLR0913
    store: Store,
    written: Written,
    *,
    words: str,
    agreed: str,
    has_agreed: bool,
    was_read_twice: bool,
) -> str:
    """Keep the words that somebody agreed to, and return the id of the record.

    Parameters
    ----------
    written
        The answer they are from.
    words
        Cut from it, with "…" for what is left out.
    agreed
        How and when the person agreed.
    has_agreed, was_read_twice
        Whether the person agreed to these very words, and whether a second person has read them.

    Raises
    ------
    NotAllowed
        Where any of it is missing, or the words are not the person's own.
    """
    words = tidy(words)
    _check_words(words, written)
    _check_agreed(agreed, has_agreed=has_agreed, was_read_twice=was_read_twice)
    here = and_(
        answers.c.dataset == written.dataset,
        answers.c.person == written.person,
        answers.c.question == written.question,
        answers.c.text == written.text,
    )
    mine = and_(
        quotes.c.dataset == written.dataset,
        quotes.c.person == written.person,
        quotes.c.question == written.question,
        quotes.c.words == words,
    )
    record = {
        "id": str(uuid4()),
        "dataset": written.dataset,
        "person": written.person,
        "question": written.question,
        "words": words,
        "agreed": masked(" ".join(agreed.split())),
        "was_read_twice": was_read_twice,
        "kept_at": datetime.now(UTC),
    }
    with store.change() as connection:
        if connection.execute(select(answers.c.person).where(here)).first() is None:
            raise NotAllowed(
                "This answer is no longer here, so its words cannot be quoted. Nothing was kept.",
                code="answer_gone",
            )
        if connection.execute(select(quotes.c.id).where(mine)).first() is not None:
            raise NotAllowed("This quote is kept already. Nothing was changed.", code="quote_kept")
        connection.execute(insert(quotes).values(record))
    return str(record["id"])


def kept_quotes(store: Store, scope: Scope) -> tuple[Quote, ...]:
    """Load every quote of one cohort and stage, the earliest first."""
    # Joined to the answer: without it there is nobody who agreed.
    own = and_(
        answers.c.dataset == quotes.c.dataset,
        answers.c.person == quotes.c.person,
        answers.c.question == quotes.c.question,
    )
    query = (
        select(quotes, datasets.c.role, answers.c.text)
        .join(datasets, quotes.c.dataset == datasets.c.id)
        .join(answers, own)
        .where(*where_scope(datasets, scope), quotes.c.was_read_twice)
        .order_by(quotes.c.kept_at, quotes.c.id)
    )
    with store.engine.connect() as connection:
        rows = connection.execute(query).all()
    return tuple(
        Quote(
            id=row.id,
            question=row.question,
            role=row.role,
            words=row.words,
            agreed=row.agreed,
            kept_on=row.kept_at.date(),
        )
        for row in rows
        if not trouble_with(row.words, row.text)
    )


def withdraw_quote(store: Store, key: str) -> None:
    """Delete a quote and everything kept of the agreement; the answer stays."""
    with store.change() as connection:
        connection.execute(delete(quotes).where(quotes.c.id == key))
    store.overwrite()


def _check_words(words: str, written: Written) -> None:
    trouble = trouble_with(words, written.text)
    if trouble:
        raise NotAllowed(f"{trouble} Nothing was kept.", code="not_their_words")
    if any(finding.must_go for finding in check_words(words)):
        raise NotAllowed(
            "These words hold a personal detail, or the mark of one. Leave that part out and put "
            "“…” in its place. Nothing was kept.",
            code="personal_detail",
        )


def _check_agreed(agreed: str, *, has_agreed: bool, was_read_twice: bool) -> None:
    if not has_agreed:
        raise NotAllowed(
            "Words are quoted only where the person agreed to these very words. Ask them first, "
            "then tick the box. Nothing was kept.",
            code="not_agreed",
        )
    if not was_read_twice:
        raise NotAllowed(
            "Have a second person read these words before they are kept, then tick the box. "
            "Nothing was kept.",
            code="not_read_twice",
        )
    if not agreed.strip():
        raise NotAllowed(
            "Say how and when they agreed, such as: by e-mail, 3 March. Nothing was kept.",
            code="how_not_said",
        )
