"""Answers that nobody gave to every question of a form, as Microsoft Forms writes them."""

from rm_eval.questionnaire import Question

OWN_WORDS = ("Somebody to talk to beforehand.", "More time to think about it.", "Nothing comes up.")


def answers_to(question: Question, n: int = 3) -> list[object]:
    """What n invented people answered, as different from each other as they can."""
    return [_answer(question, at) for at in range(n)]


def _answer(question: Question, at: int) -> object:
    # Sites are each organisation's own: the form offers none.
    labels = [option.label for option in question.options] or ["North Site", "South Site"]
    offered = [o.label for o in question.options if not o.exclusive and o.id != "other"]
    ticked = offered[at - 1 : at + 1] if at else offered
    answers: dict[str, object] = {
        "scale": 10 - 3 * (at % 4),
        "number": at + 1,
        "yes_no": ("Yes", "No")[at % 2],
        "ranking": "".join(f"{label};" for label in [*labels[at:], *labels[:at]]),
        "multiple_choice": "".join(f"{label};" for label in ticked),
        "free_text": OWN_WORDS[at % len(OWN_WORDS)],
    }
    return answers[question.type] if question.type in answers else labels[at % len(labels)]
