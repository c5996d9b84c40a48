"""What is loaded, what to do next, and how to delete it: the second half of Start."""

import streamlit as st

from pages._ui import menu, resources, show, state
from pages._ui.state import Selection
from rm_eval import pipeline
from rm_eval.pipeline import Dataset

STAGES = {"enrolment": "Enrolment", "training": "Training", "end_of_cohort": "End of cohort"}


def show_loaded(selection: Selection) -> None:
    """Everything Start shows once something is loaded."""
    datasets = resources.datasets()
    if selection.done:
        st.success(show.as_typed(selection.done))
    st.header("What is loaded", anchor=False)
    show.show_table(
        {
            "Cohort": [f"{d.scope.organisation}, {d.scope.cohort}" for d in datasets],
            "Form": [f"{STAGES[d.scope.stage]}, {d.role}s" for d in datasets],
            "Answered": [_answered(dataset) for dataset in datasets],
            "File": [dataset.file_name for dataset in datasets],
        }
    )
    st.header("Next step", anchor=False)
    st.markdown(next_step(datasets))
    with st.container(horizontal=True):
        if st.button("See the enrolment charts", type="primary"):
            st.switch_page(menu.ENROLMENT.file)
        if st.button("Add a survey export"):
            st.switch_page(menu.ADD_DATA.file)
        if all(dataset.sample for dataset in datasets):
            st.button("Clear sample data", on_click=_clear_sample)
    if not all(dataset.sample for dataset in datasets):
        _offer_deletion(datasets)


def _answered(dataset: Dataset) -> str:
    of = f" of {dataset.n_sent}" if dataset.n_sent else ""
    return f"{dataset.n_people}{of}"


def next_step(datasets: tuple[Dataset, ...]) -> str:
    """One sentence: what is missing, or what to look at."""
    if all(dataset.sample for dataset in datasets):
        return "Look at the charts of the sample, or add a survey export of your own."
    for scope in dict.fromkeys(dataset.scope for dataset in datasets):
        roles = {dataset.role for dataset in datasets if dataset.scope == scope}
        for missing in sorted({"mentor", "mentee"} - roles):
            stage = STAGES[scope.stage].lower()
            return (
                f"You have no {stage} answers from {missing}s for {show.as_typed(scope.cohort)} "
                "yet. Add them to see both side by side."
            )
    return "Look at the charts, and take the pictures you need."


def _clear_sample() -> None:
    resources.forget()
    pipeline.clear_sample(resources.store())
    state.choose(organisation="", cohort="", done="")


def _offer_deletion(datasets: tuple[Dataset, ...]) -> None:
    with st.expander("Delete data"), st.form("delete", border=False):
        chosen = st.selectbox("Which answers?", datasets, format_func=_named)
        is_sure = st.checkbox("Yes, delete these answers for good. This cannot be undone.")
        if st.form_submit_button("Delete"):
            if is_sure:
                _delete(chosen)
            st.error("Nothing was deleted. Tick the box above to say that you are sure.")


def _delete(dataset: Dataset) -> None:
    resources.forget()
    resources.store().delete(dataset.id)
    state.choose(done=f"Deleted: {_named(dataset)}.")
    st.rerun()


def _named(dataset: Dataset) -> str:
    scope = dataset.scope
    return f"{scope.organisation}, {scope.cohort}, {STAGES[scope.stage]}, {dataset.role}s"
