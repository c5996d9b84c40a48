"""How far each organisation of a region is: from what it shows, and for one audience."""

from dataclasses import replace

from rm_eval.compare import cards_of, draw_how_far, how_far_in_pages, reached_of, what_is_missing
from rm_eval.programme import Card, CohortRecord, read_when
from rm_eval.responses import Scope
from rm_eval.share import Kept, SharedStage
from tests.compare.regions import organisation, region
from tests.factories import A_DAY, chosen, yes_no_question

USEFUL = yes_no_question()
SOME_FIGURES = organisation("Alder", [(USEFUL, [chosen(USEFUL, [7, 4])])]).stages[0].figures


def alder(*stages, **more):
    return replace(organisation("Alder"), stages=stages, **more)


def stage(name="end_of_cohort", *, cohort="Cohort 1", since="", **told):
    scope = Scope(organisation="Alder", cohort=cohort, stage=name, since=since)
    nothing = {"figures": (), "people": {}, "sent": {}}
    return SharedStage(scope=scope, closed_on=A_DAY, **(nothing | told))


def cells(shared, audience="internal"):
    return draw_how_far(region(shared, audience=audience)).table.to_numpy().tolist()


def test_a_row_a_cohort_says_who_answered_at_each_stage():
    told = alder(
        stage("enrolment", people={"mentor": 11, "mentee": 7}),
        stage("training", people={"mentor": 11}, sent={"mentor": 15}),
        stage("end_of_cohort", since="enrolment", figures=SOME_FIGURES),
    )

    assert cells(told) == [
        [
            "Alder",
            "Cohort 1",
            "11 mentors and 7 mentees",
            "11 of 15 mentors",
            "no figures",
            "compared",
        ]
    ]


def test_a_group_too_small_to_be_told_of_is_missed_by_name():
    few = stage(
        "training", people={"mentor": 11}, kept=(Kept(question="q", role="mentee", why="too_few"),)
    )

    assert cells(alder(few))[0][3] == "11 mentors and too few mentees"


def test_for_the_public_no_size_below_ten_is_told_of_a_file_made_for_the_region():
    both = [(USEFUL, [chosen(USEFUL, [7, 4]), chosen(USEFUL, [4, 3], "mentee")])]
    figures = organisation("Alder", both).stages[0].figures
    answered = {"people": {"mentor": 11, "mentee": 7}, "sent": {"mentor": 15, "mentee": 9}}
    told = alder(stage("training", figures=figures, **answered))

    assert cells(told)[0][3] == "11 of 15 mentors and 7 of 9 mentees"
    assert cells(told, "public")[0][3] == "11 of 15 mentors and too few mentees"


def test_mentors_and_mentees_told_as_one_are_one_number():
    assert cells(alder(stage("training", people={"all": 18})))[0][3] == "18 mentors and mentees"


def test_cohorts_stand_in_the_order_they_began_and_one_without_figures_among_them():
    records = tuple(
        CohortRecord(organisation="Alder", cohort=name, start=read_when(day), status=status)
        for name, day, status in (
            ("Spring", "2025-03", "finished"),
            ("Autumn", "2024-09", "finished"),
            ("Winter", "2027-01", "planned"),
        )
    )
    told = alder(stage(cohort="Spring", people={"mentor": 11}), records=records)

    assert [row[1] for row in cells(told)] == ["Autumn", "Spring", "Winter"]
    lacking = what_is_missing(region(told))["What is missing"]
    assert not any("Winter" in one for one in lacking)


def test_a_cohort_whose_last_day_is_past_is_over_though_nobody_said_so():
    record = CohortRecord(organisation="Alder", cohort="Cohort 1", end=read_when("2025-03"))
    told = alder(stage("enrolment", people={"mentor": 11}, sent={"mentor": 11}), records=(record,))

    (cohort,) = reached_of(region(told))[0].cohorts

    assert cohort.status == "finished"


def test_organisations_stand_by_the_alphabet_whatever_they_reached():
    useful = [(USEFUL, [chosen(USEFUL, [7, 4])])]
    every = region(organisation("birch"), organisation("Cedar", useful), organisation("Alder"))

    names = list(dict.fromkeys(draw_how_far(every).table["Organisation"]))

    assert names == ["Alder", "birch", "Cedar"]


def test_cards_are_those_of_organisations_that_said_something():
    card = Card(organisation="Alder", evaluation="By a form.")

    assert cards_of(region(alder(card=card), organisation("Birch"))) == (card,)


def test_a_comparison_of_which_nothing_is_told_is_not_there():
    assert cells(alder(stage("end_of_cohort", since="enrolment")))[0][5] == "no figures"


def test_many_organisations_take_several_pictures_and_each_file_its_own_name():
    every = how_far_in_pages(region(*(organisation(f"Trust {at:02}") for at in range(20))))

    assert len({one.file_name for one in every}) == len(every) > 1
    assert sum(len(one.table) for one in every) == 20


def test_a_closed_stage_of_which_nothing_at_all_may_be_told_is_closed_and_no_comparison():
    assert cells(alder(stage("training")))[0][3] == "closed"
