"""The charts of one stage."""

from datetime import date

import streamlit as st

from pages._ui.resources.drawn import Drawn, as_drawn
from pages._ui.resources.kept import store, today
from pages._ui.resources.scopes import ids_of, key_of, pool_of, scopes_of, ways_out
from rm_eval import cohorts, pipeline
from rm_eval.cohorts import Pool
from rm_eval.pipeline import Audience, Division, Scope, Store


def findings(
    scope: Scope, audience: Audience, *, together: bool = False, division: Division | None = None
) -> tuple[Drawn, ...]:
    """The charts of one stage, of a cohort or of several together.

    Parameters
    ----------
    together, division
        Whether the team wants mentors and mentees as one group, and in which parts.
    """
    team, pool = audience == "team", pool_of(scope)
    # What is given out changes with the releases alone; what the team sees, with the answers too.
    given_out = [pipeline.served(store(), one) for one in (pool.scopes if pool else (scope,))]
    made_of = (*key_of(scope), *given_out, str(division)) if team else tuple(given_out)
    drawn = _findings(
        store(), pool or scope, made_of, audience, today(), division, together=together
    )
    ways = ways_out(scope)
    return tuple(one._replace(ways=ways) for one in drawn)


def not_drawn(scope: Scope) -> tuple[str, ...]:
    """Wordings of the questions that have no chart yet."""
    every = (_not_drawn(store(), one, ids_of(one)) for one in scopes_of(scope))
    return tuple(dict.fromkeys(wording for wordings in every for wording in wordings))


def forget() -> None:
    """Forget what was made of answers that are being deleted."""
    _findings.clear()
    _not_drawn.clear()


# Kept as they are, not copied: charts are frozen, and nothing here changes a figure.
@st.cache_resource(show_spinner="Drawing the charts…", scope="session", max_entries=20)
def _findings(
    _store: Store,
    place: Scope | Pool,
    made_of: tuple[str, ...],
    audience: Audience,
    made_on: date,
    _division: Division | None,
    *,
    together: bool,
) -> tuple[Drawn, ...]:
    del made_of  # a part of the key
    how = {"audience": audience, "made_on": made_on, "together": together}
    if isinstance(place, Pool):
        charts = cohorts.findings_together(_store, place, **how)
    else:
        charts = pipeline.findings(_store, place, division=_division, **how)
    return tuple(
        as_drawn(one)._replace(statistics=pipeline.statistics_of(one.published)) for one in charts
    )


@st.cache_resource(show_spinner=False, scope="session", max_entries=20)
def _not_drawn(_store: Store, scope: Scope, ids: tuple[str, ...]) -> tuple[str, ...]:
    del ids  # a part of the key
    return tuple(question.wording for question in pipeline.not_drawn(_store, scope))
