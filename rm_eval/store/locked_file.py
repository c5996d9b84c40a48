"""A file that opens with a passphrase, and is refused when it was cut short or altered.

It is encrypted with a key made from the passphrase (scrypt) and checked when it is opened (Fernet:
AES-128-CBC with HMAC-SHA256).
"""

import base64
import json
import secrets

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from rm_eval.errors import NotAllowed, UnreadableFile

FORMAT = "rm_eval saved work"
# Version 2 came with participant codes, version 3 with dates and keyed fingerprints, version
# 4 with comparisons of two stages, version 5 with what stands beside the answers,
# version 6 with figures that other organisations shared.
VERSION = 6
CAN_READ = (1, 2, 3, 4, 5, 6)
ABOUT = (
    "This file holds survey responses, encrypted with a passphrase. Keep it as you would keep the "
    "responses themselves."
)
# Long enough that trying every passphrase of common words is no weekend's work.
SHORTEST_PASSPHRASE = 12
SALT_BYTES = 16
SCRYPT_COST = 2**15


def check_passphrase(passphrase: str) -> None:
    """Refuse a passphrase that is too short."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise NotAllowed(
            f"Choose a longer passphrase: at least {SHORTEST_PASSPHRASE} characters. Four words "
            "that do not belong together are easy to remember.",
            code="short_passphrase",
        )


def lock(inside: bytes, passphrase: str) -> bytes:
    """Put something in a file that opens with a passphrase."""
    salt = secrets.token_bytes(SALT_BYTES)
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


def unlock(content: bytes, passphrase: str) -> tuple[int, bytes]:
    """Return the version of a file, and what is in it.

    Raises
    ------
    UnreadableFile
        Where it is no such file, is damaged, of another version, or the passphrase does not fit.
    """
    try:
        file = json.loads(content)
        version, salt = file["version"], base64.b64decode(file["salt"])
        locked, known = file["content"].encode(), file["format"] == FORMAT
    except (ValueError, KeyError, TypeError, AttributeError):
        known = False
    if not known:
        raise UnreadableFile(
            "This is not a file of saved work, or it is damaged. Choose the file that "
            "“Save my work” gave you.",
            code="not_saved_work",
        )
    if version not in CAN_READ:
        raise UnreadableFile(
            f"This file was saved by another version of the dashboard (file version {version}; "
            f"this one reads {VERSION}). Open it there.",
            code="other_version",
        )
    try:
        return version, _locked_by(passphrase, salt).decrypt(locked)
    except InvalidToken:
        raise UnreadableFile(
            "This passphrase does not open the file, or the file is damaged. Check the passphrase "
            "and try again. Nothing was changed.",
            code="wrong_passphrase",
        ) from None


def _locked_by(passphrase: str, salt: bytes) -> Fernet:
    derived = Scrypt(salt=salt, length=32, n=SCRYPT_COST, r=8, p=1).derive(passphrase.encode())
    return Fernet(base64.urlsafe_b64encode(derived))
