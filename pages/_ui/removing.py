"""Remove one person's answers: find them, see what will go, be sure, remove."""

import streamlit as st

from pages._ui import resources, show, state
from pages._ui.closing import STAGES
from pages._ui.state import Selection
from rm_eval import pipeline
from rm_eval.gathered import kept_gatherings
from rm_eval.pipeline import Dataset, Found, NotAllowed

ABOUT = (
    "Somebody may ask you to take their answers out. With their participant code we find them at "
    "every stage. Without a code you have to know their row in the file you added; row 1 is the "
    "first row of the file, with the headings."
)
BY_CODE, BY_ROW = "By participant code", "By row in the file"
NOT_REACHED = (
    "Their answers also stand in your survey tool, in the files you downloaded from it and in any "
    "saved work: delete them there, too, or the next export brings them back."
)
IN_A_ROOM = (
    "Sheets of themes from focus groups and events hold no names and no codes, so we cannot tell "
    "whether this person’s words are in one. Look through them under “Focus groups and events”: "
    "you can withdraw a quote there, or delete a sheet."
)
GIVEN_OUT = (
    "These figures were already given out, with this person’s answers in them. They cannot be "
    "called back:"
)


def offer(selection: Selection, datasets: tuple[Dataset, ...]) -> None:
    """Find one person's answers; once found, show what will go and ask."""
    with st.expander("Remove one person’s answers", expanded=bool(selection.found)):
        if selection.found:
            _ask(selection.found)
        else:
            st.markdown(ABOUT)
            # Nobody real stands behind a row of totals.
            _look_for(tuple(one for one in datasets if not one.is_typed) or datasets)


def _look_for(datasets: tuple[Dataset, ...]) -> None:
    how = st.radio("How do you know them?", (BY_CODE, BY_ROW), horizontal=True)
    with st.form("find_person", border=False, clear_on_submit=True):
        if how == BY_CODE:
            organisations = sorted({dataset.scope.organisation for dataset in datasets})
            organisation = st.selectbox("Organisation of the person", organisations)
            code = st.text_input("Their participant code", type="password")
            if st.form_submit_button("Find their answers"):
                _found(pipeline.find_by_code(resources.store(), organisation, code))
        else:
            dataset = st.selectbox("Which answers do they belong to?", datasets, format_func=_named)
            row = st.number_input("Their row in the file", min_value=1, value=2, step=1)
            if st.form_submit_button("Find their answers"):
                _found(pipeline.find_by_row(resources.store(), dataset.part, int(row)))


def _found(found: tuple[Found, ...]) -> None:
    if not found:
        raise NotAllowed(
            "We have no answers of this person. Check the organisation and the code or row. "
            "Nothing was removed.",
            code="nobody_found",
        )
    state.choose(found=found)
    st.rerun()


def _ask(found: tuple[Found, ...]) -> None:
    st.markdown("This will be removed:")
    show.show_table(
        {
            "Answers": [_named(one.dataset) for one in found],
            "Row in the file": [str(one.row) for one in found],
            "Questions answered": [str(one.n_questions) for one in found],
        }
    )
    if len({one.dataset.id for one in found}) < len(found):
        st.warning("Several people gave this code at one stage. All of them would be removed.")
    _say_what_was_given_out(found)
    st.markdown(NOT_REACHED)
    organisations = {one.dataset.scope.organisation for one in found}
    if organisations & {one.organisation for one in kept_gatherings(resources.store())}:
        st.markdown(IN_A_ROOM)
    with st.form("remove_person", border=False):
        is_sure = st.checkbox("Yes, remove these answers for good. This cannot be undone.")
        with st.container(horizontal=True):
            removed = st.form_submit_button("Remove")
            kept = st.form_submit_button("Keep them")
    if kept:
        _done("Nothing was removed.")
    if removed and is_sure:
        pipeline.remove(resources.store(), found)
        stages = "their stage is" if len(found) == 1 else "their stages are"
        _done(f"Removed one person’s answers; {stages} open again. {NOT_REACHED}")
    if removed:
        st.error("Nothing was removed. Tick the box above to say that you are sure.")


def _say_what_was_given_out(found: tuple[Found, ...]) -> None:
    days = pipeline.given_out(resources.store(), found)
    if days:
        st.markdown(GIVEN_OUT)
    for scope, day in days:
        place = show.as_typed(f"{scope.organisation}, {scope.cohort}")
        told = f"{day.day} {day:%B %Y}"
        st.markdown(f"- {place}: {scope.when}, as closed on {told}")


def _done(sentence: str) -> None:
    resources.forget()
    state.choose(found=(), done=sentence, work=None, pack=None)
    st.rerun()


def _named(dataset: Dataset) -> str:
    scope = dataset.scope
    return f"{scope.organisation}, {scope.cohort}, {STAGES[scope.stage]}, {dataset.who}"
