"""Who answered more than once? The latest complete answer is kept, and every row is named."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple, cast

from rm_eval.cleaning.log import LogEntry
from rm_eval.cleaning.survey import Cells, Survey, answer_columns, cells_of, n_filled, row_entry
from rm_eval.questionnaire import Stage
from rm_eval.readers import RawTable
from rm_eval.recognise import Recognition
from rm_eval.recognise.people.participant_codes import code_in

TIME_OF_DAY = re.compile(r"\d[ T]\d{1,2}[:.]\d{2}")
# Ids that repeat are no response ids: a team, a site, or the numbers of two exports in one file.
NEARLY_ALL_DIFFERENT = 0.9
MOSTLY_DIFFERENT = 0.5
FEW_ROWS = 10
MOSTLY_ANSWERED = 0.5
# Where more people than these have their code twice, everybody was asked twice.
FEW_REPEATED = 2
MOST_REPEATED = 0.2
NUMBER_WORDS = {2: "Two", 3: "Three", 4: "Four", 5: "Five"}
AT_STAGE: dict[Stage | None, str] = {
    "enrolment": "at enrolment",
    "training": "at training",
    "end_of_cohort": "at the end of the cohort",
    None: "in this file",
}


class Repeat(NamedTuple):
    """Rows that are one person's, and the one that is kept."""

    rows: list[int]
    kept: int
    is_last: bool

    @property
    def gone(self) -> list[int]:
        """The rows that are set aside."""
        return [row for row in self.rows if row != self.kept]

    @property
    def which(self) -> str:
        """Say which one is kept, and why."""
        late = "later" if len(self.rows) == 2 else "latest"  # noqa: PLR2004
        return f"the {late if self.is_last else 'complete'} one (row {self.kept})"


def second_responses(survey: Survey) -> list[LogEntry]:
    """Set aside the same response once more: all but the latest complete one are.

    That is a whole row repeated to the second, or one id of the survey tool with one time. One
    id at two times is two people, whose exports were put together in one file.
    """
    repeated = _repeats(survey, _exact_rows(survey))
    gone = {row for repeat in repeated for row in repeat.gone}
    rest = survey._replace(rows=[row for row in survey.rows if row not in gone])
    return _entries(
        (row, f"Row {row} is from the same response as row {repeat.kept}, which we kept.")
        for repeat in (*repeated, *_repeats(rest, _ids(rest)))
        for row in repeat.gone
    )


def second_with_a_code(survey: Survey) -> list[LogEntry]:
    """Set aside the same participant code once more, at the same stage.

    The log names the rows and never the code: it is kept, and the code is not.
    """
    return _entries(
        (
            row,
            f"Rows {_listed(repeat.rows)} have the same participant code. We used {repeat.which}.",
        )
        for repeat in _repeats(survey, _codes(survey))
        for row in repeat.gone
    )


def same_codes(
    raw: RawTable, recognition: Recognition, log: Iterable[LogEntry], stage: Stage | None
) -> tuple[str, ...]:
    """Say which code several rows have: for the person who adds the file, and kept nowhere."""
    entries = list(log)
    aside = {e.row for e in entries if e.column is None and e.rule != "duplicate_response"}
    gone = {entry.row for entry in entries if entry.rule == "duplicate_response"}
    survey = Survey(
        raw, recognition, [row for row in map(int, raw.cells.index) if row not in aside]
    )
    codes = _codes(survey)
    return tuple(
        f"{NUMBER_WORDS.get(len(repeat.rows), len(repeat.rows))} rows have the code "
        f"{codes[repeat.kept][0]} {_at(recognition, repeat.kept, stage)}. We used {repeat.which}."
        for repeat in _repeats(survey, codes)
        if gone.issuperset(repeat.gone)
    )


def codes_by_row(raw: RawTable, recognition: Recognition) -> dict[int, str]:
    """Return everybody's participant code, by row; "" where it is blank or none."""
    if not recognition.codes:
        return {}
    column = raw.by_row(recognition.codes[0].column)
    return {row: code_in(text) for row, text in column.items()}


def _codes(survey: Survey) -> dict[int, Cells]:
    """Return codes with what each row says of its stage, role and place.

    Whoever answers at two stages has one code there, and a pair may share one.
    """
    found = codes_by_row(survey.raw, survey.recognition)
    events = [heading.column for heading in survey.raw.columns("event")]
    events += [divider.column for divider in survey.recognition.dividers.values()]
    apart = cells_of(survey, events)
    told = {row: (found[row], *apart[row]) for row in survey.rows if found.get(row)}
    counts = Counter(told.values())
    n_repeated = sum(n > 1 for n in counts.values())
    is_slip = n_repeated <= max(FEW_REPEATED, MOST_REPEATED * len(counts))
    return told if is_slip and len(counts) >= MOSTLY_DIFFERENT * len(told) else {}


def _repeats(survey: Survey, responses: Mapping[int, Cells]) -> list[Repeat]:
    """Find the rows that tell the same of themselves."""
    rows_of: dict[Cells, list[int]] = {}
    for row, told in responses.items():
        rows_of.setdefault(told, []).append(row)
    return [
        Repeat(rows, kept, kept == _latest(survey, rows))
        for rows in rows_of.values()
        if len(rows) > 1 and (kept := _latest_complete(survey, rows))
    ]


def _entries(found: Iterable[tuple[int, str]]) -> list[LogEntry]:
    return [row_entry(row, "duplicate_response", why) for row, why in sorted(found)]


def _at(recognition: Recognition, row: int, stage: Stage | None) -> str:
    said = cast("Stage | None", recognition.said("stage", row))
    return AT_STAGE[said or stage]


def _listed(rows: list[int]) -> str:
    return f"{', '.join(map(str, rows[:-1]))} and {rows[-1]}"


def _exact_rows(survey: Survey) -> dict[int, Cells]:
    """Return whole rows, of those with their exact time: two people never share one."""
    times = survey.raw.columns("completed")
    if not times:
        return {}
    time_of = cells_of(survey, [times[0].column])
    timed = [row for row in survey.rows if TIME_OF_DAY.search(time_of[row][0])]
    columns = [heading.column for heading in survey.raw.headings]
    return cells_of(survey._replace(rows=timed), columns)


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
    found = {row: told for row, told in cells_of(survey, columns + times).items() if told[0]}
    n_ids = len(columns)
    if not _tell_people_apart([told[:n_ids] for told in found.values()]):
        return {}
    untimed = survey._replace(rows=[row for row, told in found.items() if not any(told[n_ids:])])
    return found | cells_of(untimed, columns + answer_columns(survey))


def _tell_people_apart(ids: list[Cells]) -> bool:
    counts = Counter(ids)
    if len(ids) < FEW_ROWS:
        n_repeated = sum(n > 1 for n in counts.values())
        return n_repeated <= 1 and len(counts) >= MOSTLY_DIFFERENT * len(ids)
    return len(counts) >= NEARLY_ALL_DIFFERENT * len(ids)


def _latest_complete(survey: Survey, rows: list[int]) -> int:
    """Choose by completion time, then by the order of the file, among those mostly answered."""
    filled = n_filled(survey._replace(rows=rows))
    fullest = max(filled[row] for row in rows)
    completed = [heading.column for heading in survey.raw.columns("completed")]
    complete = [
        row
        for row in rows
        if filled[row] > MOSTLY_ANSWERED * fullest
        and (not completed or survey.raw.cell(row, completed[0]).strip())
    ]
    return _latest(survey, complete or rows)


def _latest(survey: Survey, rows: list[int]) -> int:
    return max(rows, key=lambda row: (_time(survey, row), row))


def _time(survey: Survey, row: int) -> str:
    """Return a time that sorts; years stand first in workbooks, and in text we trust the order."""
    completed = survey.raw.columns("completed")
    text = survey.raw.cell(row, completed[0].column).strip() if completed else ""
    return text if re.match(r"\d{4}-\d{2}-\d{2}", text) else ""
