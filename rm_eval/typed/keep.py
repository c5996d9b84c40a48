"""Keep totals that were typed in, beside answers that were read from files."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import replace
from uuid import uuid4

import pandas as pd

from rm_eval.cleaning import CleanedSurvey, LogEntry
from rm_eval.closing.retyped import check_totals
from rm_eval.errors import NotAllowed
from rm_eval.keep import SAMPLE_SCOPE
from rm_eval.measures import GROUP_LABELS
from rm_eval.readers import TYPED, RawTable
from rm_eval.responses import Part
from rm_eval.store import Store, clear_sample, told
from rm_eval.typed.people import invented, tallies_of
from rm_eval.typed.tally import Tally, Totals


def keep_totals(store: Store, every: Collection[Totals]) -> tuple[Part, ...]:
    """Keep totals, all of them or none; the stages that changed are open from then on.

    What was typed in of other questions of the same people stays. Totals that are here already,
    just so, change nothing.

    Returns
    -------
    tuple of Part
        Those that were new, or changed.

    Raises
    ------
    NotAllowed
        Where nobody answered, the same people are typed in twice, answers from a file are here, or
        the change could tell what single people said (`rm_eval.closing.retyped`).
    """
    _check(every)
    changed = [one for one in (_with_earlier(store, each) for each in every) if one is not None]
    if not changed:
        return ()
    raw = _no_file()
    surveys = {one.part: _survey(one) for one in changed}
    for part, survey in surveys.items():
        known = store.fingerprints(raw, part, survey)
        check_totals(store, part, known, survey.responses.questions)
    n_sent = {one.part: one.n_sent for one in changed}
    store.save(raw, surveys, n_sent=n_sent, replace=True)
    clear_sample(store)
    return tuple(surveys)


def typed_totals(store: Store) -> tuple[Totals, ...]:
    """Return what is typed in, as it was typed."""
    return tuple(
        Totals(
            part=dataset.part,
            tallies=tallies_of(store.responses(dataset.id)),
            n_sent=dataset.n_sent,
        )
        for dataset in store.datasets()
        if dataset.is_typed and not dataset.sample
    )


def _check(every: Collection[Totals]) -> None:
    """Refuse what cannot be kept, whatever is here already."""
    for one in every:
        scope = one.part.scope
        who = f"the {_whom(one.part)} of {scope.cohort}"
        if not scope.organisation.strip() or not scope.cohort.strip():
            _refuse("Say whose totals these are, and of which cohort.", "totals_of_whom")
        if scope.organisation == SAMPLE_SCOPE.organisation:
            _refuse(
                f"“{scope.organisation}” is the name of the invented sample. Give your "
                "organisation another name.",
                "sample_name",
            )
        if not one.n_people:
            _refuse(f"Nobody of {who} answered, so there is nothing to keep.", "totals_of_nobody")
        if one.n_sent is not None and one.n_sent < one.n_people:
            _refuse(
                f"You say that {one.n_sent} of {who} took part, but {one.n_people} answered. Check "
                "the two numbers.",
                "sent_to_fewer",
            )
    parts = [one.part for one in every]
    twice = next((part for part in parts if parts.count(part) > 1), None)
    if twice is not None:
        _refuse(
            f"The {_whom(twice)} of {twice.scope.cohort} are typed in twice. Put them in one row.",
            "totals_twice",
        )


def _whom(part: Part) -> str:
    return GROUP_LABELS[part.role].lower()


def _with_earlier(store: Store, totals: Totals) -> Totals | None:
    """Add what was typed in of other questions before; None where nothing is new."""
    dataset = store.find(totals.part)
    if dataset is None or dataset.sample:
        return totals
    if not dataset.is_typed:
        _refuse(
            f"Answers from a file are here already, as {told(dataset)}. Totals cannot be added to "
            "them. Delete those answers on Start, or type another cohort.",
            "totals_beside_answers",
        )
    earlier = tallies_of(store.responses(dataset.id))
    new = {tally.question.id: tally for tally in totals.tallies}
    kept = [new.pop(tally.question.id, tally) for tally in earlier]
    n_sent = dataset.n_sent if totals.n_sent is None else totals.n_sent
    tallies = (*kept, *new.values())
    is_same = _plain(tallies) == _plain(earlier) and n_sent == dataset.n_sent
    return None if is_same else replace(totals, tallies=tallies, n_sent=n_sent)


def _plain(tallies: Sequence[Tally]) -> list[tuple[str, int, dict[str, int]]]:
    return [(one.question.id, one.n, {k: n for k, n in one.counts.items() if n}) for one in tallies]


def _survey(totals: Totals) -> CleanedSurvey:
    wordings = {tally.question.id: tally.question.wording for tally in totals.tallies}
    return CleanedSurvey(
        responses=invented(totals.tallies, totals.part.role),
        log=tuple(
            LogEntry(
                row=0,
                column=0,
                question=question,
                before=before,
                after=after,
                rule="percentage_counted",
                why=why,
            )
            for question, before, after, why in totals.log
        ),
        asked=wordings,
    )


def _no_file() -> RawTable:
    """Stand in for the file that there is none of; two such are never the same."""
    return RawTable(
        cells=pd.DataFrame(),
        headings=(),
        survey_tool=TYPED,
        why="somebody typed in totals",
        sheet="",
        upload_name="totals typed in",
        sha256=hashlib.sha256(uuid4().bytes).hexdigest(),
    )


def _refuse(sentence: str, code: str) -> None:
    raise NotAllowed(f"{sentence} Nothing was kept.", code=code)
