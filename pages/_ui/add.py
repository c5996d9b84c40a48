"""The two steps of Add data: choose a file; check what we make of it and use it."""

from typing import get_args

import streamlit as st

from pages._ui import menu, resources, show, state
from pages._ui.state import Selection
from rm_eval import pipeline
from rm_eval.errors import NotAllowed
from rm_eval.pipeline import TOOL_NAMES, Look, Match, Role, Scope, Stage, Upload

MOST_MB = 10
STAGES: dict[Stage, str] = {
    "enrolment": "Enrolment",
    "training": "Training",
    "end_of_cohort": "End of cohort",
}
TYPES = {
    "scale": "Score on a scale",
    "likert": "Agree or disagree",
    "single_choice": "Choose one",
    "multiple_choice": "Tick all that apply",
    "ranking": "Put in order",
    "yes_no": "Yes or no",
    "number": "Number",
    "date": "Date",
    "free_text": "Own words",
}


def choose_file(selection: Selection) -> None:
    """Step 1: an upload box; what was read waits in the selection, its bytes are gone."""
    if selection.done:
        st.success(show.as_typed(selection.done))
        if st.button("See the enrolment charts", type="primary"):
            st.switch_page(menu.ENROLMENT.file)
    st.markdown(
        "Add one file at a time, just as your survey tool exported it: one row for each person. "
        "There is no need to tidy it first, and names and e-mail addresses are dropped for you."
    )
    # No `type`: the browser would refuse a PDF without a word; the library says what to do instead.
    upload = st.file_uploader(
        "Survey export: Excel (.xlsx) or CSV, up to 10 MB",
        max_upload_size=MOST_MB,
        key=f"file_{selection.n_files}",
    )
    with st.expander("My workbook has more than one sheet"):
        sheet = st.text_input("Name of the sheet with the answers")
    if upload is None:
        return
    with st.status("Reading your file…") as status:
        look = pipeline.look_at(
            Upload(name=upload.name, content=upload.getvalue()), sheet=sheet.strip() or None
        )
        status.update(label="Your file was read", state="complete")
    state.choose(look=look, n_files=selection.n_files + 1, done="")
    st.rerun()


def review(selection: Selection, look: Look) -> None:
    """Step 2: what this is, what is asked, what was changed; then use it."""
    recognition = look.recognition
    st.header("We think this is", anchor=False)
    st.markdown(
        f"**{', '.join(_what_it_is(look))}**, {show.as_typed(look.raw.why)}.\n\n"
        f"File: {show.as_typed(look.raw.upload_name)}"
    )
    _say_why(look)
    for notice in (*look.raw.notices, *recognition.notices):
        st.info(show.as_typed(notice.message))
    st.button("Choose another file", on_click=_put_back)
    with st.form("use", border=False):
        scope, role, n_sent = _ask(selection, look)
        show_questions(look)
        st.header("What we changed", anchor=False)
        show.show_receipt(look)
        if any(dataset.sample for dataset in resources.datasets()):
            st.markdown("Using this clears the sample data: the two are never mixed.")
        if st.form_submit_button("Use this data", type="primary"):
            _use(look, scope, role, n_sent)


def _what_it_is(look: Look) -> list[str]:
    recognition = look.recognition
    rows = len(look.raw.cells)
    return [
        TOOL_NAMES[look.raw.survey_tool],
        STAGES[recognition.stage].lower() if recognition.stage else "stage not known",
        f"{recognition.role}s" if recognition.role else "mentors or mentees not known",
        f"{rows} row" if rows == 1 else f"{rows} rows",
    ]


def _say_why(look: Look) -> None:
    recognition = look.recognition
    stage = STAGES[recognition.stage] if recognition.stage else ""
    role = f"{recognition.role}s".capitalize() if recognition.role else ""
    unknown = []
    for found, what, why in (
        (stage, "when it was filled in", recognition.stage_why),
        (role, "who filled it in", recognition.role_why),
    ):
        if found:
            st.markdown(show.as_typed(f"{found}: {why}."))
        else:
            unknown.append(show.as_typed(f"We cannot tell {what}, {why}. Choose below."))
    if unknown:
        st.warning("\n\n".join(unknown))


def _ask(selection: Selection, look: Look) -> tuple[Scope | None, Role | None, int | None]:
    recognition = look.recognition
    stages, roles = list(STAGES), list(get_args(Role))
    stage = st.selectbox(
        "When was it filled in?",
        stages,
        index=stages.index(recognition.stage) if recognition.stage else None,
        format_func=lambda one: STAGES[one],
        placeholder="We cannot tell. Choose one.",
    )
    role = st.selectbox(
        "Who filled it in?",
        roles,
        index=roles.index(recognition.role) if recognition.role else None,
        format_func=lambda one: f"{one.capitalize()}s",
        placeholder="We cannot tell. Choose one.",
        key="role",
    )
    organisation = st.text_input(
        "Organisation",
        value=_organisation(selection),
        placeholder="Such as your trust’s name",
        key="organisation",
    )
    cohort = st.text_input("Cohort", value=selection.cohort or "Cohort 1")
    n_sent = st.number_input(
        "How many people were sent this form? (optional)", min_value=1, value=None, step=1
    )
    names = organisation.strip(), cohort.strip()
    scope = None
    if stage and all(names):
        scope = Scope(organisation=names[0], cohort=names[1], stage=stage)
    return scope, role, n_sent


def _organisation(selection: Selection) -> str:
    own = [d.scope.organisation for d in resources.datasets() if not d.sample]
    return selection.organisation or (own[0] if own else "")


def show_questions(look: Look) -> None:
    """The questions of the file; those to be checked stand open."""
    matches = look.recognition.matches
    st.header("Questions we found", anchor=False)
    known = sum(match.question.known for match in matches)
    st.markdown(f"We know {known} of the {len(matches)} questions in this file.")
    doubtful = [match for match in matches if pipeline.how_sure(match) == "please check"]
    if doubtful:
        st.markdown("**Please check these:**")
        _show_matches(look, doubtful)
    if len(doubtful) < len(matches):
        with st.expander(f"See all {len(matches)} questions"):
            _show_matches(look, list(matches))


def _show_matches(look: Look, matches: list[Match]) -> None:
    found = pipeline.describe_look(look)["questions"]
    answered = {question["columns"][0]: question["n_answered"] for question in found}
    show.show_table(
        {
            "Question": [match.heading for match in matches],
            "Kind": [TYPES[match.question.type] for match in matches],
            "Answered": [str(answered[match.columns[0]]) for match in matches],
            "How sure": [pipeline.how_sure(match) for match in matches],
            "Why": [match.why for match in matches],
        }
    )


def _use(look: Look, scope: Scope | None, role: Role | None, n_sent: int | None) -> None:
    if scope is None or role is None:
        raise NotAllowed(
            "Say when it was filled in, who filled it in, the organisation and the cohort. "
            "Nothing was kept yet.",
            code="role_unknown",
        )
    pipeline.keep(resources.store(), look, scope=scope, role=role, n_sent=n_sent)
    summary = pipeline.receipt(look)
    state.choose(
        look=None,
        organisation=scope.organisation,
        cohort=scope.cohort,
        done=f"Added: {show.count(summary.ready, role)} of {scope.organisation}, {scope.cohort}. "
        f"{show.count(summary.left_out, 'answer')} left out, "
        f"{show.count(summary.set_aside, 'row')} set aside.",
    )
    st.rerun()


def _put_back() -> None:
    state.choose(look=None)
