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
from rm_eval.stats.paired import PairedChange, paired_change, sign_test
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
from rm_eval.stats.pooling import CohortMean, Pooled, pool_cohorts, pooled_variance
from rm_eval.stats.proportions import Share, ShareDifference, difference_of_shares, share_of
from rm_eval.stats.published_percentages import Fit, fits_of
from rm_eval.stats.random_effects import RandomEffects, prediction_interval, random_effects
from rm_eval.stats.rank_sum import RankSum, least_rank_sum_p, rank_sum
from rm_eval.stats.ranking import RankingSummary, summarise_ranking
from rm_eval.stats.ranking_groups import RankingComparison, compare_rankings
from rm_eval.stats.scale import ScaleSummary, summarise_scale
from rm_eval.stats.signed_rank import SignedRank, least_signed_rank_p, signed_rank
from rm_eval.stats.stratified import Permuted, permute_partly_paired
from rm_eval.stats.unpaired import TwoGroups, two_groups

__all__ = [
    "CohortMean",
    "Detectable",
    "DropOutBounds",
    "Fit",
    "PairedChange",
    "PartlyPairedChange",
    "Permuted",
    "Pooled",
    "PrimaryBasis",
    "RandomEffects",
    "RankSum",
    "RankingComparison",
    "RankingSummary",
    "ScaleSummary",
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
    "compare_rankings",
    "detectable_change",
    "detectable_difference",
    "difference_of_shares",
    "drop_out_bounds",
    "fits_of",
    "flow",
    "holm",
    "least_rank_sum_p",
    "least_signed_rank_p",
    "paired_change",
    "paired_power",
    "partly_paired_change",
    "permute_partly_paired",
    "pool_cohorts",
    "pooled_variance",
    "prediction_interval",
    "primary_basis",
    "random_effects",
    "rank_sum",
    "share_of",
    "sign_test",
    "signed_rank",
    "stayers_and_leavers",
    "summarise_ranking",
    "summarise_scale",
    "two_groups",
]
