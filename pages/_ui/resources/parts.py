"""By what the people of a stage can be parted."""

import streamlit as st

from pages._ui.resources.kept import datasets, store
from rm_eval import pipeline
from rm_eval.pipeline import Breakdown, Scope, Store


def breakdowns(scope: Scope) -> tuple[Breakdown, ...]:
    """What parts any role of a stage, in the order of the forms."""
    whose = (scope.organisation, scope.cohort)
    cohort = [one for one in datasets() if (one.scope.organisation, one.scope.cohort) == whose]
    return _breakdowns(store(), scope, tuple(one.id for one in cohort))


def forget() -> None:
    """Forget what was made of answers that are being deleted."""
    _breakdowns.clear()


@st.cache_resource(show_spinner=False, scope="session", max_entries=20)
def _breakdowns(_store: Store, scope: Scope, made_of: tuple[str, ...]) -> tuple[Breakdown, ...]:
    del made_of  # a part of the key: they change with the answers of the whole cohort
    return tuple(
        one
        for one in pipeline.breakdowns(_store, scope)
        if pipeline.division(_store, scope, one).part_of
    )
