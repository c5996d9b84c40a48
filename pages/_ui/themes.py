"""Themes of people's own words: the team reads each answer with its themes, and corrects them."""

import streamlit as st

from pages._ui import resources, show, state
from rm_eval import theming
from rm_eval.quoting import Published
from rm_eval.theming import Theme, Themed

HOW = (
    "We look for words, so a theme may be missed or found where nobody meant it. Read each answer "
    "with its themes. Where a theme is wrong, correct it under “Correct the themes of an answer”."
)
STAYS = (
    "Figures of these answers were given out when this stage was closed. They stay as they were "
    "told. Your correction changes what the programme team sees, and nothing else."
)
NONE = "none of these"


def show_answers(quoted: Published) -> None:
    """Every answer, numbered, and under it the themes it counts for."""
    st.markdown(HOW)
    last = ""
    for number, one in enumerate(_answers(quoted), start=1):
        if one.written.role != last:
            last = one.written.role
            st.markdown(f"**{last.capitalize()}s**")
        st.text(f"{number}. {one.written.text}")
        by = " (corrected by a person)" if one.by_person else ""
        st.markdown(f"- Themes: {show.as_typed(_named(one.spoken))}{by}")


def offer_correcting(quoted: Published) -> None:
    """Choose an answer, and say which themes it speaks of."""
    answers = _answers(quoted)
    scope = quoted.scope
    place = f"{scope.organisation}_{scope.cohort}_{scope.stage}_{quoted.question.id}"
    done = state.selection().done
    is_done = done.startswith(_about(quoted))
    with st.expander("Correct the themes of an answer", expanded=is_done):
        if is_done:
            st.success(show.as_typed(done))
        if theming.is_given_out(resources.store(), scope):
            st.info(STAYS)
        number = st.selectbox(
            "Which answer?",
            range(1, len(answers) + 1),
            index=None,
            format_func=lambda at: f"{at}. {_in_short(answers[at - 1])}",
            placeholder="Choose an answer",
            key=f"themes_of_{place}",
        )
        if number is not None:
            _correct(answers[number - 1], f"{_about(quoted)} {number}")


def _correct(one: Themed, about: str) -> None:
    written = one.written
    key = f"{written.dataset}_{written.person}_{written.question}"
    st.text(written.text)
    with st.form(f"themes_{key}", border=False):
        st.markdown("**Which of these does the answer speak of?** Tick none if it is none of them.")
        ticked = [
            theme.id
            for theme in one.themes
            if st.checkbox(
                show.as_typed(theme.label),
                value=theme in one.spoken,
                key=f"theme_{theme.id}_{key}_{one.by_person}",
            )
        ]
        if st.form_submit_button("Keep these themes", type="primary"):
            theming.say(resources.store(), one, ticked)
            _done(f"{about} are kept as you corrected them.")
    if one.by_person and st.button("Go back to the themes we found by words", key=f"found_{key}"):
        theming.find_again(resources.store(), one)
        _done(f"{about} are those we found by words again.")


def _answers(quoted: Published) -> tuple[Themed, ...]:
    return theming.themed_answers(resources.store(), quoted.scope, quoted.question.id)


def _named(themes: tuple[Theme, ...]) -> str:
    return "; ".join(theme.label for theme in themes) or NONE


def _in_short(one: Themed) -> str:
    return f"{one.written.role.capitalize()}: {one.written.text}"


def _about(quoted: Published) -> str:
    words = quoted.question.short or quoted.question.wording
    return f"{words[:1].upper()}{words[1:]}: the themes of answer"


def _done(what: str) -> None:
    state.choose(done=what, work=None, pack=None)
    st.rerun()
