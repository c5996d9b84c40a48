"""What the information governance lead is told is so: rules, tables, commands and gaps."""

import re

import pytest

from rm_eval.commands import COMMANDS
from rm_eval.disclosure import policy
from rm_eval.pipeline import document
from rm_eval.report.documents.blocks import Table
from rm_eval.store.schema import metadata
from tests import documents
from tests.factories import chosen, published, yes_no_question

# Figures that are no limit of ours: of the law, of cryptography, of what stands elsewhere.
NOT_A_LIMIT = re.compile(
    r"Article \d+|paragraphs? \d+(?: and \d+)?|sections? \d+(?: and \d+)?|Schedule 1|Part 4|Act \d+"
    r"|DPA 2018|Step \d|step \d|R\d+|\(\d\)|SHA-?256|AES-128|84B|sha256"
    r"|decision \d+|decisions/[\w-]+|00\d\d-|cohort of up to 11"
)


def table_headed(name: str, first: str) -> Table:
    blocks = document(name).blocks()
    return next(one for one in blocks if isinstance(one, Table) and one.heads[0] == first)


@pytest.mark.parametrize("name", documents.KEPT)
def test_the_document_in_docs_is_current(name):
    assert documents.kept(name) == document(name).markdown(), "run python -m tests.documents"


@pytest.mark.parametrize("name", ["information_governance", "dpia_template"])
def test_no_limit_is_typed_by_hand(name):
    words = (documents.WORDS / f"{name}.md").read_text("utf-8")

    assert re.findall(r".{30}\d", NOT_A_LIMIT.sub("", words)) == []


def test_every_table_and_column_that_is_kept_is_told_and_no_other():
    rows = table_headed("information_governance", "Table").rows

    told = {name.strip("`"): columns.split(", ") for name, _, columns in rows}

    assert told == {table.name: list(table.c.keys()) for table in metadata.tables.values()}


def test_every_limit_is_told_with_a_reason():
    rows = table_headed("information_governance", "Limit").rows

    told = {int(number) for _, number, _ in rows}

    assert told == {
        *(policy.SMALLEST_GROUP, policy.SMALL_GROUP, policy.LARGE_GROUP),
        *(policy.END_BAND, policy.SMALLEST_GROUP_FOR_PERCENT, policy.POOLED_PEOPLE),
    }
    assert all(why.endswith(".") for _, _, why in rows)


def test_the_table_of_rules_says_what_is_published():
    rows = table_headed("information_governance", "Question, and who reads").rows
    by_name = {row[0]: row[1:] for row in rows}
    opinion = next(
        cells for name, cells in by_name.items() if "(colleagues)" in name and "Op" in name
    )
    useful = yes_no_question()

    def told(yes: int, no: int) -> list[str]:
        return list(published(useful, chosen(useful, [yes, no]), audience="internal").rows["text"])

    assert opinion[0] == "hidden"
    assert told(2, 2) == ["hidden", "hidden"]
    assert opinion[1] == "of 5: “0 to 2”, “3 or more”"
    assert told(4, 1) == ["3 or more of 5", "0 to 2 of 5"]
    assert opinion[2] == "of 7: “0 to 2”, “3 to 4”, “5 or more”"
    assert told(6, 1) == ["5 or more of 7", "0 to 2 of 7"]
    assert opinion[3] == "of 11: “0 to 2”, “9 or more”, exact from 3 to 8"
    assert told(7, 4) == ["7 of 11", "4 of 11"]


def test_commands_that_are_named_exist():
    text = document("information_governance").markdown()

    named = {name for name in ("keep-until", "list", "purge", "remove") if f"`{name}`" in text}

    assert len(named) > 3
    assert named <= COMMANDS.keys()


def test_the_mode_that_is_not_there_yet_is_said_to_be_planned():
    rows = table_headed("information_governance", "Mode").rows

    assert {row[0] for row in rows} == {"Local", "Visitor", "Shared"}
    assert "not there yet" in next(row[1] for row in rows if row[0] == "Shared")


def test_the_impact_assessment_has_the_seven_steps_and_marks_its_gaps():
    template = document("dpia_template")

    steps = re.findall(r"^## Step (\d): ", template.markdown(), re.MULTILINE)

    assert steps == [str(number) for number in range(1, 8)]
    assert template.html().count("<mark>[your organisation: ") > 40
    assert "not legal advice" in template.text()


def test_every_risk_has_its_measures():
    risks = [row[0] for row in table_headed("dpia_template", "Number").rows]
    tables = [one for one in document("dpia_template").blocks() if isinstance(one, Table)]
    measures = next(one for one in tables if one.heads[:2] == ("Number", "What the product does"))

    assert risks == [row[0] for row in measures.rows]
    assert len(risks) > 8
