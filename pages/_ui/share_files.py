"""Share files of other organisations: add several, see what is here, delete."""

from collections.abc import Iterable

import streamlit as st

from pages._ui import resources, show, state
from pages._ui.state import Selection
from rm_eval import pipeline, sharing
from rm_eval.errors import ForTheReader
from rm_eval.pipeline import Limits
from rm_eval.sharing import Arrival, KeptShare, Shared

ADD = "Add or remove share files"
ABOUT = (
    "Other organisations make a share file under “Reports and sharing” and send it to you. It "
    "holds counts and ranges, and nobody’s answers. You can choose several at once. Of the same "
    "cohort the newer file replaces the older."
)
MOST_MB = 5
USUAL = "Usual rules"
FOR = {"internal": "Our region", "public": "Anybody"}


def offer(selection: Selection, *, is_open: bool) -> None:
    """The part of the page where files come and go.

    Parameters
    ----------
    is_open
        Whether it stands open: where there is nothing else to see yet.
    """
    kept = resources.shares()
    for is_kept, words in selection.share_files:
        (st.success if is_kept else st.error)(show.as_typed(words))
    with st.expander(ADD, expanded=is_open):
        st.markdown(ABOUT)
        if resources.is_sample():
            st.markdown("What you add takes the place of the sample: the two are never mixed.")
        files = st.file_uploader(
            "Share files (.json), up to 5 MB each",
            accept_multiple_files=True,
            max_upload_size=MOST_MB,
            key=f"shares_{selection.n_files}",
        )
        if files:
            _take([(one.name, one.getvalue()) for one in files])
        if kept:
            _list(kept)
            _offer_to_delete(kept)


def _take(files: list[tuple[str, bytes]]) -> None:
    """Take each file for itself: one that is refused stops no other."""
    said: list[tuple[bool, str]] = []
    bar = st.progress(0.0, text=f"Reading {show.count(len(files), 'file')}…")
    for at, (name, content) in enumerate(files, 1):
        try:
            shared = sharing.read_share_file(content, name)
            arrival = sharing.keep_shared(resources.store(), shared)
            said.append((True, _what_came(arrival)))
        except ForTheReader as refusal:
            said.append((False, refusal.message))
        bar.progress(at / len(files), text=f"Read {at} of {len(files)}")
    n_files = state.selection().n_files + len(files)
    state.choose(share_files=tuple(said), n_files=n_files)
    st.rerun()


def _what_came(arrival: Arrival) -> str:
    said = [f"{arrival.organisation}:"]
    if arrival.added:
        said.append(f"{_joined(arrival.added)} added.")
    for cohort, before in arrival.replaced.items():
        said.append(f"{_named(cohort)} replaces what you had from {_day(before)}.")
    if arrival.same:
        said.append(f"{_joined(arrival.same)} was here already: this file tells no more of it.")
    if arrival.stayed:
        said.append(
            f"The file does not hold {_joined(arrival.stayed)}; what you had of it stays. Delete "
            "it if it should not be used any more."
        )
    return " ".join(said)


def _list(kept: tuple[KeptShare, ...]) -> None:
    st.markdown("**What you have from others**")
    show.show_table(
        {
            "Organisation": [one.organisation for one in kept],
            "Cohort": [_named(one.cohort) for one in kept],
            "Closed stages": [_stages(one.shared) for one in kept],
            "Made": [f"{_day(one.shared)} (version {one.shared.tool})" for one in kept],
            "For": [FOR[one.shared.audience] for one in kept],
            "Small groups": [_rules(one.shared) for one in kept],
        }
    )


def _offer_to_delete(kept: tuple[KeptShare, ...]) -> None:
    which = st.selectbox(
        "Which do you want to delete?",
        kept,
        index=None,
        placeholder="Choose one",
        format_func=lambda one: f"{one.organisation}, {_named(one.cohort)}",
        key=f"delete_share_{len(kept)}",
    )
    if which is not None and st.button("Delete it here"):
        sharing.delete_shared(resources.store(), which.organisation, which.cohort)
        gone = (
            f"{which.organisation}, {_named(which.cohort)}: deleted here, the file itself is not."
        )
        state.choose(share_files=((True, gone),))
        st.rerun()


def _stages(shared: Shared) -> str:
    return "; ".join(stage.scope.when for stage in shared.stages) or "none yet"


def _rules(shared: Shared) -> str:
    """Under which rules for small groups its figures were told, each once."""
    rules = dict.fromkeys(told.limits for stage in shared.stages for told in stage.figures)
    said = (USUAL if limits == Limits() else pipeline.limits_in_words(limits) for limits in rules)
    return " ".join(said) or "Nothing told"


def _day(shared: Shared) -> str:
    return f"{shared.made_on.day} {shared.made_on:%B %Y}"


def _named(cohort: str) -> str:
    return cohort or "its card alone"


def _joined(cohorts: Iterable[str]) -> str:
    return ", ".join(map(_named, cohorts))
