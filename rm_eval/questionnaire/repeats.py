"""Questions that are asked again: only what was asked in the same words is the same question."""

from collections.abc import Iterable

from rm_eval.errors import ForTheDeveloper
from rm_eval.questionnaire.question import Question, Questionnaire

# What must not change from one stage to the next: answers to anything else are not comparable,
# and what is delicate at the start is as delicate at the end.
THE_SAME = ("wording", "type", "scale", "options", "mark")


def check_repeats(forms: Iterable[Questionnaire]) -> None:
    """Check that every question that says so repeats one of an earlier stage.

    Parameters
    ----------
    forms
        In the order of the stages.

    Raises
    ------
    ForTheDeveloper
        Where the repeated question is not on an earlier form, repeats another itself, differs in
        more than its id, or is asked of other people; or where one form repeats it twice.
    """
    earlier: dict[str, Question] = {}
    for form in forms:
        repeated: set[str] = set()
        for question in form.questions:
            if not question.repeats:
                continue
            where = f"{form.stage}, question {question.id}"
            first = earlier.get(question.repeats)
            if first is None:
                raise ForTheDeveloper(
                    f"{where}: repeats {question.repeats!r}, which no earlier stage asks"
                )
            if question.repeats in repeated:
                raise ForTheDeveloper(f"{where}: {question.repeats!r} is repeated already")
            _check_same(question, first, where)
            repeated.add(question.repeats)
        earlier |= {question.id: question for question in form.questions}


def _check_same(question: Question, first: Question, where: str) -> None:
    if first.repeats:
        raise ForTheDeveloper(
            f"{where}: repeats {first.id!r}, which repeats {first.repeats!r}; name that one"
        )
    differing = [name for name in THE_SAME if getattr(question, name) != getattr(first, name)]
    if differing:
        raise ForTheDeveloper(
            f"{where}: repeats {first.id!r} but differs in its {', '.join(differing)}"
        )
    if not set(question.roles) & set(first.roles):
        raise ForTheDeveloper(f"{where}: repeats {first.id!r}, which is asked of others")
