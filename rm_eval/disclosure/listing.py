"""Which answers to a question nobody knows may be listed at all.

The options of a form nobody knows were gathered from its answers, so a label may be what one
person typed beside "Other": how often it was given would be a band anyway, but the words
themselves could name somebody. So beyond the team an answer is listed only where a group gave it
more often than a band of few would hold; that it was given so often is then no secret.
"""

from dataclasses import dataclass

import pandas as pd

from rm_eval.disclosure.policy import END_BAND, Bounds, Limits, is_told
from rm_eval.measures import Measured

RARE_WORDS = f"Answers that no more than {END_BAND} people of a group gave are not listed."
ANY_OTHER, ANY_OTHER_LABEL = "any_other_answer", "Any other answer"


@dataclass(frozen=True, kw_only=True, slots=True)
class Listing:
    """How the answers of one group may be listed.

    Attributes
    ----------
    unlisted
        Answers that are not.
    known
        What the list itself tells of an answer: between which ends its count lies.
    notes
        What has to be said of it.
    """

    unlisted: frozenset[str] = frozenset()
    known: tuple[tuple[str, Bounds], ...] = ()
    notes: tuple[str, ...] = ()


def list_answers(measured: Measured, limits: Limits) -> dict[str, Listing]:
    """Find, for each group, which answers may be listed, and what the list tells.

    That an answer is listed tells that some group gave it often. So each group says whether it is
    one of those; else the others' answers would tell something of theirs.
    """
    sizes = measured.rows.groupby("group", sort=False)["n"].max().astype(int)
    if not measured.question.are_gathered or measured.kind not in {"ticks", "choices", "ranking"}:
        met = sorted(measured.met) if len(sizes) == 1 else []
        return {
            str(group): Listing(known=tuple((answer, (min(1, n), n)) for answer in met))
            for group, n in sizes.items()
        }
    mark = measured.question.mark
    people = _people_behind(measured)
    told = [g for g, n in sizes.items() if is_told(mark, n, "internal", limits=limits)]
    often = people[told] > END_BAND
    listed = people.index[often.any(axis=1)]
    few = 0, END_BAND
    return {
        str(group): Listing(
            unlisted=frozenset(people.index.difference(listed if group in told else [])),
            known=tuple(
                (str(a), (END_BAND + 1, n) if people[str(group)][a] > END_BAND else few)
                for a in listed
            ),
            notes=(RARE_WORDS,),
        )
        for group, n in sizes.items()
    }


def _people_behind(measured: Measured) -> pd.DataFrame:
    """Count the people behind each answer, one column a group: for a ranking, at any place."""
    rows = measured.rows
    counted = rows["statistic"].str.startswith("place_") | (rows["statistic"] == "people")
    return rows[counted].pivot_table(
        index="answer", columns="group", values="value", aggfunc="sum", fill_value=0.0
    )
