"""Comparisons drawn: every question at a glance, one in full, and one in several cohorts."""

from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd

from rm_eval.before_and_after.compare import SEVERAL, Comparison, every_time
from rm_eval.charts import Chart, draw, draw_changes, draw_pairs, draw_two_times
from rm_eval.disclosure import Published
from rm_eval.questionnaire import Question
from rm_eval.responses import Scope
from rm_eval.stats import CohortMean, Pooled, pool_cohorts
from rm_eval.store import Store
from rm_eval.wording.figures import as_sentence


def charts_of(
    store: Store, comparison: Comparison, *, made_on: date | None = None
) -> tuple[Chart, ...]:
    """Draw everything of a comparison: all at a glance, then each question in full."""
    glance = draw_overview(comparison)
    every = (
        chart
        for one in comparison.changes
        for chart in draw_one(store, comparison, one.question.first_id, made_on=made_on)
    )
    return (*([glance] if glance else []), *every)


def draw_overview(comparison: Comparison) -> Chart | None:
    """Draw every question asked twice of which people are linked; None where there is none."""
    linked = [one for one in comparison.changes if any(_groups_linked(one))]
    rows = [(name_of(one.question), one) for one in linked]
    return draw_changes(rows) if rows else None


def name_of(question: Question) -> str:
    """Name a question in a few words, or by its wording where it has no short name."""
    return as_sentence(question.short or question.wording)


def draw_one(
    store: Store, comparison: Comparison, question: str, *, made_on: date | None = None
) -> tuple[Chart, ...]:
    """Draw one question in full.

    Who moved which way; for the team the lines from answer to answer; and what everybody answered
    each time, where people cannot be linked, where a third time lies between, and for everybody
    who may not see the lines.

    Parameters
    ----------
    question
        `Question.first_id`.
    """
    change = next(one for one in comparison.changes if one.question.first_id == question)
    linked, is_team = _groups_linked(change), comparison.audience == "team"
    found = [draw(change)] if any(linked) else []
    if any(linked) and is_team:
        found.append(draw_pairs(change))
    repeats = [one for one in comparison.asked if one.question.first_id == question]
    times = every_time(
        store,
        comparison.scope,
        question,
        audience=comparison.audience,
        made_on=made_on,
        names=(change.question.wording, *(one.earlier for one in repeats)),
    )
    times = tuple(one for one in times if _on_the_same_scale(one.question, change.question))
    shows_all = is_team and all(linked)
    if len(times) > SEVERAL or (len(times) == SEVERAL and not shows_all):
        found.append(draw_two_times(*times))
    return tuple(found or [draw(change)])


def draw_cohorts(
    cohorts: Mapping[Scope, Published], together: Published | None = None
) -> Chart | None:
    """Draw one question in several cohorts side by side, pooled as far as so many can tell.

    None where nobody can be linked in any of them.

    Pooled for the team alone: beyond it, how much changes differ is not told.

    Parameters
    ----------
    together
        Beyond the team, how many moved which way in all of them; see `cohorts_added_up`.
    """
    if len(cohorts) < SEVERAL or not any(any(_groups_linked(one)) for one in cohorts.values()):
        return None
    rows = [(scope.cohort, one) for scope, one in cohorts.items()]
    return draw_changes(
        rows, by="cohort", pooled=pooled_by_group([one for _, one in rows]), together=together
    )


def pooled_by_group(cohorts: Sequence[Published]) -> dict[str, Pooled]:
    """Put the mean changes of cohorts together, for each role whose pairs lead in all of them."""
    found: dict[str, list[CohortMean]] = {}
    without: set[str] = set()
    for one in cohorts:
        for group, rows in one.rows.groupby("group", sort=False):
            if _everybody_leads(rows):
                without.add(str(group))
            values = dict(zip(rows["statistic"], rows["value"], strict=True))
            if one.audience == "team" and "mean" in values and _has_people(rows):
                mean = CohortMean(
                    n=int(rows["n"].iloc[0]), mean=values["mean"], sd=values.get("sd")
                )
                found.setdefault(str(group), []).append(mean)
    return {group: pool_cohorts(those) for group, those in found.items() if group not in without}


def _everybody_leads(rows: pd.DataFrame) -> bool:
    """Say whether few are linked: then what a cohort shows is not what would be pooled."""
    return {"everyone", "all_mean"} <= {*rows["answer"], *rows["statistic"]}


def _on_the_same_scale(one: Question, other: Question) -> bool:
    """Say whether answers can stand on one axis: a time between may have asked from 1 to 5."""
    ends = [(each.scale.low, each.scale.high) if each.scale else None for each in (one, other)]
    return one.type == other.type and (one.type != "scale" or ends[0] == ends[1])


def _groups_linked(change: Published) -> list[bool]:
    """Say of each group whether any of its people are linked."""
    return [_has_people(rows) for _, rows in change.rows.groupby("group", sort=False)]


def _has_people(rows: pd.DataFrame) -> bool:
    return bool(((rows["statistic"] == "people") & (rows["n"] != 0)).any())
