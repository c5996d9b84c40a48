"""Every figure against R. What golden.json says of itself: versions, packages and calls."""

import json
from math import isclose
from pathlib import Path

import pytest

from tests.stats.golden_answers import ANSWERS

GOLDEN = json.loads(Path(__file__).with_name("golden.json").read_text("utf-8"))["cases"]

RELATIVE, ABSOLUTE = 1e-8, 1e-10

# pwr searches until it is within 1.2e-4 of the root; test_detectable.py shows that ours is nearer.
AS_NEAR_AS_PWR = {"dz_80": 3e-5, "dz_90": 3e-5, "d_80": 3e-5}

# The R package forces p = 1 where nothing varies; its own t is missing there, and so is our p.
NO_VARIATION = {("overlap.all_same", "p2")}


def agrees(ours, theirs, *, relative=RELATIVE):
    if isinstance(ours, list):
        # R writes a vector of one as a number.
        theirs = theirs if isinstance(theirs, list) else [theirs]
        return len(ours) == len(theirs) and all(map(agrees, ours, theirs))
    if ours is None or theirs is None:
        return ours is theirs
    return isclose(ours, theirs, rel_tol=relative, abs_tol=ABSOLUTE)


@pytest.mark.parametrize("case", GOLDEN, ids=[case["id"] for case in GOLDEN])
def test_a_golden_case_comes_out_as_in_r(case):
    ours = ANSWERS[case["group"]](case["inputs"])

    differing = {
        key: (ours[key], theirs)
        for key, theirs in case["result"].items()
        if (case["id"], key) not in NO_VARIATION
        and not agrees(ours[key], theirs, relative=AS_NEAR_AS_PWR.get(key, RELATIVE))
    }

    assert differing == {}


def test_the_golden_values_are_those_that_r_gave(shared):
    theirs = json.loads((shared / "golden" / "golden.json").read_text("utf-8"))["cases"]
    results = {case["id"]: case for case in theirs}

    changed = [
        (case["id"], key)
        for case in GOLDEN
        for key, value in case["result"].items()
        if results[case["id"]]["result"][key] != value
    ]

    assert changed == []
    assert all(results[case["id"]]["inputs"].items() >= case["inputs"].items() for case in GOLDEN)
