"""How many people can stand behind percentages that somebody printed without saying."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """One number of people, and how well printed percentages agree with it.

    Attributes
    ----------
    n
        People who answered.
    counts
        Of each percentage, the number of people whose share is nearest.
    odd
        Places, from 0, of the percentages that no number of these people gives.
    """

    n: int
    counts: tuple[int, ...]
    odd: tuple[int, ...]


def count_behind(percent: Decimal, n: int) -> tuple[int, bool]:
    """Return how many of n people come nearest to a printed percentage, and whether they give it.

    Parameters
    ----------
    percent
        As printed: its decimals say how far it was rounded.
    n
        People who answered, at least 1.

    Notes
    -----
    A count ``k`` gives a percentage ``p`` of ``d`` decimals where
    ``|100 k / n - p| <= 0.5 * 10**-d``. A half rounds either way: programs differ.
    """
    nearest = min(range(n + 1), key=lambda count: abs(100 * count - percent * n))
    exponent = percent.as_tuple().exponent
    half = Decimal(5).scaleb(min(exponent if isinstance(exponent, int) else 0, 0) - 1)
    return nearest, abs(100 * nearest - percent * n) <= half * n


def fits_of(percentages: Sequence[Decimal], *, most: int) -> tuple[Fit, ...]:
    """Try every number of people on the percentages of one group.

    Parameters
    ----------
    percentages
        From 0 to 100, all of the same people; empty for none.
    most
        The largest number of people to try.

    Returns
    -------
    tuple of Fit
        Those that agree best: with every percentage, or else with all but as few as possible.
        Smallest number of people first. Nothing where there are no percentages.

    Notes
    -----
    The number is a multiple that fits, such as 7, 14, 21, 28: the smallest is the likeliest for a
    cohort, and no more than that. A percentage is odd where no ``k`` of ``n`` people rounds to it.
    Not for percentages of ticks, or of bases that differ from answer to answer.

    References
    ----------
    .. [1] Brown and Heathers (2017), The GRIM test, Social Psychological and Personality Science
       8:363-369: means, and so shares, of n whole numbers are multiples of 1/n.

    Examples
    --------
    >>> [fit.n for fit in fits_of([Decimal(86), Decimal(43), Decimal(14)], most=30)]
    [7, 14, 21, 28]
    """
    found = [_fit(percentages, n) for n in range(1, most + 1)] if percentages else []
    fewest = min((len(fit.odd) for fit in found), default=0)
    return tuple(fit for fit in found if len(fit.odd) == fewest)


def _fit(percentages: Sequence[Decimal], n: int) -> Fit:
    found = [count_behind(one, n) for one in percentages]
    return Fit(
        n=n,
        counts=tuple(count for count, _ in found),
        odd=tuple(at for at, (_, fits) in enumerate(found) if not fits),
    )
