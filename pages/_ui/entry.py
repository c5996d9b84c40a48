"""What Streamlit runs at every visit: show the menu, run the page."""

import streamlit as st

from pages._ui import menu

st.navigation(
    {
        section: [
            st.Page(entry.file, title=entry.title, default=entry is menu.START) for entry in entries
        ]
        for section, entries in menu.PAGES.items()
    }
).run()
