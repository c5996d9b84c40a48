"""The same kind of answers as different survey tools write them: `EXPORTS`, one function a tool.

Each returns the files of one form by their endings: one, or two where the tool puts beside the
answers what its codes stand for.
"""

import csv
import io
import json
from collections.abc import Callable, Iterator

from rm_eval.questionnaire import Question
from sample_data.answers import Answer, FilledIn
from sample_data.workbook import workbook_of

CODE = (
    "To link your answers over time without using your name, please make a code: the first two "
    "letters of your first school, the day of the month you were born, and the last letter of "
    "your first name (for example ST07A)."
)
FORMS_COLUMNS = ("ID", "Start time", "Completion time", "Email", "Name")
SURVEYMONKEY_COLUMNS = (
    *("Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address"),
    *("Email Address", "First Name", "Last Name", "Custom Data 1"),
)
QUALTRICS_COLUMNS = (
    ("StartDate", "Start Date", "startDate"),
    ("EndDate", "End Date", "endDate"),
    ("Status", "Response Type", "status"),
    ("Progress", "Progress", "progress"),
    ("Finished", "Finished", "finished"),
    ("ResponseId", "Response ID", "_recordId"),
    ("UserLanguage", "User Language", "userLanguage"),
)
LIMESURVEY_COLUMNS = (
    *("Response ID", "Date submitted", "Last page", "Start language", "Seed"),
    *("Date started", "Date last action"),
)
AGREE = "How far do you agree?"
MINUTES = "%Y-%m-%d %H:%M:00"
Columns = Iterator[tuple[str, list[Answer]]]
Files = dict[str, bytes]


def microsoft_forms(filled: FilledIn) -> Files:
    """One heading row; ticks and rankings are one cell, each option with a semicolon behind it."""
    rows: list[list[object]] = [[*FORMS_COLUMNS, CODE, *(q.wording for q, _ in filled.answers)]]
    for at, time in enumerate(filled.times):
        cells = [_joined(given[at], "{};", "") for _, given in filled.answers]
        own = [at + 1, time.started, time.completed, "anonymous", None]
        rows.append([*own, filled.form.codes[at] or None, *cells])
    return {"xlsx": workbook_of("Sheet1", rows, made=filled.form.first)}


def google_forms(filled: FilledIn) -> Files:
    """The time first; ticks are one cell with commas, statements are the rows of a grid."""
    headings = [
        f"{AGREE} [{question.wording}]" if question.type == "likert" else question.wording
        for question, _ in filled.answers
    ]
    rows = [["Timestamp", *headings, CODE]]
    for at, time in enumerate(filled.times):
        done = time.completed
        when = f"{done.month}/{done.day}/{done.year} {done:%H:%M}:07"
        cells = [_joined(given[at], "{}", ", ") for _, given in filled.answers]
        rows.append([when, *cells, filled.form.codes[at]])
    return {"csv": _csv(rows)}


def surveymonkey(filled: FilledIn) -> Files:
    """Two heading rows: the question over its options, which have a column each."""
    first, second = [*SURVEYMONKEY_COLUMNS], [""] * len(SURVEYMONKEY_COLUMNS)
    columns: list[list[str]] = []
    for question, given in filled.answers:
        under = [heading for heading, _ in _spread(question, given)]
        columns += [cells for _, cells in _spread(question, given)]
        below = "Open-Ended Response" if question.type in {"free_text", "scale"} else "Response"
        first += [question.wording, *[""] * (len(under) - 1)]
        second += under if len(under) > 1 else [below]
    # Not everybody asks for a code; where nobody has one there is no such column.
    asks = any(filled.form.codes)
    rows = [[*first, *[CODE] * asks], [*second, *["Open-Ended Response"] * asks]]
    for at, time in enumerate(filled.times):
        when = [f"{one:%m/%d/%Y %I:%M:07 %p}" for one in time]
        own = [str(11_804_220_000 + 37 * at), "402118836", *when, "", "", "", "", ""]
        rows.append([*own, *(cells[at] for cells in columns), *[filled.form.codes[at]] * asks])
    return {"csv": _csv(rows)}


def qualtrics(filled: FilledIn) -> Files:
    """Three heading rows: ids, texts, ImportIds; ticks are one cell, ranks a column each."""
    headings = [*QUALTRICS_COLUMNS, ("Q1", CODE, "QID1_TEXT")]
    columns: list[list[str]] = []
    for number, (question, given) in enumerate(filled.answers, start=2):
        if question.type == "ranking":
            for item, (label, cells) in enumerate(_spread(question, given), start=1):
                text = f"{question.wording} - {label}"
                headings.append((f"Q{number}_{item}", text, f"QID{number}_{item}"))
                columns.append(cells)
        else:
            headings.append((f"Q{number}", question.wording, f"QID{number}"))
            columns.append([_joined(one, "{}", ",") for one in given])
    ids, texts, import_ids = (list(row) for row in zip(*headings, strict=True))
    rows = [ids, texts, [json.dumps({"ImportId": one}) for one in import_ids]]
    for at, time in enumerate(filled.times):
        when = [f"{one:{MINUTES}}" for one in time]
        own = [*when, "IP Address", "100", "True", f"R_{7 * at + 1:015d}", "EN"]
        rows.append([*own, filled.form.codes[at], *(cells[at] for cells in columns)])
    return {"csv": _csv(rows)}


def limesurvey(filled: FilledIn) -> Files:
    """One heading row; each option has a column of yes and no, its name in brackets."""
    headings, columns = [*LIMESURVEY_COLUMNS, CODE], []
    for question, given in filled.answers:
        for label, cells in _spread(question, given):
            # "Other" has a column of own words, which is blank where nobody ticked it.
            is_other = label == "Other"
            headings.append(f"{question.wording} [{label}]" if label else question.wording)
            ticks = ["Yes" if cell else "No" for cell in cells]
            columns.append(ticks if label and not is_other else cells)
    rows = [headings]
    for at, time in enumerate(filled.times):
        started, completed = (f"{one:{MINUTES}}" for one in time)
        own = [str(at + 1), completed, "4", "en", str(1_432_904 + 91 * at), started, completed]
        rows.append([*own, filled.form.codes[at], *(cells[at] for cells in columns)])
    return {"csv": _csv(rows)}


def jisc_online_surveys(filled: FilledIn) -> Files:
    """Numbers alone, and beside them the key that says what each question and number is."""
    headings, columns = ["URN", "Q1"], []
    key = [["URN", "Unique Response Number"], ["Q1", CODE]]
    for number, (question, given) in enumerate(filled.answers, start=2):
        name = f"Q{number}"
        key.append([name, question.wording])
        spread = list(_spread(question, given))
        if len(spread) > 1:
            names = [f"{name}_{at}" for at in range(1, len(spread) + 1)]
            key += [[one, label] for one, (label, _) in zip(names, spread, strict=True)]
            headings += names
            for _, cells in spread:
                places = question.type == "ranking"
                columns.append(cells if places else ["1" if cell else "0" for cell in cells])
            continue
        labels = _labels(question)
        numbers = {label: str(at) for at, label in enumerate(labels, start=1)}
        key += [[code, label] for label, code in numbers.items()]
        headings.append(name)
        columns.append([numbers.get(cell, cell) for cell in spread[0][1]])
    rows = [[*headings, "CompletionDate"]]
    for at, time in enumerate(filled.times):
        own = [f"638954-638945-{65_461_629 + at}", filled.form.codes[at]]
        rows.append([*own, *(cells[at] for cells in columns), f"{time.completed:%d/%m/%Y %H:%M}"])
    return {"csv": _csv(rows), "key.csv": _csv(key)}


def one_column(filled: FilledIn) -> Files:
    """Type one question over everybody's answer to it, with no tool at all."""
    ((question, given),) = filled.answers
    return {"csv": _csv([[question.wording], *([cell] for cell in given)])}


EXPORTS: dict[str, Callable[[FilledIn], Files]] = {
    "microsoft_forms": microsoft_forms,
    "google_forms": google_forms,
    "surveymonkey": surveymonkey,
    "qualtrics": qualtrics,
    "limesurvey": limesurvey,
    "jisc_online_surveys": jisc_online_surveys,
    "one_column": one_column,
}


def _labels(question: Question) -> list[str]:
    if question.type == "yes_no":
        return ["Yes", "No"]
    return [option.label for option in question.options]


def _spread(question: Question, given: tuple[Answer, ...]) -> Iterator[tuple[str, list[str]]]:
    """Put ticks and places in a column for each option, other answers in one without a name."""
    if question.type not in {"multiple_choice", "ranking"}:
        yield "", [_joined(one, "{}", "") for one in given]
        return
    labels = _labels(question)
    for label in labels:
        cells = []
        for one in given:
            chosen = one if isinstance(one, tuple) else ()
            own = [text for text in chosen if text not in labels] if label == "Other" else []
            if question.type == "ranking":
                cells.append(str(chosen.index(label) + 1) if label in chosen else "")
            else:
                cells.append(label if label in chosen else "".join(own))
        yield label, cells


def _joined(answer: Answer, piece: str, between: str) -> str | int | None:
    """Write an answer in one cell."""
    if isinstance(answer, tuple):
        return between.join(piece.format(label) for label in answer)
    return answer


def _csv(rows: list[list[object]]) -> bytes:
    content = io.StringIO(newline="")
    csv.writer(content).writerows(rows)
    return content.getvalue().encode()
