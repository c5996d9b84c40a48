"""`Chart`: a drawing with everything that must travel with it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import pandas as pd
import plotly.graph_objects as go

from rm_eval.charts.canvas import Canvas
from rm_eval.charts.theme import Frame
from rm_eval.disclosure import Published


class Drawing(Protocol):
    """What a picture is made of: a chart, or a drawing in which there is no answer at all."""

    @property
    def headline(self) -> str:
        """The finding, one sentence."""

    @property
    def subtitle(self) -> str:
        """What is drawn, of whom."""

    @property
    def alt(self) -> str:
        """For a reader who does not see it."""

    @property
    def table(self) -> pd.DataFrame:
        """The same as text, all columns str."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What has to travel with it."""

    @property
    def lay_out(self) -> Callable[[Frame], Canvas]:
        """Draw the same again for another frame."""

    @property
    def file_name(self) -> str:
        """What a file of it is called, without ending."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Chart:
    """One question, or several side by side, drawn.

    Attributes
    ----------
    id
        Unique among the charts of one cohort and stage: the question's id, with the kind of chart
        behind it where there are several of a question.
    figure
        The plot without its words around it: no title, no footer. White, fixed axes, no toolbar.
    headline
        The finding in counts, one sentence.
    subtitle
        The question as asked, how it was asked, who answered, of whom.
    alt
        For a reader who does not see the picture: type, subject, main point.
    table
        The same figures as text, ready to show: all columns str.
    notes
        Small-group sentence, how blanks were counted, what is grouped, source, date.
    file_name
        Without ending: organisation_cohort_stage_question_audience_date, lower case, safe.
    published
        What it was drawn from; the first where that is several.
    lay_out
        Draw the same again for another frame: a phone, or a picture.
    others
        What else it was drawn from.
    """

    id: str
    figure: go.Figure
    headline: str
    subtitle: str
    alt: str
    table: pd.DataFrame
    notes: tuple[str, ...]
    file_name: str
    published: Published
    lay_out: Callable[[Frame], Canvas]
    others: tuple[Published, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class PlainChart:
    """A drawing with everything that must travel with it. There is nobody's answer in it.

    Attributes are those of `Chart`, without what it was published from.
    """

    id: str
    figure: go.Figure
    headline: str
    subtitle: str
    alt: str
    table: pd.DataFrame
    notes: tuple[str, ...]
    file_name: str
    lay_out: Callable[[Frame], Canvas]
