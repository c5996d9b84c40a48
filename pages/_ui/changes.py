"""Before and after: all questions at a glance, one question in full, and cohorts side by side."""

import streamlit as st

from pages._ui import resources, show, state
from pages._ui.resources import Compared
from pages._ui.state import Selection
from rm_eval import before_and_after, pipeline
from rm_eval.before_and_after import Comparison, Published
from rm_eval.pipeline import Scope

NOTHING_TWICE = (
    "No question was asked both times in the same words. Ask some of the questions of your first "
    "form again, without changing their words or scale."
)
LEVEL = 3
# What is said under one question, in this order; each says nothing where it does not apply.
SENTENCES = (
    before_and_after.how_clear,
    before_and_after.what_so_many_can_show,
    before_and_after.what_may_mislead,
    before_and_after.what_is_told,
    before_and_after.with_care,
)


def load(selection: Selection, scope: Scope) -> Compared:
    """What was asked at two times, as it may be seen."""
    return resources.compare(scope, selection.audience, as_same=selection.as_same)


def show_overview(compared: Compared) -> None:
    """Every question asked twice, in one picture."""
    if not compared.comparison.changes:
        st.markdown(NOTHING_TWICE)
        return
    drawn, luck = resources.at_a_glance(compared)
    if drawn is None:
        return
    st.header("All questions at a glance", anchor=False)
    show.show_chart(drawn, level=LEVEL)
    for sentence in luck:
        st.markdown(show.as_typed(sentence))


def show_one(compared: Compared, selection: Selection) -> None:
    """One question: who moved which way, the lines or the two times, and the statistics."""
    if not compared.comparison.changes:
        return
    st.header("One question", anchor=False)
    chosen = _choose(compared.comparison, selection)
    first, *others = resources.charts_of_one(compared, chosen.question.first_id)
    show.show_chart(first, level=LEVEL)
    for find in SENTENCES:
        for sentence in find(chosen):
            st.markdown(show.as_typed(sentence))
    show.show_statistics(pipeline.statistics_of(chosen))
    for drawn in others:
        show.show_chart(drawn, level=LEVEL)


def _choose(comparison: Comparison, selection: Selection) -> Published:
    by_id = {one.question.first_id: one for one in comparison.changes}
    now = selection.repeat if selection.repeat in by_id else next(iter(by_id))
    if len(by_id) > 1:
        st.selectbox(
            "Question",
            list(by_id),
            format_func=lambda key: before_and_after.name_of(by_id[key].question),
            **state.tied("repeat", now, lambda key: state.choose(repeat=key)),
        )
    return by_id[now]


def show_cohorts(compared: Compared, selection: Selection) -> None:
    """The same question in every cohort of the organisation, where there are several."""
    comparison = compared.comparison
    ids = [one.question.first_id for one in comparison.changes]
    if not ids:
        return
    question = selection.repeat if selection.repeat in ids else ids[0]
    drawn = resources.cohorts_of_one(_alike(comparison.scope), question, comparison.audience)
    if drawn is None:
        return
    st.header("This question in several cohorts", anchor=False)
    show.show_chart(drawn, level=LEVEL)


def _alike(scope: Scope) -> tuple[Scope, ...]:
    """The comparisons of the same organisation over the same two times."""
    every = before_and_after.comparisons(resources.datasets())
    mine = (scope.organisation, scope.since, scope.stage)
    return tuple(one for one in every if (one.organisation, one.since, one.stage) == mine)
