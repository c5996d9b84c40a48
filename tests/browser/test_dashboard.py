"""The dashboard as somebody sees it: a real server, a real browser, our headers on."""

import contextlib
import re
import time
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from PIL import Image
from playwright.sync_api import Page, expect
from playwright.sync_api import TimeoutError as TooLate

from pages._ui import menu

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
MENTORS = ROOT / "sample_data" / "South East cohort 1 - enrolment - mentors.xlsx"
PAGES = {
    "/": "See what your reverse mentoring programme is telling you",
    "/add_data": "Add data",
    "/totals": "Type in totals",
    "/enrolment": "Enrolment",
    "/training": "Training",
    "/end_of_cohort": "End of cohort",
    "/before_and_after": "Before and after",
    "/other_questions": "This file’s other questions",
    "/gatherings": "Focus groups and events",
    "/compare": "Compare",
    "/programme": "Programme",
    "/actions": "You said, we did",
    "/reports": "Reports and sharing",
    "/forms": "Forms to send out",
    "/help": "Help",
    "/your_answers": "What happened to your answers",
    "/information_governance": "For the information governance lead",
    "/accessibility": "Accessibility statement",
}
# A server closes the sample's six stages once, which takes some seconds of a free processor.
FIRST_SAMPLE = 120_000
# Streamlit's own page has one inline script, which our policy refuses; on a deep link it looks
# for its server under that path first and finds nothing.
EXPECTED = re.compile(r"Executing inline script violates|status of 404")
HOSTILE = [
    "![x](http://127.0.0.1:9/t.png)",
    '<img src="http://127.0.0.1:9/h.png" onerror="document.title=1">',
    r"$\alpha$",
    ":red[x]",
    "# heading",
    # Around a whole word the stars are the survey tool's own, as <b> is.
    "**bold**ly :smile: a -> b www.example.org",
]


def heading(page: Page, name: str, *, within: int = 30_000) -> None:
    expect(page.get_by_role("heading", level=1, name=name)).to_be_visible(timeout=within)


def follow(page: Page, name: str, title: str) -> None:
    """Choose a page from the menu once the last one stands still: a click on a page that is just
    being drawn anew goes nowhere."""
    page.locator("[data-test-script-state=notRunning]").first.wait_for(timeout=30_000)
    page.get_by_test_id("stSidebarNav").get_by_role("link", name=name, exact=True).click()
    heading(page, title)


def choose(page: Page, name: str, option: str) -> None:
    """Choose from a list, which closes again where the page is just being drawn anew."""
    box = page.get_by_role("combobox", name=name)
    offered = page.get_by_role("option", name=option)
    for _ in range(5):
        page.wait_for_timeout(500)
        page.locator("[data-test-script-state=notRunning]").first.wait_for(timeout=30_000)
        box.click()
        with contextlib.suppress(TooLate):
            offered.click(timeout=3_000)
            return
        page.keyboard.press("Escape")
    raise AssertionError(f"nobody can choose {option}")


def load_sample(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("button", name="Try it with sample data").click()
    heading(page, "Enrolment", within=FIRST_SAMPLE)
    expect(page.locator(".main-svg").locator("visible=true").first).to_be_visible(timeout=30_000)


def add_file(page: Page, name: str, content: bytes) -> None:
    page.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    )
    expect(page.get_by_role("heading", name="We think this is")).to_be_visible(timeout=30_000)


def listen(page: Page, address: str) -> tuple[list[str], list[str]]:
    """What the console complains of, and what is asked of anybody else."""
    complaints: list[str] = []
    strangers: list[str] = []
    page.on(
        "console",
        lambda said: (
            complaints.append(said.text)
            if said.type == "error" and not EXPECTED.search(said.text)
            else None
        ),
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    own = (address, "data:", "blob:")
    page.on(
        "request",
        lambda asked: strangers.append(asked.url) if not asked.url.startswith(own) else None,
    )
    return complaints, strangers


@pytest.mark.parametrize("path", PAGES)
def test_a_page_opened_cold_has_the_menu_and_its_title(path, address, page):
    complaints, strangers = listen(page, address)

    page.goto(f"{address}{path}")

    heading(page, PAGES[path])
    links = page.get_by_test_id("stSidebarNav").get_by_role("link")
    every = [entry.title for entries in menu.PAGES.values() for entry in entries]
    assert links.all_inner_texts() == every
    expect(page).to_have_title(re.compile("Reverse mentoring evaluation"))
    assert complaints == []
    assert strangers == []


def test_from_the_sample_to_a_picture_and_its_numbers(shared_address, page):
    complaints, strangers = listen(page, shared_address)
    load_sample(page, shared_address)

    with page.expect_download(timeout=90_000) as download:
        page.get_by_role("button", name="Download picture").first.click()
    with Image.open(download.value.path()) as picture:
        size, said = picture.size, f"{picture.info['Title']} {picture.info['Description']}"
    with page.expect_download() as download:
        page.get_by_role("button", name="Download numbers").first.click()
    numbers = Path(download.value.path()).read_text("utf-8-sig")

    assert size == (1920, 1080)
    assert "11 mentors" in said
    assert "Answer," in numbers
    assert "not public board papers" in numbers
    assert complaints == []
    assert strangers == []


def test_a_file_is_read_checked_and_used(address, page):
    page.goto(f"{address}/add_data")
    add_file(page, MENTORS.name, MENTORS.read_bytes())
    expect(page.get_by_text("11 rows ready,")).to_be_visible()

    page.get_by_label("Organisation").fill("North Trust")
    page.get_by_role("button", name="Use this data").click()

    expect(page.get_by_text("Added: 11 mentors of North Trust")).to_be_visible(timeout=20_000)
    page.get_by_role("button", name="See the enrolment charts").click()
    heading(page, "Enrolment")
    page.get_by_role("button", name="Close enrolment now").click()
    expect(page.get_by_text("Answers of 11 mentors of North Trust")).to_be_visible(timeout=20_000)


def test_a_real_export_of_which_nothing_is_known_is_charted(address, page, shared):
    complaints, strangers = listen(page, address)
    export = shared / "exports" / "surveymonkey" / "538_StarWars.csv"
    page.goto(f"{address}/add_data")
    add_file(page, export.name, export.read_bytes())
    expect(page.get_by_text("1186 rows ready,")).to_be_visible()
    choose(page, "When was it filled in?", "Enrolment")
    choose(page, "Who filled it in?", "Mentors")
    page.get_by_label("Organisation").fill("A galaxy")
    page.get_by_role("button", name="Use this data").click()
    expect(page.get_by_text("Added: 1186 mentors")).to_be_visible(timeout=60_000)

    follow(page, "This file’s other questions", "This file’s other questions")
    page.get_by_role("button", name="Close enrolment now").click()

    expect(page.get_by_text("835 mentors").first).to_be_visible(timeout=60_000)
    expect(page.get_by_role("button", name="Download numbers")).to_have_count(27, timeout=60_000)
    assert complaints == []
    assert strangers == []


def test_all_pictures_come_in_one_zip_after_a_cancelled_try(shared_address, page):
    load_sample(page, shared_address)
    follow(page, "Reports and sharing", "Reports and sharing")
    page.get_by_role("button", name="Prepare the pictures").click()
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_role("button", name="Cancel")).to_have_count(0, timeout=20_000)
    page.get_by_text("Half a slide").click()

    page.get_by_role("button", name="Prepare the pictures").click()
    with page.expect_download(timeout=120_000) as download:
        page.get_by_role("button", name="Download all pictures (zip)").click(timeout=120_000)

    with ZipFile(download.value.path()) as pack:
        names = pack.namelist()
    assert len([name for name in names if name.endswith(".png")]) > 15
    assert "contents.txt" in names


def test_text_of_other_people_is_shown_as_typed_and_fetches_nothing(address, page):
    complaints, strangers = listen(page, address)
    book = openpyxl.Workbook()
    book.active.append(HOSTILE)
    for at in range(12):
        # Not the very words of a heading: a first row that comes again is no heading row.
        book.active.append([f"{HOSTILE[at % 2 + 2]} too" for _ in HOSTILE])
    content = BytesIO()
    book.save(content)

    page.goto(f"{address}/add_data")
    add_file(page, "![x](http:127.0.0.1:9).xlsx", content.getvalue())
    page.get_by_text("See all 6 questions").click()
    for text in HOSTILE:
        seen = page.get_by_role("cell").filter(has_text=as_seen(text)).first
        expect(seen).to_be_visible()
    choose(page, "When was it filled in?", "Enrolment")
    choose(page, "Who filled it in?", "Mentors")
    page.get_by_label("Organisation").fill(HOSTILE[0])
    page.get_by_label("Cohort").fill(HOSTILE[1])
    page.get_by_role("button", name="Use this data").click()
    expect(page.get_by_text(as_seen(HOSTILE[0])).first).to_be_visible(timeout=20_000)
    follow(page, "This file’s other questions", "This file’s other questions")
    page.get_by_role("button", name="Close enrolment now").click()
    expect(page.locator(".main-svg").locator("visible=true").first).to_be_visible(timeout=30_000)
    for text in HOSTILE:
        expect(page.get_by_text(as_seen(text)).first).to_be_visible(timeout=30_000)
    follow(page, "Start", PAGES["/"])
    expect(page.get_by_text(as_seen(HOSTILE[0])).first).to_be_visible()

    assert strangers == []
    assert complaints == []
    assert page.locator("[data-testid=stMain] img, .katex").count() == 0


def as_seen(text: str) -> re.Pattern[str]:
    """A text as it stands on the page, where characters without width may stand between."""
    return re.compile("\u2060?".join(re.escape(letter) for letter in text))


def test_the_whole_way_by_keyboard_alone(shared_address, page):
    page.goto(shared_address)
    heading(page, PAGES["/"])
    # Labels come a moment after their buttons: what has no name yet cannot be found by it.
    expect(page.get_by_role("button", name="Try it with sample data")).to_be_visible(timeout=30_000)

    reach(page, "Try it with sample data")
    page.keyboard.press("Enter")
    heading(page, "Enrolment", within=FIRST_SAMPLE)
    expect(page.get_by_text("What colleagues would see")).to_be_visible(timeout=30_000)
    reach(page, "Inside our organisation")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_text("What the public would see")).to_be_visible(timeout=20_000)
    # Charts come one by one below it: until the last is there, Tab goes back to the menu.
    expect(page.get_by_role("heading", name="Band and level")).to_be_visible(timeout=30_000)
    expect(page.locator('[data-stale="true"]')).to_have_count(0, timeout=30_000)
    reach(page, "Show the numbers")
    page.keyboard.press("Enter")
    expect(page.get_by_role("table").first).to_be_visible()
    reach(page, "Download picture")


def reach(page: Page, name: str) -> None:
    """Press Tab until something of that name has the focus."""
    seen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(FOCUSED))
        if name in seen[-1]:
            return
    pytest.fail(f"no way to {name!r} by keyboard, only to {seen}")


FOCUSED = """() => {
  const one = document.activeElement;
  const label = one.closest('label');
  if (!one.matches('a, button, input, summary, [role=button]')) return '';
  return [one.getAttribute('aria-label'), one.innerText, label && label.innerText].join(' ');
}"""


def test_everything_that_can_be_used_has_a_name(shared_address, page):
    load_sample(page, shared_address)
    expect(page.get_by_role("heading", name="Band and level")).to_be_visible(timeout=20_000)
    page.wait_for_timeout(2000)

    nameless = page.evaluate(NAMELESS)

    assert nameless == []


NAMELESS = """() => [...document.querySelectorAll('button, a[href], input, select, [role=button]')]
  .filter(one => one.offsetParent !== null && one.type !== 'hidden')
  .filter(one => !(one.textContent.trim() || one.getAttribute('aria-label') || one.title
                   || (one.labels && one.labels.length)
                   || one.getAttribute('aria-labelledby')
                   || one.closest('[aria-label]')))
  .map(one => one.outerHTML.slice(0, 200))"""


def test_every_chart_says_what_it_shows(shared_address, page):
    load_sample(page, shared_address)
    charts = page.locator("[data-testid=stPlotlyChart]").locator("visible=true")
    downloads = page.get_by_role("button", name="Download numbers")

    expect(downloads.last).to_be_visible(timeout=20_000)
    expect(charts).to_have_count(downloads.count())
    assert page.get_by_role("figure", name=re.compile("Dot chart: main areas of work")).count() == 1


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nothing_is_wider_than_the_window(width, shared_address, page):
    load_sample(page, shared_address)
    page.set_viewport_size({"width": width, "height": 900})
    page.wait_for_timeout(1500)

    # A table of many columns may be scrolled sideways by itself; the page may not.
    wider = page.evaluate(
        """() => [...document.querySelectorAll('[data-testid=stMain] *')]
          .filter(one => one.offsetParent !== null && !one.closest('table'))
          .filter(one => one.getBoundingClientRect().right > window.innerWidth + 1)
          .map(one => one.outerHTML.slice(0, 120))"""
    )

    assert wider == []
    assert page.evaluate(TABLES_THAT_CANNOT_BE_SCROLLED) == []


TABLES_THAT_CANNOT_BE_SCROLLED = """() => [...document.querySelectorAll('table')]
  .filter(table => table.getBoundingClientRect().right > window.innerWidth + 1)
  .filter(table => {
    for (let one = table.parentElement; one; one = one.parentElement) {
      const how = getComputedStyle(one).overflowX;
      if (how === 'auto' || how === 'scroll') {
        return one.getBoundingClientRect().right > window.innerWidth + 1;
      }
    }
    return true;
  })
  .map(table => table.outerHTML.slice(0, 200))"""


def test_a_warm_page_is_quick(shared_address, page):
    load_sample(page, shared_address)
    follow(page, "Start", PAGES["/"])
    heading(page, PAGES["/"])

    begun = time.monotonic()
    follow(page, "Enrolment", "Enrolment")
    heading(page, "Enrolment")
    expect(page.get_by_role("button", name="Download numbers").last).to_be_visible(timeout=20_000)

    assert time.monotonic() - begun < 10  # 1 to 2 seconds, most of it the browser's


def test_before_and_after_of_the_sample_shows_lines_to_the_team_and_none_to_others(page, address):
    load_sample(page, address)
    follow(page, "Before and after", "Before and after")
    expect(page.get_by_text("is still open")).to_be_visible(timeout=30_000)
    page.get_by_text("Programme team only").first.click()
    expect(page.get_by_text("All questions at a glance")).to_be_visible(timeout=60_000)
    expect(page.get_by_text("Show the statistics")).to_be_visible(timeout=30_000)
    lines = page.get_by_label(re.compile("Lines from the first answer to the second"))
    expect(lines.locator("visible=true").first).to_be_visible(timeout=30_000)
    page.get_by_text("Inside our organisation").first.click()
    page.get_by_role("button", name="Close enrolment to end of cohort now").click()
    expect(page.get_by_text("Showing what colleagues would see")).to_be_visible(timeout=120_000)
    expect(page.get_by_text("Show the statistics")).to_have_count(0)
    expect(lines).to_have_count(0)
