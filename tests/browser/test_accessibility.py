"""What a program can find against WCAG 2.2 AA on every page, with the sample loaded.

axe-core is not installed with the project: ``npm install --no-save axe-core`` in its root, or name
its ``axe.min.js`` in RM_EVAL_AXE.
"""

import os
from pathlib import Path

import pytest

from pages._ui import menu
from tests.browser.conftest import ROOT

pytestmark = pytest.mark.browser

AXE = Path(os.environ.get("RM_EVAL_AXE", ROOT / "node_modules" / "axe-core" / "axe.min.js"))
EVERY_PAGE = [entry for entries in menu.PAGES.values() for entry in entries]
LEVEL_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# Of Streamlit's menu, as the accessibility statement says: its list has headings between its items.
OF_STREAMLIT = {"list", "listitem"}
WAIT = 120_000  # milliseconds


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not here; see the top of this file")
@pytest.mark.parametrize("width", [1280, 400])
def test_a_program_finds_no_fault_but_those_of_the_statement(address, page, width):
    page.goto(address)
    page.get_by_role("button", name="Try it with sample data").click()
    page.get_by_role("heading", name="Enrolment", level=1).wait_for(timeout=WAIT)
    page.set_viewport_size({"width": width, "height": 900})

    found = {entry.name: faults(page, address, entry) for entry in EVERY_PAGE}

    assert {name: ids for name, ids in found.items() if ids} == {}


def faults(page, address, entry):
    page.goto(f"{address}/{'' if entry is menu.START else entry.name}")
    page.get_by_role("heading", level=1).wait_for(timeout=WAIT)
    page.get_by_test_id("stStatusWidget").wait_for(state="detached", timeout=WAIT)
    page.wait_for_timeout(1000)  # what is drawn last comes a moment after the page is done
    page.evaluate(AXE.read_text("utf-8"))
    result = page.evaluate("tags => axe.run(document, {runOnly: tags})", LEVEL_AA)
    return {
        f"{one['id']}: {one['nodes'][0]['html'][:120]}"
        for one in result["violations"]
        if one["id"] not in OF_STREAMLIT
    }
