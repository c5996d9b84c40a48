"""What an upload is, and the sheets of text it becomes."""

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Upload:
    """A file as somebody handed it over.

    Attributes
    ----------
    name
        The file name as the browser sent it. Never used as a path.
    content
        The bytes. Dropped as soon as they are read: the product never keeps an uploaded file.
    received_at
        When it arrived (UTC).
    """

    name: str
    content: bytes
    received_at: datetime = field(default_factory=lambda: datetime.now(UTC))

    @property
    def sha256(self) -> str:
        """Fingerprint of the bytes: the same file twice has the same one."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, kw_only=True, slots=True)
class Notice:
    """Something about a file that its owner should know; never an answer from it.

    Attributes
    ----------
    code
        A stable word, such as ``"encoding_guessed"``.
    message
        The sentence for the reader, plain text.
    row, column
        Where, counted as in the file from 1; ``None`` for the whole file.
    """

    code: str
    message: str
    row: int | None = None
    column: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """A rectangle of text.

    Attributes
    ----------
    name
        The sheet's name; the file's name for a text file.
    rows
        Cells as text, every row equally long. Blank is ``""``; 7.0 is ``"7"``; a date is
        ``"2024-03-04"`` or ``"2024-03-04 08:41:00"``; true is ``"TRUE"``.
    numbers
        The number each row has in the file, counted from 1, as long as `rows`.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Cells:
    """All readable sheets of one upload.

    Attributes
    ----------
    upload_name
        The upload's name made safe to show: no path, no control characters.
    sha256
        Fingerprint of the upload's bytes.
    kind
        ``"xlsx"`` or ``"text"``.
    sheets
        In the order of the file, hidden and empty ones left out.
    notices
        What the owner should know about the file as a whole.
    """

    upload_name: str
    sha256: str
    kind: str
    sheets: tuple[Sheet, ...]
    notices: tuple[Notice, ...] = ()
