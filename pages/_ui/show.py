"""How a chart, a table and a receipt look: the same on every page."""

import re
from functools import partial
from typing import Any

import streamlit as st

from pages._ui import resources
from pages._ui.resources import Drawn
from rm_eval import pipeline
from rm_eval.pipeline import Chart, Look
from rm_eval.report.pictures import picture

PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
# Streamlit looks for these in the finished text, where a backslash no longer helps: emoji
# (":tada:"), links ("http://", "www.", "a@b"), arrows and dashes ("->", "--", ">=").
REPLACED_LATER = re.compile(
    r"(?<=:)(?=[\w+-]+:|//)|(?<=www)(?=\.)|(?<=@)(?=\S)|(?<=[-<>~=])(?=[-<>=])", re.IGNORECASE
)
WORD_JOINER = "\u2060"  # no width, no break: the eye sees the text as it was typed

STYLE = """<style>
[data-testid="stPageLink"] a p { color: #1d5c94; text-decoration: underline; }
.modebar-btn path { fill: #3d3d3d !important; }
[class*="st-key-narrow_"] { display: none; }
@media (max-width: 640px) {
  [class*="st-key-wide_"] { display: none; }
  [class*="st-key-narrow_"] { display: flex; }
}
</style>"""
NO_TOOLBAR = {"displayModeBar": False, "staticPlot": True}
USE_THE_CAMERA = (
    "To save a chart as a picture, use the camera button at its top right corner. "
    "To get pictures with their headline and notes, install Chrome, Chromium or Edge on the "
    "computer that runs this dashboard."
)


def as_typed(text: str) -> str:
    """Somebody else's text, so that Streamlit shows it as it was typed and renders nothing.

    Every heading, label, option and file name of an upload goes through here, or through an
    element that never renders text (`st.text`, `st.dataframe`, options of a select box).
    """
    flat = " ".join(text.split())
    return PUNCTUATION.sub(r"\\\1", REPLACED_LATER.sub(WORD_JOINER, flat))


def show_chart(drawn: Drawn, *, level: int = 2) -> None:
    """One chart with its words, its numbers and its downloads."""
    chart = drawn.chart
    heading = st.header if level == 2 else st.subheader  # noqa: PLR2004 - h2 and h3
    heading(as_typed(chart.headline), anchor=False)
    st.markdown(as_typed(chart.subtitle))
    _draw(drawn)
    with st.expander("Show the numbers"):
        show_table(chart.table.to_dict("list"))
        for note in chart.notes:
            st.markdown(as_typed(note))
    with st.container(horizontal=True):
        _offer_downloads(chart)


def say_how_to_save() -> None:
    """Where this machine cannot draw pictures, say what helps."""
    if not resources.can_draw_pictures():
        st.info(USE_THE_CAMERA)


def _draw(drawn: Drawn) -> None:
    """Both layouts are sent, and the window's width decides which is seen (`STYLE`)."""
    chart = drawn.chart
    for frame, figure in (("wide", chart.figure), ("narrow", drawn.narrow)):
        with st.container(key=f"{frame}_{chart.id}"):
            st.plotly_chart(
                figure,
                theme=None,
                alt=chart.alt,
                config=_toolbar(chart),
                key=f"{frame}_chart_{chart.id}",
            )


def _toolbar(chart: Chart) -> dict[str, Any]:
    if resources.can_draw_pictures():
        return NO_TOOLBAR
    return {
        "displayModeBar": True,
        "displaylogo": False,
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": {"filename": chart.file_name, "scale": 2},
    }


def _offer_downloads(chart: Chart) -> None:
    # Made on click, from what was protected for the audience chosen when the button was drawn.
    if resources.can_draw_pictures():
        st.download_button(
            "Download picture",
            partial(picture, chart, "slide"),
            file_name=f"{chart.file_name}.png",
            mime="image/png",
            key=f"picture_{chart.id}",
            on_click="ignore",
        )
    st.download_button(
        "Download numbers",
        partial(pipeline.numbers_csv, chart),
        file_name=f"{chart.file_name}.csv",
        mime="text/csv",
        key=f"numbers_{chart.id}",
        on_click="ignore",
    )


def show_table(columns: dict[str, list[str]]) -> None:
    """A table that screen readers can walk, with every cell as typed."""
    st.table(
        {
            as_typed(name): [as_typed(str(cell)) for cell in cells]
            for name, cells in columns.items()
        },
        border="horizontal",
        hide_index=True,
    )


def show_receipt(look: Look) -> None:
    """What cleaning changed: how often, where and why."""
    summary = pipeline.receipt(look)
    for sentence, times, rows in summary.rules:
        st.markdown(f"- {as_typed(sentence[0].upper() + sentence[1:])}: {times}, in {_rows(rows)}")
    if not summary.rules:
        st.markdown("Nothing had to be changed.")
    else:
        with st.expander("See every change"):
            show_log(look)
    st.markdown(
        f"**{count(summary.ready, 'row')} ready. {count(summary.left_out, 'answer')} left out. "
        f"{count(summary.set_aside, 'row')} set aside.**"
    )


def show_log(look: Look) -> None:
    """Every entry of the cleaning log; this element shows text and renders none."""
    headings = {column: m.heading for m in look.recognition.matches for column in m.columns}
    st.dataframe(
        {
            "Row": [entry.row for entry in look.cleaned.log],
            "Question": [headings.get(entry.column or 0, "") for entry in look.cleaned.log],
            "In the file": [entry.before for entry in look.cleaned.log],
            "We use": [entry.after or "(left out)" for entry in look.cleaned.log],
            "Why": [entry.why for entry in look.cleaned.log],
        },
        hide_index=True,
        alt="Every change that was made to the answers, with its row and the reason",
    )


def _rows(rows: tuple[int, ...]) -> str:
    return f"row {rows[0]}" if len(rows) == 1 else f"rows {', '.join(map(str, rows))}"


def count(number: int, word: str) -> str:
    """Such as "1 row" or "2 rows"."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def name_not_drawn(wordings: tuple[str, ...]) -> None:
    """Say honestly what was asked and has no chart yet."""
    if wordings:
        named = "; ".join(f"“{as_typed(wording)}”" for wording in wordings)
        st.markdown(f"Also asked, and kept, but without a chart yet: {named}.")
