"""Which answers to a question nobody knows may be listed at all.

The options of a form nobody knows were gathered from its answers, so a label may be what one
person typed beside "Other": how often it was given would be a band anyway, but the words
themselves could name somebody. So beyond the team an answer is listed only where a group gave it
more often than a band of few would hold; that it was given so often is then no secret.
"""

from dataclasses import dataclass

import pandas as pd

from rm_eval.disclosure.policy import END_BAND, Limits, is_told
from rm_eval.measures import Measured

RARE_WORDS = f"Answers that no more than {END_BAND} people of a group gave are not listed."
ANY_OTHER, ANY_OTHER_LABEL = "any_other_answer", "Any other answer"


@dataclass(frozen=True, kw_only=True, slots=True)
class Listing:
    """How the answers to a question may be listed.

    Attributes
    ----------
    unlisted
        Answers that are not.
    least
        How many people of a group gave an answer at least, as its being listed tells.
    notes
        What has to be said of it.
    """

    unlisted: frozenset[str] = frozenset()
    least: tuple[tuple[str, int], ...] = ()
    notes: tuple[str, ...] = ()


def list_answers(measured: Measured, limits: Limits) -> Listing:
    """Find which answers may be listed, and what the list tells."""
    told = _groups_told(measured, limits)
    is_only_one = len(measured.rows["group"].unique()) == 1
    if measured.question.known or measured.kind not in {"ticks", "choices", "ranking"}:
        least = ((answer, 1) for answer in sorted(measured.met))
        return Listing(least=tuple(least) if is_only_one else ())
    most = _people_behind(measured)[told].max(axis=1) if told else None
    answers = [str(answer) for answer in measured.rows["answer"].unique() if answer]
    listed = [a for a in answers if most is not None and most.get(a, 0) > END_BAND]
    return Listing(
        unlisted=frozenset(answers) - set(listed),
        least=tuple((answer, END_BAND + 1) for answer in listed) if is_only_one else (),
        notes=(RARE_WORDS,),
    )


def _groups_told(measured: Measured, limits: Limits) -> list[str]:
    sizes = measured.rows.groupby("group", sort=False)["n"].max()
    mark = measured.question.mark
    return [str(g) for g, n in sizes.items() if is_told(mark, int(n), "internal", limits=limits)]


def _people_behind(measured: Measured) -> pd.DataFrame:
    """Count the people behind each answer, one column a group: for a ranking, at any place."""
    rows = measured.rows
    counted = rows["statistic"].str.startswith("place_") | (rows["statistic"] == "people")
    return rows[counted].pivot_table(
        index="answer", columns="group", values="value", aggfunc="sum", fill_value=0.0
    )
