"""Every page, run as Streamlit runs it: without a browser, with the real library and store."""

import logging
import re
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages._ui import menu, mishap, show
from rm_eval import overview, pipeline
from rm_eval.errors import NoPicture
from rm_eval.overview import Together
from rm_eval.pipeline import Limits, Scope, Store, Upload
from rm_eval.report import FORMATS
from tests.uploads import workbook as sheets

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "sample_data"
MENTORS = SAMPLES / "South East cohort 1 - enrolment - mentors.xlsx"
MENTEES = SAMPLES / "South East cohort 1 - enrolment - mentees.xlsx"
ENTRY = ROOT / "pages" / "_ui" / "entry.py"
EVERY_PAGE = [entry for entries in menu.PAGES.values() for entry in entries]
SCOPE = Scope(organisation="North Trust", cohort="Cohort 1", stage="enrolment")
HOSTILE = (
    "![x](http://127.0.0.1:9/t.png)",
    '<img src="x" onerror="alert(1)">',
    r"$\alpha$",
    ":red[x]",
    "# heading",
    "`code` **bold** ~~gone~~ [link](http://127.0.0.1:9) :smile: a -> b",
)


@pytest.fixture(autouse=True)
def kept_in_a_file(tmp_path, monkeypatch):
    """Each test has a store of its own, on disk, as on somebody's own computer."""
    monkeypatch.setenv("RM_EVAL_MODE", "local")
    monkeypatch.setenv("RM_EVAL_DATABASE_URL", f"sqlite:///{tmp_path / 'answers.sqlite3'}")


@pytest.fixture
def store():
    store = Store(pipeline.place_of_answers().url)
    yield store
    store.close()


def opened(name: str = "start") -> AppTest:
    """The dashboard with one page open, by way of the menu."""
    page = AppTest.from_file(str(ENTRY), default_timeout=30).run()
    return page if name == "start" else page.switch_page(str(ROOT / "pages" / f"{name}.py")).run()


def add(store: Store, path: Path = MENTORS, *, role="mentor", scope=SCOPE, closed=True) -> None:
    upload = Upload(name=path.name, content=path.read_bytes())
    pipeline.keep(store, pipeline.look_at(upload), scope=scope, role=role)
    if closed:
        pipeline.close_stage(store, scope)


def words(page: AppTest) -> str:
    """Everything a page says in its own words, markup taken away."""
    kinds = (page.title, page.header, page.subheader, page.markdown, page.text, page.caption)
    boxes = (page.error, page.warning, page.info, page.success)
    said = " ".join(str(one.value) for kind in (*kinds, *boxes) for one in kind)
    return plain(said)


def plain(text: str) -> str:
    """A text as the eye sees it."""
    return text.replace("\\", "").replace(show.WORD_JOINER, "")


def button(page: AppTest, label: str):
    return next(one for one in page.button if one.label == label)


def upload(page: AppTest, name: str, content: bytes) -> AppTest:
    return upload_all(page, (name, content))


def upload_all(page: AppTest, *files: tuple[str, bytes]) -> AppTest:
    page.file_uploader[0].set_value(
        [(name, content, "application/octet-stream") for name, content in files]
    )
    return page.run()


# Every page -------------------------------------------------------------------------------------


@pytest.mark.parametrize("entry", EVERY_PAGE, ids=lambda entry: entry.name)
@pytest.mark.parametrize("loaded", [False, True], ids=["nothing-loaded", "sample-loaded"])
def test_a_page_opens_from_the_menu_and_has_one_title(entry, loaded, store):
    if loaded:
        pipeline.load_sample(store)

    page = opened(entry.name)

    assert not page.exception
    assert not page.error
    assert len(page.title) == 1


@pytest.mark.parametrize("entry", EVERY_PAGE, ids=lambda entry: entry.name)
def test_a_page_that_shows_the_sample_says_so(entry, store):
    pipeline.load_sample(store)

    assert "Made-up people" in opened(entry.name).warning[0].value


def test_every_page_file_is_in_the_menu():
    files = {path.stem for path in (ROOT / "pages").glob("*.py")}

    assert files == {entry.name for entry in EVERY_PAGE}


# Start ------------------------------------------------------------------------------------------


def test_start_says_where_answers_are_kept():
    assert "answers.sqlite3" in words(opened())


def test_a_visitor_is_told_that_nothing_is_kept(monkeypatch):
    monkeypatch.setenv("RM_EVAL_MODE", "visitor")

    assert "Nothing you add is kept" in words(opened())


def test_two_visitors_do_not_see_each_other(monkeypatch):
    monkeypatch.setenv("RM_EVAL_MODE", "visitor")
    one, other = opened(), opened()

    button(one, "Try it with sample data").click().run(timeout=120)

    assert "What is loaded" in words(one.switch_page(menu.START.file).run())
    assert "What is loaded" not in words(other.run())


def test_the_sample_is_one_click_away_and_can_be_cleared(store):
    page = button(opened(), "Try it with sample data").click().run(timeout=120)
    assert page.title[0].value == "Enrolment"

    page = page.switch_page(menu.START.file).run()
    button(page, "Clear sample data").click().run()

    assert store.datasets() == ()


def test_deleting_asks_first(store):
    add(store)
    page = opened()

    button(page, "Delete").click().run()
    assert "Nothing was deleted" in page.error[0].value
    assert len(store.datasets()) == 1

    page.checkbox[0].check()
    button(page, "Delete").click().run()
    assert store.datasets() == ()


def test_the_next_step_names_who_is_missing(store):
    add(store)

    assert "no enrolment answers from mentees" in words(opened())


def test_the_grid_says_what_is_read_missing_few_open_or_closed(store, tmp_path):
    few = tmp_path / "few.csv"
    few.write_text("Was lunch useful?\nyes\nno\nyes\n", "utf-8")
    add(store, few, role="mentee", closed=False)

    grid = opened().table[0].value

    assert list(grid["Who"]) == ["Mentors", "Mentees"]
    assert [plain(cell) for cell in grid["Enrolment"]] == [
        "not added",
        "3 read, too few to show others, open",
    ]
    assert list(grid["Training"]) == ["not added", "not added"]


def test_a_stage_is_closed_from_start(store):
    add(store, closed=False)
    page = opened()

    button(page, "Close enrolment").click().run()

    assert pipeline.is_closed(store, SCOPE)
    assert "Closed: enrolment of North Trust, Cohort 1." in words(page)


def test_somebody_with_yes_or_no_answers_is_told_that_they_are_enough():
    page = opened()

    assert "That is enough." in words(page)
    assert page.get("download_button")[0].label == "Download the example (CSV)"
    button(page, "Add my yes or no answers").click().run()
    assert page.title[0].value == "Add data"


PASSPHRASE = "brave purple otter lamp"  # noqa: S105 - of a test


def test_saved_work_comes_back_after_a_reload(monkeypatch):
    monkeypatch.setenv("RM_EVAL_MODE", "visitor")
    page = filled(upload(opened("add_data"), "own.csv", b"Useful?\n" + b"yes\nno\n" * 6))
    button(page, "Use this data").click().run()
    page = page.switch_page(menu.START.file).run()
    assert "gone when you close or reload it" in words(page)
    page.text_input[0].set_value(PASSPHRASE)
    page.text_input[1].set_value(PASSPHRASE)
    button(page, "Prepare the file").click().run()
    (download,) = [d for d in page.get("download_button") if d.label == "Download my saved work"]
    assert download
    content = page.session_state["selection"].work

    again = opened()
    assert "What is loaded" not in words(again)
    again.file_uploader[0].set_value(("work.json", content, "application/json"))
    again.text_input[0].set_value(PASSPHRASE)
    button(again, "Open").click().run()

    assert "Opened: the answers of 1 file are back." in words(again)
    assert "What is loaded" in words(again)


def test_two_passphrases_that_differ_save_nothing(store):
    add(store)
    page = opened()
    page.text_input[0].set_value(PASSPHRASE)
    page.text_input[1].set_value(PASSPHRASE + "!")
    button(page, "Prepare the file").click().run()

    assert "The two passphrases differ" in words(page)
    assert "Download my saved work" not in {d.label for d in page.get("download_button")}


# Add data ---------------------------------------------------------------------------------------


def test_a_file_is_shown_before_it_is_used(store):
    page = upload(opened("add_data"), MENTORS.name, MENTORS.read_bytes())

    said = words(page)
    assert "Microsoft Forms, enrolment, mentors, 11 rows" in said
    assert "11 rows ready, 1 answer left out, 0 rows lost." in said
    assert "Email, Name" in said
    assert store.datasets() == ()


def test_a_file_that_is_used_is_kept_and_stays_announced(store):
    page = upload(opened("add_data"), MENTORS.name, MENTORS.read_bytes())
    page.text_input(key="organisation_1").set_value("North Trust")
    page.number_input[0].set_value(15)
    button(page, "Use this data").click().run()

    (dataset,) = store.datasets()
    assert (dataset.scope, dataset.role, dataset.n_sent) == (SCOPE, "mentor", 15)
    assert "Added: 11 mentors of North Trust, Cohort 1" in words(page)
    assert not page.file_uploader[0].value
    loaded = page.switch_page(menu.START.file).run().table[0].value
    assert plain(loaded["Enrolment"][0]) == "11 of 15 read, open"


def test_the_organisation_is_asked_once(store):
    add(store)

    page = upload(opened("add_data"), "more.csv", b"Was it useful?\nyes\nno\n")

    assert page.text_input(key="organisation_1").value == "North Trust"


def test_what_is_missing_is_asked_for(store):
    page = upload(opened("add_data"), MENTORS.name, MENTORS.read_bytes())

    button(page, "Use this data").click().run()

    assert "the organisation" in page.error[0].value
    assert store.datasets() == ()


def test_the_role_is_asked_where_the_file_does_not_tell():
    page = upload(opened("add_data"), "own.csv", b"Was it useful?\nyes\nno\nyes\n")

    assert page.selectbox(key="role_1").value is None
    assert "We cannot tell" in words(page)


def test_answers_and_their_key_are_one_card():
    answers = b"URN,Q1,Q2\n1-2-3,1,Fine\n1-2-4,2,Good\n"
    key = b"Q1,Was it useful?\n1,Yes\n2,No\nQ2,Anything else?\n"

    page = upload_all(opened("add_data"), ("talks-key.csv", key), ("talks.csv", answers))

    assert [plain(header.value) for header in page.header] == ["talks.csv"]
    assert "was read in talks-key.csv" in words(page)
    assert not page.error


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        pytest.param("answers.xlsx", b"PK\x03\x04 not a workbook", "answers.xlsx", id="damaged"),
        pytest.param("answers.csv", b"Was it useful?\n", "no answers", id="headings only"),
        pytest.param("answers.csv", b"", "empty", id="empty"),
        pytest.param("answers.pdf", b"%PDF-1.4", "answers.pdf", id="no spreadsheet"),
        pytest.param("a-key.csv", b"Q1,Useful?\n1,Yes\nQ2,Why?\n", "is the key", id="a key"),
    ],
)
def test_a_refused_file_gets_the_librarys_own_sentence(name, content, says, store):
    page = upload(opened("add_data"), name, content)

    assert says in words(page)
    assert len(page.error) == 1
    assert not page.exception
    assert store.datasets() == ()


def test_the_same_file_twice_is_refused_and_nothing_changes(store):
    add(store)
    page = upload(opened("add_data"), MENTORS.name, MENTORS.read_bytes())

    assert "This very file is here already, as the enrolment answers" in words(page)
    assert "Use this data" not in {one.label for one in page.button}
    assert len(store.datasets()) == 1


def test_own_data_takes_the_place_of_the_sample(store):
    pipeline.load_sample(store)
    page = upload(opened("add_data"), MENTORS.name, MENTORS.read_bytes())
    page.text_input(key="organisation_1").set_value("North Trust")
    button(page, "Use this data").click().run()

    assert [dataset.sample for dataset in store.datasets()] == [False]


def filled(page: AppTest, number: int = 1, **chosen: str) -> AppTest:
    """A card with what its file does not tell."""
    for name, value in ({"stage": "enrolment", "role": "mentor"} | chosen).items():
        page.selectbox(key=f"{name}_{number}").set_value(value)
    page.text_input(key=f"organisation_{number}").set_value("North Trust")
    return page.run()


def test_several_files_are_cards_and_a_refused_one_stops_nobody(store):
    files = ((MENTORS.name, MENTORS.read_bytes()), ("notes.pdf", b"%PDF-1.4"))
    page = upload_all(opened("add_data"), *files, (MENTEES.name, MENTEES.read_bytes()))

    said = words(page)
    assert "3 files are waiting" in said
    assert "notes.pdf" in page.error[0].value.replace("\\", "")
    button(page, "Use this data").click().run()
    assert "Say when it was filled in" in words(page)
    page.text_input(key="organisation_1").set_value("North Trust").run()
    assert not page.exception
    assert page.text_input(key="organisation_3").value == "North Trust"
    for _ in range(2):
        button(page, "Use this data").click().run()

    assert {dataset.role for dataset in store.datasets()} == {"mentor", "mentee"}
    assert page.error


def test_an_upload_that_is_interrupted_leaves_nothing(store):
    upload(opened("add_data"), MENTORS.name, MENTORS.read_bytes())

    again = opened("add_data")

    assert store.datasets() == ()
    assert again.file_uploader


def test_a_rule_is_undone_until_the_data_is_used(store):
    content = b"Tell us more?\ntest\nIt was good\nMore time please\n"
    page = filled(upload(opened("add_data"), "own.csv", content))
    assert "2 rows ready, 0 answers left out, 1 row set aside, 0 rows lost." in words(page)

    page.checkbox(key="undo_1_test_response").check().run()
    assert "3 rows ready, 0 answers left out, 0 rows lost." in words(page)
    page.checkbox(key="undo_1_test_response").uncheck().run()
    assert "2 rows ready" in words(page)
    page.multiselect(key="undo_single_1").set_value(["test_response:2:"]).run()
    assert "3 rows ready" in words(page)
    button(page, "Use this data").click().run()

    assert store.datasets()[0].n_people == 3


def test_a_doubtful_question_is_asked_about_with_both_wordings():
    reworded = b"I have faith in the process that was set up.\nAgree\nDisagree\n"
    page = filled(upload(opened("add_data"), "own.csv", reworded))
    said = words(page)
    assert "In your file: I have faith in the process that was set up." in said
    assert "On our form: I have faith in the process that has been set up." in said

    page.radio(key="same_1_1").set_value(False).run()
    assert "The one question of this file is not on our forms" in words(page)
    page.radio(key="same_1_1").set_value(True).run()
    assert "We recognised the one question." in words(page)


def test_a_question_is_matched_by_hand_and_the_match_is_remembered(store):
    content = b"Do you trust how this is run?,Was lunch nice?\nAgree,yes\nDisagree,no\n"
    page = filled(upload(opened("add_data"), "own.csv", content))
    assert "None of the 2 questions is on our forms" in words(page)
    asked = next(
        one
        for one in pipeline.questions_of("enrolment", roles=("mentor",))
        if one.id == "enr_faith"
    )

    page.selectbox(key="match_from_1").select_index(0)
    page.selectbox(key="match_to_1").set_value(asked)
    button(page, "Match these two").click().run()
    assert "is matched to “I have faith in the process" in words(page)
    button(page, "Take this back").click().run()
    assert "None of the 2 questions is on our forms" in words(page)
    page.selectbox(key="match_from_1").select_index(0)
    page.selectbox(key="match_to_1").set_value(asked)
    button(page, "Match these two").click().run()
    button(page, "Use this data").click().run()
    assert len(store.datasets()) == 1

    page = filled(upload(page, "later.csv", content + b"Agree,no\n"), number=2)
    assert "is matched to “I have faith in the process" in words(page)
    assert "You said so on" in words(page)
    page.text_input(key="organisation_2").set_value("South Trust").run()
    assert "is matched to" not in words(page)


def test_a_form_edited_half_way_is_asked_about(store):
    content = (
        b"I have faith in the process that has been set up.,"
        b"I have faith in the process that was set up.\nAgree,\nDisagree,\n,Agree\n"
    )
    page = filled(upload(opened("add_data"), "edited.csv", content))
    assert "We recognised 1 of 2 questions. The others are listed; match them, or carry on" in (
        words(page)
    )

    page.radio(key="same_1_2").set_value(True).run()

    assert "We recognised the one question." in words(page)
    button(page, "Use this data").click().run()
    (dataset,) = store.datasets()
    assert len(store.responses(dataset.id).answers) == 3


def test_whoever_adds_a_file_is_told_which_code_two_rows_have(store, tmp_path):
    content = b"Participant code,Useful?\nST07A,Yes\nLO23K,No\nst-07a,No\n"

    page = filled(upload(opened("add_data"), "own.csv", content))
    sentence = "Two rows have the code ST07A at enrolment. We used the later one (row 4)."
    assert sentence in words(page)
    button(page, "Use this data").click().run()

    assert store.datasets()[0].n_people == 2
    assert b"ST07A" not in (tmp_path / "answers.sqlite3").read_bytes()


def add_codes(store, stage: str, *codes: str) -> None:
    content = "\n".join(["Participant code,Why?", *(f"{code},So" for code in codes)])
    look = pipeline.look_at(Upload(name=f"{stage}*.csv", content=f"{content} {stage}\n".encode()))
    scope = Scope(organisation="North Trust", cohort="Cohort 1", stage=stage)
    pipeline.keep(store, look, scope=scope, role="mentee")


def test_a_code_that_nearly_matches_is_asked_about_where_the_file_was_added(store):
    add_codes(store, "enrolment", "ST07A", "LO23K", "MA30E")
    later = b"Participant code,Why?\nSTO7A,So\nLO23K,So\n"
    page = filled(
        upload(opened("add_data"), "last.csv", later), role="mentee", stage="end_of_cohort"
    )

    button(page, "Use this data").click().run()
    said = words(page)
    assert "1 code at the end of the cohort nearly matches a code at enrolment" in said
    assert "ST07A" not in said
    (asked,) = page.radio
    assert plain(asked.label) == "Row 2 of enrolment*.csv and row 2 of last.csv"
    asked.set_value(True).run()

    assert not page.radio
    assert len(pipeline.linkings(store)[0].linked) == 2


def test_start_says_how_many_people_answered_at_two_stages(store):
    add_codes(store, "enrolment", "ST07A", "LO23K", "MA30E", "")
    add_codes(store, "training", "ST07A", "LO23K", "ST07B")

    said = words(opened())

    assert "2 mentees answered at enrolment and at training, as their codes say." in said
    assert "Linked to nobody: 1 at enrolment, 1 at training." in said
    assert "Without a code that could be used: 1." in said


def test_no_answer_to_a_near_match_joins_nobody(store):
    add_codes(store, "enrolment", "ST07A", "LO23K")
    add_codes(store, "training", "STO7A")

    page = opened()
    page.radio[0].set_value(False).run()

    assert [one.label for one in page.radio] == ["How do you know them?"]  # whom to remove
    assert "0 mentees answered at enrolment and at training" in words(page)
    button(page, "Take back 1 answer about codes that nearly match").click().run()
    assert len(page.radio) == 2


def test_a_question_worded_otherwise_at_another_stage_is_pointed_out(store, tmp_path):
    first = tmp_path / "first.csv"
    first.write_text("How safe do you feel to speak up at work?\n" + "Very\nNot\n" * 3, "utf-8")
    add(store, first, closed=False)
    now = b"How safe do you feel to speak up at your work?\n" + b"Very\nNot\n" * 3

    page = filled(upload(opened("add_data"), "end.csv", now), stage="end_of_cohort")

    assert "1 question was worded otherwise before" in words(page)
    table = next(one.value for one in page.table if "When" in one.value)
    assert list(table["When"]) == ["at enrolment"]


def test_mentors_answers_given_as_mentees_have_to_be_meant(store):
    page = upload(opened("add_data"), MENTORS.name, MENTORS.read_bytes())
    page = filled(page, role="mentee")
    assert "looks like the answers of mentors" in words(page)

    button(page, "Use this data").click().run()
    assert "Tick the box" in page.error[0].value
    assert store.datasets() == ()

    page.checkbox(key="meant_1_mentee").check().run()
    button(page, "Use this data").click().run()
    assert [dataset.role for dataset in store.datasets()] == ["mentee"]


def test_a_file_of_both_roles_is_kept_as_both(store):
    content = b"Are you a mentor or a mentee?,Useful?\n" + b"Mentor,yes\nMentee,no\n" * 6 + b",no\n"
    page = filled(upload(opened("add_data"), "both.csv", content), role="as_said")
    said = page.selectbox(key="role_1").options[0]
    assert said == "As the file says: mentors (6), mentees (6)"
    page.selectbox(key="other_role_1").set_value("mentee").run()

    button(page, "Use this data").click().run()

    assert {d.role: d.n_people for d in store.datasets()} == {"mentor": 6, "mentee": 7}
    assert "Added: 13 mentors and mentees" in words(page)


def test_a_file_of_two_stages_is_kept_as_both_and_both_are_shown(store):
    content = b"Stage,Useful?\n" + b"Before,yes\nAfter,no\n" * 6 + b"Half-way,no\n"
    page = filled(upload(opened("add_data"), "both.csv", content), stage="as_said")
    assert "1 person says “Half-way” there. Count them as" in {
        plain(one.label) for one in page.selectbox
    }
    button(page, "Use this data").click().run()
    assert "Say when it was filled in" in words(page)
    page.selectbox(key="other_stage_1").set_value("training").run()

    button(page, "Use this data").click().run()

    assert {d.scope.stage: d.n_people for d in store.datasets()} == {
        "enrolment": 6,
        "training": 1,
        "end_of_cohort": 6,
    }
    page = opened("other_questions")
    button(page, "See all (programme team only)").click().run()
    end = next(d.scope for d in store.datasets() if d.scope.stage == "end_of_cohort")
    page.selectbox(key="scope").set_value(end).run()
    assert page.selectbox(key="scope").value == end
    assert "none of the 6 mentors said yes" in words(page)


def test_a_newer_export_shows_what_changed_and_replaces(store, tmp_path):
    first = tmp_path / "first.csv"
    first.write_text("Was lunch useful?\n" + "yes\nno\n" * 6, "utf-8")
    add(store, first)

    later = first.read_bytes() + b"no\nno\n"
    page = filled(upload(opened("add_data"), "later.csv", later))
    assert "looks like a newer export" in words(page)
    assert list(page.table[-1].value["People"]) == ["2", "0", "0", "12"]
    assert "opens it again" in words(page)
    button(page, "Replace it").click().run()

    assert [d.n_people for d in store.datasets()] == [14]
    assert "Replaced: 14 mentors" in words(page)


def test_another_cohort_is_the_other_way_out(store, tmp_path):
    first = tmp_path / "first.csv"
    first.write_text("Was lunch useful?\n" + "yes\nno\n" * 6, "utf-8")
    add(store, first)
    page = filled(upload(opened("add_data"), "later.csv", first.read_bytes() + b"no\n"))

    page.text_input(key="cohort_1").set_value("Cohort 2").run()
    button(page, "Use this data").click().run()

    assert [d.scope.cohort for d in store.datasets()] == ["Cohort 1", "Cohort 2"]


def test_a_second_sheet_that_looks_like_a_survey_is_chosen_from_a_list():
    book = sheets({"March": [["Useful?"], ["Yes"]], "April": [["Useful?"], ["Yes"], ["No"]]})
    page = upload(opened("add_data"), book.name, book.content)
    assert "more than one sheet" in words(page)

    page.selectbox(key="sheet_1").set_value("April").run()
    button(page, "Read this sheet").click().run()

    assert "2 rows ready" in words(page)


# Enrolment --------------------------------------------------------------------------------------


def test_every_chart_has_its_words_its_numbers_and_its_downloads(store):
    pipeline.load_sample(store)
    charts = pipeline.findings(store, pipeline.SAMPLE_SCOPE, audience="internal")

    page = opened("enrolment")

    said = words(page)
    for chart in charts:
        assert chart.headline in said
    assert len(page.table) == len(charts)
    labels = [one.label for one in page.get("download_button")]
    assert labels.count("Download numbers") == len(charts)


def test_without_a_browser_to_draw_with_the_page_says_what_helps(store, monkeypatch):
    pipeline.load_sample(store)
    monkeypatch.setattr("pages._ui.resources.can_draw_pictures", lambda: False)

    page = opened("enrolment")

    assert "install Chrome, Chromium or Edge" in words(page)
    assert {one.label for one in page.get("download_button")} == {"Download numbers"}


def test_mentors_and_mentees_scores_stand_apart(store):
    pipeline.load_sample(store)

    page = opened("enrolment")

    assert "should not be compared with each other" in words(page)
    panels = [one.value for one in page.subheader if one.value in {"Mentors", "Mentees"}]
    assert panels == ["Mentors", "Mentees"]


def test_enrolment_is_in_the_order_of_the_report_with_a_list_of_contents(store):
    pipeline.load_sample(store)

    page = opened("enrolment")

    headings = [one.value for one in page.header]
    assert headings[0] == "How participants found out"
    assert headings.index("What people hope to gain") < headings.index("Main areas of work")
    contents = next(
        one.value for one in page.markdown if "(#how-participants-found-out)" in one.value
    )
    assert contents.count("](#") == len(headings)


@pytest.mark.parametrize("stage", ["enrolment", "training", "end_of_cohort"])
def test_every_question_of_our_form_has_a_place_on_its_page(stage):
    page = (ROOT / "pages" / f"{stage}.py").read_text("utf-8")
    # Statements that are drawn together are named where the pictures of several questions are made.
    named = {name: one for name, one in vars(overview).items() if isinstance(one, Together)}
    drawn = [one for name, one in named.items() if re.search(rf"\b{name}\b", page)]
    page += "".join(f'"{key}"' for one in drawn for key in one.questions)
    asked = pipeline.questions_of(stage, roles=("mentor", "mentee"))

    assert [question.id for question in asked if f'"{question.id}"' not in page] == []


def test_the_names_of_the_2021_report_can_be_had(store):
    pipeline.load_sample(store)
    page = opened("enrolment")
    assert "Figure 2" not in words(page)

    page.toggle[0].set_value(True).run()

    assert "How participants found out (Figure 2)" in words(page)
    assert "Benefits in order of importance (Figure 3)" in words(page)


def test_what_a_form_did_not_ask_is_one_line(store, tmp_path):
    form = tmp_path / "short.csv"
    form.write_text("What are the main areas of your work?\n" + "Regional oversight\n" * 6, "utf-8")
    add(store, form)

    said = words(opened("enrolment"))

    assert "This form did not ask about: How people found out about the programme; " in said
    assert said.count("did not ask") == 1


def test_colleagues_are_assumed_until_somebody_says_otherwise(store):
    pipeline.load_sample(store)

    page = opened("enrolment")

    assert page.radio[0].value == "internal"
    assert "Showing what colleagues would see:" in words(page)


def test_who_will_see_this_survives_a_change_of_page(store):
    pipeline.load_sample(store)
    page = opened("enrolment")

    page.radio[0].set_value("public").run()
    page.switch_page(menu.START.file).run()
    page.switch_page(menu.ENROLMENT.file).run()

    assert page.radio[0].value == "public"
    assert "Showing what the public would see:" in words(page)


def test_the_public_never_reads_how_many_when_there_are_few(store):
    pipeline.load_sample(store)
    page = opened("enrolment")

    page.radio[0].set_value("public").run()

    assert "fewer than 10 mentees" in words(page)
    assert "7 mentees" not in words(page)


def test_the_team_can_see_all(store):
    pipeline.load_sample(store)
    page = opened("enrolment")

    button(page, "See all (programme team only)").click().run()

    assert page.radio[0].value == "team"
    assert "do not pass it on" in words(page)


def test_what_is_grouped_is_counted_explained_and_adds_up(store):
    pipeline.load_sample(store)

    said = words(opened("enrolment"))

    grouped = int(re.search(r"would see: (\d+) answers grouped", said)[1])
    parts = re.findall(r"(\d+) (?:answers told as a range|hidden, about)", said)
    assert sum(map(int, parts)) == grouped
    assert "hidden, about support from the line manager" in said
    assert "somebody could guess who" in said
    assert "Choose “Programme team only”. The people who hold the answers see every number" in said


def test_no_way_out_is_named_that_has_no_control(store):
    add(store, closed=False)
    add(store, MENTEES, role="mentee")

    said = words(opened("enrolment"))

    # There is one cohort, and no other to take it together with.
    assert "all cohorts together" not in said
    assert "Take mentors and mentees together when you first close a stage" in said


# Cohorts, and mentors and mentees, together ------------------------------------------------------


def add_cohorts(store, *names, open_=()):
    """The sample's mentors and mentees as cohorts of other names; every file is another."""
    for at, name in enumerate((*names, *open_)):
        scope = replace(SCOPE, cohort=name)
        for role, path in (("mentor", MENTORS), ("mentee", MENTEES)):
            content = path.read_bytes() + bytes(at)
            upload = Upload(name=path.name, content=content)
            pipeline.keep(store, pipeline.look_at(upload), scope=scope, role=role)
        if name not in open_:
            pipeline.close_stage(store, scope)


def choose_all(page: AppTest) -> AppTest:
    box = page.selectbox[0]
    return box.select(next(one for one in box.options if "together" in one)).run()


def test_all_cohorts_together_can_be_chosen_where_two_are_closed(store):
    add_cohorts(store, "Cohort 1", "Cohort 2", open_=("Cohort 3",))

    page = choose_all(opened("enrolment"))

    said = words(page)
    assert not page.exception
    assert "Answers of 22 mentors and 14 mentees of North Trust, 2 cohorts together" in said
    assert "Counted together: Cohort 1 and Cohort 2." in said
    assert "Left out, because still open: Cohort 3." in said
    assert "Two cohorts together: " in said
    # Nothing is left to take together.
    assert "Take all cohorts together" not in said
    assert not any(one.label.startswith(("Close", "Reopen")) for one in page.button)


def test_one_cohort_names_all_of_them_as_a_way_to_see_more(store):
    add_cohorts(store, "Cohort 1", "Cohort 2")

    said = words(opened("enrolment"))

    assert "Take all cohorts together." in said


def test_of_harm_the_public_sees_something_only_over_several_cohorts(store):
    add_cohorts(store, "Cohort 1", "Cohort 2")
    page = opened("enrolment").radio[0].set_value("public").run()
    one = words(page)
    several = words(choose_all(page))

    support = "Support from the line manager: the answers are hidden"
    assert support in one
    assert support not in several


def test_the_pack_of_all_cohorts_is_made_of_their_sums(store):
    add_cohorts(store, "Cohort 1", "Cohort 2")

    page = choose_all(opened("reports"))

    assert not page.exception
    assert "charts ticked." in words(page)


def test_the_team_sees_both_roles_as_one_group_where_it_wants_to(store):
    add(store, MENTORS, closed=False)
    add(store, MENTEES, role="mentee")
    page = opened("enrolment").radio[0].set_value("team").run()
    assert "Answers of 11 mentors and 7 mentees of" in words(page)

    page.checkbox(key="together").check().run()

    assert "18 mentors and mentees" in words(page)
    page.radio[0].set_value("internal").run()
    assert "18 mentors and mentees" not in words(page)


def test_mentors_and_mentees_are_told_together_where_that_was_chosen_at_closing(store):
    add(store, MENTORS, closed=False)
    add(store, MENTEES, role="mentee", closed=False)
    page = opened("enrolment")
    assert "cannot be changed later" in words(page)

    page.checkbox(key="together_North Trust_Cohort 1_enrolment").check().run()
    button(page, "Close enrolment now").click().run()

    assert pipeline.is_told_together(store, SCOPE)
    said = words(page)
    assert "18 mentors and mentees" in said
    assert "Mentors and mentees are shown together, as was chosen" in said


def test_who_closed_with_both_apart_is_not_asked_again(store):
    add(store, MENTORS, closed=False)
    add(store, MENTEES, role="mentee")
    pipeline.reopen_stage(store, SCOPE)

    page = opened("enrolment")

    assert "Show mentors and mentees together" not in {one.label for one in page.checkbox}


def test_the_team_is_told_that_all_is_shown_and_nothing_of_grouping(store):
    pipeline.load_sample(store)
    page = opened("enrolment")

    button(page, "See all (programme team only)").click().run()

    assert "Why are answers grouped?" not in {one.label for one in page.expander}
    assert "See all (programme team only)" not in {one.label for one in page.button}


def test_a_hidden_group_is_named_in_the_charts_place_with_its_way_out(store):
    add(store, closed=False)
    add(store, MENTEES, role="mentee")

    said = words(opened("enrolment"))

    assert (
        "7 mentees: hidden here. This would say too much about single mentees, so we do not show "
        "this to people outside the programme team. To see more, choose “Programme team only”."
    ) in said


def test_a_role_that_is_missing_is_named(store):
    add(store)

    assert "No enrolment answers for mentees yet." in words(opened("enrolment"))


def test_nothing_loaded_points_to_the_ways_in():
    page = opened("enrolment")

    assert "No enrolment answers have been added yet." in words(page)
    assert not page.radio


def test_one_cohort_is_shown_at_a_time(store):
    add(store)
    other = Scope(organisation="South Trust", cohort="Cohort 2", stage="enrolment")
    add(store, MENTEES, role="mentee", scope=other)
    page = opened("enrolment")
    assert "11 mentors of North Trust" in words(page)

    page.selectbox(key="scope").set_value(other).run()

    assert "7 mentees of South Trust, Cohort 2" in words(page)


def test_unknown_questions_have_a_page_of_their_own(store, tmp_path):
    own = tmp_path / "own.csv"
    own.write_text("Was lunch useful?\n" + "yes\nno\n" * 6, "utf-8")
    add(store, own)

    assert "Was lunch useful?" in words(opened("other_questions"))
    enrolment = words(opened("enrolment"))
    assert "Was lunch useful?" not in enrolment
    assert "none of the questions we know" in enrolment


def test_own_words_of_unknown_questions_are_named_and_not_charted(store, tmp_path):
    own = tmp_path / "own.csv"
    answers = "".join(f"I would like {n} more hours for it please\n" for n in range(8))
    own.write_text("What would help you?\n" + answers, "utf-8")
    add(store, own)

    said = words(opened("other_questions"))

    assert "own words and kept, but not charted: “What would help you?”" in said
    assert "more hours" not in said


def test_a_group_of_four_is_not_shown_to_colleagues(store, tmp_path):
    few = tmp_path / "few.csv"
    few.write_text("Was lunch useful?\nyes\nno\nyes\nyes\n", "utf-8")
    add(store, few)

    page = opened("other_questions")

    assert "3 of 4" not in words(page)
    assert "fewer than 5 mentors" in words(page)


def test_an_open_stage_shows_others_nothing_and_says_why(store):
    add(store, closed=False)

    page = opened("enrolment")

    assert not page.error
    assert "Enrolment is still open" in words(page)
    assert "only the programme team can see it so far" in words(page)
    assert not page.get("plotly_chart")


def test_an_open_stage_is_closed_on_its_own_page(store):
    add(store, closed=False)
    page = opened("enrolment")

    button(page, "Close enrolment now").click().run()

    assert "Closed: enrolment of North Trust, Cohort 1." in words(page)
    assert "what colleagues would see" in words(page)


def test_the_team_sees_an_open_stage(store):
    add(store, closed=False)
    page = opened("enrolment")

    button(page, "See all (programme team only)").click().run()

    assert "Answers of 11 mentors" in words(page)
    assert "Close enrolment" in {one.label for one in page.button}


def test_a_reopened_stage_is_shown_to_nobody_else_though_it_was_drawn_before(store):
    add(store)
    page = opened("enrolment")
    assert page.get("plotly_chart")

    button(page, "Reopen enrolment").click().run()

    assert "Enrolment is still open" in words(page)
    assert not page.get("plotly_chart")


def test_closing_after_one_late_answer_is_refused_in_words(store, tmp_path):
    first, later = tmp_path / "first.csv", tmp_path / "later.csv"
    first.write_text("Was lunch useful?\n" + "yes\nno\n" * 6, "utf-8")
    later.write_text("Was lunch useful?\n" + "yes\nno\n" * 6 + "no\n", "utf-8")
    add(store, first)
    look = pipeline.look_at(Upload(name="later.csv", content=later.read_bytes()))
    pipeline.keep(store, look, scope=SCOPE, role="mentor", replace=True)
    page = opened("enrolment")

    button(page, "Close enrolment now").click().run()

    assert "Only 1 person's answers changed" in words(page)
    assert not pipeline.is_closed(store, SCOPE)


# Reports ----------------------------------------------------------------------------------------


def test_every_chart_is_ticked_and_the_checklist_says_what_is_hidden(store):
    pipeline.load_sample(store)

    page = opened("reports")

    assert page.checkbox
    assert all(box.value for box in page.checkbox)
    said = words(page)
    charts = [box for box in page.checkbox if not box.key.startswith("pick_programme_")]
    assert f"{len(charts)} charts ticked." in said
    assert "2 charts hide a whole group: Support from the line manager" in said


def test_pictures_are_prepared_then_downloaded_and_a_failed_one_is_named(store, monkeypatch):
    def no_picture(chart, _size):
        raise NoPicture(f"{chart.id} would not be drawn.", code="no_browser")

    pipeline.load_sample(store)
    monkeypatch.setitem(FORMATS, "png", no_picture)
    page = opened("reports")
    for box in page.checkbox[2:]:
        box.uncheck()
    page.run()

    button(page, "Prepare the pictures").click().run()

    assert "2 pictures could not be drawn: “How people found out" in words(page)
    labels = {one.label for one in page.get("download_button")}
    assert "Download all pictures (zip)" in labels
    whom = next(one for one in page.radio if one.label == "Who will see this?")
    whom.set_value("public").run()
    assert "Prepare the pictures" in {one.label for one in page.button}
    assert not page.get("download_button")


def test_rules_for_small_groups_are_chosen_for_one_organisation(store):
    add(store, MENTORS, closed=False)
    page = opened("information_governance")
    assert "Now for North Trust: Small groups are shown in ranges;" in words(page).replace("**", "")

    page.radio(key="preset_North Trust").set_value("strict").run()
    assert "Of groups of fewer than 10 people nothing is shown." in words(page)
    button(page, "Use these rules").click().run()

    assert pipeline.limits_of(store, "North Trust") == Limits(preset="strict")
    said = words(page)
    assert "They count from the next closing." in said
    assert "Strict; nothing is shown of groups of fewer than 10." in said


def test_a_lower_limit_is_not_taken_without_a_reason(store):
    add(store, MENTORS, closed=False)
    page = opened("information_governance")
    assert not page.text_area

    page.number_input[0].set_value(4).run()
    button(page, "Use these rules").click().run()
    assert "Say why they should be shown here" in words(page)
    assert pipeline.limits_history(store, "North Trust") == ()

    page = opened("information_governance")
    page.number_input[0].set_value(4).run()
    page.text_area[0].set_value("All four **asked** for it.").run()
    button(page, "Use these rules").click().run()
    assert pipeline.limits_of(store, "North Trust").reason == "All four **asked** for it."
    assert "Reason: All four **asked** for it." in words(page)


# Forms and help --------------------------------------------------------------------------------


def test_participants_read_what_happens_to_their_answers():
    page = opened("your_answers")

    said = words(page)
    assert "a computer takes out columns of names" in said
    assert "[your organisation: its name]" in said
    assert list(page.table[1].value.columns) == ["Who", "Said yes", "Said no"]


def test_the_team_fills_in_the_gaps_of_the_page_for_participants(store):
    add(store)
    page = opened("your_answers")
    assert "about reverse mentoring at North Trust." in words(page)

    page.text_input(key="gap_who_to_ask").set_value(HOSTILE[0]).run()
    page.switch_page(menu.START.file).run()
    page.switch_page(menu.YOUR_ANSWERS.file).run()

    assert HOSTILE[0] in words(page)
    assert HOSTILE[0] not in " ".join(str(one.value) for one in page.markdown)
    assert HOSTILE[0] in page.code[0].value
    labels = [one.label for one in page.get("download_button")]
    assert labels == [
        "Download as a web page",
        "Download for Word",
        "Download as plain text",
        "Download as Markdown",
    ]


def test_the_governance_page_has_the_rules_and_two_documents_to_take():
    page = opened("information_governance")

    said = words(page)
    assert "What is not protected against" in {one.value for one in page.header}
    assert "a person looks at" in said
    assert "](" not in said.replace("](#", "")
    assert len(page.get("download_button")) == 2 * len(("html", "docx", "txt", "md"))
    assert "`" not in "".join(plain(str(cell)) for cell in page.table[1].value.to_numpy().flat)


# Text of other people ---------------------------------------------------------------------------


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_escaped_and_otherwise_as_typed(text):
    escaped = show.as_typed(text)

    assert escaped.replace("\\", "").replace(show.WORD_JOINER, "") == text.replace("\\", "")
    for mark in "!<[$:#*`~":
        assert f"{mark}" not in escaped.replace(f"\\{mark}", "")


def test_numbers_for_a_spreadsheet_hold_no_formula(store, tmp_path):
    risky = tmp_path / "risky.csv"
    risky.write_text("Which one?\n" + '=HYPERLINK("http://x")\n@SUM(A1)\n' * 6, "utf-8")
    add(store, risky)
    (chart,) = pipeline.findings(store, SCOPE, audience="team")

    cells = pipeline.numbers_csv(chart).decode("utf-8-sig").replace('"', "").splitlines()

    assert not [cell for cell in cells if cell.startswith(("=", "@", "+", "-"))]


# When something goes wrong ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "failing", ["pages._ui.resources.datasets", "rm_eval.pipeline.place_of_answers"]
)
def test_an_accident_shows_a_calm_sentence_and_logs_no_answer(failing, monkeypatch, caplog):
    answer = "she said something"

    def fail(*_: object, **__: object) -> None:
        raise ValueError(answer)

    monkeypatch.setattr(failing, fail)
    with caplog.at_level(logging.ERROR):
        page = opened()

    assert "Something went wrong on our side" in page.error[0].value
    reference = page.error[0].value.rsplit(" ", 1)[1].rstrip(".")
    assert reference in caplog.text
    assert "ValueError" in caplog.text
    assert answer not in caplog.text + words(page)


def test_what_streamlit_logs_itself_holds_no_answer():
    mishap.keep_answers_out_of_the_log()
    log = logging.getLogger("streamlit.error_util")
    error = KeyError("she said something private")

    record = log.makeRecord(log.name, logging.ERROR, "", 0, "Uncaught", (), (KeyError, error, None))
    assert log.filter(record)

    assert "private" not in logging.Formatter().format(record)
    assert "KeyError" in logging.Formatter().format(record)
