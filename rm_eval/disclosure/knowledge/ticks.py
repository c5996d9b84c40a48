"""Counts of people who could tick, or speak of, several things."""

from dataclasses import dataclass, replace

from rm_eval.disclosure.policy import Bounds


@dataclass(frozen=True, kw_only=True, slots=True)
class Ticks:
    """What is known of counts of which one person may be in several.

    Attributes
    ----------
    bounds
        What was told of each count.
    n
        People who answered.
    alone
        Which answers contradict all the others ("nothing more needed", "none of these").
    everybody
        Whether each person is known to be in at least one count.
    """

    bounds: tuple[Bounds, ...]
    n: int
    alone: tuple[int, ...] = ()
    everybody: bool = False

    @property
    def ranges(self) -> tuple[Bounds, ...]:
        """Each count within what the answers that stand alone leave for it.

        Empty where there is no way.
        """
        ways = [way for way in self._ways() if self._is_possible(way)]
        if not ways:
            return ()
        return tuple(self._range(at, ways) for at in range(len(self.bounds)))

    def told(self, at: int, band: Bounds) -> "Ticks":
        """Add what was told of one count."""
        return replace(self, bounds=(*self.bounds[:at], band, *self.bounds[at + 1 :]))

    def _ways(self) -> range:
        """How many people can have given an answer that stands alone, of all such answers."""
        alone = [self.bounds[at] for at in self.alone]
        return range(sum(low for low, _ in alone), min(self.n, sum(high for _, high in alone)) + 1)

    def _is_possible(self, apart: int) -> bool:
        """Say whether the others can be as told when so many people are apart from them."""
        others = [self.bounds[at] for at in range(len(self.bounds)) if at not in self.alone]
        left = self.n - apart
        most = sum(min(high, left) for _, high in others)
        return all(low <= left for low, _ in others) and (not self.everybody or most >= left)

    def _range(self, at: int, ways: list[int]) -> Bounds:
        low, high = self.bounds[at]
        if at in self.alone:
            rest = [self.bounds[other] for other in self.alone if other != at]
            least, most = (sum(ends) for ends in zip(*rest, strict=True)) if rest else (0, 0)
            return max(low, ways[0] - most), min(high, ways[-1] - least)
        if not self.everybody:
            return low, min(high, self.n - ways[0])
        rest = [b for o, b in enumerate(self.bounds) if o not in self.alone and o != at]
        lowest = (self.n - w - sum(min(high_, self.n - w) for _, high_ in rest) for w in ways)
        return max(low, min(lowest)), min(high, self.n - ways[0])
