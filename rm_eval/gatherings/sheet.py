"""Read a sheet of themes: one row a theme, with who spoke of it, how many, a quote and consent."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rm_eval.errors import EmptyFile, QuestionsNotFound
from rm_eval.gatherings.gathering import Counted, Stream
from rm_eval.readers.personal.personal_details import masked
from rm_eval.readers.surroundings.theme_sheet import Column, columns_of, headings_at
from rm_eval.table import Notice, Sheet, Upload, read_cells

ROLES: tuple[tuple[Stream, re.Pattern[str]], ...] = (
    ("all", re.compile(r"both|all|everybody|everyone|mixed|mentors? (and|&|/) mentees?|pairs?")),
    ("mentee", re.compile(r"(reverse )?mentees?")),
    ("mentor", re.compile(r"(reverse )?mentors?")),
)
MENTIONS = re.compile(r"(\d{1,4})(?:\.0+)?(?: ?(people|persons?|participants?|times?|x))?")
PEOPLE = re.compile(r"people|persons?|participants?|who said|mentioned by")
TIMES = re.compile(r"times?|frequency|how often")
# After the yes only known words, so that "yes, but later withdrawn" is none.
YES = re.compile(
    r"y|yes|true|1|✓|✔|given|consented|agreed|yes *[,;:–-]? *(they |she |he )?(have |has )?"
    r"(agreed|consented|consent given|gave consent|with consent)"
    r"( (on (a|the) form|in writing|by e-?mail|in person|verbally|on the day))?\.?"
)
NO = re.compile(r"|n|no|none|false|0|-|–|✗|✘|n/a|not asked|refused|declined|withdrawn")
FURTHEST = 500  # characters of a theme; more is a text, not a theme
MOST_THEMES = 500


@dataclass(frozen=True, kw_only=True, slots=True)
class ThemeRow:
    """One row of a sheet, as far as it may be kept.

    Attributes
    ----------
    row
        As in the file.
    role
        None where the cell is empty or says something else.
    mentions
        None where no whole number stands there.
    quote
        "" where there is none, or none with consent: those words are not read on.
    """

    row: int
    theme: str
    role: Stream | None
    mentions: int | None
    quote: str = field(default="", repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class ThemeSheet:
    """A sheet of themes, before anybody said of which occasion it is.

    Attributes
    ----------
    counted
        What its mentions count, where its headings or cells say so.
    notices
        What its owner has to know; never a word of a cell.
    """

    upload_name: str
    sha256: str
    rows: tuple[ThemeRow, ...]
    counted: Counted
    notices: tuple[Notice, ...]

    @property
    def n_quotes(self) -> int:
        """How many quotes come with consent."""
        return sum(bool(row.quote) for row in self.rows)


def read_theme_sheet(upload: Upload) -> ThemeSheet:
    """Read the themes of an upload; personal details are taken out of them as answers' are.

    Raises
    ------
    ForTheReader
        Where the file cannot be read, or holds no sheet of themes.
    """
    cells = read_cells(upload)
    found = [(sheet, at) for sheet in cells.sheets if (at := headings_at(sheet.rows)) is not None]
    if not found:
        raise QuestionsNotFound(
            f"{cells.upload_name} has no row of headings that we know. A sheet of themes has a row "
            "for each theme and these headings: Theme, Role, Mentions, Quote, Consent. Add them, "
            "or start from our empty sheet.",
            code="no_theme_sheet",
        )
    sheet, at = found[0]
    rows, notices = _rows(sheet, at)
    if not rows:
        raise EmptyFile(
            f"{cells.upload_name} has headings but no themes under them. Write one theme in each "
            "row and add the file again.",
            code="no_rows",
        )
    others = [other.name for other, _ in found[1:]]
    if others:
        message = f"We read the sheet {sheet.name}. We did not read: {', '.join(others)}."
        notices.append(Notice(code="other_sheets_ignored", message=message))
    return ThemeSheet(
        upload_name=masked(cells.upload_name),
        sha256=cells.sha256,
        rows=tuple(rows),
        counted=_counted(sheet, at),
        notices=(*cells.notices, *notices),
    )


def _rows(sheet: Sheet, at: int) -> tuple[list[ThemeRow], list[Notice]]:
    columns = columns_of(sheet.rows[at])
    rows: list[ThemeRow] = []
    notices: list[Notice] = []
    for number, cells in zip(sheet.numbers[at + 1 :], sheet.rows[at + 1 :], strict=True):
        found = {name: " ".join(cells[place].split()) for name, place in columns.items()}
        if not any(found.values()):
            continue
        notices += _notices(number, found)
        if found["theme"]:
            rows.append(_row(number, found))
    if len(rows) > MOST_THEMES:
        message = f"We read the first {MOST_THEMES} themes, and left the others out."
        notices.append(Notice(code="too_many_themes", message=message))
    return rows[:MOST_THEMES], notices


def _row(number: int, found: dict[Column, str]) -> ThemeRow:
    quote = found.get("quote", "")
    return ThemeRow(
        row=number,
        theme=masked(found["theme"][:FURTHEST]),
        role=_role(found.get("role", "")),
        mentions=_mentions(found.get("mentions", "")),
        quote=masked(quote) if YES.fullmatch(found.get("consent", "").casefold()) else "",
    )


def _notices(row: int, found: dict[Column, str]) -> Iterator[Notice]:
    """Say what is not read as it stands, without a word of it."""
    if not found["theme"]:
        message = f"Row {row} names no theme, so it was left out."
        yield Notice(code="no_theme", message=message, row=row)
        return
    role, mentions = found.get("role", ""), found.get("mentions", "")
    if role and _role(role) is None:
        message = f"Row {row}: the role is neither mentors, mentees nor both, so it was left empty."
        yield Notice(code="role_unclear", message=message, row=row)
    if mentions and _mentions(mentions) is None:
        message = f"Row {row}: the mentions are no whole number, so no number was kept."
        yield Notice(code="mentions_unclear", message=message, row=row)
    consent = found.get("consent", "").casefold()
    if found.get("quote") and not YES.fullmatch(consent):
        why = "the sheet says no consent" if NO.fullmatch(consent) else "we cannot tell consent"
        message = f"Row {row}: its quote was left out, because {why}. Only a plain yes counts."
        yield Notice(code="no_consent", message=message, row=row)


def _role(text: str) -> Stream | None:
    return next((role for role, known in ROLES if known.fullmatch(text.casefold())), None)


def _mentions(text: str) -> int | None:
    found = MENTIONS.fullmatch(text.casefold())
    return int(found[1]) if found else None


def _counted(sheet: Sheet, at: int) -> Counted:
    """Say what mentions count, as far as the heading or the cells tell."""
    place = columns_of(sheet.rows[at]).get("mentions")
    if place is None:
        return "unknown"
    cells: Sequence[str] = [row[place].casefold() for row in sheet.rows[at:]]
    people = any(PEOPLE.search(cell) for cell in cells)
    times = any(TIMES.search(cell) for cell in cells)
    if people == times:
        return "unknown"
    return "people" if people else "times"
