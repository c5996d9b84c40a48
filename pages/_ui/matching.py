"""The questions of a file: the doubtful ones are asked about, the rest can be looked up."""

import streamlit as st

from pages._ui import show, state
from pages._ui.state import Card
from rm_eval import pipeline
from rm_eval.pipeline import Look

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


def show_questions(card: Card, look: Look) -> None:
    """Ask what is doubtful; what somebody says counts at once."""
    matches = look.recognition.matches
    st.subheader("Questions we found", anchor=False)
    known = sum(match.question.known for match in matches)
    st.markdown(f"We know {known} of the {show.count(len(matches), 'question')} in this file.")
    same = dict(look.same)
    for doubt in look.doubts:
        with st.container(border=True):
            st.markdown(
                f"**Same question?**\n\nIn your file: {show.as_typed(doubt.heading)}\n\n"
                f"On our form: {show.as_typed(doubt.wording)}"
            )
            said = st.radio(
                f"Is column {doubt.column} the question on our form?",
                list(ANSWERS),
                index=None,
                format_func=lambda answer: ANSWERS[answer],
                key=f"same_{card.number}_{doubt.column}",
            )
            if said is None:
                st.caption(UNTIL_YOU_SAY[doubt.taken])
        if said is not None:
            same[doubt.column] = said
    if same != look.same:
        state.update_card(card, pipeline.look_again(look, same=same))
        st.rerun()
    with st.expander(f"See all {show.count(len(matches), 'question')}"):
        _show_matches(look)


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
