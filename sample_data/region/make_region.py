#!/usr/bin/env python3
"""Make the exports of five invented trusts, and of those the share files they send to the region.

Every person in them is invented, and no trust is called so. See the README of the sample.

Run it to write the files again: ``.venv/bin/python sample_data/region/make_region.py``. Closing
every stage takes a minute or two.
"""

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from rm_eval.closing import close_stage  # noqa: E402
from rm_eval.keep import keep  # noqa: E402
from rm_eval.look import Look, look_at  # noqa: E402
from rm_eval.programme import read_programme  # noqa: E402
from rm_eval.responses import Scope  # noqa: E402
from rm_eval.share import Shared, SharedStage, write_share_file  # noqa: E402
from rm_eval.sharing import shared_of  # noqa: E402
from rm_eval.store import Store, keep_programme  # noqa: E402
from rm_eval.table import Upload  # noqa: E402
from rm_eval.twice import comparisons  # noqa: E402
from sample_data.answers import Form  # noqa: E402
from sample_data.make_samples import files_of  # noqa: E402
from sample_data.region.people import Trust, forms_of  # noqa: E402
from sample_data.region.trusts import TRUSTS  # noqa: E402

# Stages were closed some weeks after they were asked; all five sent their files on one day.
CLOSED_AFTER = timedelta(weeks=5)
SENT_ON = date(2022, 3, 1)


def main() -> None:
    """Write every file."""
    for trust in TRUSTS:
        folder = HERE / trust.folder
        for form in forms_of(trust):
            for name, content in files_of(form).items():
                (folder / name).write_bytes(content)
        share_file(trust).write_bytes(write_share_file(shared_by(trust)))
        print(share_file(trust).name)


def share_file(trust: Trust) -> Path:
    """Say where the share file of a trust is."""
    return HERE / f"{trust.folder}.json"


def shared_by(trust: Trust) -> Shared:
    """Do what each trust did at home: add its exports, close its stages, share what is told."""
    store = Store()
    keep_programme(store, read_programme(HERE / trust.folder / "card.toml", sample=True))
    for form, look in looks_of(trust):
        scope = Scope(organisation=trust.name, cohort=f"Cohort {form.cohort}", stage=form.stage)
        keep(store, look, scope=scope, role=form.role, sample=True, n_sent=sent(trust, form))
    datasets = store.datasets()
    for scope in dict.fromkeys((*(one.scope for one in datasets), *comparisons(datasets))):
        if trust.has_codes or not scope.since:
            close_stage(store, scope)
    shared = shared_of(store, trust.name, audience="internal", today=SENT_ON)
    store.close()
    return replace(shared, stages=tuple(_closed_then(trust, stage) for stage in shared.stages))


def looks_of(trust: Trust) -> Iterator[tuple[Form, Look]]:
    """Read the exports of a trust as anybody's are read."""
    for form in forms_of(trust):
        for name in files_of(form):
            content = (HERE / trust.folder / name).read_bytes()
            yield form, look_at(Upload(name=name, content=content))


def sent(trust: Trust, form: Form) -> int | None:
    """Count who was sent a later form: everybody who enrolled; None where nobody was counted."""
    enrolled = {
        (one.cohort, one.role): len(one.codes)
        for one in forms_of(trust)
        if one.stage == "enrolment"
    }
    return None if form.stage == "enrolment" else enrolled.get((form.cohort, form.role))


def _closed_then(trust: Trust, stage: SharedStage) -> SharedStage:
    cohort = next(one for one in trust.cohorts if stage.scope.cohort == f"Cohort {one.number}")
    asked_on = cohort.asked[stage.scope.stage][0].date()
    return replace(stage, closed_on=asked_on + CLOSED_AFTER)


if __name__ == "__main__":
    main()
