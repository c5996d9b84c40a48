"""The same question asked twice: golden numbers are those of tests/stats, by way of answers."""

from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rm_eval.measures.change import STATISTICS, measure_change
from rm_eval.measures.families import judge_together
from tests.changes import twice
from tests.factories import SCOPE, chosen, scale_question, yes_no_question


def change(*args, **kwargs):
    repeat, those = twice(*args, **kwargs)
    return measure_change(repeat, [those], scope=SCOPE)


def values(measured):
    rows = measured.rows[~measured.rows["statistic"].isin(["people", "pair"])]
    return dict(zip(rows["statistic"], rows["value"], strict=True))


def people(measured, statistic="people"):
    rows = measured.rows[measured.rows["statistic"] == statistic]
    return dict(zip(rows["answer"], rows["value"], strict=True))


def answer(measured, statistic):
    return measured.rows.set_index("statistic").loc[statistic, "answer"]


SEVEN = ([5, 6, 4, 7, 3, 6, 8], [7, 6, 6, 9, 6, 6, 9])


def test_linked_people_go_down_stay_or_go_up():
    found = change([5, 6, 4, 7], [7, 6, 3, 8])
    assert people(found) == {"down": 1, "same": 1, "up": 2}
    assert people(found, "pair") == {"4>3": 1, "5>7": 1, "6>6": 1, "7>8": 1}


def test_seven_people_are_judged_as_r_judges_them():
    # R 4.2.2, coin 1.4.2: paired.mentees7 of ../shared/golden/golden.json
    found = values(change(*SEVEN))
    assert found["mean"] == pytest.approx(10 / 7)
    assert (found["low"], found["high"]) == pytest.approx((0.37989492093787, 2.47724793620499))
    assert found["p"] == pytest.approx(0.0625)
    assert found["t_p"] == pytest.approx(0.0157414104231235)


def test_who_answered_once_alone_is_counted_and_not_compared():
    found = change([5, 6, 4], [7, 2], pairs=[(2, 1)])
    assert people(found) == {"down": 0, "same": 0, "up": 1}
    assert (values(found)["before_only"], values(found)["after_only"]) == (2, 1)
    assert found.rows["n"].unique().tolist() == [1]


def test_a_linked_person_who_left_the_question_out_is_not_linked_in_it():
    repeat, those = twice([5, 6], [7, 8], pairs=[(1, 1), (2, 3)])
    found = measure_change(repeat, [those], scope=SCOPE)
    assert values(found)["before_only"] == values(found)["after_only"] == 1


def test_linked_people_who_left_it_out_are_counted_as_nobody():
    repeat, those = twice([5, 6], [7, 8], pairs=[(2, 3)])
    found = measure_change(repeat, [those], scope=SCOPE)
    assert people(found) == {"down": 0, "same": 0, "up": 0}
    assert found.rows["n"].unique().tolist() == [0]


def test_below_five_pairs_there_is_no_range_and_below_six_no_p():
    four, five = values(change([1, 2, 3, 4], [2, 4, 4, 7])), values(change(*[s[:5] for s in SEVEN]))
    assert not {"low", "high", "t_p", "p"} & four.keys()
    assert {"low", "high", "t_p"} <= five.keys()
    assert "p" not in five
    assert five["p_least"] == pytest.approx(0.0625)


def test_six_people_who_all_rise_reach_the_least_p_of_all():
    found = values(change([5, 5, 5, 5, 5, 5], [6, 7, 8, 9, 6, 7]))
    assert found["p"] == found["p_least"] == pytest.approx(0.03125)


def test_everybody_the_same_is_no_range_and_no_p():
    found = values(change([5] * 7, [5] * 7))
    assert found["mean"] == 0
    assert not {"low", "high", "t_p", "p", "rank_biserial", "hedges_g"} & found.keys()


def test_a_fall_is_counted_from_the_best_end():
    scale = replace(scale_question().scale, better="lower")
    question = replace(scale_question(), scale=scale)
    assert values(change([1, 2, 9], [3, 1, 1], question=question))["at_top"] == 2
    assert values(change([1, 9, 10], [3, 1, 1]))["at_top"] == 2


def test_those_who_left_could_hide_this_much():
    found = values(change([5, 6, 7, 5, 6, 1, 1], [7, 7, 7, 6, 5]))  # changes 2 1 0 1 -1
    assert found["if_stayed"] == pytest.approx(3 / 7)
    assert found["if_worst"] == pytest.approx((3 - 2) / 7)


def test_where_nobody_is_linked_two_times_are_described():
    found = change([5, 6, 7, 8, 9], [7, 8, 9, 9, 9], pairs=[])
    assert people(found) == {}
    assert found.rows["n"].unique().tolist() == [5]
    assert answer(found, "basis") == "apart"
    assert values(found)["mean"] == pytest.approx(1.4)
    assert {"cliffs_delta", "p", "low", "high"} <= values(found).keys()
    assert "at_top" not in values(found)


def test_few_links_let_everybodys_answers_lead():
    found = change([5, 6, 4, 7, 3, 6, 8], [7, 6, 6, 9, 6, 6, 9], pairs=[(1, 1), (2, 2)])
    assert answer(found, "basis") == "everyone"
    assert {"all_mean", "all_low", "all_high", "all_p"} <= values(found).keys()


def test_yes_and_no_are_judged_as_shares():
    # by hand: six changed, all to yes; mid-p is twice half of that one way
    before, after = [0, 10], [6, 4]
    repeat, those = twice([1, 1], [1, 1], question=yes_no_question(), answers=_yes_no(before))
    those = replace(those, later=chosen(repeat.question, after), pairs=_all(10))
    found = measure_change(repeat, [those], scope=SCOPE)
    assert people(found) == {"down": 0, "same": 4, "up": 6}
    assert values(found)["p"] == pytest.approx(0.5**6)  # 2 * (0.5**6 / 2)
    assert values(found)["mean"] == pytest.approx(0.6)
    assert 0 < values(found)["low"] < 0.6 < values(found)["high"]


def test_few_shares_of_partly_linked_people_have_no_range():
    repeat, those = twice([1, 1], [1, 1], question=yes_no_question(), answers=_yes_no([2, 5]))
    those = replace(those, later=chosen(repeat.question, [4, 3]), pairs=_all(5))
    found = values(measure_change(repeat, [those], scope=SCOPE))
    assert found["all_mean"] == pytest.approx(4 / 7 - 2 / 7)
    assert "all_low" not in found
    those = replace(those, later=chosen(repeat.question, [9, 3]), pairs=_all(5))
    ten = replace(those, earlier=chosen(replace(repeat.question, id="before"), [4, 8]))
    assert {"all_low", "all_high", "all_p"} <= values(
        measure_change(repeat, [ten], scope=SCOPE)
    ).keys()


def _yes_no(counts):
    return lambda question, _: chosen(question, counts)


def _all(n):
    return tuple((at, at) for at in range(1, n + 1))


def test_two_roles_stay_two_groups():
    repeat, mentees = twice([5], [6])
    _, others = twice([5, 5], [4, 5])
    found = measure_change(repeat, [replace(others, role="mentor"), mentees], scope=SCOPE)
    counted = found.rows[found.rows["statistic"] == "people"]
    assert counted.groupby("group")["value"].sum().to_dict() == {"mentor": 2, "mentee": 1}


def test_nobody_at_one_of_the_times_is_nothing_to_compare():
    found = change([5, 6], [])
    assert values(found)["n_after"] == 0
    assert "basis" not in found.rows["statistic"].to_list()


SCORES = st.lists(st.tuples(st.integers(1, 10), st.integers(1, 10)), min_size=1, max_size=12)


@settings(deadline=None)  # a busy machine is no failure
@given(SCORES, st.randoms())
def test_the_order_of_people_changes_nothing(pairs, chance):
    mixed = list(pairs)
    chance.shuffle(mixed)
    one, other = (values(change(*map(list, zip(*those, strict=True)))) for those in (pairs, mixed))
    assert one == pytest.approx(other)


@settings(deadline=None)  # a busy machine is no failure
@given(SCORES)
def test_swapping_the_times_turns_the_change_round(pairs):
    before, after = map(list, zip(*pairs, strict=True))
    forth, back = values(change(before, after)), values(change(after, before))
    assert forth["mean"] == pytest.approx(-back["mean"])
    assert forth.get("p") == pytest.approx(back.get("p"))
    if "low" in forth:
        assert forth["low"] == pytest.approx(-back["high"])


@settings(deadline=None)  # a busy machine is no failure
@given(SCORES)
def test_nothing_undefined_gets_a_row(pairs):
    before, after = map(list, zip(*pairs, strict=True))
    rows = change(before, after).rows
    assert rows["value"].notna().all()
    assert set(rows["statistic"]) <= {*STATISTICS, "people", "pair", "basis"}


def verdicts(*those):
    return [answer(one, "verdict") for one in judge_together([change(*one) for one in those])]


def test_one_question_of_seven_people_leans_but_is_not_clear():
    assert verdicts(SEVEN) == ["leaning"]  # the range leaves out 0, the exact p is .0625


def test_seven_people_who_all_rise_are_clear_alone_and_not_among_four():
    rise = ([5, 5, 5, 5, 5, 5, 5], [6, 7, 8, 9, 6, 7, 8])
    assert verdicts(rise) == ["clear"]
    assert verdicts(rise, rise, rise, rise) == ["leaning"] * 4  # .0156 * 4 = .0625


def test_nobody_changed_and_mixed_changes_tell_nothing():
    assert verdicts(([5] * 7, [5] * 7), ([5] * 7, [4, 6, 4, 6, 5, 5, 5])) == ["cannot_tell"] * 2


def test_everybody_rising_by_the_same_leans_although_it_has_no_range():
    assert verdicts(([5, 4, 3, 5, 6], [7, 6, 5, 7, 8])) == ["leaning"]
    assert verdicts(([5, 4], [7, 6])) == ["cannot_tell"]


def test_each_role_is_a_family_of_its_own():
    repeat, mentees = twice([5, 5, 5, 5, 5, 5, 5], [6, 7, 8, 9, 6, 7, 8])
    _, others = twice([5] * 7, [5, 6, 5, 4, 5, 6, 5])
    both = measure_change(repeat, [replace(others, role="mentor"), mentees], scope=SCOPE)
    (found,) = judge_together([both])
    rows = found.rows.set_index(["group", "statistic"])
    assert rows.loc[("mentee", "n_questions"), "value"] == 1
    assert rows.loc[("mentee", "verdict"), "answer"] == "clear"
    assert rows.loc[("mentor", "verdict"), "answer"] == "cannot_tell"


def test_what_cannot_be_linked_gets_no_verdict():
    (found,) = judge_together([change([5, 6, 7], [6, 7, 8], pairs=[])])
    assert not set(found.rows["statistic"]) & {"verdict", "p_holm", "n_questions"}


def test_the_rows_stay_a_table_of_measures():
    (found,) = judge_together([change(*SEVEN)])
    assert isinstance(found.rows, pd.DataFrame)
    assert found.rows["value"].dtype == float
