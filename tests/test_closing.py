"""A stage is told once, when it is closed; what was told is served, whatever happens since."""

from dataclasses import replace

import pytest
from sqlalchemy import delete, update

from rm_eval import pipeline
from rm_eval.errors import NotAllowed
from rm_eval.pipeline import (
    Scope,
    Store,
    close_stage,
    findings,
    forget_releases,
    latest_release,
    look_at,
    releases,
)
from rm_eval.store import close_stage as keep_release
from rm_eval.store.schema import answers
from tests.uploads import COMPLETED, FORMS, STARTED, forms_workbook, workbook

SCOPE = Scope(organisation="A Trust", cohort="Cohort 1", stage="enrolment")
# Eleven people, by the response id their survey tool gave them.
ELEVEN = {at: "Yes" if at <= 7 else "No" for at in range(1, 12)}


@pytest.fixture
def store():
    store = Store()
    yield store
    store.close()


def add(store, said, *, role="mentor", more=None):
    """Add or replace a file of people who said yes or no, by their response ids."""
    questions = ["Useful?", *(["Safe?"] if more else [])]
    rows = [[*FORMS, *questions]]
    for person, answer in said.items():
        other = [more.get(person)] if more else []
        rows.append([person, STARTED, COMPLETED, "anonymous", None, answer, *other])
    look = look_at(workbook({"Sheet1": rows}))
    return pipeline.keep(store, look, scope=SCOPE, role=role, replace=True)


def shown(store, audience="internal", question="own_useful", role="mentor"):
    """What a reader sees of each answer, and how many people are told of."""
    charts = {chart.id: chart for chart in findings(store, SCOPE, audience=audience)}
    rows = charts[question].published.rows
    rows = rows[rows["group"] == role]
    return dict(zip(rows["answer"], rows["text"], strict=True))


def notes(store, audience="internal", question="own_useful"):
    charts = {chart.id: chart for chart in findings(store, SCOPE, audience=audience)}
    return " ".join(charts[question].published.notes)


# Told once, then served --------------------------------------------------------------------------


def test_what_was_told_is_served_whatever_becomes_of_the_answers(store):
    add(store, ELEVEN)
    close_stage(store, SCOPE)
    before = [shown(store, audience) for audience in ("internal", "public")]

    with store.engine.begin() as connection:
        connection.execute(update(answers).values(answer="no"))
        connection.execute(delete(answers).where(answers.c.person == 1))

    assert [shown(store, audience) for audience in ("internal", "public")] == before
    assert shown(store, "team") == {"yes": "0 of 10", "no": "10 of 10"}
    assert before[0] == {"yes": "7 of 11", "no": "4 of 11"}


def test_figures_of_every_question_are_kept_with_the_log_of_the_attack(store):
    pipeline.load_sample(store)

    (release,) = releases(store, pipeline.SAMPLE_SCOPE)

    assert release.n == {"mentor": 11, "mentee": 7}
    assert {"enr_work_areas", "enr_rank_benefits"} <= {one.question.id for one in release.figures}
    assert release.check["cells"] > 100
    assert release.check["leaks"] == release.check["kept_back"] == 0


def test_a_release_is_read_back_as_it_was_made(store):
    add(store, ELEVEN)

    made = close_stage(store, SCOPE)

    assert latest_release(store, SCOPE) == made
    assert made.tellings["own_useful"][0].group.n == 11


def test_words_that_few_people_used_are_in_no_release(store):
    """Of a form nobody knows, an option may be what one person typed."""
    look = look_at(forms_workbook({"Where?": ["Ward"] * 6 + ["Office"] * 4 + ["Hidden place"]}))
    pipeline.keep(store, look, scope=SCOPE, role="mentor")

    release = close_stage(store, SCOPE)

    assert "Ward" in repr(release)
    assert "Hidden place" not in repr(release)


def test_the_bar_of_progress_is_told_of_every_question(store):
    add(store, ELEVEN, more=ELEVEN)
    told = []

    close_stage(store, SCOPE, progress=lambda done, of: told.append((done, of)))

    assert told == [(1, 2), (2, 2)]


# It fails closed ---------------------------------------------------------------------------------


def give_out(store, release):
    """Put a release in the place of the stage's own, as an earlier version might have made it."""
    forget_releases(store, SCOPE)
    keep_release(store, release)


def test_what_could_be_worked_out_beside_an_earlier_release_is_not_told(store):
    """Late people simply counted in: the difference of two closings is what they said."""
    add(store, ELEVEN)
    # Nobody noted of whom these figures told: all will be told of again, with the late ones.
    give_out(store, replace(close_stage(store, SCOPE), tellings={}))

    add(store, ELEVEN | dict.fromkeys((12, 13, 14), "Yes"))
    release = close_stage(store, SCOPE)

    assert release.check["kept_back"] == 1
    assert shown(store) == {"": "hidden"}
    assert release.tellings["own_useful"] == ()


def test_a_stage_is_closed_also_where_all_gave_one_worded_answer(store):
    """Of a form nobody knows only that answer is listed: nothing is told of it, the rest is."""
    agreed = {"I feel heard": ["Strongly agree"] * 7, "Useful?": ["Yes"] * 4 + ["No"] * 3}
    pipeline.keep(store, look_at(forms_workbook(agreed)), scope=SCOPE, role="mentor")

    release = close_stage(store, SCOPE)

    assert release.check["kept_back"] == 1
    assert "strongly_agree" not in repr(release.figures)
    assert shown(store, question="own_i_feel_heard") == {"": "hidden"}
    assert shown(store)["yes"] != "hidden"


def test_a_release_that_cannot_be_made_safe_is_none(store):
    look = look_at(forms_workbook({"How safe?": [3] * 4 + [6] * 5 + [9] * 2}))
    pipeline.keep(store, look, scope=SCOPE, role="mentor")
    release = close_stage(store, SCOPE)
    (told,) = release.figures
    # 4, 5 and "0 to 2" of eleven: the band stands alone.
    bounds = ((4, 4), (5, 5), (0, 2))
    counts = tuple(
        replace(one, bounds=told) for one, told in zip(told.groups[0].counts, bounds, strict=True)
    )
    leaky = replace(told, groups=(replace(told.groups[0], counts=counts, totals=()),))
    give_out(store, replace(release, figures=(leaky,)))
    pipeline.reopen_stage(store, SCOPE)

    with pytest.raises(NotAllowed, match="Nothing was given out") as refused:
        close_stage(store, SCOPE)

    assert refused.value.code == "not_safe"
    assert not pipeline.is_closed(store, SCOPE)
    assert len(releases(store)) == 1


def test_answers_that_change_while_they_are_measured_are_not_given_out(store):
    add(store, ELEVEN)

    with pytest.raises(NotAllowed, match="changed these answers just now"):
        close_stage(store, SCOPE, progress=lambda *_: add(store, ELEVEN | {1: "No"}))

    assert releases(store) == ()


# One closing with the next -----------------------------------------------------------------------


def test_three_late_answers_wait(store):
    add(store, ELEVEN)
    close_stage(store, SCOPE)
    first = shown(store)

    add(store, ELEVEN | dict.fromkeys((12, 13, 14), "Yes"))
    close_stage(store, SCOPE)

    assert shown(store) == first
    assert "3 more mentors have answered since" in notes(store)
    assert "shown once there are at least 5." in notes(store)
    assert "3 more" not in notes(store, "public")
    assert "More mentors have answered since" in notes(store, "public")


def test_five_late_answers_are_told_as_a_group_of_their_own_and_added_up(store):
    add(store, ELEVEN)
    close_stage(store, SCOPE)

    add(store, ELEVEN | dict.fromkeys((12, 13, 14, 15), "Yes") | {16: "No"})
    close_stage(store, SCOPE)

    # 7 and "3 or more of 5"; 4 and "0 to 2 of 5".
    assert shown(store) == {"yes": "10 to 12 of 16", "no": "4 to 6 of 16"}
    assert "more mentors" not in notes(store)


def test_those_who_wait_are_told_of_once_enough_have_come(store):
    add(store, ELEVEN)
    close_stage(store, SCOPE)
    late = dict.fromkeys((12, 13, 14), "Yes")
    add(store, ELEVEN | late)
    close_stage(store, SCOPE)

    add(store, ELEVEN | late | dict.fromkeys((15, 16, 17), "No"))
    close_stage(store, SCOPE)

    told = latest_release(store, SCOPE).tellings["own_useful"]
    assert [(one.closing, one.group.n) for one in told] == [(1, 11), (3, 6)]


def test_of_people_who_left_no_more_is_told_than_that_they_are_gone(store):
    add(store, ELEVEN)
    close_stage(store, SCOPE)

    add(store, {at: answer for at, answer in ELEVEN.items() if at not in {1, 2, 11}})
    close_stage(store, SCOPE)

    # 7 and 4 of 11 were told; three of them are gone, whatever they had answered.
    (group,) = latest_release(store, SCOPE).figures[0].groups
    assert {one.answer: one.bounds for one in group.counts} == {"yes": (4, 7), "no": (1, 4)}
    assert "removed or changed" in notes(store)


def test_whoever_changes_an_answer_is_late(store):
    add(store, ELEVEN)
    close_stage(store, SCOPE)

    add(store, ELEVEN | {1: "No", 2: "No", 3: "No"})
    close_stage(store, SCOPE)

    (figure,) = latest_release(store, SCOPE).figures
    assert figure.groups[0].n == 8
    assert figure.waiting[0].n == 3


def test_whoever_comes_back_is_told_as_before(store):
    add(store, ELEVEN)
    close_stage(store, SCOPE)
    add(store, {at: answer for at, answer in ELEVEN.items() if at > 3})
    close_stage(store, SCOPE)

    add(store, ELEVEN)
    close_stage(store, SCOPE)

    assert shown(store) == {"yes": "7 of 11", "no": "4 of 11"}
    assert "removed or changed" not in notes(store)


def test_closing_again_without_a_change_serves_the_very_same_figures(store):
    add(store, ELEVEN)
    first = close_stage(store, SCOPE)
    pipeline.reopen_stage(store, SCOPE)

    again = close_stage(store, SCOPE)

    assert again.figures == first.figures
    assert again.number == 2


def test_where_nobody_of_before_is_left_everything_is_told_anew(store):
    add(store, ELEVEN)
    close_stage(store, SCOPE)

    add(store, {at + 100: "No" if at <= 7 else "Yes" for at in ELEVEN})
    close_stage(store, SCOPE)

    assert shown(store) == {"yes": "4 of 11", "no": "7 of 11"}


def test_people_wait_for_the_question_they_left_out_alone(store):
    """Seven late people answered one question, three of them the other."""
    late = dict.fromkeys(range(12, 19), "No")
    add(store, ELEVEN, more=ELEVEN)
    close_stage(store, SCOPE)

    add(store, ELEVEN | late, more=ELEVEN | {12: "No", 13: "Yes", 14: "No"})
    close_stage(store, SCOPE)

    told = {one.question.id: one for one in latest_release(store, SCOPE).figures}
    assert told["own_useful"].groups[0].n == 18
    assert told["own_safe"].groups[0].n == 11
    assert told["own_safe"].waiting[0].n == 3


def test_a_group_too_small_at_first_is_told_whole_once_it_is_large_enough(store):
    add(store, dict.fromkeys(range(4), "Yes"))
    close_stage(store, SCOPE)
    assert shown(store) == {"yes": "hidden", "no": "hidden"}

    add(store, ELEVEN)
    close_stage(store, SCOPE)

    assert shown(store) == {"yes": "7 of 11", "no": "4 of 11"}


def test_deleting_the_answers_does_not_make_them_new(store):
    """Otherwise whoever deletes and adds again could have the same people told twice."""
    keys = add(store, ELEVEN)
    close_stage(store, SCOPE)
    store.delete(*keys)
    add(store, ELEVEN | dict.fromkeys((12, 13, 14), "Yes"))

    close_stage(store, SCOPE)

    assert shown(store) == {"yes": "7 of 11", "no": "4 of 11"}
    assert len(releases(store, SCOPE)) == 2


def test_the_attacker_is_given_both_audiences_and_all_closings(store):
    add(store, ELEVEN)
    assert close_stage(store, SCOPE).check["views"] == 2
    add(store, ELEVEN | dict.fromkeys(range(12, 18), "Yes"))

    assert close_stage(store, SCOPE).check["views"] == 4
