"""Themes that a person said, as they lie in the database: beside a fingerprint of the words.

No name and no number of a person stands there. So what was said finds the answer again in a newer
export of the same form, and goes when nobody's answer has these words any more.
"""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import pandas as pd
from sqlalchemy import Connection, delete, insert, select

from rm_eval.responses import said
from rm_eval.store.fingerprints import keyed
from rm_eval.store.schema import answers, said_themes

# A question and the fingerprint of an answer to it, and the ids of the themes it speaks of.
Said = Mapping[tuple[str, str], list[str]]


def fingerprints_of(question: str, text: str, keys: Sequence[bytes]) -> tuple[str, ...]:
    """Fingerprint the words of an answer, under each key; our own comes first."""
    words = " ".join(text.split())
    digest = hashlib.sha256(f"{question}\x1f{words}".encode()).hexdigest()
    return tuple(keyed(digest, key) for key in keys)


def said_in(connection: Connection, dataset: str) -> Said:
    """Load what a person said of the answers of one dataset."""
    rows = connection.execute(select(said_themes).where(said_themes.c.dataset == dataset))
    return {(row.question, row.answer): row.themes for row in rows}


def said_of(question: str, text: str, every: Said, keys: Sequence[bytes]) -> tuple[str, ...] | None:
    """Find what a person said of one answer; None where nobody said anything."""
    found = (every.get((question, one)) for one in fingerprints_of(question, text, keys))
    return next((tuple(themes) for themes in found if themes is not None), None)


def with_said(frame: pd.DataFrame, every: Said, keys: Sequence[bytes]) -> pd.DataFrame:
    """Put what a person said with the answers it was said of; see `rm_eval.responses.said`."""
    if not every:
        return frame
    asked = {question for question, _ in every}
    with_words = frame["question"].isin(asked) & (frame["text"] != "")
    cells = frame["answer"].copy()
    for at in frame.index[with_words]:
        themes = said_of(frame.loc[at, "question"], frame.loc[at, "text"], every, keys)
        if themes is not None:
            cells.loc[at] = said(themes)
    return frame.assign(answer=cells)


def rows_said(connection: Connection, dataset: str) -> list[dict[str, Any]]:
    """Return all that was said of the answers of one dataset, as rows."""
    query = select(said_themes).where(said_themes.c.dataset == dataset)
    return [dict(row) for row in connection.execute(query).mappings()]


def bring_over(
    connection: Connection, rows: Sequence[dict[str, Any]], dataset: str, keys: Sequence[bytes]
) -> None:
    """Say again of a newer export what was said of the earlier one, where the words are the same.

    Words that somebody changed are other words: their themes are found anew.
    """
    here = _fingerprints_in(connection, dataset, {row["question"] for row in rows}, keys)
    again = [row | {"dataset": dataset} for row in rows if (row["question"], row["answer"]) in here]
    if again:
        connection.execute(insert(said_themes), again)


def forget_unsaid(connection: Connection, dataset: str, keys: Sequence[bytes]) -> None:
    """Forget what was said of words that nobody's answer has any more."""
    every = said_in(connection, dataset)
    here = _fingerprints_in(connection, dataset, {question for question, _ in every}, keys)
    for question, answer in every.keys() - here:
        this = (said_themes.c.question == question, said_themes.c.answer == answer)
        connection.execute(delete(said_themes).where(said_themes.c.dataset == dataset, *this))


def _fingerprints_in(
    connection: Connection, dataset: str, asked: Collection[str], keys: Sequence[bytes]
) -> set[tuple[str, str]]:
    """Fingerprint every answer to some questions of a dataset."""
    query = select(answers.c.question, answers.c.text)
    query = query.where(answers.c.dataset == dataset, answers.c.question.in_(asked))
    return {
        (row.question, one)
        for row in connection.execute(query)
        for one in fingerprints_of(row.question, row.text, keys)
    }
