"""Type in totals: for programmes that have counts or an old report, and no file of answers."""

import streamlit as st

from pages._ui import frame, menu, totals, totals_table

with frame.page(menu.TOTALS.title) as selection:
    totals.announce(selection)
    st.markdown(
        "Use this where you have counts or an old report, and no file with one row for each "
        "person. Everything drawn from it says that it was typed in."
    )
    kind = totals.choose_kind()
    if kind == totals.YES_OR_NO:
        totals.ask_useful(selection)
    else:
        totals_table.show_kept(selection)
        totals_table.ask(selection, is_percent=kind == totals.PERCENTAGES)
