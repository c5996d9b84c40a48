"""Why a statistic is not there: short, plain, and the same words for the same reason.

Every result has `why`, from the name of a field to the reason that it is None. A field that is
None is in it, and no other is.
"""

NOBODY = "nobody answered"
ONE_SIDE_EMPTY = "one of the two groups is empty"
ONE_SCORE = "this needs at least 2 people"
TOO_FEW_IN_A_GROUP = "this needs at least 2 people in each group"
ALL_ALIKE = "everyone gave the same score"
NO_SPREAD = "within each group, everyone gave the same score"
SAME_CHANGE = "everyone changed by the same amount"
NOBODY_CHANGED = "nobody changed"


def because(reason: str, *fields: str) -> dict[str, str]:
    """Give one reason for several fields."""
    return dict.fromkeys(fields, reason)
