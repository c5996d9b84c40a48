"""The gate: `protect` turns measured figures into published ones."""

from datetime import UTC, date, datetime

import pandas as pd

from rm_eval.disclosure.policy import STANDARD, Limits
from rm_eval.disclosure.publish import publish
from rm_eval.disclosure.published import COLUMNS, Audience, Published
from rm_eval.disclosure.rows import Group, Row, exact_row
from rm_eval.disclosure.tell import tell
from rm_eval.measures import GROUP_LABELS, Measured, label_of


def protect(
    measured: Measured,
    *,
    audience: Audience,
    limits: Limits = STANDARD,
    made_on: date | None = None,
    cohorts: tuple[str, ...] = (),
) -> Published:
    """Band or hide whatever would say too much to this audience.

    Parameters
    ----------
    measured
        True figures of one question.
    audience
        Who will see them.
    limits
        What whoever governs the data has chosen.
    made_on
        The day to print; today unless told.
    cohorts
        Names of the cohorts that are counted together, by their true counts: for the team alone.
        To others of several cohorts what was told of each is added up; see `pooled`.

    Returns
    -------
    Published
        The only form charts, tables and files accept.
    """
    if audience == "team":
        return _everything(measured, made_on, cohorts)
    return publish(tell(measured, limits=limits), audience=audience, made_on=made_on)


def _everything(measured: Measured, made_on: date | None, cohorts: tuple[str, ...]) -> Published:
    """Show the people who hold the answers every figure as it is."""
    rows: list[Row] = []
    for role, figures in measured.rows.groupby("group", sort=False):
        label = label_of(str(role))
        group = Group(name=str(role), label=label, n=int(figures["n"].iloc[0]), audience="team")
        told = (figures[name] for name in ("statistic", "answer", "label", "value"))
        rows.extend(exact_row(group, *one) for one in zip(*told, strict=True))
    return Published(
        rows=pd.DataFrame(rows, columns=list(COLUMNS)),
        question=measured.question,
        scope=measured.scope,
        measure=measured.kind,
        audience="team",
        grouped=0,
        notes=(*measured.notes, *_responses(measured)),
        sources=measured.sources,
        sample=measured.sample,
        made_on=made_on or datetime.now(UTC).date(),
        cohorts=cohorts,
        asked_alike=measured.asked_alike,
    )


def _responses(measured: Measured) -> list[str]:
    return [
        f"{one.n_answered} of {one.n_sent} {GROUP_LABELS[one.role].lower()} answered the form."
        for one in measured.responses
    ]
