"""Published views written by hand, leaks included: what no gate of ours would let through."""

import pandas as pd

from rm_eval.disclosure import COLUMNS, Audience, Published
from rm_eval.measures import Kind
from rm_eval.questionnaire import Question
from rm_eval.responses import Scope
from tests.factories import A_DAY, NAN, SCOPE

MEASURES: dict[str, Kind] = {
    "multiple_choice": "ticks",
    "single_choice": "choices",
    "likert": "likert",
    "yes_no": "yes_no",
    "scale": "scale",
    "ranking": "ranking",
    "free_text": "themes",
}
# A count told exactly, as a range, or not at all.
Told = int | tuple[float, float] | None


def view(  # noqa: PLR0913 - a view has that many parts
    question: Question,
    groups: dict[str, tuple[int | str, dict[str, Told]]],
    *,
    audience: Audience = "internal",
    scope: Scope = SCOPE,
    measure: str = "",
    notes: tuple[str, ...] = (),
) -> Published:
    """Tell of each group how many people it is, and of each figure a number, a range or nothing.

    A figure is an answer, or "mean", or statistic and answer apart: "top_3 option_0".
    """
    rows = [
        row(group, n, figure, told)
        for group, (n, figures) in groups.items()
        for figure, told in figures.items()
    ]
    return Published(
        rows=pd.DataFrame(rows, columns=list(COLUMNS)),
        question=question,
        scope=scope,
        measure=measure or MEASURES[question.type],
        audience=audience,
        grouped=0,
        notes=notes,
        sources=(),
        sample=False,
        made_on=A_DAY,
    )


def row(group: str, n: int | str, figure: str, told: Told) -> dict[str, object]:
    statistic, _, answer = figure.rpartition(" ")
    if answer.startswith("mean") and not statistic:
        statistic, answer = answer, ""
    low, high = told if isinstance(told, tuple) else (told, told)
    is_mean = statistic.startswith("mean")
    exact = told is not None and (low == high or is_mean)
    return {
        "group": group,
        "group_label": f"{group.title()}s",
        "statistic": statistic or "people",
        "answer": answer,
        "label": answer,
        "shown": "hidden" if told is None else "exact" if exact else "band",
        "value": (low + high) / 2 if exact else NAN,
        "low": NAN if told is None else float(low),
        "high": NAN if told is None else float(high),
        "n": float(n) if isinstance(n, int) else NAN,
        "n_text": str(n),
        "share_low": NAN,
        "share_high": NAN,
        "text": "hidden" if told is None else "told",
        "why": "",
    }
