"""The cleaning log: what was changed, where, and why. Nothing changes without an entry."""

from dataclasses import dataclass


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


SENTENCES = {
    "blank_rows_removed": "rows without any answer were set aside",
    "value_reworded": "numbers were read out of words",
    "value_out_of_range": "scores outside the scale were left out",
    "value_not_whole": "scores that are not whole numbers were left out",
    "value_unreadable": "answers that could not be read were left out",
    "not_answered": 'answers such as "N/A" count as not answered',
    "option_matched_loosely": "answers were matched to an option after ignoring case and spaces",
    "unknown_option": "answers that are not on the form count as Other",
    "option_repeated": "options ticked twice in one answer count once",
    "contradiction": '"nothing" was ticked together with something, and is left out',
    "rank_invalid": "rankings that place something twice were left out",
    "rank_incomplete": "rankings do not place everything; what is placed is kept",
    "date_unreadable": "dates that could not be read were left out",
}
