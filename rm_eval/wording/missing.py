"""What a region does not know yet of its organisations, each with the next step."""

from collections.abc import Iterable

import pandas as pd

from rm_eval.wording.figures import joined
from rm_eval.wording.reached import COLUMNS, CohortReached, OrganisationReached

STAGES = tuple(key for key in COLUMNS if key != "change")
NOT_BEGUN = ("planned", "postponed")
NOTHING_MISSING = "Nothing is missing."
# What is missing, and what to do: (where its answers are kept here, where a file was sent).
DO_CLOSE = (
    "Add the file of that form and close the stage.",
    "Ask for a new share file once the stage is closed.",
)
DO_DESCRIBE = (
    "Fill in the page Programme.",
    "Ask for a share file made after its page Programme is filled in.",
)
DO_SENT = (
    "Say it when you add the file again.",
    "Ask how many it was: it is typed in when a file is added.",
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
    for cohort in one.cohorts:
        stages = _stages_missing(cohort)
        if stages:
            label = joined([COLUMNS[stage].lower() for stage in stages])
            found.append((f"{cohort.name}: figures of {label}.", DO_CLOSE))
    for stage in STAGES:
        unsaid = [cohort.name for cohort in one.cohorts if _is_sent_unsaid(cohort, stage)]
        if unsaid:
            form = COLUMNS[stage].lower()
            found.append((f"{joined(unsaid)}: how many were sent the form of {form}.", DO_SENT))
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


def _is_sent_unsaid(cohort: CohortReached, stage: str) -> bool:
    """Say whether nobody said how many were sent the form of a stage that is closed."""
    answered = cohort.stages[stage].answered if stage in cohort.stages else ()
    return any(how.people is not None and how.sent is None for how in answered)
