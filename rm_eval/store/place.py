"""Where answers are kept: one setting says it, and it is never guessed from an address."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from platformdirs import user_data_path
from sqlalchemy import make_url

from rm_eval.errors import ForTheDeveloper

Mode = Literal["local", "visitor"]
MODE = "RM_EVAL_MODE"
DATABASE_URL = "RM_EVAL_DATABASE_URL"
IN_MEMORY = "sqlite://"
LOCKED_FILE = "The team may keep a copy in a file that opens only with a passphrase."


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where answers are kept, and what is said of it.

    Attributes
    ----------
    sentence
        To the team, on Start.
    for_participants
        To the people whose answers they are.
    """

    mode: Mode
    url: str
    sentence: str
    for_participants: str


def place_of_answers(default: Mode = "visitor") -> Place:
    """Read the setting `RM_EVAL_MODE`, and where nothing is set take the default."""
    mode = os.environ.get(MODE, default)
    if mode not in get_args(Mode):
        raise ForTheDeveloper(f"{MODE}={mode} is none of {', '.join(get_args(Mode))}")
    if mode == "visitor":
        return Place(
            mode="visitor",
            url=IN_MEMORY,
            sentence="Nothing you add is kept: your answers are held in this server's memory while "
            "this page is open, and are gone when you close or reload it. To keep them, use "
            "“Save my work” and keep that file.",
            for_participants="Your answers are kept nowhere for good. They are in the memory of a "
            "computer while the programme team works with them, and gone when the team closes the "
            f"page. {LOCKED_FILE}",
        )
    url = os.environ.get(DATABASE_URL) or f"sqlite:///{local_file()}"
    return Place(
        mode=cast("Mode", mode),
        url=url,
        sentence="This dashboard runs on your own computer. Cleaned answers are kept in "
        f"{_shown(url)}, until the day shown for each cohort, or until you delete them. The "
        "files you add are not kept.",
        for_participants=f"Your answers are kept {_whose(url)}. Nothing is sent from there to "
        f"anybody else by itself. {LOCKED_FILE}",
    )


def local_file() -> Path:
    """Return the file answers are kept in on somebody's own computer."""
    return Path(user_data_path("rm_eval", ensure_exists=True)) / "rm_eval.sqlite3"


def _shown(url: str) -> str:
    """Show a file by its path, and any other database by its machine, without its password."""
    if url.startswith("sqlite"):
        return f"the file {url.removeprefix('sqlite:///')} there"
    return f"a database on {make_url(url).host or 'this computer'}"


def _whose(url: str) -> str:
    if url.startswith("sqlite"):
        return "in one file on a computer of the programme team"
    return "in a database that the programme team was given"
