"""The keys that scramble participant codes. They lie outside the database.

A code of five characters is guessed in no time by whoever can scramble guesses, so a database that
was copied or sent somewhere must not hold what it takes to do so.
"""

import hashlib
import hmac
import os
import secrets
from collections.abc import Iterable
from pathlib import Path

from platformdirs import user_data_path
from sqlalchemy import make_url

from rm_eval.errors import ForTheDeveloper, UnreadableFile

CODE_KEY = "RM_EVAL_CODE_KEY"
FEWEST_CHARACTERS = 32
KEY_BYTES = 32


class CodeKeys:
    """The keys of one store: its own, then those that came with saved work of other places.

    Parameters
    ----------
    file
        Where they are kept, readable by its owner alone; None to keep them in memory.
    """

    def __init__(self, file: Path | None) -> None:
        self.file = file
        self._in_memory: tuple[bytes, ...] = ()

    def every(self) -> tuple[bytes, ...]:
        """Return all keys; the first is made when it is first asked for."""
        if self.file is None:
            self._in_memory = self._in_memory or (secrets.token_bytes(KEY_BYTES),)
            return self._in_memory
        own = _key_of_setting()
        if own is None and not self.file.exists():
            _write_new(self.file, secrets.token_bytes(KEY_BYTES))
        kept = _read(self.file)
        return tuple(dict.fromkeys((own, *kept) if own else kept))

    def add(self, keys: Iterable[bytes]) -> None:
        """Keep keys that came with saved work: codes added from now on link to what it holds."""
        known = self.every()
        new = [key for key in keys if key not in known]
        if self.file is None:
            self._in_memory = (*known, *new)
            return
        for key in new:
            if self.file.exists():
                with self.file.open("a", encoding="ascii") as file:
                    file.write(f"{key.hex()}\n")
            else:
                _write_new(self.file, key)


def keys_for(url: str) -> CodeKeys:
    """Return the keys of the store at a database URL."""
    address = make_url(url)
    if address.get_backend_name() != "sqlite":
        return CodeKeys(Path(user_data_path("rm_eval", ensure_exists=True)) / "code-keys")
    if not address.database:
        return CodeKeys(None)
    file = Path(address.database)
    return CodeKeys(file.with_name(f"{file.name}.code-keys"))


def name_of(key: bytes) -> str:
    """Name a key without telling it."""
    return hmac.new(key, b"name of this key", hashlib.sha256).hexdigest()[:16]


def _key_of_setting() -> bytes | None:
    setting = os.environ.get(CODE_KEY)
    if not setting:
        return None
    if len(setting) < FEWEST_CHARACTERS:
        raise ForTheDeveloper(f"{CODE_KEY} needs at least {FEWEST_CHARACTERS} random characters")
    return hashlib.sha256(setting.encode()).digest()


def _write_new(file: Path, key: bytes) -> None:
    """Write the first key. Where another process was quicker, its key stands."""
    try:
        opened = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(opened, "w", encoding="ascii") as written:
        written.write(f"{key.hex()}\n")


def _read(file: Path) -> tuple[bytes, ...]:
    if not file.exists():
        return ()
    try:
        keys = tuple(bytes.fromhex(line) for line in file.read_text("ascii").split())
    except ValueError:
        keys = ()
    if not keys or any(len(key) != KEY_BYTES for key in keys):
        raise UnreadableFile(
            f"The file {file} holds the keys of participant codes, and is damaged. Put a copy of "
            "it back, or delete it: codes added before can then no longer be linked.",
            code="damaged_keys",
        )
    return keys
