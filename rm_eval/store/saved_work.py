"""Save my work, open saved work: everything that is kept, in one file, under a passphrase.

The file holds responses, and says so. It carries until when they are kept.
"""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, cast

from sqlalchemy import Connection, Date, Table, insert, select

from rm_eval.errors import NotAllowed, NotEnoughAnswers
from rm_eval.responses import Part, Scope
from rm_eval.store.beside import (
    BESIDE,
    OF_PEOPLE,
    bring_back_beside,
    cohorts_beside,
    own_rows,
)
from rm_eval.store.columns import Moment
from rm_eval.store.dataset import Dataset, datasets_in, told
from rm_eval.store.fingerprints import keyed
from rm_eval.store.first_date import first_date
from rm_eval.store.limits import bring_back_limits, limits_rows
from rm_eval.store.locked_file import check_passphrase, lock, unlock
from rm_eval.store.records import Store
from rm_eval.store.remembered import bring_back, remembered_rows
from rm_eval.store.retention import Kept
from rm_eval.store.schema import (
    datasets,
    limits,
    links,
    metadata,
    of_scope,
    releases,
    retention,
    scope_of,
    stages,
)

CODE_KEYS = "code_keys"
WITH_KEYED_FINGERPRINTS = 3
OF_DATASETS = tuple(t for t in metadata.sorted_tables if "dataset" in t.c and t is not links)
OF_STAGES = (stages, releases)
TABLES = (datasets, *OF_DATASETS, *OF_STAGES, links, retention)

Rows = dict[str, list[dict[str, Any]]]
Cohort = tuple[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Opened:
    """What became of a file of saved work.

    Attributes
    ----------
    datasets
        What was brought back.
    past
        Cohorts that were to be kept until a day that is past. They stay in the file: the people
        who answered were told until when, and a copy put by does not make that day later.
    n_beside
        How many programme cards, cohorts' dates, actions, sheets of themes and cohorts that others
        shared were brought back.
    """

    datasets: tuple[Dataset, ...]
    past: tuple[Kept, ...] = ()
    n_beside: int = 0


def write_saved_work(store: Store, passphrase: str) -> bytes:
    """Put everything that is kept, the sample apart, in one encrypted file.

    Raises
    ------
    NotAllowed
        Where the passphrase is too short.
    NotEnoughAnswers
        Where nothing of one's own is kept.
    """
    check_passphrase(passphrase)
    own = [dataset for dataset in store.datasets() if not dataset.sample]
    rows = _rows_of(store, own)
    if not own and not any(rows[table.name] for table in BESIDE):
        raise NotEnoughAnswers("There is nothing of your own to save yet.", code="nothing_kept")
    # Without the keys nothing that is added later would link, or be known as seen before.
    keys = {CODE_KEYS: [key.hex() for key in store.code_keys.every()]}
    return lock(json.dumps(rows | keys, default=_written).encode(), passphrase)


def open_saved_work(
    store: Store, content: bytes, passphrase: str, *, today: date | None = None
) -> Opened:
    """Bring saved work back; what is here already stays as it is, its date too.

    Raises
    ------
    UnreadableFile
        Where the file is no saved work, is damaged, or the passphrase does not fit.
    NotAllowed
        Where something else is here under the same name; nothing is changed.
    """
    version, inside = unlock(content, passphrase)
    rows: Rows = json.loads(inside)
    if version < WITH_KEYED_FINGERPRINTS:
        _put_under_key(rows, store.code_keys.every()[0])
    dates = _dates_of(rows)
    in_time = {one for one, until in dates.items() if until >= (today or datetime.now(UTC).date())}
    with store.change() as connection:
        here = datasets_in(connection)
        new = [r for r in rows["datasets"] if _cohort_of(r) in in_time and not _is_here(r, here)]
        ids = {row["id"] for row in new}
        _check_no_conflict(here, new)
        _bring_back(connection, rows, ids, {cohort: dates[cohort] for cohort in in_time})
        n_beside = _bring_back_beside(connection, rows, in_time)
    store.code_keys.add(bytes.fromhex(key) for key in cast("list[str]", rows.get(CODE_KEYS, ())))
    past = sorted(dates.keys() - in_time)
    return Opened(
        datasets=tuple(dataset for dataset in store.datasets() if dataset.id in ids),
        past=tuple(Kept(organisation=one, cohort=two, until=dates[one, two]) for one, two in past),
        n_beside=n_beside,
    )


def _rows_of(store: Store, own: list[Dataset]) -> Rows:
    keys = [dataset.id for dataset in own]
    cohorts = {(dataset.scope.organisation, dataset.scope.cohort) for dataset in own}
    rows: Rows = {}
    with store.engine.connect() as connection:
        rows |= own_rows(connection)
        cohorts |= cohorts_beside(rows)
        for table in TABLES:
            query = select(table)
            if table is datasets:
                query = query.where(table.c.id.in_(keys))
            elif "dataset" in table.c:
                query = query.where(table.c.dataset.in_(keys))
            found = [dict(row) for row in connection.execute(query).mappings()]
            of_cohorts = table in (*OF_STAGES, retention)
            rows[table.name] = [r for r in found if not of_cohorts or _cohort_of(r) in cohorts]
        organisations = {dataset.scope.organisation for dataset in own}
        rows["remembered"] = remembered_rows(connection, organisations)
        rows["limits"] = limits_rows(connection, organisations)
    return rows


def _bring_back_beside(connection: Connection, rows: Rows, in_time: Collection[Cohort]) -> int:
    n_back = 0
    for table in BESIDE:
        saved = [_read(table, row) for row in rows.get(table.name, ())]
        own = [row for row in saved if table not in OF_PEOPLE or _cohort_of(row) in in_time]
        n_back += bring_back_beside(connection, table, own)
    return n_back


def _put_under_key(rows: Rows, key: bytes) -> None:
    """Put the plain fingerprints of an older file under our own key."""
    for known in (*rows["people"], *(one for row in rows["stages"] for one in row["served"])):
        known |= {name: keyed(known[name], key) for name in ("response", "answers")}


def _dates_of(rows: Rows) -> dict[Cohort, date]:
    """Return until when each cohort of a file is kept; a file of before there were dates too."""
    said = {_cohort_of(r): date.fromisoformat(r["keep_until"]) for r in rows.get("retention", ())}
    added: dict[Cohort, date] = {}
    for row in rows["datasets"]:
        cohort, day = _cohort_of(row), datetime.fromisoformat(row["added_at"]).date()
        added[cohort] = min(day, added.get(cohort, day))
    first = {cohort: first_date(day) for cohort, day in added.items()}
    return first | said


def _bring_back(
    connection: Connection, rows: Rows, new: set[str], dates: dict[Cohort, date]
) -> None:
    closed = {scope_of(row) for row in connection.execute(select(*of_scope(stages)))}
    dated = {(row.organisation, row.cohort) for row in connection.execute(select(retention))}
    back = {
        datasets: [row for row in rows["datasets"] if row["id"] in new],
        **{t: [row for row in rows.get(t.name, ()) if row["dataset"] in new] for t in OF_DATASETS},
        links: [r for r in rows.get("links", ()) if r["dataset"] in new or r["later"] in new],
        **{t: _of_stages(rows.get(t.name, ()), dates, closed) for t in OF_STAGES},
    }
    for table, kept in back.items():
        if kept:
            connection.execute(insert(table), [_read(table, row) for row in kept])
    here = {_cohort_of(row) for row in back[datasets]}
    here |= cohorts_beside(rows) & dates.keys()
    for organisation, cohort in sorted(here - dated):
        until = dates[organisation, cohort]
        own = {"organisation": organisation, "cohort": cohort, "keep_until": until}
        connection.execute(insert(retention).values(own))
    organisations = {organisation for organisation, _ in dates}
    said = [r for r in rows.get("remembered", ()) if r["organisation"] in organisations]
    bring_back(connection, said)
    chosen = [
        _read(limits, r) for r in rows.get("limits", ()) if r["organisation"] in organisations
    ]
    bring_back_limits(connection, chosen)


def _of_stages(
    rows: Iterable[dict[str, Any]], dates: Collection[Cohort], closed: Collection[Scope]
) -> list[dict[str, Any]]:
    """Pick what is known of stages in time that were never closed here."""
    return [row for row in rows if _cohort_of(row) in dates and _scope_of(row) not in closed]


def _is_here(row: dict[str, Any], here: tuple[Dataset, ...]) -> bool:
    return any(one.id == row["id"] for one in here)


def _check_no_conflict(here: tuple[Dataset, ...], rows: list[dict[str, Any]]) -> None:
    kept = {one.part: one for one in here if not one.sample}
    for row in rows:
        other = kept.get(Part(scope=_scope_of(row), role=row["role"]))
        if other is not None:
            raise NotAllowed(
                f"The saved work and this dashboard hold different versions of {told(other)}. "
                "Delete the one here first, if the saved one is right. Nothing was changed.",
                code="already_added",
            )


def _cohort_of(row: dict[str, Any]) -> Cohort:
    return row["organisation"], row["cohort"]


def _scope_of(row: dict[str, Any]) -> Scope:
    # Before version 4 nothing was known of two stages.
    since = row.get("since", "")
    return Scope(
        organisation=row["organisation"], cohort=row["cohort"], stage=row["stage"], since=since
    )


def _written(value: object) -> str:
    if isinstance(value, date):  # or a time, which is one too
        return value.isoformat()
    raise TypeError(type(value).__name__)


def _read(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    """Read a row back; days and times are text in the file."""
    back = dict(row)
    for column in table.c:
        if isinstance(column.type, Moment):
            back[column.name] = datetime.fromisoformat(row[column.name])
        elif isinstance(column.type, Date):
            back[column.name] = date.fromisoformat(row[column.name])
    return back
