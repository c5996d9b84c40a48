"""Before and after: whose answers, who is linked, and what cannot be compared."""

from typing import NoReturn

import streamlit as st

from pages._ui import linking, menu, resources, show, state
from pages._ui.state import Selection
from rm_eval import before_and_after
from rm_eval.before_and_after import Comparison, Published, Repeat
from rm_eval.pipeline import Role, Scope
from rm_eval.report.forms import CODE_QUESTION

WHAT_IT_NEEDS = (
    "Before and after needs the answers of one cohort at two times: at enrolment, and after "
    "training or at the end. Add both files under the same organisation and cohort."
)
NO_CODES = (
    "The {role}s’ forms have no participant code, so we can show each time separately, but not "
    "how people changed."
)
HOW_TO_LINK = "**Add this question to your next forms, both times.** Copy it from here:"
OTHER_WORDS = (
    "These may be the same question in other words. Only you can say whether people understood "
    "them alike. What you tick is compared for the programme team alone."
)
TEAM_ONLY = (
    "Asked twice, and compared for the programme team only: {names}. To others the figures would "
    "say too much about single people, such as who could not answer on the scale."
)
PLAN = (
    "Decide what you hope to see before people answer. The fewer people, the larger a change has "
    "to be to show."
)
MOST_PLANNED = 200


def choose(selection: Selection) -> Scope:
    """Ask which cohort and which two times; stop the page where there is nothing to compare."""
    scopes = before_and_after.comparisons(resources.datasets())
    if not scopes:
        _nothing_to_compare(selection)
    now = max(scopes, key=lambda scope: _is_chosen(selection, scope))
    if len(scopes) > 1:
        st.selectbox(
            "Cohort, from when to when",
            scopes,
            format_func=lambda one: f"{one.organisation}, {one.cohort}: {one.when}",
            **state.tied("comparison", now, _choose),
        )
    return now


def _is_chosen(selection: Selection, scope: Scope) -> tuple[bool, bool]:
    """Say whether it is the cohort that was chosen, and its times; the first of equals is taken."""
    chosen = (selection.organisation, selection.cohort)
    times = (selection.since, selection.stage)
    return (scope.organisation, scope.cohort) == chosen, (scope.since, scope.stage) == times


def _choose(scope: Scope) -> None:
    state.choose(
        organisation=scope.organisation, cohort=scope.cohort, stage=scope.stage, since=scope.since
    )


def _nothing_to_compare(selection: Selection) -> NoReturn:
    st.markdown(WHAT_IT_NEEDS)
    st.page_link(menu.ADD_DATA.file, label="Add a survey export")
    st.page_link(menu.START.file, label="Or see what it will look like with sample data")
    _offer_code_question()
    plan(selection)
    st.stop()


def say_who(comparison: Comparison) -> None:
    """Who answered when, who is linked, and what would link more people."""
    if comparison.attrition is not None:
        for sentence in before_and_after.who_came_back(comparison.attrition):
            st.markdown(show.as_typed(sentence))
    if comparison.audience != "team":
        return
    if comparison.attrition is not None:
        with st.expander("Show how many answered each time"):
            table = before_and_after.flow_table(comparison.attrition)
            show.show_table(table.to_dict("list"))
    for side in comparison.sides:
        if side.has_codes:
            linking.ask_of(side.linking)
        else:
            _say_no_codes(side.role)


def _say_no_codes(role: Role) -> None:
    st.info(NO_CODES.format(role=role))
    _offer_code_question()


def _offer_code_question() -> None:
    with st.expander("How to link people’s answers next time"):
        st.markdown(HOW_TO_LINK)
        st.code(CODE_QUESTION, language=None, wrap_lines=True)
        st.page_link(menu.FORMS.file, label="It stands on every form to send out")


def say_not_compared(comparison: Comparison, selection: Selection) -> None:
    """Questions that seem to be asked twice and are not compared, with both wordings and why."""
    if comparison.team_only:
        names = map(before_and_after.name_of, comparison.team_only)
        st.markdown(show.as_typed(TEAM_ONLY.format(names="; ".join(names))))
    reworded = [one for one in comparison.asked if one.fit == "reworded"]
    others = [one for one in comparison.asked if one.fit not in {"same", "reworded"}]
    if reworded:
        st.header("Asked in other words", anchor=False)
        st.markdown(OTHER_WORDS)
        for one in reworded:
            _offer_as_same(one, selection)
    if others:
        st.header("Asked twice, but not comparable", anchor=False)
        for one in others:
            _say_why(one)


def _offer_as_same(repeat: Repeat, selection: Selection) -> None:
    key = repeat.question.id
    _say_why(repeat)
    st.checkbox(
        "Compare them",
        help=show.as_typed(f"“{repeat.before}” and “{repeat.after}”"),
        **state.tied(
            f"as_same_{key}",
            key in selection.as_same,
            lambda wanted: state.choose(
                as_same=selection.as_same | {key} if wanted else selection.as_same - {key}
            ),
        ),
    )


def _say_why(repeat: Repeat) -> None:
    found = before_and_after.why_not_compared(
        repeat.fit, before=repeat.before, after=repeat.after, scales=repeat.scales
    )
    st.markdown("\n".join(f"- {show.as_typed(sentence)}" for sentence in found))


def plan(selection: Selection, changes: tuple[Published, ...] = ()) -> None:
    """What change so many people could show, before a cohort starts.

    Parameters
    ----------
    changes
        Of an earlier cohort: how much changes differ is taken from them, where it is told.
    """
    sd = before_and_after.spread_so_far(changes)
    st.header("Before a cohort starts", anchor="before-a-cohort-starts")
    st.markdown(PLAN)
    st.number_input(
        "How many people will answer both times?",
        min_value=1,
        max_value=MOST_PLANNED,
        step=1,
        **state.tied("n_planned", selection.n_planned, lambda n: state.choose(n_planned=n or 1)),
    )
    for sentence in before_and_after.what_could_be_shown(selection.n_planned, sd=sd):
        st.markdown(show.as_typed(sentence))
