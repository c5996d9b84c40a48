"""What a page shows of several questions at once, and each of them in full where it is wanted.

Each of these is a way to show a section: its heading, everything on the page, and the charts of
its questions; see `pages._ui.sections.Way`.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

import streamlit as st

from pages._ui import menu, over_time, resources, show, state
from pages._ui.bar import Results
from pages._ui.resources import Drawn
from rm_eval import overview
from rm_eval.overview import Together
from rm_eval.pipeline import Chart, Scope, Stage

SHOW_ONE = "Show one of these in full"
SHOW_EACH = "Show one of these"
CHOOSE = "Choose a question"
ALL_IN_ONE = "All of them in one chart"
NOT_BOTH = (
    "There is nothing to set side by side here: it takes answers of both mentors and mentees that "
    "may be shown."
)
NOT_IN_PARTS = "There is nothing to list here. Where results are split, this is not shown."
NOTHING_AT_THE_START = (
    "What people hoped for is asked at enrolment. There is nothing of it to show here yet."
)


def as_useful(_: str, results: Results, drawn: list[Drawn]) -> None:
    """Whether it was useful, and over the cohorts of the organisation where several were asked."""
    for column, one in zip(st.columns(len(drawn)), drawn, strict=True):
        with column:
            show.show_chart(one, level=3, narrow=len(drawn) > 1)
    over_time.show_useful(results.scope, state.selection().audience)


def as_statements(heading: str, results: Results, drawn: list[Drawn]) -> None:
    """Statements in one chart; alone where there is only one."""
    _show_many(_together(heading, results, drawn), drawn, heading)


def as_scorecard(heading: str, results: Results, drawn: list[Drawn]) -> None:
    """What was found of each aim; the statements about them in one chart where it is wanted."""
    stage = results.scope.stage
    card = _made(results, "aims", lambda charts: overview.scorecard(charts, stage))
    many = _together(heading, results, drawn)
    if card is None:
        _show_many(many, drawn, heading)
        return
    _show_scorecard(card)
    _show_one_in_full([*([many] if many else []), *drawn], heading)


def as_findings(heading: str, _: Results, drawn: list[Drawn]) -> None:
    """What was found in one line each."""
    st.markdown("\n".join(f"- {show.as_typed(one.chart.headline)}" for one in drawn))
    st.page_link(menu.BEFORE_AND_AFTER.file, label="See how these scores changed")
    _show_one_in_full(drawn, heading)


def as_shared_needs(_: str, results: Results, __: list[Drawn]) -> None:
    """The needs both roles have, side by side."""
    shared = _made(results, "needs of both", overview.shared_needs)
    if shared is None:
        st.markdown(NOT_BOTH)
    else:
        show.show_chart(shared, level=3)


def as_needs(_: str, results: Results, __: list[Drawn]) -> None:
    """Every need, how many have it, and what the programme has for it."""
    table = overview.needs_and_resources(one.chart for one in results.charts)
    if any(table.values()):
        show.show_table(table)
    else:
        st.markdown(NOT_IN_PARTS)


def as_hopes_and_gains(heading: str, results: Results, drawn: list[Drawn]) -> None:
    """What each role hoped to gain beside what it says it gained; that alone where need be."""
    start = _scope_at(results.scope, "enrolment")
    hoped = [one.chart for one in _charts_at(start)]
    found = [
        _made(
            results,
            f"{heading} {role}",
            lambda charts, role=role: overview.hopes_and_gains(hoped, charts, role),  # type: ignore[misc]
            start,
        )
        for role in overview.GAINED
    ]
    both = [one for one in found if one is not None]
    if not both:
        st.markdown(NOTHING_AT_THE_START)
    for one in both or drawn:
        show.show_chart(one, level=3)
    if both:
        _show_one_in_full(drawn, heading)


def as_before_and_after(_: str, results: Results, drawn: list[Drawn]) -> None:
    """Each chart beside that of the same question at enrolment, where it was asked there too."""
    start = {
        one.chart.published.question.first_id: one
        for one in _charts_at(_scope_at(results.scope, "enrolment"))
    }
    for one in drawn:
        before = start.get(one.chart.published.question.first_id)
        if before is None:
            show.show_chart(one, level=3)
            continue
        for column, (when, chart) in zip(
            st.columns(2), (("At the start", before), ("At the end", one)), strict=True
        ):
            with column:
                st.subheader(when, anchor=False)
                show.show_chart(chart, level=4, narrow=True)


def _together(heading: str, results: Results, drawn: list[Drawn]) -> Drawn | None:
    """Statements in one chart; None where there are not several."""
    those = Together(heading, tuple(one.chart.id for one in drawn))
    return _made(results, heading, lambda charts: overview.together(charts, those))


def _show_many(many: Drawn | None, drawn: list[Drawn], heading: str) -> None:
    """One chart of several and any one in full; where there is none, the one there is, or any."""
    if many is not None:
        show.show_chart(many, level=3)
        _show_one_in_full(drawn, heading)
    elif len(drawn) == 1:
        show.show_chart(drawn[0], level=3)
    else:
        _show_one_in_full(drawn, heading, SHOW_EACH)


def _show_one_in_full(drawn: list[Drawn], heading: str, label: str = SHOW_ONE) -> None:
    """Any one of several charts, by what was asked; none until somebody chose."""
    of = {one.chart.id: one for one in drawn}
    chosen = st.selectbox(
        label,
        list(of),
        index=None,
        format_func=lambda key: _name(of[key].chart),
        placeholder=CHOOSE,
        key=f"in_full_{heading}",
    )
    if chosen is not None:
        show.show_chart(of[chosen], level=3)


def _name(chart: Chart) -> str:
    return ALL_IN_ONE if chart.others else chart.published.question.wording.strip()


def _show_scorecard(card: Drawn) -> None:
    """Aims and findings as text, which is what they are: the picture is for other papers."""
    chart, table = card.chart, card.chart.table
    st.subheader(show.as_typed(chart.headline), anchor=False)
    lines = []
    for aim in dict.fromkeys(table["Aim"]):
        found = table.loc[table["Aim"] == aim, "What was found"]
        lines.append(f"**{show.as_typed(aim)}**")
        lines.append("\n".join(f"- {show.as_typed(one)}" for one in found))
    st.markdown("\n\n".join(lines))
    show.show_numbers(card)


def every_one(scope: Scope, drawn: tuple[Drawn, ...]) -> tuple[Drawn, ...]:
    """Everything that is drawn of several charts of a stage, for a pack of pictures."""
    start = _scope_at(scope, "enrolment") if scope.stage == "end_of_cohort" else None
    charts, hoped = [one.chart for one in drawn], [one.chart for one in _charts_at(start)]
    return resources.made(
        _key("every one", scope, start), lambda: overview.overviews(charts, scope.stage, hoped)
    )


def _scope_at(scope: Scope, stage: Stage) -> Scope | None:
    """An earlier stage of the same cohort, where this audience may see it."""
    earlier = replace(scope, stage=stage)
    if not resources.datasets_of(earlier):
        return None
    is_told = state.selection().audience == "team" or resources.is_closed(earlier)
    return earlier if is_told else None


def _charts_at(scope: Scope | None) -> tuple[Drawn, ...]:
    chosen = state.selection()
    if scope is None:
        return ()
    return resources.findings(scope, chosen.audience, together=chosen.together)


def _made(
    results: Results,
    name: str,
    make: Callable[[Iterable[Chart]], Chart | None],
    earlier: Scope | None = None,
) -> Drawn | None:
    """A chart made of those on the page, kept for as long as they stay as they are."""
    charts = [one.chart for one in results.charts]
    key = _key(name, results.scope, earlier)
    found = resources.made(key, lambda: filter(None, [make(charts)]))
    return found[0] if found else None


def _key(name: str, *scopes: Scope | None) -> tuple[str, ...]:
    """Everything a chart changes with: what it is, whose, for whom, and the figures of each."""
    chosen = state.selection()
    how = (str(chosen.together), chosen.split_by, resources.today().isoformat())
    those = [one for one in scopes if one is not None]
    place = [f"{one.organisation}, {one.cohort}, {one.stage}" for one in those]
    pools = [resources.pool_of(one) for one in those]
    every = [
        one
        for scope, pool in zip(those, pools, strict=True)
        for one in (pool.scopes if pool else (scope,))
    ]
    made_of = [key for one in every for key in resources.key_for(one, chosen.audience)]
    return name, chosen.audience, *how, *place, *made_of
