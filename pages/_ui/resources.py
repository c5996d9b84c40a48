"""What is costly to make and asked for at every rerun. The only file with `st.cache_*`.

Caches are of one session: what one visitor sees never lies where another could get it. They
are keyed by the ids of datasets and of releases, which no two stores share.
"""

from datetime import date
from typing import NamedTuple

import plotly.graph_objects as go
import streamlit as st

from pages._ui import state
from rm_eval import before_and_after, cohorts, pipeline, theming
from rm_eval.before_and_after import Comparison
from rm_eval.charts import PHONE
from rm_eval.cohorts import Pool
from rm_eval.pipeline import Audience, Chart, Dataset, Scope, Statistics, Store, Way
from rm_eval.report import pictures

# "Take mentors and mentees together" is a choice of the first closing.
ALWAYS: tuple[Way, ...] = ("combine", "team", "limit")


class Drawn(NamedTuple):
    """A chart, and the same drawing laid out for a phone: no server knows how wide a window is.

    With them the ways there are to see more of it, and for the team what stands behind it.
    """

    chart: Chart
    narrow: go.Figure
    ways: tuple[Way, ...] = ()
    statistics: tuple[Statistics, ...] = ()


class Compared(NamedTuple):
    """A comparison, and what everything drawn from it is kept by."""

    comparison: Comparison
    key: tuple[str, ...]


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


def findings(scope: Scope, audience: Audience, *, together: bool = False) -> tuple[Drawn, ...]:
    """The charts of one stage, of a cohort or of several together.

    Parameters
    ----------
    together
        Whether the team wants mentors and mentees as one group.
    """
    team, pool = audience == "team", pool_of(scope)
    # What is given out changes with the releases alone; what the team sees, with the answers too.
    given_out = [pipeline.served(store(), one) for one in (pool.scopes if pool else (scope,))]
    made_of = (*_made_of(scope), *given_out, str(together)) if team else tuple(given_out)
    drawn = _findings(store(), pool or scope, made_of, audience, today(), together=together)
    ways = ways_out(scope)
    return tuple(one._replace(ways=ways) for one in drawn)


def compare(scope: Scope, audience: Audience, *, as_same: frozenset[str]) -> Compared:
    """What was asked at two times, for one audience.

    Parameters
    ----------
    as_same
        Questions asked in other words before that the team says are the same.
    """
    made_of = _made_for(scope, audience)
    key = (*made_of, *sorted(as_same), audience, today().isoformat())
    comparison = _comparison(store(), scope, key, audience, today(), as_same=as_same)
    return Compared(comparison=comparison, key=key)


def at_a_glance(compared: Compared) -> tuple[Drawn | None, tuple[str, ...]]:
    """Every question asked twice, in one picture, and what luck would do with so many.

    No picture where nobody is linked.
    """
    return _at_a_glance(compared.comparison, compared.key)


def charts_of_one(compared: Compared, question: str) -> tuple[Drawn, ...]:
    """One question in full."""
    return _charts_of_one(store(), compared.comparison, compared.key, question, today())


def cohorts_of_one(scopes: tuple[Scope, ...], question: str, audience: Audience) -> Drawn | None:
    """One question in several cohorts; None where there are not several."""
    made_of = tuple(one for scope in scopes for one in _made_for(scope, audience))
    return _cohorts_of_one(store(), scopes, made_of, question, audience, today())


def _made_for(scope: Scope, audience: Audience) -> tuple[str, ...]:
    if audience == "team":
        return _made_of(scope)
    return tuple(pipeline.served(store(), one) for one in (scope, *scope.stages))


def _made_of(scope: Scope) -> tuple[str, ...]:
    """What figures change with: answers, themes a person said and, of two stages, who is linked."""
    linkings = pipeline.linkings(store()) if scope.since else ()
    pairs = [
        str(pair.people)
        for linking in linkings
        if {linking.earlier.scope, linking.later.scope} == set(scope.stages)
        for pair in linking.linked
    ]
    return *_ids(scope), *pairs, *(theming.said_lately(store(), one) for one in _scopes(scope))


def ways_out(scope: Scope) -> tuple[Way, ...]:
    """The ways to see more that there are a control for."""
    can_pool = any(scope in pool.scopes for pool in pools())
    return ("pool", *ALWAYS) if can_pool else ALWAYS


def pools() -> tuple[Pool, ...]:
    """What can be taken together of what is loaded."""
    return cohorts.pools(store(), dict.fromkeys(dataset.scope for dataset in datasets()))


def pool_of(scope: Scope) -> Pool | None:
    """The cohorts that a scope takes together; None where it is one cohort."""
    return next((pool for pool in pools() if pool.scope == scope), None)


def is_closed(scope: Scope) -> bool:
    """Whether figures are given out; cohorts are taken together only once they are closed."""
    return pool_of(scope) is not None or pipeline.is_closed(store(), scope)


def datasets_of(scope: Scope) -> tuple[Dataset, ...]:
    """What is loaded of a cohort and stage, or of several cohorts together."""
    return tuple(dataset for dataset in datasets() if dataset.scope in _scopes(scope))


def not_drawn(scope: Scope) -> tuple[str, ...]:
    """Wordings of the questions that have no chart yet."""
    every = (_not_drawn(store(), one, _ids(one)) for one in _scopes(scope))
    return tuple(dict.fromkeys(wording for wordings in every for wording in wordings))


def _scopes(scope: Scope) -> tuple[Scope, ...]:
    pool = pool_of(scope)
    return pool.scopes if pool else scope.stages


def forget() -> None:
    """Forget what was made of answers that are being deleted."""
    _findings.clear()
    for drawn in (_comparison, _at_a_glance, _charts_of_one, _cohorts_of_one):
        drawn.clear()
    _not_drawn.clear()


def _ids(scope: Scope) -> tuple[str, ...]:
    return tuple(dataset.id for dataset in datasets_of(scope))


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
    _store: Store,
    place: Scope | Pool,
    made_of: tuple[str, ...],
    audience: Audience,
    made_on: date,
    *,
    together: bool,
) -> tuple[Drawn, ...]:
    del made_of  # a part of the key
    how = {"audience": audience, "made_on": made_on, "together": together}
    if isinstance(place, Pool):
        charts = cohorts.findings_together(_store, place, **how)
    else:
        charts = pipeline.findings(_store, place, **how)
    return tuple(
        _drawn(one)._replace(statistics=pipeline.statistics_of(one.published)) for one in charts
    )


@st.cache_resource(show_spinner="Comparing the answers…", scope="session", max_entries=20)
def _comparison(
    _store: Store,
    scope: Scope,
    made_of: tuple[str, ...],
    audience: Audience,
    made_on: date,
    *,
    as_same: frozenset[str],
) -> Comparison:
    del made_of  # a part of the key
    how = {"audience": audience, "made_on": made_on, "as_same": as_same}
    return before_and_after.compare(_store, scope, **how)


@st.cache_resource(show_spinner=False, scope="session", max_entries=20)
def _at_a_glance(
    _compared: Comparison, key: tuple[str, ...]
) -> tuple[Drawn | None, tuple[str, ...]]:
    del key
    chart = before_and_after.draw_overview(_compared)
    return _drawn(chart) if chart else None, before_and_after.luck_of(_compared.changes)


@st.cache_resource(show_spinner=False, scope="session", max_entries=100)
def _charts_of_one(
    _store: Store, _compared: Comparison, key: tuple[str, ...], question: str, made_on: date
) -> tuple[Drawn, ...]:
    del key
    charts = before_and_after.draw_one(_store, _compared, question, made_on=made_on)
    return tuple(map(_drawn, charts))


@st.cache_resource(show_spinner=False, scope="session", max_entries=100)
def _cohorts_of_one(
    _store: Store,
    scopes: tuple[Scope, ...],
    made_of: tuple[str, ...],
    question: str,
    audience: Audience,
    made_on: date,
) -> Drawn | None:
    del made_of
    found = before_and_after.of_cohorts(
        _store, scopes, question, audience=audience, made_on=made_on
    )
    chart = before_and_after.draw_cohorts(found)
    return _drawn(chart) if chart else None


def _drawn(chart: Chart) -> Drawn:
    return Drawn(chart=chart, narrow=chart.lay_out(PHONE).figure())


@st.cache_resource(show_spinner=False, scope="session", max_entries=20)
def _not_drawn(_store: Store, scope: Scope, ids: tuple[str, ...]) -> tuple[str, ...]:
    del ids  # a part of the key
    return tuple(question.wording for question in pipeline.not_drawn(_store, scope))
