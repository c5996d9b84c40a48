"""Results in parts, for the team: one breakdown at a time, by what people said of themselves."""

import pytest

from rm_eval import pipeline
from rm_eval.breakdowns import MOST_PARTS, breakdowns, division
from rm_eval.pipeline import Scope, Store, findings, look_at
from tests.uploads import COMPLETED, FORMS, STARTED, workbook

ENROLMENT = Scope(organisation="A Trust", cohort="Cohort 1", stage="enrolment")
TRAINING = Scope(organisation="A Trust", cohort="Cohort 1", stage="training")
SITE = "Which site do you mainly work at?"
NETWORK = "Which staff networks do you belong to?"
BAND = "What is your band?"
CODE = "Participant code"
RACE, FAITH = "Race equality or ethnic minority staff network", "Faith and belief staff network"


@pytest.fixture
def store():
    store = Store()
    yield store
    store.close()


def add(store, rows, role="mentor", scope=ENROLMENT):
    """One dict a person: a heading and what they answered."""
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    cells = [[*FORMS, *headings]]
    for at, row in enumerate(rows, start=1):
        own = [row.get(heading) for heading in headings]
        cells.append([at, STARTED, COMPLETED, "anonymous", None, *own])
    look = look_at(workbook({"Sheet1": cells}))
    return pipeline.keep(store, look, scope=scope, role=role, replace=True)


def people(site, yes, no):
    return [{SITE: site, "Useful?": "Yes"}] * yes + [{SITE: site, "Useful?": "No"}] * no


def by(store, words, scope=ENROLMENT):
    found = {one.by: one for one in breakdowns(store, scope)}
    return division(store, scope, found[words])


def shown(store, parts, question, scope=ENROLMENT):
    charts = {c.id: c for c in findings(store, scope, audience="team", division=parts)}
    rows = charts[question].published.rows
    return {(row.group_label, row.label): row.text for row in rows.itertuples()}


def test_each_organisation_has_sites_of_its_own(store):
    add(store, people("Royal Stoke", 4, 2) + people("County", 1, 2))

    assert shown(store, None, "enr_site") == {
        ("Mentors", "Royal Stoke"): "6 of 9",
        ("Mentors", "County"): "3 of 9",
    }


def test_the_team_sees_each_site_beside_the_others(store):
    add(store, people("Royal Stoke", 4, 2) + people("County", 1, 2))

    assert shown(store, by(store, "site"), "own_useful") == {
        ("Mentors (Royal Stoke)", "Yes"): "4 of 6",
        ("Mentors (Royal Stoke)", "No"): "2 of 6",
        ("Mentors (County)", "Yes"): "1 of 3",
        ("Mentors (County)", "No"): "2 of 3",
    }


def test_what_parts_people_is_itself_counted_whole_so_nothing_is_crossed(store):
    rows = people("Royal Stoke", 4, 2) + people("County", 1, 2)
    add(store, [{**row, BAND: "5" if at % 2 else "6"} for at, row in enumerate(rows)])
    parts = by(store, "site")

    for question in ("enr_site", "enr_band"):
        assert {group for group, _ in shown(store, parts, question)} == {"Mentors"}


def test_who_is_in_two_networks_is_in_a_part_of_its_own(store):
    said = [RACE] * 3 + [FAITH] * 2 + [f"{RACE};{FAITH}"] * 2
    add(store, [{NETWORK: one, "Useful?": "Yes"} for one in said])

    assert by(store, "staff network").parts == {
        "mentor": (RACE, FAITH, "More than one staff network")
    }


def test_a_network_is_as_delicate_as_any_protected_characteristic(store):
    add(store, [{NETWORK: one, "Useful?": "Yes"} for one in [RACE] * 3 + [FAITH] * 2])
    question = next(one.question for one in breakdowns(store, ENROLMENT))

    assert question.mark == by(store, "staff network").mark == "harm"


def test_of_many_parts_the_smallest_are_one_and_are_named(store):
    sites = {"North": 5, "South": 4, "East": 3, "West": 2, "Hill": 1, "Dale": 1}
    add(store, [row for site, n in sites.items() for row in people(site, n, 0)])
    parts = by(store, "site")

    assert parts.parts == {"mentor": ("North", "South", "East", "West", "Other parts")}
    assert len(parts.parts["mentor"]) == MOST_PARTS
    assert "Other parts of mentors: Dale, Hill." in parts.notes


def test_somebody_who_did_not_say_is_in_a_part_that_says_so(store):
    add(store, [*people("North", 2, 1), *people("South", 1, 1), {"Useful?": "No"}])

    assert shown(store, by(store, "site"), "own_useful")["Mentors (Not known)", "No"] == "1 of 1"


def test_a_role_that_was_not_asked_stays_whole_and_that_is_said(store):
    add(store, people("North", 3, 1) + people("South", 1, 2))
    add(store, [{"Useful?": "Yes"}] * 4, role="mentee")
    parts = by(store, "site")

    assert shown(store, parts, "own_useful")["Mentees", "Yes"] == "4 of 4"
    assert "All mentees said the same, or were not asked, so they are one group." in parts.notes


def test_answers_at_training_are_parted_by_what_the_same_people_said_at_enrolment(store):
    sites = ["North", "North", "South", "South"]
    codes = ["AQRS17", "BTUV28", "CWXY39", "DKLM46"]
    add(store, [{SITE: s, CODE: c} for s, c in zip(sites, codes, strict=True)])
    answers = zip(["Yes", "No", "Yes", "Yes"], [*codes[:3], "ZZZZ99"], strict=True)
    add(store, [{"Useful?": a, CODE: c} for a, c in answers], scope=TRAINING)

    assert shown(store, by(store, "site", TRAINING), "own_useful", TRAINING) == {
        ("Mentors (North)", "Yes"): "1 of 2",
        ("Mentors (North)", "No"): "1 of 2",
        ("Mentors (South)", "Yes"): "1 of 1",
        ("Mentors (South)", "No"): "0 of 1",
        ("Mentors (Not known)", "Yes"): "1 of 1",
        ("Mentors (Not known)", "No"): "0 of 1",
    }


def test_training_on_teams_stands_beside_training_face_to_face(store):
    held = ["Microsoft Teams", "Microsoft Teams", "Face to face"]
    answers = zip(held, ["Yes", "No", "Yes"], strict=True)
    rows = [{"How was the training held?": mode, "Useful?": said} for mode, said in answers]
    add(store, rows, scope=TRAINING)
    parts = by(store, "how training was held", TRAINING)

    assert shown(store, parts, "own_useful", TRAINING) == {
        ("Mentors (Face to face)", "Yes"): "1 of 1",
        ("Mentors (Face to face)", "No"): "0 of 1",
        ("Mentors (Microsoft Teams)", "Yes"): "1 of 2",
        ("Mentors (Microsoft Teams)", "No"): "1 of 2",
    }


def test_where_nobody_is_linked_an_earlier_answer_parts_nobody(store):
    add(store, people("North", 2, 2) + people("South", 2, 2))
    add(store, [{"Useful?": "Yes"}] * 4, scope=TRAINING)

    assert breakdowns(store, TRAINING) == ()


def test_level_parts_nobody_for_the_only_one_of_a_level_is_known_to_everybody(store):
    levels = ["Executive director"] * 3 + ["Director"] * 3
    add(store, [{"What is your level?": one} for one in levels], role="mentee")

    assert breakdowns(store, ENROLMENT) == ()


def test_beyond_the_team_nothing_is_parted_by_a_choice_of_the_teams(store):
    add(store, people("North", 4, 4) + people("South", 3, 3))
    pipeline.close_stage(store, ENROLMENT)
    parts = by(store, "site")

    (chart,) = (
        c
        for c in findings(store, ENROLMENT, audience="internal", division=parts)
        if c.id == "own_useful"
    )
    assert set(chart.published.rows["group_label"]) == {"Mentors"}


def test_beyond_the_team_bands_from_7_are_one_figure(store):
    bands = ["5"] * 6 + ["6"] * 4 + ["7", "8a", "8b", "9"]
    add(store, [{BAND: one} for one in bands])
    pipeline.close_stage(store, ENROLMENT)

    def told(audience):
        charts = findings(store, ENROLMENT, audience=audience)
        rows = next(c for c in charts if c.id == "enr_band").published.rows
        return {row.label: row.text for row in rows.itertuples()}

    assert told("team")["Band 8b"] == "1 of 14"
    assert told("internal")["Band 7 and above"] == "3 to 4 of 14"
    assert told("internal")["Band 5"] == "6 of 14"
    for audience in ("internal", "public"):
        assert not {"Band 7", "Band 8a", "Band 8b", "Band 9"} & told(audience).keys()
