"""A timeline says when a programme ran and stood still, and no more than is known."""

from datetime import date

from rm_eval import wording
from rm_eval.charts import PAGE, PHONE, draw_timeline
from rm_eval.programme import Card, CohortRecord, Event, Pause, Stretch, When, timeline_of

TODAY = date(2021, 6, 15)
TRUST = "An invented trust"


def card(**said):
    return Card(organisation=TRUST, **said)


def cohort(name="Cohort 1", **said):
    return CohortRecord(organisation=TRUST, cohort=name, **said)


def laid_out(*records, card=None):
    return timeline_of(card, records, organisation=TRUST, today=TODAY)


def kinds(row):
    return [(stretch.kind, str(stretch.first), str(stretch.last)) for stretch in row.stretches]


# What is known ------------------------------------------------------------------------------------


def test_a_finished_cohort_ran_from_the_first_day_of_its_month_to_the_last():
    (row,) = laid_out(cohort(start=When(2020, 10), end=When(2021, 3))).rows

    assert row.stretches == (Stretch("ran", date(2020, 10, 1), date(2021, 3, 31)),)


def test_a_running_cohort_runs_until_today():
    (row,) = laid_out(cohort(start=When(2021, 1), status="running")).rows

    assert kinds(row) == [("ran", "2021-01-01", "2021-06-15")]


def test_a_pause_is_a_gap_between_two_stretches_and_never_joined():
    pause = Pause(since=When(2020, 12), until=When(2021, 2))

    (row,) = laid_out(cohort(start=When(2020, 10), end=When(2021, 4), pauses=(pause,))).rows

    assert kinds(row) == [
        ("ran", "2020-10-01", "2020-12-01"),
        ("paused", "2020-12-01", "2021-02-01"),
        ("ran", "2021-02-01", "2021-04-30"),
    ]


def test_a_pause_that_has_not_ended_lasts_until_today():
    pause = Pause(since=When(2021, 3))

    (row,) = laid_out(cohort(start=When(2020, 10), status="paused", pauses=(pause,))).rows

    assert kinds(row)[-1] == ("paused", "2021-03-01", "2021-06-15")


def test_of_a_start_known_by_its_year_nobody_can_say_when_in_it():
    (row,) = laid_out(cohort(start=When(2019), end=When(2020, 6))).rows

    assert kinds(row) == [
        ("about", "2019-01-01", "2019-12-31"),
        ("ran", "2019-12-31", "2020-06-30"),
    ]


def test_a_pause_that_began_at_an_unknown_time_is_told_from_one_whose_dates_are_known():
    pause = Pause(since=When(2020), until=When(2020, 9))

    (row,) = laid_out(card=card(since=When(2020, 2), pauses=(pause,))).rows

    assert kinds(row)[0] == ("stopping", "2020-02-01", "2020-09-01")


def test_a_pause_without_any_date_is_said_in_words_and_not_drawn():
    timeline = laid_out(card=card(since=When(2018), pauses=(Pause(why="COVID-19"),)))

    assert "paused" not in {stretch.kind for stretch in timeline.rows[0].stretches}
    assert "dates not stated (COVID-19)" in wording.alt_of_timeline(timeline)


def test_a_cohort_that_was_put_off_is_planned_from_its_new_start():
    pause = Pause(since=When(2021, 3), until=When(2021, 10))

    (row,) = laid_out(cohort(start=When(2021, 10), status="postponed", pauses=(pause,))).rows

    assert kinds(row) == [
        ("paused", "2021-03-01", "2021-10-01"),
        ("planned", "2021-10-01", "2021-10-31"),
    ]


def test_what_starts_after_today_is_planned():
    (row,) = laid_out(cohort(start=When(2022, 1), status="running")).rows

    assert kinds(row) == [("planned", "2022-01-01", "2022-01-31")]


def test_the_timeline_of_a_sample_ends_with_its_document():
    of_then = card(since=When(2020, 2), sample=True, dated=When(2020, 12, 18))

    timeline = laid_out(card=of_then)

    assert timeline.as_of == When(2020, 12, 18)
    assert kinds(timeline.rows[0]) == [("ran", "2020-02-01", "2020-12-18")]


def test_a_cohort_without_dates_is_named_and_not_drawn():
    timeline = laid_out(cohort(), cohort("Cohort 2", start=When(2021, 1)))

    assert [row.name for row in timeline.dated] == ["Cohort 2"]
    assert "No dates are known of Cohort 1." in wording.notes_of_timeline(timeline, "")


# In words -----------------------------------------------------------------------------------------


def test_the_headline_counts_cohorts_by_how_far_they_are():
    timeline = laid_out(
        cohort("Cohort 1", status="finished"),
        cohort("Cohort 2", status="finished"),
        cohort("Cohort 3", status="postponed", start=When(2021, 10)),
    )

    assert wording.headline_of_timeline(timeline) == "3 cohorts: 2 finished and 1 postponed"


def test_one_cohort_is_said_in_three_words():
    timeline = laid_out(cohort(status="planned"))

    assert wording.headline_of_timeline(timeline) == "1 cohort, planned"


def test_a_programme_without_cohorts_says_since_when_it_runs():
    timeline = laid_out(card=card(since=When(2017), pauses=(Pause(since=When(2020)),)))

    assert wording.headline_of_timeline(timeline) == "Running since 2017; paused from 2020 on"


def test_where_no_date_is_known_the_chart_says_so():
    drawn = draw_timeline(laid_out(card=card()))

    assert drawn.headline == "No date is known yet"


def test_the_table_says_what_the_picture_shows():
    drawn = draw_timeline(
        laid_out(
            cohort(
                start=When(2020, 10),
                end=When(2021, 4),
                status="finished",
                pauses=(Pause(since=When(2020, 12), until=When(2021, 2), why="Winter"),),
                events=(Event(when=When(2021, 4), what="Celebration event"),),
            )
        ),
        source="An answer",
    )

    assert drawn.table.to_dict("records") == [
        {
            "What": "Cohort 1",
            "Status": "Finished",
            "From": "October 2020",
            "To": "April 2021",
            "Paused": "from December 2020 to February 2021 (Winter)",
            "What happened": "April 2021: Celebration event",
        }
    ]
    assert drawn.notes[-1] == "Source: An answer."
    assert "Celebration event" in drawn.alt


def test_every_word_of_the_picture_fits_a_page_and_a_phone():
    timeline = laid_out(cohort(start=When(2019), status="running"), card=card(since=When(2019)))

    for frame in (PAGE, PHONE):
        canvas = draw_timeline(timeline).lay_out(frame)
        months = [one for one in canvas.texts if one["text"].startswith(("Jan", "20"))]
        assert months
        lowest, highest = canvas.across
        for one in months:
            across = (one["x"] - lowest) / (highest - lowest) * (frame.width - 4)
            assert across + canvas.width_of(one["text"]) <= frame.width
