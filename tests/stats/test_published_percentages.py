"""Percentages printed without a number of people: which numbers can stand behind them."""

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rm_eval.stats import Fit, fits_of
from rm_eval.stats.published_percentages import count_behind

# "What are the main areas of work of the participants?", South East report, March 2021.
MENTORS = [55, 82, 72, 36, 55, 27, 55, 18, 0]
MENTEES = [86, 86, 43, 43, 14, 0, 0, 0, 14]


def found(percentages: list[int], most: int = 30) -> tuple[Fit, ...]:
    return fits_of([Decimal(one) for one in percentages], most=most)


def test_seven_mentees_fit_the_report_of_march_2021_and_so_do_their_multiples():
    fits = found(MENTEES)

    assert [fit.n for fit in fits] == [7, 14, 21, 28]
    assert fits[0].counts == (6, 6, 3, 3, 1, 0, 0, 0, 1)
    assert fits[0].odd == ()


def test_eleven_mentors_fit_the_report_but_for_the_72_percent():
    fits = found(MENTORS)

    assert [fit.n for fit in fits] == [11, 22]
    assert fits[0].counts == (6, 9, 8, 4, 6, 3, 6, 2, 0)
    assert [MENTORS[at] for at in fits[0].odd] == [72]


def test_no_fewer_than_67_mentors_fit_all_nine_percentages_of_the_report():
    fits = found(MENTORS, most=70)

    assert fits[0].n == 67
    assert fits[0].odd == ()


def test_nothing_printed_fits_nothing():
    assert found([]) == ()


def test_a_decimal_says_how_far_it_was_rounded():
    assert count_behind(Decimal("72.7"), 11) == (8, True)
    assert count_behind(Decimal("72.0"), 11) == (8, False)
    assert count_behind(Decimal("73.0"), 11) == (8, False)


@pytest.mark.parametrize("rounding", [ROUND_HALF_UP, ROUND_HALF_EVEN])
@given(data=st.data())
def test_whatever_people_gave_their_own_number_fits_all_of_it(rounding, data):
    n = data.draw(st.integers(1, 40))
    counts = data.draw(st.lists(st.integers(0, n), min_size=1, max_size=9))
    places = Decimal(1).scaleb(-data.draw(st.integers(0, 2)))
    printed = [(Decimal(100 * one) / n).quantize(places, rounding) for one in counts]

    fits = fits_of(printed, most=40)

    assert n in [fit.n for fit in fits]
    assert all(fit.odd == () for fit in fits)


@given(st.lists(st.integers(0, 100), min_size=1, max_size=6), st.integers(1, 40))
def test_what_fits_is_what_trying_every_count_finds(percentages, most):
    """Brute force, by printing every share of every number of people both ways."""

    def printed(count: int, n: int) -> set[int]:
        share = Decimal(100 * count) / n
        return {int(share.quantize(Decimal(1), way)) for way in (ROUND_HALF_UP, ROUND_HALF_EVEN)}

    def odd(n: int) -> tuple[int, ...]:
        every = {one for count in range(n + 1) for one in printed(count, n)}
        # A half rounds either way: down only where the even number lies above.
        every |= {200 * count // (2 * n) for count in range(n + 1) if 200 * count % (2 * n) == n}
        return tuple(at for at, one in enumerate(percentages) if one not in every)

    by_n = {n: odd(n) for n in range(1, most + 1)}
    fewest = min(len(one) for one in by_n.values())
    fits = found(percentages, most)

    assert {fit.n: fit.odd for fit in fits} == {
        n: one for n, one in by_n.items() if len(one) == fewest
    }
