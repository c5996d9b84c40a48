"""From any chart to an action, and from actions to what each reader may read of them."""

from pages._ui import menu
from rm_eval import actions, pipeline
from rm_eval.pipeline import Scope
from tests.test_pages import (
    HOSTILE,
    SCOPE,
    add,
    button,
    kept_in_a_file,
    opened,
    plain,
    store,
    words,
)
from tests.test_pages_of_gatherings import added

__all__ = ["kept_in_a_file", "store"]  # fixtures

NOTHING_TO_ASK = "A flow chart for every pair."


def from_chart(page, at=0):
    """Press the button under a chart and go where it leads."""
    pressed = [one for one in page.button if one.label == "Add an action"][at].click().run()
    return pressed.switch_page(menu.ACTIONS.file).run()


def fill_in(page, *, heard="", decided=NOTHING_TO_ASK, who="Programme team"):
    page.text_area[0].set_value(heard)
    page.text_area[1].set_value(decided)
    next(one for one in page.text_input if one.label.startswith("Who")).set_value(who)
    return button(page, "Keep this action").click().run()


def choose(page, audience):
    return page.radio[0].set_value(audience).run()


def test_under_every_chart_there_is_a_button_to_add_an_action(store):
    add(store)
    page = opened("enrolment")

    labels = [one.label for one in page.button]
    numbers = [one for one in page.get("download_button") if one.label == "Download numbers"]

    assert labels.count("Add an action") == len(numbers) > 10


def test_what_people_said_is_filled_in_for_each_reader(store):
    add(store)

    page = from_chart(opened("enrolment"))
    said = words(page)

    assert not page.exception
    assert "Add an action" in said
    for who in ("The programme team reads:", "Colleagues read:", "The public reads:"):
        assert who in said


def test_an_action_from_a_chart_is_kept_and_shown_to_each_reader(store):
    add(store)
    page = from_chart(opened("enrolment"))

    page = fill_in(page, heard="You would like to hear of it from line managers.")

    assert not page.error
    assert "Action kept" in words(page)
    (kept,) = actions.kept_actions(store)
    assert (kept.organisation, kept.sample) == ("North Trust", False)
    assert kept.about.asked[0].scope == SCOPE
    said = {audience: words(choose(page, audience)) for audience in ("team", "public")}
    assert all("hear of it from line managers" in one for one in said.values())
    assert said["team"] != said["public"]


def test_others_read_no_figure_of_a_stage_that_is_open(store):
    add(store, closed=False)
    page = opened("enrolment")
    page = from_chart(choose(page, "team"))
    page = fill_in(page, heard="You would like to hear more.")

    said = words(choose(page, "internal"))

    assert "You said: You would like to hear more. We plan to do" in said.replace("*", "")
    assert "mentors" not in said.partition("You said:")[2].partition("Print it")[0]


def test_words_that_may_point_at_somebody_are_asked_about_before_they_are_kept(store):
    add(store)
    page = fill_in(from_chart(opened("enrolment")), heard="Please ask Priya about it.")

    assert "Priya" in words(page)
    assert actions.kept_actions(store) == ()

    next(one for one in page.checkbox if one.label.startswith("I have looked")).check()
    page = button(page, "Keep this action").click().run()

    assert len(actions.kept_actions(store)) == 1


def test_other_words_are_asked_about_anew(store):
    add(store)
    page = fill_in(from_chart(opened("enrolment")), heard="Please ask Priya about it.")
    next(one for one in page.checkbox if one.label.startswith("I have looked")).check()

    page = fill_in(page, heard="Please ask Amara about it.")

    assert "Amara" in words(page)
    assert actions.kept_actions(store) == ()


def test_a_count_of_people_and_a_name_are_refused_with_the_reason(store):
    add(store)
    page = from_chart(opened("enrolment"))

    page = fill_in(page, heard="4 of 11 mentors said so.")
    assert "Leave figures of answers out" in page.error[0].value

    page = fill_in(page, who="Sue Smith")
    assert "Write a role" in plain(page.error[0].value)
    assert actions.kept_actions(store) == ()


def test_an_action_can_be_changed_marked_as_done_and_deleted(store):
    add(store)
    page = choose(fill_in(from_chart(opened("enrolment"))), "team")

    page = button(page, "Change").click().run()
    next(one for one in page.radio if one.label == "How far is it?").set_value("done")
    page = button(page, "Keep this action").click().run()

    (kept,) = actions.kept_actions(store)
    assert kept.status == "done"
    assert kept.decided == NOTHING_TO_ASK
    assert "We did: A flow chart" in words(page).replace("*", "")

    button(page, "Yes, delete it for good").click().run()
    assert actions.kept_actions(store) == ()


def test_an_action_may_come_from_no_chart_and_with_nothing_loaded(store):
    page = opened("actions")
    page.text_input[0].set_value("West Trust").run()
    page = button(page, "Write it down").click().run()

    page = fill_in(page, heard="Mentors would like to meet more often.")

    assert not page.error
    (kept,) = actions.kept_actions(store)
    assert (kept.organisation, kept.about) == ("West Trust", None)
    assert "Mentors would like to meet more often." in words(page)


def test_an_action_from_a_chart_of_the_sample_goes_with_the_sample(store):
    pipeline.load_sample(store)
    fill_in(from_chart(opened("training")))
    assert [one.sample for one in actions.kept_actions(store)] == [True] * 3

    pipeline.clear_sample(store)

    assert actions.kept_actions(store) == ()


def test_actions_of_ones_own_are_never_kept_beside_the_samples(store):
    pipeline.load_sample(store)
    page = opened("actions")
    next(one for one in page.text_input if one.label == "Organisation").set_value("West Trust")
    page = button(page.run(), "Write it down").click().run()

    page = fill_in(page, heard="This is our own.")

    assert [one.organisation for one in actions.kept_actions(store)] == ["West Trust"]
    assert store.datasets() == ()
    assert "This is our own." in words(page)


def test_what_was_typed_is_shown_as_it_was_typed(store):
    add(store)
    page = from_chart(opened("enrolment"))
    for text in HOSTILE:
        page = fill_in(page, heard=text) if not page.checkbox else page
    shown = " ".join(one.value for one in page.markdown)

    assert "![x](" not in shown
    assert "<img" not in shown


def test_the_page_tells_where_to_begin_when_there_are_no_actions(store):
    add(store, scope=Scope(organisation="North Trust", cohort="Cohort 1", stage="enrolment"))

    said = words(opened("actions"))

    assert "press “Add an action” under it" in said
    assert "Print it or send it" not in said


def test_an_action_from_mentees_own_meeting_is_not_printed_for_mentors(store):
    page = choose(added(), "team")

    page = from_chart(page)
    page = fill_in(page, heard="It is hard to find time to meet.")

    (kept,) = actions.kept_actions(store)
    assert (kept.organisation, kept.cohort, kept.stream) == ("A Trust", "Cohort 1", "mentee")
    page = choose(page, "internal")
    readers = next(one for one in page.radio if one.label == "Printed for")
    assert "hard to find time" not in words(page)
    assert "hard to find time" not in words(readers.set_value("mentor").run())
    readers = next(one for one in page.radio if one.label == "Printed for")
    assert "hard to find time" in words(readers.set_value("mentee").run())


def test_every_chart_of_every_page_of_the_sample_can_begin_an_action(store):
    pipeline.load_sample(store)

    for name in ("end_of_cohort", "before_and_after", "training"):
        page = choose(opened(name), "team")
        labels = [one.label for one in page.button]
        begun = from_chart(page, labels.count("Add an action") - 1)

        assert not begun.exception, name
        assert "The programme team reads:" in words(begun), name
        assert "no figures" not in words(begun).partition("Colleagues")[0], name
