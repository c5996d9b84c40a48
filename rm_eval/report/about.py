"""What a pack says of itself at the top: of whom, for whom, made when, from what."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rm_eval.charts import Chart
from rm_eval.disclosure import AUDIENCES

NO_DAY = date(1980, 1, 1)  # the first that a zip knows


@dataclass(frozen=True, kw_only=True, slots=True)
class About:
    """What stands at the top of a pack's contents, of its workbook and of its page to print.

    Attributes
    ----------
    lines
        Of whom, for whom, made on, made from; a line each.
    day
        Its files are dated by it, so that the same figures make the same pack.
    name
        What its file is called, without ending.
    """

    title: str
    lines: tuple[str, ...]
    day: date
    name: str


def about_of(charts: Sequence[Chart]) -> About:
    """Say it of charts of one organisation."""
    title = "Charts of a reverse mentoring programme"
    if not charts:
        return About(title=title, lines=(), day=NO_DAY, name="charts")
    *place, _, audience, day = charts[0].file_name.rsplit("_", 3)
    return About(
        title=title,
        lines=(*_scopes(charts), *_audiences(charts), *_days(charts)),
        day=charts[0].published.made_on,
        name="_".join([*place, audience, day]),
    )


def made_on(day: date) -> str:
    """Such as "Made on: 21 November 2026"."""
    return f"Made on: {day.day} {day:%B %Y}"


def _scopes(charts: Iterable[Chart]) -> list[str]:
    scopes = [chart.published.scope for chart in charts]
    words = [f"{s.organisation}, {s.cohort}, {s.when}" for s in scopes]
    return [f"Of: {word}" for word in dict.fromkeys(words)]


def _audiences(charts: Iterable[Chart]) -> list[str]:
    those = dict.fromkeys(chart.published.audience for chart in charts)
    return [f"For: {AUDIENCES[audience]}" for audience in those]


def _days(charts: Iterable[Chart]) -> list[str]:
    return [made_on(day) for day in dict.fromkeys(chart.published.made_on for chart in charts)]
