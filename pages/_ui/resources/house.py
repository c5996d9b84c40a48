"""What is deleted on its day, and forgotten with it."""

from datetime import date

import streamlit as st

from pages._ui import state
from pages._ui.resources import comparisons, over_time, overviews, parts, regions, stages
from pages._ui.resources.kept import store, today
from rm_eval import pipeline
from rm_eval.pipeline import Store


def keep_house() -> tuple[str, ...]:
    """Delete what was to be kept until a day that is past, once a day; say what went.

    What another session deleted is forgotten here too: nothing drawn from it stays in memory.
    """
    went = _purged(store(), pipeline.place_of_answers().url, today())
    ids = frozenset(dataset.id for dataset in store().datasets())
    if state.selection().ids - ids:
        forget()
        state.choose(pack=None, work=None, found=())
    if state.selection().ids != ids:
        state.choose(ids=ids)
    return went


def forget() -> None:
    """Forget what was made of answers that are being deleted."""
    for kind in (stages, comparisons, over_time, overviews, parts, regions):
        kind.forget()


@st.cache_resource(show_spinner=False, scope="session", max_entries=1)
def _purged(_store: Store, url: str, day: date) -> tuple[str, ...]:
    del url  # a part of the key
    return tuple(
        f"The {told} were to be kept until a day that is past. They were deleted today."
        for told in dict.fromkeys(
            f"answers of {one.scope.organisation}, {one.scope.cohort}"
            for one in pipeline.purge(_store, day)
        )
    )
