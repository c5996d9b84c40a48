"""A scale of words, such as how much people agree."""

from rm_eval.recognise.kinds.typed import Answers, Typed, options_of
from rm_eval.recognise.likert import family_of, in_order, is_off_the_scale, level_of


def as_likert(_: str, answers: Answers) -> Typed | None:
    """Take a column for a scale of words where nearly all its answers are of one family."""
    family = family_of(answers)
    if not family:
        return None
    on_form = [one for one in answers if level_of(one, family) is not None or is_off_the_scale(one)]
    options = in_order(options_of(on_form), family)
    why = f"the answers say {family}"
    return Typed(type="likert", confidence=0.9, why=why, options=options)
