"""The documentation of a statistic: formula, source, when not to use it; and that it is true."""

import doctest
import importlib
import pkgutil
import subprocess
import sys
from inspect import getdoc, isfunction

import pytest

from rm_eval import stats

MODULES = [f"rm_eval.stats.{found.name}" for found in pkgutil.iter_modules(stats.__path__)]
VERBS = [name for name in stats.__all__ if isfunction(getattr(stats, name))]

# Rules and counts, in which there is no estimate to misuse.
PLAIN = {"flow", "primary_basis", "least_rank_sum_p", "least_signed_rank_p", "prediction_interval"}
SAME_AS_ANOTHER = {"stayers_and_leavers", "paired_power", "detectable_difference"}


@pytest.mark.parametrize("module", MODULES)
def test_the_examples_in_the_documentation_come_out_as_printed(module):
    # By its name from the root: a function of the same name hides some modules.
    assert doctest.testmod(importlib.import_module(module)).failed == 0


@pytest.mark.parametrize("verb", VERBS)
def test_every_statistic_has_its_formula_or_rule_written_down(verb):
    text = getdoc(getattr(stats, verb))

    assert "Notes" in text or "Returns" in text
    assert "``" in text or verb in PLAIN | SAME_AS_ANOTHER


@pytest.mark.parametrize("verb", sorted(set(VERBS) - PLAIN - SAME_AS_ANOTHER))
def test_every_statistic_says_when_not_to_use_it_and_where_it_comes_from(verb):
    text = getdoc(getattr(stats, verb))

    assert "Not for" in text or "No\ntest" in text or "never afterwards" in text
    assert "References" in text or verb == "drop_out_bounds"


def test_the_statistics_load_without_the_half_second_that_scipys_own_take():
    ask = "import sys, rm_eval.stats; sys.exit('scipy.stats' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", ask], check=False).returncode == 0
