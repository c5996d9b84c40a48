"""Kobo, ODK and their like: one heading row of names or labels, the device's columns around it.

Tick-boxes are a list in one cell, its names parted by spaces, and, beside it or instead, a column
an option: ``question/option``. Groups stand before the name: ``group/question``. A ranking has a
column a place, ``question/_1st_choice``, or is an ordered list in one cell.
"""

import re
from collections import Counter
from dataclasses import replace

from rm_eval.readers.headings.field_names import names_somebody
from rm_eval.readers.raw import (
    Heading,
    HeadingRows,
    Part,
    Reader,
    filled_under,
    name_columns,
    plain_headings,
)
from rm_eval.table import Notice, Sheet

OWN: dict[str, Part] = {
    "start": "started",
    "starttime": "started",
    "end": "completed",
    "endtime": "completed",
    "today": "metadata",
    "_id": "response_id",
    "key": "response_id",
    "instanceid": "response_id",
    **dict.fromkeys(
        ("username", "deviceid", "device_id", "phonenumber", "phone_number", "simserial", "simid",
         "devicephonenum", "subscriberid", "imei", "enumerator", "audit", "_submitted_by",
         "submitterid", "submittername", "_geolocation"),
        "personal",
    ),
    **dict.fromkeys(
        ("_uuid", "_submission_time", "submissiondate", "_validation_status", "_notes", "_status",
         "__version__", "_version_", "_tags", "_index", "_parent_index", "_parent_table_name",
         "_attachments", "_xform_id_string", "_bamboo_dataset_id", "meta/instanceid",
         "meta/rootuuid", "meta/deprecatedid", "meta-instanceid", "meta-instancename",
         "meta/instancename", "formhub/uuid", "formdef_version", "review_quality",
         "attachmentspresent", "attachmentsexpected", "status", "reviewstate", "edits",
         "formversion", "duration"),
        "metadata",
    ),
}  # fmt: skip
# No other tool writes these; two of them tell.
SURE_SIGNS = {
    "_uuid", "_submission_time", "_validation_status", "_index", "__version__", "_submitted_by",
    "meta/instanceid", "meta-instanceid", "formhub/uuid", "formdef_version", "submissiondate",
    "instanceid", "_xform_id_string", "_id",
}  # fmt: skip
# A statistics program puts an X before a name that begins with a line.
BEFORE_A_LINE = re.compile(r"^x(?=_)")
PLACE_ON_EARTH = re.compile(r"_(?P<name>.+)_(latitude|longitude|altitude|precision)", re.IGNORECASE)
PLACE = re.compile(r"_?(?P<place>\d{1,2}(st|nd|rd|th))[_ ]choice", re.IGNORECASE)
GROUP = re.compile(r"(?P<group>(\w+/)+)(?P<rest>\S.*)", re.DOTALL)
# Kobo writes a stroke, ODK a dash.
BETWEEN_GROUPS = re.compile(r"[/\-]")
JOINTS = "/."
NOT_SHOWN = "NA"
TICKS = {"0", "1", "0.0", "1.0", "TRUE", "FALSE", "True", "False", NOT_SHOWN}
CHOICE_NAME = re.compile(r"[\w.\-]+")
BETWEEN = ";"
MOSTLY = 0.7


def why_mine(sheet: Sheet) -> str:
    """Say why a sheet looks like an export of Kobo or ODK, or ``""``."""
    signs = [cell.strip() for cell in sheet.rows[0] if _own_name(cell) in SURE_SIGNS]
    if len(signs) < 2:  # noqa: PLR2004 - one name may be anybody's, two are not
        return ""
    return f"because it has the columns {signs[0]} and {signs[1]}, as Kobo and ODK write them"


def read_headings(sheet: Sheet) -> HeadingRows:
    """Tell the device's own columns from the questions, and put options under theirs."""
    plain = plain_headings(sheet, _parts(sheet))
    spread = _spread(sheet, plain)
    beside = {question for question, _ in spread.values()}
    lists = [h.column for h in plain if h.part == "question" and h.text in beside]
    groups = Counter(found["group"] for h in plain if (found := GROUP.fullmatch(h.text)))
    headings = tuple(
        replace(heading, part="metadata")
        if heading.column in lists
        else _understood(heading, spread.get(heading.column, ("", "")), groups)
        for heading in plain
    )
    not_shown = {column: {NOT_SHOWN: ""} for column in spread}
    return HeadingRows(
        headings=headings,
        notices=_left_aside(lists),
        meanings=not_shown | _lists(sheet, [h for h in headings if h.column not in spread]),
    )


def _own_name(heading: str) -> str:
    return BEFORE_A_LINE.sub("", heading.strip().casefold())


def _parts(sheet: Sheet) -> tuple[Part, ...]:
    names = [_own_name(cell) for cell in sheet.rows[0]]
    places = {found["name"] for name in names if (found := PLACE_ON_EARTH.fullmatch(name))}
    parts = [_part(name, places) for name in names]
    instead: tuple[tuple[Part, str], ...] = (
        ("response_id", "_uuid"),
        ("completed", "_submission_time"),
        ("completed", "submissiondate"),
    )
    for part, name in instead:
        if name in names and part not in parts:
            parts[names.index(name)] = part
    return tuple(parts)


def _part(name: str, places: set[str]) -> Part:
    last = BETWEEN_GROUPS.split(name)[-1]
    if PLACE_ON_EARTH.fullmatch(name) or last in places or names_somebody(last):
        return "personal"
    return OWN.get(name, "question")


def _spread(sheet: Sheet, headings: tuple[Heading, ...]) -> dict[int, tuple[str, str]]:
    """Find options and places: by column the question, as it is headed, and the option."""
    asked = [heading for heading in headings if heading.part == "question"]
    texts = {heading.text for heading in asked}
    found = {}
    for heading in asked:
        pairs = _pairs(heading.text)
        ticks = set(filled_under(sheet, heading.column)) <= TICKS
        place = next(((q, _place(o)) for q, o in pairs if PLACE.fullmatch(o)), None)
        parent = next((pair for pair in pairs if pair[0] in texts and ticks), None)
        alone = next((pair for pair in pairs if ticks and _is_slash(heading.text, pair)), None)
        if pair := place or parent or alone:
            found[heading.column] = pair
    n_columns = Counter(question for question, _ in found.values())
    return {at: pair for at, pair in found.items() if pair[0] in texts or n_columns[pair[0]] > 1}


def _pairs(text: str) -> list[tuple[str, str]]:
    """Every way to cut a heading into a question and an option, the longest question first."""
    cuts = [at for at, letter in enumerate(text) if letter in JOINTS and 0 < at < len(text) - 1]
    return [(text[:at].strip(), text[at + 1 :].strip()) for at in reversed(cuts)]


def _is_slash(text: str, pair: tuple[str, str]) -> bool:
    """Say whether a stroke parts them: full stops stand in many a wording."""
    return text[len(pair[0]) :].lstrip().startswith("/")


def _place(option: str) -> str:
    found = PLACE.fullmatch(option)
    return f"{found['place']} choice" if found else option


def _understood(heading: Heading, pair: tuple[str, str], groups: Counter[str]) -> Heading:
    question, option = pair
    if question:
        return replace(heading, question=_without_group(question, groups), option=option)
    if heading.part != "question":
        return heading
    return replace(heading, text=_without_group(heading.text, groups))


def _without_group(text: str, groups: Counter[str]) -> str:
    """Take off the group a question stands in; "Yes/No" is no group, as nothing else is in it."""
    found = GROUP.fullmatch(text)
    return found["rest"] if found and groups[found["group"]] > 1 else text


def _left_aside(lists: list[int]) -> tuple[Notice, ...]:
    if not lists:
        return ()
    message = (
        f"The answers in {name_columns(lists)} stand in the file twice: as a list, and as a column "
        "for each option. We read the columns."
    )
    return (Notice(code="list_beside_columns", message=message, column=lists[0]),)


def _lists(sheet: Sheet, headings: list[Heading]) -> dict[int, dict[str, str]]:
    """Part lists of names by semicolons, where the file holds names and not what people read."""
    asked = [heading for heading in headings if heading.part == "question"]
    if any(" " in heading.text for heading in asked):
        return {}
    found = {}
    for heading in asked:
        cells = filled_under(sheet, heading.column)
        if _are_lists(cells):
            found[heading.column] = {cell: BETWEEN.join(cell.split()) for cell in cells}
    return found


def _are_lists(cells: list[str]) -> bool:
    """Say whether cells list the same few names: ticked, or put in an order."""
    lists = {cell: cell.split() for cell in cells}
    several = [pieces for pieces in lists.values() if len(pieces) > 1]
    if not several or not all(map(CHOICE_NAME.fullmatch, (p for one in several for p in one))):
        return False
    if any(len(pieces) != len(set(pieces)) for pieces in several):
        return False
    people = Counter(piece for cell in cells for piece in lists[cell])
    company = Counter(piece for pieces in lists.values() for piece in pieces)
    shared = sum(n for n in people.values() if n > 1) >= MOSTLY * people.total()
    return shared and all(company[piece] > 1 for pieces in several for piece in pieces)


KOBO = Reader(tool="kobo", why_mine=why_mine, read_headings=read_headings)
