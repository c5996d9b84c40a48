"""docs/requirements.md keeps its word: every fact has a place or a reason, and tests that exist."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
TABLE = TESTS.parent / "docs" / "requirements.md"
# How many facts each document was found to hold, when it was read line by line.
FACTS = {"SE": 37, "EP": 12, "HP": 13, "UH": 10, "WC": 6, "X": 7}
ROW = re.compile(r"^\| ([A-Z]+-\d\d) \| (.+) \| (.+) \| (.*) \|$", re.MULTILINE)
NAMED = re.compile(r"`([\w/]+\.py)::(test_\w+)`")

ROWS = {key: (says, where, shown) for key, says, where, shown in ROW.findall(TABLE.read_text())}


@cache
def names_of_tests(path: str) -> frozenset[str]:
    tree = ast.parse((TESTS / path).read_text("utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def test_every_fact_of_every_document_has_one_row_and_no_other_has():
    found = ROW.findall(TABLE.read_text("utf-8"))

    assert [key for key, *_ in found] == [
        f"{document}-{number:02}"
        for document, facts in FACTS.items()
        for number in range(1, facts + 1)
    ]


@pytest.mark.parametrize("key", ROWS)
def test_it_is_shown_by_tests_that_exist(key):
    _, where, shown = ROWS[key]
    named = NAMED.findall(shown)

    assert named or "*Left out:" in where or where == "Not carried over"
    assert NAMED.sub("", shown).strip() == ""
    for path, name in named:
        assert name in names_of_tests(path), f"{path} has no {name}"


@pytest.mark.parametrize("key", [key for key, row in ROWS.items() if "*Left out" in row[1]])
def test_what_is_left_out_says_why(key):
    reason = re.search(r"\*Left out: [^*]+[,;:] [^*]+\.\*", ROWS[key][1])

    assert reason
