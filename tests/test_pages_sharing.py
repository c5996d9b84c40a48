"""A share file from the page: exactly what leaves is shown before it can be downloaded."""

import pytest

from pages._ui import sharing_out
from rm_eval import pipeline, sharing
from rm_eval.pipeline import SAMPLE_SCOPE
from tests.test_pages import add, kept_in_a_file, opened, plain, store, words

__all__ = ["kept_in_a_file", "store"]  # pytest finds fixtures by their names


def sharing_page():
    page = opened("reports")
    return page.radio(key="sharing").set_value(True).run(timeout=120)


@pytest.mark.parametrize("audience", ["internal", "public"])
def test_the_page_shows_what_is_in_the_file_and_then_offers_it(store, audience):
    pipeline.load_sample(store)
    page = sharing_page()
    whom = next(one for one in page.radio if one.label == "Who is the file for?")
    page = whom.set_value(audience).run(timeout=120)
    shared = sharing.shared_of(store, SAMPLE_SCOPE.organisation, audience=audience)
    preview = sharing.preview_of(shared)

    assert not page.exception
    assert preview.sentence in words(page)
    labels = [plain(one.label) for one in page.expander]
    assert [label.partition(":")[0] for label in labels][: len(preview.stages)] == [
        one.title for one in preview.stages
    ]
    assert "Download the share file" in [one.label for one in page.get("download_button")]
    assert "made-up people" in words(page)


def test_every_line_that_leaves_stands_in_a_table(store):
    add(store)
    page = sharing_page()
    (stage,) = sharing.preview_of(
        sharing.shared_of(store, "North Trust", audience="internal")
    ).stages
    table = page.table[0].value

    said = [figure for cell in table.iloc[:, 2] for figure in plain(cell).split("; ")]
    assert [one.rpartition(": ")[2] for one in said] == [row[3] for row in stage.leaves]


def test_the_file_can_be_read_as_text(store):
    add(store)
    page = sharing_page()
    assert not any("rm_eval share file" in one.value for one in page.text)
    page = page.toggle[0].set_value(True).run()
    (text,) = [one.value for one in page.text if "rm_eval share file" in one.value]
    shared = sharing.shared_of(store, "North Trust", audience="internal")
    assert text.splitlines()[11:] == sharing.write_share_file(shared).decode().splitlines()[11:]


def test_nothing_leaves_of_stages_that_are_open(store):
    add(store, closed=False)
    page = sharing_page()
    assert "No stage of North Trust is closed" in words(page)
    assert not page.get("download_button")


def test_with_nothing_added_the_next_step_is_named():
    page = sharing_page()
    assert "No answers have been added yet" in words(page)
    assert sharing_out.FILE in page.radio(key="sharing").options
