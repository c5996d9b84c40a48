"""Documents to send and to file say what the rules are, and nobody's own words become markup."""

import re
from html.parser import HTMLParser

import pytest

from rm_eval import pipeline
from rm_eval.disclosure.policy import END_BAND, LARGE_GROUP, SMALLEST_GROUP
from rm_eval.report.documents import DOCUMENTS
from rm_eval.report.documents.blocks import Paragraph, blocks_of
from rm_eval.report.documents.rules import EXAMPLE, READERS
from tests.conftest import ROOT
from tests.factories import chosen, published, yes_no_question

FOLDER = ROOT / "rm_eval" / "report" / "documents"
HOSTILE = '<img src="x" onerror="alert(1)"> {organisation} | & "quoted"'
LONGEST_SENTENCE = 25  # words


class Outline(HTMLParser):
    """The elements of a page, and its headings in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, _: object) -> None:
        self.tags.append(tag)

    @property
    def levels(self) -> list[int]:
        return [int(tag[1]) for tag in self.tags if re.fullmatch("h[1-6]", tag)]


@pytest.fixture(params=DOCUMENTS)
def written(request):
    return pipeline.document(request.param)


# The figures ------------------------------------------------------------------------------------


def test_what_participants_read_has_no_figure_typed_by_hand():
    words = (FOLDER / "your_answers.md").read_text("utf-8")

    assert re.findall(r"[1-9]", words) == []


def test_what_participants_read_has_the_figures_of_the_rules():
    said = pipeline.document("your_answers").text()

    assert f"Of fewer than {SMALLEST_GROUP} people, nobody but the team sees any number." in said
    assert f"only if {LARGE_GROUP} or more people answered" in said
    assert f"“0 to {END_BAND}” may be nobody" in said


@pytest.mark.parametrize("audience", READERS)
def test_the_example_is_what_each_audience_would_read(audience):
    useful = yes_no_question()
    one_said_no = published(useful, chosen(useful, [EXAMPLE - 1, 1]), audience=audience)

    yes, no = one_said_no.rows["text"]

    row = f"| {READERS[audience]} | {yes} | {no} |"
    assert row in pipeline.document("your_answers").markdown()


@pytest.mark.parametrize(
    ("mode", "says"), [("local", "on a computer of the programme team"), ("visitor", "nowhere for")]
)
def test_where_answers_are_kept_is_said_for_the_mode_it_runs_in(mode, says, monkeypatch):
    monkeypatch.setenv("RM_EVAL_MODE", mode)
    monkeypatch.delenv("RM_EVAL_DATABASE_URL", raising=False)

    assert f"kept {says}" in pipeline.document("your_answers").text().replace("in one file ", "")


def test_what_participants_read_is_in_short_sentences():
    text = pipeline.document("your_answers").text()
    sentences = re.split(r"[.:?”]\s+|\n+", text)

    assert [one for one in sentences if len(one.split()) > LONGEST_SENTENCE] == []


# The three forms --------------------------------------------------------------------------------


def test_a_page_stands_alone_and_its_headings_are_in_order(written):
    outline = Outline(written.html())

    assert outline.levels[0] == 1
    assert outline.levels.count(1) == 1
    assert all(b - a <= 1 for a, b in zip(outline.levels, outline.levels[1:], strict=False))
    assert not {"script", "img", "link", "iframe"} & set(outline.tags)
    assert '<html lang="en-GB">' in written.html()


def test_plain_text_has_no_marks_and_every_word(written):
    text = written.text()

    assert "**" not in text
    assert "](" not in text
    assert "|---" not in text
    assert written.title.upper() in text


def test_a_gap_is_marked_until_somebody_fills_it():
    empty = pipeline.document("your_answers")
    filled = pipeline.document("your_answers", who_to_ask="Ann Example, edi@example.nhs.uk")

    assert "<mark>[your organisation: a name" in empty.html()
    assert "Ann Example, edi@example.nhs.uk" in filled.html()
    assert "[your organisation: a name" not in filled.html() + filled.text() + filled.markdown()


def test_somebodys_own_words_are_no_markup():
    document = pipeline.document("your_answers", organisation=HOSTILE, who_to_ask="  ")

    assert "<img" not in document.html()
    assert "&lt;img" in document.html()
    assert HOSTILE in document.text()
    assert "[your organisation: a name" in document.text()


def test_words_that_stand_over_two_lines_are_one_paragraph():
    assert blocks_of("One sentence\nover two lines.\n") == (
        Paragraph("One sentence over two lines."),
    )
