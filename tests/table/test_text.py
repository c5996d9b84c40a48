import pytest

from rm_eval.errors import EmptyFile, TooLarge, UnreadableFile
from tests.table.workbooks import codes, read


def rows_of(text: str | bytes, name: str = "survey.csv") -> tuple[tuple[str, ...], ...]:
    return read(text if isinstance(text, bytes) else text.encode(), name).sheets[0].rows


TWO_BY_TWO = (("ID", "Score"), ("1", "7"))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("between", [",", ";", "\t", "|"])
def test_any_delimiter_and_any_line_end_is_read(between, end):
    assert rows_of(f"ID{between}Score{end}1{between}7{end}") == TWO_BY_TWO


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_any_unicode_is_read(encoding):
    assert rows_of("ID,Trust\n1,Ysbyty Môn".encode(encoding))[1] == ("1", "Ysbyty Môn")


@pytest.mark.parametrize(
    ("encoding", "answer"),
    [
        ("cp1252", "I’d say “yes” – it’s £10 well spent…"),
        ("latin-1", "Ysbyty Môn"),
        ("mac_roman", "It’s a naïve café in Môn"),
    ],
)
def test_an_older_encoding_is_read_and_said_so(encoding, answer):
    cells = read(f"ID,Comment\n1,{answer}\n".encode(encoding), "survey.csv")

    assert cells.sheets[0].rows[1][1] == answer
    assert codes(cells) == ["encoding_guessed"]


def test_utf16_without_its_mark_is_named():
    with pytest.raises(UnreadableFile, match="UTF-16"):
        rows_of("ID,Score\n1,7\n".encode("utf-16-le"))


def test_two_encodings_in_one_file_are_read_line_by_line():
    cells = read("ID,Comment\n1,café\n".encode() + "2,thé\n".encode("cp1252"), "survey.csv")

    assert [row[1] for row in cells.sheets[0].rows] == ["Comment", "café", "thé"]
    assert codes(cells) == ["text_damaged"]


def test_damage_done_before_the_upload_is_named():
    assert codes(read("ID,Comment\n1,Itâ€™s fine".encode(), "survey.csv")) == ["text_damaged"]


def test_the_sep_line_is_no_row():
    cells = read(b"sep=;\nID;Score\n1;7\n", "survey.csv")

    assert cells.sheets[0].rows == TWO_BY_TWO
    assert cells.sheets[0].numbers == (1, 2)


def test_semicolons_inside_answers_do_not_cut_them():
    text = "ID,Areas\n1,Pay;Culture\n2,Pay;Culture\n3,Pay;Culture\n"

    assert rows_of(text)[1] == ("1", "Pay;Culture")


def test_one_column_stays_one_column():
    assert rows_of("Comment\nyes, very\nno\n") == (("Comment",), ("yes, very",), ("no",))


@pytest.mark.parametrize("quote", ["", '"'])
@pytest.mark.parametrize("lists", [("Time;Money;", "Money;"), ("Time;Money;", "Time;Pay;")])
def test_ticks_under_one_heading_are_one_column(lists, quote):
    heading = "What support do you need?"
    text = "\n".join([heading, *(f"{quote}{ticks}{quote}" for ticks in lists)])

    assert rows_of(text) == ((heading,), *((ticks,) for ticks in lists))


def test_ticks_under_a_heading_with_a_comma_are_one_column_or_keep_their_semicolons():
    assert rows_of("Support, if any\nTime;Pay;\nPay;Time;\n")[1][0] == "Time;Pay;"


def test_a_table_below_a_title_of_one_cell_is_cut():
    text = "Reverse mentoring 2026\n\nID;Score;Role;Why\n1;7;Mentor;a, b\n2;8;Mentee;c\n"

    assert rows_of(text)[2:4] == (("ID", "Score", "Role", "Why"), ("1", "7", "Mentor", "a, b"))


def test_line_breaks_and_quotes_inside_an_answer_stay():
    assert rows_of('ID,Comment\r\n1,"One\r\nTwo, ""three"""\r\n')[1] == ("1", 'One\nTwo, "three"')


def test_blank_lines_are_counted_and_the_last_ones_cut():
    cells = read(b"ID,Score\n\n1,7\n,,\n\n", "survey.csv")

    assert cells.sheets[0].rows == (("ID", "Score"), ("", ""), ("1", "7"))


def test_short_rows_are_filled_and_named():
    cells = read(b"ID,Score,Role\n1,7\n2,8,Mentor\n", "survey.csv")

    assert cells.sheets[0].rows[1] == ("1", "7", "")
    assert [(one.code, one.row) for one in cells.notices] == [("ragged_rows", 2)]


def test_a_quotation_that_never_closes_is_refused_and_named():
    with pytest.raises(UnreadableFile, match="row 3") as refused:
        rows_of('ID,Comment\n1,fine\n2,"Great\n3,bad\n')

    assert refused.value.code == "unreadable_layout"
    assert "Great" not in refused.value.message


@pytest.mark.parametrize(
    ("raw", "tidy"),
    [
        ("a\x00b\x07c", "abc"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("tab\tstays", "tab\tstays"),
        ("one\u2028two\x85three", "one\ntwo\nthree"),
        ("\u202eevil\u202c", "evil"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("Men\u200dtor", "Mentor"),
    ],
)
def test_invisible_characters_are_removed(raw, tidy):
    assert rows_of(f'ID,Comment\n1,"{raw}"\n')[1][1] == tidy


@pytest.mark.parametrize("text", ["👩🏽‍⚕️", "می‌خواهم", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "a\u00a0b"])
def test_joiners_inside_emoji_and_scripts_stay(text):
    cells = read(f"ID,Comment\n1,{text}\n".encode(), "survey.csv")

    assert cells.sheets[0].rows[1][1] == text
    assert codes(cells) == []


def test_one_notice_counts_the_cells_that_were_cleared():
    cells = read(b"I\x07D,Comment\n1,a\x07\n2,b\x07\n", "survey.csv")

    assert [(one.code, one.row, one.column) for one in cells.notices] == [
        ("control_chars_removed", 2, 2)
    ]
    assert "2 cells" in cells.notices[0].message


def test_an_endless_answer_is_cut_and_named():
    cells = read(b"ID,Comment\n1," + b"x" * 40_000, "survey.csv")

    assert len(cells.sheets[0].rows[1][1]) == 32_767
    assert [(one.code, one.row, one.column) for one in cells.notices] == [("text_truncated", 2, 2)]


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"1,2\n" * 60_000, "rows"),
        (b",".join([b"1"] * 2_001), "columns"),
        (b",".join([b"1"] * 1_900) * 1 + (b"\n" + b"," * 1_900) * 2_000, "cells"),
    ],
    ids=["rows", "columns", "cells"],
)
def test_a_table_larger_than_any_survey_is_refused(content, word):
    with pytest.raises(TooLarge, match=word):
        rows_of(content)


def test_sixty_thousand_blank_lines_under_the_table_are_no_rows():
    assert rows_of(b"ID,Score\n1,7\n" + b",\n" * 60_000) == TWO_BY_TWO


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\n \r\n", b",,\n,,\n"])
def test_nothing_in_the_file_is_said_plainly(content):
    with pytest.raises(EmptyFile, match="empty"):
        rows_of(content)
