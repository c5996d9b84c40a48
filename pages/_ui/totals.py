"""Totals of yes and no: a small table of cohorts, and the finished picture under it."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from pages._ui import menu, over_time, resources, show, state
from pages._ui.closing import SEE_ALL
from pages._ui.state import Selection
from rm_eval import pipeline, typed
from rm_eval.pipeline import AUDIENCES, Scope
from rm_eval.programme import Pause, read_when
from rm_eval.typed import Line

YES_OR_NO = "Yes or no: was it useful?"
COUNTS = "A table of answers, counted"
PERCENTAGES = "A table of percentages from a report"
KINDS = (YES_OR_NO, COUNTS, PERCENTAGES)
KIND, ORGANISATION = "totals_kind", "totals_organisation"
HEADINGS = ("Cohort", "Began (month, year)", "Who", "Took part", "Answered", "Said yes")
EXAMPLE = "Cohort 1, March 2018, mentees, 8, 6, 5\nCohort 2, September 2018, mentees, 8, 7, 7"
N_BLANK = 4
# Lines that stay here would go before the table the next time, and into another organisation.
PASTED, PAUSE = "pasted_lines", ("pause_since", "pause_until", "pause_why")
BEFORE_CLOSING = (
    "Others can be shown this once you close these cohorts. Check the numbers first: totals that "
    "others have been shown can hardly be changed, because two versions side by side could tell "
    "what one person said."
)


def announce(selection: Selection) -> None:
    """What was done last; what stood in boxes that are kept now is not kept again."""
    state.empty_now()
    if selection.done:
        st.success(show.as_typed(selection.done))


def choose_kind() -> str:
    """Ask what somebody has."""
    return str(st.radio("What do you have?", KINDS, key=KIND))


def ask_organisation(selection: Selection) -> str:
    """Ask whose totals these are."""
    own = [one.scope.organisation for one in resources.datasets() if not one.sample]
    likely = selection.organisation if selection.organisation in own else next(iter(own), "")
    state.prefill(ORGANISATION, likely)
    hint = "Such as your trust’s name"
    return st.text_input("Organisation", key=ORGANISATION, placeholder=hint).strip()


def ask_useful(selection: Selection) -> None:
    """The table of cohorts, and the picture once there is one."""
    organisation = ask_organisation(selection)
    store = resources.store()
    kept = typed.typed_lines(store, organisation) if organisation else ()
    st.markdown(
        "**“Did you find reverse mentoring useful?”** One line for each cohort. Give mentors and "
        "mentees a line each where you counted them apart; choose “both together” where you did "
        "not."
    )
    with st.form("useful", border=False):
        rows = _table(kept, organisation)
        with st.expander("Or paste lines from a spreadsheet"):
            st.markdown(f"{', '.join(HEADINGS)}: six cells a line, parted by commas or tabs.")
            pasted = st.text_area("Lines", placeholder=EXAMPLE, key=PASTED)
        with st.expander("Was there a pause?"):
            since = st.text_input("The pause began (month, year)", key=PAUSE[0])
            until = st.text_input("It ended (month, year)", key=PAUSE[1])
            why = st.text_input("What was it for? (optional)", key=PAUSE[2])
        used = st.form_submit_button("Use these totals", type="primary")
    if kept:
        st.markdown("A line taken out here is still kept. To delete it, go to Start.")
    if used:
        lines = typed.read_lines(pasted) if pasted.strip() else _lines(rows)
        pause = Pause(since=read_when(since), until=read_when(until), why=why.strip())
        _keep(organisation, lines, pause)
    if kept:
        _show_picture(selection, organisation, len(kept))


def _table(kept: Sequence[Line], organisation: str) -> list[dict[str, Any]]:
    start = len(kept) + 1
    blank = [Line(cohort=f"Cohort {at}") for at in range(start, start + N_BLANK)]
    lines = [*kept, *([] if kept else blank)]
    rows = [dict(zip(HEADINGS, _cells(line), strict=True)) for line in lines]
    number = st.column_config.NumberColumn(min_value=0, step=1)
    found: list[dict[str, Any]] = st.data_editor(
        rows,
        num_rows="dynamic",
        hide_index=True,
        column_config={
            "Who": st.column_config.SelectboxColumn(options=list(typed.WHO), required=True),
            **dict.fromkeys(HEADINGS[3:], number),
        },
        placeholder="",
        alt="Cohorts, one a line, with how many took part, answered and said yes",
        # Of an organisation without totals the same table, so that its name can be typed last.
        key=f"lines_{organisation if kept else ''}_{len(kept)}",
    )
    return found


def _cells(line: Line) -> tuple[object, ...]:
    counts = (line.took_part, line.answered, line.said_yes)
    return line.cohort, line.began, line.who, *counts


def _lines(rows: Sequence[dict[str, Any]]) -> tuple[Line, ...]:
    texts = [[row.get(name) for name in HEADINGS] for row in rows]
    return tuple(
        Line(
            cohort=str(cohort or ""),
            began=str(began or ""),
            who=str(who or "mentees"),
            took_part=_whole(took_part),
            answered=_whole(answered),
            said_yes=_whole(said_yes),
        )
        for cohort, began, who, took_part, answered, said_yes in texts
    )


def _whole(cell: float | None) -> int | None:
    return None if cell is None or cell != cell else int(cell)  # noqa: PLR0124 - no number


def _keep(organisation: str, lines: Sequence[Line], pause: Pause) -> None:
    resources.forget()
    scopes = typed.keep_lines(resources.store(), organisation, lines, pause=pause)
    state.choose(
        organisation=organisation,
        cohort=scopes[-1].cohort,
        stage=scopes[-1].stage,
        audience="team",
        work=None,
        done=f"Kept: the totals of {show.count(len(scopes), 'cohort')} of {organisation}.",
    )
    state.empty_next((PASTED, *PAUSE))
    st.rerun()


def _show_picture(selection: Selection, organisation: str, n_lines: int) -> None:
    """The finished picture, for whoever will see it."""
    scopes = list(
        dict.fromkeys(
            one.scope
            for one in resources.datasets()
            if one.scope.organisation == organisation and one.scope.stage == "end_of_cohort"
        )
    )
    st.header("Your picture", anchor=False)
    st.radio(
        "Who will see this?",
        list(AUDIENCES),
        format_func=lambda audience: AUDIENCES[audience],
        **state.tied("audience", selection.audience, lambda chosen: state.choose(audience=chosen)),
    )
    still_open = [one for one in scopes if not pipeline.is_closed(resources.store(), one)]
    if still_open:
        _offer_closing(selection, still_open)
    if over_time.show_useful(scopes[0], selection.audience):
        show.say_how_to_save()
    elif (n_lines and len(still_open) < len(scopes)) or selection.audience == "team":
        _show_one(scopes[0], selection)
    st.page_link(menu.END_OF_COHORT.file, label="See each cohort on the page End of cohort")


def _show_one(scope: Scope, selection: Selection) -> None:
    """The chart of a single cohort."""
    for drawn in resources.findings(scope, selection.audience):
        if drawn.chart.id == typed.USEFUL:
            show.show_chart(drawn, level=3)


def _offer_closing(selection: Selection, scopes: Sequence[Scope]) -> None:
    st.markdown(BEFORE_CLOSING)
    with st.container(horizontal=True):
        if st.button(f"Close {show.count(len(scopes), 'cohort')}, to show others"):
            for scope in scopes:
                pipeline.close_stage(resources.store(), scope)
            state.choose(done=f"Closed: {show.count(len(scopes), 'cohort')}.")
            st.rerun()
        if selection.audience != "team":
            st.button(SEE_ALL, on_click=state.choose_team)
