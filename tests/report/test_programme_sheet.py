"""A programme on one sheet: the same words as on the page, for one audience, safe to open."""

from html.parser import HTMLParser

import pytest

from rm_eval.programme import (
    Card,
    CohortRecord,
    Funnel,
    Included,
    Programme,
    When,
    read_programme,
)
from rm_eval.report import evaluated, programme_sheet
from tests.conftest import ROOT

CARDS = sorted((ROOT / "sample_data" / "cards").glob("*.toml"))
TRUST = "An invented trust"
HOSTILE = '<script>alert("1")</script> {who} **bold** [link](http://127.0.0.1:9)'


def sheet(card=None, *cohorts, audience="internal"):
    programme = Programme(card=card or Card(organisation=TRUST), cohorts=cohorts)
    return programme_sheet(programme, audience=audience)


class Text(HTMLParser):
    """What a reader of the page sees, and which elements it is made of."""

    def __init__(self, page):
        super().__init__()
        self.seen, self.elements = [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):  # noqa: ARG002 - the parser hands them over
        self.elements.append(tag)

    def handle_data(self, data):
        self.seen.append(data)


@pytest.mark.parametrize("path", CARDS, ids=lambda path: path.stem)
def test_a_page_to_print_and_the_text_say_all_that_the_card_says(path):
    programme = read_programme(path, sample=True)
    made = programme_sheet(programme)
    page = " ".join(Text(made.html()).seen)

    for paragraph in (programme.card.description, programme.card.evaluation):
        for part in paragraph.split("\n\n"):
            assert part in page
            assert part in made.text()
    for record in programme.cohorts:
        assert record.cohort in page
    assert programme.card.from_where in made.text()


def test_a_page_to_print_has_one_title_and_headings_in_order():
    made = Text(sheet(None, CohortRecord(organisation=TRUST, cohort="Cohort 1")).html())

    headings = [one for one in made.elements if one in {"h1", "h2", "h3"}]
    assert headings == ["h1", "h2", "h2", "h2", "h2"]


def test_words_of_a_card_are_never_read_as_markup():
    made = sheet(Card(organisation=TRUST, description=HOSTILE, notes={"years": HOSTILE}))

    assert "script" not in Text(made.html()).elements
    assert HOSTILE in " ".join(Text(made.html()).seen)
    assert HOSTILE in made.text()


def test_a_reciprocal_programme_is_called_so():
    assert sheet(Card(organisation=TRUST, kind="reciprocal")).title.startswith("Reciprocal")


def test_numbers_of_people_are_told_for_whom_the_sheet_is():
    cohort = CohortRecord(
        organisation=TRUST, cohort="Cohort 1", mentors=Funnel(matched=9, finished=8)
    )

    assert "8 mentors" in sheet(None, cohort, audience="team").text()
    for audience in ("internal", "public"):
        assert "8 mentors" not in sheet(None, cohort, audience=audience).text()
    assert "Programme team only" in sheet(None, cohort, audience="team").text()


def test_several_characteristics_of_a_cohort_are_named_and_never_crossed():
    cohort = CohortRecord(
        organisation=TRUST, cohort="Cohort 1", characteristic="race", others=("sex", "disability")
    )

    text = sheet(None, cohort).text()

    assert "Main characteristic\nRace" in text
    assert "More characteristics\nSex and Disability" in text


def test_words_said_of_several_characteristics_are_printed_once():
    said = Included(state="planned", words="from 2022")
    card = Card(organisation=TRUST, included={"age": said, "sex": said})

    assert sheet(card).text().count("from 2022") == 1


def test_the_file_is_named_for_the_organisation_and_the_day_of_its_document():
    card = Card(organisation=TRUST, dated=When(2020, 9, 10))

    assert sheet(card).file_name == "an-invented-trust_programme_2020-09-10"


def test_what_happened_to_the_programme_as_a_whole_is_printed():
    (path,) = (one for one in CARDS if one.stem == "south_east")
    text = programme_sheet(read_programme(path)).text()

    assert "June 2020: Existing literature, studies and research reviewed" in text
    assert "November 2020: Volunteered to chair cross-regional meetings" in text


def test_who_says_how_they_evaluate_is_counted():
    cards = [read_programme(path).card for path in CARDS]

    assert evaluated(cards) == "4 of 5 programmes say how they evaluate"
    assert evaluated(cards[:1]) == "1 of 1 programmes says how it evaluates"
