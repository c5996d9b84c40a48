"""What the team does with a sheet of themes: read it for names, let others see it, delete it."""

import streamlit as st

from pages._ui import resources, show, state
from rm_eval import gathered
from rm_eval.gathered import Gathering, Said

WHY = (
    "Others see a theme only where at least 3 people of a large enough group spoke of it, in the "
    "order of the alphabet and without a number. What one role said on its own goes into reports "
    "for that role only. Quotes need 10 people in the room."
)
NO_PROMISE = (
    "This check cannot know who will be recognised. Read every theme and quote as somebody who "
    "knows everybody who was there."
)
DELETED = "The sheet of themes is deleted. What was sent out before cannot be called back."


def offer(said: Said) -> None:
    """Under one occasion, for the team."""
    gathering = said.gathering
    state_ = "others may see them" if gathering.is_cleared else "only the programme team sees them"
    with st.expander(f"Who may see these themes? Now: {state_}"):
        st.markdown(WHY)
        if gathering.is_cleared:
            if st.button("Show them to the programme team only", key=f"unclear_{gathering.id}"):
                gathered.unclear_gathering(resources.store(), gathering.id)
                _done("Only the programme team sees these themes now.")
        else:
            _clear(gathering)
    if gathering.n_quotes:
        with st.expander(f"Quotes kept: {gathering.n_quotes}"):
            _withdraw(gathering)
    with st.expander("Delete this sheet"), st.form(f"delete_{gathering.id}", border=False):
        is_sure = st.checkbox(
            "Yes, delete these themes and quotes for good", key=f"sure_{gathering.id}"
        )
        if st.form_submit_button("Delete"):
            if is_sure:
                gathered.delete_gathering(resources.store(), gathering.id)
                _done(DELETED)
            st.error("Nothing was deleted. Tick the box above to say that you are sure.")


def _clear(gathering: Gathering) -> None:
    found = gathered.to_look_at(gathering)
    if found:
        st.markdown("**Please look at these words first**")
    for text, findings in found:
        st.text(text)
        asked = [f"- **{show.as_typed(one.words)}**: {show.as_typed(one.why)}" for one in findings]
        st.markdown("\n".join(asked))
    st.markdown(NO_PROMISE)
    with st.form(f"clear_{gathering.id}", border=False):
        was_read = st.checkbox(
            "Two people have read the themes and quotes, and they name nobody",
            key=f"read_{gathering.id}",
        )
        agreed = gathering.agreed
        if gathering.n_quotes:
            agreed = st.text_input(
                "How and when did the people quoted agree to these very words? Do not name them. "
                "Leave it empty to keep the quotes within the team.",
                placeholder="Such as: on a form, 3 March",
                key=f"agreed_{gathering.id}",
            )
        if st.form_submit_button("Let others see them", type="primary"):
            if was_read:
                gathered.clear_gathering(resources.store(), gathering.id, agreed=agreed)
                _done("Others may see these themes now, by the rules for small groups.")
            st.error("Nothing was changed. Have a second person read them, then tick the box.")


def _withdraw(gathering: Gathering) -> None:
    words = [words for theme in gathering.themes for words in theme.quotes]
    for at, one in enumerate(words):
        st.text(f"“{one}”")
        if st.button("Withdraw this quote", key=f"withdraw_{gathering.id}_{at}"):
            gathered.withdraw_said(resources.store(), gathering.id, one)
            _done("Quote withdrawn. What was sent out before cannot be called back.")


def _done(what: str) -> None:
    state.choose(done=what, work=None)
    st.rerun()
