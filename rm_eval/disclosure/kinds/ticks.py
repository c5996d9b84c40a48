"""Boxes that were ticked, and themes that were spoken of."""

from rm_eval.disclosure import blind
from rm_eval.disclosure.kinds.group import Group
from rm_eval.disclosure.knowledge import Ticks
from rm_eval.disclosure.told import ToldGroup
from rm_eval.measures.themes import NO_THEME


def tell_ticks(group: Group) -> ToldGroup:
    """Tell boxes that were ticked, or themes that were spoken of: one person may be in several."""
    counts = tuple(c for c in group.counts if c.answer not in group.listing.unlisted)
    apart = {option.id for option in group.question.options if option.exclusive} | {NO_THEME}
    known = Ticks(
        bounds=group.bounds(counts),
        n=group.n,
        alone=tuple(at for at, count in enumerate(counts) if count.answer in apart),
        everybody=group.kind == "themes",
    )
    told = blind.tell(known, group.figures_of(counts, both_ways=True))
    return group.told(counts, told.ranges if told else None)
