"""One question over the cohorts of a programme in words: counts, gaps, and never a trend."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from rm_eval.disclosure import Published, how_typed
from rm_eval.wording.figures import Figure, by_group, figures, joined, who
from rm_eval.wording.headline import finding, subject
from rm_eval.wording.statistics_behind import people_of, range_of
from rm_eval.wording.surroundings import asked, grouped_in_words, how_answered, notes

YES = "yes"
EVERYBODY, LABEL_OF_BOTH = "all", "Mentors and mentees"  # as rm_eval.measures names them
OTHER_PEOPLE = "Each cohort is other people, and so few that their answers also differ by luck."
NO_DIRECTION = "Fewer than 3 cohorts: nothing can be said about a direction."
NOT_JUDGED = "Whether answers rise or fall from cohort to cohort is not judged."
RANGES = (
    "A line is the likely range for similar people in future (95%, Wilson’s): here everyone was "
    "asked."
)
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


def yes_of(published: Published) -> dict[str, Figure]:
    """Return who said yes, by group such as "Mentees"."""
    groups = by_group(figures(published))
    return {
        group: next((one for one in those if one.answer == YES), those[0])
        for group, those in groups.items()
    }


def why_without(row: CohortRow, group: str) -> str:
    """Say why a row has nothing of a group: a gap, or people who were counted in another way."""
    if row.published is None:
        return row.gap
    groups = set(row.published.rows["group"])
    if EVERYBODY in groups:
        return BOTH_AS_ONE
    return APART if group == LABEL_OF_BOTH else NOT_ASKED


def range_in_words(figure: Figure, published: Published) -> str:
    """Say what similar people would do, to the team alone; "" where nobody answered."""
    if published.audience != "team" or not figure.n:
        return ""
    return f"similar people: {range_of(people_of(figure), figure.n)}"


def headline_over_cohorts(together: Published) -> str:
    """What was found, in all cohorts together."""
    n = len(together.cohorts)
    return f"{subject(together.question)}: {finding(together)}, in {n} cohorts together"


def subtitle_over_cohorts(rows: Rows, together: Published) -> str:
    """The question as asked, of whom, and when."""
    dates = [row.when for row in rows if row.published is not None and row.when]
    when = f", {dates[0]} to {dates[-1]}" if len(dates) > 1 else ""
    n, place = len(together.cohorts), together.scope.organisation.strip()
    where = f"{place}, {n} cohorts{when}, {together.scope.when}."
    typed = how_typed(_published(rows))
    parts = (asked(together.question), how_answered(together), where, typed and f"{typed}.")
    return " ".join(part for part in parts if part)


def alt_over_cohorts(rows: Rows, together: Published) -> str:
    """What the picture shows, row by row: there are few, and gaps among them."""
    typed = how_typed(_published(rows))
    kind = f"One row a cohort{f', {typed.lower()}' if typed else ''}"
    said = "; ".join(f"{row.name}: {_row_in_words(row)}" for row in rows)
    return f"{kind}. {headline_over_cohorts(together)}. {said}."


def _row_in_words(row: CohortRow) -> str:
    if row.published is None:
        return row.gap
    return joined([who(one) for one in yes_of(row.published).values()])


def table_over_cohorts(rows: Rows, together: Published) -> pd.DataFrame:
    """A row a cohort or gap, a column a group; for the team its range beside it."""
    groups = list(dict.fromkeys(group for one in _published(rows) for group in yes_of(one)))
    last = CohortRow(label=TOGETHER, published=together)
    table = [_cells(row, groups, together) for row in (*rows, last)]
    return pd.DataFrame(table, dtype=str)


def _cells(row: CohortRow, groups: list[str], together: Published) -> dict[str, str]:
    cells = {"Cohort": row.label, "When": row.when}
    told = yes_of(row.published) if row.published is not None else {}
    for group in groups:
        figure = told.get(group)
        cells[f"{group} who said yes"] = figure.text if figure else why_without(row, group)
        if together.audience == "team":
            of_range = range_of(people_of(figure), figure.n) if figure and figure.n else ""
            cells[f"{group}: similar people (95% range)"] = of_range
    return cells


def notes_over_cohorts(rows: Rows, together: Published) -> tuple[str, ...]:
    """What cohorts are to each other; then what is said of all of them together."""
    of_cohorts = _published(rows)
    few = len(of_cohorts) < FEWEST_FOR_A_DIRECTION
    of_all = [one for one in notes(together) if not one.startswith(OF_ONE_GROUP)]
    has_gaps = any(row.published is None for row in rows)
    return (
        OTHER_PEOPLE,
        NO_DIRECTION if few else NOT_JUDGED,
        *([RANGES] if together.audience == "team" else []),
        *([GAPS] if has_gaps else []),
        *of_all,
        grouped_in_words((*of_cohorts, together)),
    )


def _published(rows: Rows) -> list[Published]:
    return [row.published for row in rows if row.published is not None]
