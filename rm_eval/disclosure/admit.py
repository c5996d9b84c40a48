"""Admit: figures that come from somebody else pass the same gate as our own.

A share file says what another organisation told. Whether it did so by the rules is not for the
file to say: here the rules are applied again, to what a reader can work out from its figures.
"""

from functools import cache
from math import prod
from typing import Literal

from rm_eval.disclosure.blind import Figure, Knowledge, is_safe, keeps_everybody_safe
from rm_eval.disclosure.kinds import KINDS
from rm_eval.disclosure.knowledge import Scores, Sums, Ticks
from rm_eval.disclosure.policy import LARGE_GROUP, Bands, attrition_bands, bands, is_told, thirds
from rm_eval.disclosure.told import Told, ToldGroup, ToldTotal
from rm_eval.errors import DamagedShareFile
from rm_eval.measures import EVERYBODY, GROUP_LABELS, MEASURES, Kind
from rm_eval.measures.themes import NO_THEME
from rm_eval.questionnaire import Mark, QuestionType, Scale, all_questions

# A cohort has 7 to 30 people. So many are no cohort, and would take long to check.
MOST_PEOPLE = 5_000
# Ways that figures can have come about, times figures. Honest ones leave few ways.
MOST_WORK = 200_000
TYPES: dict[Kind, QuestionType] = {kind: type_ for type_, kind, _ in MEASURES}
# Kinds of which everybody knows the answers there can be.
ANSWERS: dict[Kind, set[str]] = {
    "yes_no": {"yes", "no"},
    "change": {"down", "same", "up"},
    "attrition": {"stayed", "left"},
}
MOST_ANSWERS = 1_000
LONGEST_SCALE = 1_000
DELICATE: tuple[Mark, ...] = ("ordinary", "opinion", "harm")


def admit(told: Told, audience: Literal["internal", "public"]) -> Told:
    """Let figures in that another organisation told of one cohort, as they are.

    Parameters
    ----------
    audience
        For whom they were told.

    Returns
    -------
    Told
        What was given.

    Raises
    ------
    DamagedShareFile
        Where our rules would not have told as much, or the figures cannot all be true. The message
        is a part of a sentence, such as "12 people and 14 answers".
    """
    _check_question(told)
    roles = [group.role for group in told.groups]
    if not roles or len(set(roles)) < len(roles) or set(roles) - GROUP_LABELS.keys():
        raise _refusal("its groups of people are not mentors and mentees, each once")
    if EVERYBODY in roles and len(roles) > 1:
        raise _refusal("it counts mentors and mentees together and apart")
    for group in told.groups:
        _check_group(told, group, audience)
    for role, n_answered, n_sent in told.responses:
        check_size(told.limits.smallest, n_answered, audience)
        if role not in roles or n_sent < 1:
            raise _refusal("it says how many were sent the form of people it does not show")
    return told


def check_size(smallest: int, n: int, audience: Literal["internal", "public"]) -> None:
    """Refuse a group whose size this reader may not be told.

    Raises
    ------
    DamagedShareFile
        As `admit`.
    """
    least = max(smallest, LARGE_GROUP) if audience == "public" else smallest
    if not least <= n <= MOST_PEOPLE:
        raise _refusal(f"a group of {n} people: it may hold groups of {least} to {MOST_PEOPLE}")


def _refusal(what: str) -> DamagedShareFile:
    return DamagedShareFile(what, code="inconsistent")


@cache
def _our_marks() -> dict[str, Mark]:
    return {question.id: question.mark for question in all_questions()}


def _check_question(told: Told) -> None:
    asked, kind = told.question, told.kind
    if kind not in KINDS:
        raise _refusal("figures of this kind are for the programme team only")
    if TYPES.get(kind, asked.type) != asked.type or (kind == "scale" and asked.scale is None):
        raise _refusal("its figures do not fit what was asked")
    scale = asked.scale
    if scale is not None and not 0 < scale.high - scale.low <= LONGEST_SCALE:
        raise _refusal("its scale ends before it begins, or never")
    ours = _our_marks().get(asked.id, asked.mark)
    if DELICATE.index(asked.mark) < DELICATE.index(ours):
        raise _refusal("a delicate question is marked as if it were not")


def _check_group(told: Told, group: ToldGroup, audience: Literal["internal", "public"]) -> None:
    mark, limits = told.question.mark, told.limits
    check_size(limits.smallest, group.n, audience)
    if group.cohorts != 1 or not is_told(mark, group.n, audience, limits=limits):
        raise _refusal("a group this small is not told of what could hurt somebody")
    if not group.counts or group.says_nothing:
        raise _refusal("a group of which nothing is told")
    _check_each(told, group)
    told_in = (
        attrition_bands(group.n, limits=limits)
        if told.kind == "attrition"
        else bands(mark, group.n, "internal", limits=limits)
    )
    known = _known(told, group)
    if not known.ranges or any(low > high for low, high in known.ranges):
        raise _refusal("its figures cannot all be true of so many people")
    _check_safe(told, group, told_in, known)


def _check_each(told: Told, group: ToldGroup) -> None:
    """Check what each figure is, and that it lies within what so many people can give."""
    names = [(count.statistic, count.answer) for count in group.counts]
    names += [(total.statistic, total.answer) for total in group.totals]
    if len(set(names)) < len(names):
        raise _refusal("a figure that stands twice")
    answers = {count.answer for count in group.counts}
    if len(answers) > MOST_ANSWERS or ANSWERS.get(told.kind, answers) != answers:
        raise _refusal("answers that are not those of its question")
    statistics = {count.statistic for count in group.counts}
    is_ranking = told.kind == "ranking"
    if len(statistics) > 1 or not all(_is_count(one, is_ranking=is_ranking) for one in statistics):
        raise _refusal("figures of two kinds in one group")
    if not all(0 <= low <= high <= group.n for low, high in (c.bounds for c in group.counts)):
        raise _refusal(f"a count that is less than nobody, or more than all {group.n} people")
    for total in group.totals:
        _check_total(told, group, total)


def _is_count(statistic: str, *, is_ranking: bool) -> bool:
    top = statistic.removeprefix("top_")
    return top != statistic and top.isdecimal() if is_ranking else statistic == "people"


def _check_total(told: Told, group: ToldGroup, total: ToldTotal) -> None:
    if told.kind == "scale":
        cut = thirds(told.question.scale or Scale())
        fits = (total.statistic, total.answer) == ("mean", "")
        fits &= total.ends == (cut[0][0], cut[-1][1])
    else:
        fits = told.kind == "ranking" and total.statistic == "mean_place"
        fits &= total.answer in {count.answer for count in group.counts}
        fits &= total.ends[0] == 1 and total.ends[1] >= len(group.counts)
    (low, high), (least, most) = total.bounds, total.ends
    if not fits or not least * group.n <= low <= high <= most * group.n:
        raise _refusal("a mean that so many people cannot give")


def _known(told: Told, group: ToldGroup) -> Knowledge:
    """What a reader can work out from a group's figures."""
    bounds = tuple(count.bounds for count in group.counts)
    if told.kind in {"ticks", "themes"}:
        return _ticks(told, group)
    if told.kind == "scale":
        return _scores(told, group)
    if told.kind != "ranking":
        return Sums(bounds=bounds, total=group.n)
    # Of items that are not listed, and of places that nobody gave, nothing is told.
    n_top = int(group.counts[0].statistic.removeprefix("top_")[:3])
    return Sums(bounds=(*bounds, (0, n_top * group.n)), total=n_top * group.n)


def _ticks(told: Told, group: ToldGroup) -> Ticks:
    apart = {one.id for one in told.question.options if one.exclusive} | {NO_THEME}
    alone = tuple(at for at, count in enumerate(group.counts) if count.answer in apart)
    ways = 1 + sum(high - low for low, high in (group.counts[at].bounds for at in alone))
    size = len(group.counts)
    _check_work(min(ways, group.n + 1) * size * (size if told.kind == "themes" else 1 + len(alone)))
    return Ticks(
        bounds=tuple(count.bounds for count in group.counts),
        n=group.n,
        alone=alone,
        everybody=told.kind == "themes",
    )


def _scores(told: Told, group: ToldGroup) -> Scores:
    parts = thirds(told.question.scale or Scale())
    if [count.answer for count in group.counts] != [f"{low}-{high}" for low, high in parts]:
        raise _refusal("a scale that is not cut in its parts")
    _check_work(prod(1 + high - low for low, high in (c.bounds for c in group.counts[:-1])))
    ends = parts[0][0] * group.n, parts[-1][1] * group.n
    return Scores(
        n=group.n,
        bounds=tuple(count.bounds for count in group.counts),
        total=group.totals[0].bounds if group.totals else ends,
        parts=parts,
    )


def _check_work(cells: int) -> None:
    if cells > MOST_WORK:
        raise _refusal("figures so vague that they would take too long to check")


def _check_safe(told: Told, group: ToldGroup, told_in: Bands, known: Knowledge) -> None:
    both_ways = told.kind in {"ticks", "themes", "ranking"}
    figures = [Figure(value=0, bands=told_in, both_ways=both_ways) for _ in group.counts]
    total = (Figure(value=0, bands=(), is_count=False),) if told.kind == "scale" else ()
    safe = all(
        keeps_everybody_safe(count.bounds, told_in, both_ways=both_ways) for count in group.counts
    )
    # Where some have left, ranges were widened one by one: what seems to follow of those who are
    # left is not what is so.
    if not safe or not (told.some_left or is_safe(known, (*total, *figures))):
        raise _refusal("more exact figures than the rules for small groups allow")
