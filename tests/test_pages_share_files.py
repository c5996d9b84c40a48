"""Share files on the page Compare: several at once, each taken or refused for itself."""

from dataclasses import replace
from datetime import timedelta

import pytest

from pages._ui import show
from rm_eval import pipeline, sharing
from rm_eval.disclosure import tell
from rm_eval.sample import sample_shares
from rm_eval.sharing import keep_shared, shared_kept, write_share_file
from tests.factories import A_DAY, chosen, measured, yes_no_question
from tests.share.share_files import NAME, card, shared
from tests.test_pages import (
    HOSTILE,
    button,
    kept_in_a_file,
    opened,
    plain,
    store,
    upload_all,
    words,
)

__all__ = ["kept_in_a_file", "store"]  # pytest finds fixtures by their names


def useful(yes=6, n=11):
    question = yes_no_question()
    return tell(measured(question, chosen(question, [yes, n - yes])))


ONE = replace(shared(useful()), card=card())
OTHER = shared(useful(4), organisation="Border Trust (invented)")


def table(page):
    return next(one.value for one in page.table if "Small groups" in one.value.columns)


def test_several_files_are_added_at_once_and_one_that_is_refused_stops_no_other(store):
    page = upload_all(
        opened("compare"),
        ("fenland.json", write_share_file(ONE)),
        ("broken.json", b"{"),
        ("border.json", write_share_file(OTHER)),
    )
    assert not page.exception
    assert [plain(one.value) for one in page.success] == [
        f"{NAME}: Cohort 1 added.",
        f"{OTHER.organisation}: Cohort 1 added.",
    ]
    assert "“broken.json” cannot be read" in plain(page.error[0].value)
    assert [one.organisation for one in shared_kept(store)] == [OTHER.organisation, NAME]
    listed = table(page)
    assert [plain(one) for one in listed["Organisation"]] == [OTHER.organisation, NAME]
    assert plain(listed["Made"][0]) == "21 November 2026 (version 0.1.0)"
    assert plain(listed["For"][0]) == "Our region"
    assert plain(listed["Small groups"][0]) == "Usual rules"


def test_a_newer_file_says_what_it_replaces_and_an_older_one_is_refused(store):
    keep_shared(store, ONE)
    newer = replace(ONE, made_on=A_DAY + timedelta(days=1))
    page = upload_all(opened("compare"), ("new.json", write_share_file(newer)))
    assert plain(page.success[0].value) == (
        f"{NAME}: Cohort 1 replaces what you had from 21 November 2026."
    )
    page = upload_all(page, ("old.json", write_share_file(ONE)))
    assert "You have newer figures" in plain(page.error[0].value)


def test_what_others_shared_is_deleted_here(store):
    keep_shared(store, ONE)
    page = opened("compare")
    which = next(one for one in page.selectbox if one.label == "Which do you want to delete?")
    page = which.set_value(which.options[0]).run()
    page = button(page, "Delete it here").click().run()
    assert "deleted here, the file itself is not" in words(page)
    assert sharing.shares_kept(store) == ()


@pytest.mark.parametrize("name", HOSTILE)
def test_names_from_elsewhere_are_shown_as_they_were_typed(name):
    content = write_share_file(shared(useful(), organisation=name, cohort=name))
    page = upload_all(opened("compare"), ("a.json", content))
    assert not page.exception
    assert page.success[0].value == show.as_typed(f"{name}: {name} added.")
    assert show.as_typed(name) in list(table(page)["Organisation"])


def test_a_file_of_the_sample_stands_beside_the_sample_alone(store):
    pipeline.load_sample(store)
    sample = shared(useful(), organisation="Fenland (sample)", sample=True)
    page = upload_all(opened("compare"), ("sample.json", write_share_file(sample)))
    assert "Fenland (sample): Cohort 1 added." in plain(page.success[0].value)


def test_of_a_file_of_small_groups_for_the_public_the_page_says_why_nothing_is_shown(
    store,
):
    keep_shared(store, shared(useful(3, 7), audience="public"))
    page = opened("compare")
    assert not page.exception
    assert "every group in what you have is too small to be shown" in plain(words(page))


def test_where_sample_files_alone_are_here_the_page_says_that_they_are_invented_and_will_go(store):
    keep_shared(store, sample_shares()[0])
    page = opened("compare")
    said = words(page)
    assert "Sample data. Made-up people" in said
    assert "What you add takes the place of the sample" in said
