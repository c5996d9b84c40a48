"""Five invented trusts and the share files they sent, so that a region can be tried out at once.

Every figure in them is invented; what is tested is that the files are made of the exports beside
them by the product's own way, and that nothing but figures is in them.
"""

from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook

from rm_eval.disclosure.pool import fits
from rm_eval.errors import NotAllowed
from rm_eval.pipeline import SAMPLE_SCOPE, Store, clear_sample, load_sample
from rm_eval.programme import read_programme
from rm_eval.sample import SAMPLE_FOLDER, sample_shares
from rm_eval.sharing import shared_of
from rm_eval.store import cohort_records_of, holds_own, keep_shared, programme_cards, shared_kept
from rm_eval.store.programmes import OF_SAMPLE
from sample_data.make_samples import files_of
from sample_data.region.make_region import HERE, looks_of, shared_by
from sample_data.region.people import SENTENCES, forms_of
from sample_data.region.trusts import TRUSTS

FOLDERS = [trust.folder for trust in TRUSTS]
FORMS = [(trust, form) for trust in TRUSTS for form in forms_of(trust)]
NAMES = [form.name for _, form in FORMS]
TOOLS = {
    "amberfell": "microsoft_forms",
    "brackenmoor": "google_forms",
    "larkwater": "surveymonkey",
    "ottermouth": "general",
    "thistleford": "qualtrics",
}


@pytest.fixture(scope="module")
def loaded():
    store = Store()
    load_sample(store)
    yield store
    store.close()


def shared(folder):
    (trust,) = (one for one in TRUSTS if one.folder == folder)
    (found,) = (one for one in sample_shares() if one.organisation == trust.name)
    return found


def told_of(question):
    """What each trust tells of a question, by organisation and cohort."""
    return {
        (one.organisation, told.scope.cohort): told
        for one in sample_shares()
        for stage in one.stages
        for told in stage.figures
        if told.question.first_id == question and not stage.scope.since
    }


@pytest.mark.parametrize(("trust", "form"), FORMS, ids=NAMES)
def test_the_exports_are_what_the_script_makes(trust, form):
    for name, content in files_of(form).items():
        path = HERE / trust.folder / name
        if path.suffix == ".csv":
            assert path.read_bytes() == content
        else:
            kept, made = (load_workbook(file)["Sheet1"] for file in (path, BytesIO(content)))
            assert list(kept.iter_rows(values_only=True)) == list(made.iter_rows(values_only=True))


@pytest.mark.parametrize("trust", TRUSTS, ids=FOLDERS)
def test_each_export_is_read_as_what_it_is(trust):
    for form, look in looks_of(trust):
        found = look.recognition

        assert look.raw.survey_tool == TOOLS[trust.folder]
        assert found.stage == form.stage
        # One yes or no says nothing of who was asked: whoever adds it does.
        assert found.role == (form.role if trust.folder != "ottermouth" else None)
        assert bool(found.codes) is trust.has_codes
        assert len(look.cleaned.responses.people) == len(form.codes)
        assert look.doubts == ()


def test_each_trust_has_another_survey_tool_and_none_the_name_of_a_real_one():
    assert len(set(TOOLS.values())) == len(TRUSTS)
    assert all(trust.name.endswith(OF_SAMPLE) for trust in TRUSTS)
    assert [trust.name for trust in TRUSTS] == [one.organisation for one in sample_shares()]


@pytest.mark.parametrize("trust", TRUSTS, ids=FOLDERS)
def test_its_share_file_is_what_is_told_when_its_exports_are_closed(trust):
    kept = shared(trust.folder)

    assert replace(shared_by(trust), tool=kept.tool) == kept


@pytest.mark.parametrize("trust", TRUSTS, ids=FOLDERS)
def test_its_share_file_says_what_its_card_says(trust):
    card, cohorts = read_programme(HERE / trust.folder / "card.toml", sample=True)
    kept = shared(trust.folder)

    assert (kept.card, kept.records) == (card, cohorts)
    assert {cohort.cohort for cohort in cohorts} == set(kept.cohorts)


@pytest.mark.parametrize("trust", TRUSTS, ids=FOLDERS)
def test_no_code_and_no_words_of_anyone_are_in_a_share_file(trust):
    text = (HERE / f"{trust.folder}.json").read_text("utf-8")
    codes = {code for form in forms_of(trust) for code in form.codes if code}

    assert bool(codes) is trust.has_codes
    assert [one for one in (*codes, *SENTENCES) if one in text] == []


def test_five_organisations_rated_the_training_alike_with_ten_or_more_mentors(loaded):
    """From five on, a range for another programme like these can be given."""
    own = shared_of(loaded, SAMPLE_SCOPE.organisation, audience="internal")
    ratings = [
        told
        for one in (own, *sample_shares())
        for stage in one.stages
        for told in stage.figures
        if told.question.id == "trn_overall" and stage.scope.cohort == "Cohort 1"
    ]
    large = [
        told for told in ratings if any(one.role == "mentor" and one.n >= 10 for one in told.groups)
    ]

    assert len({told.scope.organisation for told in large}) == 5
    assert all(fits(told, large[0]) for told in large)


def test_one_trust_asks_yes_or_no_alone_in_three_cohorts_with_a_pause_between():
    ottermouth = shared("ottermouth")

    assert [len(stage.figures) for stage in ottermouth.stages] == [1, 1, 1]
    assert ottermouth.card.evaluation == ""
    assert str(ottermouth.card.pauses[0].since) == "2020-04"


def test_one_trust_asks_in_other_words_on_another_scale():
    own = {
        told.question.wording: told.question.scale
        for stage in shared("larkwater").stages
        for told in stage.figures
        if not told.question.known
    }

    assert len(own) == 2
    assert [scale.high for scale in own.values() if scale] == [5]


def test_one_trust_asks_about_disability_so_its_questions_are_others():
    told = told_of("enr_m_conf_senior")
    of = {organisation: one for (organisation, _), one in told.items()}
    amberfell, thistleford = (of[shared(one).organisation] for one in ("amberfell", "thistleford"))

    assert "disabled experiences" in thistleford.question.wording
    assert not fits(amberfell, thistleford)


def test_of_four_people_nothing_leaves_not_even_that_they_are_four():
    (end,) = (
        stage
        for stage in shared("thistleford").stages
        if stage.scope.stage == "end_of_cohort" and not stage.scope.since
    )

    assert set(end.people) == {"mentor"}
    assert {group.role for told in end.figures for group in told.groups} == {"mentor"}
    assert {kept.role for kept in end.kept} >= {"mentee"}


def test_one_trust_is_of_thirty_pairs_and_its_second_cohort_has_not_ended():
    brackenmoor = shared("brackenmoor")
    stages = [(one.scope.cohort, one.scope.stage) for one in brackenmoor.stages]

    assert dict(brackenmoor.stages[0].people) == {"mentor": 30, "mentee": 30}
    assert ("Cohort 2", "training") in stages
    assert ("Cohort 2", "end_of_cohort") not in stages


def test_they_come_with_the_sample_and_change_nothing_of_the_programme_in_it(loaded):
    names = {trust.name for trust in TRUSTS}

    assert shared_kept(loaded) == sample_shares()
    assert {one.scope.organisation for one in loaded.datasets()} == {SAMPLE_SCOPE.organisation}
    assert not names & {card.organisation for card in programme_cards(loaded)}
    assert not names & {record.organisation for record in cohort_records_of(loaded)}
    assert not holds_own(loaded)


def test_the_sample_loaded_again_and_cleared_leaves_none_of_them_twice_and_none_at_all():
    store = Store()
    load_sample(store)
    load_sample(store)
    assert shared_kept(store) == sample_shares()

    clear_sample(store)
    assert shared_kept(store) == ()
    store.close()


def test_a_sample_trust_is_never_kept_beside_one_s_own():
    store = Store()
    own = replace(sample_shares()[3], organisation="Fenland Trust (invented)", sample=False)
    own = replace(own, stages=(), card=None, records=())
    load_sample(store)
    keep_shared(store, own)  # it clears the sample

    assert [one.organisation for one in shared_kept(store)] == [own.organisation]
    with pytest.raises(NotAllowed, match="never mixed"):
        keep_shared(store, sample_shares()[0])
    store.close()


def test_every_share_file_of_the_sample_is_of_a_trust():
    files = {path.stem for path in (SAMPLE_FOLDER / "region").glob("*.json")}

    assert files == set(FOLDERS)
