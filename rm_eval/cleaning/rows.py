"""Which rows are nobody's answers? Each is set aside with its reason, and can come back.

`ROW_RULES` is the register. A rule sees the rows that those before it kept.
"""

import re
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from rm_eval.cleaning.log import LogEntry
from rm_eval.cleaning.undo import Undone, is_undone
from rm_eval.readers import RawTable
from rm_eval.recognise import Match, Recognition
from rm_eval.recognise.wording import normalise

# Only whole answers: "We should test this more" is somebody's opinion.
CLEARLY_A_TEST = re.compile(
    r"((this is )?(only |just )?(a )?test(ing|er)?( (response|answer|entry|submission|data|row|"
    r"user|only|please|pls|\d+))*( ?[-,:.]? ?(please )?(ignore|delete|disregard)( (this|me))?)?|"
    r"(please )?(ignore|delete|disregard)( (this|me))?|dummy( (data|response|entry))?|"
    r"(asdf)+|asdfgh\w*|qwerty\w*)[.!]*",
    re.IGNORECASE | re.DOTALL,
)
ASKS_FOR_WORK = re.compile(
    r"\b(areas?|job|role|team|department|speciality|specialty|profession|occupation|field)\b"
)
MOSTLY_TESTS = 0.5
TIME_OF_DAY = re.compile(r"\d[ T]\d{1,2}[:.]\d{2}")
# Ids that repeat are no response ids: a team, a site, or the numbers of two exports in one file.
NEARLY_ALL_DIFFERENT = 0.9
MOSTLY_DIFFERENT = 0.5
FEW_ROWS = 10
MOSTLY_ANSWERED = 0.5
TOTALS = {"total", "totals", "grand total"}
SUMMARIES = TOTALS | {
    "mean", "average", "avg", "median", "count", "responses", "number of responses", "n", "sum",
}  # fmt: skip
NUMBER = re.compile(r"[+-]?(\d[\d,]*([.,]\d+)?|\.\d+) ?%?")


Cells = tuple[str, ...]


class Survey(NamedTuple):
    """What a row rule looks at: the table, what its columns are, and the rows still there."""

    raw: RawTable
    recognition: Recognition
    rows: list[int]


def set_rows_aside(
    raw: RawTable, recognition: Recognition, undone: Undone
) -> tuple[list[int], list[LogEntry]]:
    """Apply every row rule; return the rows kept, and an entry for each that is not."""
    kept = [int(row) for row in raw.cells.index]
    entries: list[LogEntry] = []
    for rule in ROW_RULES:
        found = [
            entry for entry in rule(Survey(raw, recognition, kept)) if not is_undone(entry, undone)
        ]
        gone = {entry.row for entry in found}
        kept = [row for row in kept if row not in gone]
        entries.extend(found)
    return kept, entries


def blank_rows(survey: Survey) -> list[LogEntry]:
    """Set aside rows without a single answer: nobody is behind them, or nobody who spoke."""
    n_filled = _n_filled(survey)
    return [
        _entry(row, "blank_rows_removed", f"Row {row} holds no answer to any question.")
        for row in survey.rows
        if not n_filled[row]
    ]


def marked_rows(survey: Survey) -> list[LogEntry]:
    """Set aside what the survey tool itself marks as a preview, a test or spam."""
    not_real = survey.recognition.states.not_real
    return [
        _entry(
            row,
            "test_response",
            f"The survey tool marks row {row} as {not_real[row]}, not somebody's answer.",
        )
        for row in survey.rows
        if row in not_real
    ]


def unfinished_rows(survey: Survey) -> list[LogEntry]:
    """Set aside answers that the survey tool says were broken off."""
    return [
        _entry(row, "incomplete_response", f"The survey tool says that row {row} was not finished.")
        for row in survey.rows
        if row in survey.recognition.states.unfinished
    ]


def test_rows(survey: Survey) -> list[LogEntry]:
    """Set aside rows where somebody tried the form out, and wrote so."""
    own_words = [m.columns[0] for m in survey.recognition.matches if _is_in_own_words(m)]
    named = [heading.column for heading in survey.recognition.personal]
    # Testing is a line of work, so no cell of such a column says that the row is a test.
    of_work = {h.column for h in survey.raw.headings if ASKS_FOR_WORK.search(h.text.casefold())}
    told = [column for column in own_words + named if column not in of_work]
    return [
        _entry(row, "test_response", f"Row {row} is clearly a test of the form.")
        for row, cells in _cells_of(survey, told).items()
        if _are_mostly_tests(cells)
    ]


def _are_mostly_tests(cells: Cells) -> bool:
    # Microsoft Forms writes "anonymous" where it does not collect names; nobody wrote that.
    written = [cell for cell in cells if cell not in {"", "anonymous"}]
    n_tests = sum(bool(CLEARLY_A_TEST.fullmatch(cell)) for cell in written)
    return n_tests > MOSTLY_TESTS * len(written)


def summary_rows(survey: Survey) -> list[LogEntry]:
    """Set aside totals and averages under the table: they are about people, and nobody's own."""
    entries = []
    for row in reversed(survey.rows):
        if not (_is_labelled_summary(survey, row) or _is_summary_below_forms(survey, row)):
            break
        why = f"Row {row} sums up the rows above it."
        entries.append(_entry(row, "summary_row", why))
    return entries[::-1]


def _is_labelled_summary(survey: Survey, row: int) -> bool:
    """Look for "Total" or "Mean" before numbers; not where it is an answer as others gave it."""
    columns = [int(column) for column in survey.raw.cells.columns]
    texts = [survey.raw.cell(row, column).strip() for column in columns]
    at = next(at for at, text in enumerate(texts) if text)
    word, beside = normalise(texts[at]), [text for text in texts[at + 1 :] if text]
    return (
        word in (SUMMARIES if beside else TOTALS)
        and all(map(NUMBER.fullmatch, beside))
        and not _is_a_judgement(survey, columns[at])
        and [normalise(survey.raw.cell(one, columns[at])) for one in survey.rows].count(word) == 1
    )


def _is_a_judgement(survey: Survey, column: int) -> bool:
    """Say whether "n" and "average" are answers here."""
    return any(
        column in match.columns and match.question.type in {"yes_no", "likert"}
        for match in survey.recognition.matches
    )


def _is_summary_below_forms(survey: Survey, row: int) -> bool:
    """Look for numbers alone, without the id and the times that Microsoft Forms gives everyone."""
    raw = survey.raw
    given = [heading.column for heading in raw.columns("response_id", "started", "completed")]
    if raw.survey_tool != "microsoft_forms" or any(raw.cell(row, at).strip() for at in given):
        return False
    n_given = sum(all(raw.cell(one, at).strip() for at in given) for one in survey.rows)
    texts = [raw.cell(row, int(column)).strip() for column in raw.cells.columns]
    return (
        bool(given)
        and n_given * 2 > len(survey.rows)
        and all(normalise(text) in SUMMARIES or NUMBER.fullmatch(text) for text in texts if text)
    )


def second_responses(survey: Survey) -> list[LogEntry]:
    """Set aside the same response once more: all but the latest complete one are.

    That is a whole row repeated to the second, or one id of the survey tool with one time. One
    id at two times is two people, whose exports were put together in one file.
    """
    repeated = _second_of(survey, _exact_rows(survey))
    gone = {entry.row for entry in repeated}
    rest = survey._replace(rows=[row for row in survey.rows if row not in gone])
    entries = [*repeated, *_second_of(rest, _ids(rest))]
    return sorted(entries, key=lambda entry: entry.row)


def _second_of(survey: Survey, responses: dict[int, Cells]) -> list[LogEntry]:
    """Give an entry for every row but one of those that tell the same of themselves."""
    rows_of: dict[Cells, list[int]] = {}
    for row, told in responses.items():
        rows_of.setdefault(told, []).append(row)
    entries = []
    for rows in rows_of.values():
        kept = _latest_complete(survey, rows) if len(rows) > 1 else rows[0]
        for row in rows:
            if row != kept:
                why = f"Row {row} is from the same response as row {kept}, which we kept."
                entries.append(_entry(row, "duplicate_response", why))
    return entries


ROW_RULES: tuple[Callable[[Survey], list[LogEntry]], ...] = (
    blank_rows,
    marked_rows,
    test_rows,
    unfinished_rows,
    summary_rows,
    second_responses,
)


def _exact_rows(survey: Survey) -> dict[int, Cells]:
    """Return whole rows, of those with their exact time: two people never share one."""
    times = survey.raw.columns("completed")
    if not times:
        return {}
    time_of = _cells_of(survey, [times[0].column])
    timed = [row for row in survey.rows if TIME_OF_DAY.search(time_of[row][0])]
    columns = [heading.column for heading in survey.raw.headings]
    return _cells_of(survey._replace(rows=timed), columns)


def _ids(survey: Survey) -> dict[int, Cells]:
    """Return the tool's ids, each with its time; with its answers where it has no time.

    Somebody who answered at two stages has one id and two responses.
    """
    columns = [heading.column for heading in survey.raw.columns("response_id")[:1]]
    if not columns:
        return {}
    columns += [heading.column for heading in survey.raw.columns("event")]
    columns += [divider.column for divider in survey.recognition.dividers.values()]
    times = [heading.column for heading in survey.raw.columns("started", "completed")[:1]]
    found = {row: told for row, told in _cells_of(survey, columns + times).items() if told[0]}
    n_ids = len(columns)
    if not _tell_people_apart([told[:n_ids] for told in found.values()]):
        return {}
    untimed = survey._replace(rows=[row for row, told in found.items() if not any(told[n_ids:])])
    return found | _cells_of(untimed, columns + _answer_columns(survey))


def _tell_people_apart(ids: list[Cells]) -> bool:
    counts = Counter(ids)
    if len(ids) < FEW_ROWS:
        n_repeated = sum(n > 1 for n in counts.values())
        return n_repeated <= 1 and len(counts) >= MOSTLY_DIFFERENT * len(ids)
    return len(counts) >= NEARLY_ALL_DIFFERENT * len(ids)


def _latest_complete(survey: Survey, rows: list[int]) -> int:
    """Choose by completion time, then by the order of the file, among those mostly answered."""
    n_filled = _n_filled(survey._replace(rows=rows))
    fullest = max(n_filled[row] for row in rows)
    completed = [heading.column for heading in survey.raw.columns("completed")]
    complete = [
        row
        for row in rows
        if n_filled[row] > MOSTLY_ANSWERED * fullest
        and (not completed or survey.raw.cell(row, completed[0]).strip())
    ]
    return max(complete or rows, key=lambda row: (_time(survey, row), row))


def _time(survey: Survey, row: int) -> str:
    """Return a time that sorts; years stand first in workbooks, and in text we trust the order."""
    completed = survey.raw.columns("completed")
    text = survey.raw.cell(row, completed[0].column).strip() if completed else ""
    return text if re.match(r"\d{4}-\d{2}-\d{2}", text) else ""


def _n_filled(survey: Survey) -> dict[int, int]:
    columns = _answer_columns(survey)
    # Whoever says only at what stage and in which role they are has answered nothing.
    dividers = survey.recognition.dividers.values()
    told = {divider.column for divider in dividers if divider.aspect in {"stage", "role"}}
    answers = _cells_of(survey, [column for column in columns if column not in told] or columns)
    return {row: sum(map(bool, cells)) for row, cells in answers.items()}


def _answer_columns(survey: Survey) -> list[int]:
    return [column for match in survey.recognition.matches for column in match.columns]


def _cells_of(survey: Survey, columns: list[int]) -> dict[int, Cells]:
    """Return some cells of every row still there, without outer spaces."""
    cells = survey.raw.cells.loc[survey.rows, columns].to_numpy()
    return {row: tuple(map(str.strip, one)) for row, one in zip(survey.rows, cells, strict=True)}


def _is_in_own_words(match: Match) -> bool:
    return match.question.type == "free_text"


def _entry(row: int, rule: str, why: str) -> LogEntry:
    return LogEntry(
        row=row,
        column=None,
        question="",
        before="",
        after="",
        rule=rule,
        why=f"{why} We set {'it' if rule != 'duplicate_response' else f'row {row}'} aside.",
    )
