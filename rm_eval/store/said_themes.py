"""Which themes an answer in own words speaks of, where a person said so.

It is remembered for the words, and counted at once in what the team sees. What was given out stays
as it was told: see `rm_eval.store.stages`.
"""

import hashlib
from collections.abc import Collection, Sequence
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, and_, delete, insert, select

from rm_eval.errors import NotAllowed
from rm_eval.responses import Scope
from rm_eval.store.quotes import Written
from rm_eval.store.records import Store
from rm_eval.store.said_rows import fingerprints_of, said_in, said_of
from rm_eval.store.schema import answers, datasets, said_themes, where_scope


def said_themes_of(
    store: Store, written: Collection[Written]
) -> tuple[tuple[str, ...] | None, ...]:
    """Return what a person said of each answer, by ids of themes; None where nobody did."""
    keys = store.code_keys.every()
    with store.engine.connect() as connection:
        every = {one: said_in(connection, one) for one in {answer.dataset for answer in written}}
    return tuple(said_of(one.question, one.text, every[one.dataset], keys) for one in written)


def say_themes(store: Store, written: Written, themes: Collection[str]) -> None:
    """Remember which themes an answer speaks of, in place of what its words were found to say.

    Answers with the very same words, in the same file, are meant with it.

    Parameters
    ----------
    themes
        Their ids; none where it speaks of none of them.

    Raises
    ------
    NotAllowed
        Where the answer is no longer here, or one of the themes is not the question's.
    """
    here = and_(
        answers.c.dataset == written.dataset,
        answers.c.person == written.person,
        answers.c.question == written.question,
        answers.c.text == written.text,
    )
    keys = store.code_keys.every()
    asked = select(datasets.c.questions).where(datasets.c.id == written.dataset)
    with store.change() as connection:
        if connection.execute(select(answers.c.person).where(here)).first() is None:
            raise NotAllowed(
                "This answer is no longer here, so its themes cannot be corrected. Nothing was "
                "changed.",
                code="answer_gone",
            )
        fields = connection.execute(asked).scalar_one()
        known = [
            theme["id"]
            for question in fields
            if question["id"] == written.question
            for theme in question["themes"]
            if written.role in theme["roles"]
        ]
        if not set(themes) <= set(known):
            raise NotAllowed(
                "This question has no such theme. Nothing was changed.", code="no_such_theme"
            )
        connection.execute(delete(said_themes).where(_of_its_words(written, keys)))
        row = {
            "dataset": written.dataset,
            "question": written.question,
            "answer": fingerprints_of(written.question, written.text, keys)[0],
            "themes": [one for one in known if one in themes],
            "said_at": datetime.now(UTC),
        }
        connection.execute(insert(said_themes).values(row))


def forget_said_themes(store: Store, written: Written) -> None:
    """Forget what a person said of an answer: its words tell its themes again."""
    keys = store.code_keys.every()
    with store.change() as connection:
        connection.execute(delete(said_themes).where(_of_its_words(written, keys)))


def said_lately(store: Store, scope: Scope) -> str:
    """Name the state of what was said at a stage: it changes whenever somebody says something."""
    query = (
        select(said_themes.c.dataset, said_themes.c.answer, said_themes.c.said_at)
        .join(datasets, datasets.c.id == said_themes.c.dataset)
        .where(*where_scope(datasets, scope))
        .order_by(said_themes.c.dataset, said_themes.c.answer)
    )
    with store.engine.connect() as connection:
        rows = connection.execute(query).all()
    told = "\n".join(f"{row.dataset} {row.answer} {row.said_at.isoformat()}" for row in rows)
    return hashlib.sha256(told.encode()).hexdigest() if rows else ""


def _of_its_words(written: Written, keys: Sequence[bytes]) -> ColumnElement[bool]:
    return and_(
        said_themes.c.dataset == written.dataset,
        said_themes.c.question == written.question,
        said_themes.c.answer.in_(fingerprints_of(written.question, written.text, keys)),
    )
