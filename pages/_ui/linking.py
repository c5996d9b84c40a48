"""The same people at two stages: how many their codes link, and where somebody has to say."""

import streamlit as st

from pages._ui import resources, show, state
from pages._ui.closing import STAGES
from rm_eval import pipeline
from rm_eval.pipeline import Dataset, Linking, Pair

ANSWERS = {True: "Yes, the same person", False: "No, two people"}
NOT_THE_ONLY_ONE = (
    "One of these codes is also nearly another person’s. If you cannot tell, leave it open."
)
TOO_ALIKE = (
    "The codes of one stage are nearly the same as each other, as numbers given out in a row are. "
    "A slip cannot be told from another person there, so we offer no near matches."
)
OTHER_KEY = (
    "The codes of these two stages were scrambled on different computers, so they cannot be "
    "compared. Delete the answers of one stage below and add its file again; then they can."
)


def show_all() -> None:
    """Every two stages whose files have participant codes."""
    found = pipeline.linkings(resources.store())
    if found:
        st.header("The same people at two stages", anchor=False)
    for linking in found:
        scope = linking.earlier.scope
        title = f"{scope.organisation}, {scope.cohort}: {linking.earlier.role}s"
        st.subheader(show.as_typed(title), anchor=False)
        if linking.has_key:
            st.markdown(in_numbers(linking))
            _ask(linking)
            _offer_to_ask_again(linking)
        else:
            st.warning(OTHER_KEY)


def ask() -> None:
    """Only where codes nearly match: what has to be asked once a file was added."""
    for linking in pipeline.linkings(resources.store()):
        _ask(linking)


def ask_of(linking: Linking) -> None:
    """What has to be asked of one role at two stages, or why nothing can be linked."""
    if not linking.has_key:
        st.warning(OTHER_KEY)
    elif linking.are_too_alike:
        st.markdown(TOO_ALIKE)
    _ask(linking)


def in_numbers(linking: Linking) -> str:
    """How many people answered at both stages, at one alone, and gave no code."""
    early, late = _at(linking.earlier), _at(linking.later)
    n_without = linking.n_without + linking.n_later_without
    n_linked = show.count(len(linking.linked), linking.earlier.role)
    sentences = [
        f"{n_linked} answered {early} and {late}, as their codes say.",
        f"Linked to nobody: {linking.n_alone} {early}, {linking.n_later_alone} {late}.",
    ]
    if n_without:
        sentences.append(f"Without a code that could be used: {n_without}.")
    if linking.are_too_alike:
        sentences.append(TOO_ALIKE)
    return " ".join(sentences)


def _ask(linking: Linking) -> None:
    if not linking.offers:
        return
    codes = "1 code" if len(linking.offers) == 1 else f"{len(linking.offers)} codes"
    match = "matches a code" if len(linking.offers) == 1 else "match codes"
    st.markdown(
        f"**{codes} {_at(linking.later)} nearly {match} {_at(linking.earlier)}. Is it the same "
        "person?** We show rows, because the codes themselves are not kept."
    )
    for pair in linking.offers:
        _ask_about(linking, pair)


def _ask_about(linking: Linking, pair: Pair) -> None:
    rows = (
        f"Row {pair.row} of {linking.earlier.file_name} and row {pair.later_row} of "
        f"{linking.later.file_name}"
    )
    said = st.radio(
        show.as_typed(rows),
        list(ANSWERS),
        index=None,
        format_func=lambda answer: ANSWERS[answer],
        key=f"link_{linking.earlier.id}_{linking.later.id}_{pair.person}_{pair.later_person}",
        horizontal=True,
    )
    if not pair.is_only_choice:
        st.caption(NOT_THE_ONLY_ONE)
    if said is not None:
        pipeline.say_same(resources.store(), linking, pair, is_same=said)
        state.choose(work=None)
        st.rerun()


def _offer_to_ask_again(linking: Linking) -> None:
    if not linking.n_said:
        return
    answers = show.count(linking.n_said, "answer")
    key = f"ask_again_{linking.earlier.id}_{linking.later.id}"
    if st.button(f"Take back {answers} about codes that nearly match", key=key):
        pipeline.ask_again(resources.store(), linking)
        state.choose(work=None)
        st.rerun()


def _at(dataset: Dataset) -> str:
    if dataset.scope.stage == "end_of_cohort":
        return "at the end of the cohort"
    return f"at {STAGES[dataset.scope.stage].lower()}"
