"""The questions of a file: the doubtful ones are asked about, the rest can be matched by hand."""

from functools import partial

import streamlit as st

from pages._ui import show, state
from pages._ui.state import Card
from rm_eval import pipeline
from rm_eval.pipeline import Doubt, Look, Match, Question, Said

TYPES = {
    "scale": "Score on a scale",
    "likert": "Agree or disagree",
    "single_choice": "Choose one",
    "multiple_choice": "Tick all that apply",
    "ranking": "Put in order",
    "yes_no": "Yes or no",
    "number": "Number",
    "date": "Date",
    "free_text": "Own words",
}
ANSWERS = {True: "Yes, the same question", False: "No, keep it as a question of its own"}
UNTIL_YOU_SAY = {
    True: "Until you say, we take it for the same question.",
    False: "Until you say, we keep it as a question of its own.",
}
OTHERS = "“This file’s other questions”"


def show_questions(card: Card, look: Look, asked: tuple[Question, ...]) -> None:
    """Ask what is doubtful; what somebody says counts at once.

    Parameters
    ----------
    card, look
        The file.
    asked
        What our form of that stage asks these people.
    """
    st.subheader("Questions we found", anchor=False)
    st.markdown(_in_one_line(look))
    for doubt in look.doubts:
        with st.container(border=True):
            _ask(card, look, doubt)
    by_hand = set(look.said) - {doubt.column for doubt in look.doubts}
    for match in look.recognition.matches:
        if match.columns[0] in by_hand:
            _show_matched(card, look, match)
    found = {match.question.first_id for match in look.recognition.matches}
    left = [question for question in asked if question.first_id not in found]
    unknown = [match for match in look.recognition.unknown if match.columns[0] not in look.said]
    can_match = bool(left and unknown)
    every = show.count(len(look.recognition.matches), "question")
    with st.expander(f"See all {every}{', or match one to our form' if can_match else ''}"):
        _show_matches(look)
        if can_match:
            _offer_to_match(card, look, unknown, left)


def _in_one_line(look: Look) -> str:
    """Say how many questions our forms hold, and what becomes of the others."""
    told = {divider.column for divider in look.dividers.values()}
    matches = [match for match in look.recognition.matches if not told & set(match.columns)]
    n, known = len(matches), sum(match.question.known for match in matches)
    if known == n:
        return "We recognised the one question." if n == 1 else f"We recognised all {n} questions."
    if not known:
        none = f"None of the {n} questions is" if n > 1 else "The one question of this file is not"
        return f"{none} on our forms. What people answered is shown under {OTHERS}."
    return (
        f"We recognised {known} of {n} questions. The others are listed; match them, or carry on "
        f"with the {known}. What is not matched is shown under {OTHERS}."
    )


def _ask(card: Card, look: Look, doubt: Doubt) -> None:
    where = "On our form" if doubt.on_form else "In an earlier column"
    st.markdown(
        f"**Same question?**\n\nIn your file: {show.as_typed(doubt.heading)}\n\n"
        f"{where}: {show.as_typed(doubt.wording)}"
    )
    said = look.said.get(doubt.column)
    st.radio(
        "Is it the same question?",
        list(ANSWERS),
        format_func=lambda answer: ANSWERS[answer],
        **state.tied(
            f"same_{card.number}_{doubt.column}",
            None if said is None else bool(said.question),
            partial(_answer, card, look, doubt),
        ),
    )
    st.caption(UNTIL_YOU_SAY[doubt.taken] if said is None else _when(said))


def _answer(card: Card, look: Look, doubt: Doubt, is_same: bool | None) -> None:  # noqa: FBT001
    if is_same is not None:
        _say(card, look, doubt.column, doubt.question if is_same else "")


def _say(card: Card, look: Look, column: int, question: str | None) -> None:
    """Take somebody's word for a column; None takes it back."""
    said = {at: one for at, one in look.said.items() if at != column}
    if question is not None:
        said[column] = Said(question=question)
    state.update_card(card, pipeline.look_again(look, said=said))


def _when(said: Said) -> str:
    if said.on is None:
        return "You said so. We remember it for the next export of this form."
    return f"You said so on {said.on.day} {said.on:%B %Y}. You can change it."


def _show_matched(card: Card, look: Look, match: Match) -> None:
    """Say what somebody matched by hand, with a way to take it back."""
    column = match.columns[0]
    heading = show.as_typed(match.heading)
    if match.question.known:
        st.markdown(f"“{heading}” is matched to “{show.as_typed(match.question.wording)}”")
    else:
        st.markdown(f"“{heading}”: {show.as_typed(match.why)}.")
    st.caption(_when(look.said[column]))
    st.button(
        "Take this back",
        key=f"unmatch_{card.number}_{column}",
        on_click=_say,
        args=(card, look, column, None),
    )


def _offer_to_match(card: Card, look: Look, unknown: list[Match], left: list[Question]) -> None:
    """Match a question of the file with one of our form that was not found, by hand."""
    st.markdown("**Match a question by hand**")
    with st.form(f"match_{card.number}", border=False, clear_on_submit=True):
        match = st.selectbox(
            "Question in your file",
            unknown,
            index=None,
            format_func=lambda one: one.heading,
            placeholder="Choose one",
            key=f"match_from_{card.number}",
        )
        question = st.selectbox(
            "The same question on our form",
            left,
            index=None,
            format_func=lambda one: one.wording,
            placeholder="Choose one",
            key=f"match_to_{card.number}",
        )
        if st.form_submit_button("Match these two") and match and question:
            _say(card, look, match.columns[0], question.id)
            st.rerun()


def _show_matches(look: Look) -> None:
    matches = look.recognition.matches
    found = pipeline.describe_look(look)["questions"]
    answered = {question["columns"][0]: question["n_answered"] for question in found}
    show.show_table(
        {
            "Question": [match.heading for match in matches],
            "Kind": [TYPES[match.question.type] for match in matches],
            "Answered": [str(answered[match.columns[0]]) for match in matches],
            "How sure": [pipeline.how_sure(match) for match in matches],
            "Why": [match.why for match in matches],
        }
    )
