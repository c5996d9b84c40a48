"""What is loaded, what to do next, and how to close, save or delete it: Start once in use."""

import streamlit as st

from pages._ui import (
    closing,
    given_out,
    keeping,
    linking,
    menu,
    removing,
    resources,
    saving,
    show,
    state,
)
from pages._ui.closing import STAGES
from pages._ui.state import Selection
from rm_eval import pipeline
from rm_eval.pipeline import Dataset, Scope

WHO = {"mentor": "Mentors", "mentee": "Mentees", "all": "Mentors and mentees"}
FEWEST = 5  # people: a smaller group is shown to nobody but the team


def show_loaded(selection: Selection) -> None:
    """Everything Start shows once something is loaded."""
    datasets = resources.datasets()
    is_sample = all(dataset.sample for dataset in datasets)
    if selection.done:
        st.success(show.as_typed(selection.done))
    keeping.warn()
    st.header("What is loaded", anchor=False)
    show.show_table(stage_grid(datasets))
    st.header("Next step", anchor=False)
    st.markdown(next_step(datasets))
    with st.container(horizontal=True):
        page = menu.OF_STAGE[min((one.scope.stage for one in datasets), key=list(STAGES).index)]
        if st.button(f"See the {page.title.lower()} charts", type="primary"):
            st.switch_page(page.file)
        if st.button("Add a survey export"):
            st.switch_page(menu.ADD_DATA.file)
        if is_sample:
            st.button("Clear sample data", on_click=_clear_sample)
    if is_sample:
        linking.ask()
        return
    linking.show_all()
    _offer_closing(datasets)
    keeping.show_dates()
    saving.offer_saving(selection)
    removing.offer(selection, datasets)
    _offer_deletion(datasets)
    given_out.show_all()


def stage_grid(datasets: tuple[Dataset, ...]) -> dict[str, list[str]]:
    """One row a cohort and role, one column a stage."""
    rows = dict.fromkeys(
        (d.scope.organisation, d.scope.cohort, role)
        for d in datasets
        for role in (("all",) if d.is_of_both else ("mentor", "mentee"))
    )
    kept = {(d.scope, d.role): d for d in datasets}
    grid = {"Cohort": [], "Who": []} | {title: [] for title in STAGES.values()}
    for organisation, cohort, role in rows:
        grid["Cohort"].append(f"{organisation}, {cohort}")
        grid["Who"].append(WHO[role])
        for stage, title in STAGES.items():
            scope = Scope(organisation=organisation, cohort=cohort, stage=stage)
            grid[title].append(_cell(scope, kept.get((scope, role))))
    return grid


def _cell(scope: Scope, dataset: Dataset | None) -> str:
    if dataset is None:
        return "not added"
    read = f"{dataset.n_people} of {dataset.n_sent}" if dataset.n_sent else str(dataset.n_people)
    few = ", too few to show others" if dataset.n_people < FEWEST else ""
    state_ = "closed" if pipeline.is_closed(resources.store(), scope) else "open"
    how = "typed in" if dataset.is_typed else "read"
    return f"{read} {how}{few}, {state_}"


def next_step(datasets: tuple[Dataset, ...]) -> str:
    """One sentence: what is missing, or what to look at."""
    if all(dataset.sample for dataset in datasets):
        return "Look at the charts of the sample, or add a survey export of your own."
    for scope in dict.fromkeys(dataset.scope for dataset in datasets):
        roles = {role for one in datasets if one.scope == scope for role in one.roles}
        stage = STAGES[scope.stage].lower()
        for missing in sorted({"mentor", "mentee"} - roles):
            return (
                f"You have no {stage} answers from {missing}s for {show.as_typed(scope.cohort)} "
                "yet. Add them to see both side by side."
            )
        if not pipeline.is_closed(resources.store(), scope):
            return (
                f"Close {stage} of {show.as_typed(scope.cohort)} below when everybody has "
                "answered. Until then only the programme team can see its results."
            )
    return "Look at the charts, and take the pictures you need."


def _clear_sample() -> None:
    resources.forget()
    pipeline.clear_sample(resources.store())
    state.choose(organisation="", cohort="", done="")


def _offer_closing(datasets: tuple[Dataset, ...]) -> None:
    for scope in dict.fromkeys(dataset.scope for dataset in datasets):
        is_closed = pipeline.is_closed(resources.store(), scope)
        place = show.as_typed(f"{scope.organisation}, {scope.cohort}")
        title = f"{STAGES[scope.stage]} of {place}: {'closed' if is_closed else 'open'}"
        with st.expander(title):
            closing.offer(scope)


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
    state.choose(done=f"Deleted: {_named(dataset)}.", work=None, pack=None)
    st.rerun()


def _named(dataset: Dataset) -> str:
    scope = dataset.scope
    return f"{scope.organisation}, {scope.cohort}, {STAGES[scope.stage]}, {dataset.who}"
