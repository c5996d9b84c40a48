"""The page that says how much is shown is current, and success shows like failure."""

from bench.what_is_shown import PAGE, page


def test_the_page_is_current():
    assert PAGE.read_text("utf-8") == page(), "run python -m bench.what_is_shown --write"


def test_positive_answers_show_as_much_as_negative_ones():
    rows = [line.split("|")[1:-1] for line in page().splitlines() if line.startswith("| ")]
    by_answers = {}
    for words, *rest in rows:
        by_answers.setdefault(words.strip(), []).append(rest)

    assert by_answers["Positive"] == by_answers["Negative"]
