"""How long it takes to close a stage: to tell every question once, and to attack all of it.

Run: ``PYTHONPATH=. .venv/bin/python bench/close_a_stage.py [PEOPLE ...]``. Then so many more people
answer and the stage is closed once more, attacked together with what was given out before.
"""

import io
import random
import sys
import time
from collections.abc import Callable
from datetime import datetime

from openpyxl import Workbook

from rm_eval import pipeline
from rm_eval.pipeline import Release, Scope, Store, Upload

SCOPE = Scope(organisation="Invented", cohort="Cohort 1", stage="enrolment")
PEOPLE = (11, 30, 100, 500)
# Of those there at first: some more answer later.
LATE = 0.3
AGREEMENT = ("Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree")
AREAS = ("Communications", "Data and analysis", "People management", "Policy", "Finance", "Estates")
GAINS = ("Confidence", "Contacts", "Skills", "Insight", "A voice")
SITES = ("North site", "South site", "Community", "Home")
KINDS: tuple[tuple[int, str, Callable[[random.Random], object]], ...] = (
    (12, "How confident are you about topic {}? (1-10)", lambda chance: chance.randint(1, 10)),
    (8, "I feel heard in group {}", lambda chance: chance.choice(AGREEMENT)),
    (
        8,
        "Which areas in year {}? Select all that apply",
        lambda chance: "".join(f"{one};" for one in chance.sample(AREAS, chance.randint(1, 4))),
    ),
    (5, "Where did you meet for part {}?", lambda chance: chance.choice(SITES)),
    (4, "Did part {} help?", lambda chance: chance.choice(("Yes", "No"))),
    (
        3,
        "Rank what you hope for from part {}, most important first",
        lambda chance: "".join(f"{one};" for one in chance.sample(GAINS, len(GAINS))),
    ),
)


def export(n_people: int) -> Upload:
    """Make an export of Microsoft Forms; whoever answers first always answers the same."""
    book = Workbook()
    sheet = book.active
    asked = [(text.format(at + 1), kind) for many, text, kind in KINDS for at in range(many)]
    own = ("ID", "Start time", "Completion time", "Email", "Name")
    sheet.append([*own, *(text for text, _ in asked)])
    when = datetime(2026, 3, 2, 9, 30)  # noqa: DTZ001 - workbooks hold no zone
    for person in range(1, n_people + 1):
        chance = random.Random(person)  # noqa: S311 - invented people
        answers = [kind(chance) for _, kind in asked]
        sheet.append([person, when, when, "anonymous", None, *answers])
    content = io.BytesIO()
    book.save(content)
    return Upload(name="survey.xlsx", content=content.getvalue())


def closed(store: Store, n_people: int) -> tuple[float, Release]:
    """Keep the answers of so many people, close the stage, and time the closing."""
    look = pipeline.look_at(export(n_people))
    pipeline.keep(store, look, scope=SCOPE, role="mentor", replace=True)
    started = time.perf_counter()
    release = pipeline.close_stage(store, SCOPE)
    return time.perf_counter() - started, release


def main() -> None:
    """Print one line a size."""
    print("| people | questions | closed | its attack | figures | again, with a third more |")
    print("|---|---|---|---|---|---|")
    for n_people in [int(one) for one in sys.argv[1:]] or PEOPLE:
        store = Store()
        seconds, release = closed(store, n_people)
        again, _ = closed(store, n_people + max(5, round(LATE * n_people)))
        print(
            f"| {n_people} | {len(release.figures)} | {seconds:.1f} s | "
            f"{release.check['seconds']:.1f} s | {release.check['cells']:.0f} | {again:.1f} s |",
            flush=True,
        )
        store.close()


if __name__ == "__main__":
    main()
