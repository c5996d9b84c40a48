"""Averages of organisations together: published rows in, R's figures out."""

import json
from functools import cache
from math import sqrt
from pathlib import Path

import pandas as pd
import pytest

from rm_eval.compare import averages_together
from rm_eval.disclosure import COLUMNS, Published
from rm_eval.wording.over_organisations import of_means, of_pooled
from tests.factories import A_DAY, SCOPE, scale_question

GOLDEN = Path(__file__).parent.parent / "stats" / "golden.json"
# Every variance of these cases is this one over a whole number of people.
WITHIN = {"k2_similar": 6, "k2_identical": 6, "k2_hetero": 6, "k3_homog": 6, "k6": 21}
# R prints 15 digits; REML is sought to 1e-14.
CLOSE = {"rel": 1e-6, "abs": 1e-6}


@cache
def golden(name):
    cases = json.loads(GOLDEN.read_text("utf-8"))
    (case,) = (one for one in cases["cases"] if one["id"] == f"meta.{name}.REML")
    return case["inputs"], case["result"]


def published(mean, n, sd):
    """One organisation's average as the region has it; sd exact, or between two ends."""
    low, high = sd if isinstance(sd, tuple) else (sd, sd)
    rows = [
        row("mean", mean, mean, mean, n, "exact"),
        *([row("sd", float("nan"), low, high, n, "band")] if sd is not None else []),
    ]
    return Published(
        rows=pd.DataFrame(rows, columns=list(COLUMNS)),
        question=scale_question(),
        scope=SCOPE,
        measure="scale",
        audience="internal",
        grouped=0,
        notes=(),
        sources=(),
        sample=False,
        made_on=A_DAY,
    )


def row(statistic, value, low, high, n, shown):  # noqa: PLR0913, PLR0917
    told = {"statistic": statistic, "value": value, "low": low, "high": high, "shown": shown}
    about = {"group": "mentor", "group_label": "Mentors", "n": float(n), "n_text": str(n)}
    rest = dict.fromkeys(("answer", "label", "text", "why"), "")
    return {**rest, "share_low": float("nan"), "share_high": float("nan"), **about, **told}


def together(name):
    inputs, result = golden(name)
    within = WITHIN[name]
    every = [
        published(mean, round(within / variance), sqrt(within))
        for mean, variance in zip(inputs["yi"], inputs["vi"], strict=True)
    ]
    return averages_together(every)["mentor"], result


@pytest.mark.parametrize("name", ["k3_homog", "k6"])
def test_the_average_and_its_range_are_those_of_r(name):
    found, result = together(name)
    assert found.mean == pytest.approx(result["mu"], **CLOSE)
    assert found.low == pytest.approx(result["mkh_ci_low"], **CLOSE)
    assert found.high == pytest.approx(result["mkh_ci_high"], **CLOSE)
    assert found.effects.tau2 == pytest.approx(result["tau2"], **CLOSE)
    assert found.effects.q_p == pytest.approx(result["Q_p"], **CLOSE)


def test_from_five_organisations_where_another_would_lie_is_that_of_r():
    found, result = together("k6")
    assert found.prediction_low == pytest.approx(result["pi_mkh_low_df_k_minus_2"], **CLOSE)
    assert found.prediction_high == pytest.approx(result["pi_mkh_high_df_k_minus_2"], **CLOSE)


def test_of_three_no_other_is_predicted():
    found, _ = together("k3_homog")
    assert (found.rule, found.prediction_low) == ("range", None)


@pytest.mark.parametrize("name", ["k2_similar", "k2_identical", "k2_hetero"])
def test_two_have_an_average_and_no_range(name):
    found, result = together(name)
    assert (found.rule, found.low) == ("average", None)
    if result["tau2"] == 0:  # then R's weights are people, too
        assert found.mean == pytest.approx(result["mu"], **CLOSE)


def test_one_alone_is_not_put_together():
    found = averages_together([published(7.1, 12, 1.5)])["mentor"]
    assert (found.rule, of_means(found)) == ("alone", ("not put together", ""))


def test_without_a_spread_there_is_nothing_to_put_together():
    assert averages_together([published(7.1, 12, None), published(6.8, 14, None)]) == {}


def test_where_the_spread_is_a_range_the_pooled_range_holds_that_of_every_spread_in_it():
    means, sizes = (7.1, 6.2, 7.8, 6.9, 7.4), (12, 30, 14, 22, 11)
    ends = (1.0, 3.0)
    of = [published(mean, n, ends) for mean, n in zip(means, sizes, strict=True)]
    wide = averages_together(of)["mentor"]
    for sd in (1.0, 1.5, 2.0, 2.5, 3.0):
        those = [published(mean, n, sd) for mean, n in zip(means, sizes, strict=True)]
        one = averages_together(those)["mentor"]
        assert wide.low <= one.low <= one.high <= wide.high
        assert wide.prediction_low <= one.prediction_low
        assert one.prediction_high <= wide.prediction_high


def test_a_spread_that_may_be_nought_is_still_put_together():
    of = [published(mean, 12, (0.0, 2.0)) for mean in (7.1, 6.2, 7.8)]
    assert averages_together(of)["mentor"].rule == "range"


def test_that_organisations_differ_beyond_chance_is_said_by_the_q_test_alone():
    alike, _ = together("k3_homog")
    assert of_pooled(alike).startswith("Differences this size are expected by chance")
    apart, _ = together("k6")
    assert of_pooled(apart).startswith("They differ by more than chance alone would have them")


def test_where_the_spread_leaves_it_open_nothing_is_said_of_chance():
    of = [published(mean, 20, (0.5, 3.0)) for mean in (6.8, 7.4, 7.9, 7.1)]
    assert of_pooled(averages_together(of)["mentor"]).startswith(
        "Whether they differ by more than chance cannot be said"
    )


def test_an_average_told_to_about_half_a_point_goes_in_and_a_wider_one_stays_out():
    close, wide = published(7.0, 20, 2.0), published(7.0, 20, 2.0)
    close.rows.loc[0, ["shown", "value", "low", "high"]] = ["band", float("nan"), 6.9, 7.2]
    wide.rows.loc[0, ["shown", "value", "low", "high"]] = ["band", float("nan"), 6.2, 7.2]
    others = [published(mean, 20, 2.0) for mean in (6.8, 7.4, 7.9)]
    assert averages_together([*others, close])["mentor"].k == 4
    assert averages_together([*others, wide])["mentor"].k == 3
