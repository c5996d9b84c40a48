"""What a region does not know yet of its organisations, each with the next step."""

from collections.abc import Iterable, Sequence

import pandas as pd

from rm_eval.wording.figures import joined
from rm_eval.wording.reached import COLUMNS, CohortReached, OrganisationReached

STAGES = tuple(key for key in COLUMNS if key != "change")
NOT_BEGUN = ("planned", "postponed")
NOTHING_MISSING = "Nothing is missing."
# What is missing, and what to do: (where its answers are kept here, where a file was sent).
DO_CLOSE = (
    "Add the file of that form and close the stage.",
    "Ask for a new share file once the stage is closed, or whether nobody was asked.",
)
DO_DESCRIBE = (
    "Fill in the page Programme.",
    "Ask for a share file made after its page Programme is filled in.",
)
DO_SENT = (
    "Say it when you add the file again.",
    "Ask how many it was, and for a new share file.",
)


def missing_table(every: Iterable[OrganisationReached]) -> pd.DataFrame:
    """What is missing, a row each: whose, what, and the next step; organisations in their order."""
    rows = [
        (one.name, what, steps[0 if one.is_here else 1])
        for one in every
        for what, steps in _missing(one)
    ]
    columns = ("Organisation", "What is missing", "Next step")
    cells = list(zip(*rows, strict=True)) or [(), (), ()]
    return pd.DataFrame(dict(zip(columns, cells, strict=True)), dtype=str)


def _missing(one: OrganisationReached) -> list[tuple[str, tuple[str, str]]]:
    """What is missing of one organisation, first what is furthest from done."""
    found = []
    if not one.cohorts:
        found.append(("Figures: no stage is closed.", DO_CLOSE))
    lacking = [(cohort.name, _stages_missing(cohort)) for cohort in one.cohorts]
    found += [(f"{whose}: figures of {what}.", DO_CLOSE) for whose, what in _together(lacking)]
    unsaid = [(cohort.name, _sent_unsaid(cohort)) for cohort in one.cohorts]
    for whose, what in _together(unsaid):
        found.append((f"{whose}: how many were sent the form of {what}.", DO_SENT))
    if one.card is None:
        found.append(("What its programme is.", DO_DESCRIBE))
    elif not one.card.evaluation:
        found.append(("How it evaluates its programme.", DO_DESCRIBE))
    return found


def _stages_missing(cohort: CohortReached) -> list[str]:
    """Stages without figures that are over; of one that still runs, those before its last."""
    if cohort.status in NOT_BEGUN and not cohort.stages:
        return []
    without = [stage for stage in STAGES if stage not in cohort.stages]
    if cohort.status not in {"running", "paused"}:
        return without
    reached = [at for at, stage in enumerate(STAGES) if stage in cohort.stages]
    return [stage for stage in without if STAGES.index(stage) < max(reached, default=1)]


def _sent_unsaid(cohort: CohortReached) -> list[str]:
    """Closed stages of which nobody said how many were sent the form."""
    closed = {stage: cohort.stages[stage] for stage in STAGES if stage in cohort.stages}
    return [
        stage
        for stage, one in closed.items()
        if any(how.people is not None and how.sent is None for how in one.answered or ())
    ]


def _together(each: Sequence[tuple[str, list[str]]]) -> list[tuple[str, str]]:
    """Name cohorts that lack the same stages in one line: whose, and which stages."""
    cohorts: dict[str, list[str]] = {}
    for name, stages in each:
        if stages:
            label = joined([COLUMNS[stage].lower() for stage in stages])
            cohorts.setdefault(label, []).append(name)
    return [(joined(names), label) for label, names in cohorts.items()]
