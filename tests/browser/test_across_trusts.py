"""The lead of a region in a real browser: share files in, a pack for the board paper out."""

import io
import zipfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.conftest import ROOT
from tests.browser.test_dashboard import heading, listen, load_sample

FILES = sorted((ROOT / "sample_data" / "region").glob("*.json"))
NAMES = ("Amberfell", "Brackenmoor", "Larkwater", "Ottermouth", "Thistleford")


def choose_view(page: Page, title: str) -> None:
    page.get_by_test_id("stRadio").get_by_text(title, exact=True).click()


def test_from_share_files_to_the_pack_of_the_region(address, page):
    complaints, strangers = listen(page, address)
    page.goto(f"{address}/compare")
    heading(page, "Compare")

    page.locator("input[type=file]").set_input_files(FILES)
    for name in NAMES:
        expect(page.get_by_text(name).first).to_be_visible(timeout=60_000)
    expect(page.get_by_role("heading", name="One question at a time")).to_be_visible(timeout=60_000)
    choose_view(page, "Region overview")
    expect(page.get_by_text("4 of 5 programmes say how they evaluate")).to_be_visible(
        timeout=60_000
    )
    page.get_by_role("button", name="Prepare the pictures").click()
    ready = page.get_by_role("button", name="Download all pictures")
    ready.wait_for(timeout=120_000)
    with page.expect_download() as download:
        ready.click()

    with zipfile.ZipFile(io.BytesIO(Path(download.value.path()).read_bytes())) as pack:
        names = pack.namelist()
        pictures = [name for name in names if name.endswith(".png")]
        with Image.open(io.BytesIO(pack.read(pictures[0]))) as picture:
            size, said = picture.size, picture.info["Description"]
        contents = pack.read(next(name for name in names if name.endswith("contents.txt"))).decode()
    assert size == (1920, 1080)
    assert said
    assert [name for name in NAMES if name in contents] == list(NAMES)
    assert any(name.endswith("report.html") for name in names)
    assert complaints == []
    assert strangers == []


def test_the_lead_of_a_trust_sees_every_line_before_the_share_file_is_downloaded(
    shared_address, page
):
    load_sample(page, shared_address)
    page.get_by_test_id("stSidebarNav").get_by_role("link", name="Reports and sharing").click()
    heading(page, "Reports and sharing")
    page.get_by_text("A file to share figures with others").click()
    button = page.get_by_role("button", name="Download the share file")
    expect(button).to_be_visible(timeout=60_000)
    expect(page.get_by_text("nobody’s answers").first).to_be_visible()
    with page.expect_download() as download:
        button.click()
    content = Path(download.value.path()).read_text("utf-8")
    assert '"organisation": "South East (sample)"' in content
    assert "It holds no one's answers" in content
