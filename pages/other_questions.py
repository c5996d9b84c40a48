"""The other questions of a file: what a form asked that none of our questionnaires holds."""

import streamlit as st

from pages._ui import bar, frame, menu, show, words

with frame.page(menu.OTHER_QUESTIONS.title) as selection:
    results = bar.results(selection, None, on_form=False)
    if not results.charts:
        page = menu.OF_STAGE[results.scope.stage]
        st.markdown(
            f"Every question of this form that we can draw is on the {page.title} page. Questions "
            "we do not know would be shown here."
        )
        st.page_link(page.file, label=f"See the {page.title.lower()} charts")
    quoted = words.published(results.scope, selection.audience)
    for chart in results.charts:
        show.show_chart(chart)
        if chart.chart.id in quoted:
            words.show_words(quoted[chart.chart.id])
    show.name_not_drawn(results.not_drawn)
    for uncharted in quoted.values():
        if not uncharted.question.themes:
            words.show_uncharted(uncharted)
