"""A question asked twice, as measured and published: small tables for tests."""

from dataclasses import replace

from rm_eval.disclosure import Audience, Published, protect
from rm_eval.measures.change import measure_change
from rm_eval.measures.families import judge_together
from rm_eval.measures.repeats import Asked, repeats
from rm_eval.measures.two_answers import Twice
from rm_eval.questionnaire import Question
from rm_eval.responses import Scope
from tests.factories import scale_question, scored

COMPARED = Scope(
    organisation="South East", cohort="Cohort 1", stage="end_of_cohort", since="enrolment"
)


def twice(before, after, *, pairs=None, question=None, answers=scored):
    """One role's answers at both times; the first with the first, and so on, unless told."""
    question = question or scale_question()
    earlier, later = replace(question, id="before"), replace(question, id="after")
    (repeat,) = repeats(
        [Asked(question=earlier, wording="Same?")], [Asked(question=later, wording="Same?")]
    )
    linked = [(at, at) for at in range(1, min(len(before), len(after)) + 1)]
    return repeat, Twice(
        role="mentee",
        earlier=answers(earlier, before),
        later=answers(repeat.question, after),
        pairs=tuple(linked if pairs is None else pairs),
    )


def changes(*tables, question=None, pairs=None, audience: Audience = "team") -> list[Published]:
    """Publish one family: a table (before, after) a question."""
    question = question or scale_question()
    every = []
    for at, (before, after) in enumerate(tables):
        repeat, those = twice(before, after, question=question, pairs=pairs)
        named = replace(repeat, question=replace(repeat.question, id=f"question_{at}"))
        those = replace(those, later=scored(named.question, after))
        every.append(measure_change(named, [those], scope=COMPARED))
    return [protect(one, audience=audience) for one in judge_together(every)]


def lower_is_better() -> Question:
    question = scale_question(id="burden", wording="How much of a burden was it?")
    return replace(question, scale=replace(question.scale, better="lower"))
