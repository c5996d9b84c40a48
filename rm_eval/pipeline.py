"""The sentence of this package in code: the verbs that pages and the command line call.

Read, recognise, clean: `look_at`. Store: `keep`. Measure, protect, draw: `findings`. Report is
`rm_eval.report`.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from rm_eval.charts import Chart, draw
from rm_eval.cleaning import CleanedSurvey, LogEntry, Receipt, RuleUsed, answers_csv, log_csv
from rm_eval.disclosure import AUDIENCES, Audience, Scope, protect
from rm_eval.errors import NotAllowed, NotEnoughAnswers, UnreadableFile
from rm_eval.look import (
    Look,
    Refusal,
    cleaned_as,
    how_sure,
    look_again,
    look_at,
    look_at_each,
    look_or_refuse,
)
from rm_eval.measures import Source, can_measure, measure
from rm_eval.measures.description import describe
from rm_eval.questionnaire import Question, Role, Stage, all_questions, questions_of
from rm_eval.readers import TOOL_NAMES
from rm_eval.recognise import Match, conflict
from rm_eval.report.numbers import numbers_csv
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
    told,
    write_saved_work,
)
from rm_eval.table import Notice, Upload
from rm_eval.wording import groups_shown

__all__ = [
    "AUDIENCES",
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
    "Question",
    "Receipt",
    "Refusal",
    "Role",
    "RuleUsed",
    "Scope",
    "Stage",
    "Store",
    "UnreadableFile",
    "Upload",
    "already_here",
    "changes_since",
    "clear_sample",
    "close_stage",
    "conflict",
    "describe_look",
    "findings",
    "groups_shown",
    "how_sure",
    "is_closed",
    "keep",
    "load_sample",
    "look_again",
    "look_at",
    "look_at_each",
    "look_or_refuse",
    "not_drawn",
    "numbers_csv",
    "open_saved_work",
    "place_of_answers",
    "questions_of",
    "reopen_stage",
    "tidy_files",
    "write_saved_work",
]

SAMPLE_FOLDER = Path(__file__).parents[1] / "sample_data"
SAMPLE_SCOPE = Scope(organisation="South East (sample)", cohort="Cohort 1", stage="enrolment")


def describe_look(look: Look) -> dict[str, Any]:
    """Describe a file in figures, for the person who holds it."""
    return describe(look.raw, look.recognition, look.cleaned)


def already_here(store: Store, look: Look) -> str:
    """Name what was made of this very file; "" where these bytes were never added."""
    here = store.holding(look.raw.sha256)
    return told(here) if here else ""


def keep(  # noqa: PLR0913
    store: Store,
    look: Look,
    *,
    scope: Scope,
    role: Role | None,
    others: Role = "mentor",
    n_sent: int | Mapping[Role, int | None] | None = None,
    sample: bool = False,
    replace: bool = False,
) -> tuple[str, ...]:
    """Keep a cleaned file and return its ids; the stage it belongs to is open from then on.

    Parameters
    ----------
    store, look, scope
        Where, what, and whose.
    role
        Everybody's; None for a file of both roles, each as they say. It is then kept as two
        datasets, in one go.
    others
        In a file of both roles, the role of those who do not say theirs.
    n_sent
        How many people were sent the form; for a file of both roles, of each role.
    sample, replace
        Whether it is the sample, and whether it may take the place of what is here.

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
    parts = cleaned_as(look, role, others=others)
    if not any(part.responses.people for part in parts.values()):
        raise NotAllowed(
            f"{look.raw.upload_name} holds rows but not one answer. Check that you exported the "
            "responses. Nothing was changed.",
            code="no_rows",
        )
    sent = n_sent if isinstance(n_sent, Mapping) else dict.fromkeys(parts, n_sent)
    _check_sent(parts, sent)
    keys = store.save(look.raw, parts, scope=scope, sample=sample, n_sent=sent, replace=replace)
    if not sample:
        clear_sample(store)
    return keys


def changes_since(
    store: Store, look: Look, *, scope: Scope, role: Role | None, others: Role = "mentor"
) -> Difference | None:
    """Compare a file with the one it would replace; None where there is none."""
    parts = cleaned_as(look, role, others=others)
    earlier = [found for part in parts if (found := store.find(scope, part)) is not None]
    if not earlier:
        return None
    before = [known for dataset in earlier for known in store.known_people(dataset.id)]
    now = [known for part in parts.values() for known in known_people(look.raw, part).values()]
    return difference(before, now)


def tidy_files(look: Look) -> dict[str, bytes]:
    """Write a file's cleaned answers and its cleaning log, by the name of each file."""
    return {
        "answers.csv": answers_csv(look.cleaned.responses),
        "cleaning_log.csv": log_csv(look.cleaned.log),
    }


def _check_sent(parts: Mapping[Role, CleanedSurvey], sent: Mapping[Role, int | None]) -> None:
    for role, part in parts.items():
        number, answered = sent.get(role), len(part.responses.people)
        if number is not None and number < answered:
            raise NotAllowed(
                f"You say that the form was sent to {number} {role}s, but {answered} answered. "
                "Check the number, or leave it empty. Nothing was changed.",
                code="sent_to_fewer",
            )


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


def _sources(store: Store, scope: Scope) -> tuple[Source, ...]:
    return tuple(
        Source(
            role=dataset.role,
            responses=store.responses(dataset.id),
            file_name=dataset.file_name,
            sample=dataset.sample,
            n_sent=dataset.n_sent,
        )
        for dataset in store.datasets()
        if dataset.scope == scope
    )


def _questions(sources: tuple[Source, ...]) -> list[tuple[Question, tuple[Source, ...]]]:
    """Pair every question with the files that asked it, in the order of the form."""
    asked: dict[str, list[tuple[Question, Source]]] = {}
    for source in sources:
        for question in source.responses.questions:
            asked.setdefault(question.id, []).append((question, source))
    known = [question.id for question in all_questions()]
    order = {key: place for place, key in enumerate(known)}
    ids = sorted(asked, key=lambda key: order.get(key, len(order)))
    return [(asked[key][0][0], tuple(source for _, source in asked[key])) for key in ids]
