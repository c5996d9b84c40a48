"""The receipt: what cleaning did, summed up for the person who adds the file."""

from dataclasses import dataclass

from rm_eval.cleaning.log import SENTENCES, UNDOABLE, LogEntry
from rm_eval.responses import Responses


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleUsed:
    """One rule that changed something.

    Attributes
    ----------
    rule
        Its id, by which it is undone.
    sentence
        What it did, for the reader.
    entries
        Each time it was used.
    can_undo
        Whether somebody may take it back.
    """

    rule: str
    sentence: str
    entries: tuple[LogEntry, ...]
    can_undo: bool

    @property
    def rows(self) -> tuple[int, ...]:
        """The rows it touched, each once."""
        return tuple(dict.fromkeys(entry.row for entry in self.entries))


@dataclass(frozen=True, kw_only=True, slots=True)
class Receipt:
    """What cleaning did, in figures.

    Attributes
    ----------
    ready, set_aside
        Rows: they add up to the rows of the file.
    left_out
        Single answers that could not be used.
    rules
        In the order in which they were first used.
    """

    ready: int
    set_aside: int
    left_out: int
    rules: tuple[RuleUsed, ...]


def sum_up(responses: Responses, log: tuple[LogEntry, ...]) -> Receipt:
    """Sum up what cleaning did."""
    return Receipt(
        ready=len(responses.people),
        set_aside=sum(entry.column is None for entry in log),
        left_out=sum(entry.column is not None and not entry.after for entry in log),
        rules=tuple(
            RuleUsed(
                rule=rule,
                sentence=SENTENCES.get(rule, rule),
                entries=tuple(entry for entry in log if entry.rule == rule),
                can_undo=rule in UNDOABLE,
            )
            for rule in dict.fromkeys(entry.rule for entry in log)
        ),
    )
