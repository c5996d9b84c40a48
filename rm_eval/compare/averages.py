"""Averages of several organisations together, from published figures alone."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rm_eval.disclosure import Published
from rm_eval.stats import CohortMean, Pooled, pool_cohorts
from rm_eval.wording import CHANCE, MEAN_LINE, Seen, seen_of

# Where a spread is told as a range, so many values of it are tried from end to end.
STEPS = 5
# Points between the ends of an average told as a range, such as "7.6 to 8.0", rounding included.
WIDEST_AVERAGE = 0.6
NOT_JUDGED = (
    "Whether they differ by more than chance cannot be said: how far single scores lie apart is "
    "told as a range."
)


def averages_together(every: Sequence[Published]) -> Mapping[str, Pooled]:
    """Put averages together, by group such as ``"mentor"``, by the rules for how many there are.

    Parameters
    ----------
    every
        One an organisation, of one scale question.

    Notes
    -----
    An average goes in that is told to about half a point or closer, of people whose spread is told.
    Where spreads and averages are told as ranges, the pooled interval is the smallest that holds
    the intervals for every spread tried from end to end, with all averages at their low ends, in
    the middle and at their high ends. See `rm_eval.stats.pool_cohorts`.
    """
    groups: dict[str, list[Seen]] = {}
    for published in every:
        ids = dict(zip(published.rows["group_label"], published.rows["group"], strict=True))
        for label, seen in seen_of(published, MEAN_LINE).items():
            if can_be_put_together(seen):
                groups.setdefault(str(ids[label]), []).append(seen)
    return {group: _together(those) for group, those in groups.items()}


def can_be_put_together(seen: Seen) -> bool:
    """Whether enough is told of an average and its spread."""
    if seen.low is None or seen.high is None or not seen.n or seen.spread is None:
        return False
    return seen.high - seen.low <= WIDEST_AVERAGE


def _together(those: Sequence[Seen]) -> Pooled:
    spreads = [step / (STEPS - 1) for step in range(STEPS)]
    found = [_at(those, spread, mean) for spread in spreads for mean in (0.0, 1.0, 0.5)]
    widest = found[-1]  # the largest spread, averages in the middle
    ranged = [one for one in found if one.low is not None and one.high is not None]
    if not ranged:
        return widest
    judged = {one.effects.q_p < CHANCE for one in ranged if one.effects is not None}
    if len(judged) > 1:
        widest = replace(widest, effects=None, reason=NOT_JUDGED)
    predicted = [one for one in ranged if one.prediction_low is not None]
    return replace(
        widest,
        low=min(one.low for one in ranged if one.low is not None),
        high=max(one.high for one in ranged if one.high is not None),
        prediction_low=min(
            (one.prediction_low for one in predicted if one.prediction_low is not None),
            default=None,
        ),
        prediction_high=max(
            (one.prediction_high for one in predicted if one.prediction_high is not None),
            default=None,
        ),
    )


def _at(those: Sequence[Seen], spread: float, mean: float) -> Pooled:
    """Put them together with every spread, and every average, so far between its ends."""
    return pool_cohorts(
        [
            CohortMean(
                n=one.n or 1,
                mean=_between((one.low or 0.0, one.high or 0.0), mean),
                sd=_between(one.spread or (0.0, 0.0), spread),
            )
            for one in those
        ]
    )


def _between(ends: tuple[float, float], share: float) -> float:
    return ends[0] + share * (ends[1] - ends[0])
