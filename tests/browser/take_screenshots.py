"""Take the pictures in docs/screenshots: every page, empty and with the sample, wide and narrow.

Run by ``script/screenshots``.
"""

import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from pages._ui import menu
from pages._ui.compare import VIEWS
from script._environment import find_browser
from tests.browser.conftest import ROOT, serving
from tests.browser.test_dashboard import MENTORS, PAGES, add_file, heading, load_sample

FOLDER = ROOT / "docs" / "screenshots"
# The programme, as the menu of organisations names it, by what its pictures are called.
CARDS = {
    "south_east": "South East (sample)",
    "essex": "Essex Partnership",
    "hertfordshire": "Hertfordshire Partnership",
    "north_midlands": "University Hospitals of North Midlands",
    "walton": "The Walton Centre",
}
# What the menu calls each page: not always its heading.
NAMES = {entry.name: entry.title for entries in menu.PAGES.values() for entry in entries}
# Where each goes after its card. Walton has tallies and goes another way.
ON_THE_SAMPLE = {
    "south_east_training": "/training",
    "south_east_end_of_cohort": "/end_of_cohort",
    "essex_event": "/gatherings",
    "hertfordshire_actions": "/actions",
    "north_midlands_forms": "/forms",
}
# Invented.
TALLIES = """Cohort 1, March 2017, mentees, 8, 6, 5
Cohort 2, September 2017, mentees, 8, 7, 7
Cohort 3, March 2018, mentees, 10, 9, 6
Cohort 4, September 2018, mentees, 9, 9, 8
Cohort 5, March 2019, mentees, 8, 8, 8
Cohort 6, September 2019, mentees, 12, 11, 9"""
WIDTHS = {"": 1280, "_narrow": 360}
WIDE = 500  # pixels; below it we say we are a phone, as Streamlit's menu wants to know
PHONE = (
    "Mozilla/5.0 (Linux; Android 14; Pixel) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36"
)
TALLEST = 2400  # pixels: the top of a page shows how it looks
HEIGHT = """Math.max(...[...document.querySelectorAll('[data-testid=stMain]')]
  .map(one => one.scrollHeight))"""


def main() -> None:
    """Take every picture anew."""
    (FOLDER / "programmes").mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Path(folder), "visitor") as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        for name, width in WIDTHS.items():
            size = {"width": width, "height": 900}
            page = browser.new_page(viewport=size, user_agent=PHONE if width < WIDE else None)
            walk(page, address, name)
            page.close()
        programmes(browser, address)
        browser.close()


def walk(page: Page, address: str, width: str) -> None:
    """Every page with nothing loaded, then with the sample, then a file being added."""
    for path, title in PAGES.items():
        page.goto(f"{address}{path}")
        heading(page, title)
        take(page, f"{path.strip('/') or 'start'}_empty{width}")
    load_sample(page, address)
    take(page, f"enrolment{width}")
    page.get_by_text("Public: board papers").click()
    page.get_by_text("What the public would see").wait_for()
    take(page, f"enrolment_public{width}")
    go_by_menu(page, PAGES["/before_and_after"], "/before_and_after")
    page.get_by_text("Programme team only").first.click()
    page.get_by_text("All questions at a glance").wait_for(timeout=60_000)
    take(page, f"before_and_after{width}")
    across_trusts(page, width)
    for path in ("/", "/reports", "/add_data"):
        go_by_menu(page, PAGES[path], path)
        if path == "/add_data":
            add_file(page, MENTORS.name, MENTORS.read_bytes())
        take(page, f"{path.strip('/') or 'start'}{width}")
    use_a_file(page)
    go_by_menu(page, "Enrolment", "/enrolment")
    take(page, f"enrolment_open{width}")
    go_by_menu(page, PAGES["/"], "/")
    take(page, f"start_open{width}")


def across_trusts(page: Page, width: str) -> None:
    """What the lead of a trust sends, then what the lead of a region sees of all of them."""
    go_by_menu(page, PAGES["/reports"], "/reports")
    page.get_by_text("A file to share figures with others").click()
    page.get_by_role("heading", level=2).first.wait_for()
    take(page, f"share_file{width}")
    go_by_menu(page, PAGES["/compare"], "/compare")
    for view in VIEWS:
        page.get_by_text(view.title, exact=True).first.click()
        page.get_by_role("heading", level=2).first.wait_for(timeout=60_000)
        page.wait_for_timeout(5_000)  # several charts
        take(page, f"compare_{view.title.lower().replace(' ', '_')}{width}")


def programmes(browser: Browser, address: str) -> None:
    """Each of the five programmes: its card, then a page of its way through the dashboard."""
    page = browser.new_page(viewport={"width": WIDTHS[""], "height": 900})
    load_sample(page, address)
    go_by_menu(page, PAGES["/programme"], "/programme")
    for name, organisation in CARDS.items():
        page.get_by_role("combobox", name="Organisation").click()
        page.get_by_role("option", name=organisation).click()
        page.get_by_role("heading", level=2, name=organisation).wait_for()
        take(page, f"programmes/{name}_card")
    for name, path in ON_THE_SAMPLE.items():
        go_by_menu(page, PAGES[path], path)
        page.wait_for_timeout(10_000)  # many charts
        take(page, f"programmes/{name}")
    page.close()
    page = browser.new_page(viewport={"width": WIDTHS[""], "height": 900})
    page.goto(f"{address}/totals")
    heading(page, PAGES["/totals"])
    page.get_by_label("Organisation").fill("The Walton Centre")
    page.get_by_text("Or paste lines from a spreadsheet").click()
    page.get_by_label("Lines", exact=True).fill(TALLIES)
    page.get_by_text("Was there a pause?").click()
    page.get_by_label("The pause began (month, year)").fill("March 2020")
    page.get_by_label("It ended (month, year)").fill("December 2020")
    page.get_by_label("It ended (month, year)").press("Tab")
    page.get_by_role("button", name="Use these totals").click()
    page.get_by_text("in 6 cohorts together").first.wait_for(timeout=60_000)
    take(page, "programmes/walton_totals")
    page.close()


def use_a_file(page: Page) -> None:
    """The file that is being added takes the place of the sample; its stage is open."""
    page.get_by_label("Organisation").fill("North Trust")
    page.get_by_role("button", name="Use this data").click()
    page.get_by_text("Added: 11 mentors").wait_for()


def go_by_menu(page: Page, title: str, path: str) -> None:
    """A page opened by its address would be a new visit, with nothing loaded."""
    opener = page.get_by_test_id("stExpandSidebarButton")
    if opener.is_visible():
        opener.click()
    name = NAMES[path.strip("/") or "start"]
    page.get_by_test_id("stSidebarNav").get_by_role("link", name=name, exact=True).click()
    heading(page, title)


def take(page: Page, name: str) -> None:
    """One picture of a whole page, or of its top where it is long."""
    size = page.viewport_size or {"width": 1280, "height": 900}
    page.wait_for_timeout(1200)
    height = min(TALLEST, max(size["height"], page.evaluate(HEIGHT)))
    page.set_viewport_size({"width": size["width"], "height": height})
    page.wait_for_timeout(1200)
    page.screenshot(path=FOLDER / f"{name}.png")
    page.set_viewport_size(size)


if __name__ == "__main__":
    main()
