"""Save my work, open saved work: everything that is kept, in one file, under a passphrase.

The file holds responses, and says so. It is encrypted with a key made from the passphrase
(scrypt) and checked when it is opened (Fernet: AES-128-CBC with HMAC-SHA256), so a file that was
cut short or altered is refused and changes nothing.
"""

import base64
import json
import secrets
from datetime import datetime
from typing import Any, cast

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from sqlalchemy import DateTime, Table, insert, select

from rm_eval.errors import NotAllowed, NotEnoughAnswers, UnreadableFile
from rm_eval.questionnaire import Stage
from rm_eval.responses import Part, Scope
from rm_eval.store.code_keys import name_of
from rm_eval.store.records import Dataset, Store, told
from rm_eval.store.remembered import bring_back, remembered_rows
from rm_eval.store.schema import answers, codes, datasets, links, log, people, stages

FORMAT = "rm_eval saved work"
# Version 2 came with participant codes. Version 1 has none, and opens as before.
VERSION = 2
CAN_READ = (1, 2)
CODE_KEYS = "code_keys"
ABOUT = (
    "This file holds survey responses, encrypted with a passphrase. Keep it as you would keep the "
    "responses themselves."
)
# Long enough that trying every passphrase of common words is no weekend's work.
SHORTEST_PASSPHRASE = 12
SALT_BYTES = 16
SCRYPT_COST = 2**15
TABLES = {table.name: table for table in (datasets, people, codes, answers, log, stages, links)}


def write_saved_work(store: Store, passphrase: str) -> bytes:
    """Put everything that is kept, the sample apart, in one encrypted file.

    Raises
    ------
    NotAllowed
        Where the passphrase is too short.
    NotEnoughAnswers
        Where nothing of one's own is kept.
    """
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise NotAllowed(
            f"Choose a longer passphrase: at least {SHORTEST_PASSPHRASE} characters. Four words "
            "that do not belong together are easy to remember.",
            code="short_passphrase",
        )
    own = [dataset for dataset in store.datasets() if not dataset.sample]
    if not own:
        raise NotEnoughAnswers("There is nothing of your own to save yet.", code="nothing_kept")
    salt = secrets.token_bytes(SALT_BYTES)
    rows = _rows_of(store, own)
    inside = json.dumps(rows | _keys_of(store, rows), default=_written).encode()
    return json.dumps(
        {
            "format": FORMAT,
            "version": VERSION,
            "about": ABOUT,
            "salt": base64.b64encode(salt).decode(),
            "content": _locked_by(passphrase, salt).encrypt(inside).decode(),
        },
        indent=1,
    ).encode()


def open_saved_work(store: Store, content: bytes, passphrase: str) -> tuple[Dataset, ...]:
    """Bring saved work back; what is here already stays as it is.

    Returns
    -------
    tuple of Dataset
        What was brought back.

    Raises
    ------
    UnreadableFile
        Where the file is no saved work, is damaged, or the passphrase does not fit.
    NotAllowed
        Where something else is here under the same name; nothing is changed.
    """
    rows = json.loads(_unlocked(content, passphrase))
    here = {dataset.id for dataset in store.datasets()}
    new = {row["id"] for row in rows["datasets"]} - here
    _check_no_conflict(store, [row for row in rows["datasets"] if row["id"] in new])
    with store.engine.begin() as connection:
        for name, table in TABLES.items():
            kept = [_read(table, row) for row in rows.get(name, ()) if _is_new(row, new, table)]
            if name == "stages":
                known = {tuple(row[:3]) for row in connection.execute(select(stages))}
                kept = [row for row in kept if _scope_of(row) not in known]
            if kept:
                connection.execute(insert(table), kept)
        bring_back(connection, rows.get("remembered", []))
    store.code_keys.add(bytes.fromhex(key) for key in rows.get(CODE_KEYS, ()))
    return tuple(dataset for dataset in store.datasets() if dataset.id in new)


def _rows_of(store: Store, own: list[Dataset]) -> dict[str, list[dict[str, Any]]]:
    keys = [dataset.id for dataset in own]
    scopes = {(d.scope.organisation, d.scope.cohort, d.scope.stage) for d in own}
    rows: dict[str, list[dict[str, Any]]] = {}
    with store.engine.connect() as connection:
        for name, table in TABLES.items():
            query = select(table)
            if name == "datasets":
                query = query.where(table.c.id.in_(keys))
            elif name != "stages":
                query = query.where(table.c.dataset.in_(keys))
            rows[name] = [dict(row) for row in connection.execute(query).mappings()]
        rows["remembered"] = remembered_rows(connection, {d.scope.organisation for d in own})
    rows["stages"] = [row for row in rows["stages"] if _scope_of(row) in scopes]
    return rows


def _keys_of(store: Store, rows: dict[str, list[dict[str, Any]]]) -> dict[str, list[str]]:
    """Return the keys of the codes in the file: without them nothing added later would link."""
    names = {row["key"] for row in rows[codes.name]}
    keys = store.code_keys.every() if names else ()
    return {CODE_KEYS: [key.hex() for key in keys if name_of(key) in names]}


def _scope_of(row: dict[str, Any]) -> tuple[str, str, str]:
    return row["organisation"], row["cohort"], row["stage"]


def _is_new(row: dict[str, Any], new: set[str], table: Table) -> bool:
    if table is stages:
        return True
    if table is links:
        return row["dataset"] in new or row["later"] in new
    return row["id" if table is datasets else "dataset"] in new


def _check_no_conflict(store: Store, rows: list[dict[str, Any]]) -> None:
    for row in rows:
        organisation, cohort, stage = _scope_of(row)
        scope = Scope(organisation=organisation, cohort=cohort, stage=cast("Stage", stage))
        other = store.find(Part(scope=scope, role=row["role"]))
        if other is not None:
            raise NotAllowed(
                f"The saved work and this dashboard hold different versions of {told(other)}. "
                "Delete the one here first, if the saved one is right. Nothing was changed.",
                code="already_added",
            )


def _unlocked(content: bytes, passphrase: str) -> bytes:
    try:
        file = json.loads(content)
        salt, locked = base64.b64decode(file["salt"]), file["content"].encode()
        known = file["format"] == FORMAT
    except (ValueError, KeyError, TypeError, AttributeError):
        known = False
    if not known:
        raise UnreadableFile(
            "This is not a file of saved work, or it is damaged. Choose the file that "
            "“Save my work” gave you.",
            code="not_saved_work",
        )
    if file["version"] not in CAN_READ:
        raise UnreadableFile(
            f"This file was saved by another version of the dashboard (file version "
            f"{file['version']}; this one reads {VERSION}). Open it there.",
            code="other_version",
        )
    try:
        return _locked_by(passphrase, salt).decrypt(locked)
    except InvalidToken:
        raise UnreadableFile(
            "This passphrase does not open the file, or the file is damaged. Check the passphrase "
            "and try again. Nothing was changed.",
            code="wrong_passphrase",
        ) from None


def _locked_by(passphrase: str, salt: bytes) -> Fernet:
    derived = Scrypt(salt=salt, length=32, n=SCRYPT_COST, r=8, p=1).derive(passphrase.encode())
    return Fernet(base64.urlsafe_b64encode(derived))


def _written(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def _read(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    """Read a row back; times are text in the file."""
    times = {column.name for column in table.c if isinstance(column.type, DateTime)}
    return {k: datetime.fromisoformat(v) if k in times else v for k, v in row.items()}
