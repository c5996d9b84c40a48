from datetime import date

import pytest

from rm_eval.recognise.dates import day_stands_first, read_date, read_serial
from rm_eval.recognise.kinds import type_by_content

THE_FOURTH_OF_MARCH = date(2026, 3, 4)


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-04",
        "2026-03-04 08:41:00",
        "04/03/2026",
        "4/3/26",
        "4.3.2026",
        "04-03-2026 13:05",
        "4/3/2026 1:05:09 PM",
        "4 March 2026",
        "4th March 2026",
        "March 4, 2026",
        "04-Mar-2026",
    ],
)
def test_a_date_is_read_however_it_is_written(text):
    assert read_date(text, day_first=True) == THE_FOURTH_OF_MARCH


def test_the_month_may_stand_first():
    assert read_date("03/04/2026", day_first=False) == THE_FOURTH_OF_MARCH


@pytest.mark.parametrize("text", ["31/02/2026", "soon", "4/3", "04/03-2026", "7", "04/03/2026 x"])
def test_what_is_no_date_is_none(text):
    assert read_date(text, day_first=True) is None


@pytest.mark.parametrize(
    ("texts", "first"),
    [
        (["13/02/2026", "01/02/2026"], True),
        (["02/13/2026", "01/02/2026"], False),
        (["01/02/2026"], None),
        (["13/02/2026", "02/13/2026"], None),
        (["2026-03-04"], True),
    ],
)
def test_one_day_above_12_settles_the_order_for_the_column(texts, first):
    assert day_stands_first(texts) is first


def test_one_slip_does_not_make_a_column_of_dates_words():
    answers = ["13/02/2026", "14/02/2026", "15/02/2026", "16/02/2026", "next week"]

    assert type_by_content("When?", answers).type == "date"


def test_a_day_as_spreadsheets_count_them_is_a_date_where_one_is_asked_for():
    assert read_serial("45231") == date(2023, 11, 1)
    assert type_by_content("Start date", ["45231", "45260"]).type == "date"
    assert type_by_content("Salary", ["45231", "45260"]).type == "number"


def test_a_slip_the_other_way_round_does_not_unsettle_the_column():
    assert day_stands_first([*["13/02/2026"] * 5, "02/13/2026"]) is True
    assert day_stands_first([*["02/13/2026"] * 5, "13/02/2026"]) is False
