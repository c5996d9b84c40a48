"""Attack a thousand random cohorts, protected and banded by size alone; write docs/attack.md.

Run: ``.venv/bin/python -m bench.attack [--cohorts 1000] [--seed 0] [--write]`` from the project's
root. The cohorts are invented (tests/disclosure/cohorts.py): every kind of question, every mark,
forms of our own and forms nobody knows, mostly 5 to 30 mentors and mentees.
"""

import platform
import random
import time
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from rm_eval.disclosure import Published, protect
from rm_eval.disclosure.attack import Attack, attack
from rm_eval.measures import Measured
from tests.disclosure.by_size import by_size
from tests.disclosure.cohorts import KINDS, cohort
from tests.factories import A_DAY

PAGE = Path(__file__).parents[1] / "docs" / "attack.md"
BEYOND = ("internal", "public")
# What can be worked out; the others say that a view is wrong by itself.
WORKED_OUT = {"count", "colleague", "person"}
QUESTIONS = 40
SIZES = ((11, 7), (19, 11), (250, 250))


@dataclass
class Tally:
    """What attacks on one kind of question found."""

    cohorts: int = 0
    cells: int = 0
    banded: int = 0
    programmes: int = 0
    seconds: float = 0.0
    leaks: Counter[str] = field(default_factory=Counter)
    beaten: int = 0
    refused: int = 0

    def add(self, found: Attack) -> None:
        """Count one attack."""
        self.cohorts += 1
        self.cells += found.log.cells
        self.banded += found.log.banded
        self.programmes += found.log.solved
        self.seconds += found.log.seconds
        self.leaks.update(leak.kind for leak in found.leaks)
        self.beaten += not found.is_safe


def main() -> None:
    """Print the figures, and write the page where asked."""
    parser = ArgumentParser(description="Attack random cohorts.")
    parser.add_argument("--cohorts", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--write", action="store_true", help="write docs/attack.md")
    told = parser.parse_args()
    seeds = range(told.seed, told.seed + told.cohorts)
    page = page_of(seeds, told.seed)
    print(page)
    if told.write:
        PAGE.write_text(page, encoding="utf-8")


def page_of(seeds: range, seed: int) -> str:
    """Attack every cohort three ways, and say what was found."""
    protected, by_size_alone, knowing = {}, {}, {}
    for one in seeds:
        measured = cohort(random.Random(one))  # noqa: S311 - invented people
        try:
            both = [protect(measured, audience=who, made_on=A_DAY) for who in BEYOND]
        except Exception:  # noqa: BLE001 - whatever it is, nothing was given out
            protected.setdefault(measured.kind, Tally()).refused += 1
            continue
        protected.setdefault(measured.kind, Tally()).add(attack(both))
        knowing.setdefault(measured.kind, Tally()).add(attack(both, own_answers=True))
        alone = attack([by_size(measured, who) for who in BEYOND])
        by_size_alone.setdefault(measured.kind, Tally()).add(alone)
    return PAGE_TEXT.format(
        n=len(seeds),
        seed=seed,
        command=f"python -m bench.attack --cohorts {len(seeds)} --seed {seed} --write",
        day=datetime.now(UTC).date(),
        python=platform.python_version(),
        protected=table(protected),
        by_size=table(by_size_alone),
        knowing=knowing_table(knowing),
        speed="\n".join(speed(*sizes) for sizes in SIZES),
    )


def table(tallies: dict[str, Tally]) -> str:
    """One line a kind of question."""
    return "\n".join(line(kind, tallies[kind]) for kind in KINDS if kind in tallies)


def line(kind: str, tally: Tally) -> str:
    """Say what was found of one kind."""
    worked_out = sum(tally.leaks[one] for one in WORKED_OUT)
    outright = sum(tally.leaks.values()) - worked_out
    at_fault = tally.beaten + tally.refused
    figures = (
        *(tally.cohorts + tally.refused, tally.cells, tally.banded),
        *(worked_out, outright, tally.refused, at_fault),
    )
    return f"| {kind} | " + " | ".join(f"{figure:,}" for figure in figures) + " |"


def knowing_table(tallies: dict[str, Tally]) -> str:
    """One line a kind: what some answer of one's own would tell of the others'."""
    return "\n".join(
        f"| {kind} | {tallies[kind].banded:,} | {tallies[kind].leaks['own_answer']:,} |"
        for kind in KINDS
        if kind in tallies
    )


def speed(mentors: int, mentees: int) -> str:
    """Attack a whole menu of questions of all kinds at once."""
    published = list(menu(mentors, mentees))
    started = time.process_time()
    found = attack(published)
    seconds = time.process_time() - started
    return (
        f"| {mentors} mentors and {mentees} mentees | {found.log.cells:,} | {found.log.banded:,} "
        f"| {found.log.solved:,} | {seconds:.1f} |"
    )


def menu(mentors: int, mentees: int) -> Iterable[Published]:
    """Protect forty questions of all kinds, for both audiences."""
    for at in range(QUESTIONS):
        kind = list(KINDS)[at % len(KINDS)]
        measured = asked_of(kind, (mentors, mentees), at)
        for who in BEYOND:
            yield protect(measured, audience=who, made_on=A_DAY)


def asked_of(kind: str, sizes: tuple[int, int], seed: int) -> Measured:
    """One question of our own form, answered by so many mentors and mentees."""
    chance = random.Random(seed)  # noqa: S311 - invented people
    measured = cohort(chance, (kind,), marks=("opinion",), known=True, sizes=sizes)
    return replace(measured, question=replace(measured.question, id=f"question_{seed}"))


PAGE_TEXT = """# What the attacker found

Before a stage is closed, everything given out is attacked: see the
[decision](decisions/0006-a-stage-is-closed-before-it-is-shown.md) and `rm_eval.disclosure.attack`.
Here the same attacker looks at {n:,} random cohorts: invented people, mostly 5 to 30 mentors and as
many mentees, every kind of question and every mark, forms of our own and forms nobody knows. It
is given what colleagues see and what the public sees, together.

Written by `{command}` on {day}
(Python {python}). Seeds {seed} and on: the same seeds give the same figures.

## Protected

| kind | questions | counts | ranges or hidden | worked out | too fine | refused | at fault |
|---|---|---|---|---|---|---|---|
{protected}

"Worked out": a range or a hidden count has one possible value, or at most one person (or all but at
most one) can have given an answer. "Too fine": told more finely than the limits allow. "Refused":
questions that could not be protected, so nothing would be given out. "At fault": questions with any
of these.

## The same, banded by the size of the group alone

What would be told if nobody looked at what several figures tell together. The attacker must find
much here, or it would not be known to bite.

| kind | questions | counts | ranges or hidden | worked out | too fine | refused | at fault |
|---|---|---|---|---|---|---|---|
{by_size}

## What a reader's own answer adds

Somebody who is one of the people knows one answer more: their own. Counted here are ranges that
have one possible value for a reader with some answer, whether or not anybody gave it. They tell
that reader how many others gave an answer, never who. This is not prevented, and not counted above.

| kind | ranges or hidden | one value for some reader |
|---|---|---|
{knowing}

## How long it takes

Forty questions of all kinds, for both audiences; seconds of one busy processor.

| people | counts | ranges or hidden | programmes | seconds |
|---|---|---|---|---|
{speed}
"""

if __name__ == "__main__":
    main()
