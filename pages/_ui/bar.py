"""The bar at the top of every results page: whose answers, and who will see them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NoReturn, get_args

import streamlit as st

from pages._ui import closing, menu, resources, show, splitting, state
from pages._ui.resources import Drawn
from pages._ui.state import Selection
from rm_eval import before_and_after, pipeline
from rm_eval.before_and_after import Published
from rm_eval.pipeline import AUDIENCES, Dataset, Role, Scope, Stage, Way

SHOWN = {
    "internal": "Showing what colleagues would see: {}.",
    "public": "Showing what the public would see: {}.",
}
ALL_SHOWN = "Everything is shown. This view is for the programme team only: do not pass it on."
TOGETHER = "Mentors and mentees together"


@dataclass(frozen=True, kw_only=True, slots=True)
class Results:
    """What one results page has to show."""

    scope: Scope
    charts: tuple[Drawn, ...]
    not_drawn: tuple[str, ...]
    datasets: tuple[Dataset, ...]


def results(selection: Selection, stage: Stage | None, *, on_form: bool) -> Results:
    """Draw the bar, and return what is chosen; stop the page where there is nothing to show.

    Parameters
    ----------
    selection
        What was chosen so far.
    stage
        Of the page; None for a page of every stage.
    on_form
        Whether the page shows the questions of our form of that stage, or all others.
    """
    if selection.done.startswith(("Closed", "Reopened")):
        st.success(show.as_typed(selection.done))
    datasets = [one for one in resources.datasets() if stage in (None, one.scope.stage)]
    if not datasets:
        _nothing_loaded(stage or "")
    scope = choose_scope(selection, datasets)
    choose_audience(selection, scope)
    division = splitting.choose(selection, scope)
    how = {"together": selection.together, "division": division}
    every = resources.findings(scope, selection.audience, **how)
    form = {one.id for one in pipeline.questions_of(scope.stage, roles=get_args(Role))}
    charts = tuple(drawn for drawn in every if (drawn.chart.id in form) == on_form)
    say_what_is_shown(selection, scope, tuple(drawn.chart.published for drawn in charts))
    if charts:
        show.say_how_to_save()
    offer_closing(selection, scope)
    return Results(
        scope=scope,
        charts=charts,
        not_drawn=resources.not_drawn(scope),
        datasets=resources.datasets_of(scope),
    )


def _nothing_loaded(stage: str) -> NoReturn:
    words = f"{stage.replace('_', ' ')} answers".strip()
    st.markdown(f"No {words} have been added yet.")
    st.page_link(menu.ADD_DATA.file, label="Add a survey export")
    st.page_link(menu.START.file, label="Or see what it will look like with sample data")
    st.stop()


def choose_report(selection: Selection) -> Scope:
    """Ask whose pictures are wanted and who will see them."""
    datasets = resources.datasets()
    if not datasets:
        _nothing_loaded("")
    scope = choose_scope(selection, datasets, before_and_after.comparisons(datasets))
    choose_audience(selection, scope)
    return scope


def choose_audience(selection: Selection, scope: Scope) -> None:
    """Ask who will see this; stop where they may see nothing yet."""
    st.radio(
        "Who will see this?",
        list(AUDIENCES),
        format_func=lambda audience: AUDIENCES[audience],
        **state.tied("audience", selection.audience, lambda chosen: state.choose(audience=chosen)),
    )
    if selection.audience != "team" and not resources.is_closed(scope):
        closing.nothing_for_others_yet(scope)
    roles = {dataset.role for dataset in resources.datasets_of(scope)}
    if selection.audience == "team" and len(roles) > 1 and not scope.since:
        st.checkbox(
            TOGETHER,
            help="For the team only. What others see was chosen when the stage was closed.",
            **state.tied("together", selection.together, state.choose_together),
        )


def offer_closing(selection: Selection, scope: Scope) -> None:
    """Close a stage or reopen it, at the foot of its results."""
    pool = resources.pool_of(scope)
    if pool:
        for note in pool.notes:
            st.markdown(show.as_typed(note))
        return
    stage = scope.when.capitalize()
    is_closed = pipeline.is_closed(resources.store(), scope)
    if selection.audience == "team" or is_closed:
        state_ = "closed" if is_closed else "open: only the programme team can see it"
        with st.expander(f"{stage} is {state_}"):
            closing.offer(scope)
    closing.say_how_checked(scope)


def choose_scope(
    selection: Selection, datasets: Iterable[Dataset], comparisons: Iterable[Scope] = ()
) -> Scope:
    """Ask which cohort, or which together, where there are several; or what is compared."""
    single = sorted({dataset.scope for dataset in datasets}, key=_in_time)
    pools = [pool.scope for pool in resources.pools() if set(pool.scopes) <= set(single)]
    scopes = [*single, *pools, *comparisons]
    now = max(scopes, key=lambda scope: _is_chosen(selection, scope))
    if len(scopes) > 1:
        st.selectbox(
            "Organisation and cohort",
            scopes,
            format_func=_in_short,
            **state.tied("scope", now, _choose),
        )
    return now


def _in_time(scope: Scope) -> tuple[str, str, int]:
    return scope.organisation, scope.cohort, get_args(Stage).index(scope.stage)


def _is_chosen(selection: Selection, scope: Scope) -> tuple[bool, bool, bool]:
    """Say whether it is the cohort that was chosen, its stage and since when.

    The first of equals is taken.
    """
    chosen = (selection.organisation, selection.cohort)
    return (
        (scope.organisation, scope.cohort) == chosen,
        scope.stage == selection.stage,
        scope.since == selection.since,
    )


def _in_short(scope: Scope) -> str:
    return f"{scope.organisation}, {scope.cohort}: {scope.when}"


def _choose(scope: Scope) -> None:
    state.choose(
        organisation=scope.organisation, cohort=scope.cohort, stage=scope.stage, since=scope.since
    )


def say_what_is_shown(selection: Selection, scope: Scope, every: tuple[Published, ...]) -> None:
    """Whose answers these are, who will see them, and how many are grouped."""
    groups = " and ".join(pipeline.groups_shown(every))
    if not groups:
        return
    place = show.as_typed(f"{scope.organisation}, {scope.cohort}")
    st.markdown(f"Answers of {groups} of {place}.")
    if selection.audience == "team":
        st.markdown(f"**{ALL_SHOWN}**")
        return
    grouped = sum(one.grouped for one in every)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        shown = SHOWN[selection.audience].format(_count(grouped))
        st.markdown(f"**{shown}**", width="content")
        st.button(closing.SEE_ALL, on_click=state.choose_team)
    if grouped:
        _explain(every, resources.ways_out(scope))


def _count(grouped: int) -> str:
    return f"{show.count(grouped, 'answer')} grouped" if grouped else "no answers grouped"


def _explain(every: tuple[Published, ...], ways: tuple[Way, ...]) -> None:
    """What is grouped on this page, why, and the ways out."""
    with st.expander("Why are answers grouped?"):
        st.markdown("**What is grouped on this page**")
        st.markdown(_list(pipeline.what_is_grouped(every)))
        st.markdown("**Why**")
        why, what_is_done = pipeline.why_grouped()
        st.markdown(show.as_typed(why))
        st.markdown(_list(what_is_done))
        st.markdown("**How to see more**")
        st.markdown(_list(pipeline.ways_out(ways)))


def _list(sentences: tuple[str, ...]) -> str:
    return "\n".join(f"- {show.as_typed(sentence)}" for sentence in sentences)
