"""What was already given out, on Start: it cannot be called back, so it is not forgotten."""

from datetime import date

import streamlit as st

from pages._ui import resources, show, state
from rm_eval import pipeline
from rm_eval.pipeline import SAMPLE_SCOPE, NotAllowed, Scope

ABOUT = (
    "Each time you close a stage, its figures can be shown to others. What others have seen cannot "
    "be called back, so we remember it, even when you delete the answers. Without that, somebody "
    "could compare old figures with new ones and work out what single people said."
)
FORGET = (
    "Did nobody outside the programme team see the figures of a stage, for example because you "
    "closed it to try it out? Then you can have them forgotten, with what we know of who was in "
    "them. The stage is then closed as if for the first time."
)


def show_all() -> None:
    """Every time figures were given out, and one form to forget those that nobody saw."""
    given = [one for one in pipeline.all_given_out(resources.store()) if not _is_sample(one.scope)]
    if not given:
        return
    with st.expander("Figures already given out"):
        st.markdown(ABOUT)
        show.show_table(
            {
                "Stage": [_named(one.scope) for one in given],
                "Closed on": [_in_words(one.closed_at.date()) for one in given],
                "Answers of": [one.people for one in given],
            }
        )
        st.markdown(FORGET)
        with st.form("forget_given_out", border=False):
            scopes = list(dict.fromkeys(one.scope for one in given))
            chosen = st.selectbox("Figures of which stage?", scopes, format_func=_named)
            is_sure = st.checkbox("Yes, nobody outside the programme team has seen them.")
            if st.form_submit_button("Forget these figures"):
                _forget(chosen, is_sure=is_sure)


def _is_sample(scope: Scope) -> bool:
    return scope.organisation == SAMPLE_SCOPE.organisation


def _forget(scope: Scope, *, is_sure: bool) -> None:
    if not is_sure:
        raise NotAllowed(
            "Nothing was forgotten. Tick the box above to say that nobody has seen the figures.",
            code="not_sure",
        )
    resources.forget()
    pipeline.forget_releases(resources.store(), scope)
    state.choose(done=f"Forgotten: the figures of {_named(scope)}.", work=None, pack=None)
    st.rerun()


def _named(scope: Scope) -> str:
    return f"{scope.organisation}, {scope.cohort}: {scope.when}"


def _in_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
