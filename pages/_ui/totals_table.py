"""A whole table typed in from counts or from an old report's percentages."""

from collections.abc import Mapping
from functools import partial
from typing import Any, NamedTuple

import streamlit as st

from pages._ui import menu, resources, show, state, totals
from pages._ui.closing import STAGES
from pages._ui.state import Selection
from rm_eval import pipeline, typed
from rm_eval.pipeline import Part, Question, Role, Scope, Totals
from rm_eval.typed import Checked, TableRow, Tally

OWN = "Another question, which I type below"
ROLES: dict[Role, str] = {"mentor": "Mentors", "mentee": "Mentees"}
TICKED, ONE = "People could tick several", "Everybody gave one answer"
ANSWER = "Answer"
N_BLANK = 6
PASTED = "pasted_table"
MOST_PEOPLE = 200
HOW_CHECKED = (
    "Leave a column empty where a group was not asked. We work out how many people there must have "
    "been, and name a percentage that cannot be right."
)


class Asked(NamedTuple):
    """The question a table is about; and whether its answers are typed with it."""

    question: Question | None
    wording: str = ""
    takes_one: bool = False


class Typed(NamedTuple):
    """What is ready to be kept of one role."""

    tally: Tally
    log: tuple[tuple[str, str, str, str], ...] = ()


def ask(selection: Selection, *, is_percent: bool) -> None:
    """Whose table, of which question; its answers; and the button that keeps it.

    Parameters
    ----------
    is_percent
        Whether percentages are typed, or people counted.
    """
    organisation = totals.ask_organisation(selection)
    state.prefill("totals_cohort", selection.cohort or "Cohort 1")
    cohort = st.text_input("Cohort", key="totals_cohort").strip()
    stages = list(STAGES)
    stage = st.selectbox(
        "When were people asked?", stages, format_func=lambda one: STAGES[one], key="totals_stage"
    )
    scope = Scope(organisation=organisation, cohort=cohort, stage=stage)
    asked = _choose_question(scope)
    rows = _ask_rows(asked, is_percent=is_percent)
    question = asked.question
    if not any(any(row.cells.values()) for row in rows):
        st.markdown("Type the table above; what it says appears here.")
        return
    if question is None:
        kind = "single_choice" if asked.takes_one else "multiple_choice"
        answers = [row.answer for row in rows]
        question = typed.own_question(asked.wording, answers, kind=kind)
    columns = {role: typed.column_of(question, rows, role) for role in ROLES}
    most = _ask_most() if is_percent else 0
    read = partial(_read_percentages, most) if is_percent else _read_counts
    ready = {
        role: found
        for role, column in columns.items()
        if column and (found := read(question, column, role)) is not None
    }
    missing = [f"{role}s" for role, column in columns.items() if column and role not in ready]
    if missing:
        st.markdown(f"**Say how many {' and how many '.join(missing)} there were, to go on.**")
    elif ready and st.button("Use these totals", type="primary"):
        _keep(scope, ready)


def _choose_question(scope: Scope) -> Asked:
    known = {one.id: one for one in typed.questions_with_totals(scope.stage)}
    chosen = st.selectbox(
        "Which question?",
        [*known, OWN],
        format_func=lambda one: _named(known[one]) if one in known else one,
        key=f"totals_question_{scope.stage}",
    )
    if chosen in known:
        return Asked(question=known[chosen])
    wording = st.text_input("The question, as it was asked", key="totals_wording")
    kind = st.radio("How was it answered?", (TICKED, ONE), key="totals_manner")
    return Asked(question=None, wording=wording, takes_one=kind == ONE)


def _named(question: Question) -> str:
    words = question.short or question.wording
    return f"{words[:1].upper()}{words[1:]}"


def _ask_rows(asked: Asked, *, is_percent: bool) -> tuple[TableRow, ...]:
    """The table, in a grid or as lines."""
    cells = "percentages, such as 55%" if is_percent else "how many people"
    st.markdown(f"**The table:** for each answer, {cells}. {HOW_CHECKED if is_percent else ''}")
    question = asked.question
    labels = list(typed.answers_of(question).values()) if question else [""] * N_BLANK
    roles = [role for role in ROLES if question is None or role in question.roles]
    blank = [{ANSWER: label, **{ROLES[role]: "" for role in roles}} for label in labels]
    found: list[dict[str, Any]] = st.data_editor(
        blank,
        num_rows="fixed" if question else "dynamic",
        hide_index=True,
        disabled=[ANSWER] if question else False,
        placeholder="",
        alt="The table: an answer a line, a column for mentors and one for mentees",
        key=f"table_{question.id if question else 'own'}",
    )
    with st.expander("Or paste the table from a report"):
        st.markdown("Answer, mentors, mentees: three cells a line, parted by tabs or semicolons.")
        pasted = st.text_area("The table", key=PASTED)
    if pasted.strip():
        return typed.read_table(pasted)
    return tuple(_row(row) for row in found)


def _row(row: dict[str, Any]) -> TableRow:
    cells: dict[Role, str] = {role: str(row.get(name) or "") for role, name in ROLES.items()}
    return TableRow(answer=str(row.get(ANSWER) or ""), cells=cells)


def _read_counts(question: Question, column: Mapping[str, str], role: Role) -> Typed | None:
    """Counts of one role, once somebody said how many answered."""
    label = f"How many {role}s answered this question?"
    n = st.number_input(label, min_value=0, value=None, step=1, key=f"answered_{role}")
    if n is None:
        return None
    return Typed(typed.count_column(question, column, n))


def _ask_most() -> int:
    return int(
        st.number_input(
            "At most how many mentors or mentees can it have been?",
            min_value=1,
            max_value=MOST_PEOPLE,
            value=typed.MOST,
            step=1,
            help="Nearly any percentages fit some large number of people.",
            key="totals_most",
        )
    )


def _read_percentages(
    most: int, question: Question, column: Mapping[str, str], role: Role
) -> Typed | None:
    """Percentages of one role: which numbers of people fit, and what each would count."""
    printed = {label: typed.read_percentage(cell) for label, cell in column.items()}
    checked = typed.check_percentages(
        {label: one for label, one in printed.items() if one is not None}, most=most
    )
    if not checked.percentages:
        return None
    st.header(ROLES[role], anchor=False)
    for sentence in checked.sentences:
        st.markdown(show.as_typed(sentence))
    if not checked.fits:
        return None
    n = st.selectbox(
        f"How many {role}s were there?",
        [fit.n for fit in checked.fits],
        index=None,
        placeholder="Choose one of the numbers that fit",
        key=f"fitting_{role}",
    )
    if n is None:
        return None
    tally, log = typed.counted(question, checked, n)
    show.show_table(_as_counted(question, checked, tally))
    return Typed(tally, log)


def _as_counted(question: Question, checked: Checked, tally: Tally) -> dict[str, list[str]]:
    """As printed beside as counted, and what we shall print instead."""
    answers = typed.answers_of(question)
    found = {answers[answer]: count for answer, count in tally.counts.items()}
    return {
        ANSWER: list(checked.percentages),
        "Printed": [f"{one}%" for one in checked.percentages.values()],
        "People": [f"{found[label]} of {tally.n}" for label in checked.percentages],
    }


def _keep(scope: Scope, ready: Mapping[Role, Typed]) -> None:
    resources.forget()
    pipeline.keep_totals(
        resources.store(),
        [
            Totals(part=Part(scope=scope, role=role), tallies=(one.tally,), log=one.log)
            for role, one in ready.items()
        ],
    )
    state.choose(
        organisation=scope.organisation,
        cohort=scope.cohort,
        stage=scope.stage,
        audience="team",
        work=None,
        done=f"Kept: totals of {' and '.join(f'{role}s' for role in ready)} of "
        f"{scope.organisation}, {scope.cohort}.",
    )
    state.empty_next((PASTED,))
    st.rerun()


def show_kept(selection: Selection) -> None:
    """Where to see what was kept last."""
    if selection.done.startswith("Kept") and selection.stage:
        page = menu.OF_STAGE[selection.stage]
        st.page_link(page.file, label=f"See the {page.title.lower()} charts")
        st.page_link(menu.OTHER_QUESTIONS.file, label="See the charts of questions of your own")
