"""Every bad and awkward upload through the real page: the same words, and the server lives."""

import re
import time
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests import bad_uploads
from tests.bad_uploads import entries, upload
from tests.browser.conftest import serving
from tests.browser.test_dashboard import heading, listen

pytestmark = pytest.mark.browser

AT_ONCE = 12
MOST_MB_MORE = 400  # after 131 uploads: what one of them may take at most
WENT_WRONG = re.compile(r"Something went wrong|Traceback|Error:")


def memory_of_server(address: str) -> float:
    """How many megabytes the server holds now; only Linux says."""
    port = address.rpartition(":")[2].encode()
    tasks = Path("/proc/self/task").glob("*/children")
    for child in (child for task in tasks for child in task.read_text().split()):
        if port in Path(f"/proc/{child}/cmdline").read_bytes():
            lines = Path(f"/proc/{child}/status").read_text().splitlines()
            return int(next(one for one in lines if one.startswith("VmRSS")).split()[1]) / 1024
    return 0


def cards(page: Page, number: int) -> list[str]:
    """The words of each card, once all are drawn."""
    shown = page.locator("[class*='st-key-card_']")
    expect(shown).to_have_count(number, timeout=60_000)
    page.locator("[data-test-script-state=notRunning]").first.wait_for(timeout=60_000)
    return shown.all_inner_texts()


def choose(page: Page, batch: list[dict]) -> list[str]:
    """Add files as somebody would who picks them all at once."""
    files = [
        {"name": one.name, "mimeType": "application/octet-stream", "buffer": one.content}
        for one in map(upload, batch)
    ]
    page.locator("input[type=file]").set_input_files(files)
    return cards(page, len(batch))


def problems(entry: dict, words: str) -> list[str]:
    """What a card lacks, or shows and may not."""
    found = bad_uploads.forbidden_in(entry, words)
    if entry["outcome"] == "reject":
        found += bad_uploads.words_missing(entry, words)
        return found + ([] if "We think this is" not in words else ["it was accepted"])
    ready = f"{entry['expect']['rows']} row"
    return found + ([] if ready in words and "We think this is" in words else [words[:300]])


def test_every_bad_upload_through_the_page(shared, tmp_path, page, record_testsuite_property):
    assert shared.is_dir()
    wrong = {}
    with serving(tmp_path) as address:
        complaints, strangers = listen(page, address)
        page.goto(f"{address}/add_data")
        heading(page, "Add data")
        before, started = memory_of_server(address), time.monotonic()
        every = entries()
        for at in range(0, len(every), AT_ONCE):
            batch = every[at : at + AT_ONCE]
            for entry, words in zip(batch, choose(page, batch), strict=True):
                assert not WENT_WRONG.search(words)
                wrong |= {entry["file"]: found} if (found := problems(entry, words)) else {}
            page.get_by_role("button", name="Put all files back").click()
            expect(page.locator("input[type=file]")).to_be_attached(timeout=30_000)
        took, more = time.monotonic() - started, memory_of_server(address) - before
        with urllib.request.urlopen(f"{address}/_stcore/health") as answer:  # noqa: S310
            assert answer.read() == b"ok"

    record_testsuite_property("seconds", round(took))
    record_testsuite_property("server_mb_more", round(more))
    assert wrong == {}
    assert (complaints, strangers) == ([], [])
    assert more < MOST_MB_MORE
    log = (Path(tmp_path) / "server.log").read_text(errors="replace")
    assert "Traceback" not in log
    assert [one for entry in entries() for one in bad_uploads.forbidden_in(entry, log)] == []
