"""Take personal details out of a table as it is read: nothing later ever sees them."""

from collections import Counter
from dataclasses import replace

from rm_eval.readers.personal.participant_codes import asks_for_code
from rm_eval.readers.personal.personal_details import is_detail_alone, masked
from rm_eval.readers.raw import Heading, Part, RawTable

# A column there to reach people: most of its cells hold a detail and nothing else.
FEWEST_DETAILS = 2
# Whose cells may be shown: answers, and what each row says of its stage, cohort or place.
SHOWN = {"question", "event", "metadata"}


def without_details(raw: RawTable) -> RawTable:
    """Put a mark in the place of every personal detail that stands in a question's answers.

    A column of nothing else is personal as a whole. Participant codes stay: only they can link one
    person's forms, and they are kept as keyed hashes alone.
    """
    headings = []
    cells = raw.cells.copy(deep=False)
    for heading in raw.headings:
        part = heading.part
        if part in SHOWN:
            column = cells[heading.column]
            counts = Counter(column)
            marked = {cell: masked(cell) for cell in counts}
            if part == "question":
                part = _part(heading, [(marked[cell], n) for cell, n in counts.items()])
            if part in SHOWN and any(cell != mark for cell, mark in marked.items()):
                cells[heading.column] = column.map(marked)
        headings.append(_masked(replace(heading, part=part)))
    return replace(raw, headings=tuple(headings), cells=cells)


def _part(heading: Heading, counts: list[tuple[str, int]]) -> Part:
    """Tell codes and personal columns from questions, by masked cells and how often each stands."""
    if asks_for_code(heading):
        return "code"
    n_filled = sum(n for cell, n in counts if cell.strip())
    n_alone = sum(n for cell, n in counts if is_detail_alone(cell))
    stands_alone = not heading.question
    if stands_alone and n_alone >= FEWEST_DETAILS and n_alone * 2 > n_filled:
        return "personal"
    return "question"


def _masked(heading: Heading) -> Heading:
    return replace(
        heading,
        text=masked(heading.text),
        question=masked(heading.question),
        option=masked(heading.option),
        offered=tuple(map(masked, heading.offered)),
    )
