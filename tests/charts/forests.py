"""Many changes together, of every kind, for tests of the forest and its words."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from rm_eval.charts import Chart, draw_changes
from rm_eval.disclosure import Audience, Published
from rm_eval.stats import CohortMean, Pooled, pool_cohorts
from rm_eval.wording import By
from tests.charts.changes import (
    ALL_DOWN,
    FIVE_UP,
    MENTEES,
    MENTORS,
    NOBODY_MOVED,
    THIRTY,
    Pairs,
    again_question,
    change,
    concern_question,
    confidence_question,
    faith_question,
)


class Case(NamedTuple):
    rows: list[tuple[str, Published]]
    by: By = "question"
    pooled: Mapping[str, Pooled] = {}
    of: str = ""

    def draw(self) -> Chart:
        return draw_changes(self.rows, by=self.by, pooled=self.pooled, of=self.of)


AGREED: Pairs = [(2, 4), (3, 3), (4, 3), (5, 5), (1, 2), (4, 5), (4, 4)]
ANSWERED: Pairs = [(0, 1)] * 4 + [(1, 0)] + [(1, 1)] * 2
LONG = (
    "How confident are you talking about your experiences in the NHS with senior leaders, when "
    "nobody else who knows them is in the room"
)


def questions(audience: Audience = "team") -> Case:
    """One cohort: mentors and mentees were asked different questions."""
    rows = [
        ("Confidence with senior leaders", change(audience, mentee=MENTEES, n_questions=4)),
        ("Concern about getting it wrong",
         change(audience, concern_question(), mentee=ALL_DOWN, n_questions=4)),
        ("Faith in the process",
         change(audience, faith_question(), mentor=AGREED, mentee=AGREED, n_questions=4)),
        ("Speaking up in a meeting",
         change(audience, again_question(), mentor=ANSWERED, n_questions=4)),
        (LONG, change(audience, mentor=MENTORS, n_questions=4)),
    ]  # fmt: skip
    return Case(rows)


def cohorts(*every: Pairs, audience: Audience = "team") -> Case:
    """One question, several cohorts, and those together by the rules for how many there are."""
    rows = [
        (f"Cohort {at}", change(audience, mentee=pairs)) for at, pairs in enumerate(every, start=1)
    ]
    known = [CohortMean(n=len(pairs), mean=_mean(pairs), sd=1.2) for pairs in every]
    pooled = {} if audience != "team" else {"mentee": pool_cohorts(known)}
    return Case(rows, "cohort", pooled)


def _mean(pairs: Pairs) -> float:
    return sum(after - before for before, after in pairs) / len(pairs)


EVERY_FOREST: dict[str, Callable[[], Case]] = {
    "questions, team": questions,
    "questions, internal": lambda: questions("internal"),
    "questions, public": lambda: questions("public"),
    "questions, mentees": lambda: questions()._replace(of="mentee"),
    "questions, mentees, internal": lambda: questions("internal")._replace(of="mentee"),
    "one question": lambda: Case([("Confidence", change(mentee=MENTEES))]),
    "two cohorts": lambda: cohorts(MENTEES, MENTORS),
    "three cohorts": lambda: cohorts(MENTEES, MENTORS, FIVE_UP),
    "six cohorts": lambda: cohorts(MENTEES, MENTORS, FIVE_UP, THIRTY, ALL_DOWN, NOBODY_MOVED),
    "cohorts, internal": lambda: cohorts(MENTEES, MENTORS, FIVE_UP[:4], audience="internal"),
    "nobody linked": lambda: Case([
        ("Confidence", change(mentee=MENTEES, linked=False)),
        ("Concern", change("team", concern_question(), mentee=[])),
    ]),
    "all hidden": lambda: Case([("Confidence", change("public", mentee=MENTEES[:4]))]),
    "twelve questions": lambda: Case([
        (f"{LONG}, part {at}",
         change("team", confidence_question(id=f"q{at}"), mentee=pairs, n_questions=12))
        for at, pairs in enumerate([MENTEES, ALL_DOWN, FIVE_UP] * 4)
    ]),
}  # fmt: skip
