"""How far each organisation is: stages, who answered, what is missing, how each evaluates."""

import streamlit as st

from pages._ui import programmes, resources
from pages._ui import show as shown
from pages._ui.compare import audience, region_pack, some
from pages._ui.resources import Drawn
from pages._ui.state import Selection
from rm_eval import compare
from rm_eval.compare import ForWhom, Region

NONE = (
    "Nothing is here yet. Choose “Trusts” above to add share files of other organisations, or "
    "close a stage of your own on Start."
)
NOTHING_MISSING = "Nothing is missing: every cohort that is over has figures of every stage."
NO_CARDS = "No organisation here has said yet what its programme is."


def show(selection: Selection) -> None:
    """Everything the view shows, from how far each is to what its programme is."""
    whom = audience.choose(selection)
    region = resources.region(whom)
    if not region.organisations:
        st.markdown(NONE)
        return
    page = some.choose(region)
    shown.show_drawing(_how_far(page, whom))
    _say_what_is_missing(page)
    _show_programmes(page)
    region_pack.offer(region, whom)


def _how_far(region: Region, whom: ForWhom) -> Drawn:
    """Drawn once, for as long as nothing of it changes."""
    key = (*resources.region_key(whom), "how_far", *region.names)
    return resources.made(key, lambda: [compare.draw_how_far(region)])[0]


def _say_what_is_missing(region: Region) -> None:
    st.header("What is missing, and the next step", anchor=False)
    missing = compare.what_is_missing(region)
    if any(missing.values()):
        shown.show_table(missing)
    else:
        st.markdown(NOTHING_MISSING)


def _show_programmes(region: Region) -> None:
    st.header("What each programme is, and how it evaluates", anchor=False)
    cards = compare.cards_of(region)
    if cards:
        programmes.show_beside(cards)
    else:
        st.markdown(NO_CARDS)
