"""Every figure against R. What golden.json says of itself: versions, packages and calls."""

import json
from math import isclose
from pathlib import Path

import pytest

from tests.stats.golden_answers import LEFT_OUT, answer

GOLDEN = json.loads(Path(__file__).with_name("golden.json").read_text("utf-8"))["cases"]

RELATIVE, ABSOLUTE = 1e-8, 1e-10

# pwr stops its search within 1.2e-4 of the root; test_rules.py shows that ours is nearer.
AS_NEAR_AS_PWR = {"dz_80": 3e-5, "dz_90": 3e-5, "d_80": 3e-5}

# The R package forces p = 1 where nothing varies; its own t is missing there, and so is our p.
NO_VARIATION = {("overlap.all_same", "p2")}

# R stops where there are too many ways to write out; a dynamic programme counts on.
COUNTED_HERE_ALONE = {
    ("overlap.published_derrick2017", "stratified_permutation_p"),
    ("rank.roundingtimes", "friedman_exact_p"),
    ("rank.mentors6x5", "friedman_exact_p"),
    ("rank.perfect4x4", "friedman_exact_p"),
}
PASSED_OVER = NO_VARIATION | COUNTED_HERE_ALONE


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
    ours = answer(case)

    differing = {
        key: (ours[key], theirs)
        for key, theirs in case["result"].items()
        if (case["id"], key) not in PASSED_OVER
        and not agrees(ours[key], theirs, relative=AS_NEAR_AS_PWR.get(key, RELATIVE))
    }

    assert differing == {}


@pytest.fixture(scope="module")
def cases_in_r(shared):
    return json.loads((shared / "golden" / "golden.json").read_text("utf-8"))["cases"]


def test_the_golden_values_carried_here_are_those_that_r_gave(cases_in_r):
    in_r = {case["id"]: case for case in cases_in_r}

    changed = [
        (case["id"], key)
        for case in GOLDEN
        for part in ("inputs", "result")
        for key, value in case[part].items()
        if in_r[case["id"]][part][key] != value
    ]

    assert changed == []


def test_nothing_that_r_gave_is_passed_over_without_a_reason(cases_in_r):
    excused = set().union(*LEFT_OUT.values())
    carried = {(case["id"], key) for case in GOLDEN for key in case["result"]}

    passed_over = {
        (case["id"], key)
        for case in cases_in_r
        for key in case["result"]
        if (case["id"], key) not in carried and key not in excused
    }

    assert passed_over == set()
