import pytest

from rm_eval import pipeline
from rm_eval.errors import NotAllowed
from rm_eval.pipeline import SAMPLE_SCOPE, Scope, Store, Upload, findings, load_sample, look_at
from tests.uploads import csv_file, forms_workbook

SCOPE = Scope(organisation="A Trust", cohort="Cohort 1", stage="enrolment")


@pytest.fixture
def store():
    store = Store()
    yield store
    store.close()


def charts_of(store, audience, scope=SAMPLE_SCOPE):
    return {chart.id: chart for chart in findings(store, scope, audience=audience)}


def test_the_sample_programme_draws_every_question_that_can_be_drawn(store):
    load_sample(store)

    charts = charts_of(store, "team")

    assert "enr_work_areas" in charts
    assert {"enr_m_conf_senior", "enr_e_conf_senior"} <= set(charts)
    assert {"enr_rank_benefits", "enr_contribute"} <= set(charts)
    assert pipeline.not_drawn(store, SAMPLE_SCOPE) == ()


def test_loading_the_sample_twice_changes_nothing(store):
    load_sample(store)
    once = store.datasets()
    load_sample(store)

    assert store.datasets() == once


def test_charts_stand_in_the_order_of_the_questionnaire(store):
    load_sample(store)

    order = list(charts_of(store, "team"))

    assert order.index("enr_find_out") < order.index("enr_m_conf_senior")
    assert order.index("enr_m_conf_senior") < order.index("enr_work_areas")


def test_sample_and_own_data_never_share_a_cohort(store):
    load_sample(store)
    look = look_at(forms_workbook({"Useful?": ["Yes", "No"]}))

    pipeline.keep(store, look, scope=SCOPE, role="mentor")

    assert list(charts_of(store, "team", SCOPE)) == ["own_useful"]


def test_own_data_cannot_be_filed_under_the_name_of_the_sample(store):
    look = look_at(forms_workbook({"Useful?": ["Yes", "No"]}))

    with pytest.raises(NotAllowed, match="the invented sample"):
        pipeline.keep(store, look, scope=SAMPLE_SCOPE, role="mentor")
    assert store.datasets() == ()


def test_a_file_with_rows_and_no_answer_is_refused_and_nothing_kept(store):
    look = look_at(csv_file([["ID", "Useful?"], ["1", ""], ["2", ""]]))

    with pytest.raises(NotAllowed, match="not one answer"):
        pipeline.keep(store, look, scope=SCOPE, role="mentor")
    assert store.datasets() == ()


def test_an_own_question_of_both_roles_is_one_chart_with_both(store):
    for role in ("mentor", "mentee"):
        upload = forms_workbook({"Useful?": ["Yes"] * 6, "x": [role] * 6}, name=f"{role}.xlsx")
        pipeline.keep(store, look_at(upload), scope=SCOPE, role=role)

    rows = charts_of(store, "team", SCOPE)["own_useful"].published.rows

    assert list(dict.fromkeys(rows["group"])) == ["mentor", "mentee"]


def test_own_options_are_the_union_over_both_files(store):
    answers = {"mentor": ["Ward;", "Office;", "Ward;"], "mentee": ["Home;", "Ward;", "Home;"]}
    for role, ticks in answers.items():
        upload = forms_workbook({"Where?": ticks}, name=f"{role}.xlsx")
        pipeline.keep(store, look_at(upload), scope=SCOPE, role=role)

    rows = charts_of(store, "team", SCOPE)["own_where"].published.rows

    for role in ("mentor", "mentee"):
        assert list(rows.loc[rows["group"] == role, "label"]) == ["Ward", "Office", "Home"]


def test_both_roles_draw_the_same_options_though_only_one_used_other(store):
    load_sample(store)

    rows = charts_of(store, "team")["enr_find_out"].published.rows

    labels = [list(rows.loc[rows["group"] == role, "label"]) for role in ("mentor", "mentee")]
    assert labels[0] == labels[1]


def test_a_file_can_be_looked_at_without_anything_being_kept(store):
    look_at(forms_workbook({"Useful?": ["Yes"]}))

    assert store.datasets() == ()


def test_the_upload_itself_is_in_nothing_that_is_passed_on():
    upload = Upload(name="survey.csv", content=b"Useful?\nYes\n")

    assert b"Useful?\nYes" not in repr(look_at(upload)).encode()
