"""Sheets of themes from focus groups, communities of practice and events: read, kept, told."""

from datetime import date

import pytest

from rm_eval import gathered, pipeline
from rm_eval.disclosure import Limits
from rm_eval.disclosure.gatherings import FEWEST_SPOKE
from rm_eval.errors import ForTheReader, NotAllowed
from rm_eval.gathered import Occasion, keep_sheet, kept_gatherings, read_theme_sheet, said_at
from rm_eval.pipeline import look_at, set_limits
from rm_eval.sample import SAMPLE_FOLDER
from rm_eval.store import Store, open_saved_work, write_saved_work
from sample_data.gatherings.make_gatherings import SHEETS, content_of
from tests.uploads import csv_file, workbook

HEADINGS = ["Theme", "Role", "Mentions", "Quote", "Consent"]
PASSPHRASE = "four words not together"  # noqa: S105 - locks invented answers
QUOTE = "We always found an hour in the end"
ROWS = [
    ["Finding time to meet", "Mentees", "7", QUOTE, "Yes"],
    ["Being listened to", "mentee", "4", "She listened and asked me more", "no"],
    ["Fear of saying it wrong", "mentee", "2", "I was afraid of it", ""],
    ["What happens next", "mentee", "3", "It must not end here", "verbal?"],
]


@pytest.fixture
def store():
    store = Store()
    yield store
    store.close()


def sheet(rows=ROWS, headings=HEADINGS):
    return read_theme_sheet(csv_file([headings, *rows], name="themes.csv"))


def occasion(**fields):
    own = {
        "organisation": "A Trust",
        "cohort": "Cohort 1",
        "kind": "focus_group",
        "n_there": {"mentor": 6, "mentee": 12},
        "counted": "people",
        "held_on": date(2026, 3, 3),
        "agreed": "On a form, 3 March",
        "is_cleared": True,
    }
    return Occasion(**{**own, **fields})


def kept(store, rows=ROWS, **fields):
    keep_sheet(store, sheet(rows), occasion(**fields))
    return kept_gatherings(store)[-1]


def told(store, audience="internal", report_to=None):
    """The themes and the quotes that somebody may see."""
    (said,) = said_at(store, kept_gatherings(store), audience=audience, report_to=report_to)
    return list(said.themes.rows["label"]), list(said.quotes.rows["text"])


def notes(store, audience="internal", report_to=None):
    (said,) = said_at(store, kept_gatherings(store), audience=audience, report_to=report_to)
    return " ".join(said.themes.notes)


def codes(found):
    return [notice.code for notice in found]


# --- reading


def test_a_sheet_of_themes_is_read_row_by_row():
    found = sheet()

    assert [(row.theme, row.role, row.mentions) for row in found.rows] == [
        ("Finding time to meet", "mentee", 7),
        ("Being listened to", "mentee", 4),
        ("Fear of saying it wrong", "mentee", 2),
        ("What happens next", "mentee", 3),
    ]


NO_PLAIN_YES = [
    "yes, but she has not agreed",
    "Yes - consent withdrawn",
    "yes; no consent",
    "yes, if the others have agreed",
]


@pytest.mark.parametrize(
    "consent", ["", "no", "N", "verbal?", "tbc", "x", "not yet", "ask Priya", *NO_PLAIN_YES]
)
def test_words_without_a_plain_yes_are_not_read_on_and_the_row_is_named(consent):
    found = sheet([["Time", "mentor", "3", QUOTE, consent]])

    assert found.n_quotes == 0
    assert codes(found.notices) == ["no_consent"]
    assert QUOTE not in str(found)
    assert "Row 2" in found.notices[0].message
    assert "Priya" not in found.notices[0].message


@pytest.mark.parametrize(
    "consent",
    ["yes", "Y", "TRUE", "Given", "consented", "Yes, agreed in writing", "yes - has consented"],
)
def test_words_with_consent_are_read(consent):
    assert sheet([["Time", "mentor", "3", QUOTE, consent]]).rows[0].quote == QUOTE


def test_a_sheet_without_a_column_of_consent_has_no_quotes():
    found = sheet([["Time", "mentor", "3", QUOTE]], ["Theme", "Role", "Mentions", "Quote"])

    assert found.n_quotes == 0
    assert codes(found.notices) == ["no_consent"]


@pytest.mark.parametrize("mentions", ["several", "3-4", "~5", "2.5", "-1", "lots"])
def test_mentions_that_are_no_number_are_not_guessed(mentions):
    found = sheet([["Time", "mentor", mentions, "", ""]])

    assert found.rows[0].mentions is None
    assert codes(found.notices) == ["mentions_unclear"]


@pytest.mark.parametrize(
    ("heading", "cell", "counted"),
    [
        ("Mentions", "3", "unknown"),
        ("How many people", "3", "people"),
        ("Number of times", "3", "times"),
        ("Times mentioned", "3", "times"),
        ("Mentions", "3 people", "people"),
        ("Mentions", "3 times", "times"),
    ],
)
def test_what_mentions_count_is_known_only_where_the_sheet_says_it(heading, cell, counted):
    headings = ["Theme", "Role", heading, "Quote", "Consent"]

    assert sheet([["Time", "mentor", cell, "", ""]], headings).counted == counted


def test_a_name_in_the_column_of_roles_is_not_kept_and_not_repeated():
    found = sheet([["Time", "Priya Example", "3", "", ""]])

    assert found.rows[0].role is None
    assert "Priya" not in str(found)
    assert codes(found.notices) == ["role_unclear"]


def test_details_are_taken_out_of_themes_and_quotes():
    found = sheet([["Ring 07700 900123", "mentor", "3", "Write to jo@example.org", "yes"]])

    assert "07700" not in str(found.rows[0].theme)
    assert "jo@example.org" not in found.rows[0].quote


def test_a_row_without_a_theme_is_left_out_by_name():
    found = sheet([["", "mentor", "3", QUOTE, "yes"], *ROWS])

    assert len(found.rows) == 4
    assert found.notices[0].message == "Row 2 names no theme, so it was left out."


def test_a_title_above_the_headings_does_no_harm():
    rows = [["Focus group of 3 March"], HEADINGS, *ROWS]

    assert len(read_theme_sheet(workbook({"Notes": rows})).rows) == 4


def test_another_table_is_refused_with_the_headings_we_know():
    with pytest.raises(ForTheReader, match="Theme, Role, Mentions, Quote, Consent") as refused:
        read_theme_sheet(csv_file([["Name", "Score"], ["a", "1"]]))

    assert refused.value.code == "no_theme_sheet"


def test_add_data_says_where_a_sheet_of_themes_belongs():
    with pytest.raises(ForTheReader, match="Focus groups and events") as refused:
        look_at(csv_file([HEADINGS, *ROWS]))

    assert refused.value.code == "sheet_of_themes"


def test_a_survey_that_asks_for_a_role_and_a_quote_is_still_a_survey():
    rows = [["Role", "May we quote you?", "Mentions of race?"], ["Mentor", "Yes", "3"]]

    assert look_at(csv_file([*rows, ["Mentee", "No", "1"]])).cleaned.responses.people


def test_our_own_empty_sheet_is_read():
    upload = csv_file([["x"]], name="empty.csv")
    found = read_theme_sheet(type(upload)(name="themes.csv", content=gathered.empty_sheet()))

    assert [row.theme for row in found.rows] == ["Finding time to meet"]
    assert found.counted == "people"


# --- keeping


def test_only_what_is_allowed_is_kept(store):
    found = kept(store)

    assert [theme.mentions for theme in found.themes] == [7, 4, 2, 3]
    assert [theme.quotes for theme in found.themes] == [(QUOTE,), (), (), ()]
    assert pipeline.kept_until(store, "A Trust", "Cohort 1")


def test_more_people_than_were_there_are_no_number(store):
    notices = keep_sheet(store, sheet(), occasion(n_there={"mentor": 0, "mentee": 6}))

    assert codes(notices) == ["more_than_there"]
    assert kept_gatherings(store)[0].themes[0].mentions is None


def test_times_may_be_more_than_the_people(store):
    assert not keep_sheet(
        store, sheet(), occasion(n_there={"mentor": 0, "mentee": 6}, counted="times")
    )
    assert kept_gatherings(store)[0].themes[0].mentions == 7


def test_themes_of_a_role_that_was_not_there_are_left_out(store):
    with pytest.raises(NotAllowed, match="No theme of this sheet"):
        keep_sheet(store, sheet(), occasion(n_there={"mentor": 6, "mentee": 0}))

    assert kept_gatherings(store) == ()


def test_a_theme_without_a_role_is_of_the_one_role_that_was_there(store):
    rows = [["Time", "", "3", "", ""], ["Trust", "both", "4", "", ""]]

    found = kept(store, rows, n_there={"mentor": 8, "mentee": 0})

    assert [theme.role for theme in found.themes] == ["mentor", "mentor"]


def test_nothing_is_added_up_where_a_theme_stands_twice(store):
    rows = [["Time", "mentee", "3", QUOTE, "yes"], ["time.", "mentee", "5", "More of it", "yes"]]

    notices = keep_sheet(store, sheet(rows), occasion())

    (theme,) = kept_gatherings(store)[0].themes
    assert codes(notices) == ["theme_twice"]
    assert (theme.mentions, theme.quotes) == (None, (QUOTE, "More of it"))


def test_a_second_quote_of_a_theme_needs_no_number(store):
    rows = [["Time", "mentee", "3", QUOTE, "yes"], ["Time", "mentee", "", "More of it", "yes"]]

    (theme,) = kept(store, rows).themes

    assert (theme.mentions, theme.quotes) == (3, (QUOTE, "More of it"))


def test_the_same_occasion_is_kept_once(store):
    kept(store)

    with pytest.raises(NotAllowed, match="Delete that one first"):
        keep_sheet(store, sheet(ROWS[:2]), occasion())


def test_nobody_there_is_refused(store):
    with pytest.raises(NotAllowed, match="how many mentors"):
        keep_sheet(store, sheet(), occasion(n_there={"mentor": 0, "mentee": 0}))


def test_a_sheet_goes_with_its_cohorts_day(store):
    kept(store)

    pipeline.purge(store, date(2099, 1, 1))

    assert kept_gatherings(store) == ()


def test_saved_work_brings_a_sheet_back_with_what_was_cleared(store):
    found = kept(store)
    other = Store()

    open_saved_work(other, write_saved_work(store, PASSPHRASE), PASSPHRASE)

    assert kept_gatherings(other) == (found,)
    other.close()


def test_a_sheet_of_ones_own_takes_the_samples_place(store):
    pipeline.load_sample(store)

    kept(store)

    assert [one.sample for one in kept_gatherings(store)] == [False]
    assert store.datasets() == ()


def test_nobody_takes_the_name_of_the_sample(store):
    with pytest.raises(NotAllowed, match="the name of the invented sample"):
        kept(store, organisation="South East (sample)")


# --- telling


def test_the_team_sees_every_theme_with_its_mentions(store):
    kept(store)
    (said,) = said_at(store, kept_gatherings(store), audience="team", report_to=None)

    assert list(said.themes.rows["text"]) == ["7 of 12", "4 of 12", "2 of 12", "3 of 12"]
    assert list(said.quotes.rows["text"]) == [QUOTE]


@pytest.mark.parametrize("audience", ["internal", "public"])
def test_others_see_what_several_spoke_of_by_the_alphabet_and_no_number(store, audience):
    kept(store)
    (said,) = said_at(store, kept_gatherings(store), audience=audience, report_to=None)

    assert told(store, audience)[0] == [
        "Being listened to",
        "Finding time to meet",
        "What happens next",
    ]
    numbers = said.themes.rows[["value", "high", "n", "share_low", "share_high"]]
    assert numbers.isna().all(axis=None)
    assert set(said.themes.rows["low"]) == {FEWEST_SPOKE}
    assert said.themes.sources == ()
    assert "Fear" not in said.themes.rows.to_string()


def test_what_is_told_is_the_same_whether_seven_or_all_spoke_of_it(store):
    kept(store)
    before = told(store)
    (one,) = kept_gatherings(store)
    gathered.delete_gathering(store, one.id)
    kept(store, [[*ROWS[0][:2], "12", *ROWS[0][3:]], *ROWS[1:]])

    assert told(store) == before


@pytest.mark.parametrize(
    ("n", "expected"), [(4, []), (5, ["Being listened to", "What happens next"])]
)
def test_of_a_group_below_the_limit_nothing_is_told(store, n, expected):
    kept(store, ROWS[1:], n_there={"mentor": 6, "mentee": n})

    assert told(store)[0] == expected


def test_a_strict_limit_holds_for_a_room_too(store):
    kept(store, n_there={"mentor": 6, "mentee": 9})
    assert told(store)[0]

    set_limits(store, "A Trust", Limits(preset="strict"))

    assert told(store)[0] == []


def test_a_lowered_limit_does_not_hold_for_a_room(store):
    kept(store, ROWS[1:], n_there={"mentor": 6, "mentee": 4})
    set_limits(store, "A Trust", Limits(smallest_group=3, reason="All of them agreed to it"))

    assert told(store)[0] == []


@pytest.mark.parametrize("counted", ["times", "unknown"])
def test_where_mentions_are_not_people_nothing_leaves_the_team(store, counted):
    kept(store, counted=counted)

    assert told(store)[0] == []
    assert "may be one person’s" in notes(store)
    assert told(store, "team")[0]


def test_nothing_leaves_the_team_before_two_people_have_read_it(store):
    found = kept(store, is_cleared=False)
    assert told(store) == ([], [])
    assert "two people read these themes" in notes(store)

    gathered.clear_gathering(store, found.id, agreed="By e-mail, 4 March")
    assert told(store)[0]
    assert told(store)[1] == [QUOTE]

    gathered.unclear_gathering(store, found.id)
    assert told(store) == ([], [])


def test_a_quote_needs_to_be_one_of_ten_or_more(store):
    """A focus group of 6 in a cohort of 7: everybody knows who was there."""
    kept(store, n_there={"mentor": 0, "mentee": 6}, kind="community_of_practice")

    assert told(store, report_to="mentee")[1] == []
    assert told(store, "team")[1] == [QUOTE]


def test_a_quote_needs_it_to_be_known_how_they_agreed(store):
    kept(store, agreed=" ")

    assert told(store)[1] == []


def test_a_quote_without_consent_is_nowhere(tmp_path):
    on_disk = Store(f"sqlite:///{tmp_path / 'answers.sqlite3'}")
    keep_sheet(on_disk, sheet(), occasion())
    on_disk.close()

    content = (tmp_path / "answers.sqlite3").read_bytes()

    assert QUOTE.encode() in content
    for words in ("She listened and asked me more", "I was afraid of it", "It must not end here"):
        assert words.encode() not in content


def test_a_withdrawn_quote_leaves_no_byte_behind(tmp_path):
    store = Store(f"sqlite:///{tmp_path / 'answers.sqlite3'}")
    found = kept(store)

    gathered.withdraw_said(store, found.id, QUOTE)
    store.close()

    assert QUOTE.encode() not in (tmp_path / "answers.sqlite3").read_bytes()


def test_a_mark_of_a_detail_never_leaves_the_team(store):
    rows = [["Ring 07700 900123", "mentee", "9", "Mail jo@example.org to ask", "yes"]]
    kept(store, rows)

    assert told(store) == ([], [])
    assert "[phone number removed]" in told(store, "team")[0][0]


def test_what_could_hurt_is_not_told_to_the_public_and_to_colleagues_only_of_many(store):
    kept(store, question="enr_lm_support")
    assert told(store, "public") == ([], [])
    assert told(store, "internal")[0]

    (one,) = kept_gatherings(store)
    gathered.delete_gathering(store, one.id)
    kept(store, question="enr_lm_support", n_there={"mentor": 6, "mentee": 9})

    assert told(store, "internal")[0] == []


# --- the mentors' stream and the mentees'


MIXED = [
    ["Being heard", "mentor", "5", "I was heard at last", "yes"],
    ["Fear of saying it wrong", "mentee", "5", "I feared to say it wrong", "yes"],
    ["Who said this", "", "9", "Nobody knows who said this", "yes"],
]
BOTH = {"mentor": 11, "mentee": 12}


def test_what_mentors_said_among_themselves_is_in_no_report_of_mentees_or_of_everybody(store):
    kept(store, MIXED[:1], n_there={"mentor": 11, "mentee": 0}, kind="community_of_practice")

    assert told(store, "public", report_to="mentor") == ([], [])  # mentees read that, too
    for audience in ("internal", "public"):
        assert told(store, audience) == ([], [])
        assert told(store, audience, report_to="mentee") == ([], [])
    own = told(store, report_to="mentor")
    assert own == (["Being heard"], ["I was heard at last"])
    assert "Only mentors were there" in notes(store)
    assert told(store, "team", report_to="mentee") == ([], [])
    assert told(store, "team")[0] == ["Being heard"]


@pytest.mark.parametrize(("role", "own"), [("mentor", 0), ("mentee", 1)])
def test_a_report_to_one_role_holds_what_that_role_said_alone(store, role, own):
    kept(store, MIXED, n_there=BOTH)
    themes, quotes = told(store, report_to=role)

    assert themes == [MIXED[own][0]]
    assert quotes == [MIXED[own][3]]


def test_the_text_of_a_report_to_mentees_holds_no_word_of_mentors(store):
    kept(store, MIXED, n_there=BOTH)
    kept(store, MIXED[:1], n_there={"mentor": 11, "mentee": 0}, kind="community_of_practice")

    said = said_at(store, kept_gatherings(store), audience="internal", report_to="mentee")
    text = gathered.report_text(said, title="For mentees")

    assert "Fear of saying it wrong" in text
    for words in ("Being heard", "I was heard at last", "Who said this", "Nobody knows"):
        assert words not in text
    assert "not a survey" in text


def test_where_both_roles_heard_each_other_others_see_both(store):
    kept(store, MIXED, n_there=BOTH)

    assert told(store)[0] == ["Being heard", "Fear of saying it wrong", "Who said this"]


def test_the_text_for_others_says_how_many_were_there_nowhere(store):
    kept(store, MIXED, n_there=BOTH)
    said = said_at(store, kept_gatherings(store), audience="internal", report_to=None)
    text = gathered.report_text(said, title="What was said")

    for number in ("11", "12", "23"):
        assert number not in text
    assert "Focus group of mentors and mentees, 3 March 2026" in text


# --- the sample


def test_the_sample_comes_with_four_invented_occasions_and_they_go_with_it(store):
    pipeline.load_sample(store)
    every = kept_gatherings(store)

    assert [one.kind for one in every].count("community_of_practice") == 2
    assert all(one.sample for one in every)
    assert sum(one.n_quotes for one in every) == 4  # two more had no consent

    pipeline.clear_sample(store)

    assert kept_gatherings(store) == ()


def test_the_sample_is_what_its_script_makes():
    folder = SAMPLE_FOLDER / "gatherings"

    assert SHEETS
    for name, rows in SHEETS.items():
        assert (folder / f"{name}.csv").read_bytes() == content_of(rows)
