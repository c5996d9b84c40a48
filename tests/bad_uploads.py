"""The corpus of bad uploads kept beside the project, and where we answer otherwise than its list.

``manifest.json`` says what each file must give. `OUR_CODES` maps its words to ours; what differs
beyond words stands in `DEFENDED`, each with its reason.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pandas as pd
import pytest

from rm_eval import questionnaire
from rm_eval.look import Look
from rm_eval.questionnaire import read
from rm_eval.recognise.wordings import slots
from rm_eval.table import Upload

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "bad_uploads"
QUESTIONNAIRE = Path(__file__).with_suffix(".toml")
SLOWEST = 4  # times the manifest's seconds: tests may share a small machine

OUR_CODES = {"total_rows_removed": "summary_row"}
# Said by us of many files, and in no list of theirs.
MORE_SAID = {
    "not_answered": "N/A and the like are counted apart from blanks, and the receipt says so",
    "option_repeated": "an option that somebody ticked twice counts once, and the receipt says so",
}
# By file: what we say besides (+) or do not say (-), and why.
DEFENDED: dict[str, tuple[set[str], str]] = {
    "scale_values.csv": (
        {"+scale_differs"},
        "8 of its 20 numbers lie outside 1 to 10, which is said of the column too",
    ),
    "scale_all_zero_to_ten.csv": (
        {"+scale_differs"},
        "as its policy asks: a column of answers from 0 to 10 is said to look like another scale",
    ),
    "scale_is_1_to_5.csv": (
        {"+scale_differs"},
        "as its policy asks: that nobody answered above 5 is said",
    ),
    "rankings.csv": (
        {"+option_matched_loosely"},
        "'safety ; TRUST building' is read, and every reading of other spellings is listed",
    ),
    "ranking_columns.csv": (
        {"+unknown_columns"},
        "'Rank: Safety' is not the wording of their form: a ranking of its own",
    ),
    "markup_option_names.csv": (
        {"-unknown_option", "+option_matched_loosely"},
        "markup is taken off a label as survey tools put it on; the receipt has before and after",
    ),
    "good_again.csv": (
        {"-duplicate_upload"},
        "whether a file is here already, the store says: test_the_same_file_again_changes_nothing",
    ),
}
# What cannot be said of a form nobody described: any answer may be one of its options.
NEEDS_A_FORM = {"unknown_option", "option_matched_loosely", "unknown_columns"}
# Other answers than the list's, kept in the person's words and listed as unknown.
OWN_WORDS: dict[tuple[str, str], dict[int, Any]] = {
    ("multi_select.csv", "changed"): {11: ["we talk; a lot"]},
    ("demographics.csv", "ethnicity"): {
        7: "Other: Martian",
        10: "Other: None",
        11: "Other: null",
        13: "Other: 1",
    },
}


@contextmanager
def their_form() -> Iterator[None]:
    """Put their questionnaire in the place of ours for a while."""
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        Path(folder, "end_of_cohort.toml").write_bytes(QUESTIONNAIRE.read_bytes())
        patch.setattr(read, "FOLDER", Path(folder))
        _read_anew()
        try:
            yield
        finally:
            _read_anew()


def _read_anew() -> None:
    """Forget everything that was made of the questionnaires."""
    for module in (read, questionnaire.slots, slots):
        for made in vars(module).values():
            if hasattr(made, "cache_clear"):
                made.cache_clear()


def entries() -> list[dict[str, Any]]:
    """What the manifest says, a file each; nothing where it is not beside the project."""
    manifest = CORPUS / "manifest.json"
    return json.loads(manifest.read_text())["files"] if manifest.is_file() else []


def headings() -> dict[str, str]:
    """The wording of each of the manifest's columns."""
    columns = json.loads((CORPUS / "manifest.json").read_text())["columns"]
    return {key: column["header"] for key, column in columns.items()}


def upload(entry: dict[str, Any]) -> Upload:
    """The file as a browser would send it."""
    content = (CORPUS / "files" / entry["file"]).read_bytes()
    return Upload(name=entry["upload_name"], content=content)


def expected_codes(entry: dict[str, Any], *, form_is_known: bool) -> set[str]:
    """Our codes for what the manifest wants said, and for what we defend."""
    codes = {OUR_CODES.get(code, code) for code in entry["expect"]["warnings"]}
    for change in DEFENDED.get(entry["file"], (set(), ""))[0]:
        (codes.add if change[0] == "+" else codes.discard)(change[1:])
    return codes if form_is_known else codes - NEEDS_A_FORM


def codes_said(description: dict[str, Any], *, form_is_known: bool) -> set[str]:
    """What we said of a file, without what no list of theirs holds."""
    codes = {warning["code"] for warning in description["warnings"]} - MORE_SAID.keys()
    if not form_is_known:
        return codes - NEEDS_A_FORM
    return codes | (
        {"unknown_columns"} if set(description["unknown_columns"]) > {"Trust"} else set()
    )


def expected_values(entry: dict[str, Any], key: str) -> list[Any]:
    """The values of a column, with ours where we keep people's own words."""
    values = list(entry["expect"]["values"][key])
    for at, words in OWN_WORDS.get((entry["file"], key), {}).items():
        values[at] = words
    return values


def values_read(look: Look, heading: str) -> list[Any]:
    """What each person answered: a number, a label, words, or a sorted list of ticks."""
    own = next((h for h in look.raw.headings if _same(h.text, heading)), None)
    people = look.cleaned.responses.people
    if own is not None and own.part != "question":
        return [look.raw.cell(person.row, own.column) for person in people]
    question = next(
        match.question for match in look.recognition.matches if _same(match.heading, heading)
    )
    labels = {option.id: option.label for option in question.options}
    answers = look.cleaned.responses.of(question)
    said = dict(iter(answers.groupby("person")))
    ticks = question.type == "multiple_choice"
    return [_value(said.get(person.number), labels, ticks=ticks) for person in people]


def _value(rows: pd.DataFrame | None, labels: dict[str, str], *, ticks: bool) -> Any:
    found = [] if rows is None else [_one(row, labels) for row in rows.itertuples()]
    if ticks:
        return sorted(filter(None, found))
    return found[0] if found else None


def _one(row: Any, labels: dict[str, str]) -> Any:
    if not pd.isna(row.number):
        return row.number
    label = labels.get(row.answer, "")
    if label == "Other" and row.text:
        return f"Other: {row.text}"
    return label or row.text


def _same(one: str, other: str) -> bool:
    return one.split() == other.split()


def words_missing(entry: dict[str, Any], message: str) -> list[str]:
    """The words a refusal should hold and does not."""
    return [word for word in entry["names"] if word not in message]


def forbidden_in(entry: dict[str, Any], *texts: str) -> list[str]:
    """What may appear nowhere and does."""
    return [one for one in entry.get("forbid", []) if any(one in text for text in texts)]
