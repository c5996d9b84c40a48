"""A whole table of answers typed in: of a question of ours, or of a form of one's own."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import StringIO
from typing import get_args

from rm_eval.errors import NotAllowed
from rm_eval.questionnaire import Option, Question, QuestionType, Role, Scale, Stage, questions_of
from rm_eval.recognise.kinds.typed import Typed, options_of
from rm_eval.recognise.match import unknown
from rm_eval.recognise.wordings.wording import normalise
from rm_eval.typed.tally import TYPES, Tally

Cells = Mapping[Role, str]
YES_OR_NO = (Option(id="yes", label="Yes"), Option(id="no", label="No"))
FEWEST_OPTIONS = 2
N_CELLS = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class TableRow:
    """One answer of a table, as typed: a count or a percentage of each role, or nothing."""

    answer: str
    cells: Cells


def read_table(text: str) -> tuple[TableRow, ...]:
    """Read a table as somebody pastes it: answer, mentors, mentees, parted by tabs or semicolons.

    An answer may hold commas, so they part nothing here.

    Raises
    ------
    NotAllowed
        Where a line does not have three cells. It says which.
    """
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        parted = csv.reader(StringIO(line), delimiter="\t" if "\t" in line else ";")
        cells = [cell.strip() for cell in next(parted)]
        if number == 1 and {cell.casefold() for cell in cells[1:]} & {"mentors", "mentees"}:
            continue  # headings
        if len(cells) != N_CELLS:
            raise NotAllowed(
                f"Line {number} has {len(cells)} cells, not {N_CELLS}: the answer, mentors, "
                "mentees. Part them by tabs or semicolons, and leave a cell empty where nothing "
                "is printed. Nothing was kept.",
                code="line_unclear",
            )
        found.append(TableRow(answer=cells[0], cells={"mentor": cells[1], "mentee": cells[2]}))
    return tuple(found)


def column_of(question: Question, rows: Iterable[TableRow], role: Role) -> dict[str, str]:
    """Return what is typed of one role, by answer as the question names it; blanks left out.

    Raises
    ------
    NotAllowed
        Where an answer is none of the question's.
    """
    known = {normalise(label): label for label in answers_of(question).values()}
    for option in question.options:
        known |= {normalise(alias): option.label for alias in option.aliases}
    found = {}
    for row in rows:
        if not row.cells.get(role, "").strip():
            continue
        label = known.get(normalise(row.answer))
        if label is None:
            raise NotAllowed(
                f"“{row.answer.strip()[:60]}” is none of the answers to this question: "
                f"{'; '.join(answers_of(question).values())}. Nothing was kept.",
                code="answer_unknown",
            )
        if label in found:
            raise NotAllowed(
                f"“{label[:60]}” stands in the table twice. Put it in one row. Nothing was kept.",
                code="answer_twice",
            )
        found[label] = row.cells[role].strip()
    return found


def count_column(question: Question, column: Mapping[str, str], n: int) -> Tally:
    """Make a tally of typed counts, by answer.

    Raises
    ------
    NotAllowed
        Where a count is no whole number, or cannot be of n people.
    """
    ids = {label: answer for answer, label in answers_of(question).items()}
    for label, cell in column.items():
        if not cell.isdecimal():
            raise NotAllowed(
                f"“{label}”: “{cell[:40]}” is no whole number. Nothing was kept.",
                code="no_count",
            )
    counts = {ids[label]: int(cell) for label, cell in column.items()}
    return Tally(question=question, n=n, counts=counts)


def questions_with_totals(stage: Stage) -> tuple[Question, ...]:
    """Return what our form of a stage asks that totals can be typed in of, in its order."""
    every = questions_of(stage, roles=get_args(Role))
    return tuple(question for question in every if question.type in TYPES)


def answers_of(question: Question) -> dict[str, str]:
    """Name every answer that a question can have, by its id: of yes and no and of a scale, too."""
    if question.type == "scale":
        scale = question.scale or Scale()
        return {str(score): str(score) for score in range(scale.low, scale.high + 1)}
    options = question.options or (YES_OR_NO if question.type == "yes_no" else ())
    return {option.id: option.label for option in options}


def own_question(wording: str, answers: Iterable[str], *, kind: QuestionType) -> Question:
    """Make a question that is on none of our forms: known again by its wording.

    Raises
    ------
    NotAllowed
        Where it has no wording, or fewer than two answers.
    """
    options = options_of(line.strip() for line in answers if line.strip())
    if not wording.strip() or len(options) < FEWEST_OPTIONS:
        raise NotAllowed(
            "Type the question and at least two answers, one a line. Nothing was kept.",
            code="question_unclear",
        )
    typed = Typed(type=kind, confidence=1.0, why="typed in", options=options)
    return unknown(wording.strip(), typed)
