"""Why a question that seems to be asked twice is not compared."""

from rm_eval.questionnaire import Scale
from rm_eval.wording.figures import in_quotes

LONGEST = 300
WHY = {
    "reworded": "It was asked in other words.",
    "type": (
        "Its answers were read as another kind each time, so the two cannot be compared. If it is "
        "a scale, say so in the question, such as “from 1 to 10”."
    ),
    "answers": "The answers to choose from were not the same, so the two cannot be compared.",
}


def why_not_compared(
    fit: str, *, before: str, after: str, scales: tuple[Scale, ...] = ()
) -> tuple[str, ...]:
    """Say how a question was worded each time, and what keeps its answers apart.

    Parameters
    ----------
    fit
        `rm_eval.measures.repeats.Fit`.
    before, after
        The two wordings, as in the files.
    scales
        The two scales, where these differ.
    """
    then, now = in_quotes(before, LONGEST), in_quotes(after, LONGEST)
    worded = (f"Both times: {then}.",) if before == after else (f"First: {then}.", f"Then: {now}.")
    return (*worded, _of_scales(scales) if fit == "scale" else WHY[fit])


def _of_scales(scales: tuple[Scale, ...]) -> str:
    first, then = (f"{scale.low} to {scale.high}" for scale in scales)
    return (
        f"First people scored from {first}, then from {then}. A 5 does not mean the same on both, "
        "so these cannot be compared. Keep the scale when you ask again."
    )
