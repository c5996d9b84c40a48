"""Undo: a rule, or one entry of the log, by its id."""

from dataclasses import replace

from rm_eval.cleaning.answer import Change, Cleaned
from rm_eval.cleaning.log import UNDOABLE, LogEntry

Undone = frozenset[str]


def is_undone(entry: LogEntry, undone: Undone) -> bool:
    """Say whether somebody undid this entry, or every entry of its rule."""
    return entry.rule in UNDOABLE and not undone.isdisjoint({entry.rule, entry.id})


def undo(cleaned: Cleaned, changes: list[Change]) -> Cleaned:
    """Leave out the answers that these changes made, and say so."""
    answers = cleaned.answers
    for change in changes:
        answers = tuple(one for one in answers if change.answer not in {None, one.answer})
    said = tuple(
        replace(one, rule="undone", why=f"{one.why} You undid this: it is left out.")
        if one in changes
        else one
        for one in cleaned.changes
    )
    return replace(cleaned, answers=answers, changes=said)
