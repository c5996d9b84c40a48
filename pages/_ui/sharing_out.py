"""A share file: whose figures, for whom, exactly what leaves, and then the download."""

from collections.abc import Sequence

import streamlit as st

from pages._ui import menu, resources, show, state
from pages._ui.compare.audience import ForWhom
from pages._ui.state import Selection
from rm_eval import sharing
from rm_eval.sharing import Preview, Shared

PICTURES, FILE = "Pictures and a report", "A file to share figures with others"
FOR: dict[ForWhom, str] = {
    "internal": "Our region: it can compare organisations, and may make public pictures",
    "public": "Anybody, such as a website or an FOI answer: it holds less",
}
ABOUT = (
    "A share file lets your region, or another organisation, see your figures beside theirs. It "
    "holds what colleagues are shown of your closed stages, and nobody’s answers. You see below "
    "every line that leaves before you download it."
)
NOTHING_CLOSED = (
    "No stage of {name} is closed, so no figures can leave. Close one on its results page first."
)
WHAT_NEXT = (
    "Send it as you would send a report: it goes no further by itself. What has been sent cannot "
    "be called back. The checksum in it shows whether it was damaged on its way, not who made it."
)
SHOW_TEXT = "Show the file as text"


def is_wanted(selection: Selection) -> bool:
    """Ask what is to be made here."""
    return bool(
        st.radio(
            "What do you want to make?",
            [False, True],
            format_func=lambda wanted: FILE if wanted else PICTURES,
            **state.tied("sharing", selection.sharing, lambda one: state.choose(sharing=one)),
        )
    )


def offer() -> None:
    """Choose, look through what leaves, download."""
    st.markdown(ABOUT)
    here = sharing.organisations_here(resources.store())
    if not here:
        st.markdown("No answers have been added yet, so there is nothing to share.")
        st.page_link(menu.ADD_DATA.file, label="Add a survey export")
        return
    whose = st.selectbox("Whose figures?", here) if len(here) > 1 else here[0]
    whom: ForWhom = st.radio("Who is the file for?", list(FOR), format_func=lambda one: FOR[one])
    shared = resources.shared(whose, whom)
    if not shared.stages:
        st.info(show.as_typed(NOTHING_CLOSED.format(name=whose)))
        return
    content = sharing.write_share_file(shared)
    _say_what_leaves(sharing.preview_of(shared), content)
    _download(shared, content)


def _say_what_leaves(preview: Preview, content: bytes) -> None:
    st.header("What leaves, and what stays", anchor=False)
    st.markdown(f"**{preview.sentence}**")
    for one in preview.stages:
        n_leave = show.count(len(one.leaves), "figure")
        n_stay = show.count(len(one.stays), "group")
        verb = "leaves" if len(one.leaves) == 1 else "leave"
        stays = "stays" if len(one.stays) == 1 else "stay"
        with st.expander(show.as_typed(f"{one.title}: {n_leave} {verb}, {n_stay} {stays}")):
            if one.leaves:
                _table(sharing.BY_QUESTION, one.by_question)
            else:
                st.markdown("No figure of this stage leaves.")
            if one.notes:
                st.markdown("**Sentences that go with them**")
                _table(sharing.NOTES, one.notes)
            if one.stays:
                st.markdown("**What stays here**")
                _table(sharing.STAYS, one.stays)
    if preview.programme:
        with st.expander("What your programme card says, and when cohorts ran"):
            _table(sharing.PROGRAMME, preview.programme)
    with st.expander("What never leaves"):
        st.markdown("\n".join(f"- {line}" for line in sharing.NEVER))
    if st.toggle(SHOW_TEXT):
        with st.container(height=400):
            st.text(content.decode())


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    show.show_table(dict(zip(columns, zip(*rows, strict=True), strict=True)))


def _download(shared: Shared, content: bytes) -> None:
    st.header("Download it", anchor=False)
    if shared.sample:
        st.markdown("These are made-up people. A sample file cannot be added beside real figures.")
    st.download_button(
        "Download the share file",
        content,
        file_name=sharing.share_file_name(shared),
        mime="application/json",
        type="primary",
        on_click="ignore",
    )
    st.markdown(WHAT_NEXT)
