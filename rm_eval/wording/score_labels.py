"""What each step of a compared scale is called: numbers, answers in words, no and yes."""

from rm_eval.questionnaire import Question, Scale
from rm_eval.recognise.scales.likert import is_off_the_scale

NO_YES = ("No", "Yes")


def score_labels(question: Question) -> dict[int, str]:
    """Name each score of a question on its scale, lowest first.

    Worded answers count from 1, the most negative first; no is 0 and yes is 1.
    """
    scale = question.scale or Scale()
    scores = range(scale.low, scale.high + 1)
    if question.type == "yes_no":
        return dict(zip(scores, NO_YES, strict=False))
    if question.type == "likert":
        labels = [one.label for one in question.options if not is_off_the_scale(one.label)]
        return dict(zip(scores, labels, strict=False))
    return {score: str(score) for score in scores}
