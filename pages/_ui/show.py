"""How a chart, a table and a receipt look: the same on every page."""

import re
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from pages._ui import acting, resources
from pages._ui.resources import Drawn
from rm_eval import pipeline
from rm_eval.pipeline import Chart, Statistics
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
[data-testid="stTable"] { overflow-x: auto; }
[data-testid="stExpander"] [data-testid="stMarkdown"] { overflow-x: auto; }
[data-testid="stMarkdown"] blockquote p { color: #3d3d3d; opacity: 1; }
.modebar-btn path { fill: #3d3d3d !important; }
[class*="st-key-narrow_"] { display: none; }
@media (max-width: 640px) {
  [class*="st-key-wide_"] { display: none; }
  [class*="st-key-narrow_"] { display: flex; }
  [data-testid="stExpander"] :is(th, td) { padding: 0.25rem 0.35rem; }
}
</style>"""
HIGHEST, LOWEST = 2, 4  # headings a chart may have
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


def show_chart(drawn: Drawn, *, level: int = 2, narrow: bool = False, acts: bool = True) -> None:
    """One chart with its words, its numbers and its downloads.

    Parameters
    ----------
    drawn
        The chart.
    level
        Of its headline among the headings of the page.
    narrow
        Whether it stands in a column, where there is room for the layout of a phone.
    acts
        Whether an action can come from it: not from what several organisations found.
    """
    chart = drawn.chart
    if level == LOWEST:
        st.markdown(f"#### {as_typed(chart.headline)}")
    else:
        (st.header if level == HIGHEST else st.subheader)(as_typed(chart.headline), anchor=False)
    st.markdown(as_typed(chart.subtitle))
    _draw(drawn, (("column", drawn.narrow),) if narrow else _layouts(drawn))
    for sentence in pipeline.who_is_hidden(chart.published, drawn.ways):
        st.markdown(as_typed(sentence))
    show_numbers(drawn, acts=acts)


def show_numbers(drawn: Drawn, *, acts: bool = True) -> None:
    """The numbers under a chart, what stands behind them, and its downloads."""
    chart = drawn.chart
    with st.expander("Show the numbers"):
        show_table(chart.table.to_dict("list"))
        for note in chart.notes:
            st.markdown(as_typed(note))
    show_statistics(drawn.statistics)
    with st.container(horizontal=True):
        _offer_downloads(chart)
        if acts:
            acting.offer(chart)


def show_drawing(drawn: Drawn) -> None:
    """A drawing without an answer in it, such as a timeline: words, picture, table, downloads."""
    chart = drawn.chart
    st.header(as_typed(chart.headline), anchor=False)
    st.markdown(as_typed(chart.subtitle))
    _draw(drawn, _layouts(drawn))
    with st.expander("Show this as a table"):
        show_table(chart.table.to_dict("list"))
        for note in chart.notes:
            st.markdown(as_typed(note))
    with st.container(horizontal=True):
        _offer_downloads(chart)


def show_statistics(found: tuple[Statistics, ...]) -> None:
    """Ranges and tests, kept apart from what everybody reads; nothing where there are none."""
    if not found:
        return
    with st.expander("Show the statistics"):
        # One element and no frames: a page may have forty of them, and is made anew at each click.
        st.markdown("\n\n".join(line for one in found for line in _in_markdown(one)))


def _in_markdown(one: Statistics) -> list[str]:
    heading = f"**{as_typed(one.heading)}**" if one.heading else ""
    rows = [list(one.table), ["---"] * len(one.table), *zip(*one.table.values(), strict=True)]
    table = "\n".join(f"| {' | '.join(_cells(row))} |" for row in rows) if one.table else ""
    bullet = "- " if heading else ""
    sentences = "\n".join(f"{bullet}{as_typed(sentence)}" for sentence in one.sentences)
    return [part for part in (heading, table, sentences) if part]


def _cells(row: Sequence[str]) -> list[str]:
    return [cell if cell == "---" else as_typed(cell) for cell in row]


def say_how_to_save() -> None:
    """Where this machine cannot draw pictures, say what helps."""
    if not resources.can_draw_pictures():
        st.info(USE_THE_CAMERA)


def _layouts(drawn: Drawn) -> tuple[tuple[str, go.Figure], ...]:
    """Both layouts are sent, and the window's width decides which is seen (`STYLE`)."""
    return ("wide", drawn.chart.figure), ("narrow", drawn.narrow)


def _draw(drawn: Drawn, layouts: tuple[tuple[str, go.Figure], ...]) -> None:
    chart = drawn.chart
    for frame, figure in layouts:
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


def show_table(columns: Mapping[str, Sequence[str]]) -> None:
    """A table that screen readers can walk, with every cell as typed."""
    st.table(
        {
            as_typed(name): [as_typed(str(cell)) for cell in cells]
            for name, cells in columns.items()
        },
        border="horizontal",
        hide_index=True,
    )


def count(number: int, word: str) -> str:
    """Such as "1 row" or "2 rows"."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def name_not_drawn(wordings: tuple[str, ...]) -> None:
    """Say honestly what was asked and has no chart: people's own words, without themes."""
    if wordings:
        named = "; ".join(f"“{as_typed(wording)}”" for wording in wordings)
        st.markdown(
            f"Also asked, answered in people’s own words and kept, but not charted: {named}."
        )
