"""How many of the same people went down, stayed the same or went up between two stages."""

from rm_eval.disclosure import blind
from rm_eval.disclosure.blind import Figure, keeps_everybody_safe
from rm_eval.disclosure.kinds.group import Group
from rm_eval.disclosure.kinds.sums import tell_sums
from rm_eval.disclosure.knowledge import Ways, ways_of
from rm_eval.disclosure.policy import bands
from rm_eval.disclosure.told import ToldGroup


def tell_change(group: Group) -> ToldGroup:
    """Tell the three counts, and nothing else, beside what is told of both stages.

    See docs/decisions/0019-of-a-change-only-its-direction.md.
    """
    known = ways_of(group.n, group.stages) if group.stages and group.is_told else None
    if known is None:
        return tell_sums(group)
    known, watched = _watched(group, known)
    told = blind.tell(known, (*group.figures_of(group.counts), *watched))
    return group.told(group.counts, told.ranges[:3] if told else None)


def _watched(group: Group, known: Ways) -> tuple[Ways, tuple[Figure, ...]]:
    """Keep safe what is known of nobody yet: answers of one stage, and of those who are not linked.

    What the two stages tell by themselves is no secret any more.
    """
    mark, limits = group.question.mark, group.limits
    figures = [
        Figure(value=0, bands=bands(mark, n, "internal", limits=limits), is_watched=True)
        for n in known.watched
    ]
    ranges = known.ranges[3:]
    safe = [
        at
        for at, (figure, range_) in enumerate(zip(figures, ranges, strict=True))
        if keeps_everybody_safe(range_, figure.bands, is_watched=True)
    ]
    return known.watching(safe), tuple(figures[at] for at in safe)
