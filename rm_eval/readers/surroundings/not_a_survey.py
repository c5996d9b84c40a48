"""Tables with no row for each person: refused, with the way to the right file.

A summary counts answers; a table on its side has a column for each person; a table without
headings does not say what was asked.
"""

import re

from rm_eval.errors import QuestionsNotFound, UnreadableFile
from rm_eval.readers.raw import Heading
from rm_eval.readers.surroundings.likeness import WORDS, Row, Rows, column_of, kind_of, likeness
from rm_eval.table import Notice, Sheet

COUNTS = re.compile(
    r"%|n|(%|no\.?|number|percent(age)?|count|sum|average|mean|share|total|n)( of)?"
    r"( (the )?(responses?|respondents?|answers?|people|participants?|total|rows?|id|.*\bid))?|"
    r"responses?|respondents?|frequency|freq|counts?|response (percent|count|total|rate)|answered|"
    r"skipped|minimum|maximum|min|max|median|std\.? ?dev(iation)?|variance|"
    r"valid percent|cumulative percent|grand total|total",
    re.IGNORECASE,
)
CHOICES = re.compile(
    r"#|row labels|(answer|response)s?( (choice|option|text|label)s?)?|options?|choices?|values?|"
    r"field|category|label|questions?|items?|statements?",
    re.IGNORECASE,
)
TOTAL = re.compile(r"(grand |sub)?total|all|overall", re.IGNORECASE)
PERSON = re.compile(
    r"(person|participant|respondent|response|answer|mentor|mentee|user|id|p|r)?[ _#-]*\d+",
    re.IGNORECASE,
)
FEWEST_WORDS = 4
TOP_ROWS = 20
ROUNDED = 0.5
LONGEST_CHANCE = 5  # numbers that follow each other in a row without meaning anything by it
LONGEST_NUMBER = 10  # digits: Python refuses to read thousands of them
EXPORT_ANSWERS = (
    "Export the answers themselves: the file with one row for each person, often called "
    '"individual responses" or "all responses data".'
)


def is_summary(rows: Rows) -> bool:
    """Say whether a table counts answers instead of holding them."""
    return any(_heads_counts(row, rows[at + 1 :]) for at, row in enumerate(rows[:TOP_ROWS])) or (
        _adds_up(rows)
    )


def check_stands_upright(name: str, sheet: Sheet) -> None:
    """Refuse a table with a column for each person.

    Raises
    ------
    QuestionsNotFound
        With the way to mend it.
    """
    if _lies_on_its_side(sheet.rows[0], sheet.rows[1:]):
        raise QuestionsNotFound(
            f"{name} lies on its side: each column is a person and each row a question. We "
            "need a row for each person. In Excel copy the table, choose Paste Special, tick "
            "Transpose, save the file and add it again.",
            code="not_a_survey",
        )


def check_has_headings(name: str, sheet: Sheet, n_heading_rows: int) -> None:
    """Refuse a table that does not say what was asked.

    Raises
    ------
    QuestionsNotFound
        With the way to mend it.
    """
    if _has_no_headings(sheet.rows[0], sheet.rows[n_heading_rows:]):
        raise QuestionsNotFound(
            f"{name} has no heading row: row {sheet.numbers[0]} looks like the answers below it. "
            "Put the questions in a row above the answers, one over each column, and add the "
            "file again; or export it again with headings.",
            code="no_header",
        )


def no_survey(name: str) -> QuestionsNotFound:
    """Refuse a file that holds counts only."""
    return QuestionsNotFound(
        f"{name} is a summary: it counts answers and has no row for each person. {EXPORT_ANSWERS}",
        code="not_a_survey",
    )


def check_headings_reach(
    name: str, sheet: Sheet, headings: tuple[Heading, ...], notices: tuple[Notice, ...]
) -> None:
    """Refuse a text file whose heading row is shorter than the rows below it.

    One heading is missing, and nobody can know which: every one may stand over another's answers.
    """
    is_short = any(one.code == "ragged_rows" and one.row == sheet.numbers[0] for one in notices)
    width = len(sheet.rows[0])
    if not is_short or any(heading.column == width for heading in headings):
        return
    n_headings = max(heading.column for heading in headings)
    raise UnreadableFile(
        f"We cannot tell which heading in {name} belongs to which answers: row "
        f"{sheet.numbers[0]} has {n_headings} headings, and the rows below it have {width} cells. "
        "Open the file in a spreadsheet, put the missing heading in, save it and add it again.",
        code="unreadable_layout",
    )


def _heads_counts(row: Row, below: Rows) -> bool:
    """Look for "Answer choices, Responses, %" over numbers."""
    cells = {at: text for at, cell in enumerate(row) if (text := " ".join(cell.split()))}
    places = sorted(cells)
    if len(places) < 2 or not any(map(any, below)):  # noqa: PLR2004 - what, and how many
        return False
    counts = [at for at in places if COUNTS.fullmatch(cells[at]) and _holds_numbers(below, at)]
    others = [at for at in places if at not in counts]
    named = all(CHOICES.fullmatch(cells[at]) for at in others)
    return bool(counts) and named and places[0] in others


def _holds_numbers(rows: Rows, at: int) -> bool:
    cells = column_of(rows, at)
    numbers = [cell for cell in cells if kind_of(cell) == "number"]
    return bool(cells) and len(numbers) * 2 >= len(cells)


def _adds_up(rows: Rows) -> bool:
    """Look for a column "Total" that is the sum of the columns before it, label for label.

    A survey's own total score stands behind ids or names, not behind answers listed once each.
    """
    at = next((at for at, row in enumerate(rows) if sum(map(bool, row)) > 2), 0)  # noqa: PLR2004
    filled = [place for place, cell in enumerate(rows[at]) if cell.strip()]
    if len(filled) < 2 or not TOTAL.fullmatch(rows[at][filled[-1]].strip()):  # noqa: PLR2004
        return False
    label = rows[at][0].strip()
    labels = column_of(rows[at + 1 :], 0)
    if label and not (CHOICES.fullmatch(label) or "?" in label):
        return False
    if len(set(labels)) < len(labels) or any(kind_of(one) != WORDS for one in labels):
        return False
    counted = [place for place in filled if place]
    sums = [[_number(row[place]) for place in counted] for row in rows[at + 1 :] if any(row)]
    return len(sums) > 1 and all(map(_is_sum, sums))


def _is_sum(numbers: list[float | None]) -> bool:
    *parts, total = numbers
    whole = [part for part in parts if part is not None]
    return total is not None and len(whole) == len(parts) and abs(sum(whole) - total) < ROUNDED


def _number(cell: str) -> float | None:
    text = cell.strip().rstrip("%").replace(",", "")
    try:
        return float(text or 0)
    except ValueError:
        return None


def _lies_on_its_side(first: Row, below: Rows) -> bool:
    """Look for questions down the first column and people along the first row."""
    asked = column_of(below, 0)
    people = [cell.strip() for cell in first[1:] if cell.strip()]
    if len(asked) < 2 or len(people) < 2 or len(set(asked)) < len(asked):  # noqa: PLR2004
        return False
    if sum(map(_reads_as_question, asked)) * 2 <= len(asked):
        return False
    if sum(bool(PERSON.fullmatch(cell)) for cell in people) * 2 > len(people):
        return True
    asks = sum("?" in cell for cell in asked) * 2 > len(asked)
    return asks and not any("?" in cell for cell in first) and _is_mixed(below)


def _reads_as_question(text: str) -> bool:
    return "?" in text or len(text.split()) >= FEWEST_WORDS


def _is_mixed(below: Rows) -> bool:
    """Say whether the columns hold numbers and words by turns, as one person's answers do."""
    kinds = [{kind_of(cell) for cell in column_of(below, at)} for at in range(1, len(below[0]))]
    mixed = [WORDS in found and len(found) > 1 for found in kinds if found]
    return sum(mixed) * 2 > len(mixed)


def _has_no_headings(first: Row, below: Rows) -> bool:
    cells = [cell.strip() for cell in first if cell.strip()]
    if any("?" in cell for cell in cells) or _counts_on(cells):
        return False
    found = likeness(first, below)
    few = 1 if found.n_filled == 1 else 2
    return not found.n_headings and found.n_answers >= max(few, found.n_filled / 3)


def _counts_on(cells: list[str]) -> bool:
    """Say whether a row numbers its columns, or has years for headings: nobody's answers do."""
    numbers = [int(cell) for cell in cells if cell.isdecimal() and len(cell) < LONGEST_NUMBER]
    in_a_row = numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else False
    return in_a_row and (len(numbers) == len(cells) > 1 or len(numbers) >= LONGEST_CHANCE)
