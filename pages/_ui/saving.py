"""Save my work and open saved work: one encrypted file, in every mode."""

from datetime import date

import streamlit as st

from pages._ui import resources, show, state
from pages._ui.state import Selection
from rm_eval import pipeline
from rm_eval.pipeline import NotAllowed, Opened

ABOUT = (
    "One file with every cleaned answer you have added. It holds people’s answers, so keep it as "
    "carefully as the survey itself. It opens only with your passphrase, which nobody can recover."
)
MOST_MB = 200


def offer_saving(selection: Selection) -> None:
    """Ask for a passphrase twice, then give the file."""
    with st.expander("Save my work"):
        st.markdown(ABOUT)
        with st.form("save_work", border=False, clear_on_submit=True):
            first = st.text_input("Passphrase, at least 12 characters", type="password")
            second = st.text_input("The same passphrase again", type="password")
            if st.form_submit_button("Prepare the file"):
                _prepare(first, second)
        if selection.work is not None:
            st.download_button(
                "Download my saved work",
                selection.work,
                file_name=f"reverse-mentoring_saved-work_{_today()}.json",
                mime="application/json",
                type="primary",
                on_click="ignore",
            )


def offer_opening(selection: Selection) -> None:
    """Bring back what was saved; what is here stays as it is."""
    with st.expander("Open saved work"), st.form(f"open_work_{selection.n_files}", border=False):
        upload = st.file_uploader("File of saved work", max_upload_size=MOST_MB)
        passphrase = st.text_input("Its passphrase", type="password")
        if st.form_submit_button("Open"):
            if upload is None:
                raise NotAllowed("Choose the file of saved work first.", code="no_file")
            resources.forget()
            _open(selection, upload.getvalue(), passphrase)


def _prepare(first: str, second: str) -> None:
    if first != second:
        raise NotAllowed(
            "The two passphrases differ. Type the same one twice. Nothing was saved.",
            code="passphrases_differ",
        )
    state.choose(work=pipeline.write_saved_work(resources.store(), first))
    st.rerun()


def _open(selection: Selection, content: bytes, passphrase: str) -> None:
    opened = pipeline.open_saved_work(resources.store(), content, passphrase)
    if opened.datasets or opened.n_beside:
        pipeline.clear_sample(resources.store())
    state.choose(done=_what_came_back(opened), n_files=selection.n_files + 1)
    st.rerun()


def _what_came_back(opened: Opened) -> str:
    files = show.count(len(opened.datasets), "file")
    said = [f"Opened: the answers of {files} are back."] if opened.datasets else []
    if opened.n_beside:
        what = "programme cards, dates of cohorts, actions, themes and shared figures"
        said.append(f"Of {what}, {opened.n_beside} are back.")
    said += [
        f"{one.organisation}, {one.cohort} was not opened: kept until {one.day}, and that day "
        "is past. Delete the file of saved work, too."
        for one in opened.past
    ]
    return " ".join(said) or "All of it was here already."


def _today() -> str:
    return date.today().isoformat()  # noqa: DTZ011 - the day where the server is
