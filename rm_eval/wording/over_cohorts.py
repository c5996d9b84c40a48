"""One question over the cohorts of a programme in words: figures, gaps, and never a trend."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from rm_eval.disclosure import Published, how_typed, within_a_sentence
from rm_eval.questionnaire import Scale
from rm_eval.stats import CohortMean, Pooled, pool_cohorts
from rm_eval.wording.changes import pooled_label
from rm_eval.wording.figures import by_group, cohorts_together, figures, joined, who
from rm_eval.wording.headline import finding, subject
from rm_eval.wording.lead import Lead, leads, summary_of, what_leads
from rm_eval.wording.points import points
from rm_eval.wording.surroundings import asked, grouped_in_words, how_answered, notes

EVERYBODY, LABEL_OF_BOTH = "all", "Mentors and mentees"  # as rm_eval.measures names them
OTHER_PEOPLE = "Each cohort is other people, and so few that their answers also differ by luck."
NO_DIRECTION = "Fewer than 3 cohorts: nothing can be said about a direction."
NOT_JUDGED = "Whether answers rise or fall from cohort to cohort is not judged."
RANGES = (
    "A line is the likely range for similar people in future (95%, {}): here everyone was asked."
)
BY_WILSON, BY_STUDENT = "Wilson’s", "Student’s t"
PREDICTION = "A dotted line is where the average of another such cohort would lie (95%)."
GAPS = "A grey row has no answers to show; nothing is joined over it."
TOGETHER = "All of these together"
FEWEST_FOR_A_DIRECTION = 3
NOT_ASKED = "not asked"
APART = "counted apart"
BOTH_AS_ONE = "counted together"
# Of the notes of all cohorts together, what is not so of each.
OF_ONE_GROUP = ("One person is", "Grouped to protect people")


@dataclass(frozen=True, kw_only=True, slots=True)
class CohortRow:
    """One cohort, or one time in which there was none.

    Attributes
    ----------
    label
        The cohort's name; or "Pause", or a year.
    when
        When it began, or lasted; "" where nobody said.
    published
        What was answered; None where nothing can be shown.
    gap
        Why nothing is shown; "" where something is.
    """

    label: str
    when: str = ""
    published: Published | None = None
    gap: str = ""

    @property
    def name(self) -> str:
        """Such as "Cohort 2, March 2019"."""
        return ", ".join(filter(None, (self.label, self.when)))


Rows = Sequence[CohortRow]


@dataclass(frozen=True, kw_only=True, slots=True)
class OverCohorts:
    """What is drawn of one question over the cohorts of a programme.

    Attributes
    ----------
    rows
        Cohorts and gaps between them, in time.
    together
        All cohorts that have figures, added up.
    pooled
        Of a scale, the averages of cohorts put together, by group such as ``"Mentees"``; for the
        team alone.
    """

    rows: tuple[CohortRow, ...]
    together: Published
    pooled: Mapping[str, Pooled] = field(default_factory=dict)

    @property
    def published(self) -> list[Published]:
        """The cohorts that have figures."""
        return [row.published for row in self.rows if row.published is not None]

    @property
    def alike(self) -> list[Published]:
        """Those of them that are counted together: asked in the same way."""
        return [one for one in self.published if one.scope.cohort in self.together.cohorts]

    @property
    def of_all(self) -> dict[str, Lead]:
        """All of them as one, by group; none where too few cohorts tell of a group."""
        return leads(self.together)


def over_cohorts_of(rows: Rows, together: Published) -> OverCohorts:
    """Put cohorts and their sum together.

    Averages of cohorts are pooled by the rules for how many there are (`pool_cohorts`), for the
    team alone: beyond it how much scores differ within a cohort is not told.
    """
    found = OverCohorts(rows=tuple(rows), together=together)
    if together.measure != "scale" or together.audience != "team":
        return found
    means: dict[str, list[CohortMean]] = {}
    for one in found.alike:
        for group, those in by_group(figures(one)).items():
            told = summary_of(those)
            if told.n and told.mean is not None:
                mean = CohortMean(n=told.n, mean=told.mean, sd=told.sd)
                means.setdefault(group, []).append(mean)
    scale = together.question.scale or Scale()
    pooled = {
        group: pool_cohorts(those).within(scale.low, scale.high)
        for group, those in means.items()
        if len(those) > 1
    }
    return OverCohorts(rows=tuple(rows), together=together, pooled=pooled)


def why_without(row: CohortRow, group: str) -> str:
    """Say why a row has nothing of a group: a gap, or people who were counted in another way."""
    if row.published is None:
        return row.gap
    groups = set(row.published.rows["group"])
    if EVERYBODY in groups:
        return BOTH_AS_ONE
    return APART if group == LABEL_OF_BOTH else NOT_ASKED


def similar_people(lead: Lead) -> str:
    """What similar people would do; "" where that is not said."""
    return f"similar people: {lead.range_words}" if lead.range_words else ""


def headline_over_cohorts(found: OverCohorts) -> str:
    """What was found: in all cohorts together, or of averages between which ends they lie."""
    n, name = len(found.together.cohorts), subject(found.together.question)
    where = cohorts_together(n)
    if found.together.measure != "scale":
        return f"{name}: {finding(found.together)}, in {where}"
    parts = [
        f"{within_a_sentence(group)} averaged {words}" for group, words in _spans(found).items()
    ]
    if not parts:
        return f"{name}: {finding(found.together)}, in {where}"
    # Of some a mean is told, and how many people they are not: they stand here, not in the sum.
    return f"{name}: {joined(parts)} in {len(found.published)} cohorts"


def _spans(found: OverCohorts) -> dict[str, str]:
    """From which average to which each group's go, as far and as roughly as they are told."""
    ends: dict[str, list[tuple[float, str]]] = {}
    for one in found.published:
        for group, lead in leads(one).items():
            if lead.at is not None:
                low, high = lead.at
                words = [lead.text] * 2 if low == high else [points(low), points(high)]
                ends.setdefault(group, []).extend(zip(lead.at, words, strict=True))
    spans = {group: (min(those)[1], max(those)[1]) for group, those in ends.items()}
    return {
        group: low if low == high else f"from {low} to {high}"
        for group, (low, high) in spans.items()
    }


def subtitle_over_cohorts(found: OverCohorts) -> str:
    """The question as asked, of whom, and when."""
    together = found.together
    dates = [row.when for row in found.rows if row.published is not None and row.when]
    when = f", {dates[0]} to {dates[-1]}" if len(dates) > 1 else ""
    n, place = len(together.cohorts), together.scope.organisation.strip()
    where = f"{place}, {n} {'cohort' if n == 1 else 'cohorts'}{when}, {together.scope.when}."
    typed = how_typed(found.published)
    parts = (asked(together.question), how_answered(together), where, typed and f"{typed}.")
    return " ".join(part for part in parts if part)


def alt_over_cohorts(found: OverCohorts) -> str:
    """What the picture shows, row by row: there are few, and gaps among them."""
    typed = how_typed(found.published)
    kind = f"One row a cohort{f', {typed.lower()}' if typed else ''}"
    said = "; ".join(f"{row.name}: {_row_in_words(row)}" for row in found.rows)
    return f"{kind}. {headline_over_cohorts(found)}. {said}."


def _row_in_words(row: CohortRow) -> str:
    if row.published is None:
        return row.gap
    if row.published.measure == "scale":
        every = leads(row.published).items()
        return joined([f"{within_a_sentence(group)} {one.text}" for group, one in every])
    return joined([who(one.figure) for one in leads(row.published).values()])


def table_over_cohorts(found: OverCohorts) -> pd.DataFrame:
    """A row a cohort or gap, a column a group; for the team its range beside it."""
    groups = list(dict.fromkeys(group for one in found.published for group in leads(one)))
    last = CohortRow(label=TOGETHER, published=found.together)
    table = [_cells(row, groups, found.together) for row in (*found.rows, last)]
    if found.pooled:
        table[-1] = _pooled_cells(found, groups)
    return pd.DataFrame(table, dtype=str)


def _cells(row: CohortRow, groups: list[str], together: Published) -> dict[str, str]:
    cells = {"Cohort": row.label, "When": row.when}
    told = leads(row.published) if row.published is not None else {}
    what, is_scale = what_leads(together.question), together.measure == "scale"
    for group in groups:
        lead = told.get(group)
        cells[_column(group, what, is_scale=is_scale)] = (
            lead.text if lead else why_without(row, group)
        )
        if is_scale:
            cells[f"{group} who answered"] = lead.figure.n_text if lead else ""
        if together.audience == "team":
            cells[_of_range(group)] = lead.range_words if lead else ""
    return cells


def _pooled_cells(found: OverCohorts, groups: list[str]) -> dict[str, str]:
    """The last row of a scale, for the team: by the rules for how many cohorts there are."""
    said = list(dict.fromkeys(pooled_label(one) for one in found.pooled.values()))
    cells = {"Cohort": said[0] if len(said) == 1 else TOGETHER, "When": ""}
    what = what_leads(found.together.question)
    for group in groups:
        one = found.pooled.get(group)
        has_range = one is not None and one.low is not None and one.high is not None
        cells[_column(group, what, is_scale=True)] = (
            points(one.mean) if one is not None and one.mean is not None else "one cohort alone"
        )
        cells[f"{group} who answered"] = str(one.n) if one else ""
        cells[_of_range(group)] = (
            f"{points(one.low or 0)} to {points(one.high or 0)}" if one and has_range else ""
        )
    return cells


def _column(group: str, what: str, *, is_scale: bool) -> str:
    return f"{group}: {what}" if is_scale else f"{group} {what}"


def _of_range(group: str) -> str:
    return f"{group}: similar people (95% range)"


def pooled_words(one: Pooled) -> str:
    """What stands under the average of several cohorts: its range, and where another would lie."""
    said = []
    if one.low is not None and one.high is not None:
        said.append(f"similar cohorts: {points(one.low)} to {points(one.high)}")
    if one.prediction_low is not None and one.prediction_high is not None:
        ends = f"{points(one.prediction_low)} to {points(one.prediction_high)}"
        said.append(f"another cohort: {ends}")
    return "; ".join(said)


def notes_over_cohorts(found: OverCohorts) -> tuple[str, ...]:
    """What cohorts are to each other; then what is said of all of them together."""
    few = len(found.published) < FEWEST_FOR_A_DIRECTION
    of_all = [one for one in notes(found.together) if not one.startswith(OF_ONE_GROUP)]
    is_team, is_scale = found.together.audience == "team", found.together.measure == "scale"
    ranges = RANGES.format(BY_STUDENT if is_scale else BY_WILSON)
    predicts = any(one.prediction_low is not None for one in found.pooled.values())
    return (
        OTHER_PEOPLE,
        NO_DIRECTION if few else NOT_JUDGED,
        *([ranges] if is_team else []),
        *dict.fromkeys(one.reason for one in found.pooled.values() if one.reason),
        *([PREDICTION] if predicts else []),
        *([GAPS] if any(row.published is None for row in found.rows) else []),
        *of_all,
        grouped_in_words((*found.published, found.together)),
    )
