"""The cleaning log: what was changed, where, and why. Nothing changes without an entry."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

LONGEST_HEADING = 60  # characters
MOST_ROWS_NAMED = 10


@dataclass(frozen=True, kw_only=True, slots=True)
class LogEntry:
    """One change, or one row set aside.

    Attributes
    ----------
    row, column
        As in the file, from 1; ``column`` is None for a whole row.
    question
        Id of the question; "" for a whole row.
    before, after
        The cell's text. ``after`` is "" where the answer is left out.
    rule
        Id of the rule that did it (a key of `SENTENCES`).
    why
        The sentence for the reader.
    """

    row: int
    column: int | None
    question: str
    before: str
    after: str
    rule: str
    why: str

    @property
    def id(self) -> str:
        """What names this entry, to undo it alone: the same file gives the same ids."""
        return f"{self.rule}:{self.row}:{self.column or ''}"


def told_together(log: Iterable[LogEntry]) -> list[tuple[LogEntry, ...]]:
    """Put entries together that say the same of several rows, in the order first met."""
    alike: dict[tuple[str, int | None, str], list[LogEntry]] = {}
    for entry in log:
        said = re.sub(rf"\brow {entry.row}\b", "row", entry.why, flags=re.IGNORECASE)
        alike.setdefault((entry.rule, entry.column, said), []).append(entry)
    return [tuple(entries) for entries in alike.values()]


def in_full(entry: LogEntry, heading: str, others: Iterable[LogEntry] = ()) -> str:
    """Say a change with its place: ``Row 6, 'How confident…': 11 is outside 1 to 10. …``.

    The others are those it is `told_together` with. The sentence about a whole row names it, so
    several such rows are told in the words of the rule.
    """
    where = _rows([one.row for one in (entry, *others)])
    if entry.column is None:
        return f"{where}: {SENTENCES.get(entry.rule, entry.rule)}." if others else entry.why
    short = " ".join(heading.split())
    if len(short) > LONGEST_HEADING:
        short = f"{short[:LONGEST_HEADING].rstrip()}…"
    return f"{where}, '{short}': {entry.why}"


def _rows(numbers: list[int]) -> str:
    """Name rows, of very many the first only: the cleaning log names each."""
    if len(numbers) == 1:
        return f"Row {numbers[0]}"
    named = [str(number) for number in numbers[:MOST_ROWS_NAMED]]
    rest = len(numbers) - len(named)
    last = f"{rest} more" if rest else named.pop()
    return f"Rows {', '.join(named)} and {last}"


SENTENCES = {
    "blank_rows_removed": "rows without any answer were set aside",
    "test_response": "tests, previews and spam were set aside",
    "incomplete_response": "answers that were not finished were set aside",
    "summary_row": "totals and averages under the table were set aside",
    "duplicate_response": "second responses of the same person were set aside",
    "possible_identifier": "personal details typed into answers were taken out, and are not kept",
    "value_reworded": "numbers were read out of words",
    "value_out_of_range": "scores outside the scale were left out",
    "value_not_whole": "scores that are not whole numbers were left out",
    "value_unreadable": "answers that could not be read were left out",
    "not_answered": 'answers such as "N/A" count as not answered',
    "option_matched_loosely": "answers were matched to an option after ignoring case and spaces",
    "unknown_option": "answers that are not on the form count as Other, but not in a ranking",
    "option_repeated": "options ticked twice in one answer count once",
    "contradiction": '"nothing" was ticked together with something, and is left out',
    "too_many_chosen": "several answers to a question that takes one were left out",
    "other_words_unused": "words typed beside another answer than Other were left out",
    "rank_invalid": "rankings that cannot be read as places were left out",
    "rank_incomplete": "rankings do not place everything; what is placed is kept",
    "date_unreadable": "dates that could not be read were left out",
    "percentage_counted": "percentages of a report were counted as people",
    "undone": "changes that you undid: the answers are left out",
}

# A row comes back; an answer that was read out of other words is left out instead. What was left
# out already cannot be undone here, only put right in the file.
UNDOABLE = (
    "blank_rows_removed",
    "test_response",
    "incomplete_response",
    "summary_row",
    "duplicate_response",
    "value_reworded",
    "option_matched_loosely",
    "unknown_option",
    "rank_incomplete",
)
