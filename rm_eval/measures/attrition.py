"""Who stayed: people who answered at both stages, and people who answered the first alone."""

from collections.abc import Sequence

import pandas as pd

from rm_eval.measures.counts import Row
from rm_eval.measures.measured import COLUMNS, Measured
from rm_eval.measures.two_answers import Twice
from rm_eval.questionnaire import Option, Question
from rm_eval.responses import Scope
from rm_eval.stats import flow

# Not asked: who filled in a form answered it.
STAYED = Question(
    id="attrition",
    wording="Who answered both forms?",
    type="single_choice",
    options=(Option(id="stayed", label="Linked"), Option(id="left", label="Not linked")),
    mark="ordinary",
    short="people who answered both forms",
)


def measure_attrition(every: Sequence[Twice], *, scope: Scope) -> Measured:
    """Count the people of the earlier stage who are linked to the later, and those who are not.

    Parameters
    ----------
    every
        The roles; of each the two whole files.
    scope
        Of the comparison.

    Returns
    -------
    Measured
        Of kind ``"attrition"``; `n` is everybody who answered the earlier form. Rows ``"people"``
        ``"stayed"`` and ``"left"``, and how many answered the later form (``"after"``), are new
        in it (``"new"``), and were sent each (``"sent_before"``, ``"sent_after"``, where somebody
        said). Not linked is not the same as gone: a code may be missing or mistyped.
    """
    sources = [source for one in every for source in (one.earlier, one.later)]
    return Measured(
        rows=pd.DataFrame([row for one in every for row in _rows(one)], columns=list(COLUMNS)),
        question=STAYED,
        scope=scope,
        kind="attrition",
        met=frozenset(),
        responses=(),
        notes=(),
        sources=tuple(dict.fromkeys(source.file_name for source in sources)),
        sample=any(source.sample for source in sources),
    )


def _rows(twice: Twice) -> list[Row]:
    first, later = flow(_waves(twice))
    stayed, left = STAYED.options
    found: list[tuple[str, str, str, int | None]] = [
        ("people", stayed.id, stayed.label, later.n_linked),
        ("people", left.id, left.label, later.n_lost),
        ("after", "", "Answered the later form", later.n),
        ("new", "", "In the later form alone", later.n_new),
        ("sent_before", "", "Were sent the earlier form", twice.earlier.n_sent),
        ("sent_after", "", "Were sent the later form", twice.later.n_sent),
    ]
    return [
        (twice.role, statistic, answer, label, float(value), float(first.n))
        for statistic, answer, label, value in found
        if value is not None
    ]


def _waves(twice: Twice) -> tuple[list[str], list[str]]:
    """Name the people of both times, a linked one alike."""
    earlier_of = {later: earlier for earlier, later in twice.pairs}
    return (
        [f"first {one.number}" for one in twice.earlier.responses.people],
        [
            f"first {earlier_of[one.number]}" if one.number in earlier_of else f"then {one.number}"
            for one in twice.later.responses.people
        ],
    )
