import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rm_eval.readers.personal.personal_details import is_nhs_number, marks_in, masked


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Write to jo.o'neill@example.nhs.uk please", "Write to [e-mail address removed] please"),
        ("Ring me on 07700 900123", "Ring me on [phone number removed]"),
        ("or +44 20 7946 0123, or (0191) 498 0123", "or {p}, or {p}"),
        ("+44 (0)20 7946 0123", "{p}"),
        ("+353 1 234 5678", "{p}"),
        ("07700900123", "{p}"),
        ("943 476 5919 is mine", "[NHS number removed] is mine"),
        ("9434765919", "[NHS number removed]"),
        ("my NI is QQ 12 34 56 C", "my NI is [National Insurance number removed]"),
        ("I live at sw1a 1aa.", "I live at [postcode removed]."),
        ("see https://example.org/~sam?id=7", "see [personal web page removed]"),
        ("https://www.linkedin.com/in/sam has it", "[personal web page removed] has it"),
        ("on Twitter: @sam_example", "on Twitter: [account name removed]"),
        ("Staff number 12345678", "Staff number [staff number removed]"),
        ("born 01/02/1980", "born [date of birth removed]"),
        ("DOB: 1 February 1980", "DOB: [date of birth removed]"),
        ("I met Dr O’Brien-Smith", "I met Dr [name removed]"),
        ("My name is Sam Sample and", "My name is [name removed] and"),
        ("my mentor Sam Sample was great", "my mentor [name removed] was great"),
    ],
)
def test_a_personal_detail_leaves_a_mark_in_its_place(text, left):
    assert masked(text) == left.replace("{p}", "[phone number removed]")


@pytest.mark.parametrize(
    "text",
    [
        "Nothing personal here, 10 out of 10, since 2024-03-04",
        "2024-03-04 09:41:00",
        "01 03 2024 09:05",
        "£20,000 to £29,999",
        "1234567890",  # ten digits, and no NHS number
        "2016-2017, 2018-2019",
        "group a1 2nd half",
        "Band 8a, 7th floor",
        "meet @ 10",
        "My Mentor Was Great",
        "my mentor is Asian, my manager is White",
        "my mentor and I",
        "my mentor BAME Network",
        "8.5",
        "ST07A",
        "@channel thanks",
        "http://127.0.0.1:9/t.png",
        "x/y",
        "The Dr was late",
    ],
)
def test_what_only_looks_like_a_detail_stays(text):
    assert masked(text) == text


def test_marks_say_what_was_taken_out_and_not_what_it_was():
    assert marks_in(masked("jo@example.org or sam@example.org or 07700 900123")) == (
        "e-mail address",
        "phone number",
    )
    assert marks_in("Good pairing [sic]") == ()


@given(st.text(alphabet=" 0123456789+()-.@abzABZ/:'", max_size=60))
def test_taking_details_out_twice_takes_out_nothing_more(text):
    assert masked(masked(text)) == masked(text)


@given(st.text(alphabet="abcdefghij0123456789.", min_size=1, max_size=12))
def test_no_e_mail_address_survives(name):
    address = f"{name}@example.org"

    assert address not in masked(f"Write to {address} or ring")


def test_the_check_digit_tells_an_nhs_number_from_ten_digits():
    assert is_nhs_number("943 476 5919")
    assert not is_nhs_number("943 476 5918")


@pytest.mark.parametrize(
    "text",
    [
        "a" * 32_000 + " @",
        "a." * 16_000 + "@/1",
        "www." * 8_000 + "/1",
        "0 1-" * 8_000,
        "+1" * 9_000,
        "Dr " * 10_000 + "1",
        "staff" + " " * 30_000 + "1@",
        "my name is " * 3_000,
        "@a." * 10_000,
    ],
    ids=lambda text: text[:4],
)
def test_the_longest_cell_is_read_in_no_time(text):
    started = time.process_time()
    masked(text)

    assert time.process_time() - started < 1


def test_an_address_behind_a_long_run_of_letters_is_masked_and_near_ones_cost_little():
    assert masked("_" * 500 + "jo@example.org") == "[e-mail address removed]"
    started = time.process_time()

    for n in range(5000):
        masked(f"{'a' * 95}@{'b' * 60}-{n}")

    assert time.process_time() - started < 1
