from rm_eval.cleaning.words import clean_date
from rm_eval.questionnaire import Question

WHEN = Question(id="when", wording="When did you start?", type="date")


def test_a_day_as_spreadsheets_count_them_is_read_and_said():
    cleaned = clean_date("45231", WHEN)

    assert [answer.text for answer in cleaned.answers] == ["2023-11-01"]
    assert [change.rule for change in cleaned.changes] == ["value_reworded"]


def test_another_number_is_no_day():
    assert [change.rule for change in clean_date("7", WHEN).changes] == ["date_unreadable"]


def test_a_cleaned_date_stays_as_it_is():
    once = clean_date("45231", WHEN)

    assert clean_date(once.after, WHEN).changes == ()
