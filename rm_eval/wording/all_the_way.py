"""One question at every time a cohort was asked it, cohort by cohort: never a change."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from rm_eval.disclosure import Published, within_a_sentence
from rm_eval.questionnaire import Stage
from rm_eval.wording.figures import joined
from rm_eval.wording.headline import subject
from rm_eval.wording.lead import leads, what_leads
from rm_eval.wording.over_cohorts import (
    BY_STUDENT,
    BY_WILSON,
    GAPS,
    OTHER_PEOPLE,
    RANGES,
    similar_people,
)
from rm_eval.wording.surroundings import asked, grouped_in_words, how_answered, notes
from rm_eval.wording.times import AT
from rm_eval.wording.two_times import NOT_A_CHANGE

NOTHING = "nothing can be shown"


@dataclass(frozen=True, kw_only=True, slots=True)
class CohortWay:
    """One cohort from its first form to its last, or a time in which there was none.

    Attributes
    ----------
    label, when
        As of `CohortRow`.
    times
        What was answered at each stage that asked, earliest first; none in a gap.
    missing
        Stages that asked it and are not shown, with why.
    gap
        Why there is nothing; "" where there is something.
    """

    label: str
    when: str = ""
    times: tuple[Published, ...] = ()
    missing: tuple[tuple[Stage, str], ...] = ()
    gap: str = ""

    @property
    def name(self) -> str:
        """Such as "Cohort 2, March 2019"."""
        return ", ".join(filter(None, (self.label, self.when)))


Ways = Sequence[CohortWay]


def figures_in(ways: Ways) -> list[Published]:
    """Everything that was answered, in the order it is drawn."""
    return [one for way in ways for one in way.times]


def headline_of_ways(ways: Ways) -> str:
    """What is shown: one question, when it was asked, and of how many cohorts."""
    every = figures_in(ways)
    times = joined(list(dict.fromkeys(AT[one.scope.stage] for one in every)))
    n = sum(bool(way.times) for way in ways)
    cohorts = f"{n} cohorts" if n > 1 else "1 cohort"
    return f"{subject(every[-1].question)}: asked {times}, {cohorts}"


def subtitle_of_ways(ways: Ways) -> str:
    """The question as asked, and where."""
    last = figures_in(ways)[-1]
    parts = (asked(last.question), how_answered(last), f"{last.scope.organisation.strip()}.")
    return " ".join(part for part in parts if part)


def alt_of_ways(ways: Ways) -> str:
    """Every cohort's figures in the order of time, and its gaps."""
    said = "; ".join(f"{way.name}: {_in_words(way)}" for way in ways)
    kind = "One row each time a cohort was asked"
    return f"{kind}. {headline_of_ways(ways)}. {said}. {NOT_A_CHANGE}"


def _in_words(way: CohortWay) -> str:
    if not way.times:
        return way.gap
    what = what_leads(way.times[-1].question)
    said = [
        f"{AT[one.scope.stage]} "
        + joined([f"{within_a_sentence(g)} {lead.text} ({what})" for g, lead in leads(one).items()])
        for one in way.times
    ]
    return "; ".join([*said, *(f"{AT[stage]} {why}" for stage, why in way.missing)])


def table_of_ways(ways: Ways) -> pd.DataFrame:
    """A row each time a cohort was asked, a column a group."""
    groups = list(dict.fromkeys(group for one in figures_in(ways) for group in leads(one)))
    rows: list[dict[str, str]] = []
    for way in ways:
        if not way.times:
            rows.append({"Cohort": way.name, "Asked": ""} | dict.fromkeys(groups, way.gap))
        for one in way.times:
            told = leads(one)
            cells = {
                group: "; ".join(filter(None, (told[group].text, similar_people(told[group]))))
                if group in told
                else "not asked"
                for group in groups
            }
            rows.append({"Cohort": way.name, "Asked": AT[one.scope.stage].capitalize()} | cells)
        rows += [
            {"Cohort": way.name, "Asked": AT[stage].capitalize()} | dict.fromkeys(groups, why)
            for stage, why in way.missing
        ]
    return pd.DataFrame(rows, dtype=str)


def notes_of_ways(ways: Ways) -> tuple[str, ...]:
    """That it is no change, and what cohorts are to each other; then the usual."""
    every = figures_in(ways)
    first, *others = every
    is_scale, is_team = first.question.type == "scale", first.audience == "team"
    usual = [one for one in notes(first, *others) if not one.startswith("Grouped to protect")]
    return (
        NOT_A_CHANGE,
        OTHER_PEOPLE,
        *([RANGES.format(BY_STUDENT if is_scale else BY_WILSON)] if is_team else []),
        *([GAPS] if any(not way.times or way.missing for way in ways) else []),
        *usual,
        grouped_in_words(every),
    )
