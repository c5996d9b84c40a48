"""The gate: `protect` turns measured figures into published ones."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import cast

import pandas as pd

from rm_eval.disclosure.combine import Block, no_finer, settle
from rm_eval.disclosure.policy import END_BAND, mean_rule_for, rule_for, thirds
from rm_eval.disclosure.published import COLUMNS, Audience, Published
from rm_eval.disclosure.ranking import ranking_rows
from rm_eval.disclosure.rows import Group, Row, average_row, count_row, hidden_row
from rm_eval.measures import GROUP_LABELS, Measured
from rm_eval.questionnaire import Role, Scale

# Kinds that say something of each single person, whichever way they are cut.
TEAM_ONLY = {
    "number": "Numbers that people gave are shown to the programme team only.",
    "date": "Dates that people gave are shown to the programme team only.",
}


RARE_WORDS = f"Answers that no more than {END_BAND} people of a group gave are not listed."


def protect(measured: Measured, *, audience: Audience, made_on: date | None = None) -> Published:
    """Band or hide whatever would say too much to this audience.

    Parameters
    ----------
    measured
        True figures of one question.
    audience
        Who will see them.
    made_on
        The day to print; today unless told.

    Returns
    -------
    Published
        The only form charts, tables and files accept.
    """
    unlisted = _rare_words(measured) if audience != "team" else frozenset()
    rows: list[Row] = []
    for group, figures in measured.rows.groupby("group", sort=False):
        told = _group_rows(cast("Role", group), figures, measured, audience)
        rows.extend(_listed(told, unlisted))
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    return Published(
        rows=frame,
        question=measured.question,
        scope=measured.scope,
        measure=measured.kind,
        audience=audience,
        grouped=int((frame["shown"] != "exact").sum()),
        notes=(
            *measured.notes,
            *_responses(measured, audience),
            *((RARE_WORDS,) if unlisted else ()),
        ),
        sources=measured.sources,
        sample=measured.sample,
        made_on=made_on or datetime.now(UTC).date(),
    )


def _responses(measured: Measured, audience: Audience) -> list[str]:
    """Say how many answered the form, where the reader may know it."""
    said = []
    for one in measured.responses:
        label = GROUP_LABELS[one.role]
        group = Group(name=one.role, label=label, n=one.n_answered, audience=audience)
        if group.n_text.isdecimal() and group.n_is_told:
            said.append(f"{one.n_answered} of {one.n_sent} {label.lower()} answered the form.")
    return said


def _rare_words(measured: Measured) -> frozenset[str]:
    """Find answers that only one or two people of a group gave to a question nobody knows.

    Its options were gathered from the file, so a label may be what somebody typed beside "Other".
    How often it was given would be a band anyway; the words themselves could name a person.
    """
    if measured.question.known or measured.kind not in {"ticks", "choices", "ranking"}:
        return frozenset()
    rows = measured.rows
    if measured.kind == "ranking":
        # People who placed it at all, wherever.
        rows = rows[rows["statistic"].str.startswith("place_")]
        rows = rows.assign(value=rows.groupby(["group", "answer"])["value"].transform("sum"))
    most = rows.groupby("answer")["value"].max()
    return frozenset(str(answer) for answer in most.index[most <= END_BAND])


def _listed(rows: list[Row], unlisted: frozenset[str]) -> list[Row]:
    """Drop the rows of such answers; a group left without any says why."""
    kept = [row for row in rows if row["answer"] not in unlisted]
    if kept or not rows:
        return kept
    hidden = {"shown": "hidden", "text": "hidden", "why": RARE_WORDS, "answer": "", "label": ""}
    numbers = dict.fromkeys(("value", "low", "high", "share_low", "share_high"), float("nan"))
    return [rows[0] | hidden | numbers]


def _group_rows(
    name: Role, figures: pd.DataFrame, measured: Measured, audience: Audience
) -> list[Row]:
    n = int(figures["n"].iloc[0])
    group = Group(name=name, label=GROUP_LABELS[name], n=n, audience=audience)
    if measured.kind == "ranking":
        return ranking_rows(group, figures, measured.question.mark)
    if measured.kind in TEAM_ONLY and audience != "team":
        return [hidden_row(group, TEAM_ONLY[measured.kind])]
    counts = figures[figures["statistic"] == "people"]
    if measured.kind == "scale" and audience != "team":
        counts = _in_thirds(counts, measured.question.scale or Scale())
    block = _block(group, counts, figures, measured)
    told = zip(counts["answer"], counts["label"], block.counts, block.rules, strict=True)
    rows = [count_row(group, *one) for one in told]
    return rows + _average_rows(group, figures, block)


def _block(group: Group, counts: pd.DataFrame, figures: pd.DataFrame, measured: Measured) -> Block:
    """Choose the rule for each count, coarser where the answers sum to n and would tell more."""
    block = _block_by_size(group, group.audience, counts, figures, measured)
    # Somebody may tick or say several things, so these counts say nothing of each other.
    several = measured.kind in {"ticks", "themes"}
    if several or group.audience == "team":
        return block
    if group.audience == "public":
        # Whoever reads both must learn no more than from the internal figures alone.
        inside = settle(_block_by_size(group, "internal", counts, figures, measured))
        block = no_finer(block, inside)
    return settle(block)


def _block_by_size(
    group: Group,
    audience: Audience,
    counts: pd.DataFrame,
    figures: pd.DataFrame,
    measured: Measured,
) -> Block:
    """Choose the rules by the size of the group and the question's mark alone."""
    mark = measured.question.mark
    people = tuple(int(count) for count in counts["value"])
    block = Block(
        n=group.n,
        counts=people,
        rules=(rule_for(mark, group.n, audience),) * len(people),
        least=tuple(int(answer in measured.met) for answer in counts["answer"]),
    )
    if measured.kind not in {"scale", "number"}:
        return block
    return replace(
        block,
        parts=thirds(measured.question.scale or Scale()) if audience != "team" else (),
        total=_total(figures),
        mean_rule=mean_rule_for(mark, group.n, audience),
    )


def _in_thirds(counts: pd.DataFrame, scale: Scale) -> pd.DataFrame:
    """Beyond the team nobody's very score is told, only the low, middle or high part."""
    scores = counts["answer"].astype(int)
    parts = [
        {
            "answer": f"{low}-{high}",
            "label": f"{low} to {high}" if low < high else str(low),
            "value": counts.loc[scores.between(low, high), "value"].sum(),
        }
        for low, high in thirds(scale)
    ]
    return pd.DataFrame(parts)


def _total(figures: pd.DataFrame) -> float:
    means = figures.loc[figures["statistic"] == "mean"]
    return round(float((means["value"] * means["n"]).sum()), 6)


def _average_rows(group: Group, figures: pd.DataFrame, block: Block) -> list[Row]:
    averages = figures[figures["statistic"] != "people"]
    if group.audience != "team":
        # A median is one or two people's own score; the mean speaks for all.
        averages = averages[averages["statistic"] == "mean"]
    return [
        average_row(group, str(statistic), str(label), float(value), block)
        for statistic, label, value in zip(
            averages["statistic"], averages["label"], averages["value"], strict=True
        )
    ]
