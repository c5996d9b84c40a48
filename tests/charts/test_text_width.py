import pytest

from rm_eval.charts.text_width import text_width, wrap


def test_widths_are_those_of_arial():
    # Advance widths of Arial and Liberation Sans: M is 1706 of 2048 units, a space 569.
    assert text_width("M", 2048) == 1706
    assert text_width("M M", 2048) == 2 * 1706 + 569
    assert text_width("m", 2048, bold=True) == 1821


@pytest.mark.parametrize(
    ("text", "units"),
    [("\u00e9", 1139), ("e\u0301", 1139), ("\u6f22", 2048), ("\u200d", 0), ("\u0416", 1139)],
    ids=["accented letter", "combining accent", "ideograph", "joiner", "letter not in the table"],
)
def test_a_character_outside_the_table_has_a_likely_width(text: str, units: int):
    assert text_width(text, 2048) == units


def test_lines_are_no_wider_than_asked():
    text = "Six of 11 mentors do general administrative work and none of the 7 mentees does"
    lines = wrap(text, 300, 16)
    assert max(text_width(line, 16) for line in lines) <= 300
    assert " ".join(lines) == text


def test_no_word_is_left_alone_on_the_last_line():
    headline = "Six of 11 mentors do general admin work; none of the 7 mentees does"
    first, second = wrap(headline, 1450, 46, bold=True)
    assert text_width(second, 46, bold=True) > text_width(first, 46, bold=True) * 0.6


def test_as_few_lines_as_will_do():
    assert wrap("short", 300, 16) == ["short"]
    assert wrap("", 300, 16) == [""]


def test_a_web_address_is_broken_at_a_stroke():
    address = "https://www.england.nhs.uk/publication/reverse-mentoring"
    lines = wrap(address, 250, 16)
    assert "".join(lines) == address
    assert all(line[-1] in "/.-:" for line in lines[:-1])


def test_a_word_longer_than_the_line_is_broken_anywhere():
    lines = wrap("x" * 5000, 100, 16)
    assert "".join(lines) == "x" * 5000
    assert max(text_width(line, 16) for line in lines) <= 100


def test_one_letter_wider_than_the_line_still_stands():
    assert wrap("MM", 1, 16) == ["M", "M"]
