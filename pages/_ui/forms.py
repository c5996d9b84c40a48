"""Forms to send out: choose which, in whose words; copy it, or take it away."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial
from typing import get_args

import streamlit as st

from pages._ui import menu, papers, resources, show, state
from pages._ui.state import Selection
from rm_eval import pipeline
from rm_eval.programme import CHARACTERISTICS, CohortRecord
from rm_eval.questionnaire import SUBJECTS, Role, Stage, Subject, Words
from rm_eval.questionnaire.numbers import in_words
from rm_eval.report.forms import FORM_GAPS, Form, blank_workbook, wordings_of, write_form

STAGES: dict[Stage, str] = {
    "enrolment": "Before it begins (enrolment)",
    "training": "After the training",
    "end_of_cohort": "When the sessions are over (end of cohort)",
}
KINDS = ("reverse", "reciprocal")
SEVERAL = "Several of these, or something else"
MOST_SESSIONS = 60
USUAL_SESSIONS = 6
LONGEST = 60  # characters
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BEFORE_SENDING = """
- Keep the wording and the scales the same at the start and at the end. Only then can the two be
  compared.
- Mentors and mentees have forms of their own: they are asked different questions.
- Keep the question about the code in every form. It links what one person said at the start and at
  the end, without a name.
- Read the form through once. Your own words may need a small change to read well; the dashboard
  will ask about a question that was changed.
- Send “What happened to your answers” with it.
"""
GAPS = {
    "organisation": "Your organisation",
    "next_dates": "What comes next: dates of the training, the sessions and the next form",
    "support": "Whom people can talk to if a question upsets them",
    "other_formats": "Whom to ask for another format, such as large print",
    "who_to_ask": "Whom to ask: a name, an e-mail address, the data protection officer",
    "kept_until": "Until when answers are kept",
    "eia_date": "Date of the equality impact assessment of this form",
    "eia_reviewer": "Who reviewed it (a role, not a name)",
}
ANSWERS = (
    "This is about the questions. Of the answers to choose from, the areas of work and what people "
    "need are the report’s. How people found out, and the benefits to put in order, stood in "
    "pictures that are lost: those answers are ours."
)


def choose(selection: Selection) -> Form:
    """Ask which form, and what the programme is about; return it."""
    stage: Stage = st.radio(
        "When is it filled in?",
        get_args(Stage),
        format_func=STAGES.__getitem__,
        **_kept(selection, "stage", "enrolment"),
    )
    role: Role = st.radio(
        "Who fills it in?",
        get_args(Role),
        format_func=lambda role: f"{role.capitalize()}s",
        horizontal=True,
        **_kept(selection, "role", "mentor"),
    )
    names = [*(one.name for one in SUBJECTS), SEVERAL]
    record = _last_cohort()
    name = st.selectbox(
        "What is the programme about?",
        names,
        **_kept(selection, "subject", _about(record) if record else names[0]),
    )
    if record:
        said = f"Filled in at first from what “{menu.PROGRAMME.title}” says of {record.cohort}."
        st.markdown(show.as_typed(said))
    subject = next((one for one in SUBJECTS if one.name == name), None)
    words = _choose_words(selection, subject, _as_described(record, name))
    return write_form(stage, role, words, papers.filled(selection))


def _last_cohort() -> CohortRecord | None:
    """The latest cohort of one's own that says whom it is about."""
    records = pipeline.cohort_records_of(resources.store())
    own = [one for one in records if not one.sample and one.characteristic]
    return own[-1] if own else None


def _about(record: CohortRecord) -> str:
    return SEVERAL if record.others else _subjects(record)[0].name


def _subjects(record: CohortRecord) -> list[Subject]:
    named = [CHARACTERISTICS[one] for one in (record.characteristic, *record.others) if one]
    return [one for name in named for one in SUBJECTS if one.name == name]


def _as_described(record: CohortRecord | None, name: str) -> dict[str, object]:
    """What the cohort's record says for the slots, if the form is about the same."""
    if record is None or name != _about(record):
        return {}
    about = " and ".join(one.characteristic for one in _subjects(record))
    whom = record.community or " and ".join(one.community for one in _subjects(record))
    return {
        "about": about,
        "whom": whom,
        "kind": record.kind,
        "sessions": record.sessions or USUAL_SESSIONS,
    }


def _choose_words(
    selection: Selection, subject: Subject | None, described: Mapping[str, object]
) -> Words:
    """Ask for the words themselves; what was typed for another subject does not stay."""
    name = subject.name if subject else SEVERAL
    usual = {
        "about": subject.characteristic if subject else "",
        "whom": subject.community if subject else "",
        "kind": KINDS[0],
        "sessions": USUAL_SESSIONS,
    } | dict(described)
    with st.expander("Use your own words", expanded=subject is None):
        about = st.text_input(
            "What it is about, such as “race and disability”",
            max_chars=LONGEST,
            **_kept(selection, f"about {name}", usual["about"]),
        )
        whom = st.text_input(
            "Whom it is about, such as “BAME and disabled” (for “… colleagues”)",
            max_chars=LONGEST,
            **_kept(selection, f"whom {name}", usual["whom"]),
        )
        kind = st.radio(
            "What you call it",
            KINDS,
            format_func=lambda kind: f"{kind.capitalize()} mentoring",
            horizontal=True,
            **_kept(selection, "kind", usual["kind"]),
        )
        sessions = st.number_input(
            "How many sessions are planned",
            min_value=1,
            max_value=MOST_SESSIONS,
            **_kept(selection, "sessions", usual["sessions"]),
        )
    return {
        "characteristic": about,
        "community": whom,
        "mentoring": kind,
        "sessions": in_words(int(sessions)),
    }


def fill_in(form: Form) -> None:
    """Ask for what only the organisation knows."""
    empty = sum(form.gaps[gap] == mark for gap, mark in FORM_GAPS.items())
    left = f"{show.count(empty, 'gap')} left" if empty else "all filled in"
    with st.expander(f"Fill in what only you know ({left})"):
        papers.fill_in(
            {gap: said for gap, said in form.gaps.items() if said != FORM_GAPS[gap]}, GAPS
        )
        st.markdown("What you type here is not kept when you close the page.")


def offer(form: Form) -> None:
    """The form three ways: Word, a blank workbook, and text to copy."""
    name = form.title
    st.header(show.as_typed(name), anchor=False)
    with st.container(horizontal=True):
        st.download_button(
            "Download for Word",
            partial(_word, form),
            file_name=f"{form.name}.docx",
            mime=papers.WORD,
            type="primary",
            on_click="ignore",
        )
        st.download_button(
            "Download blank Excel file",
            partial(_excel, form),
            file_name=f"{form.name}.xlsx",
            mime=EXCEL,
            on_click="ignore",
        )
        st.download_button(
            "Download as plain text",
            partial(_text, form),
            file_name=f"{form.name}.txt",
            mime="text/plain",
            on_click="ignore",
        )
    st.markdown(
        "- **Word:** to print, to send, or to change.\n"
        "- **Excel:** to type in answers from paper, one row a person. Add the file on "
        f"“{menu.ADD_DATA.title}” as it is: every question is known.\n"
        "- **Text:** to copy into Microsoft Forms or another survey tool."
    )
    with st.expander("Copy the text"):
        st.code(form.text(), language=None, wrap_lines=True)


def say_before_sending() -> None:
    """What to mind, so that the answers can be used."""
    st.header("Before you send it", anchor=False)
    st.markdown(BEFORE_SENDING)
    st.page_link(menu.YOUR_ANSWERS.file, label=f"{menu.YOUR_ANSWERS.title}: read it and send it")


def show_wordings(form: Form) -> None:
    """Where each wording comes from, in plain words."""
    st.header("Where each wording comes from", anchor=False)
    every = wordings_of(form)
    show.show_table(
        {
            "Question": [f"{one.number}. {one.wording}" for one in every],
            "Where it comes from": [one.comes_from for one in every],
        }
    )
    st.markdown(ANSWERS)


def _kept(selection: Selection, name: str, usual: object) -> dict[str, object]:
    """Tie a widget to what was chosen for the forms."""
    return state.tied(
        f"form_{name}", selection.form.get(name, usual), partial(state.choose_form, name)
    )


def _word(form: Form) -> bytes:
    return form.document().docx()


def _excel(form: Form) -> bytes:
    return blank_workbook(form, made_on=datetime.now(UTC).date())


def _text(form: Form) -> bytes:
    return form.text().replace("\n", "\r\n").encode("utf-8-sig")
