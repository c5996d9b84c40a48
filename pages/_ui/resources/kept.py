"""Where answers are kept, and what is there."""

from datetime import date

import streamlit as st

from pages._ui import state
from rm_eval import pipeline
from rm_eval.pipeline import Dataset, Store
from rm_eval.report import pictures


def store() -> Store:
    """The place of answers: one for everybody on this computer, or one for each visitor."""
    place = pipeline.place_of_answers()
    return _shared_store(place.url) if place.mode == "local" else state.own(Store)


def datasets() -> tuple[Dataset, ...]:
    """What is loaded. Sample and own data are never shown together."""
    kept = store().datasets()
    return tuple(dataset for dataset in kept if not dataset.sample) or kept


def today() -> date:
    """The day where the server is."""
    return date.today()  # noqa: DTZ011 - the day where the server is, as a reader would say it


@st.cache_data(show_spinner=False, ttl=60)
def can_draw_pictures() -> bool:
    """Whether this machine has a browser to draw with; somebody may install one meanwhile."""
    return pictures.can_draw_pictures()


@st.cache_resource(show_spinner=False)
def _shared_store(url: str) -> Store:
    return Store(url)
