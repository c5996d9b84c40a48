"""Attack what is told of changes in random cohorts, with both stages; write a page of docs.

Run: ``.venv/bin/python -m bench.changes [--cohorts 300] [--seed 0] [--write]`` from the project's
root. The cohorts are invented: 5 to 30 people answer one question, some leave, some come, and the
others answer it again.
"""

import platform
import random
import time
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from rm_eval.disclosure import Stages, Told, tell
from rm_eval.disclosure.attack import Attack, People
from rm_eval.disclosure.check import Shown, check
from rm_eval.disclosure.policy import bands
from rm_eval.measures import Measured, Source
from rm_eval.measures.change import WAYS
from rm_eval.measures.measured import COLUMNS
from rm_eval.questionnaire import Mark, Question, Scale
from rm_eval.responses import Scope
from tests.factories import (
    SCOPE,
    chosen,
    measured,
    scale_question,
    scored,
    tick_question,
    yes_no_question,
)

PAGE = Path(__file__).parents[1] / "docs" / "attack_on_changes.md"
LATER = replace(SCOPE, stage="end_of_cohort")
CHANGED = replace(LATER, since=SCOPE.stage)
MARKS: tuple[Mark, ...] = ("ordinary", "opinion", "opinion", "harm")
AGREE = ("Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree")
Pair = tuple[int, int]


@dataclass(frozen=True)
class Kind:
    """A kind of question that can be asked twice."""

    ask: Callable[[], Question]
    scale: Scale

    def source(self, question: Question, scores: list[int]) -> Source:
        """Make the answers of one stage from scores."""
        if question.type == "scale":
            return scored(question, list(scores))
        each = [scores.count(score) for score in range(self.scale.low, self.scale.high + 1)]
        # Of yes and no the factory wants yes first.
        return chosen(question, each[::-1] if question.type == "yes_no" else each)

    def around(self, value: float) -> int:
        """Return the nearest score."""
        return min(self.scale.high, max(self.scale.low, round(value)))


KINDS = {
    "1 to 10": Kind(scale_question, Scale()),
    "1 to 5": Kind(lambda: replace(scale_question(), scale=Scale(high=5)), Scale(high=5)),
    "agreement": Kind(lambda: tick_question(*AGREE, type="likert"), Scale(high=5)),
    "yes or no": Kind(yes_no_question, Scale(low=0, high=1)),
}


@dataclass(frozen=True)
class Cohort:
    """One question's answers at two stages: of linked people in pairs, of others once."""

    kind: Kind
    question: Question
    linked: list[Pair]
    left: list[int]
    new: list[int]


@dataclass
class Tally:
    """What was found in one kind of question."""

    questions: int = 0
    told: int = 0
    cells: int = 0
    banded: int = 0
    kept_back: int = 0
    apart: int = 0
    by_size: int = 0
    deciding: float = 0.0
    attacking: float = 0.0
    leaks: Counter[str] = field(default_factory=Counter)


def cohort(chance: random.Random, name: str) -> Cohort:
    """Invent people."""
    kind = KINDS[name]
    low, high = kind.scale.low, kind.scale.high
    n, left, new = chance.randint(5, 30), chance.choice((0, 0, 1, 2, 3, 5)), 0
    left, new = min(left, n - 1), chance.choice((0, 0, 0, 1, 2, 4))
    size = high - low
    mean, rise = low + size * chance.uniform(0.3, 0.9), size * chance.choice((0, 0.1, 0.25))
    first = [kind.around(chance.gauss(mean, size / 4)) for _ in range(n)]
    linked = [(one, kind.around(one + chance.gauss(rise, size / 6))) for one in first[left:]]
    others = [kind.around(chance.gauss(mean + rise, size / 4)) for _ in range(new)]
    question = replace(kind.ask(), mark=chance.choice(MARKS))
    return Cohort(kind, question, linked, first[:left], others)


def change_of(one: Cohort) -> Measured:
    """Count who went down, stayed the same and went up."""
    ways = Counter((after > before) - (after < before) for before, after in one.linked)
    counts = zip(WAYS.items(), (ways[-1], ways[0], ways[1]), strict=True)
    n = float(len(one.linked))
    rows = [("mentor", "people", way, label, float(count), n) for (way, label), count in counts]
    some = measured(one.question, one.kind.source(one.question, [one.kind.scale.low] * 5))
    question = replace(one.question, scale=one.kind.scale)
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    return replace(some, question=question, scope=CHANGED, kind="change", rows=frame)


def stages_of(one: Cohort) -> tuple[Told, Told]:
    """Tell both stages, as they are told when they are closed."""
    before = [*(pair[0] for pair in one.linked), *one.left]
    after = [*(pair[1] for pair in one.linked), *one.new]
    first, last = (
        replace(tell(measured(one.question, one.kind.source(one.question, scores))), scope=scope)
        for scores, scope in ((before, SCOPE), (after, LATER))
    )
    return first, last


def people(scope: Scope, who: str) -> People:
    """Name some of the mentors."""
    return People(scope=scope, group="mentor", who=who)


def attacked(change: Told, stages: tuple[Told, Told]) -> Attack:
    """Attack a change with both stages, for both audiences."""
    group = change.groups[0]
    linked = {} if group.says_nothing else {people(CHANGED, "linked"): group.n}
    shown = [
        Shown(
            who="",
            told=told,
            people={}
            if told.groups[0].says_nothing
            else {"mentor": [linked | {people(told.scope, "others"): told.groups[0].n}]},
        )
        for told in stages
    ]
    return check(
        Shown(who="closing 1", told=change, people={"mentor": [linked] if linked else []}), shown
    )


def by_size(one: Cohort, change: Told) -> Told:
    """Tell each direction in the band of its own, whatever the others tell."""
    group = change.groups[0]
    found = {}
    for row in change_of(one).rows.itertuples():
        cut = bands(one.question.mark, group.n, "internal")
        found[row.answer] = next(band for band in cut if band[0] <= row.value <= band[1])
    counts = tuple(replace(c, bounds=found[c.answer]) for c in group.counts)
    return replace(change, groups=(replace(group, counts=counts),))


def tally_of(seeds: range, name: str) -> Tally:
    """Tell and attack one kind of question in every cohort."""
    tally = Tally()
    for seed in seeds:
        one = cohort(random.Random(f"{name} {seed}"), name)  # noqa: S311 - invented people
        first, last = stages_of(one)
        figures = change_of(one)
        stages = Stages(question=figures.question, before=first.groups[0], after=last.groups[0])
        started = time.process_time()
        told = tell(figures, stages={"mentor": stages})
        tally.deciding += time.process_time() - started
        found = attacked(told, (first, last))
        tally.attacking += found.log.seconds
        tally.questions += 1
        tally.told += not told.groups[0].says_nothing
        tally.cells += found.log.cells
        tally.banded += found.log.banded
        tally.kept_back += not found.is_safe
        tally.leaks.update(leak.kind for leak in found.leaks)
        if told.groups[0].says_nothing:
            continue
        tally.apart += not attacked(tell(figures), (first, last)).is_safe
        tally.by_size += not attacked(by_size(one, told), (first, last)).is_safe
    return tally


def line(name: str, one: Tally) -> str:
    """One line of the table."""
    figures = (
        one.questions,
        one.told,
        one.cells,
        one.banded,
        one.kept_back,
        one.apart,
        one.by_size,
    )
    each = (one.deciding / one.questions, one.attacking / one.questions)
    cells = [f"{figure:,}" for figure in figures] + [f"{seconds:.2f}" for seconds in each]
    return f"| {name} | " + " | ".join(cells) + " |"


def main() -> None:
    """Print the page, and write it where asked."""
    parser = ArgumentParser(description="Attack changes in random cohorts.")
    parser.add_argument("--cohorts", type=int, default=300)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.name}")
    chosen_ = parser.parse_args()
    seeds = range(chosen_.seed, chosen_.seed + chosen_.cohorts)
    page = PAGE_TEXT.format(
        n=len(seeds),
        command=f"python -m bench.changes --cohorts {len(seeds)} --seed {chosen_.seed} --write",
        day=datetime.now(UTC).date(),
        python=platform.python_version(),
        lines="\n".join(line(name, tally_of(seeds, name)) for name in KINDS),
    )
    print(page)
    if chosen_.write:
        PAGE.write_text(page, encoding="utf-8")


PAGE_TEXT = """# What the attacker found in changes

How many linked people went down, stayed the same and went up is told beside the figures of both
stages: see the [decision](decisions/0019-of-a-change-only-its-direction.md). Here the attacker
looks at {n} random cohorts of each kind of question: invented people, 5 to 30 at the start, of whom
none to 5 left, with none to 4 who came later. It is given the change and both stages, for
colleagues and for the public, together.

Written by `{command}` on {day}
(Python {python}). The same seeds give the same figures.

| kind | questions | told | counts | ranges | kept back | if apart | if by size | telling | attack |
|---|---|---|---|---|---|---|---|---|---|
{lines}

"Told": questions of which more is told than how many people are linked. "Counts": those of the
change and of the stages, and of linked and of other people at each stage; "ranges": those told as
ranges, or not at all. "Kept back": the attacker found something, so nothing would be told of the
change; that is decided by true figures, and should be rare. "If apart": questions in which it would
find something had the three counts been decided without regard to what is told of the stages. "If
by size": had each count its own band by the size of the group. "Telling" and "attack": seconds a
question, of one processor.
"""

if __name__ == "__main__":
    main()
