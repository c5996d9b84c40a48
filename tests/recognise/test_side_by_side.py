from rm_eval.readers import read_upload
from rm_eval.recognise import recognise
from tests.uploads import csv_file

LONG = "I am using this tool better than I was before"
SHORT = ["I began to use it", "I do not use it"]


def options(answers):
    rows = [list(answers), *map(list, zip(*answers.values(), strict=True))]
    raw = read_upload(csv_file(rows))
    return {m.heading: [o.label for o in m.question.options] for m in recognise(raw).matches}


def test_an_answer_of_one_person_is_an_option_where_the_column_beside_offers_it():
    found = options({"Tests": [LONG, *SHORT * 4, LONG], "Reviews": [LONG, *SHORT * 4, SHORT[0]]})

    assert set(found["Reviews"]) == {LONG, *SHORT}


def test_what_nobody_said_there_is_not_offered_there():
    found = options({"Tests": [LONG, *SHORT * 4, LONG], "Reviews": [*SHORT * 5]})

    assert set(found["Reviews"]) == set(SHORT)


def test_a_question_that_offers_something_else_shares_nothing():
    found = options(
        {"Tests": [LONG, *SHORT * 4, LONG], "Job": [LONG, *["Nurse", "Porter"] * 4, "Nurse"]}
    )

    assert LONG not in found["Job"]
