"""What organisations show each other, gathered once for as long as nothing of it changes."""

import streamlit as st

from pages._ui.resources.kept import datasets, store, today
from pages._ui.resources.scopes import key_for
from rm_eval import compare, pipeline, sharing
from rm_eval.compare import Asked, ForWhom, Region
from rm_eval.sharing import KeptShare, Shared


def region(audience: ForWhom) -> Region:
    """Organisations whose answers are here, beside those that came in share files."""
    return _gathered(region_key(audience), audience)


def asked_in(audience: ForWhom) -> tuple[Asked, ...]:
    """Every question of the region, lined up by wording."""
    return _asked(region_key(audience), audience)


def region_key(audience: ForWhom) -> tuple[str, ...]:
    """Everything the region changes with: what was given out here, and what came in files."""
    scopes = dict.fromkeys(one.scope for one in datasets())
    names = sorted({scope.organisation for scope in scopes})
    cards = [str(pipeline.programme_card(store(), name)) for name in names]
    return (
        "region",
        audience,
        today().isoformat(),
        *(part for scope in scopes for part in key_for(scope, audience)),
        *cards,
        *(str(one) for name in names for one in pipeline.cohort_records_of(store(), name)),
        *sharing.shares_key(store()),
    )


def shared(organisation: str, audience: ForWhom) -> Shared:
    """What an organisation here shows others."""
    return _shared(region_key(audience), organisation, audience)


def shares() -> tuple[KeptShare, ...]:
    """What other organisations shared, by cohort."""
    return _shares(sharing.shares_key(store()))


def is_sample() -> bool:
    """Whether anything here is invented: answers, or what others would have shared."""
    return any(one.sample for one in datasets()) or any(one.shared.sample for one in shares())


def forget() -> None:
    """Forget all of it."""
    _shares.clear()
    _shared.clear()
    _gathered.clear()
    _asked.clear()


@st.cache_resource(show_spinner=False, scope="session", max_entries=1)
def _shares(key: tuple[str, ...]) -> tuple[KeptShare, ...]:
    del key
    return sharing.shares_kept(store())


@st.cache_resource(show_spinner=False, scope="session", max_entries=4)
def _shared(key: tuple[str, ...], organisation: str, audience: ForWhom) -> Shared:
    del key
    return sharing.shared_of(store(), organisation, audience=audience, today=today())


@st.cache_resource(show_spinner=False, scope="session", max_entries=4)
def _gathered(key: tuple[str, ...], audience: ForWhom) -> Region:
    del key
    return compare.region_of(store(), audience=audience, today=today())


@st.cache_resource(show_spinner=False, scope="session", max_entries=4)
def _asked(key: tuple[str, ...], audience: ForWhom) -> tuple[Asked, ...]:
    del key
    return compare.questions_of_region(region(audience))
