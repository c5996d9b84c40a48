"""The data dictionary of a REDCap project: the label of each field, and of each of its choices."""

import re
from collections.abc import Iterator

from rm_eval.readers.keys.key import Field, Key
from rm_eval.table import Sheet

# As it is downloaded, and as programs fetch it.
COLUMNS = {
    "name": ("variable / field name", "field_name"),
    "type": ("field type", "field_type"),
    "label": ("field label", "field_label"),
    "choices": (
        "choices, calculations, or slider labels",
        "choices or calculations",
        "select_choices_or_calculations",
    ),
    "identifies": ("identifier?", "identifier"),
}
NEEDED = ("name", "type", "label", "choices")
CHOICE = re.compile(r"\s*(?P<code>[^,|]+?)\s*,\s*(?P<label>.*?)\s*", re.DOTALL)
YES_NO = {"1": "Yes", "0": "No"}
TRUE_FALSE = {"1": "True", "0": "False"}


def read_key(sheet: Sheet) -> Key | None:
    """Read a sheet as a data dictionary; None where it is none."""
    heading = [cell.strip().casefold() for cell in sheet.rows[0]] if sheet.rows else []
    at = {
        column: next((heading.index(name) for name in names if name in heading), -1)
        for column, names in COLUMNS.items()
    }
    if any(at[column] < 0 for column in NEEDED):
        return None
    fields: dict[str, Field] = {}
    for row in sheet.rows[1:]:
        said = {column: row[where].strip() if where >= 0 else "" for column, where in at.items()}
        fields |= dict(_fields(said))
    return Key(tool="redcap", fields=fields)


def _fields(said: dict[str, str]) -> Iterator[tuple[str, Field]]:
    name, label = said["name"], said["label"]
    if not name or said["type"] == "descriptive":
        return
    if said["identifies"].casefold() in {"y", "yes"}:
        yield name, Field(question=label, part="personal")
    elif said["type"] == "checkbox":
        for code, choice in _choices(said["choices"]).items():
            # Column names take no signs and no capitals: "-1" is written "_1".
            yield (
                f"{name}___{code.replace('-', '_').casefold()}",
                Field(question=label, option=choice),
            )
    else:
        yield name, Field(question=label, labels=_labels(said))


def _labels(said: dict[str, str]) -> dict[str, str]:
    if said["type"] == "yesno":
        return YES_NO
    if said["type"] == "truefalse":
        return TRUE_FALSE
    return _choices(said["choices"]) if said["type"] in {"radio", "dropdown"} else {}


def _choices(text: str) -> dict[str, str]:
    """Read ``1, Yes | 2, Not really``."""
    found = (CHOICE.fullmatch(piece) for piece in text.split("|"))
    return {choice["code"]: choice["label"] for choice in found if choice}
