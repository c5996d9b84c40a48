"""What was asked at two stages, drawn."""

from datetime import date
from typing import NamedTuple

import streamlit as st

from pages._ui.resources.drawn import Drawn, as_drawn
from pages._ui.resources.kept import store, today
from pages._ui.resources.scopes import key_for
from rm_eval import before_and_after
from rm_eval.before_and_after import Comparison
from rm_eval.pipeline import Audience, Scope, Store


class Compared(NamedTuple):
    """A comparison, and what everything drawn from it is kept by."""

    comparison: Comparison
    key: tuple[str, ...]


def compare(scope: Scope, audience: Audience, *, as_same: frozenset[str]) -> Compared:
    """What was asked at two times, for one audience.

    Parameters
    ----------
    as_same
        Questions asked in other words before that the team says are the same.
    """
    made_of = key_for(scope, audience)
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
    made_of = tuple(one for scope in scopes for one in key_for(scope, audience))
    return _cohorts_of_one(store(), scopes, made_of, question, audience, today())


def forget() -> None:
    """Forget what was made of answers that are being deleted."""
    for drawn in (_comparison, _at_a_glance, _charts_of_one, _cohorts_of_one):
        drawn.clear()


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
    return as_drawn(chart) if chart else None, before_and_after.luck_of(_compared.changes)


@st.cache_resource(show_spinner=False, scope="session", max_entries=100)
def _charts_of_one(
    _store: Store, _compared: Comparison, key: tuple[str, ...], question: str, made_on: date
) -> tuple[Drawn, ...]:
    del key
    charts = before_and_after.draw_one(_store, _compared, question, made_on=made_on)
    return tuple(map(as_drawn, charts))


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
    together = before_and_after.cohorts_added_up(
        _store, found, question, audience=audience, made_on=made_on
    )
    chart = before_and_after.draw_cohorts(found, together)
    return as_drawn(chart) if chart else None
