"""Publish: what was told becomes rows for one audience."""

from datetime import UTC, date, datetime
from typing import Literal

import pandas as pd

from rm_eval.disclosure.listing import RARE_WORDS
from rm_eval.disclosure.policy import Bands, attrition_bands, bands, is_told, thirds
from rm_eval.disclosure.published import COLUMNS, Published
from rm_eval.disclosure.rows import Group, Row, count_row, hidden_row, mean_row, spread_row
from rm_eval.disclosure.spread import spread_of
from rm_eval.disclosure.told import Told, ToldGroup, ToldTotal
from rm_eval.measures import EVERYBODY, GROUP_LABELS, Kind, label_of, within_a_sentence
from rm_eval.measures import Group as GroupName
from rm_eval.questionnaire import Scale

TEAM_ONLY: dict[Kind, str] = {
    "number": "Numbers that people gave are shown to the programme team only.",
    "date": "Dates that people gave are shown to the programme team only.",
}

SOME_LEFT = (
    "Some of these answers were removed or changed after they were first shown, so some figures "
    "are ranges."
)
UNTIL_MORE = "Their answers are shown once there are more of them."


def publish(
    told: Told,
    *,
    audience: Literal["internal", "public"],
    made_on: date | None = None,
    cohorts: tuple[str, ...] = (),
    spread: bool = False,
) -> Published:
    """Make the rows of one question for colleagues or the public.

    Nothing but what was told goes into them. So whoever reads both learns no more than colleagues
    do from theirs.

    Parameters
    ----------
    made_on
        The day to print; today unless told.
    cohorts
        Names of the cohorts that are counted together, where what was told does not say it.
    spread
        Of a scale, whether to say between which ends the standard deviation lies of groups of 10
        or more: a row "sd" after their mean. See `rm_eval.disclosure.spread`.
    """
    rows: list[Row] = []
    for group in told.groups:
        rows.extend(_rows(told, group, audience))
        if spread and told.kind == "scale" and rows[-1]["shown"] != "hidden":
            rows.extend(_spread(told, group, audience))
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    return Published(
        rows=frame,
        question=told.question,
        scope=told.scope,
        measure=told.kind,
        audience=audience,
        grouped=int(((frame["shown"] != "exact") & (frame["statistic"] != "sd")).sum()),
        notes=(
            *told.notes,
            *_since(told, audience),
            *_responses(told, audience),
            *_lowered(told, frame),
        ),
        sources=told.sources,
        sample=told.sample,
        made_on=made_on or datetime.now(UTC).date(),
        cohorts=told.cohorts or cohorts,
    )


def _rows(told: Told, group: ToldGroup, audience: Literal["internal", "public"]) -> list[Row]:
    of = _of(told, group, audience)
    if not group.counts:
        why = RARE_WORDS if RARE_WORDS in told.notes else TEAM_ONLY.get(told.kind, "")
        return [hidden_row(of, why if of.n >= told.limits.smallest else "")]
    told_in = _bands(told, group, audience)
    means = {total.answer: mean_row(of, total) for total in _totals(told, group, audience)}
    rows: list[Row] = []
    for count in group.counts:
        rows.append(count_row(of, count, told_in, told.question.mark))
        if count.answer in means:
            rows.append(means[count.answer])
    if told.kind == "scale":
        rows.append(means.get("") or hidden_row(of, statistic="mean") | {"label": "Mean"})
    return rows


def _of(told: Told, group: ToldGroup, audience: Literal["internal", "public"]) -> Group:
    label = label_of(group.role)
    return Group(name=group.role, label=label, n=group.n, audience=audience, limits=told.limits)


def _spread(told: Told, group: ToldGroup, audience: Literal["internal", "public"]) -> list[Row]:
    """Say how far scores lie apart, below a mean that is shown."""
    ends = spread_of(group, thirds(told.question.scale or Scale()))
    return [spread_row(_of(told, group, audience), *ends)] if ends else []


def _bands(told: Told, group: ToldGroup, audience: Literal["internal", "public"]) -> Bands:
    if told.kind == "attrition":
        return attrition_bands(group.n, limits=told.limits)
    return bands(told.question.mark, group.n, audience, limits=told.limits, cohorts=group.cohorts)


def _totals(
    told: Told, group: ToldGroup, audience: Literal["internal", "public"]
) -> tuple[ToldTotal, ...]:
    mark, many = told.question.mark, group.cohorts
    is_shown = is_told(mark, group.n, audience, limits=told.limits, cohorts=many)
    return group.totals if is_shown else ()


def _responses(told: Told, audience: Literal["internal", "public"]) -> list[str]:
    """Say how many answered the form, where the reader may know it."""
    said = []
    for role, n_answered, n_sent in told.responses:
        label = GROUP_LABELS[role]
        group = Group(name=role, label=label, n=n_answered, audience=audience, limits=told.limits)
        if group.n_text.isdecimal() and group.n_is_told:
            said.append(f"{n_answered} of {n_sent} {label.lower()} answered the form.")
    return said


def _since(told: Told, audience: Literal["internal", "public"]) -> list[str]:
    """Say what is not in the figures, and what happened to them since they were told."""
    said = [SOME_LEFT] if told.some_left else []
    for one in told.waiting:
        label, since = within_a_sentence(label_of(one.role)), _in_words(one.since)
        if audience == "public":
            said.append(f"More {label} have answered since {since}. {UNTIL_MORE}")
        elif one.n < one.needed:
            who = f"1 more {_one(one.role)} has" if one.n == 1 else f"{one.n} more {label} have"
            said.append(
                f"{who} answered since {since}. Their answers are shown once there are at least "
                f"{one.needed}."
            )
        else:
            said.append(f"{one.n} more {label} have answered since {since}. {UNTIL_MORE}")
    return said


def _one(group: GroupName) -> str:
    """One of a group, such as "mentor", or "mentor or mentee" of both together."""
    return "mentor or mentee" if group == EVERYBODY else group


def _in_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _lowered(told: Told, rows: pd.DataFrame) -> list[str]:
    """Print why smaller groups are shown than usual, wherever one is."""
    limits = told.limits
    shown = set(rows.loc[rows["shown"] != "hidden", "group"])
    if not any(limits.smallest <= g.n < limits.usual and g.role in shown for g in told.groups):
        return []
    sentence = (
        f"Groups of {limits.smallest} or more are shown here, fewer than the usual "
        f"{limits.usual}, because: {limits.reason_in_short}."
    )
    return [sentence]
