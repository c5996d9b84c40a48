"""Which rows are nobody's answers? Each is set aside with its reason, and can come back.

`ROW_RULES` is the register. A rule sees the rows that those before it kept.
"""

import re
from collections.abc import Callable

from rm_eval.cleaning.log import LogEntry
from rm_eval.cleaning.repeats import second_responses, second_with_a_code
from rm_eval.cleaning.survey import Cells, Survey, cells_of, n_filled, row_entry
from rm_eval.cleaning.undo import Undone, is_undone
from rm_eval.readers import RawTable
from rm_eval.recognise import Match, Recognition
from rm_eval.recognise.wordings.wording import normalise

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
TOTALS = {"total", "totals", "grand total"}
SUMMARIES = TOTALS | {
    "mean", "average", "avg", "median", "count", "responses", "number of responses", "n", "sum",
}  # fmt: skip
NUMBER = re.compile(r"[+-]?(\d[\d,]*([.,]\d+)?|\.\d+) ?%?")


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
    filled = n_filled(survey)
    return [
        row_entry(row, "blank_rows_removed", f"Row {row} holds no answer to any question.")
        for row in survey.rows
        if not filled[row]
    ]


def marked_rows(survey: Survey) -> list[LogEntry]:
    """Set aside what the survey tool itself marks as a preview, a test or spam."""
    not_real = survey.recognition.states.not_real
    return [
        row_entry(
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
        row_entry(
            row, "incomplete_response", f"The survey tool says that row {row} was not finished."
        )
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
        row_entry(row, "test_response", f"Row {row} is clearly a test of the form.")
        for row, cells in cells_of(survey, told).items()
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
        entries.append(row_entry(row, "summary_row", why))
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


ROW_RULES: tuple[Callable[[Survey], list[LogEntry]], ...] = (
    blank_rows,
    marked_rows,
    test_rows,
    unfinished_rows,
    summary_rows,
    second_responses,
    second_with_a_code,
)


def _is_in_own_words(match: Match) -> bool:
    return match.question.type == "free_text"
