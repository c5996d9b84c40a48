"""Do the answers fit the question of ours that a heading is? A score is no "strongly agree"."""

from collections.abc import Collection

from rm_eval.questionnaire import Question, Scale
from rm_eval.recognise.no_answer import means_no_answer
from rm_eval.recognise.scales.likert import is_off_the_scale
from rm_eval.recognise.scales.numerals import score_in
from rm_eval.recognise.wordings.wording import normalise

HALF = 0.5


def answered_as_asked(question: Question, answers: Collection[str]) -> bool:
    """Say whether at least half of the different answers are what the question takes.

    Only scores and scales of words are judged: whatever else people say may be "Other".
    """
    told = [answer for answer in answers if not means_no_answer(answer)]
    if question.type == "scale":
        fitting = sum(score_in(answer) is not None for answer in told)
    elif question.type == "likert":
        labels = {normalise(one) for o in question.options for one in (o.label, *o.aliases)}
        fitting = sum(normalise(one) in labels or is_off_the_scale(one) for one in told)
    else:
        return True
    return fitting >= HALF * len(told)


def show_the_scale(scale: Scale, answers: Collection[str]) -> bool:
    """Say whether scores show a scale that was not named: they reach its upper half, not beyond."""
    scores = [read.number for answer in answers if (read := score_in(answer)) is not None]
    highest = max(scores, default=0)
    return scale.high / 2 < highest <= scale.high
