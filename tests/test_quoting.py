"""Free text never leaves the team otherwise: everything published is searched for it."""

import pytest

from rm_eval import pipeline, quoting
from rm_eval.errors import NotAllowed
from rm_eval.pipeline import Scope, Store, look_at
from rm_eval.report import FORMATS, numbers_csv, pack
from tests.uploads import csv_file

SCOPE = Scope(organisation="A Trust", cohort="Cohort 1", stage="enrolment")
OURS = "What would you like to gain from the reverse mentoring relationship?"
PLANTED = [
    f"It was number {at} planted with confidence and trust in perspective" for at in range(12)
]
YES_OR_NO = ["Yes", "No"] * 6
AGREED = "… planted with confidence …"


@pytest.fixture
def store():
    store = Store()
    yield store
    store.close()


def add(store, n=12, role="mentor"):
    other = [f"{text} again" for text in PLANTED]
    rows = [["Useful?", OURS, "Anything to add?"], *zip(YES_OR_NO, PLANTED, other, strict=True)]
    look = look_at(csv_file([list(row) for row in rows[: n + 1]], name=f"{role}.csv"))
    pipeline.keep(store, look, scope=SCOPE, role=role)


def consent(store, at=4, words=AGREED):
    for published in quoting.quotes(store, SCOPE, audience="team"):
        one = quoting.written_answers(store, SCOPE, published.question.id)[at]
        said = {"has_agreed": True, "was_read_twice": True, "agreed": "In person, 3 March"}
        quoting.keep_quote(store, one, words=words, **said)


def everything(store, audience):
    """Every text that a reader of an audience is given."""
    charts = pipeline.findings(store, SCOPE, audience=audience)
    quotes = quoting.quotes(store, SCOPE, audience=audience)
    texts = [repr(quotes), *(one.rows.to_csv() for one in quotes)]
    for chart in charts:
        texts += [chart.figure.to_json(), chart.table.to_csv(), chart.published.rows.to_csv()]
        texts += [chart.headline, chart.subtitle, chart.alt, *chart.notes, chart.file_name]
        texts += [numbers_csv(chart).decode(), repr(chart.published.question)]
    return "\n".join(texts), charts, quotes


@pytest.mark.parametrize("audience", ["internal", "public"])
def test_what_people_wrote_stands_in_nothing_published(store, audience):
    add(store)
    pipeline.close_stage(store, SCOPE)

    text, charts, quotes = everything(store, audience)

    assert len(charts) >= 2
    assert [len(one.rows) for one in quotes] == [0, 0]
    assert "planted" not in text
    assert "number 4" not in text


def test_only_the_words_that_were_agreed_to_leave(store, monkeypatch):
    monkeypatch.setitem(FORMATS, "png", lambda chart, _size: chart.headline.encode())
    add(store)
    consent(store)
    pipeline.close_stage(store, SCOPE)

    text, charts, quotes = everything(store, "public")
    packed = pack(charts, quotes=quotes)

    assert text.count("planted") == text.count(AGREED) > 0
    assert "number 4" not in text
    assert b"quotes.txt" in packed


def test_the_pack_holds_quotes_as_text_only_where_there_are_any(store, monkeypatch):
    monkeypatch.setitem(FORMATS, "png", lambda chart, _size: chart.headline.encode())
    add(store)
    pipeline.close_stage(store, SCOPE)
    _, charts, quotes = everything(store, "public")

    assert b"quotes.txt" not in pack(charts, quotes=quotes)


def test_an_open_stage_gives_no_words_to_others(store):
    add(store)
    consent(store)

    with pytest.raises(NotAllowed, match="still open"):
        quoting.quotes(store, SCOPE, audience="internal")
    assert quoting.quotes(store, SCOPE, audience="team")


def test_a_small_group_is_not_quoted_whoever_agreed(store):
    add(store, n=9)
    consent(store)
    pipeline.close_stage(store, SCOPE)

    text, _, _ = everything(store, "internal")

    assert "planted" not in text
    question = quoting.quotes(store, SCOPE, audience="internal")[0].question.id
    assert "Fewer than 10" in quoting.why_not_shown(store, SCOPE, question, "internal")


def test_two_quotes_of_one_person_are_not_linked(store):
    add(store)
    consent(store, words="… planted …")
    consent(store, words="… with confidence …")
    pipeline.close_stage(store, SCOPE)

    for published in quoting.quotes(store, SCOPE, audience="internal"):
        one, other = published.rows.drop(columns="text").to_dict("records")
        assert str(one) == str(other)


def test_questions_are_asked_of_the_quote_and_of_what_it_leaves_out():
    asked = quoting.questions_for("… helped Priya", "It never helped Priya")

    assert {(one.kind, one.words) for one in asked} == {("name", "Priya"), ("left_out", "never")}
