"""A card and a cohort record come back as they went, and a slip in a file is found."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rm_eval.errors import ForTheDeveloper, NotAllowed
from rm_eval.programme import (
    CHARACTERISTICS,
    KINDS,
    MODES,
    STATES,
    STATUSES,
    Card,
    CohortRecord,
    Event,
    Funnel,
    Included,
    Matching,
    Pause,
    When,
    card_of,
    cohort_of,
    plain_card,
    plain_cohort,
    read_programme,
)

words = st.text(max_size=20)
name = st.text(alphabet="abcXYZ ’–", min_size=1, max_size=12).filter(str.strip)
whens = st.builds(When, st.integers(1995, 2050), st.integers(0, 12))
pauses = st.builds(Pause, since=st.none(), until=st.none() | whens, why=words)
events = st.builds(Event, when=whens, what=words)
counts = st.none() | st.integers(0, 500)
funnels = st.builds(Funnel, **dict.fromkeys(Funnel.__slots__, counts))
characteristic = st.sampled_from(list(CHARACTERISTICS))

cards = st.builds(
    Card,
    organisation=name,
    kind=st.sampled_from(list(KINDS)),
    runs=words,
    evaluation=words,
    included=st.dictionaries(
        characteristic, st.builds(Included, state=st.sampled_from(list(STATES)), words=words)
    ),
    dated=st.none() | whens,
    since=st.none() | whens,
    pauses=st.lists(pauses, max_size=3).map(tuple),
    events=st.lists(events, max_size=3).map(tuple),
    notes=st.dictionaries(words, words, max_size=3),
)
records = st.builds(
    CohortRecord,
    organisation=name,
    cohort=name,
    status=st.sampled_from(["", *STATUSES]),
    mode=st.sampled_from(["", *MODES]),
    start=st.none() | whens,
    pauses=st.lists(pauses, max_size=3).map(tuple),
    others=st.lists(characteristic, unique=True, max_size=3).map(tuple),
    sessions=st.none() | st.integers(0, 60),
    mentors=funnels,
    mentees=funnels,
    matching=st.builds(Matching, **dict.fromkeys(Matching.__slots__, counts)),
    events=st.lists(events, max_size=3).map(tuple),
)


@settings(deadline=None)  # a busy machine is no failure
@given(cards)
def test_a_card_comes_back_as_it_went_into_a_column_of_json(card):
    assert card_of(json.loads(json.dumps(plain_card(card)))) == card


@settings(deadline=None)  # a busy machine is no failure
@given(records)
def test_a_cohort_record_comes_back_as_it_went_into_a_column_of_json(record):
    assert cohort_of(json.loads(json.dumps(plain_cohort(record)))) == record


def test_what_nobody_said_is_not_written():
    assert plain_card(Card(organisation="A trust")) == {"organisation": "A trust"}


@pytest.mark.parametrize(
    ("slip", "named"),
    [("colour = 'red'", "colour"), ("[[cohort]]\ncohort = 'One'\nshade = 1", "shade")],
)
def test_what_no_card_has_is_a_slip_in_the_file(slip, named, tmp_path):
    file = tmp_path / "slip.toml"
    file.write_text(f"organisation = 'A trust'\n{slip}\n", "utf-8")

    with pytest.raises(ForTheDeveloper, match=named):
        read_programme(file)


def test_a_card_of_nobody_is_refused():
    with pytest.raises(NotAllowed, match="whose programme"):
        Card(organisation=" ")
