"""One organisation's cohorts side by side: one question over all of them, then all at a glance."""

from typing import get_args

import streamlit as st

from pages._ui import closing, menu, resources, state
from pages._ui import show as shown
from pages._ui.resources import Drawn
from pages._ui.state import Selection
from rm_eval import before_and_after, over_cohorts
from rm_eval.over_cohorts import Choice, Cohorts
from rm_eval.pipeline import AUDIENCES, Audience, Chart, Scope, Stage

TOO_FEW = (
    "No organisation has two cohorts yet. Add the answers, or type in the totals, of a second "
    "cohort under the same organisation’s name to see cohorts side by side."
)
NOTHING_CLOSED = (
    "To others, two cohorts can be shown side by side once the same stage of both is closed. Close "
    "stages on the results pages."
)
NOTHING_TWICE = "No question was asked in the same words in two cohorts."
WHOSE, WHO, FORM, QUESTION = (
    "Whose cohorts?",
    "Who will see this?",
    "Which form?",
    "Which question?",
)
FROM_A_FILE = "From a share file: for colleagues and the public only, as its sender chose."
STAGES: dict[Stage, str] = {
    "enrolment": "Enrolment",
    "training": "Training",
    "end_of_cohort": "End of cohort",
}
LEVEL = 3


def show(selection: Selection) -> None:
    """Everything the view shows, from whose cohorts to all questions at a glance."""
    names = resources.several_cohorts(of_others=True)
    if not names:
        _nothing_to_show()
        return
    organisation = _choose_organisation(selection, names)
    audience = _choose_audience(selection, organisation)
    found = resources.cohorts(organisation, audience)
    choices = found.choices()
    if not choices:
        _nothing_for_others(organisation, audience)
        return
    shown.say_how_to_save()
    stage = _choose_stage(selection, choices)
    _show_one_question(selection, found, [one for one in choices if one.stage == stage])
    _show_at_a_glance(found, stage)


def _nothing_to_show() -> None:
    st.markdown(TOO_FEW)
    st.page_link(menu.ADD_DATA.file, label="Add a survey export")
    st.page_link(menu.TOTALS.file, label="Type in totals")


def _nothing_for_others(organisation: str, audience: Audience) -> None:
    if audience == "team":
        st.markdown(NOTHING_TWICE)
        return
    st.markdown(NOTHING_CLOSED)
    if resources.is_here(organisation):
        st.button(closing.SEE_ALL, on_click=state.choose_team)


def _choose_organisation(selection: Selection, names: tuple[str, ...]) -> str:
    # One's own programme first: of it there is most to see.
    first = next(filter(resources.is_here, names), names[0])
    now = selection.organisation if selection.organisation in names else first
    if len(names) == 1:
        st.markdown(f"The cohorts of {shown.as_typed(now)}, in the order they began.")
        return now
    st.selectbox(
        WHOSE,
        names,
        **state.tied("whose_cohorts", now, lambda name: state.choose(organisation=name)),
    )
    return now


def _choose_audience(selection: Selection, organisation: str) -> Audience:
    """Ask who will see this; the team only where the answers are here."""
    offered: list[Audience] = list(get_args(Audience))
    if not resources.is_here(organisation):
        offered.remove("team")
        st.markdown(FROM_A_FILE)
    now: Audience = selection.audience if selection.audience in offered else "internal"
    st.radio(
        WHO,
        offered,
        format_func=lambda one: AUDIENCES[one],
        **state.tied("cohorts_audience", now, lambda one: state.choose(audience=one)),
    )
    return now


def _choose_stage(selection: Selection, choices: tuple[Choice, ...]) -> Stage:
    """Ask whose form; the end of a cohort first, where the finding lies."""
    stages = list(dict.fromkeys(one.stage for one in choices))
    now = selection.stage if selection.stage in stages else stages[-1]
    if len(stages) > 1:
        st.radio(
            FORM,
            stages,
            format_func=lambda stage: STAGES[stage],
            horizontal=True,
            **state.tied("cohorts_form", now, lambda stage: state.choose(stage=stage)),
        )
    return now


def _show_one_question(selection: Selection, found: Cohorts, choices: list[Choice]) -> None:
    """One question over cohorts; at every time it was asked; and how people changed."""
    st.header("One question over the cohorts", anchor=False)
    by_id = {one.question.id: one for one in choices}
    now = selection.over if selection.over in by_id else next(iter(by_id))
    st.selectbox(
        QUESTION,
        list(by_id),
        format_func=lambda key: before_and_after.name_of(by_id[key].question),
        **state.tied("over", now, lambda key: state.choose(over=key)),
    )
    chosen = by_id[now]
    for one in _drawn(found, chosen):
        _show(found, one)
    _show_whole_way(found, chosen)
    _show_change(found, chosen)


def _drawn(found: Cohorts, chosen: Choice) -> tuple[Drawn, ...]:
    key = (*_key(found), "one", chosen.stage, chosen.question.id)
    draw = over_cohorts.draw_question
    return resources.made(key, lambda: _those(draw(found, chosen.stage, chosen.question.id)))


def _show_whole_way(found: Cohorts, chosen: Choice) -> None:
    question = chosen.question.first_id
    key = (*_key(found), "way", question)
    drawn = resources.made(key, lambda: _those(over_cohorts.draw_whole_way(found, question)))
    if drawn:
        st.header("From the first form to the last", anchor=False)
    for one in drawn:
        _show(found, one)


def _show_change(found: Cohorts, chosen: Choice) -> None:
    """How the same people moved, cohort by cohort, where answers are here and can be linked."""
    scopes = _comparisons(found.organisation, chosen.stage)
    drawn = scopes and resources.cohorts_of_one(scopes, chosen.question.first_id, found.audience)
    if drawn:
        st.header("How the same people moved", anchor=False)
        _show(found, drawn)


def _comparisons(organisation: str, stage: Stage) -> tuple[Scope, ...]:
    """The comparisons over the same two times that this stage is one of, the longest way first."""
    every = [
        one
        for one in before_and_after.comparisons(resources.datasets())
        if one.organisation == organisation and stage in {one.since, one.stage}
    ]
    order = get_args(Stage)
    times = {(one.since, one.stage) for one in every}
    longest = max(times, key=lambda pair: order.index(pair[1]), default=None)
    return tuple(one for one in every if (one.since, one.stage) == longest)


def _show_at_a_glance(found: Cohorts, stage: Stage) -> None:
    key = (*_key(found), "glance", stage)
    drawn = resources.made(key, lambda: _those(over_cohorts.draw_at_a_glance(found, stage)))
    if drawn:
        st.header("All questions of this form at a glance", anchor=False)
    for one in drawn:
        _show(found, one)


def _show(found: Cohorts, drawn: Drawn) -> None:
    """A chart; actions belong to the programmes whose answers are here."""
    shown.show_chart(drawn, level=LEVEL, acts=resources.is_here(found.organisation))


def _key(found: Cohorts) -> tuple[str, ...]:
    return resources.cohorts_key(found.organisation, found.audience)


def _those(chart: Chart | None) -> tuple[Chart, ...]:
    return (chart,) if chart else ()
