"""What every test may ask for."""

from pathlib import Path

import pytest

from script._environment import find_browser, in_ci

ROOT = Path(__file__).resolve().parent.parent
NO_BROWSER = "no Chromium, Chrome or Edge on this machine: script/setup says how to get one"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Reference material kept beside the project: survey exports, golden values, bad uploads."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip(f"the shared reference folder is not beside the project ({folder.name}/)")
    return folder


@pytest.fixture(scope="session")
def browser_path() -> str:
    """The browser that tests marked ``browser`` drive."""
    path = find_browser()
    if path is None:
        pytest.fail("a test that asks for a browser must be marked `browser`")
    return path


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a browser test by name where there is no browser; fail it where CI=true."""
    if item.get_closest_marker("browser") is None or find_browser():
        return
    if in_ci():
        pytest.fail(NO_BROWSER, pytrace=False)
    pytest.skip(NO_BROWSER)
