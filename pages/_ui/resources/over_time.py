"""What the cohorts of one organisation were asked, gathered once while nothing of it changes."""

from datetime import date

import streamlit as st

from pages._ui.resources.kept import datasets, store, today
from pages._ui.resources.regions import region, region_key
from pages._ui.resources.scopes import key_for
from rm_eval import over_cohorts, pipeline
from rm_eval.over_cohorts import Cohorts
from rm_eval.pipeline import Audience, Store


def cohorts(organisation: str, audience: Audience) -> Cohorts:
    """The cohorts of an organisation whose answers are here, or that came in a share file."""
    key = cohorts_key(organisation, audience)
    if is_here(organisation) or audience == "team":
        return _here(store(), organisation, key, audience, today())
    kept = region(audience)
    (shared,) = [one for one in kept.organisations if one.organisation == organisation]
    allowed = kept.audience_of(shared)
    return over_cohorts.cohorts_of_share(shared, audience=allowed, made_on=today())


def several_cohorts(*, of_others: bool) -> tuple[str, ...]:
    """Name the organisations with two cohorts or more, in the order of the alphabet.

    Parameters
    ----------
    of_others
        Whether those count that came in share files.
    """
    here = {(one.scope.organisation, one.scope.cohort) for one in datasets()}
    if of_others:
        shared = region("internal").organisations
        here |= {(one.organisation, cohort) for one in shared for cohort in one.cohorts}
    names = [name for name, _ in here]
    several = {name for name in names if names.count(name) > 1}
    return tuple(sorted(several, key=str.casefold))


def is_here(organisation: str) -> bool:
    """Whether the answers of an organisation are kept here."""
    return any(one.scope.organisation == organisation for one in datasets())


def cohorts_key(organisation: str, audience: Audience) -> tuple[str, ...]:
    """Everything that what is shown of an organisation's cohorts changes with."""
    if not is_here(organisation) and audience != "team":
        return (*region_key(audience), organisation)
    scopes = dict.fromkeys(one.scope for one in datasets())
    own = [scope for scope in scopes if scope.organisation == organisation]
    return (
        "cohorts",
        organisation,
        audience,
        today().isoformat(),
        *(part for scope in own for part in key_for(scope, audience)),
        *(str(scope) for scope in own),
        *(pipeline.served(store(), scope) for scope in own),
        *map(str, pipeline.cohort_records_of(store(), organisation)),
    )


def forget() -> None:
    """Forget what was gathered of answers that are being deleted."""
    _here.clear()


@st.cache_resource(show_spinner="Gathering the cohorts…", scope="session", max_entries=6)
def _here(
    _store: Store, organisation: str, key: tuple[str, ...], audience: Audience, made_on: date
) -> Cohorts:
    del key
    return over_cohorts.cohorts_here(_store, organisation, audience=audience, made_on=made_on)
