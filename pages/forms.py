"""Forms to send out: every stage and role, about any characteristic."""

import streamlit as st

from pages._ui import forms, frame, menu

ABOUT = (
    "Choose a form, then take it away. Nobody needs to log in, and you may change it and pass it "
    "on. Answers to these forms are read without a question."
)

with frame.page(menu.FORMS.title) as selection:
    st.markdown(ABOUT)
    form = forms.choose(selection)
    forms.fill_in(form)
    forms.offer(form)
    forms.say_before_sending()
    forms.show_wordings(form)
