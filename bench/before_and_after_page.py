"""How long the page Before and after takes on the server: the first time, and once more.

Run: ``PYTHONPATH=. .venv/bin/python bench/before_and_after_page.py [PEOPLE [QUESTIONS]]``.
Printed beside it: the same mean changes by one merge and one subtraction in pandas.
"""

import os
import random
import sys
import tempfile
import time
from pathlib import Path

import pandas as pd
from streamlit.testing.v1 import AppTest

from rm_eval import pipeline
from rm_eval.pipeline import Scope, Store, Upload

ROOT = Path(__file__).resolve().parent.parent
PEOPLE, QUESTIONS = 500, 40
CODE = "Participant code"


def table(stage: str, n_people: int, n_questions: int) -> pd.DataFrame:
    """Make invented answers; whoever answers at the end went up by a point or two, or did not."""
    chance = random.Random(stage)  # noqa: S311 - invented people
    codes = [f"{chr(65 + at // 26 % 26)}{chr(65 + at % 26)}{at:04d}X" for at in range(n_people)]
    rise = 0 if stage == "enrolment" else 1
    return pd.DataFrame(
        {CODE: codes}
        | {
            f"How confident are you about topic {at}? (1-10)": [
                min(10, max(1, chance.randint(1, 9) + rise)) for _ in codes
            ]
            for at in range(1, n_questions + 1)
        }
    )


def timed(work: object) -> float:
    """Seconds of processor time that some work takes."""
    started = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - started


def main() -> None:
    """Print one table."""
    sizes = [int(one) for one in sys.argv[1:]]
    n_people, n_questions = (sizes + [PEOPLE, QUESTIONS][len(sizes) :])[:2]
    tables = {one: table(one, n_people, n_questions) for one in ("enrolment", "end_of_cohort")}
    with tempfile.TemporaryDirectory() as folder:
        os.environ["RM_EVAL_MODE"] = "local"
        os.environ["RM_EVAL_DATABASE_URL"] = f"sqlite:///{folder}/answers.sqlite3"
        store = Store(pipeline.place_of_answers().url)
        for stage, answers in tables.items():
            content = answers.to_csv(index=False).encode()
            look = pipeline.look_at(Upload(name=f"{stage}.csv", content=content))
            scope = Scope(organisation="Invented", cohort="Cohort 1", stage=stage)  # type: ignore[arg-type]
            pipeline.keep(store, look, scope=scope, role="mentee")
        page = AppTest.from_file(str(ROOT / "pages" / "_ui" / "entry.py"), default_timeout=300)
        page.run()
        page.switch_page(str(ROOT / "pages" / "before_and_after.py"))
        page.session_state["selection"] = _team(page)
        first, again = timed(page.run), timed(page.run)
        store.close()
    before, after = (one.set_index(CODE) for one in tables.values())
    bare = timed((after - before).mean)
    print(f"{n_people} people, {n_questions} questions asked twice")
    print("| | seconds |\n|---|---|")
    print(f"| the page, first time | {first:.2f} |")
    print(f"| the page, once more | {again:.2f} |")
    print(f"| pandas: one subtraction of two tables | {bare:.3f} |")


def _team(page: AppTest) -> object:
    from pages._ui.state import Selection  # noqa: PLC0415 - imports streamlit's session

    del page
    return Selection(audience="team")


if __name__ == "__main__":
    main()
