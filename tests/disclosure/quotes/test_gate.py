"""Which words leave, for whom, and with what beside them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rm_eval.disclosure.policy import LARGE_GROUP
from rm_eval.disclosure.quotes import Consented, publish_quotes
from rm_eval.questionnaire import Question
from rm_eval.wording import quotations, quotes_in_full
from tests.factories import A_DAY, SCOPE

MENTOR = Consented(role="mentor", words="It gave me … a voice.")
MENTEE = Consented(role="mentee", words="I listened more.")


def published(*consented, asked=(11, 12), audience="internal", mark="opinion", **own):
    fields = {"id": "why", "wording": "What changed?", "type": "free_text", "mark": mark} | own
    by_role = {"mentor": asked[0], "mentee": asked[1]}
    return publish_quotes(
        Question(**fields),
        consented,
        scope=SCOPE,
        asked={role: n for role, n in by_role.items() if n},
        audience=audience,
        made_on=A_DAY,
    )


@pytest.mark.parametrize("audience", ["internal", "public"])
def test_words_with_consent_are_told_letter_for_letter_with_the_role_alone(audience):
    quoted = published(MENTOR, MENTEE, audience=audience)

    assert set(quotations(quoted)) == {
        "“It gave me … a voice.” – mentor",
        "“I listened more.” – mentee",
    }
    assert quoted.notes == ()


def test_no_quote_names_a_role_where_one_role_is_small():
    """The quote without a label would be the small group's."""
    quoted = published(MENTOR, MENTEE, asked=(11, 7))

    assert set(quotations(quoted)) == {"“It gave me … a voice.”", "“I listened more.”"}
    assert set(quoted.rows["group"]) == {""}


@pytest.mark.parametrize(("asked", "is_told"), [((4, 5), False), ((5, 5), True), ((0, 10), True)])
def test_words_leave_only_where_ten_people_could_have_written_them(asked, is_told):
    quoted = published(MENTEE, asked=asked)

    assert bool(len(quoted.rows)) == is_told
    assert ("Fewer than 10" in " ".join(quoted.notes)) == (not is_told)
    assert LARGE_GROUP == 10


def test_what_could_hurt_somebody_is_never_quoted_to_the_public():
    assert quotations(published(MENTOR, mark="harm", audience="public")) == ()
    assert quotations(published(MENTOR, mark="harm", audience="internal"))


def test_the_team_sees_every_quote_it_kept():
    quoted = published(MENTOR, MENTEE, asked=(2, 1), audience="team", mark="harm")

    assert len(quotations(quoted)) == 2
    assert quotations(quoted)[0].endswith((" – mentor", " – mentee"))


def test_where_nobody_agreed_the_page_can_say_so():
    assert published().notes == ("Nobody’s own words are quoted here.",)


WORDS = st.lists(st.text("abc ", min_size=1).map(str.strip).filter(bool), max_size=6, unique=True)


@settings(deadline=None)  # other programs may want the machine too
@given(WORDS, st.randoms())
def test_the_order_is_the_same_whoever_was_asked_first(words, random):
    every = [Consented(role="mentor", words=one) for one in words]
    shuffled = random.sample(every, len(every))

    assert quotations(published(*every)) == quotations(published(*shuffled))


def test_the_order_of_one_question_says_nothing_of_anothers():
    every = [Consented(role="mentor", words=f"Words {at}") for at in range(8)]

    assert quotations(published(*every)) != quotations(published(*every, id="other"))
    assert quotations(published(*every)) != tuple(f"“Words {at}” – mentor" for at in range(8))


def test_two_people_with_the_same_words_are_one_quote():
    assert len(quotations(published(MENTOR, MENTOR))) == 1


def test_a_text_of_quotes_says_for_whom_and_what_the_dots_mean():
    text = "\n".join(quotes_in_full([published(MENTOR), published(id="none")]))

    assert "agreed to these very words" in text
    assert "For: Inside our organisation" in text
    assert "“What changed?” South East, Cohort 1, enrolment." in text
    assert text.count("What changed?") == 1
    assert quotes_in_full([published()]) == ()
