"""How people can answer: one file a kind of question.

Each kind brings in the unknown numbers of people behind every answer, with what everybody knows of
such a form, and says which of them a figure counts.
"""

from collections.abc import Callable

from rm_eval.disclosure.attack.answers.answers import Answers, Combined, Form
from rm_eval.disclosure.attack.answers.change import Change, one_stage_of
from rm_eval.disclosure.attack.answers.one_of import ANY_OTHER, OneOf
from rm_eval.disclosure.attack.answers.ranking import Ranking
from rm_eval.disclosure.attack.answers.scale import Scores
from rm_eval.disclosure.attack.answers.ticks import Ticks
from rm_eval.disclosure.attack.unknowns import Sum, Unknowns
from rm_eval.errors import ForTheDeveloper

__all__ = ["ANSWERS", "ANY_OTHER", "Answers", "Combined", "Form", "answers_of", "one_stage_of"]

ANSWERS: tuple[tuple[str, Callable[[Unknowns, Sum, Form], Answers]], ...] = (
    ("choices", OneOf),
    ("likert", OneOf),
    ("yes_no", OneOf),
    ("attrition", OneOf),
    ("scale", Scores),
    ("ticks", Ticks),
    ("themes", Ticks),
    ("ranking", Ranking),
    ("change", Change),
)


def answers_of(unknowns: Unknowns, n: Sum, form: Form) -> Answers:
    """Bring in the unknowns of one group's answers to a question."""
    kind = dict(ANSWERS).get(form.measure)
    if kind is None:
        # What the attacker does not understand it must not call safe.
        raise ForTheDeveloper(f"the attacker knows no figures of {form.measure!r}")
    return kind(unknowns, n, form)
