"""Writing an action: what it came from, what was decided, who, when, and how far it is."""

from dataclasses import replace
from datetime import date
from typing import Any, Literal
from zlib import crc32

import streamlit as st

from pages._ui import decided, menu, resources, show, state
from pages._ui.draft import Draft
from pages._ui.state import Selection
from rm_eval import actions
from rm_eval.actions import About, Action, Finding, Status
from rm_eval.pipeline import Audience, Role

READS: dict[Audience, str] = {
    "team": "The programme team reads",
    "internal": "Colleagues read",
    "public": "The public reads",
}
NO_FIGURES = "no figures"
HEARD = "What you heard, in your own words, without figures"
HEARD_HELP = (
    "Others read these words as they stand. Figures are put in for each reader, as far as they may "
    "see them."
)
WHO_HELP = "A role, such as programme team, EDI lead or line managers. Never a name."
STREAMS: dict[Role | Literal[""], str] = {
    "": "Everybody",
    "mentor": "Mentors only: they said it among themselves",
    "mentee": "Mentees only: they said it among themselves",
}
FROM_THE_START: list[Status] = ["planned", "under_way", "done", "dropped"]
LOOKED = "I have looked at these words. They name nobody and point at nobody."
NO_PROMISE = (
    "This check cannot know who will be recognised. Read the words as somebody who knows everybody "
    "who took part."
)


def write(draft: Draft, selection: Selection) -> None:
    """The form, with everything filled in that is known."""
    is_new = all(one.id != draft.action.id for one in decided.kept())
    st.header("Add an action" if is_new else "Change an action", anchor=False)
    action = draft.action
    if action.about is not None:
        action = replace(action, about=_ask_what_about(draft, action.about))
        _show_what_each_reads(action)
    changed = _ask(action, selection.asked_about)
    if changed is not None:
        written, looked = changed
        _keep(draft, written, selection.asked_about, looked=looked)
    if st.button("Do not keep it" if is_new else "Leave it as it was"):
        _leave(draft, "")


def _ask_what_about(draft: Draft, about: About) -> About:
    """Ask which answer, or which question of several; name it where there is no choice."""
    places = "; ".join(actions.places(about))
    st.markdown(f"**About:** {show.as_typed(about.title)} ({show.as_typed(places)})")
    if len(draft.choices) < 2:  # noqa: PLR2004 - nothing to choose
        return about
    names = list(draft.choices)
    now = next((name for name in names if draft.choices[name] == about), names[0])
    st.selectbox(
        "Which part of the chart is it about?",
        names,
        **state.tied("action_about", now, lambda name: _choose_about(draft, name)),
    )
    return draft.choices[now]


def _choose_about(draft: Draft, name: str) -> None:
    about = draft.choices[name]
    state.choose(draft=replace(draft, action=replace(draft.action, about=about)))


def _show_what_each_reads(action: Action) -> None:
    """What is put in for each reader: nothing has to be typed off a chart."""
    st.markdown("**You said** (put in for you, for each reader as they may see it)")
    for audience, who in READS.items():
        line = actions.line_of(action, decided.charts_of(audience), audience)
        told = " ".join(line.heard.told) or f"{NO_FIGURES}. {line.heard.why_not}"
        st.markdown(f"- {who}: {show.as_typed(told)}")


def _ask(action: Action, asked_about: tuple[Finding, ...]) -> tuple[Action, bool] | None:
    """The form itself; None until somebody wants to keep what stands in it."""
    with st.form(f"action_{action.id}"):
        words = _ask_words(action)
        how = _ask_how(action)
        has_looked = _ask_to_look(action, asked_about)
        if not st.form_submit_button("Keep this action", type="primary"):
            return None
    return replace(action, **words, **how), has_looked


def _ask_words(action: Action) -> dict[str, Any]:
    key, found = action.id, {}
    if action.about is None:
        found["occasion"] = st.selectbox(
            "How did you hear it?",
            list(actions.OCCASIONS),
            index=list(actions.OCCASIONS).index(action.occasion),
            format_func=lambda one: actions.OCCASIONS[one],
            key=f"occasion_{key}",
        )
        found["cohort"] = st.text_input(
            "Which cohort? (may be left empty)", action.cohort, key=f"cohort_{key}"
        )
    found["heard"] = st.text_area(
        f"{HEARD} (may be left empty)" if action.about else HEARD,
        action.heard,
        help=HEARD_HELP,
        key=f"heard_{key}",
    )
    found["decided"] = st.text_area("What you decided or did", action.decided, key=f"decided_{key}")
    found["who"] = st.text_input(
        "Who sees to it? A role, not a name", action.who, help=WHO_HELP, key=f"who_{key}"
    )
    return found


def _ask_how(action: Action) -> dict[str, Any]:
    key, found = action.id, {}
    found["step"] = st.selectbox(
        "At which step of the programme?",
        list(actions.STEPS),
        index=list(actions.STEPS).index(action.step),
        format_func=lambda one: actions.STEPS[one],
        key=f"step_{key}",
    )
    found["status"] = st.radio(
        "How far is it?",
        FROM_THE_START,
        index=FROM_THE_START.index(action.status),
        format_func=lambda one: actions.STATUSES[one],
        horizontal=True,
        key=f"status_{key}",
    )
    found["day"] = st.date_input(
        "By when, or on which day it was done (may be left empty)",
        action.day,
        min_value=date(2000, 1, 1),
        format="DD/MM/YYYY",
        key=f"day_{key}",
    )
    if action.about is None:
        found["stream"] = st.selectbox(
            "Who may read it, besides the team?",
            list(STREAMS),
            index=list(STREAMS).index(action.stream),
            format_func=lambda one: STREAMS[one],
            key=f"stream_{key}",
        )
    found["team_only"] = st.checkbox(
        "For the team only: leave it out of what others see",
        action.team_only,
        key=f"team_only_{key}",
    )
    return found


def _ask_to_look(action: Action, asked_about: tuple[Finding, ...]) -> bool:
    if not asked_about:
        return False
    st.warning("Please look at these words first. You can change them above.")
    st.markdown(
        "\n".join(
            f"- **{show.as_typed(one.words)}**: {show.as_typed(one.why)}" for one in asked_about
        )
    )
    st.markdown(NO_PROMISE)
    words = crc32("".join(one.words for one in asked_about).encode())
    return st.checkbox(LOOKED, key=f"looked_{action.id}_{words}")


def _keep(draft: Draft, action: Action, asked_about: tuple[Finding, ...], *, looked: bool) -> None:
    """Keep it, or ask about words that nobody was asked about yet."""
    found = actions.questions_about(action)
    if any(one not in asked_about for one in found) and not any(one.must_go for one in found):
        state.choose(asked_about=found)
        st.rerun()
    actions.keep(resources.store(), action, has_looked=looked, today=resources.today())
    state.choose(work=None)
    _leave(draft, "Action kept. Below is what each reader may see of it.")


def _leave(draft: Draft, done: str) -> None:
    state.choose(draft=None, asked_about=(), done=done, came_from=draft.back)
    st.rerun()


def offer_another(selection: Selection) -> None:
    """How to add an action: from a chart, or from what was heard otherwise."""
    st.header("Add an action", anchor=False)
    st.markdown(
        "Start from a chart: press “Add an action” under it, and what people said is filled in."
    )
    if resources.datasets():
        first = menu.OF_STAGE[resources.datasets()[0].scope.stage]
        st.page_link(first.file, label=f"Go to the {first.title.lower()} charts")
    else:
        st.page_link(menu.ADD_DATA.file, label="Add a survey export")
    with st.expander("It came from no chart, such as a focus group"):
        known = list(decided.organisations())
        name = selection.organisation if selection.organisation in known else ""
        organisation = st.text_input(
            "Organisation", name or next(iter(known), ""), key="action_organisation"
        ).strip()
        if any(decided.organisations().values()):
            st.markdown("An action of an organisation of your own clears the sample.")
        if st.button("Write it down") and organisation:
            sample = decided.organisations().get(organisation, False)
            begun = actions.blank(organisation, sample=sample)
            state.choose(draft=Draft(action=begun), done="", asked_about=())
            st.rerun()
