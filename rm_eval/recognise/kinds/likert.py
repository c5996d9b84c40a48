"""A scale of words, such as how much people agree."""

from dataclasses import replace

from rm_eval.recognise.kinds.typed import Answers, Typed, options_of
from rm_eval.recognise.scales.likert import in_order, is_off_the_scale, misspelt, word_scale

BETWEEN_TICKS = ";"
SEVERAL = 7
LEVELS_THAT_TELL = 3


def as_likert(_: str, answers: Answers) -> Typed | None:
    """Take a column for a scale of words where nearly all its answers are on one."""
    scale = word_scale(answers)
    if scale is None or any(BETWEEN_TICKS in answer.rstrip("; ") for answer in answers):
        return None
    labels = [one for one in answers if one in scale.places or is_off_the_scale(one)]
    slips = misspelt(answers, scale)
    options = tuple(
        replace(option, aliases=tuple(one for one in slips if slips[one] == option.label))
        for option in in_order(options_of(labels), scale)
    )
    why = f"the answers say {scale.name}, in words"
    return Typed(
        type="likert", confidence=_how_sure(answers, len(labels)), why=why, options=options
    )


def _how_sure(answers: Answers, n_labels: int) -> float:
    """Say how sure a scale of words is: less where few answered, or somebody said other things."""
    clean = n_labels == len(answers) >= LEVELS_THAT_TELL
    return 0.97 if clean and answers.total() >= SEVERAL else 0.9
