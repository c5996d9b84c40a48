"""LimeSurvey: one heading row of texts, codes or both, and its own columns in front.

Its own columns come in one order, whatever the language; which columns are one question is told by
what stands in brackets (`limesurvey_questions`).
"""

import re
from dataclasses import replace

from rm_eval.readers.general import OWN_PARTS
from rm_eval.readers.limesurvey_questions import (
    Asked,
    coded_in,
    meanings_of,
    put_together,
    says_ranks,
    says_ticks,
    taken_apart,
)
from rm_eval.readers.raw import Heading, HeadingRows, Part, Reader, name_columns
from rm_eval.table import Notice, Sheet

# Codes first; texts in other languages are told by what stands below them.
OWN: dict[str, Part] = {
    "id": "response_id",
    "submitdate": "finished",
    "lastpage": "metadata",
    "startlanguage": "metadata",
    "seed": "metadata",
    "startdate": "started",
    "datestamp": "completed",
    "ipaddr": "personal",
    "refurl": "metadata",
    "token": "personal",
    "firstname": "personal",
    "lastname": "personal",
    "email": "personal",
    "quota_exit": "metadata",
    "response id": "response_id",
    "date submitted": "finished",
    "last page": "metadata",
    "start language": "metadata",
    "date started": "started",
    "date last action": "completed",
    "ip address": "personal",
    "referrer url": "metadata",
    "access code": "personal",
    "completed": "finished",
    "last page seen": "metadata",
    "antwort id": "response_id",
    "datum abgeschickt": "finished",
    "letzte seite": "metadata",
    "start-sprache": "metadata",
    "zufallsstartwert": "metadata",
    "datum gestartet": "started",
    "datum letzte aktivität": "completed",
    "ip-adresse": "personal",
    "zugangscode": "personal",
    "id de la réponse": "response_id",
    "date de soumission": "finished",
    "dernière page": "metadata",
    "langue de départ": "metadata",
    "tête de série": "metadata",
    "date de lancement": "started",
    "date de la dernière action": "completed",
    "adresse ip": "personal",
    "url référente": "metadata",
}
# No other tool writes these; "id" and "Seed" could stand in any table.
SURE_SIGNS = {
    "submitdate", "lastpage", "startlanguage", "datestamp", "refurl", "ipaddr", "interviewtime",
    "date submitted", "last page", "last page seen", "start language", "date last action",
    "referrer url",
    "datum abgeschickt", "letzte seite", "start-sprache", "datum letzte aktivität",
    "date de soumission", "dernière page", "langue de départ", "date de la dernière action",
}  # fmt: skip
ONLY_IN_CODES = {"submitdate", "lastpage", "startlanguage"}
# What LimeSurvey calls a subquestion until somebody gives it another name.
SUBQUESTION = re.compile(r"[A-Za-z]\w*(\[SQ\d{3}\w*\]|_SQ\d{3}\w*)")
TIMING = re.compile(
    r"interviewtime|total time|gesamtzeit|temps total|grouptime\d+|"
    r"(group time|question time|gruppenzeit|fragenzeit): .*"
)
# "G01Q02[SQ001]. How was it? [The room]": the code, then the text.
CODE_AND_TEXT = re.compile(
    r"(?P<code>[a-z]\w*)(\[[^\[\]]*\])*\. (?P<text>.+)", re.IGNORECASE | re.DOTALL
)
FIRST_FOUR: tuple[Part, ...] = ("response_id", "finished", "metadata", "metadata")
TIME = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[ T]\d{1,2}:\d{2}(:\d{2})?( [AP]M)?")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z-]+)?")
SEED = re.compile(r"\d{5,}")
MOST_OWN = 12
IP_ADDRESS = re.compile(r"[\d.]{7,15}|[0-9a-f:]{3,39}")


def why_mine(sheet: Sheet) -> str:
    """Say why a sheet looks like a LimeSurvey export, or ``""``."""
    signs = [name for cell in sheet.rows[0] for name in _names(cell) if name in SURE_SIGNS]
    if len(signs) > 1:
        return f'because it has LimeSurvey\'s own columns "{signs[0]}" and "{signs[1]}"'
    if _own_by_cells(sheet):
        return (
            "because it begins with numbers, times of sending, last pages and languages, as "
            "LimeSurvey writes them"
        )
    return _shown_by_questions(sheet)


def _shown_by_questions(sheet: Sheet) -> str:
    """Say how the questions show LimeSurvey where its own columns were left out."""
    if len(codes := _subquestions(sheet)) > 1:
        return f"because its headings are LimeSurvey's codes, such as {codes[0]}"
    if not any(cell.rstrip().endswith("]") for cell in sheet.rows[0]):
        return ""
    asked = _asked(sheet, _parts(sheet))
    if says_ranks(asked):
        return "because a ranking has one column for each place, as LimeSurvey writes it"
    if says_ticks(asked):
        return (
            "because each option has a column of yes and no, and [Other] one of own words, as "
            "LimeSurvey writes them"
        )
    return ""


def read_headings(sheet: Sheet) -> HeadingRows:
    """Tell LimeSurvey's own columns from the questions, and put questions together."""
    parts = _parts(sheet)
    asked = _asked(sheet, parts)
    together = {one.heading.column: one.heading for one in asked} | put_together(asked)
    coded = coded_in(asked)
    headings = [
        together.get(column) or Heading(column=column, text=cell.strip(), part=part)
        for column, (cell, part) in enumerate(zip(sheet.rows[0], parts, strict=True), start=1)
        if cell.strip()
    ]
    return HeadingRows(
        headings=tuple(replace(heading, coded=heading.column in coded) for heading in headings),
        notices=_notices(sorted(coded), in_codes=_in_codes(sheet)),
        meanings=meanings_of(asked),
    )


def _asked(sheet: Sheet, parts: tuple[Part, ...]) -> tuple[Asked, ...]:
    """Collect the columns of questions, their headings taken apart."""
    in_codes, has_both = _in_codes(sheet), _has_codes_and_texts(sheet)
    asked = []
    for at, (cell, part) in enumerate(zip(sheet.rows[0], parts, strict=True)):
        if part != "question" or not cell.strip():
            continue
        both = CODE_AND_TEXT.fullmatch(cell.strip()) if has_both else None
        text = both["text"].strip() if both else cell.strip()
        question, inner = taken_apart(text, in_codes=in_codes)
        asked.append(
            Asked(
                heading=Heading(column=at + 1, text=text),
                code=both["code"].split("_")[0] if both else "",
                question=question,
                parts=inner,
                cells=tuple(row[at].strip() for row in sheet.rows[1:] if any(row)),
            )
        )
    return tuple(asked)


def _in_codes(sheet: Sheet) -> bool:
    has_own = any(cell.strip().casefold() in ONLY_IN_CODES for cell in sheet.rows[0])
    return has_own or len(_subquestions(sheet)) > 1


def _subquestions(sheet: Sheet) -> list[str]:
    return [cell.strip() for cell in sheet.rows[0] if SUBQUESTION.fullmatch(cell.strip())]


def _has_codes_and_texts(sheet: Sheet) -> bool:
    found = [CODE_AND_TEXT.fullmatch(cell.strip()) for cell in sheet.rows[0]]
    return any(both["code"].casefold() in ONLY_IN_CODES for both in found if both)


def _names(cell: str) -> tuple[str, ...]:
    """Return what a heading may be called: the whole, or its code and its text."""
    whole = " ".join(cell.split()).casefold()
    both = CODE_AND_TEXT.fullmatch(whole)
    return (whole, both["text"], both["code"]) if both else (whole,)


def _parts(sheet: Sheet) -> tuple[Part, ...]:
    named = [next((OWN[n] for n in _names(cell) if n in OWN), None) for cell in sheet.rows[0]]
    is_sure = any(name in SURE_SIGNS for cell in sheet.rows[0] for name in _names(cell))
    by_cells = _own_by_cells(sheet)
    codes = {re.split(r"[\[_]", cell.strip())[0] for cell in sheet.rows[0]}
    parts: list[Part] = []
    for at, cell in enumerate(sheet.rows[0]):
        own = named[at] if is_sure or at == 0 else OWN_PARTS.get(cell.strip().casefold())
        if not is_sure and at < len(by_cells):
            own = by_cells[at]
        timed = (is_sure or by_cells) and _is_timing(cell, codes)
        parts.append(own or ("metadata" if timed else "question"))
    return tuple(parts)


def _is_timing(cell: str, codes: set[str]) -> bool:
    """Say whether a column holds how long something took: "Group time: ...", "Q1Time"."""
    question = cell.strip().removesuffix("Time")
    is_of_question = question != cell.strip() and question in codes
    return is_of_question or any(map(TIMING.fullmatch, _names(cell)))


def _own_by_cells(sheet: Sheet) -> tuple[Part, ...]:
    """Find LimeSurvey's own columns by their order, where the headings are in another language."""
    n_columns = min(len(sheet.rows[0]), MOST_OWN)
    columns = [[row[at].strip() for row in sheet.rows[1:] if any(row)] for at in range(n_columns)]
    if len(columns) <= len(FIRST_FOUR) or not _are_first_four(*columns[: len(FIRST_FOUR)]):
        return ()
    times: list[Part] = ["started", "completed"]
    more: list[Part] = []
    for column in columns[len(FIRST_FOUR) :]:
        part = _own_part(column, times, is_next=not more)
        if part is None:
            break
        more.append(part)
        times = times[part in times :]
    return (*FIRST_FOUR, *more)


def _are_first_four(
    ids: list[str], sent: list[str], pages: list[str], languages: list[str]
) -> bool:
    return (
        all(map(str.isdecimal, ids))
        and len(set(ids)) == len(ids)
        and any(sent)
        and all(map(TIME.fullmatch, filter(None, sent)))
        and all(map(str.isdecimal, filter(None, pages)))
        and all(map(LANGUAGE.fullmatch, languages))
    )


def _own_part(column: list[str], times: list[Part], *, is_next: bool) -> Part | None:
    """Name what a column behind the languages is; None where the questions begin."""
    filled = [cell for cell in column if cell]
    if not filled:
        return None
    if is_next and all(map(SEED.fullmatch, filled)):
        return "metadata"
    if times and all(map(TIME.fullmatch, filled)):
        return times[0]
    return "personal" if all(map(IP_ADDRESS.fullmatch, filled)) else None


def _notices(coded: list[int], *, in_codes: bool) -> tuple[Notice, ...]:
    again = (
        'export again in LimeSurvey (Responses, Export) with "Full question text" and "Full '
        'answers", and add that file.'
    )
    notices: list[Notice] = []
    if in_codes:
        message = (
            "The headings of this file are LimeSurvey's codes, so we cannot say what was asked. "
            f"To see the questions, {again}"
        )
        notices.append(Notice(code="headings_are_codes", message=message))
    if coded:
        message = (
            f"LimeSurvey put codes in the place of the answers in {name_columns(coded)}, and the "
            f"file does not say what they stand for. We count them and average none. To see the "
            f"answers, {again}"
        )
        notices.append(Notice(code="codes_without_meaning", message=message, column=coded[0]))
    return tuple(notices)


LIMESURVEY = Reader(tool="limesurvey", why_mine=why_mine, read_headings=read_headings)
