"""Which sheet of a workbook holds the answers? Asked of the reader wherever two could."""

from collections.abc import Callable

from rm_eval.errors import EmptyFile, QuestionsNotFound
from rm_eval.readers.surroundings.not_a_survey import is_summary, no_survey
from rm_eval.table import Cells, Notice, Sheet

WIDE = 4  # beside a table as wide as this, a list of one or two columns is no survey


def choose_sheet(
    cells: Cells, wanted: str | None, *, is_of_a_tool: Callable[[Sheet], bool]
) -> tuple[Sheet, tuple[Notice, ...]]:
    """Give the sheet to read, beginning at its first row with anything in it.

    Raises
    ------
    EmptyFile, QuestionsNotFound
        Where no sheet holds answers, or more than one could.
    """
    if wanted is not None:
        named = _named_sheet(cells, wanted)
        if is_summary(named.rows) and not is_of_a_tool(named):
            raise no_survey(cells.upload_name)
        return named, ()
    filled = [_without_blank_top(sheet) for sheet in cells.sheets]
    tables = [sheet for sheet in filled if len(sheet.rows) > 1 and any(map(any, sheet.rows[1:]))]
    if not tables or _is_not_filled_in(filled, tables, is_of_a_tool):
        raise nothing_to_read(cells, has_headings=any(sheet.rows for sheet in filled))
    surveys = [sheet for sheet in tables if is_of_a_tool(sheet)] or _surveys(tables)
    if not surveys:
        raise no_survey(cells.upload_name)
    if len(surveys) > 1:
        raise QuestionsNotFound(
            f"{cells.upload_name} has more than one sheet that could be the survey: "
            f"{', '.join(sheet.name for sheet in surveys)}. Choose one of them, or save the "
            "one you mean as a file of its own.",
            code="ambiguous_sheets",
            sheets=tuple(sheet.name for sheet in surveys),
        )
    others = [sheet.name for sheet in filled if sheet.rows and sheet.name != surveys[0].name]
    return surveys[0], _others_ignored(others)


def _is_not_filled_in(
    filled: list[Sheet], tables: list[Sheet], is_of_a_tool: Callable[[Sheet], bool]
) -> bool:
    """Say whether a workbook has the headings of an export and nothing under them.

    Whatever stands on its other sheets then says what can be answered, and is no survey.
    """
    bare = [sheet for sheet in filled if len(sheet.rows) == 1]
    under = [
        Sheet(name=one.name, rows=(*one.rows, ("",) * len(one.rows[0])), numbers=(1, 2))
        for one in bare
    ]
    return any(map(is_of_a_tool, under)) and not any(map(is_of_a_tool, tables))


def nothing_to_read(cells: Cells, *, has_headings: bool) -> EmptyFile:
    """Refuse a file without answers."""
    if has_headings:
        return EmptyFile(
            f"{cells.upload_name} has headings but no answers: there are no responses under them. "
            "Check that you exported the responses, not the summary.",
            code="no_rows",
        )
    return EmptyFile(
        f"{cells.upload_name} is empty. Export the responses again and add the new file.",
        code="empty_file",
    )


def _surveys(tables: list[Sheet]) -> list[Sheet]:
    """Leave out what only counts answers, and covers and lists beside a table."""
    surveys = [sheet for sheet in tables if not is_summary(sheet.rows)]
    wide = [sheet for sheet in surveys if _width(sheet) >= WIDE]
    return wide or [sheet for sheet in surveys if _width(sheet) > 1] or surveys


def _width(sheet: Sheet) -> int:
    return max(sum(map(bool, row)) for row in sheet.rows)


def _named_sheet(cells: Cells, wanted: str) -> Sheet:
    for sheet in cells.sheets:
        if sheet.name == wanted:
            found = _without_blank_top(sheet)
            if len(found.rows) > 1:
                return found
            raise nothing_to_read(cells, has_headings=bool(found.rows))
    names = ", ".join(sheet.name for sheet in cells.sheets)
    raise QuestionsNotFound(
        f"{cells.upload_name} has no sheet called {wanted}. Its sheets are: {names}.",
        code="ambiguous_sheets",
        sheets=tuple(sheet.name for sheet in cells.sheets),
    )


def _others_ignored(names: list[str]) -> tuple[Notice, ...]:
    if not names:
        return ()
    message = f"Only one sheet looks like a survey. We did not read: {', '.join(names)}."
    return (Notice(code="other_sheets_ignored", message=message),)


def _without_blank_top(sheet: Sheet) -> Sheet:
    """Begin at the first row that holds anything: that is the heading row."""
    first = next((at for at, row in enumerate(sheet.rows) if any(row)), len(sheet.rows))
    return Sheet(name=sheet.name, rows=sheet.rows[first:], numbers=sheet.numbers[first:])
