"""Where answers are kept: one setting says it, and it is never guessed from an address."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from platformdirs import user_data_path

from rm_eval.errors import ForTheDeveloper

Mode = Literal["local", "visitor"]
MODE = "RM_EVAL_MODE"
DATABASE_URL = "RM_EVAL_DATABASE_URL"
IN_MEMORY = "sqlite://"


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where answers are kept, and the sentence that says so on Start."""

    mode: Mode
    url: str
    sentence: str


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
        )
    url = os.environ.get(DATABASE_URL) or f"sqlite:///{local_file()}"
    return Place(
        mode=cast("Mode", mode),
        url=url,
        sentence="This dashboard runs on your own computer. Cleaned answers are kept there, in "
        f"{_shown(url)}, until you delete them. The files you add are not kept.",
    )


def local_file() -> Path:
    """Return the file answers are kept in on somebody's own computer."""
    return Path(user_data_path("rm_eval", ensure_exists=True)) / "rm_eval.sqlite3"


def _shown(url: str) -> str:
    """Show a file by its path, and any other database without its password."""
    return url.removeprefix("sqlite:///") if url.startswith("sqlite") else "a database"
