"""What people wrote, on the pages: read by the team, quoted to others with consent alone."""

import pytest

from pages._ui import menu
from rm_eval import pipeline, quoting
from rm_eval.pipeline import Scope, Upload
from rm_eval.report import FORMATS
from tests.test_pages import (
    HOSTILE,
    button,
    filled,
    kept_in_a_file,
    opened,
    plain,
    store,
    upload,
    words,
)

__all__ = ["kept_in_a_file", "store"]  # fixtures

SCOPE = Scope(organisation="North Trust", cohort="Cohort 1", stage="enrolment")
WHY = "What would help you most?"
ANSWER = "I never had time with Priya, but talking helped a lot."
WROTE = [ANSWER, *(f"More of number {at} of them would be good" for at in range(11)), *HOSTILE]


@pytest.fixture
def written(store):
    """A form with one question in own words; its stage is closed."""
    return add(store, WROTE, closed=True)


def add(store, wrote, *, closed):
    content = "".join(f'"{text.replace(chr(34), chr(34) * 2)}"\n' for text in [WHY, *wrote])
    look = pipeline.look_at(Upload(name="own.csv", content=content.encode()))
    pipeline.keep(store, look, scope=SCOPE, role="mentor")
    if closed:
        pipeline.close_stage(store, SCOPE)
    (question,) = [one.question for one in quoting.quotes(store, SCOPE, audience="team")]
    return quoting.written_answers(store, SCOPE, question.id)


def keep(store, one, quote="… talking helped a lot."):
    said = {"has_agreed": True, "was_read_twice": True, "agreed": "By e-mail, 3 March"}
    return quoting.keep_quote(store, one, words=quote, **said)


def seen_by(audience, name="other_questions"):
    page = opened(name)
    return page.radio[0].set_value(audience).run()


def typed(page):
    return [plain(one.value) for one in page.text]


def everything(page):
    """Every text that was sent to the browser, whatever holds it."""
    return "\n".join(str(node.proto) for node in page.main if getattr(node, "proto", None))


def offered(page, one, quote):
    page.selectbox[0].set_value(one).run()
    return page.text_area[0].set_value(quote).run()


def test_the_team_reads_every_answer_as_it_was_typed(written):
    page = seen_by("team")

    assert f"Read what people wrote ({len(WROTE)} answers)" in [one.label for one in page.expander]
    assert [one.value for one in page.text] == [one.text for one in written]


@pytest.mark.parametrize("audience", ["internal", "public"])
def test_others_read_nothing_nobody_agreed_to(written, audience):
    page = seen_by(audience)

    assert not page.text
    assert not page.expander or "Read what" not in str([one.label for one in page.expander])
    assert not [one for one in written[:12] if one.text in everything(page)]
    assert written[1].text in everything(seen_by("team"))  # so that the search is known to bite


def test_a_quote_is_cut_checked_agreed_to_and_kept(written, store):
    page = offered(seen_by("team"), written[0], "... with Priya, but talking helped a lot.")

    said = words(page)
    assert "These very words would be shown:" in said
    assert "“… with Priya, but talking helped a lot.”" in typed(page)
    assert "Priya: A capital letter inside a sentence" in said.replace("**", "")
    assert "never: You leave this out." in said.replace("**", "")
    assert "cannot know who will be recognised" in said
    page = offered(page, written[0], "… talking helped a lot.")
    for box in page.checkbox:
        box.check()
    page.text_input[0].set_value("By e-mail, 3 March")
    button(page, "Keep this quote").click().run()

    assert [quote.words for quote in quoting.kept_quotes(store, SCOPE)] == [
        "… talking helped a lot."
    ]
    assert "quote kept." in words(page)
    assert "Quotes kept: 1" in [one.label for one in page.expander]


def test_words_that_are_not_theirs_are_not_offered(written):
    page = offered(seen_by("team"), written[0], "Talking with everybody helped me a lot")

    assert "These are not the words of the answer." in page.warning[0].value
    assert "Keep this quote" not in {one.label for one in page.button}


def test_changing_one_letter_unticks_every_box(written):
    page = offered(seen_by("team"), written[0], "… talking helped a lot.")
    for box in page.checkbox:
        box.check()
    page.run()

    page = offered(page, written[0], "… talking helped a lot")

    assert [box.value for box in page.checkbox] == [False, False]


def test_without_the_ticks_nothing_is_kept_and_the_page_says_what_to_do(written, store):
    page = offered(seen_by("team"), written[0], "… talking helped a lot.")
    button(page, "Keep this quote").click().run()

    assert "Ask them first, then tick the box. Nothing was kept." in words(page)
    assert quoting.kept_quotes(store, SCOPE) == ()


@pytest.mark.parametrize("audience", ["internal", "public"])
def test_others_see_the_words_and_nothing_else_of_the_person(written, store, audience):
    keep(store, written[0])

    said = words(seen_by(audience))

    assert "> “… talking helped a lot.” – mentor" in said
    assert "agreed to these very words" in said
    for private in ("Priya", "By e-mail", "number 3"):
        assert private not in said


@pytest.mark.parametrize("at", range(12, 12 + len(HOSTILE)))
def test_a_quote_is_never_rendered(written, store, at):
    keep(store, written[at], written[at].text)

    page = seen_by("internal")

    (shown,) = [one.value for one in page.markdown if one.value.startswith("> ")]
    for mark in "!<[$:#*`~":
        assert mark not in shown.replace(f"\\{mark}", "")


def test_a_quote_is_withdrawn_by_a_button(written, store):
    keep(store, written[0])
    page = seen_by("team")

    button(page, "Withdraw this quote").click().run()

    assert quoting.kept_quotes(store, SCOPE) == ()
    assert "quote withdrawn." in words(page)
    assert "> “" not in words(seen_by("internal"))


def test_the_team_is_told_who_will_not_see_a_quote(store):
    few = add(store, [ANSWER, "More of them would be good for me"], closed=False)
    keep(store, few[0])

    said = words(seen_by("team"))

    assert "Not shown: Inside our organisation" in said
    assert "Fewer than 10 people answered this form" in said


def test_own_words_of_our_form_are_offered_under_their_themes(store):
    pipeline.load_sample(store)

    team = seen_by("team", "enrolment")

    labels = [one.label for one in team.expander]
    assert labels.count("Offer words as a quote") == 2
    assert "Nobody’s own words are quoted here." in words(seen_by("internal", "enrolment"))


def test_the_report_pack_comes_with_quotes_until_they_are_withdrawn(written, store, monkeypatch):
    monkeypatch.setitem(FORMATS, "png", lambda chart, _size: chart.headline.encode())
    keep(store, written[0])

    page = opened("reports")

    assert "1 quote in people’s own words" in [one.label for one in page.checkbox]
    assert menu.REPORTS.title == page.title[0].value


def test_whoever_replaces_a_file_is_told_that_its_quotes_go(written, store):
    keep(store, written[0])
    newer = "\n".join([WHY, "A later answer in some words", *(one.text for one in written[1:12])])

    page = filled(upload(opened("add_data"), "newer.csv", newer.encode()))

    assert "1 quote from the earlier answers goes with them" in words(page)
