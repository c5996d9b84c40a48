"""Organisations side by side: one question at a time, where they asked it in the same words."""

import streamlit as st

from pages._ui import programmes, resources, share_files, state
from pages._ui import show as shown
from pages._ui.compare import audience, some
from pages._ui.resources import Drawn
from pages._ui.state import Selection
from rm_eval import compare
from rm_eval.compare import Asked, ForWhom, Line, Region, Set
from rm_eval.pipeline import Chart

ONE = (
    "Add a share file of another organisation to compare. One whose answers are here is shown as "
    "soon as it has closed a stage."
)
NONE = (
    "Nothing can be compared yet. Add share files of other organisations, or close a stage of your "
    "own so that its figures may be shown."
)
WHOSE = "Compared here, in the order of the alphabet: {names}."
TOO_SMALL = (
    "Nothing can be compared yet: every group in what you have is too small to be shown. “Region "
    "overview” says how far each organisation is."
)
NOTHING_SHOWN = "Every group is too small for these readers, so none of these answers is shown."
NO_EVIDENCE = "Nothing that was asked at the end of a cohort bears on an aim of the programme."
SEVERAL = 2
# Rows that one chart of one question holds; of more organisations it shows those chosen.
MOST_ROWS = 60
QUESTION, ANSWER = "Which question?", "Which answer?"
SEVERAL_QUESTIONS = "Which questions?"


def show(selection: Selection) -> None:
    """Everything the view shows, from whom it is about to every question."""
    whom = audience.choose(selection)
    region = resources.region(whom)
    share_files.offer(selection, is_open=len(region.names) < SEVERAL)
    if not resources.asked_in(whom):
        st.markdown(TOO_SMALL if any(one.stages for one in region.organisations) else NONE)
        return
    if len(region.in_pages()) == 1:
        st.markdown(shown.as_typed(WHOSE.format(names="; ".join(region.names))))
    if len(region.names) == 1:
        st.info(ONE)
    page = some.choose(region)
    _show_evidence(page, whom)
    _show_one_question(selection, region if len(region.names) <= MOST_ROWS else page, whom)
    _show_several(selection, page, whom)
    _show_programmes(page)


def _show_evidence(region: Region, whom: ForWhom) -> None:
    """What was found of each aim of the programme, in the words of each organisation."""
    key = (*resources.region_key(whom), "evidence", *region.names)
    found = resources.made(key, lambda: _evidence(region, whom))
    for one in found:
        shown.show_chart(one, acts=False)
    if not found:
        st.markdown(NO_EVIDENCE)


def _evidence(region: Region, whom: ForWhom) -> list[Chart]:
    chart = compare.draw_evidence(compare.evidence_of(region, resources.asked_in(whom)))
    return [chart] if chart else []


def _show_one_question(selection: Selection, region: Region, whom: ForWhom) -> None:
    """One question over all organisations: alike together, other wordings apart."""
    st.header("One question at a time", anchor=False)
    those = compare.asked_of(resources.asked_in(whom), region.names)
    every = {one.key: one for one in those}
    keys = sorted(every, key=lambda key: len(every[key].alike) < SEVERAL)
    # What most of them were asked is what there is most to see of; best where one chart has it all.
    most = max(keys, key=lambda key: (len(every[key].alike), every[key].kind == "yes_no"))
    now = selection.asked if selection.asked in every else most
    st.selectbox(
        QUESTION,
        keys,
        format_func=lambda key: _name(every[key]),
        **state.tied("asked", now, lambda key: state.choose(asked=key)),
    )
    asked = every[now]
    line = _choose_line(asked)
    shown.show_chart(_drawn(region, asked, line, whom), level=3, acts=False)
    _say_who_is_missing(asked)
    for one in _drawn_otherwise(region, asked, whom):
        shown.show_chart(one, level=3, acts=False)


def _name(asked: Asked) -> str:
    many = len(asked.alike)
    who = f"{many} organisations" if many > 1 else "1 organisation"
    return f"{asked.when.capitalize()}: {asked.question.wording.strip()} ({who})"


def _choose_line(asked: Asked) -> Line:
    lines = compare.choices_of(asked)
    if len(lines) == 1:
        return lines[0]
    of = {line.answer: line for line in lines}
    chosen = st.selectbox(
        ANSWER, list(of), format_func=lambda key: of[key].words, key=f"answer_{asked.key}"
    )
    return of[chosen]


def _drawn(region: Region, asked: Asked, line: Line, whom: ForWhom) -> Drawn:
    key = (*resources.region_key(whom), asked.key, line.answer, *region.names)
    return resources.made(key, lambda: [compare.draw_alike(region, asked, line)])[0]


def _drawn_otherwise(region: Region, asked: Asked, whom: ForWhom) -> tuple[Drawn, ...]:
    key = (*resources.region_key(whom), asked.key, "otherwise", *region.names)
    drawn = resources.made(key, lambda: compare.draw_otherwise(region, asked))
    if drawn:
        st.subheader("Asked in other words", anchor=False)
    return drawn


def _say_who_is_missing(asked: Asked) -> None:
    for remark in compare.remarks_of(asked):
        st.markdown(shown.as_typed(remark))


def _show_several(selection: Selection, region: Region, whom: ForWhom) -> None:
    """Many questions over all organisations at once: small pictures side by side."""
    asked = compare.asked_of(resources.asked_in(whom), region.names)
    sets = {one.id: one for one in compare.sets_of(asked)}
    if not sets:
        return
    st.header("Several questions at once", anchor=False)
    now = selection.asked_set if selection.asked_set in sets else next(iter(sets))
    st.selectbox(
        SEVERAL_QUESTIONS,
        list(sets),
        format_func=lambda key: sets[key].title,
        **state.tied("asked_set", now, lambda key: state.choose(asked_set=key)),
    )
    key = (*resources.region_key(whom), "several", now, *region.names)
    drawn = resources.made(key, lambda: _several(region, sets[now]))
    for one in drawn:
        shown.show_chart(one, level=3, acts=False)
    if not drawn:
        st.markdown(NOTHING_SHOWN)


def _several(region: Region, those: Set) -> list[Chart]:
    chart = compare.draw_set(region, those)
    return [chart] if chart else []


def _show_programmes(region: Region) -> None:
    """Who was paired and for how long: figures are read with the programme they come from."""
    cards = compare.cards_of(region)
    if cards:
        st.header("What each programme is", anchor=False)
        programmes.show_beside(cards)
