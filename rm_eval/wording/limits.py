"""Rules for small groups in plain words: what was chosen, and what that does."""

from rm_eval.disclosure.policy import (
    END_BAND,
    LARGE_GROUP,
    POOLED_COHORTS,
    POOLED_PEOPLE,
    PRESETS,
    SMALLEST_GROUP,
    Limits,
    Preset,
)
from rm_eval.wording.figures import joined

NEAR_AN_END = (
    "Larger groups are shown in numbers, but a number near none or near everybody is shown as a "
    "range."
)
AND_FACTS = ", and colleagues see plain facts such as areas of work"
HARM = (
    "Answers that could hurt somebody, such as what they said of their line manager, are shown to "
    f"colleagues from {LARGE_GROUP} people on. The public sees them only over several cohorts "
    f"together: {POOLED_PEOPLE} people or more, from at least {POOLED_COHORTS} cohorts. No choice "
    "on this page changes that."
)


def limits_in_words(limits: Limits) -> str:
    """Say which rules were chosen, and why where a limit is lower than usual."""
    rules = f"{PRESETS[limits.preset]}; nothing is shown of groups of fewer than {limits.smallest}."
    return f"{rules} Reason: {limits.reason_in_short}." if limits.is_lowered else rules


def what_limits_do(preset: Preset, few: int) -> tuple[str, ...]:
    """Say what readers outside the programme team see where fewer than `few` are not shown."""
    is_strict = preset == "strict"
    said = [f"Of groups of fewer than {few} people nothing is shown."]
    if few < SMALLEST_GROUP:
        sizes = [str(size) for size in range(few, SMALLEST_GROUP)]
        said.append(
            f"Of groups of {joined(sizes).replace(' and ', ' or ')} people only averages are "
            f"shown, to about a whole number{'' if is_strict else AND_FACTS}. How many of them "
            "agreed with something, or said yes, stays hidden."
        )
    if few < LARGE_GROUP:
        first = max(few, SMALLEST_GROUP)
        said.append(
            f"Groups of {first} to {LARGE_GROUP - 1} people are shown in ranges, such as “0 to "
            f"{END_BAND} of {first}”, and averages as whole numbers."
        )
    said.append(NEAR_AN_END)
    if is_strict:
        said.append(
            "Plain facts, such as areas of work, are treated like opinions, and an average near "
            "the end of its scale is shown as “9.5 or higher”."
        )
    return (*said, HARM)
