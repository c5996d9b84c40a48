"""By what the people of a stage can be parted."""

import streamlit as st

from pages._ui.resources.kept import datasets, store
from pages._ui.resources.scopes import ids_of
from rm_eval import pipeline
from rm_eval.pipeline import Breakdown, Question, Scope, Store


def breakdowns(scope: Scope) -> tuple[Breakdown, ...]:
    """What parts any role of a stage, in the order of the forms."""
    whose = (scope.organisation, scope.cohort)
    cohort = [one for one in datasets() if (one.scope.organisation, one.scope.cohort) == whose]
    return _breakdowns(store(), scope, tuple(one.id for one in cohort))


def divisible(scope: Scope) -> tuple[Question, ...]:
    """What can part what others see of a stage, at its first closing."""
    limits = pipeline.limits_of(store(), scope.organisation)
    return _divisible(store(), scope, (*ids_of(scope), str(limits)))


def forget() -> None:
    """Forget what was made of answers that are being deleted."""
    _breakdowns.clear()
    _divisible.clear()


@st.cache_resource(show_spinner=False, scope="session", max_entries=20)
def _breakdowns(_store: Store, scope: Scope, made_of: tuple[str, ...]) -> tuple[Breakdown, ...]:
    del made_of  # a part of the key: they change with the answers of the whole cohort
    return tuple(
        one
        for one in pipeline.breakdowns(_store, scope)
        if pipeline.division(_store, scope, one).part_of
    )


@st.cache_resource(show_spinner=False, scope="session", max_entries=20)
def _divisible(_store: Store, scope: Scope, made_of: tuple[str, ...]) -> tuple[Question, ...]:
    del made_of  # a part of the key
    return pipeline.can_divide(_store, scope, pipeline.limits_of(_store, scope.organisation))
