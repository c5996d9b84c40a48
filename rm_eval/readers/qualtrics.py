"""Qualtrics: three heading rows (ids, texts, ``{"ImportId": ...}``), two in older exports.

People delete one or two of them, and other programs keep only one; the texts may be in any
language, the ids never are. A question in several columns is told by the ids (`qualtrics_ids`).
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rm_eval.readers.general import OWN_PARTS
from rm_eval.readers.headings.spread import DASH, with_spread
from rm_eval.readers.qualtrics_ids import Column, lists_in, put_together, without_choice
from rm_eval.readers.raw import Heading, HeadingRows, Part, Reader, filled_under, name_columns
from rm_eval.table import Notice, Sheet

# By their letters: ids, the English texts, and what R makes of them, differ in nothing else.
OWN: dict[str, Part] = {
    "startdate": "started",
    "enddate": "completed",
    "recordeddate": "completed",
    "status": "kind",
    "responsetype": "kind",
    "finished": "finished",
    "progress": "metadata",
    "durationinseconds": "metadata",
    "duration": "metadata",
    "responseid": "response_id",
    "recordid": "response_id",
    "responseset": "metadata",
    "responsesetid": "metadata",
    "ipaddress": "personal",
    "recipientlastname": "personal",
    "recipientfirstname": "personal",
    "recipientemail": "personal",
    "emailaddress": "personal",
    "name": "personal",
    "externaldatareference": "personal",
    "externalreference": "personal",
    "locationlatitude": "personal",
    "locationlongitude": "personal",
    "locationaccuracy": "metadata",
    "distributionchannel": "metadata",
    "prolificpid": "personal",
    "userlanguage": "metadata",
}
# No other tool writes these; the rest of OWN could stand in any table.
SURE_SIGNS = {
    "recordeddate", "durationinseconds", "responseset", "recipientlastname", "recipientfirstname",
    "recipientemail", "externaldatareference", "externalreference", "locationlatitude",
    "distributionchannel", "userlanguage", "finished",
}  # fmt: skip
ENOUGH_SIGNS = 4
RESPONSE_ID = re.compile(r"R_[A-Za-z0-9]{11,17}")
TIMES = {"startdate", "enddate", "recordeddate"}
IMPORT_ID = re.compile(r"\{\W{0,9}ImportId\W{1,9}(?P<id>[^\"'“”{}]+)")
QUESTION_ID = re.compile(r"(\d+_)*QID\d+")
LEGACY_ID = re.compile(r"V\d+")
# Timings, the browser, orders drawn by lot, scores and what is computed from answers.
ABOUT_THE_ANSWER = re.compile(
    r".+( - |[_.])(first[ .]click|last[ .]click|page[ .]submit|click[ .]count)|"
    r"\S+_(first_click|last_click|page_submit|click_count|nps_group|browser|version|os|"
    r"operating[ .]system|resolution|(?-i:DO)(_.+)?|text_[0-9a-f]{12,}.*)|FL_.+|SC\d+|"
    r"\S+ - ((parent )?topics|(topic )?sentiment.*|actionability.*)|"
    r"Q_(recaptcha|relevantid|duplicate|ballotbox|datapolicy|terminate|totalduration|url|chl|"
    r"language|straightlining|ambiguous|unanswered|r_del).*",
    re.IGNORECASE,
)
CODES = re.compile(r"-?\d+([,;] ?-?\d+)*")
SEEN_NOT_ANSWERED = "-99"
CODED_TICK = "1"
MOST_CHOICES_IN_A_GRID = 11


@dataclass(frozen=True, kw_only=True, slots=True)
class Top:
    """The heading rows: ids, texts, and import ids ("" where that row is gone)."""

    ids: tuple[str, ...]
    texts: tuple[str, ...]
    import_ids: tuple[str, ...]
    n_rows: int

    @property
    def is_old(self) -> bool:
        """Whether the export is of the time before Insights, or its first years."""
        return any(letters_of(cell) == "responseset" for cell in (*self.ids, *self.texts))


def why_mine(sheet: Sheet) -> str:
    """Say why a sheet looks like a Qualtrics export, or ``""``."""
    at = _import_row(sheet)
    if at is not None:
        return f"because row {sheet.numbers[at]} holds the ImportIds of Qualtrics"
    first, second = sheet.rows[:2]
    if LEGACY_ID.fullmatch(first[0]) and letters_of(second[0]) in OWN:
        return f"because its headings are {first[0]} and, below, {second[0]}, as in older Qualtrics"
    signs = {letters_of(cell): cell.strip() for cell in first if letters_of(cell) in OWN}
    sure = [signs[sign] for sign in signs if sign in SURE_SIGNS]
    if len(signs) >= ENOUGH_SIGNS and len(sure) > 1:
        return f"because it has Qualtrics' own columns {' and '.join(sure[:2])}"
    ids = [
        at for at, cell in enumerate(first, start=1) if OWN.get(letters_of(cell)) == "response_id"
    ]
    if any(_are_response_ids(filled_under(sheet, at)) for at in ids):
        return "because its ids of responses begin with R_, as those of Qualtrics do"
    return ""


def read_headings(sheet: Sheet) -> HeadingRows:
    """Tell Qualtrics' own columns from the questions, and put questions together."""
    top = _top(sheet)
    headings = tuple(_headings(top))
    if top.n_rows == 1:
        headings = with_spread(headings, DASH)
    columns = _columns(sheet, top, headings)
    together = {h.column: h for h in put_together(columns, is_old=top.is_old)}
    coded = _coded(sheet, top, headings, columns)
    headings = tuple(replace(together.get(h.column, h), coded=h.column in coded) for h in headings)
    return HeadingRows(
        headings=headings,
        n_rows=top.n_rows,
        notices=_notices(sheet, top, sorted(coded)),
        meanings=_meanings(columns, coded),
    )


def _are_response_ids(cells: list[str]) -> bool:
    return bool(cells) and all(map(RESPONSE_ID.fullmatch, cells))


def letters_of(heading: str) -> str:
    """Reduce a heading to its letters and digits."""
    return re.sub(r"[\W_]+", "", heading).casefold()


def _import_row(sheet: Sheet) -> int | None:
    for at, row in enumerate(sheet.rows[:4]):
        filled = [cell for cell in row if cell.strip()]
        if filled and sum(bool(IMPORT_ID.search(cell)) for cell in filled) * 2 > len(filled):
            return at
    return None


def _top(sheet: Sheet) -> Top:
    at = _import_row(sheet)
    n_rows = at + 1 if at is not None else 2 if _has_texts_below(sheet) else 1
    nothing = ("",) * len(sheet.rows[0])
    import_ids = nothing if at is None else tuple(map(_import_id, sheet.rows[at]))
    above = sheet.rows[: n_rows if at is None else at] or (import_ids,)
    ids, texts = above[0], above[-1]
    return Top(ids=ids, texts=texts, import_ids=import_ids, n_rows=n_rows)


def _import_id(cell: str) -> str:
    found = IMPORT_ID.search(cell)
    return found["id"].strip() if found else ""


def _has_texts_below(sheet: Sheet) -> bool:
    """Look for Qualtrics' names again in the second row, or words where rows below have times."""
    first, second, *rest = sheet.rows[:3]
    if sum(letters_of(cell) in OWN for cell in second) > 1:
        return True
    third = rest[0] if rest else second
    return any(
        letters_of(id_) in TIMES and text.strip() and not _has_digit(text) and _has_digit(answer)
        for id_, text, answer in zip(first, second, third, strict=True)
    )


def _has_digit(text: str) -> bool:
    return any(map(str.isdecimal, text))


def _headings(top: Top) -> Iterator[Heading]:
    parts = [_part(*names) for names in zip(top.ids, top.texts, top.import_ids, strict=True)]
    if "finished" not in parts:  # then how far somebody came tells
        parts = [
            "finished" if letters_of(id_) == "progress" else part
            for id_, part in zip(top.ids, parts, strict=True)
        ]
    columns = zip(top.ids, top.texts, parts, strict=True)
    for column, (id_, text, part) in enumerate(columns, start=1):
        own = (text if LEGACY_ID.fullmatch(id_) else id_).strip() or text.strip()
        asked = without_choice(text) or own
        if asked:
            yield Heading(column=column, text=asked if part == "question" else own, part=part)


def _part(id_: str, text: str, import_id: str) -> Part:
    if any(ABOUT_THE_ANSWER.fullmatch(name.strip()) for name in (id_, import_id) if name):
        return "metadata"
    if QUESTION_ID.match(import_id):
        return "question"
    names = (
        (id_, text) if LEGACY_ID.fullmatch(id_) else (import_id.rsplit("-", maxsplit=1)[-1], id_)
    )
    own = next((OWN[letters_of(name)] for name in names if letters_of(name) in OWN), None)
    return own or OWN_PARTS.get(id_.strip().casefold(), "question")


def _columns(sheet: Sheet, top: Top, headings: tuple[Heading, ...]) -> tuple[Column, ...]:
    return tuple(
        Column(
            heading=heading,
            id=_id(top, heading.column - 1),
            text=top.texts[heading.column - 1].strip(),
            answers=tuple(filled_under(sheet, heading.column, top.n_rows)),
        )
        for heading in headings
        if heading.part == "question"
    )


def _id(top: Top, at: int) -> str:
    """Take the id that nobody can change; older ones have hyphens between their parts."""
    import_id = top.import_ids[at]
    if QUESTION_ID.match(import_id):
        return import_id.replace("-", "_")
    return top.ids[at].strip()


def _coded(
    sheet: Sheet, top: Top, headings: tuple[Heading, ...], columns: tuple[Column, ...]
) -> set[int]:
    """Find the columns whose answers were exported as numbers in place of their words.

    An export is of numbers or of words as a whole; its own columns tell, then what most columns
    hold. What was typed is as typed, and a tick written as 1 is still a tick.
    """
    for own in (heading for heading in headings if heading.part in {"kind", "finished"}):
        if not all(map(str.isdecimal, filled_under(sheet, own.column, top.n_rows))):
            return set()
    closed = [one for one in columns if one.answers and not one.is_typed]
    if any(top.import_ids):
        closed = [one for one in closed if QUESTION_ID.match(one.id)]
    coded = [one for one in closed if all(map(CODES.fullmatch, one.answers))]
    if sum(map(_is_in_words, closed)) > len(coded):
        return set()
    said: dict[str, set[str]] = {}
    for one in closed:
        said.setdefault(one.question, set()).update(one.answers)
    return {one.heading.column for one in coded if not _means_itself(one, said[one.question])}


def _is_in_words(column: Column) -> bool:
    """Say whether several people gave one answer in words: they chose it."""
    return any(n > 1 and not CODES.fullmatch(cell) for cell, n in Counter(column.answers).items())


def _means_itself(column: Column, said: set[str]) -> bool:
    """Say whether a number in one column of several is a tick, or where a slider was put.

    Grids of choices have few columns to choose from, so many different numbers are a slider's.
    """
    return bool(column.number) and (said == {CODED_TICK} or len(said) > MOST_CHOICES_IN_A_GRID)


def _meanings(columns: tuple[Column, ...], coded: set[int]) -> dict[int, dict[str, str]]:
    """Read -99 as seen and not answered, and several choices in one cell as a list."""
    meanings = {}
    for one in columns:
        is_choice = QUESTION_ID.match(one.id) and not one.is_typed
        means = lists_in(one, coded=one.heading.column in coded) if is_choice else {}
        if SEEN_NOT_ANSWERED in one.answers:
            means |= {SEEN_NOT_ANSWERED: ""}
        if means:
            meanings[one.heading.column] = means
    return meanings


def _notices(sheet: Sheet, top: Top, coded: list[int]) -> tuple[Notice, ...]:
    notices: list[Notice] = []
    if top.n_rows > 1:
        message = (
            f"This file has {'three' if top.n_rows > 2 else 'two'} heading rows. We read them all "  # noqa: PLR2004
            "as headings, not as answers."
        )
        notices.append(
            Notice(code="extra_header_rows_removed", message=message, row=sheet.numbers[1])
        )
    if coded:
        message = (
            f"Qualtrics put numbers in the place of the answers in {name_columns(coded)}, "
            "and the file does not say what they stand for. We count them and average none. To "
            "see the answers, export again in Qualtrics (Data & Analysis, Export Data) with "
            '"Use choice text", and add that file.'
        )
        notices.append(Notice(code="codes_without_meaning", message=message, column=coded[0]))
    return tuple(notices)


QUALTRICS = Reader(tool="qualtrics", why_mine=why_mine, read_headings=read_headings)
