"""The table of limits and bands, cell by cell, as the decision has it."""

import pytest

from rm_eval.disclosure.policy import band, mean_rule_for, rule_for, thirds
from rm_eval.questionnaire import Scale


def told(mark, count, n, audience):
    return band(count, n, rule_for(mark, n, audience))


@pytest.mark.parametrize("mark", ["ordinary", "opinion", "harm"])
def test_the_team_sees_every_count(mark):
    assert [told(mark, count, 3, "team") for count in range(4)] == [(c, c) for c in range(4)]


@pytest.mark.parametrize("audience", ["internal", "public"])
@pytest.mark.parametrize("mark", ["ordinary", "opinion", "harm"])
@pytest.mark.parametrize("n", [1, 2, 3, 4])
def test_nothing_is_told_of_fewer_than_five(mark, audience, n):
    assert rule_for(mark, n, audience) == "hidden"


@pytest.mark.parametrize(
    ("mark", "audience", "n", "bands"),
    [
        ("ordinary", "internal", 5, [(0, 2)] * 3 + [(3, 3), (4, 4), (5, 5)]),
        ("ordinary", "internal", 11, [(0, 2)] * 3 + [(c, c) for c in range(3, 12)]),
        ("ordinary", "public", 6, [(0, 2)] * 3 + [(3, 6)] * 4),
        ("ordinary", "public", 7, [(0, 2)] * 3 + [(3, 4)] * 2 + [(5, 7)] * 3),
        ("ordinary", "public", 11, [(0, 2)] * 3 + [(c, c) for c in range(3, 12)]),
        ("opinion", "internal", 5, [(0, 2)] * 3 + [(3, 5)] * 3),
        ("opinion", "public", 9, [(0, 2)] * 3 + [(3, 6)] * 4 + [(7, 9)] * 3),
        ("opinion", "internal", 10, [(0, 2)] * 3 + [(c, c) for c in range(3, 8)] + [(8, 10)] * 3),
        ("harm", "internal", 9, [(0, 9)] * 10),
        ("harm", "internal", 10, [(0, 2)] * 3 + [(c, c) for c in range(3, 8)] + [(8, 10)] * 3),
        ("harm", "public", 30, [(0, 30)] * 31),
    ],
)
def test_counts_are_banded_by_mark_audience_and_size(mark, audience, n, bands):
    assert [told(mark, count, n, audience) for count in range(n + 1)] == bands


@pytest.mark.parametrize(
    ("n", "rule"), [(4, "hidden"), (5, "whole"), (9, "whole"), (10, "one_decimal")]
)
def test_a_mean_is_as_exact_as_the_group_is_large(n, rule):
    assert mean_rule_for("opinion", n, "internal") == rule
    assert mean_rule_for("harm", n, "public") == "hidden"


@pytest.mark.parametrize(
    ("scale", "parts"),
    [
        (Scale(), ((1, 4), (5, 7), (8, 10))),
        (Scale(high=5), ((1, 2), (3, 3), (4, 5))),
        (Scale(low=0, high=100), ((0, 33), (34, 66), (67, 100))),
    ],
)
def test_a_scale_is_cut_in_three_parts_without_gap_or_overlap(scale, parts):
    assert thirds(scale) == parts


def test_a_band_always_holds_the_true_count():
    for rule in ("exact", "low_end", "both_ends", "three_bands", "two_bands", "hidden"):
        for n in range(5, 31):
            for count in range(n + 1):
                low, high = band(count, n, rule)
                assert low <= count <= high
