"""Consent for those very words: kept, withdrawn, and gone with the person or the file."""

import pytest

from rm_eval import pipeline
from rm_eval.errors import NotAllowed
from rm_eval.pipeline import Scope, look_at
from rm_eval.quoting import keep_quote, kept_quotes, withdraw_quote, written_answers
from rm_eval.store import open_saved_work, remove_person, write_saved_work
from tests.uploads import csv_file

SCOPE = Scope(organisation="A Trust", cohort="Cohort 1", stage="enrolment")
WHY = "What would help you most?"
PARTICULAR = "a most particular reason"
AGREED = "By e-mail, 3 March"
PASSPHRASE = "four words not together"  # noqa: S105 - locks invented answers
WROTE = [
    f"I have {PARTICULAR} to stay with it",
    "More time for all of it please",
    "Somebody to talk with me afterwards",
    "Ring me on 07700 900123 about the room we meet in",
]


def add(store, wrote=WROTE, **fields):
    rows = [["Participant code", WHY], *([f"ST{at}7A", text] for at, text in enumerate(wrote, 1))]
    pipeline.keep(store, look_at(csv_file(rows)), scope=SCOPE, role="mentor", **fields)


def written(store):
    (dataset,) = store.datasets()
    (question,) = [q for q in store.responses(dataset.id).questions if q.type == "free_text"]
    return written_answers(store, SCOPE, question.id)


def keep(store, one, words=None, **fields):
    said = {"agreed": AGREED, "has_agreed": True, "was_read_twice": True} | fields
    return keep_quote(store, one, words=one.text if words is None else words, **said)


def test_the_team_reads_what_people_wrote_with_details_taken_out(store):
    add(store)

    assert [one.text for one in written(store)][:3] == WROTE[:3]
    assert written(store)[3].text.startswith("Ring me on [phone number removed]")
    assert PARTICULAR not in repr(written(store))


def test_a_quote_is_kept_as_it_was_agreed_to(store):
    add(store)
    keep(store, written(store)[0], f"...  {PARTICULAR} to stay …")

    (quote,) = kept_quotes(store, SCOPE)

    assert quote.words == f"… {PARTICULAR} to stay …"
    assert (quote.role, quote.agreed) == ("mentor", AGREED)
    assert PARTICULAR not in repr(quote)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"words": "I had a reason to stay with it"}, "not_their_words"),
        ({"words": "I have a most particular reason"}, "not_their_words"),
        ({"words": ""}, "not_their_words"),
        ({"has_agreed": False}, "not_agreed"),
        ({"was_read_twice": False}, "not_read_twice"),
        ({"agreed": "  "}, "how_not_said"),
    ],
)
def test_without_consent_for_their_very_words_nothing_is_kept(store, fields, code):
    add(store)

    with pytest.raises(NotAllowed, match="Nothing was kept") as refused:
        keep(store, written(store)[0], **fields)

    assert refused.value.code == code
    assert PARTICULAR not in refused.value.message
    assert kept_quotes(store, SCOPE) == ()


def test_the_mark_of_a_detail_has_to_go(store):
    add(store)
    with pytest.raises(NotAllowed, match="personal detail"):
        keep(store, written(store)[3])

    keep(store, written(store)[3], "… the room we meet in")

    assert len(kept_quotes(store, SCOPE)) == 1


def test_how_they_agreed_is_kept_without_their_address(store, database):
    add(store)
    keep(store, written(store)[0], agreed="From jo@example.org, 3 March")

    assert kept_quotes(store, SCOPE)[0].agreed == "From [e-mail address removed], 3 March"
    assert database.holds("jo@example.org") == []


def test_the_same_quote_twice_is_refused(store):
    add(store)
    keep(store, written(store)[0])

    with pytest.raises(NotAllowed, match="kept already"):
        keep(store, written(store)[0])


def test_other_words_of_the_same_answer_need_another_agreement(store):
    add(store)
    first = keep(store, written(store)[0])
    keep(store, written(store)[0], f"… {PARTICULAR} …")

    withdraw_quote(store, first)

    assert [quote.words for quote in kept_quotes(store, SCOPE)] == [f"… {PARTICULAR} …"]


def test_an_answer_that_is_gone_is_not_quoted(store):
    add(store)
    one = written(store)[0]
    store.delete(one.dataset)

    with pytest.raises(NotAllowed, match="no longer here"):
        keep(store, one)


def test_a_quote_that_is_withdrawn_leaves_nothing_behind(store, database):
    add(store)
    key = keep(store, written(store)[0], agreed="She nodded at the zebra crossing")
    assert database.holds("zebra crossing")

    withdraw_quote(store, key)

    assert kept_quotes(store, SCOPE) == ()
    assert database.holds("zebra crossing") == []
    assert database.holds(PARTICULAR)  # the answer itself stays


def delete(store):
    store.delete(*(dataset.id for dataset in store.datasets()))


def replace(store):
    add(store, ["Other words for it altogether", *WROTE[1:]], replace=True)


def remove(store):
    remove_person(store, "A Trust", "ST17A")


@pytest.mark.parametrize("go", [delete, replace, remove])
def test_a_quote_goes_with_the_file_and_with_the_person(store, database, go):
    add(store)
    keep(store, written(store)[0], f"… {PARTICULAR} …", agreed="Under the zebra crossing")

    go(store)

    assert kept_quotes(store, SCOPE) == ()
    for words in (PARTICULAR, "zebra crossing"):
        assert database.holds(words) == []


def test_somebody_elses_quote_stays_where_one_person_is_removed(store):
    add(store)
    keep(store, written(store)[1])

    remove(store)

    assert [quote.words for quote in kept_quotes(store, SCOPE)] == [WROTE[1]]


def test_saved_work_brings_quotes_back(store, other):
    add(store)
    keep(store, written(store)[0])

    open_saved_work(other, write_saved_work(store, PASSPHRASE), PASSPHRASE)

    assert kept_quotes(other, SCOPE) == kept_quotes(store, SCOPE)
