"""Counts of people in the parts of a scale, and the total of their scores: the mean."""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from rm_eval.disclosure.policy import Bounds


@dataclass(frozen=True, kw_only=True, slots=True)
class Scores:
    """What is known of n people's whole scores.

    Its figures are the total of all scores and then the counts in the parts.

    Attributes
    ----------
    bounds
        What was told of each count.
    total
        What was told of the total.
    parts
        The lowest and highest score of each part.
    """

    n: int
    bounds: tuple[Bounds, ...]
    total: Bounds
    parts: tuple[Bounds, ...]

    @property
    def ranges(self) -> tuple[Bounds, ...]:
        """Try every way n people can fall into the parts and still give such a total.

        Empty where there is no way: where parts hold one score each, not every count can be.
        """
        ways = self._ways()
        lowest = ways @ np.array([low for low, _ in self.parts])
        highest = ways @ np.array([high for _, high in self.parts])
        # Scores are whole, so every total between these two can be.
        fits = (lowest <= self.total[1]) & (highest >= self.total[0])
        ways, lowest, highest = ways[fits], lowest[fits], highest[fits]
        if not len(ways):
            return ()
        counts = zip(ways.min(axis=0).tolist(), ways.max(axis=0).tolist(), strict=True)
        least, most = int(lowest.min()), int(highest.max())
        return (max(least, self.total[0]), min(most, self.total[1])), *counts

    def told(self, at: int, band: Bounds) -> "Scores":
        """Add what was told of one count, or of the total."""
        if at == 0:
            return replace(self, total=band)
        return replace(self, bounds=(*self.bounds[: at - 1], band, *self.bounds[at:]))

    def _ways(self) -> npt.NDArray[np.int64]:
        *free, (low, high) = self.bounds
        ways = np.stack(np.meshgrid(*(np.arange(a, b + 1) for a, b in free), indexing="ij"))
        rest = self.n - ways.sum(axis=0)
        inside = (rest >= low) & (rest <= high)
        return np.stack([*(way[inside] for way in ways), rest[inside]], axis=1)
