"""Files that belong together: which upload is a key, and whose answers does it explain?

`KEY_READERS` is the register.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import PurePath

from rm_eval.errors import ForTheReader, QuestionsNotFound
from rm_eval.readers.keys import jisc_key, redcap_dictionary
from rm_eval.readers.keys.key import Key, named_by
from rm_eval.readers.raw import TOOL_NAMES, HeadingRows
from rm_eval.table import Cells, Sheet, Upload, read_cells

KEY_READERS: tuple[Callable[[Sheet], Key | None], ...] = (
    jisc_key.read_key,
    redcap_dictionary.read_key,
)
BEHIND_THE_NAME = "-key"
LARGEST_KEY = 2_000_000  # bytes: a key has a row for each answer on the form, not for each person
MOSTLY = 0.5


def key_in(cells: Cells) -> Key | None:
    """Return the key that a file holds; None where it holds none, or answers as well."""
    filled = [sheet for sheet in cells.sheets if sheet.rows]
    found = [_key_in_sheet(sheet) for sheet in filled]
    keys = [key for key in found if key is not None]
    return replace(keys[0], name=cells.upload_name) if keys and len(keys) == len(filled) else None


def read_key(upload: Upload) -> Key:
    """Read a file that somebody gave as a key.

    Raises
    ------
    ForTheReader
        Where it cannot be read, or is no key.
    """
    cells = read_cells(upload)
    key = key_in(cells)
    if key is None:
        raise QuestionsNotFound(
            f"{cells.upload_name} is not a key: it does not list questions with their codes. Give "
            "the key that the survey tool exported with the answers.",
            code="not_a_key",
        )
    return key


def alone(key: Key) -> QuestionsNotFound:
    """Refuse a key without the answers it explains."""
    return QuestionsNotFound(
        f"{key.name} is the key of a survey in {TOOL_NAMES[key.tool]}: it says what the codes in "
        "the answers stand for. Add it together with the file of the answers, and with no other.",
        code="key_alone",
    )


def key_beside(cells: Cells, sheet: Sheet) -> Key | None:
    """Return the key of a sheet that stands on another sheet of the same workbook."""
    found = (_key_in_sheet(other) for other in cells.sheets if other.name != sheet.name)
    key = next((key for key in found if key is not None and key.n_known(sheet.rows[0])), None)
    return replace(key, name=cells.upload_name) if key is not None else None


def explained(name: str, sheet: Sheet, top: HeadingRows, key: Key) -> HeadingRows:
    """Put the words of a key in the place of a file's names and codes.

    Raises
    ------
    QuestionsNotFound
        Where the key is that of another survey.
    """
    if not key.n_known(sheet.rows[0]):
        raise QuestionsNotFound(
            f"{key.name} is the key of another survey: it names no question of {name}. Add the "
            "key that was exported together with these answers, or leave it out.",
            code="key_of_another_survey",
        )
    return named_by(key, top, sheet)


def fingerprint(cells: Cells, key: Upload | None) -> str:
    """Tell answers from the same answers with a key: the key changes what they say."""
    if key is None:
        return cells.sha256
    return hashlib.sha256(f"{cells.sha256}{key.sha256}".encode()).hexdigest()


def with_keys(uploads: Iterable[Upload]) -> list[tuple[Upload, Upload | None]]:
    """Put each key beside the answers it explains: by its name, otherwise by its questions.

    Returns
    -------
    list of pairs
        Answers and their key, or None. A key that explains no file, or could explain several,
        stands where answers would, and is refused when it is read.
    """
    uploads = list(uploads)
    if len(uploads) == 1:
        return [(uploads[0], None)]
    keys = {at: key for at, upload in enumerate(uploads) if (key := _as_key(upload)) is not None}
    answers = {at: upload for at, upload in enumerate(uploads) if at not in keys}
    explained: dict[int, int] = {}
    for chosen in (_by_name, _by_questions):
        for at, key in keys.items():
            open_answers = {to: one for to, one in answers.items() if to not in explained}
            to = chosen(uploads[at], key, open_answers) if at not in explained.values() else None
            if to is not None:
                explained[to] = at
    return [
        (upload, uploads[explained[at]] if at in explained else None)
        for at, upload in enumerate(uploads)
        if at not in explained.values()
    ]


def _by_name(upload: Upload, _: Key, answers: Mapping[int, Upload]) -> int | None:
    stem = _stem(upload)
    named = (at for at, one in answers.items() if _stem(one) + BEHIND_THE_NAME == stem)
    return next(named, None)


def _stem(upload: Upload) -> str:
    return PurePath(upload.name).stem.casefold()


def _by_questions(_: Upload, key: Key, answers: Mapping[int, Upload]) -> int | None:
    """Find the one file whose headings the key describes best."""
    known = {at: _share_known(key, upload) for at, upload in answers.items()}
    best = [at for at, share in known.items() if share == max(known.values()) and share >= MOSTLY]
    return best[0] if len(best) == 1 else None


def _share_known(key: Key, upload: Upload) -> float:
    cells = _cells_of(upload)
    rows = [sheet.rows[0] for sheet in cells.sheets if sheet.rows] if cells else []
    return max((key.n_known(row) / len(row) for row in rows), default=0.0)


def _as_key(upload: Upload) -> Key | None:
    cells = _cells_of(upload) if len(upload.content) <= LARGEST_KEY else None
    return key_in(cells) if cells else None


def _cells_of(upload: Upload) -> Cells | None:
    """Read a file; None where it is refused, which is said when it is looked at."""
    try:
        return read_cells(upload)
    except ForTheReader:
        return None


def _key_in_sheet(sheet: Sheet) -> Key | None:
    found = (read(sheet) for read in KEY_READERS)
    return next((key for key in found if key is not None), None)
