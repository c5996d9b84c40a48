"""Where the project's own Python lives, whether it is ready, and which browser there is.

Standard library only, and quick to import: every script starts here.
"""

from __future__ import annotations  # so that an older Python gets as far as check_python

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / ".set_up_from"
LISTS = ("requirements.txt", "requirements-dev.txt", "requirements.lock", "packages.txt")
OLDEST_PYTHON = (3, 11)

# Any of these can draw the pictures. Firefox and Safari cannot.
BROWSER_COMMANDS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
)
BROWSER_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "{PROGRAMFILES}/Google/Chrome/Application/chrome.exe",
    "{PROGRAMFILES(X86)}/Google/Chrome/Application/chrome.exe",
    "{LOCALAPPDATA}/Google/Chrome/Application/chrome.exe",
    "{PROGRAMFILES(X86)}/Microsoft/Edge/Application/msedge.exe",
    "{PROGRAMFILES}/Microsoft/Edge/Application/msedge.exe",
)


def fingerprint() -> str:
    """Hash of everything the set-up installs from: another one means set up again."""
    digest = hashlib.sha256()
    for name in LISTS:
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def in_ci() -> bool:
    """Nobody is watching: what is missing must be installed or fail, never be skipped."""
    return os.environ.get("CI", "").lower() in {"true", "1"}


def find_browser() -> str | None:
    """Path of a Chromium, Chrome or Edge; ``BROWSER_PATH`` decides where it is set."""
    chosen = os.environ.get("BROWSER_PATH")
    if chosen:
        return chosen if Path(chosen).is_file() else None
    on_path = (shutil.which(command) for command in BROWSER_COMMANDS)
    elsewhere = (place for place in map(_filled_in, BROWSER_PLACES) if Path(place).is_file())
    return next((path for path in (*on_path, *elsewhere) if path), None)


def _filled_in(place: str) -> str:
    for folder in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        place = place.replace("{" + folder + "}", os.environ.get(folder, "no-such-folder"))
    return place


def is_ready() -> bool:
    """Whether the last set-up finished, and from the lists as they are now."""
    if in_ci() and find_browser() is None:
        return False
    return (
        VENV_PYTHON.exists()
        and STAMP.exists()
        and STAMP.read_text("ascii").strip() == fingerprint()
    )


def check_python() -> None:
    """Stop with a sentence where Python is too old."""
    if sys.version_info < OLDEST_PYTHON:
        wanted = ".".join(map(str, OLDEST_PYTHON))
        sys.exit(f"Python {wanted} or newer is needed; this is {sys.version.split()[0]}.")


def check_ready() -> None:
    """Set up what is missing; stop with a sentence if that cannot be done."""
    check_python()
    if is_ready():
        return
    finished = subprocess.run([sys.executable, str(ROOT / "script" / "setup")], check=False)
    if finished.returncode:
        sys.exit(finished.returncode)


def become(*arguments: str) -> NoReturn:
    """Go on as the project's own Python, from the project's root."""
    os.chdir(ROOT)
    command = [str(VENV_PYTHON), *arguments]
    if os.name == "posix":
        # One process, not two: Ctrl+C and a stop signal reach the program itself.
        os.execv(command[0], command)  # noqa: S606
    sys.exit(subprocess.call(command))
