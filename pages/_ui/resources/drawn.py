"""A chart as a page shows it."""

from typing import NamedTuple

import plotly.graph_objects as go

from rm_eval.charts import PHONE, PlainChart
from rm_eval.pipeline import Chart, Statistics, Way

# A chart, or a drawing in which there is nobody’s answer.
Picture = Chart | PlainChart


class Drawn(NamedTuple):
    """A chart, and the same drawing laid out for a phone: no server knows how wide a window is.

    With them the ways there are to see more of it, and for the team what stands behind it.
    """

    chart: Picture
    narrow: go.Figure
    ways: tuple[Way, ...] = ()
    statistics: tuple[Statistics, ...] = ()


def as_drawn(chart: Picture) -> Drawn:
    """Lay a chart out for both."""
    return Drawn(chart=chart, narrow=chart.lay_out(PHONE).figure())
