"""A real server and a real browser. Nothing but this computer is ever asked for anything."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
START_LIMIT = 60  # seconds
DESKTOP = {"width": 1280, "height": 900}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(folder: Path, mode: str = "local") -> Iterator[str]:
    """Serve the dashboard as `streamlit run app.py` does, with answers in a folder of its own."""
    port = free_port()
    address = f"http://localhost:{port}"
    environment = os.environ | {
        "RM_EVAL_MODE": mode,
        "RM_EVAL_DATABASE_URL": f"sqlite:///{folder / 'answers.sqlite3'}",
    }
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    with (folder / "server.log").open("wb") as log:
        server = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT
        )
    try:
        _wait_for(address, server)
        yield address
    finally:
        server.terminate()
        server.wait(20)


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + START_LIMIT
    while time.monotonic() < end and server.poll() is None:
        with suppress(OSError), urllib.request.urlopen(f"{address}/_stcore/health"):  # noqa: S310
            return
        time.sleep(0.2)
    pytest.fail("the server did not start")


@pytest.fixture
def address(tmp_path) -> Iterator[str]:
    """A server just started, holding nothing."""
    with serving(tmp_path) as found:
        yield found


@pytest.fixture(scope="module")
def shared_address(tmp_path_factory) -> Iterator[str]:
    """A server for tests that leave nothing behind: each visitor has a store of their own."""
    with serving(tmp_path_factory.mktemp("visitor"), mode="visitor") as found:
        yield found


# Of one module: while it runs, playwright keeps an event loop in this thread, and tests after it
# may want one of their own.
@pytest.fixture(scope="module")
def browser(browser_path) -> Iterator[Browser]:
    # Chromium refuses its sandbox to root, as which containers often run.
    arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def context(browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=DESKTOP)
    yield context
    context.close()


@pytest.fixture
def page(context) -> Page:
    return context.new_page()
