"""The sentence of this package in code: the verbs that pages and the command line call.

Read, recognise, clean: `look_at`. Store: `keep`. Measure, protect, draw: `findings`. Report is
`rm_eval.report`.
"""

import csv
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

from rm_eval.charts import Chart, draw
from rm_eval.cleaning import SENTENCES, CleanedSurvey, LogEntry, clean
from rm_eval.disclosure import AUDIENCES, Audience, Scope, protect
from rm_eval.errors import NotAllowed, NotEnoughAnswers, UnreadableFile
from rm_eval.measures import Source, can_measure, measure
from rm_eval.measures.description import describe
from rm_eval.questionnaire import Question, Role, Stage, read_questionnaires
from rm_eval.readers import TOOL_NAMES, RawTable, read_upload
from rm_eval.recognise import SURE_ENOUGH, Match, Recognition, recognise
from rm_eval.store import (
    Dataset,
    Difference,
    Place,
    Store,
    close_stage,
    difference,
    is_closed,
    known_people,
    open_saved_work,
    place_of_answers,
    reopen_stage,
    write_saved_work,
)
from rm_eval.table import Notice, Upload

__all__ = [
    "AUDIENCES",
    "SENTENCES",
    "TOOL_NAMES",
    "Audience",
    "Chart",
    "Dataset",
    "Difference",
    "LogEntry",
    "Look",
    "Match",
    "NotAllowed",
    "NotEnoughAnswers",
    "Notice",
    "Place",
    "Receipt",
    "Role",
    "Scope",
    "Stage",
    "Store",
    "UnreadableFile",
    "Upload",
    "changes_since",
    "clear_sample",
    "close_stage",
    "describe_look",
    "findings",
    "groups_shown",
    "how_sure",
    "is_closed",
    "keep",
    "load_sample",
    "look_at",
    "not_drawn",
    "numbers_csv",
    "open_saved_work",
    "place_of_answers",
    "receipt",
    "reopen_stage",
    "write_saved_work",
]

SAMPLE_FOLDER = Path(__file__).parents[1] / "sample_data"
SAMPLE_SCOPE = Scope(organisation="South East (sample)", cohort="Cohort 1", stage="enrolment")
PLEASE_CHECK_BELOW = 0.9
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """What a file holds: read, recognised and cleaned, and not yet kept."""

    raw: RawTable
    recognition: Recognition
    cleaned: CleanedSurvey


def look_at(upload: Upload, *, sheet: str | None = None, role: Role | None = None) -> Look:
    """Read, recognise and clean an upload without keeping anything.

    Parameters
    ----------
    upload
        The file.
    sheet, role
        Where somebody chose them; otherwise the file tells. A file that does not tell the role is
        cleaned as mentors' until somebody chooses: no answer depends on it.
    """
    raw = read_upload(upload, sheet=sheet)
    recognition = recognise(raw)
    cleaned = clean(raw, recognition, role=role or recognition.role or "mentor")
    return Look(raw=raw, recognition=recognition, cleaned=cleaned)


def describe_look(look: Look) -> dict[str, Any]:
    """Describe a file in figures, for the person who holds it."""
    return describe(look.raw, look.recognition, look.cleaned)


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
        Each rule's sentence, with how often it was used and in which rows.
    """

    ready: int
    set_aside: int
    left_out: int
    rules: tuple[tuple[str, int, tuple[int, ...]], ...]


def receipt(look: Look) -> Receipt:
    """Sum up what cleaning did."""
    log = look.cleaned.log
    rules = tuple(
        (SENTENCES.get(rule, rule), len(rows), tuple(dict.fromkeys(rows)))
        for rule in dict.fromkeys(entry.rule for entry in log)
        if (rows := [entry.row for entry in log if entry.rule == rule])
    )
    return Receipt(
        ready=len(look.cleaned.responses.people),
        set_aside=len(look.cleaned.set_aside),
        left_out=sum(entry.column is not None and not entry.after for entry in log),
        rules=rules,
    )


def how_sure(match: Match) -> str:
    """Say in words how sure we are of a question."""
    if match.confidence > SURE_ENOUGH:
        return "sure"
    if match.question.known or match.confidence < PLEASE_CHECK_BELOW:
        return "please check"
    return "fairly sure"


def keep(  # noqa: PLR0913
    store: Store,
    look: Look,
    *,
    scope: Scope,
    role: Role,
    n_sent: int | None = None,
    sample: bool = False,
    replace: bool = False,
) -> str:
    """Keep a cleaned file and return its id; the stage it belongs to is open from then on.

    Raises
    ------
    NotAllowed
        Where nobody answered, or this cohort, stage and role are here already.
    """
    if scope.organisation == SAMPLE_SCOPE.organisation and not sample:
        raise NotAllowed(
            f'"{scope.organisation}" is the name of the invented sample. Give your organisation '
            "another name. Nothing was changed.",
            code="sample_name",
        )
    cleaned = clean(look.raw, look.recognition, role=role)
    if not cleaned.responses.people:
        raise NotAllowed(
            f"{look.raw.upload_name} holds rows but not one answer. Check that you exported the "
            "responses. Nothing was changed.",
            code="no_rows",
        )
    key = store.save(
        look.raw,
        cleaned,
        scope=scope,
        role=role,
        sample=sample,
        n_sent=n_sent,
        replace=replace,
    )
    if not sample:
        clear_sample(store)
    return key


def changes_since(store: Store, look: Look, *, scope: Scope, role: Role) -> Difference | None:
    """Compare a file with the one it would replace; None where there is none."""
    earlier = store.find(scope, role)
    if earlier is None:
        return None
    cleaned = clean(look.raw, look.recognition, role=role)
    now = known_people(look.raw, cleaned)
    return difference(store.known_people(earlier.id), list(now.values()))


def load_sample(store: Store) -> None:
    """Load the invented sample programme; loading it twice changes nothing.

    Raises
    ------
    NotAllowed
        Where real answers are kept: the two are never mixed.
    """
    kept = store.datasets()
    if any(dataset.sample for dataset in kept):
        return
    if kept:
        raise NotAllowed(
            "You have added answers of your own, and the sample is never mixed with them. "
            "Nothing was changed.",
            code="not_with_sample",
        )
    for path in sorted(SAMPLE_FOLDER.glob("*.xlsx"), reverse=True):
        look = look_at(Upload(name=path.name, content=path.read_bytes()))
        role = look.recognition.role or "mentor"
        keep(store, look, scope=SAMPLE_SCOPE, role=role, sample=True)
    close_stage(store, SAMPLE_SCOPE)


def clear_sample(store: Store) -> None:
    """Delete the sample programme, and nothing else."""
    store.delete(*(dataset.id for dataset in store.datasets() if dataset.sample))


def findings(
    store: Store, scope: Scope, *, audience: Audience, made_on: date | None = None
) -> tuple[Chart, ...]:
    """Measure, protect and draw every question of one cohort and stage.

    Returns
    -------
    tuple of Chart
        In the order of the questionnaire, then the file's own questions.

    Raises
    ------
    NotAllowed
        Where the stage is still open and the audience is not the team.
    """
    if audience != "team" and not is_closed(store, scope):
        stage = scope.stage.replace("_", " ")
        raise NotAllowed(
            f"{scope.organisation}, {scope.cohort}: {stage} is still open, so only the programme "
            "team can see it. Close it when everybody has answered; its figures can then be shown "
            "to others.",
            code="stage_open",
        )
    sources = _sources(store, scope)
    return tuple(
        draw(protect(measure(question, asked, scope=scope), audience=audience, made_on=made_on))
        for question, asked in _questions(sources)
        if can_measure(question)
    )


def not_drawn(store: Store, scope: Scope) -> tuple[Question, ...]:
    """Return the questions of a cohort and stage that have no chart yet."""
    questions = (question for question, _ in _questions(_sources(store, scope)))
    return tuple(question for question in questions if not can_measure(question))


def groups_shown(charts: tuple[Chart, ...]) -> tuple[str, ...]:
    """Say whose answers charts show, as far as their readers may know: "11 mentors"."""
    largest: dict[str, tuple[float, str]] = {}
    for chart in charts:
        for label, n, text in zip(
            *(chart.published.rows[name] for name in ("group_label", "n", "n_text")), strict=True
        ):
            size = float(n) if n == n else -1.0  # noqa: PLR0124 - NaN where readers may not know
            if size > largest.get(label, (-2.0, ""))[0]:
                largest[label] = (size, str(text))
    return tuple(
        f"{text} {str(label).lower().removesuffix('s') if text == '1' else str(label).lower()}"
        for label, (_, text) in largest.items()
    )


def numbers_csv(chart: Chart) -> bytes:
    """Write a chart's table for a spreadsheet, with what has to travel with it below.

    Text that a spreadsheet would run as a formula is marked as text.
    """
    lines = [list(chart.table.columns), *chart.table.to_numpy().tolist(), []]
    lines += [[text] for text in (chart.headline, chart.subtitle, *chart.notes)]
    written = StringIO()
    csv.writer(written).writerows([[_as_text(str(cell)) for cell in line] for line in lines])
    return written.getvalue().encode("utf-8-sig")  # the mark tells Excel which encoding it is


def _as_text(cell: str) -> str:
    return f"'{cell}" if cell.lstrip(" ").startswith(STARTS_A_FORMULA) else cell


def _sources(store: Store, scope: Scope) -> tuple[Source, ...]:
    datasets = [dataset for dataset in store.datasets() if dataset.scope == scope]
    return tuple(
        Source(
            role=dataset.role,
            responses=store.responses(dataset.id),
            file_name=dataset.file_name,
            sample=dataset.sample,
        )
        for dataset in datasets
    )


def _questions(sources: tuple[Source, ...]) -> list[tuple[Question, tuple[Source, ...]]]:
    """Pair every question with the files that asked it, in the order of the form."""
    asked: dict[str, list[tuple[Question, Source]]] = {}
    for source in sources:
        for question in source.responses.questions:
            asked.setdefault(question.id, []).append((question, source))
    known = [question.id for form in read_questionnaires() for question in form.questions]
    order = {key: place for place, key in enumerate(known)}
    ids = sorted(asked, key=lambda key: order.get(key, len(order)))
    return [(asked[key][0][0], tuple(source for _, source in asked[key])) for key in ids]
