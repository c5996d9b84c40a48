"""How far people came, in numbers that may be told. Never as rates: the groups are too small.

These are no answers, but a colleague who left may be known by name. So beyond the programme team a
step is told as the people who stayed are told elsewhere: few are never counted out, and neither
are all but few.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from rm_eval.disclosure import STANDARD, Audience, Limits
from rm_eval.disclosure.policy import LARGE_GROUP, attrition_bands, bands
from rm_eval.programme import CohortRecord, Funnel, Matching

Step = Literal["interested", "trained", "matched", "finished"]
STEPS: dict[Step, str] = {
    "interested": "Interested",
    "trained": "Trained",
    "matched": "Matched",
    "finished": "Finished",
}
UNKNOWN = "Not stated"
NOT_SHOWN = "Not shown"
WHY_NOT_SHOWN = (
    "Where fewer than {few} people are, or may have left, no number is shown outside the programme "
    "team."
)


@dataclass(frozen=True, kw_only=True, slots=True)
class FunnelTold:
    """The funnel of one cohort, for one audience.

    Attributes
    ----------
    steps
        Of each step: its name, mentors, mentees.
    sentences
        What follows: who fell away, how pairs were made, why something is not shown.
    """

    steps: tuple[tuple[str, str, str], ...] = ()
    sentences: tuple[str, ...] = ()


def funnel_told(
    record: CohortRecord, *, audience: Audience, limits: Limits = STANDARD
) -> FunnelTold:
    """Tell how far the people of a cohort came; nothing where no number is known."""
    if record.mentors.is_empty and record.mentees.is_empty and record.matching.is_empty:
        return FunnelTold()
    mentors = _steps(record.mentors, audience, limits)
    mentees = _steps(record.mentees, audience, limits)
    steps = tuple(zip(STEPS.values(), mentors, mentees, strict=True))
    sentences = list(_matching(record.matching, audience, limits))
    if audience == "team":
        left = (*_left(record.mentors, "mentors"), *_left(record.mentees, "mentees"))
        sentences = [*left, *sentences]
    elif any(not told.isdigit() and told != UNKNOWN for told in (*mentors, *mentees)):
        sentences.append(WHY_NOT_SHOWN.format(few=limits.smallest))
    return FunnelTold(steps=steps, sentences=tuple(sentences))


def _steps(funnel: Funnel, audience: Audience, limits: Limits) -> list[str]:
    """Each step against the last one that was told exactly, so that no subtraction tells more.

    The public is told what colleagues are told, or less: whoever reads both learns no more.
    """
    told: list[str] = []
    before: int | None = None
    for step in STEPS:
        count: int | None = getattr(funnel, step)
        if count is None:
            told.append(UNKNOWN)
        elif audience == "team":
            told.append(str(count))
        else:
            told.append(_after(before, count, limits))
            before = count if told[-1] == str(count) else before
    if audience != "public":
        return told
    return [_for_the_public(one, _least_exact(audience, limits)) for one in told]


def _for_the_public(told: str, least: int) -> str:
    """Say less, from what colleagues are told and from nothing else."""
    number = next((int(word) for word in told.split() if word.isdecimal()), None)
    if number is None:
        return told
    if told.startswith("fewer"):
        return f"fewer than {max(number, least)}"
    if number >= least:
        return told
    return f"fewer than {least}" if told.isdecimal() else NOT_SHOWN


def _after(before: int | None, count: int, limits: Limits) -> str:
    """Tell a step, where the last one told exactly was `before`; None where there was none."""
    few = limits.smallest
    if before is None:
        return str(count) if count >= few else f"fewer than {few}"
    if count > before:  # how many came in late is told only where they are not few
        return str(count) if count - before >= few else f"{before} or more"
    told = attrition_bands(before, limits=limits)
    low, high = next(one for one in told if one[1] >= count)
    if (low, high) == (0, before):
        return NOT_SHOWN
    if low == high:
        return str(low) if low >= few else f"fewer than {few}"
    return f"{low} or more" if low else f"fewer than {high + 1}"


def _left(funnel: Funnel, who: str) -> list[str]:
    """Say for the team how many fell away, or came in, between two steps that are known."""
    known = [(step, getattr(funnel, step)) for step in STEPS if getattr(funnel, step) is not None]
    sentences = []
    for (earlier, before), (later, now) in pairwise(known):
        if now != before:
            way = "fewer" if now < before else "more"
            people = who.removesuffix("s") if abs(now - before) == 1 else who
            sentences.append(f"Between {earlier} and {later}: {abs(now - before)} {way} {people}.")
    return sentences


def _matching(matching: Matching, audience: Audience, limits: Limits) -> list[str]:
    if audience == "team":
        return _matching_in_full(matching)
    got, asked = matching.got_one, matching.asked
    if got is None or asked is None:
        return []
    told = bands("ordinary", asked, audience, limits=limits)
    low, high = next(one for one in told if one[0] <= got <= one[1])
    if (low, high) == (0, asked):
        return []
    words = str(low) if low == high else f"{low} or more" if high == asked else f"{low} to {high}"
    of = str(asked) if asked >= _least_exact(audience, limits) else "the"
    return [f"{words} of {of} mentors got one of the three mentees they had named."]


def _least_exact(audience: Audience, limits: Limits) -> int:
    return max(limits.smallest, LARGE_GROUP) if audience == "public" else limits.smallest


def _matching_in_full(matching: Matching) -> list[str]:
    named = {
        "their first": matching.first,
        "their second": matching.second,
        "their third": matching.third,
        "none of their three": matching.none_of_them,
    }
    known = [f"{count} got {which}" for which, count in named.items() if count is not None]
    sentences = [f"Of mentors who named three mentees: {', '.join(known)}."] if known else []
    if matching.got_one is not None:
        sentences.insert(
            0,
            f"{matching.got_one} of {matching.asked} mentors got one of the three mentees they had "
            "named.",
        )
    if matching.again is not None:
        pairs = "1 pair was" if matching.again == 1 else f"{matching.again} pairs were"
        sentences.append(f"{pairs} made anew later.")
    return sentences
