"""What is costly to make and asked for at every rerun. The only file with `st.cache_*`.

Caches are of one session: what one visitor sees never lies where another could get it. They
are keyed by the ids of datasets and of releases, which no two stores share.
"""

from datetime import date
from typing import NamedTuple

import plotly.graph_objects as go
import streamlit as st

from pages._ui import state
from rm_eval import pipeline
from rm_eval.charts import PHONE, draw
from rm_eval.pipeline import Audience, Chart, Dataset, Scope, Store
from rm_eval.report import pictures


class Drawn(NamedTuple):
    """A chart, and the same drawing laid out for a phone: no server knows how wide a window is."""

    chart: Chart
    narrow: go.Figure


def store() -> Store:
    """The place of answers: one for everybody on this computer, or one for each visitor."""
    place = pipeline.place_of_answers()
    return _shared_store(place.url) if place.mode == "local" else state.own(Store)


def datasets() -> tuple[Dataset, ...]:
    """What is loaded. Sample and own data are never shown together."""
    kept = store().datasets()
    return tuple(dataset for dataset in kept if not dataset.sample) or kept


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


def findings(scope: Scope, audience: Audience) -> tuple[Drawn, ...]:
    """The charts of one cohort and stage."""
    # What is given out changes with the release alone; what the team sees, with the answers.
    made_of = _ids(scope) if audience == "team" else (pipeline.served(store(), scope),)
    return _findings(store(), scope, made_of, audience, today())


def not_drawn(scope: Scope) -> tuple[str, ...]:
    """Wordings of the questions that have no chart yet."""
    return _not_drawn(store(), scope, _ids(scope))


def forget() -> None:
    """Forget what was made of answers that are being deleted."""
    _findings.clear()
    _not_drawn.clear()


def _ids(scope: Scope) -> tuple[str, ...]:
    return tuple(dataset.id for dataset in datasets() if dataset.scope == scope)


def today() -> date:
    """The day where the server is."""
    return date.today()  # noqa: DTZ011 - the day where the server is, as a reader would say it


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


@st.cache_data(show_spinner=False, ttl=60)
def can_draw_pictures() -> bool:
    """Whether this machine has a browser to draw with; somebody may install one meanwhile."""
    return pictures.can_draw_pictures()


@st.cache_resource(show_spinner=False)
def _shared_store(url: str) -> Store:
    return Store(url)


# Kept as they are, not copied: charts are frozen, and nothing here changes a figure.
@st.cache_resource(show_spinner="Drawing the charts…", scope="session", max_entries=20)
def _findings(
    _store: Store, scope: Scope, made_of: tuple[str, ...], audience: Audience, made_on: date
) -> tuple[Drawn, ...]:
    del made_of  # a part of the key
    charts = pipeline.findings(_store, scope, audience=audience, made_on=made_on)
    return tuple(
        Drawn(chart=chart, narrow=draw(chart.published, frame=PHONE).figure) for chart in charts
    )


@st.cache_resource(show_spinner=False, scope="session", max_entries=20)
def _not_drawn(_store: Store, scope: Scope, ids: tuple[str, ...]) -> tuple[str, ...]:
    del ids  # a part of the key
    return tuple(question.wording for question in pipeline.not_drawn(_store, scope))
