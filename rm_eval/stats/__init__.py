"""Statistics for few people: arrays in, numbers out. Knows nothing of surveys.

What is undefined is None, and the result's `why` says the reason: never nought, never "not a
number", never p = 0. docs/decisions/0018 says what is a library's and what is ours.
"""

from rm_eval.stats.attrition import (
    DropOutBounds,
    Step,
    drop_out_bounds,
    flow,
    stayers_and_leavers,
)
from rm_eval.stats.detectable import (
    Detectable,
    detectable_change,
    detectable_difference,
    paired_power,
)
from rm_eval.stats.multiplicity import chance_of_any, holm
from rm_eval.stats.paired import PairedChange, paired_change
from rm_eval.stats.paired_proportions import (
    ShareChange,
    TwiceAsked,
    change_of_partly_paired_shares,
    change_of_shares,
)
from rm_eval.stats.partly_paired import (
    PartlyPairedChange,
    PrimaryBasis,
    partly_paired_change,
    primary_basis,
)
from rm_eval.stats.proportions import Share, ShareDifference, difference_of_shares, share_of
from rm_eval.stats.rank_sum import RankSum, least_rank_sum_p, rank_sum
from rm_eval.stats.signed_rank import SignedRank, least_signed_rank_p, signed_rank
from rm_eval.stats.unpaired import TwoGroups, two_groups

__all__ = [
    "Detectable",
    "DropOutBounds",
    "PairedChange",
    "PartlyPairedChange",
    "PrimaryBasis",
    "RankSum",
    "Share",
    "ShareChange",
    "ShareDifference",
    "SignedRank",
    "Step",
    "TwiceAsked",
    "TwoGroups",
    "chance_of_any",
    "change_of_partly_paired_shares",
    "change_of_shares",
    "detectable_change",
    "detectable_difference",
    "difference_of_shares",
    "drop_out_bounds",
    "flow",
    "holm",
    "least_rank_sum_p",
    "least_signed_rank_p",
    "paired_change",
    "paired_power",
    "partly_paired_change",
    "primary_basis",
    "rank_sum",
    "share_of",
    "signed_rank",
    "stayers_and_leavers",
    "two_groups",
]
