import pytest

from rm_eval.errors import ForTheReader, TooLarge
from tests.table.workbooks import read

GOOD = b"ID,Score\n1,7\n"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/survey.csv", "survey.csv"),
        ("..\\..\\Windows\\survey.csv", "survey.csv"),
        (" survey.csv ", "survey.csv"),
        ("survey\u202exslx.csv", "surveyxslx.csv"),
        ('a"\r\nSet-Cookie: s=1\r\n.csv', 'a"Set-Cookie: s=1.csv'),
        ("Priya priya@example.org survey.csv", "Priya [e-mail address] survey.csv"),
        ("📊 résultats – final (2).CSV", "📊 résultats – final (2).CSV"),
        ("x" * 500 + ".csv", "x" * 116 + ".csv"),
    ],
)
def test_a_file_name_is_made_safe_to_show(name, shown):
    assert read(GOOD, name).upload_name == shown


REFUSED = [
    ("", "bad_name"),
    (".csv", "bad_name"),
    ("survey.csv.exe", "bad_name"),
    ("survey.csv\x00.exe", "bad_name"),
    ("survey", "unsupported_type"),
    ("survey.xls", "unsupported_type"),
    ("survey.ods", "unsupported_type"),
    ("survey.sav", "unsupported_type"),
    ("survey.csv.gz", "unsupported_type"),
    ("survey.xlsm", "macros"),
    ("~$survey.xlsx", "content_mismatch"),
    ("survey.xlsx", "content_mismatch"),
]


@pytest.mark.parametrize(("name", "code"), REFUSED)
def test_a_name_we_do_not_read_is_refused_with_the_way_out(name, code):
    with pytest.raises(ForTheReader) as refused:
        read(GOOD, name)

    assert refused.value.code == code
    assert refused.value.message.count(".") >= 2


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"<!DOCTYPE html><html></html>", "content_mismatch"),
        (b"\xef\xbb\xbf\n<table><tr>", "content_mismatch"),
        (b"%PDF-1.4", "not_text"),
        (b"PK\x03\x04" + b"\0" * 50, "content_mismatch"),
        (b'[{"ID": 1}]', "unreadable_layout"),
        (b"<?xml version='1.0'?><a/>", "unreadable_layout"),
        (bytes(range(256)) * 8, "not_text"),
    ],
)
def test_contents_that_are_no_csv_are_refused(content, code):
    with pytest.raises(ForTheReader) as refused:
        read(content, "survey.csv")

    assert refused.value.code == code


def test_an_upload_over_ten_megabytes_is_refused():
    with pytest.raises(TooLarge, match="10 MB"):
        read(b"1" * (10 * 1024**2 + 1), "survey.csv")
