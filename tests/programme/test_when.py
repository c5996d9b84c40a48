"""A date is kept as far as it is known, and read as people type it."""

from datetime import date

import pytest

from rm_eval.errors import NotAllowed
from rm_eval.programme import When, read_when


@pytest.mark.parametrize(
    "typed",
    ["October 2020", "october 2020", "Oct 2020", "2020-10", "10/2020", " Oct.  2020 "],
)
def test_a_month_is_read_as_people_type_it(typed):
    assert read_when(typed) == When(2020, 10)


@pytest.mark.parametrize(
    "typed", ["18 December 2020", "18th December 2020", "2020-12-18", "18/12/2020"]
)
def test_a_day_is_read_as_people_type_it(typed):
    assert read_when(typed) == When(2020, 12, 18)


def test_a_year_alone_is_a_date():
    assert read_when("2017") == When(2017)


def test_nothing_typed_is_no_date():
    assert read_when("  ") is None


@pytest.mark.parametrize(
    "typed", ["soon", "13/2020", "31 February 2020", "Decemberish 2020", "02020", "1020", "may"]
)
def test_what_is_no_date_is_refused_with_an_example(typed):
    with pytest.raises(NotAllowed, match="such as October 2020"):
        read_when(typed)


@pytest.mark.parametrize(
    ("when", "words", "written"),
    [
        (When(2020), "2020", "2020"),
        (When(2020, 10), "October 2020", "2020-10"),
        (When(2020, 9, 4), "4 September 2020", "2020-09-04"),
    ],
)
def test_no_more_is_said_of_a_date_than_is_known(when, words, written):
    assert when.words == words
    assert str(when) == written
    assert read_when(written) == when


def test_a_month_lasts_from_its_first_day_to_its_last():
    assert (When(2020, 2).first, When(2020, 2).last) == (date(2020, 2, 1), date(2020, 2, 29))
    assert When(2020).last == date(2020, 12, 31)
