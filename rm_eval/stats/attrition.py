"""People who are no longer there: how many, and what their silence could hide."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from rm_eval.stats.reasons import because
from rm_eval.stats.scores import Numbers, scores
from rm_eval.stats.unpaired import TwoGroups, two_groups

NOBODY_MATCHED = "nobody's two answers could be linked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One wave in the flow of people.

    Attributes
    ----------
    n
        People who answered.
    n_linked
        Of them, people also found in the wave before.
    n_new
        People with a code that the wave before does not hold.
    n_without_code
        People who cannot be looked for in another wave.
    n_lost
        People with a code in the wave before who are not in this one.

    In the first wave nobody is linked, new or lost.
    """

    n: int
    n_linked: int
    n_new: int
    n_without_code: int
    n_lost: int


def flow(waves: Sequence[Sequence[Hashable | None]]) -> tuple[Step, ...]:
    """Count who comes back from wave to wave.

    Parameters
    ----------
    waves
        In order of time; of each person who answered a code, or None. A code twice in a wave is one
        person.

    Notes
    -----
    "New" and "lost" are upper limits: a mistyped code makes one person both.
    """
    steps = []
    earlier: frozenset[Hashable] | None = None
    for wave in waves:
        without = sum(code is None for code in wave)
        people = frozenset(code for code in wave if code is not None)
        before = people if earlier is None else earlier
        linked = 0 if earlier is None else len(people & before)
        steps.append(
            Step(
                n=len(people) + without,
                n_linked=linked,
                n_new=len(people - before),
                n_without_code=without,
                n_lost=len(before - people),
            )
        )
        earlier = people
    return tuple(steps)


@dataclass(frozen=True, slots=True, kw_only=True)
class DropOutBounds:
    """What the mean change could have been, had everybody stayed.

    Attributes
    ----------
    n_matched, n_leavers
        People whose change is known, and who left before it could be.
    mean_change
        Of those matched, in scale points.
    if_unchanged
        Had every leaver changed by 0.
    if_worst
        Had every leaver changed as the matched person who changed worst.
    why
        Reasons for what is None.
    """

    n_matched: int
    n_leavers: int
    mean_change: float | None
    if_unchanged: float | None
    if_worst: float | None
    why: Mapping[str, str]


def drop_out_bounds(
    changes: Numbers, n_leavers: int, *, higher_is_better: bool = True
) -> DropOutBounds:
    """Bound the mean change by what those who left may have felt.

    Parameters
    ----------
    changes
        Of matched people, after minus before.
    n_leavers
        People in the first wave whose second answer is not known.
    higher_is_better
        Which end is the worst.

    Returns
    -------
    DropOutBounds
        None of the means where nobody is matched.

    Notes
    -----
    ``sum(changes) / (n + leavers)``, and the same with the worst matched change for each leaver. No
    test: it says what the missing could do, not what they did. A leaver could have changed by more
    than anybody seen.
    """
    found = scores(changes)
    if not found.size:
        fields = ("mean_change", "if_unchanged", "if_worst")
        why = because(NOBODY_MATCHED, *fields)
        return DropOutBounds(n_matched=0, n_leavers=n_leavers, **dict.fromkeys(fields), why=why)
    worst = float(found.min() if higher_is_better else found.max())
    total, everybody = float(found.sum()), found.size + n_leavers
    return DropOutBounds(
        n_matched=found.size,
        n_leavers=n_leavers,
        mean_change=total / found.size,
        if_unchanged=total / everybody,
        if_worst=(total + n_leavers * worst) / everybody,
        why={},
    )


def stayers_and_leavers(stayers: Numbers, leavers: Numbers) -> TwoGroups:
    """Compare the first scores of those who stayed with those who left; stayers minus leavers.

    Notes
    -----
    `two_groups`. That no difference is found says little with few leavers: the bounds of
    `drop_out_bounds` say more. Not to be shown for groups too small to be told of; whoever shows it
    decides that.
    """
    return two_groups(stayers, leavers)
