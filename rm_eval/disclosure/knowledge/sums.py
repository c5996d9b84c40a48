"""Counts whose sum everybody knows: each person gave one answer."""

from dataclasses import dataclass, replace

from rm_eval.disclosure.policy import Bounds


@dataclass(frozen=True, kw_only=True, slots=True)
class Sums:
    """What is known of counts that sum to a known number.

    Attributes
    ----------
    bounds
        What was told of each count.
    total
        What they sum to: the people, or three times the people for the top three of rankings.
    """

    bounds: tuple[Bounds, ...]
    total: int

    @property
    def ranges(self) -> tuple[Bounds, ...]:
        """Each count is the total less all the others; between these ends all is possible."""
        lows = sum(low for low, _ in self.bounds)
        highs = sum(high for _, high in self.bounds)
        return tuple(
            (max(low, self.total - (highs - high)), min(high, self.total - (lows - low)))
            for low, high in self.bounds
        )

    def told(self, at: int, band: Bounds) -> "Sums":
        """Add what was told of one count."""
        return replace(self, bounds=(*self.bounds[:at], band, *self.bounds[at + 1 :]))
