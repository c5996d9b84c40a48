"""Use a file, or put it in the place of an earlier export of the same form."""

import streamlit as st

from pages._ui import receipt, resources, show, state
from pages._ui.closing import STAGES
from pages._ui.state import Card
from pages._ui.whose import Filing
from rm_eval import pipeline
from rm_eval.pipeline import Difference, Look, NotAllowed, Scope


def offer(card: Card, look: Look, filing: Filing) -> None:
    """The button that keeps a file, after showing what it would replace."""
    store = resources.store()
    found = None
    if filing.scope is not None and filing.who is not None:
        found = pipeline.changes_since(
            store, look, scope=filing.scope, role=filing.role, others=filing.others
        )
    if found is not None and filing.scope is not None:
        _show_changes(filing.scope, found)
    if any(dataset.sample for dataset in resources.datasets()):
        st.markdown("Using this clears the sample data: the two are never mixed.")
    label = "Use this data" if found is None else "Replace it"
    if st.button(label, type="primary", key=f"use_{card.number}"):
        _use(card, look, filing, replace=found is not None)


def _show_changes(scope: Scope, found: Difference) -> None:
    stage = STAGES[scope.stage].lower()
    st.subheader("These answers are here already", anchor=False)
    st.markdown(
        show.as_typed(
            f"This looks like a newer export of the {stage} answers of {scope.organisation}, "
            f"{scope.cohort}. Replace the earlier one with it, or type another cohort above."
        )
    )
    show.show_table(
        {
            "Compared with what is here": ["New", "Answered differently", "Gone", "The same"],
            "People": [str(n) for n in (found.added, found.changed, found.gone, found.same)],
        }
    )
    if not found.same and not found.changed:
        st.warning(
            "Nobody in this file is among the people who are here already. If it is another "
            "group of people, type another cohort above."
        )
    if pipeline.is_closed(resources.store(), scope):
        st.info(
            f"You closed {stage}. Replacing its answers opens it again, and it can be closed again "
            "only when nobody changed, or at least 3 people did."
        )


def _use(card: Card, look: Look, filing: Filing, *, replace: bool) -> None:
    scope = filing.scope
    if scope is None or filing.who is None:
        raise NotAllowed(
            "Say when it was filled in, who filled it in, the organisation and the cohort. "
            "Nothing was kept yet.",
            code="role_unknown",
        )
    if not filing.is_meant:
        raise NotAllowed(
            f"Tick the box to say that these really are {filing.who}s’ answers, or choose the "
            "other role. Nothing was kept yet.",
            code="role_conflict",
        )
    resources.forget()
    pipeline.keep(
        resources.store(),
        look,
        scope=scope,
        role=filing.role,
        others=filing.others,
        n_sent=filing.n_sent,
        replace=replace,
    )
    state.put_back(card)
    did = "Replaced" if replace else "Added"
    state.choose(
        work=None,
        organisation=scope.organisation,
        cohort=scope.cohort,
        done=f"{did}: {_people(look, filing)} of {scope.organisation}, {scope.cohort}. "
        f"{receipt.in_one_line(look)}",
    )
    st.rerun()


def _people(look: Look, filing: Filing) -> str:
    if filing.role is not None:
        return show.count(look.receipt.ready, filing.role)
    return f"{look.receipt.ready} mentors and mentees"
