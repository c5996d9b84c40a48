"""Every page, run as Streamlit runs it: without a browser, with the real library and store."""

import logging
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from pages._ui import menu, mishap, show
from rm_eval import pipeline
from rm_eval.pipeline import Scope, Store, Upload

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "sample_data"
MENTORS = SAMPLES / "South East cohort 1 - enrolment - mentors.xlsx"
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


def add(store: Store, path: Path = MENTORS, *, role="mentor", scope=SCOPE, name=None) -> None:
    upload = Upload(name=name or path.name, content=path.read_bytes())
    pipeline.keep(store, pipeline.look_at(upload), scope=scope, role=role)


def words(page: AppTest) -> str:
    """Everything a page says in its own words, markup taken away."""
    kinds = (page.title, page.header, page.subheader, page.markdown, page.text, page.caption)
    boxes = (page.error, page.warning, page.info, page.success)
    said = " ".join(str(one.value) for kind in (*kinds, *boxes) for one in kind)
    return said.replace("\\", "").replace(show.WORD_JOINER, "")


def button(page: AppTest, label: str):
    return next(one for one in page.button if one.label == label)


def upload(page: AppTest, name: str, content: bytes) -> AppTest:
    page.file_uploader[0].set_value((name, content, "application/octet-stream"))
    return page.run()


def workbook(*rows: tuple[object, ...]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


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

    button(one, "Try it with sample data").click().run()

    assert "What is loaded" in words(one.switch_page(menu.START.file).run())
    assert "What is loaded" not in words(other.run())


def test_the_sample_is_one_click_away_and_can_be_cleared(store):
    page = button(opened(), "Try it with sample data").click().run()
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


# Add data ---------------------------------------------------------------------------------------


def test_a_file_is_shown_before_it_is_used(store):
    page = upload(opened("add_data"), MENTORS.name, MENTORS.read_bytes())

    said = words(page)
    assert "Microsoft Forms, enrolment, mentors, 11 rows" in said
    assert "11 rows ready. 0 answers left out. 0 rows set aside." in said
    assert "Email, Name" in said
    assert store.datasets() == ()


def test_a_file_that_is_used_is_kept_and_stays_announced(store):
    page = upload(opened("add_data"), MENTORS.name, MENTORS.read_bytes())
    page.text_input(key="organisation").set_value("North Trust")
    page.number_input[0].set_value(15)
    button(page, "Use this data").click().run()

    (dataset,) = store.datasets()
    assert (dataset.scope, dataset.role, dataset.n_sent) == (SCOPE, "mentor", 15)
    assert "Added: 11 mentors of North Trust, Cohort 1" in words(page)
    assert page.file_uploader[0].value is None
    loaded = page.switch_page(menu.START.file).run().table[0].value
    assert list(loaded["Answered"]) == ["11 of 15"]


def test_the_organisation_is_asked_once(store):
    add(store)

    page = upload(opened("add_data"), "more.xlsx", MENTORS.read_bytes())

    assert page.text_input(key="organisation").value == "North Trust"


def test_what_is_missing_is_asked_for(store):
    page = upload(opened("add_data"), MENTORS.name, MENTORS.read_bytes())

    button(page, "Use this data").click().run()

    assert "the organisation" in page.error[0].value
    assert store.datasets() == ()


def test_the_role_is_asked_where_the_file_does_not_tell():
    page = upload(opened("add_data"), "own.csv", b"Was it useful?\nyes\nno\nyes\n")

    assert page.selectbox(key="role").value is None
    assert "We cannot tell" in words(page)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        pytest.param("answers.xlsx", b"PK\x03\x04 not a workbook", "answers.xlsx", id="damaged"),
        pytest.param("answers.csv", b"Was it useful?\n", "no answers", id="headings only"),
        pytest.param("answers.csv", b"", "empty", id="empty"),
        pytest.param("answers.pdf", b"%PDF-1.4", "answers.pdf", id="no spreadsheet"),
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
    button(page, "Use this data").click().run()

    assert "here already" in words(page)
    assert len(store.datasets()) == 1


def test_own_data_takes_the_place_of_the_sample(store):
    pipeline.load_sample(store)
    page = upload(opened("add_data"), MENTORS.name, MENTORS.read_bytes())
    page.text_input(key="organisation").set_value("North Trust")
    button(page, "Use this data").click().run()

    assert [dataset.sample for dataset in store.datasets()] == [False]


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

    said = words(page)
    assert "Mentors: scores they gave themselves" in said
    assert "Mentees: scores they gave themselves" in said
    assert said.count("should not be compared with each other") == 2


def test_colleagues_are_assumed_until_somebody_says_otherwise(store):
    pipeline.load_sample(store)

    page = opened("enrolment")

    assert page.radio[0].value == "internal"
    assert "What colleagues would see:" in words(page)


def test_who_will_see_this_survives_a_change_of_page(store):
    pipeline.load_sample(store)
    page = opened("enrolment")

    page.radio[0].set_value("public").run()
    page.switch_page(menu.START.file).run()
    page.switch_page(menu.ENROLMENT.file).run()

    assert page.radio[0].value == "public"
    assert "What the public would see:" in words(page)


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


def test_a_role_that_is_missing_is_named(store):
    add(store)

    assert "No enrolment answers for mentees yet." in words(opened("enrolment"))


def test_nothing_loaded_points_to_the_ways_in():
    page = opened("enrolment")

    assert "No enrolment answers have been added yet." in words(page)
    assert not page.radio


def test_questions_without_a_chart_are_named(store):
    pipeline.load_sample(store)

    assert "without a chart yet: “What do you hope to contribute" in words(opened("enrolment"))


def test_one_cohort_is_shown_at_a_time(store):
    add(store)
    mentees = SAMPLES / "South East cohort 1 - enrolment - mentees.xlsx"
    other = Scope(organisation="South Trust", cohort="Cohort 2", stage="enrolment")
    add(store, mentees, role="mentee", scope=other)
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


def test_a_group_of_four_is_not_shown_to_colleagues(store, tmp_path):
    few = tmp_path / "few.csv"
    few.write_text("Was lunch useful?\nyes\nno\nyes\nyes\n", "utf-8")
    add(store, few)

    page = opened("other_questions")

    assert "3 of 4" not in words(page)
    assert "fewer than 5 mentors" in words(page)


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
