"""Every file of the two corpora beside the project: what it must give, and what it gives.

``python -m tests.every_file`` writes docs/every_file.md anew. The true figures of the exports were
counted by hand-picked columns, apart from any reader; those of the bad uploads are their list's.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from rm_eval.errors import ForTheReader
from rm_eval.look import look_at
from rm_eval.measures.description import describe
from rm_eval.table import Upload
from tests import bad_uploads
from tests.conftest import ROOT

EXPORTS = ROOT.parent / "shared" / "exports"
DOCUMENT = ROOT / "docs" / "every_file.md"
INTRODUCTION = """# Every file we have

The real exports and the bad uploads kept beside the project, what each must give and what the
reader makes of it. Written by `python -m tests.every_file`, and a test says when it is out of date.
Neither corpus is part of the project.
"""
Description = dict[str, Any]


class Line(NamedTuple):
    """One file: what it is, what it must give, what it gives, and why where that differs."""

    file: str
    what: str
    expected: str
    got: str
    reason: str = ""


class Figure(NamedTuple):
    """A figure known to be true, and how to find it in a description."""

    name: str
    true: str
    find: Callable[[Description], str]


def _tool(true: str) -> Figure:
    return Figure("read as", true, lambda found: str(found["survey_tool"]))


def _responses(true: int) -> Figure:
    return Figure("responses", f"{true:,}", lambda found: f"{found['n_responses']:,}")


def _answered(start: str, true: int) -> Figure:
    return Figure(
        f"answered “{start}”", str(true), lambda found: str(_question(found, start)["n_answered"])
    )


def _counts(start: str, true: str, *labels: str) -> Figure:
    """Counts of the options that begin so, in this order; of all where none are named."""

    def find(found: Description) -> str:
        options = _question(found, start)["options"]
        wanted = [one for label in labels for one in options if one["label"].startswith(label)]
        return "/".join(str(one["n"]) for one in (wanted if labels else options))

    return Figure(f"counts of “{start}”", true, find)


def _of_options(start: str, key: str, name: str, true: str) -> Figure:
    def find(found: Description) -> str:
        values = [option[key] for option in _question(found, start)["options"]]
        return "/".join(f"{one:.3f}" if isinstance(one, float) else str(one) for one in values)

    return Figure(f"{name} of “{start}”", true, find)


def _mean(start: str, true: str) -> Figure:
    return Figure(
        f"mean of “{start}”", true, lambda found: f"{_question(found, start)['mean']:.4f}"
    )


def _question(found: Description, start: str) -> dict[str, Any]:
    return next(one for one in found["questions"] if one["wording"].startswith(start))


TRUE_FIGURES: dict[str, tuple[str, tuple[Figure, ...]]] = {
    "googleforms/edinbr_survey_responses.csv": (
        "Google Forms, written again by a program that numbers the rows",
        (
            _tool("google_forms"),
            _responses(74),
            _answered("topic", 71),
            _counts(
                "topic", "52/51/46/40", "working with", "ggplot2", "interactive R", "Reproducible"
            ),
            Figure("type of “venue”", "single_choice", lambda d: _question(d, "venue")["type"]),
        ),
    ),
    "limesurvey/scicom-ki_results-survey.csv": (
        "LimeSurvey in German, a ranking with a column for each place",
        (
            _tool("limesurvey"),
            _responses(53),
            _answered("Unser Ziel", 50),
            Figure(
                "first places",
                "Finden 38, Diskutierten 5, Vergleichen 5, Kuratieren 2",
                lambda d: _first_places(_question(d, "Unser Ziel")),
            ),
        ),
    ),
    "msforms/Healthcare survey(1-101).xlsx": (
        "Microsoft Forms in Chinese; the sheet states a wrong size",
        (
            _tool("microsoft_forms"),
            _responses(101),
            _counts("In general", "41/31/15/9/5", "Good", "Very good", "Fair", "Excellent", "Poor"),
            _mean("Please rate", "3.9802"),
        ),
    ),
    "msforms/Self-medication study questionnaire(1-90).csv": (
        "Microsoft Forms in two languages, with a byte-order mark",
        (
            _tool("microsoft_forms"),
            _responses(90),
            _answered("What was your reason", 86),
            _counts(
                "What was your reason", "41/27/22", "Saves", "High fees", "Doctor / clinic far"
            ),
            _answered("For which disease", 86),
            _counts("For which disease", "63/39/33/25", "Headache", "Cough", "Running", "Fever"),
        ),
    ),
    "qualtrics/many-types (Insights).csv": (
        "Qualtrics, three heading rows, codes without labels",
        (_tool("qualtrics"), _responses(5)),
    ),
    "qualtrics/many-types (Legacy).csv": (
        "Qualtrics as it was, two heading rows",
        (_tool("qualtrics"), _responses(5)),
    ),
    "qualtrics/multi-answer (Insights).csv": (
        "Qualtrics, tick-boxes with a column for each option",
        (_tool("qualtrics"), _responses(5)),
    ),
    "qualtrics/qualtRics_sample.csv": (
        "Qualtrics, one answer",
        (_tool("qualtrics"), _responses(1)),
    ),
    "redcap/redcapr_checkboxes-1.csv": (
        "REDCap, boxes of which all blank means not answered",
        (_tool("redcap"), _responses(4)),
    ),
    "redcap/redcapr_survey.csv": (
        "REDCap, a survey of which one was not sent in",
        (_tool("redcap"), _responses(2)),
    ),
    "surveymonkey/538_StarWars.csv": (
        "SurveyMonkey, two heading rows, Mac Roman; a column for each tick and each rank",
        (
            _tool("surveymonkey"),
            _responses(1186),
            _answered("Which of the following Star Wars films", 835),
            _counts("Which of the following Star Wars films", "673/571/550/607/758/738"),
            _answered("Please rank", 836),
            _of_options(
                "Please rank", "mean_rank", "mean rank", "3.733/4.087/4.341/3.273/2.513/3.048"
            ),
            _of_options("Please rank", "first", "first places", "129/32/36/204/289/146"),
        ),
    ),
    "typeform/coderefinery_2018.csv": (
        "Typeform, headings that are options only",
        (_tool("typeform"), _responses(65)),
    ),
}


def _first_places(question: dict[str, Any]) -> str:
    options = sorted(question["options"], key=lambda option: (-option["first"], option["label"]))
    return ", ".join(f"{one['label'].split('.')[0]} {one['first']}" for one in options)


def export_lines() -> Iterator[Line]:
    """A line for each real export."""
    for path, (what, figures) in TRUE_FIGURES.items():
        file = EXPORTS / path
        look = look_at(Upload(name=file.name, content=file.read_bytes()))
        found = describe(look.raw, look.recognition, look.cleaned)
        expected = "; ".join(f"{figure.name}: {figure.true}" for figure in figures)
        got = "; ".join(f"{figure.name}: {figure.find(found)}" for figure in figures)
        yield Line(path, what, expected, got)


def bad_upload_lines() -> Iterator[Line]:
    """A line for each bad upload, read with the questionnaire its list describes."""
    with bad_uploads.their_form():
        for entry in bad_uploads.entries():
            name = entry["upload_name"]
            file = entry["file"] if name == entry["file"] else f"{entry['file']} as {name!a}"
            reason = bad_uploads.DEFENDED.get(entry["file"], (set(), ""))[1]
            yield Line(file, entry["what"], _expected(entry), _got(entry), reason)


def _expected(entry: dict[str, Any]) -> str:
    if entry["outcome"] == "reject":
        return f"refused: {entry['error']}"
    codes = {bad_uploads.OUR_CODES.get(code, code) for code in entry["expect"]["warnings"]}
    return _read(entry["expect"]["rows"], codes)


def _got(entry: dict[str, Any]) -> str:
    try:
        look = look_at(bad_uploads.upload(entry))
    except ForTheReader as refusal:
        return f"refused: {refusal.code}"
    found = describe(look.raw, look.recognition, look.cleaned)
    return _read(found["n_responses"], bad_uploads.codes_said(found, form_is_known=True))


def _read(n: int, codes: set[str]) -> str:
    return f"{n} answers; {', '.join(sorted(codes)) or 'no warning'}"


def document() -> str:
    """The two tables as Markdown."""
    parts = [INTRODUCTION]
    for title, lines in (
        ("Real exports", export_lines()),
        ("Bad and awkward uploads", bad_upload_lines()),
    ):
        rows = [
            f"| {_cell(line.file)} | {_cell(line.what)} | {_cell(line.expected)} "
            f"| {_cell(line.got if line.got != line.expected else 'the same')}"
            f"{f' ({_cell(line.reason)})' if line.reason else ''} |"
            for line in lines
        ]
        heading = "| file | what | expected | got |\n|---|---|---|---|"
        parts.append("\n".join([f"## {title}\n", heading, *rows, ""]))
    return "\n".join(parts)


def _cell(text: str) -> str:
    """Text as it stands: neither a column, nor markup, nor a link."""
    printable = "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text)
    for mark in "\\`*_[]()<>|$":
        printable = printable.replace(mark, f"\\{mark}")
    return printable


if __name__ == "__main__":
    Path(DOCUMENT).write_text(document(), encoding="utf-8")
