"""Take personal details out of a table as it is read: nothing later ever sees them."""

from dataclasses import replace

from rm_eval.readers.participant_codes import asks_for_code
from rm_eval.readers.personal_details import is_detail_alone, masked
from rm_eval.readers.raw import Heading, RawTable

# A column there to reach people: most of its cells hold a detail and nothing else.
FEWEST_DETAILS = 2


def without_details(raw: RawTable) -> RawTable:
    """Put a mark in the place of every personal detail that stands in a question's answers.

    A column of nothing else is personal as a whole. Participant codes stay: only they can link one
    person's forms, and they are kept as keyed hashes alone.
    """
    headings = tuple(_told_apart(heading, raw) for heading in raw.headings)
    cells = raw.cells.copy(deep=False)
    for heading in headings:
        if heading.part == "question":
            column = cells[heading.column]
            marked = {cell: masked(cell) for cell in set(column)}
            if any(cell != mark for cell, mark in marked.items()):
                cells[heading.column] = column.map(marked)
    return replace(raw, headings=tuple(map(_masked, headings)), cells=cells)


def _told_apart(heading: Heading, raw: RawTable) -> Heading:
    if heading.part != "question":
        return heading
    if asks_for_code(heading):
        return replace(heading, part="code")
    filled = [cell for cell in raw.cells[heading.column] if cell.strip()]
    n_alone = sum(map(is_detail_alone, filled))
    stands_alone = not heading.question
    if stands_alone and n_alone >= FEWEST_DETAILS and n_alone * 2 > len(filled):
        return replace(heading, part="personal")
    return heading


def _masked(heading: Heading) -> Heading:
    return replace(
        heading,
        text=masked(heading.text),
        question=masked(heading.question),
        option=masked(heading.option),
    )
