"""A stage told in parts in place of its roles: chosen once, told once, and gone with any change."""

from dataclasses import replace

import pytest

from rm_eval import pipeline
from rm_eval.closing.parts import can_divide
from rm_eval.disclosure import STANDARD
from rm_eval.errors import NotAllowed
from rm_eval.pipeline import Scope, Store, close_stage, findings, latest_release, look_at
from rm_eval.store import limits_of
from tests.uploads import COMPLETED, FORMS, STARTED, workbook

SCOPE = Scope(organisation="A Trust", cohort="Cohort 1", stage="enrolment")
SITE, GROUP = "Which site do you mainly work at?", "Which professional group do you belong to?"
TOO_FEW = (
    "Fewer than 5 mentors (Other parts) answered, so we do not show this to people outside the "
    "programme team."
)
NETWORK = "Which staff networks do you belong to?"
CODES = [f"{chr(65 + at % 26)}{chr(90 - at % 25)}{at * 7919 % 9973:04d}" for at in range(50)]


@pytest.fixture
def store():
    store = Store()
    yield store
    store.close()


def people(first, part, yes, no, asked=GROUP):
    """People with response ids from `first` on, who said a part and yes or no."""
    said = ["Yes"] * yes + ["No"] * no
    return {first + at: {asked: part, "Useful?": one} for at, one in enumerate(said)}


def mentors():
    """Eight of nursing, seven AHP, two others."""
    return (
        people(1, "Nursing", 5, 3) | people(21, "AHP", 2, 5) | people(41, "Medical", 1, 0)
    ) | people(42, "Administrative", 0, 1)


def add(store, said, role="mentor", scope=SCOPE):
    headings = list(dict.fromkeys(heading for row in said.values() for heading in row))
    cells = [[*FORMS, *headings]]
    for at, row in said.items():
        own = [row.get(heading) for heading in headings]
        cells.append([at, STARTED, COMPLETED, "anonymous", None, *own])
    look = look_at(workbook({"Sheet1": cells}))
    return pipeline.keep(store, look, scope=scope, role=role, replace=True)


def close(store, by="enr_prof_group"):
    return close_stage(store, SCOPE, divided_by=by)


def published(store, audience="internal", question="own_useful"):
    charts = {chart.id: chart for chart in findings(store, SCOPE, audience=audience)}
    return charts[question].published


def shown(store, audience="internal", question="own_useful"):
    rows = published(store, audience, question).rows
    return {(row.group_label, row.label): row.text for row in rows.itertuples()}


def test_others_see_large_parts_and_the_rest_as_one(store):
    add(store, mentors())
    close(store)

    assert shown(store) == {
        ("Mentors (Nursing)", "Yes"): "3 to 5 of 8",
        ("Mentors (Nursing)", "No"): "3 to 5 of 8",
        ("Mentors (AHP)", "Yes"): "0 to 2 of 7",
        ("Mentors (AHP)", "No"): "5 or more of 7",
        ("Mentors (Other parts)", "Yes"): "hidden",
        ("Mentors (Other parts)", "No"): "hidden",
    }


def test_of_a_small_part_it_is_said_why_nothing_is_shown(store):
    add(store, mentors())
    close(store)
    rows = published(store).rows
    why = set(rows.loc[rows["group"] == "mentor (Other parts)", "why"])

    assert why == {TOO_FEW}
    assert any("Parts of fewer than 5 people" in note for note in published(store).notes)


def test_nothing_is_told_of_the_whole_beside_its_parts(store):
    add(store, mentors())
    release = close(store)

    for told in release.figures:
        groups = {group.role for group in told.groups}
        whole = told.question.divides != ""
        assert groups == {"mentor"} if whole else "mentor" not in groups


def test_whoever_reads_how_large_a_part_is_has_read_it_in_the_chart_of_the_parts(store):
    add(store, mentors())
    release = close(store)
    (of_parts,) = (one for one in release.figures if one.question.id == "enr_prof_group")
    counts = {count.label: count.bounds for count in of_parts.groups[0].counts}

    for told in release.figures:
        for group in told.groups:
            part = group.role.partition(" (")[2].removesuffix(")")
            if part and part != "Other parts":
                assert counts[part][0] == counts[part][1] >= group.n


def test_the_team_still_sees_everything(store):
    add(store, mentors())
    close(store)

    assert shown(store, "team")["Mentors", "Yes"] == "8 of 17"


def test_a_role_without_two_parts_to_tell_stays_whole(store):
    add(store, mentors())
    add(store, people(61, "Nursing", 4, 3), role="mentee")
    close(store)

    assert ("Mentees", "Yes") in shown(store)


def test_closed_again_without_a_change_the_parts_are_as_they_were(store):
    add(store, mentors())
    close(store)
    before = shown(store)
    pipeline.reopen_stage(store, SCOPE)
    close_stage(store, SCOPE)

    assert shown(store) == before


def late(store):
    add(store, mentors() | people(81, "Nursing", 3, 0) | people(91, "AHP", 0, 3))


def test_when_answers_come_the_parts_go_and_their_role_is_the_sum_of_them(store):
    add(store, mentors())
    close(store)
    late(store)
    close_stage(store, SCOPE)

    assert {group for group, _ in shown(store)} == {"Mentors"}
    assert any("sizes of the parts would tell" in note for note in published(store).notes)


def test_what_is_told_of_parts_and_of_their_sum_is_one_telling(store):
    add(store, mentors())
    first = close(store)
    late(store)
    second = close_stage(store, SCOPE)
    then = {one.key: one.group for one in first.tellings["own_useful"]}
    now = {one.key: one.group for one in second.tellings["own_useful"]}

    assert {key: now[key] for key in then} == then
    (whole,) = next(one for one in second.figures if one.question.id == "own_useful").groups
    assert whole.n == sum(group.n for group in now.values())


def test_parts_that_went_do_not_come_back(store):
    add(store, mentors())
    close(store)
    late(store)
    close_stage(store, SCOPE)
    add(store, mentors())
    close_stage(store, SCOPE)

    assert {group for group, _ in shown(store)} == {"Mentors"}


def test_who_leaves_is_not_told_by_the_size_of_a_part(store):
    add(store, mentors())
    close(store)
    stayed = {at: row for at, row in mentors().items() if at not in {1, 21, 22}}
    add(store, stayed)
    close_stage(store, SCOPE)

    assert {group for group, _ in shown(store)} == {"Mentors"}
    release = latest_release(store, SCOPE)
    (whole,) = next(one for one in release.figures if one.question.id == "own_useful").groups
    low, high = next(count.bounds for count in whole.counts if count.answer == "yes")
    assert low <= 6 <= high
    assert high - low >= 3


def test_parts_cannot_be_chosen_after_figures_are_out(store):
    add(store, mentors())
    close_stage(store, SCOPE)
    pipeline.reopen_stage(store, SCOPE)
    close(store)

    assert {group for group, _ in shown(store)} == {"Mentors"}


@pytest.mark.parametrize(
    "said",
    [
        people(1, "Nursing", 5, 5) | people(41, "AHP", 1, 1),
        people(1, "Nursing", 2, 2) | people(41, "AHP", 2, 1),
    ],
    ids=["one large part", "nine people"],
)
def test_what_gives_no_two_parts_to_tell_parts_nobody(store, said):
    add(store, said)

    assert can_divide(store, SCOPE, STANDARD) == ()
    with pytest.raises(NotAllowed) as refused:
        close(store)
    assert refused.value.code == "cannot_divide"
    assert latest_release(store, SCOPE) is None


def test_networks_part_others_view_never_for_whose_somebody_is_in_is_delicate(store):
    race, faith = "BAME network", "Faith network"
    add(store, people(1, race, 6, 6, NETWORK) | people(21, faith, 6, 6, NETWORK))

    assert can_divide(store, SCOPE, STANDARD) == ()
    with pytest.raises(NotAllowed):
        close(store, "enr_network")


def test_sites_part_it_by_their_own_names(store):
    sites = people(1, "Royal Stoke", 4, 4, SITE) | people(21, "County", 4, 3, SITE)
    add(store, sites | people(41, "Hill", 3, 2, SITE))

    assert [one.id for one in can_divide(store, SCOPE, limits_of(store, "A Trust"))] == ["enr_site"]
    close(store, "enr_site")
    assert {group for group, _ in shown(store, "public")} == {
        "Mentors (Royal Stoke)",
        "Mentors (County)",
        "Mentors (Other parts)",
    }


def test_what_changed_is_not_compared_beside_parts(store):
    later = Scope(organisation="A Trust", cohort="Cohort 1", stage="end_of_cohort")
    code = "Participant code"
    said = {at: row | {code: CODES[at % 50]} for at, row in mentors().items()}
    add(store, said)
    add(store, said | people(99, "Nursing", 1, 0), scope=later)
    close(store)
    close_stage(store, later)
    both = replace(later, since="enrolment")

    with pytest.raises(NotAllowed) as refused:
        close_stage(store, both)
    assert refused.value.code == "told_in_parts"


def test_parts_outlive_saved_work(store):
    add(store, mentors())
    close(store)
    work = pipeline.write_saved_work(store, "a good passphrase, long enough")
    other = Store()
    pipeline.open_saved_work(other, work, "a good passphrase, long enough")

    assert shown(other) == shown(store)
    pipeline.reopen_stage(other, SCOPE)
    close_stage(other, SCOPE)
    assert shown(other) == shown(store)
    other.close()
