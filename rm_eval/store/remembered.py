"""What somebody said a column is, remembered for that organisation and that form.

The same form comes again every week, and nobody should answer "Same question?" twice. A form is
known by its headings: columns may move and a wording may change, but most headings stay. Nothing is
carried from one organisation to another, and headings are no answers.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from rm_eval.readers import Heading, RawTable
from rm_eval.recognise import Said
from rm_eval.recognise.wordings.wording import normalise
from rm_eval.store.records import Store
from rm_eval.store.schema import remembered

# Of the headings of the longer of two exports, those that both have.
MOSTLY_THE_SAME = 0.6


def remember(store: Store, organisation: str, raw: RawTable, said: Mapping[int, Said]) -> None:
    """Remember which question each column is, in place of what was said of this form before."""
    headings = _headings(raw)
    form = sorted(set(headings.values()))
    today = datetime.now(UTC).date()
    rows = [
        {
            "organisation": organisation,
            "form": form,
            "heading": headings[column],
            "question": one.question,
            "said_on": one.on or today,
        }
        for column, one in said.items()
    ]
    with store.change() as connection:
        kept = connection.execute(
            select(remembered).where(remembered.c.organisation == organisation)
        ).all()
        earlier = [row.id for row in kept if _is_same_form(row.form, form)]
        connection.execute(delete(remembered).where(remembered.c.id.in_(earlier)))
        if rows:
            connection.execute(insert(remembered), rows)


def recall(store: Store, organisation: str, raw: RawTable) -> dict[int, Said]:
    """Return what this organisation said of the columns of this form, by column."""
    headings = _headings(raw)
    form = sorted(set(headings.values()))
    columns = {heading: column for column, heading in headings.items()}
    query = (
        select(remembered)
        .where(remembered.c.organisation == organisation)
        .order_by(remembered.c.id)
    )
    with store.engine.connect() as connection:
        kept = connection.execute(query).all()
    return {
        columns[row.heading]: Said(question=row.question, on=row.said_on)
        for row in kept
        if row.heading in columns and _is_same_form(row.form, form)
    }


def remembered_rows(connection: Connection, organisations: set[str]) -> list[dict[str, Any]]:
    """Return what these organisations said, to be saved as text."""
    query = select(remembered).where(remembered.c.organisation.in_(organisations))
    rows = [dict(row) for row in connection.execute(query).mappings()]
    return [
        {name: value for name, value in row.items() if name != "id"}
        | {"said_on": row["said_on"].isoformat()}
        for row in rows
    ]


def bring_back(connection: Connection, rows: list[dict[str, Any]]) -> None:
    """Remember again what was saved, of organisations that said nothing here."""
    here = set(connection.execute(select(remembered.c.organisation)).scalars())
    new = [
        row | {"said_on": date.fromisoformat(row["said_on"])}
        for row in rows
        if row["organisation"] not in here
    ]
    if new:
        connection.execute(insert(remembered), new)


def _is_same_form(one: list[str], other: list[str]) -> bool:
    return len(set(one) & set(other)) >= MOSTLY_THE_SAME * max(len(one), len(other))


def _headings(raw: RawTable) -> dict[int, str]:
    """Name the first column of each question by its words; a second of the same name by its place.

    Two columns of one name are told apart by which comes first, wherever in the file they stand.
    """
    found: dict[int, str] = {}
    seen: dict[str, int] = {}
    for heading in raw.columns("question"):
        words = _words(heading)
        if heading.question and words in seen:
            continue
        seen[words] = seen.get(words, 0) + 1
        found[heading.column] = words if seen[words] == 1 else f"{words} ({seen[words]})"
    return found


def _words(heading: Heading) -> str:
    text = heading.question or heading.text
    return normalise(text) or text
