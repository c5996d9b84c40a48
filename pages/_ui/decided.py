"""You said, we did: the actions of an organisation as each audience reads them, and downloads."""

from collections.abc import Iterable
from typing import Literal

import streamlit as st

from pages._ui import papers, resources, show, state
from pages._ui.draft import Draft
from pages._ui.papers import WORD
from pages._ui.state import Selection
from rm_eval import actions, pipeline
from rm_eval.actions import Action, ChartsOf, Line, Sheet
from rm_eval.errors import ForTheReader
from rm_eval.pipeline import AUDIENCES, Audience, Chart, Role, Scope

READERS: dict[Role | Literal[""], str] = {
    "": "Mentors and mentees",
    "mentor": "Mentors alone",
    "mentee": "Mentees alone",
}


def charts_of(audience: Audience) -> ChartsOf:
    """Look up what an audience may see, as the results pages do."""

    def found(scope: Scope) -> tuple[Chart, ...] | None:
        try:
            return tuple(drawn.chart for drawn in resources.findings(scope, audience))
        except ForTheReader:
            return None

    return found


def kept() -> tuple[Action, ...]:
    """The actions that belong to what is loaded: the sample's are never shown with others."""
    every = actions.kept_actions(resources.store())
    datasets = resources.datasets()
    is_sample = bool(datasets) and all(one.sample for one in datasets)
    return tuple(one for one in every if one.sample == is_sample)


def organisations() -> dict[str, bool]:
    """Everybody that has answers, a card or actions here, and whether they are of the sample."""
    every = (
        *((one.scope.organisation, one.sample) for one in resources.datasets()),
        *((one.organisation, one.sample) for one in pipeline.programme_cards(resources.store())),
        *((one.organisation, one.sample) for one in kept()),
    )
    return dict(every)


def choose_organisation(selection: Selection, names: Iterable[str]) -> str:
    """Ask whose actions, where there are several."""
    every = sorted(set(names))
    now = selection.organisation if selection.organisation in every else every[0]
    if len(every) > 1:
        st.selectbox(
            "Organisation",
            every,
            **state.tied("actions_of", now, lambda one: state.choose(organisation=one)),
        )
    return now


def choose_audience(selection: Selection) -> None:
    """Ask who will read it: the figures in it are made anew for each."""
    st.radio(
        "Who will see this?",
        list(AUDIENCES),
        format_func=lambda audience: AUDIENCES[audience],
        **state.tied("audience", selection.audience, lambda chosen: state.choose(audience=chosen)),
    )


def choose_reader(every: Iterable[Action], audience: Audience) -> Role | Literal[""]:
    """Ask which role reads it, where one said something among themselves."""
    if audience == "team" or not any(one.stream for one in every):
        return ""
    return st.radio("Printed for", list(READERS), format_func=lambda one: READERS[one])


def sheet_of(
    organisation: str, every: tuple[Action, ...], audience: Audience, reader: Role | Literal[""]
) -> Sheet:
    """Put the actions of one organisation in words for one audience."""
    mine = [one for one in every if one.organisation == organisation]
    return Sheet(
        organisation=organisation,
        audience=audience,
        reader=reader,
        lines=actions.lines_of(mine, charts_of(audience), audience, reader),
        sample=any(one.sample for one in mine),
        made_on=resources.today(),
    )


def show_sheet(sheet: Sheet) -> None:
    """Every action in a box of its own."""
    if not sheet.lines:
        st.markdown(actions.NONE_YET)
    for line in sheet.lines:
        with st.container(border=True):
            _show(line)
            if sheet.audience == "team":
                _offer_changes(line)
    if sheet.audience != "team":
        st.button("Change or delete actions (programme team only)", on_click=state.choose_team)
    if sheet.lines:
        st.markdown("\n\n".join(show.as_typed(note) for note in sheet.notes[1:]))


def _show(line: Line) -> None:
    st.subheader(show.as_typed(line.title), anchor=False)
    st.markdown(f"**You said:** {show.as_typed(' '.join(line.said))}")
    st.markdown(f"**{line.we_did}:** {show.as_typed(line.did)}")
    who = show.as_typed(line.who_and_when)
    st.markdown(f"**Who:** {who}. **How far:** {show.as_typed(line.how_far)}.")
    st.markdown(f"**Where we heard it:** {show.as_typed(line.source)}.")


def _offer_changes(line: Line) -> None:
    """What the team may do with an action, and what only the team is told of it."""
    action = line.action
    if line.heard.why_not:
        st.markdown(show.as_typed(line.heard.why_not))
    if action.team_only:
        st.markdown("For the team only: left out of what others see.")
    elif action.stream:
        st.markdown(
            f"Said by {action.stream}s among themselves: printed for {action.stream}s only."
        )
    with st.container(horizontal=True):
        if st.button("Change", key=f"change_{action.id}"):
            state.choose(draft=Draft(action=action), done="", asked_about=())
            st.rerun()
        with st.popover("Delete", key=f"delete_{action.id}"):
            st.markdown("This cannot be undone.")
            if st.button("Yes, delete it for good", key=f"deleted_{action.id}"):
                actions.delete_action(resources.store(), action.id)
                state.choose(done=f"Action deleted: {line.title}.", work=None)
                st.rerun()


def offer_downloads(sheet: Sheet) -> None:
    """The same words to print, to paste, and as a table."""
    st.header("Print it or send it", anchor=False)
    st.markdown(f"For: {AUDIENCES[sheet.audience]}. Open the page to print in any browser.")
    files = {
        "Download the page to print": ("html", sheet.html(), "text/html"),
        "Download for Word": ("docx", sheet.docx(), WORD),
        "Download as plain text": ("txt", sheet.text(), "text/plain"),
        "Download as a table (CSV)": ("csv", sheet.csv(), "text/csv"),
    }
    papers.offer_files(sheet.file_name, files)
