"""REDCap: one heading row of field names or of labels, the record first.

Tick-boxes are a column an option, ``field___code`` with 1 and 0, or ``Label (choice=Option)`` with
Checked and Unchecked. Every form ends in ``form_complete`` (0, 1, 2); a survey begins with
``form_timestamp``, which reads ``[not completed]`` where it was not sent in. A person has several
rows where a form comes at several events, or several times.
"""

import re

from rm_eval.readers.headings.codes import codes_without_meaning
from rm_eval.readers.headings.field_names import names_somebody
from rm_eval.readers.raw import (
    Heading,
    HeadingRows,
    Part,
    Reader,
    filled_under,
    plain_headings,
)
from rm_eval.table import Notice, Sheet

# By name, and by the labels of an export with labels.
OWN: dict[str, Part] = {
    "redcap_event_name": "event",
    "event name": "event",
    "redcap_repeat_instrument": "event",
    "repeat instrument": "event",
    "redcap_repeat_instance": "metadata",
    "repeat instance": "metadata",
    "redcap_data_access_group": "metadata",
    "data access group": "metadata",
    "redcap_survey_identifier": "personal",
    "survey identifier": "personal",
    "survey timestamp": "metadata",
    "complete?": "metadata",
}
RECORD = re.compile(r"(record|study|participant|subject|patient|person)[_ ]?id", re.IGNORECASE)
LABELLED_END = "Complete?"
TIMESTAMP = re.compile(r"\w+_timestamp|survey timestamp", re.IGNORECASE)
COMPLETE = re.compile(r"\w+_complete|complete\?", re.IGNORECASE)
STATES = {"0", "1", "2", "incomplete", "unverified", "complete"}
BOX = re.compile(r"(?P<question>\w+?)___(?P<option>\w+)")
LABELLED_BOX = re.compile(r"(?P<question>.*\S)\s*\(choice=(?P<option>.*)\)", re.DOTALL)
TICKS = {"checked", "unchecked", "1", "0"}
NOT_SENT_IN = "[not completed]"
ASK_FOR_LABELS = "Export with labels, or add the project's data dictionary together with this file."
# Stands for a file or a signature that somebody sent in.
FILE = "[document]"
WHOLE_NUMBER = re.compile(r"-?\d+")
# Answers are numbered from 0 or 1 upwards; beyond this it is an age, a height, a count.
HIGHEST_CODE = 20
# What forms use for "not known", "refused" and "not applicable".
MISSING = re.compile(r"-?(66|77|88|9[6-9]|777|888|99[6-9]|9999)")


def why_mine(sheet: Sheet) -> str:
    """Say why a sheet looks like a REDCap export, or ``""``."""
    texts = [cell.strip() for cell in sheet.rows[0]]
    own = [text for text in texts if text.casefold().startswith("redcap_")]
    if own:
        return f"because it has REDCap's own column {own[0]}"
    ends = [text for column, text in enumerate(texts, 1) if _is_complete(sheet, column)]
    boxes = [text for column, text in enumerate(texts, 1) if _is_box(sheet, column)]
    if boxes and LABELLED_BOX.fullmatch(boxes[0]):
        return f'because tick-boxes are headed as in "{boxes[0]}", and Checked or Unchecked'
    if LABELLED_END in ends:
        return f'because a form ends in "{LABELLED_END}", as REDCap labels it'
    survey = any(TIMESTAMP.fullmatch(text) for text in texts)
    if ends and (boxes or survey or (RECORD.fullmatch(texts[0]) and texts[-1] == ends[-1])):
        return f"because it begins with {texts[0]} and a form ends in {ends[0]}, as in REDCap"
    return ""


def read_headings(sheet: Sheet) -> HeadingRows:
    """Tell REDCap's own columns from the questions, and put tick-boxes under theirs."""
    plain = plain_headings(sheet, _parts(sheet))
    labelled = _holds_labels(sheet)
    coded = [] if labelled else [h.column for h in plain if _is_coded(sheet, h)]
    headings = tuple(_understood(heading, coded) for heading in plain)
    times = [h.column for h in headings if TIMESTAMP.fullmatch(h.text)]
    return HeadingRows(
        headings=headings,
        notices=codes_without_meaning(headings, ASK_FOR_LABELS) + _not_sent_in(sheet, times),
        meanings={column: {NOT_SENT_IN: ""} for column in times},
    )


def _parts(sheet: Sheet) -> tuple[Part, ...]:
    texts = [cell.strip() for cell in sheet.rows[0]]
    parts = [_part(sheet, column) for column in range(1, len(texts) + 1)]
    parts[0] = "response_id"
    times = [at for at, text in enumerate(texts) if TIMESTAMP.fullmatch(text)]
    ends = [at for at in range(len(texts)) if _is_complete(sheet, at + 1)]
    for at in times + ends:
        parts[at] = "metadata"
    # With several surveys in the file, no single time or state is that of the whole answer; and
    # without one, forms are typed in by staff, who seldom call them complete.
    if len(times) == len(ends) == 1:
        parts[times[0]], parts[ends[0]] = "completed", "finished"
    return tuple(parts)


def _part(sheet: Sheet, column: int) -> Part:
    text = sheet.rows[0][column - 1].strip()
    if names_somebody(text):
        return "personal"
    is_file = set(filled_under(sheet, column)) == {FILE}
    return "metadata" if is_file else OWN.get(text.casefold(), "question")


def _is_complete(sheet: Sheet, column: int) -> bool:
    if not COMPLETE.fullmatch(sheet.rows[0][column - 1].strip()):
        return False
    return {cell.casefold() for cell in filled_under(sheet, column)} <= STATES


def _is_box(sheet: Sheet, column: int) -> bool:
    text = sheet.rows[0][column - 1].strip()
    if not (LABELLED_BOX.fullmatch(text) or BOX.fullmatch(text)):
        return False
    return {cell.casefold() for cell in filled_under(sheet, column)} <= TICKS


def _holds_labels(sheet: Sheet) -> bool:
    """Say whether answers are in words: then a number among them is a number."""
    telling = [
        column
        for column in range(1, len(sheet.rows[0]) + 1)
        if _is_complete(sheet, column) or _is_box(sheet, column)
    ]
    cells = {cell for column in telling for cell in filled_under(sheet, column)}
    return any(not cell.isdecimal() for cell in cells)


def _understood(heading: Heading, coded: list[int]) -> Heading:
    box = LABELLED_BOX.fullmatch(heading.text) or BOX.fullmatch(heading.text)
    return Heading(
        column=heading.column,
        text=heading.text,
        part=heading.part,
        question=box["question"] if box else "",
        option=box["option"].strip() if box else "",
        coded=heading.column in coded,
    )


def _is_coded(sheet: Sheet, heading: Heading) -> bool:
    """Say whether a column holds the numbers of answers, or may: small whole numbers."""
    if heading.part != "question" or _is_box(sheet, heading.column):
        return False
    cells = set(filled_under(sheet, heading.column))
    return bool(cells) and all(map(_may_be_code, cells))


def _may_be_code(cell: str) -> bool:
    if not WHOLE_NUMBER.fullmatch(cell):
        return False
    return 0 <= int(cell) <= HIGHEST_CODE or bool(MISSING.fullmatch(cell))


def _not_sent_in(sheet: Sheet, times: list[int]) -> tuple[Notice, ...]:
    rows = [
        number
        for row, number in zip(sheet.rows[1:], sheet.numbers[1:], strict=True)
        if any(row[column - 1].strip() == NOT_SENT_IN for column in times)
    ]
    if not rows or len(times) == 1:
        return ()  # one survey: each such row is set aside, and the receipt says so
    message = (
        f"{len(rows)} {'person' if len(rows) == 1 else 'people'} began a survey and did not send "
        f"it in (row {', '.join(map(str, rows))}). What they answered before counts."
    )
    return (Notice(code="not_sent_in", message=message, row=rows[0]),)


REDCAP = Reader(tool="redcap", why_mine=why_mine, read_headings=read_headings)
