"""Add a sheet of themes: choose the file, then say of which occasion it is."""

from typing import get_args

import streamlit as st

from pages._ui import resources, show, state
from pages._ui.state import Selection
from rm_eval import gathered
from rm_eval.gathered import KINDS, Counted, Occasion, ThemeSheet
from rm_eval.pipeline import Upload

MOST_MB = 10
HOW = (
    "Write one theme in each row, under these headings: **Theme**, **Role** (mentors, mentees or "
    "both), **Mentions**, **Quote**, **Consent**. A quote is kept only where Consent says yes, for "
    "those very words. Do not write who said it."
)
COUNTED: dict[Counted, str] = {
    "people": "How many people spoke of it",
    "times": "How many times it was named",
    "unknown": "We do not know",
}
ANOTHER = ("", "")
NONE = ""


def offer(selection: Selection) -> None:
    """The box for a sheet, or the questions about the sheet that was read."""
    st.header("Add a sheet of themes", anchor=False)
    if selection.sheet is None:
        _choose(selection)
    else:
        _show(selection.sheet)
        _ask(selection.sheet)
        st.button("Choose another file", on_click=_put_back)


def _choose(selection: Selection) -> None:
    st.markdown(HOW)
    st.download_button(
        "Download an empty sheet",
        gathered.empty_sheet,
        file_name="themes.csv",
        mime="text/csv",
        on_click="ignore",
    )
    upload = st.file_uploader(
        "Sheet of themes: Excel (.xlsx), CSV or text, up to 10 MB",
        max_upload_size=MOST_MB,
        key=f"sheet_{selection.n_files}",
    )
    if upload is not None:
        sheet = gathered.read_theme_sheet(Upload(name=upload.name, content=upload.getvalue()))
        state.choose(sheet=sheet, n_files=selection.n_files + 1, done="")
        st.rerun()


def _show(sheet: ThemeSheet) -> None:
    st.subheader(show.as_typed(sheet.upload_name), anchor=False)
    quotes = show.count(sheet.n_quotes, "quote")
    st.markdown(f"{show.count(len(sheet.rows), 'row')} read, {quotes} with consent.")
    if sheet.notices:
        st.info("\n\n".join(show.as_typed(notice.message) for notice in sheet.notices))
    with st.expander("See the themes we read"):
        show.show_table(
            {
                "Theme": [row.theme for row in sheet.rows],
                "Who": [row.role or "not said" for row in sheet.rows],
                "Mentions": [
                    "" if row.mentions is None else str(row.mentions) for row in sheet.rows
                ],
            }
        )


def _number(mentions: int | None) -> str:
    return "" if mentions is None else str(mentions)


def _ask(sheet: ThemeSheet) -> None:
    own = [dataset.scope for dataset in resources.datasets() if not dataset.sample]
    cohorts = list(dict.fromkeys((scope.organisation, scope.cohort) for scope in own))
    whose = st.selectbox(
        "Which cohort was it?",
        [*cohorts, ANOTHER],
        format_func=lambda one: ", ".join(one) if one != ANOTHER else "Another cohort",
    )
    with st.form("gathering", border=False):
        if whose == ANOTHER:
            whose = st.text_input("Organisation"), st.text_input("Cohort")
        kind = st.radio("What was it?", list(KINDS), format_func=lambda one: KINDS[one])
        held_on = st.date_input("When was it? (optional)", value=None, format="DD/MM/YYYY")
        there = {
            "mentor": st.number_input("How many mentors were there?", 0, 1000, 0, 1),
            "mentee": st.number_input("How many mentees were there?", 0, 1000, 0, 1),
        }
        counted = st.radio(
            "What do the mentions count?",
            get_args(Counted),
            index=get_args(Counted).index(sheet.counted),
            format_func=lambda one: COUNTED[one],
        )
        question = _ask_question()
        if st.form_submit_button("Keep this sheet", type="primary"):
            occasion = Occasion(
                organisation=whose[0],
                cohort=whose[1],
                kind=kind,
                held_on=held_on,
                n_there={role: int(n) for role, n in there.items()},
                counted=counted,
                question=question,
            )
            _keep(sheet, occasion)


def _ask_question() -> str:
    asked = {one.id: one.short or one.wording for one in gathered.all_questions()}
    return st.selectbox(
        "Which survey question does it help to explain? (optional)",
        [NONE, *asked],
        format_func=lambda key: asked.get(key, "None: show it on this page only"),
    )


def _keep(sheet: ThemeSheet, occasion: Occasion) -> None:
    notices = gathered.keep_sheet(resources.store(), sheet, occasion)
    said = " ".join(("This sheet of themes is kept.", *(notice.message for notice in notices)))
    state.choose(sheet=None, done=said, work=None)
    st.rerun()


def _put_back() -> None:
    state.choose(sheet=None)
