"""The table of every file is current, and every file gives what it must."""

import pytest

from tests import every_file
from tests.bad_uploads import DEFENDED


@pytest.fixture(scope="module")
def lines(shared):
    assert shared.is_dir()
    return [*every_file.export_lines(), *every_file.bad_upload_lines()]


def test_every_export_is_in_the_table(shared):
    here = {
        str(path.relative_to(shared / "exports"))
        for path in (shared / "exports").glob("*/*")
        if path.is_file()
    }

    assert here == set(every_file.TRUE_FIGURES)


def test_every_file_gives_what_it_must_or_the_table_says_why(lines):
    differ = [line for line in lines if line.got != line.expected and not line.reason]

    assert differ == []
    assert {line.reason for line in lines if line.reason} == {why for _, why in DEFENDED.values()}


@pytest.mark.usefixtures("shared")
def test_the_table_of_every_file_is_current():
    kept = every_file.DOCUMENT.read_text(encoding="utf-8")

    assert kept == every_file.document(), "run python -m tests.every_file"
