"""What was said at focus groups and events: on a page of its own, and beside survey charts."""

from collections.abc import Sequence

import streamlit as st

from pages._ui import acting, resources, show, state
from pages._ui.gathered import clearing
from pages._ui.state import Selection
from rm_eval import gathered
from rm_eval.gathered import Gathering, Said
from rm_eval.pipeline import AUDIENCES, Audience, Role, Scope

ABOUT = (
    "Focus groups, communities of practice and celebration events tell in words what forms cannot. "
    "Add the themes somebody wrote down. They are shown apart from the surveys and never counted "
    "with them."
)
REPORTS: dict[Role | None, str] = {
    None: "Everybody (nothing that one role said on its own)",
    "mentor": "Mentors: a report with what mentors said, and nothing of mentees",
    "mentee": "Mentees: a report with what mentees said, and nothing of mentors",
}
TEAM = "Everything is shown. This view is for the programme team only: do not pass it on."
QUOTED = "**In people’s own words**"


def show_page(selection: Selection) -> None:
    """Everything kept, for one audience, with a report to download."""
    st.markdown(ABOUT)
    if selection.done:
        st.success(show.as_typed(selection.done))
    every = _kept()
    if not every:
        st.markdown("Nothing has been added yet.")
        return
    audience, report_to = _for_whom(selection)
    said = gathered.said_at(resources.store(), every, audience=audience, report_to=report_to)
    if report_to:
        said = tuple(one for one in said if report_to in one.gathering.roles)
    for one in said:
        _show_one(one, audience)
    _offer_report(said, audience, report_to)


def show_beside(scope: Scope, question: str, audience: Audience) -> None:
    """Under a survey question: what was said of it in rooms, if any of it may be shown."""
    if resources.pool_of(scope):
        return
    here = [
        one
        for one in _kept()
        if (one.organisation, one.cohort) == (scope.organisation, scope.cohort)
        and one.question == question
    ]
    for one in gathered.said_at(resources.store(), here, audience=audience, report_to=None):
        if not one.themes.rows.empty:
            with st.container(border=True):
                st.markdown(f"**{show.as_typed(_title(one.gathering, audience))}**")
                _show_words(one)


def _kept() -> Sequence[Gathering]:
    """Sample and own are never shown together."""
    every = gathered.kept_gatherings(resources.store())
    return [one for one in every if not one.sample] or every


def _for_whom(selection: Selection) -> tuple[Audience, Role | None]:
    audience: Audience = st.radio(
        "Who will see this?",
        list(AUDIENCES),
        format_func=lambda one: AUDIENCES[one],
        **state.tied("audience", selection.audience, lambda chosen: state.choose(audience=chosen)),
    )
    if audience == "team":
        st.markdown(f"**{TEAM}**")
    if audience != "internal":
        return audience, None
    report_to = st.radio(
        "Who is this report for?", list(REPORTS), format_func=lambda one: REPORTS[one]
    )
    return audience, report_to


def _title(gathering: Gathering, audience: Audience) -> str:
    if audience == "team":
        return gathered.gathering_title(gathering)
    return gathered.gathering_title_for_others(gathering)


def _show_one(said: Said, audience: Audience) -> None:
    gathering = said.gathering
    st.header(show.as_typed(_title(gathering, audience)), anchor=False)
    st.markdown(show.as_typed(f"{gathering.organisation}, {gathering.cohort}"))
    _show_words(said)
    if audience == "team":
        clearing.offer(said)
        acting.offer_from_event(gathering)


def _show_words(said: Said) -> None:
    st.markdown(show.as_typed(gathered.no_survey_note(said.gathering)))
    if not said.themes.rows.empty:
        show.show_table(gathered.said_table(said.themes))
    for note in gathered.said_notes(said.themes):
        st.markdown(show.as_typed(note))
    quotes = gathered.quotations(said.quotes)
    if quotes:
        st.markdown(QUOTED)
        for quote in quotes:
            st.markdown(f"> {show.as_typed(quote)}")


def _offer_report(said: Sequence[Said], audience: Audience, report_to: Role | None) -> None:
    if not said:
        st.markdown("Nobody of that role was at any of them.")
        return
    title = f"What {report_to}s said" if report_to else "What was said at focus groups and events"
    whose = f"for_{report_to}s" if report_to else audience
    st.download_button(
        "Download as text",
        gathered.report_text(said, title=title, report_to=report_to).encode(),
        file_name=f"focus_groups_and_events_{whose}.txt",
        mime="text/plain",
        on_click="ignore",
    )
