"""Charts that a page makes of others it has already."""

from collections.abc import Callable, Iterable

import streamlit as st

from pages._ui.resources.drawn import Drawn, Picture, as_drawn


def made(key: tuple[str, ...], make: Callable[[], Iterable[Picture]]) -> tuple[Drawn, ...]:
    """Charts made of others, kept by what they were made of.

    Parameters
    ----------
    key
        What they are, whose, and for whom: everything they would change with.
    make
        Makes them, where they were not made yet.
    """
    return _made(key, make)


def forget() -> None:
    """Forget every one of them."""
    _made.clear()


@st.cache_resource(show_spinner=False, scope="session", max_entries=50)
def _made(key: tuple[str, ...], _make: Callable[[], Iterable[Picture]]) -> tuple[Drawn, ...]:
    del key
    return tuple(map(as_drawn, _make()))
