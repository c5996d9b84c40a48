"""What the owner of a workbook should know about it before its cells are looked at."""

from collections.abc import Iterable, Iterator

from rm_eval.table.cells import Notice
from rm_eval.table.guard import GuardedWorkbook
from rm_eval.table.limits import MAX_NOTICES_OF_A_KIND
from rm_eval.table.sheet_part import SheetFacts, cell_name
from rm_eval.table.tidy import sheet_title


def workbook_notices(guarded: GuardedWorkbook) -> Iterator[Notice]:
    """Give a notice for everything that is left out, or read otherwise than it looks in Excel."""
    for sheet in guarded.sheets:
        if sheet.is_hidden and sheet.path:
            message = f"The hidden sheet {sheet_title(sheet.name)} was not read."
            yield Notice(code="hidden_sheet_ignored", message=message)
    if guarded.has_external_links:
        message = "Links to other workbooks were not followed; the values saved here were used."
        yield Notice(code="external_links_ignored", message=message)
    for position, facts in guarded.facts.items():
        yield from _sheet_notices(facts, sheet_title(guarded.sheets[position].name))


def _sheet_notices(facts: SheetFacts, sheet: str) -> Iterator[Notice]:
    if facts.has_hidden_rows:
        message = f"Hidden or filtered rows of {sheet} were read like all others."
        yield Notice(code="hidden_rows_read", message=message)
    if facts.has_merged_cells:
        message = f"Merged cells of {sheet} were unfolded: each row they cover has their value."
        yield Notice(code="merged_cells", message=message)
    if facts.n_formulas:
        message = (
            f"{sheet} holds {facts.n_formulas:,} formulas. Their last saved results were used."
        )
        yield Notice(code="formula_used_saved_value", message=message)
    unsaved = [(row, column, "") for row, column in facts.unsaved]
    what = "is a formula with no saved result. We left it blank. Open the file in Excel and save it"
    yield from _cell_notices("formula_no_value", sheet, unsaved, what)
    yield from _cell_notices("error_cell", sheet, facts.errors, "holds {}. We left it blank")


def _cell_notices(
    code: str, sheet: str, cells: list[tuple[int, int, str]], what: str
) -> Iterable[Notice]:
    for row, column, detail in cells[:MAX_NOTICES_OF_A_KIND]:
        message = f"Cell {cell_name(row, column)} of {sheet} {what.format(detail)}."
        yield Notice(code=code, message=message, row=row, column=column)
    n_more = len(cells) - MAX_NOTICES_OF_A_KIND
    if n_more > 0:
        yield Notice(code=code, message=f"The same holds for {n_more:,} more cells of {sheet}.")
