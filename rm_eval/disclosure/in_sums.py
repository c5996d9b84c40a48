"""Which groups enter a sum over cohorts or organisations, and which stay out and are named.

Whoever knows how many people all cohorts but one have takes them away from the sum and has the
last. So of a group too small to tell anything of not even its size goes in, and what the public
reads holds groups whose size it may not know only where their organisation has two of them or more.
Organisation by organisation: then the region's sum is the sum of the organisations' own, and to
take one from the other tells nothing. It is decided by what everybody may know.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from rm_eval.disclosure.policy import is_told, may_know_size
from rm_eval.disclosure.told import Told, ToldGroup
from rm_eval.measures import EVERYBODY, Group, label_of, role_of, within_a_sentence

TOO_FEW = "Left out of the sum, because too few of them answered: {who}."
NOTHING_TOLD = "Left out of the sum, because nothing is told of them: {who}."


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """One group of one cohort, on its way into a sum; `told` is what it is a group of."""

    told: Told
    group: ToldGroup

    @property
    def says_something(self) -> bool:
        """Whether more is told of it than how many people it is."""
        return bool(self.group.counts) and not self.group.says_nothing

    def is_known(self, audience: Literal["internal", "public"]) -> bool:
        """Say whether the reader may know how many people it is."""
        return may_know_size(self.group.n, self.told.limits.smallest, audience)

    @property
    def is_large_enough(self) -> bool:
        """Whether anything may be told of it to colleagues."""
        mark, limits = self.told.question.mark, self.told.limits
        return is_told(mark, self.group.n, "internal", limits=limits)


def counted(parts: Sequence[Part], audience: Literal["internal", "public"]) -> list[Part]:
    """Find the groups of a role that enter a sum which this audience reads."""
    told = [one for one in parts if one.is_large_enough and one.says_something]
    alone = with_one_alone(told, lambda one: one.is_known(audience))
    return [
        one for one in told if one.is_known(audience) or one.told.scope.organisation not in alone
    ]


def with_one_alone(parts: Sequence[Part], is_known: Callable[[Part], bool]) -> frozenset[str]:
    """Name the organisations that have just one group of which something is not known."""
    unknown = Counter(one.told.scope.organisation for one in parts if not is_known(one))
    return frozenset(name for name, n in unknown.items() if n == 1)


def parts_by_role(every: Sequence[Told]) -> dict[Group, list[Part]]:
    """Sort the groups of cohorts by role; all are one role where some cohort tells of both as one.

    Of nobody there is nothing to add.
    """
    is_one = any(group.role == EVERYBODY for told in every for group in told.groups)
    found: dict[Group, list[Part]] = {}
    for told in every:
        for group in told.groups:
            role = EVERYBODY if is_one else role_of(group.role)
            found.setdefault(role, []).append(Part(told=told, group=group))
    return found


def nothing_told_of(
    role: Group, parts: Sequence[Part], audience: Literal["internal", "public"]
) -> ToldGroup:
    """Stand for groups of which none enters the sum: as large as the reader may know they are."""
    largest = max((one.group for one in parts), key=lambda group: group.n)
    n = sum(one.group.n for one in parts if one.is_known(audience)) or largest.n
    counts = tuple(replace(one, bounds=(0, n)) for one in largest.counts)
    return replace(largest, role=role, n=n, counts=counts, totals=())


def left_out(parts: Sequence[Part], those: Sequence[Part]) -> tuple[str, ...]:
    """Name the groups that are not among those in the sum, with the reason."""
    missing = [one for one in parts if one.group.n and one not in those]
    untold = [one for one in missing if one.is_large_enough and not one.says_something]
    few = [one for one in missing if one not in untold]
    # What is never told of anybody needs no reason.
    named = [one for one in untold if one.group.counts]
    return tuple(
        words.format(who=_named(some))
        for words, some in ((TOO_FEW, few), (NOTHING_TOLD, named))
        if some
    )


def joined(names: Sequence[str]) -> str:
    """Write names in a row: "A, B and C"."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _named(parts: Sequence[Part]) -> str:
    cohorts: dict[str, list[str]] = {}
    for one in parts:
        who = within_a_sentence(label_of(one.group.role))
        cohorts.setdefault(who, []).append(one.told.scope.cohort)
    return "; ".join(f"{who} in {joined(names)}" for who, names in cohorts.items())
