"""The same question at two times, side by side: two findings, and never a change."""

import pandas as pd

from rm_eval.disclosure import Published
from rm_eval.wording.figures import NO_ANSWERS, by_group, figures, group_with_n, joined
from rm_eval.wording.headline import finding, subject
from rm_eval.wording.numbers import numbers_table
from rm_eval.wording.surroundings import asked, how_answered, notes, what_and_whom
from rm_eval.wording.times import AT

NOT_A_CHANGE = "Different people may have answered each time: this is not change."
KIND = "The same chart for each time"
NOT_LISTED = "not listed"


def headline_of_times(times: tuple[Published, ...]) -> str:
    """What was found each time."""
    found = "; ".join(f"{at(one)} {finding(one)}" for one in times)
    return f"{subject(times[-1].question)}: {found}"


def subtitle_of_times(times: tuple[Published, ...]) -> str:
    """The question as asked, who answered when, and where."""
    last = times[-1]
    who = joined([f"{_groups(one)} {at(one)}" for one in times])
    place = [part.strip() for part in (last.scope.organisation, last.scope.cohort)]
    where = ", ".join(filter(None, (f"{who[:1].upper()}{who[1:]}", *place)))
    return " ".join(filter(None, (asked(last.question), how_answered(last), f"{where}.")))


def alt_of_times(times: tuple[Published, ...]) -> str:
    """What the charts show, and that it is no change."""
    return f"{KIND}: {what_and_whom(times[-1])}. {headline_of_times(times)}. {NOT_A_CHANGE}"


def table_of_times(times: tuple[Published, ...]) -> pd.DataFrame:
    """The figures of each time in columns of their own."""
    tables = [_renamed(one) for one in times]
    merged = tables[0]
    for table in tables[1:]:
        merged = merged.merge(table, how="outer", on=merged.columns[0], sort=False)
    order = dict.fromkeys(name for table in tables for name in table.iloc[:, 0])
    merged = merged.set_index(merged.columns[0]).loc[list(order)].reset_index()
    # Of a form nobody knows an answer is listed only where somebody gave it, or enough people did.
    return merged.fillna(NOT_LISTED).astype(str)


def notes_of_times(times: tuple[Published, ...]) -> tuple[str, ...]:
    """First that it is no change; then the notes of each time."""
    return NOT_A_CHANGE, *notes(*times)


def at(published: Published) -> str:
    """When its question was asked: "at the start"."""
    return AT[published.scope.stage]


def _groups(published: Published) -> str:
    firsts = [those[0] for those in by_group(figures(published)).values()]
    return joined([group_with_n(first) for first in firsts]) or NO_ANSWERS


def _renamed(published: Published) -> pd.DataFrame:
    table = numbers_table(published)
    first, *groups = table.columns
    when = {name: name.replace(" (", f" {at(published)} (", 1) for name in groups}
    return table.rename(columns={first: "Answer", **when})
