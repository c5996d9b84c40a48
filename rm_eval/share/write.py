"""Write a share file: JSON that reads well in a text editor, with a checksum."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from rm_eval.programme import plain_card, plain_cohort
from rm_eval.share.figures import Plain, plain_told, said
from rm_eval.share.shared import Shared, SharedStage
from rm_eval.table import visible

FORMAT = "rm_eval share file"
VERSION = 1
# The first lines of a file, for whoever opens it in a text editor.
ABOUT = (
    "Figures of a mentoring programme, shared so that programmes can be compared.",
    "It holds no one's answers, no participant codes and no one's words.",
    "It holds only counts and ranges that were told when a stage was closed.",
    "“from” and “to”: a count of people lies between these, out of “of” people.",
    "Under “sums” it is the sum of their scores or places; divided by “of” it is their average.",
    "Under “not_here” stand groups of which nothing leaves the organisation, and why.",
    "The checksum shows whether the file was damaged on its way. It does not prove who made it.",
)
WIDEST_LINE = 160


def write_share_file(shared: Shared) -> bytes:
    """Write what an organisation shows others as a file.

    What nobody can see, such as control characters in a name, does not leave.

    Returns
    -------
    bytes
        UTF-8 text; `read_share_file` makes the same `Shared` of it.
    """
    plain = plain_shared(shared)
    checked = plain | {"checksum": checksum(plain)}
    return f"{_laid_out(checked)}\n".encode()


def plain_shared(shared: Shared) -> Plain:
    """Write what an organisation shows others as plain fields, in the order of the file."""
    card = {} if shared.card is None else _of_its_own(plain_card(shared.card))
    fields = {
        "about": list(ABOUT),
        "format": FORMAT,
        "version": VERSION,
        "organisation": shared.organisation,
        "for": shared.audience,
        "made_on": shared.made_on.isoformat(),
        "made_with": shared.tool,
        "sample": shared.sample,
        "has_card": shared.card is not None,
        "programme": card,
        "cohorts": [_of_its_own(plain_cohort(record)) for record in shared.records],
        "stages": [_plain_stage(stage) for stage in shared.stages],
    }
    made: Plain = _visible(fields)
    return made


def checksum(plain: Mapping[str, Any]) -> str:
    """Return the sha256 of everything in a file but its checksum, in a form of its own.

    So spaces, line ends and the order of fields can be as an editor leaves them.
    """
    rest = {name: one for name, one in plain.items() if name != "checksum"}
    return sha256(json.dumps(rest, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _of_its_own(fields: Plain) -> Plain:
    """Leave out whose it is and whether it is invented: both stand above."""
    return {name: one for name, one in fields.items() if name not in {"organisation", "sample"}}


def _plain_stage(stage: SharedStage) -> Plain:
    scope = stage.scope
    return {"cohort": scope.cohort, "stage": scope.stage} | said(
        {
            "since": scope.since,
            "closed_on": stage.closed_on.isoformat(),
            "answered": dict(stage.people),
            "sent": dict(stage.sent),
            "not_here": [
                {"question": one.question, "role": one.role, "why": one.why} for one in stage.kept
            ],
            "figures": [plain_told(told) for told in stage.figures],
        }
    )


def _visible(one: Any) -> Any:  # noqa: ANN401 - whatever JSON can hold
    if isinstance(one, str):
        return visible(one)
    if isinstance(one, dict):
        return {name: _visible(value) for name, value in one.items()}
    return [_visible(value) for value in one] if isinstance(one, list) else one


def _laid_out(one: object, depth: int = 0) -> str:
    """Write JSON with what belongs together on one line: a figure, an option."""
    line = json.dumps(one, ensure_ascii=False)
    inner = list(one.values()) if isinstance(one, dict) else one if isinstance(one, list) else []
    holds_more = any(isinstance(value, dict | list) and value for value in inner)
    if not inner or (depth and not holds_more and len(line) <= WIDEST_LINE):
        return line
    if isinstance(one, dict):
        lines = [
            f"{json.dumps(name, ensure_ascii=False)}: {_laid_out(value, depth + 1)}"
            for name, value in one.items()
        ]
    else:
        lines = [_laid_out(value, depth + 1) for value in inner]
    opening, closing = "{}" if isinstance(one, dict) else "[]"
    indent = " " * (depth + 1)
    body = ",\n".join(indent + each for each in lines)
    return f"{opening}\n{body}\n{' ' * depth}{closing}"
