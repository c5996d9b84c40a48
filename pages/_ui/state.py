"""What one visitor has chosen. The only home of `st.session_state`.

A widget's key is forgotten when the page changes. So choices are kept in one `Selection`;
widgets are set from it and only report changes to it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import streamlit as st

from rm_eval.pipeline import Audience, Look

Kept = TypeVar("Kept")

SELECTION = "selection"
OWN_STORE = "own_store"


@dataclass(frozen=True, kw_only=True, slots=True)
class Selection:
    """The choices that survive a change of page.

    Attributes
    ----------
    organisation, cohort
        Whose results are shown; "" until somebody chose or added something.
    audience
        Who will see them.
    look
        A file that was read and waits to be used. Its bytes are gone already.
    n_files
        How many files were chosen so far: each gets an upload box of its own.
    done
        What was done last, as a sentence that stays until the next thing is done.
    """

    organisation: str = ""
    cohort: str = ""
    audience: Audience = "internal"
    look: Look | None = None
    n_files: int = 0
    done: str = ""


def selection() -> Selection:
    """What is chosen now."""
    chosen = st.session_state.get(SELECTION)
    return chosen if isinstance(chosen, Selection) else Selection()


def choose(**changes: Any) -> None:  # noqa: ANN401
    """Change some choices."""
    st.session_state[SELECTION] = replace(selection(), **changes)


def tied(key: str, value: object, take: Callable[[Any], None]) -> dict[str, Any]:
    """Arguments for a widget that shows a value and reports when somebody changes it."""
    st.session_state[key] = value
    return {"key": key, "on_change": lambda: take(st.session_state[key])}


def own(make: Callable[[], Kept]) -> Kept:
    """Keep one thing for this visitor alone, made when first asked for."""
    if OWN_STORE not in st.session_state:
        st.session_state[OWN_STORE] = make()
    kept: Kept = st.session_state[OWN_STORE]
    return kept


def choose_team() -> None:
    """Show everything, to the people who hold the answers."""
    choose(audience="team")
