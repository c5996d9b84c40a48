"""A results page in sections: their order, their charts, and what was not asked."""

from collections.abc import Callable, Container, Mapping
from typing import NamedTuple

import streamlit as st

from pages._ui import bar, menu, show, state, words
from pages._ui.bar import Results
from pages._ui.gathered import shown
from pages._ui.resources import Drawn
from pages._ui.state import Selection
from rm_eval import pipeline
from rm_eval.pipeline import Question, Stage

NOT_ASKED = "This form did not ask about: {}."
# How a section is shown that is more than its charts under one another: its heading, everything
# on the page, and the charts of its questions.
Way = Callable[[str, Results, list[Drawn]], None]


class Section(NamedTuple):
    """Questions under one heading.

    Attributes
    ----------
    heading
        In our words.
    questions
        Their ids, in the order to show.
    in_report
        What the South East report of March 2021 calls it; "" where it has no such thing.
    remark
        What has to be said before the first chart.
    by_role
        Each role's charts in a panel of their own.
    side_by_side
        Two charts beside each other, where there is room.
    way
        How its charts are shown, where that is not one after another.
    """

    heading: str
    questions: tuple[str, ...]
    in_report: str = ""
    remark: str = ""
    by_role: bool = False
    side_by_side: bool = False
    way: Way | None = None

    @property
    def anchor(self) -> str:
        """What a link within the page leads to."""
        return "-".join(self.heading.lower().replace(",", "").replace("?", "").split())

    def title(self, *, report_names: bool) -> str:
        """The heading, with the report's name where somebody wants it."""
        return (
            f"{self.heading} ({self.in_report})"
            if report_names and self.in_report
            else self.heading
        )


def show_stage(selection: Selection, stage: Stage, sections: tuple[Section, ...]) -> None:
    """Everything on a page of one stage, under its title."""
    results = bar.results(selection, stage, on_form=True)
    name = menu.OF_STAGE[stage].title.lower()
    for role in ("mentor", "mentee"):
        if all(role not in dataset.roles for dataset in results.datasets):
            st.info(f"No {name} answers for {role}s yet.")
            st.page_link(menu.ADD_DATA.file, label=f"Add the {role}s’ survey export")
    if not results.charts:
        st.markdown("This form asked none of the questions we know.")
        st.page_link(menu.OTHER_QUESTIONS.file, label="See what it asked")
        return
    if any(section.in_report for section in sections):
        st.toggle(
            "Names used in the 2021 report",
            help="Adds figure numbers of the South East report of March 2021 to the headings.",
            **state.tied("report_names", selection.report_names, state.choose_report_names),
        )
    show_sections(sections, results, report_names=selection.report_names)


def show_sections(sections: tuple[Section, ...], results: Results, *, report_names: bool) -> None:
    """A list of contents, then every section in turn."""
    asked = {drawn.chart.id: drawn for drawn in results.charts}
    roles = {role for dataset in results.datasets for role in dataset.roles}
    of_form = {q.id: q for q in pipeline.questions_of(results.scope.stage, roles=roles)}
    quoted = words.published(results.scope, state.selection().audience)
    kept = {**asked, **quoted}
    here = [one for one in sections if _is_there(one, kept, of_form, results)]
    st.markdown("On this page:")
    st.markdown(
        "\n".join(f"- [{one.title(report_names=report_names)}](#{one.anchor})" for one in here)
    )
    for section in here:
        st.header(section.title(report_names=report_names), anchor=section.anchor)
        if section.remark:
            st.markdown(f"**{section.remark}**")
        drawn = [asked[key] for key in section.questions if key in asked]
        if section.way and drawn:
            section.way(section.heading, results, drawn)
        else:
            _show_charts(section, drawn)
        for key in section.questions:
            if key in quoted:
                words.show_words(quoted[key])
            shown.show_beside(results.scope, key, state.selection().audience)
        left = [of_form[k] for k in section.questions if k in of_form and k not in asked]
        show.name_not_drawn(tuple(q.wording for q in left if q.wording in results.not_drawn))
    _say_not_asked(
        {
            key: of_form[key]
            for section in sections
            for key in section.questions
            if key in of_form and key not in asked and of_form[key].wording not in results.not_drawn
        }
    )


def _is_there(
    section: Section, kept: Container[str], of_form: Mapping[str, Question], results: Results
) -> bool:
    """Whether anything of a section was asked."""
    return any(
        key in kept or of_form[key].wording in results.not_drawn
        for key in section.questions
        if key in of_form
    )


def _show_charts(section: Section, drawn: list[Drawn]) -> None:
    if section.side_by_side and len(drawn) > 1:
        for column, chart in zip(st.columns(len(drawn)), drawn, strict=True):
            with column:
                show.show_chart(chart, level=3, narrow=True)
    elif section.by_role:
        panels: dict[str, list[Drawn]] = {}
        for chart in drawn:
            panels.setdefault(_whose(chart), []).append(chart)
        for role, charts in panels.items():
            with st.container(border=True):
                st.subheader(role, anchor=False)
                for chart in charts:
                    show.show_chart(chart, level=4)
    else:
        for chart in drawn:
            show.show_chart(chart, level=3)


def _whose(drawn: Drawn) -> str:
    return " and ".join(dict.fromkeys(drawn.chart.published.rows["group_label"]))


def _say_not_asked(questions: Mapping[str, Question]) -> None:
    """Everything the form left out, on one line."""
    if questions:
        named = "; ".join(show.as_typed(_subject(question)) for question in questions.values())
        st.markdown(NOT_ASKED.format(named))


def _subject(question: Question) -> str:
    words = question.short or question.wording
    return words[0].upper() + words[1:]
