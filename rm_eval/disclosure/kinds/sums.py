"""Answers of which everybody gave one."""

from rm_eval.disclosure import blind
from rm_eval.disclosure.kinds.group import Group
from rm_eval.disclosure.knowledge import Sums
from rm_eval.disclosure.listing import ANY_OTHER, ANY_OTHER_LABEL
from rm_eval.disclosure.told import ToldCount, ToldGroup


def tell_sums(group: Group) -> ToldGroup:
    """Tell answers of which everybody gave one."""
    counts = _others_together(group)
    bounds = group.bounds(counts)
    told = blind.tell(Sums(bounds=bounds, total=group.n), group.figures_of(counts))
    return group.told(counts, told.ranges if told else None)


def _others_together(group: Group) -> tuple[ToldCount, ...]:
    """Count answers that may not be listed as one, whether or not there are any."""
    counts, unlisted = group.counts, group.listing.unlisted
    if not group.question.are_gathered or group.kind != "choices":
        return counts
    rest = sum(count.bounds[0] for count in counts if count.answer in unlisted)
    other = ToldCount(
        statistic="people", answer=ANY_OTHER, label=ANY_OTHER_LABEL, bounds=(rest, rest)
    )
    return *(count for count in counts if count.answer not in unlisted), other
