"""Share files for tests: an invented organisation's, small, made the product's own way."""

import json
from dataclasses import replace

from rm_eval.disclosure import Told
from rm_eval.programme import Card, CohortRecord, Pause, When
from rm_eval.responses import Scope
from rm_eval.share import Shared, SharedStage, leaves_of
from rm_eval.share.write import checksum
from tests.factories import A_DAY

NAME = "Fenland Trust (invented)"
COHORT = "Cohort 1"


def scope(organisation: str = NAME, cohort: str = COHORT) -> Scope:
    return Scope(organisation=organisation, cohort=cohort, stage="enrolment")


def shared(*every: Told, audience="internal", organisation=NAME, cohort=COHORT, **fields) -> Shared:
    """What leaves of these figures, as one closed stage."""
    here = scope(organisation, cohort)
    leaves = [leaves_of(replace(told, scope=here), audience) for told in every]
    stage = SharedStage(
        scope=here,
        closed_on=A_DAY,
        figures=tuple(one.told for one in leaves if one.told),
        kept=tuple(kept for one in leaves for kept in one.kept),
        people={},
        sent={},
    )
    own = {"made_on": A_DAY, "tool": "0.1.0", "sample": False, "stages": (stage,)} | fields
    return Shared(organisation=organisation, audience=audience, **own)


def card(**fields) -> Card:
    said = {"evaluation": "By a form at the end.\nAnd a talk.", "pauses": (Pause(why="Rest"),)}
    return Card(**{"organisation": NAME, "dated": When(2020, 10)} | said | fields)


def record(**fields) -> CohortRecord:
    return CohortRecord(**{"organisation": NAME, "cohort": COHORT, "start": When(2020, 3)} | fields)


def altered(content: bytes, change) -> bytes:
    """A file with something changed in it by somebody who knows how its checksum is made."""
    plain = json.loads(content)
    change(plain)
    return json.dumps(plain | {"checksum": checksum(plain)}).encode()
