"""What stands under every chart of change, and who was left out of it."""

from rm_eval.disclosure import Published
from rm_eval.wording.change import better_of, changes_of

NO_COMPARISON = (
    "There was no comparison group. People who score very low or very high tend to drift to the "
    "middle when they are asked again, and people know what is hoped for. So this shows what "
    "moved, not why."
)
LOWER_IS_BETTER = "Lower is better here."


def with_care(published: Published) -> tuple[str, ...]:
    """Say which way is hoped for, and what a change between two answers cannot tell."""
    lower = better_of(published.question) == "lower"
    if not any(one.can_be_drawn for one in changes_of(published)):
        return ()
    return (
        *([LOWER_IS_BETTER] if lower else []),
        NO_COMPARISON,
    )
