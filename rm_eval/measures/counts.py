"""How many people: ticks, single choices, yes and no. The base is people, never ticks."""

from dataclasses import replace

from rm_eval.measures.measured import Source
from rm_eval.questionnaire import Option, Question

YES_NO = (Option(id="yes", label="Yes"), Option(id="no", label="No"))
OTHER = Option(id="other", label="Other")
Row = tuple[str, str, str, str, float, float]


def with_options_met(question: Question, sources: tuple[Source, ...]) -> Question:
    """Return the question with every option that any of the files has.

    Two files' own questions may have met different options. "Other" is an option only where
    somebody used it: unused it says nothing about the form's own options.
    """
    if question.type == "yes_no":
        return replace(question, options=question.options or YES_NO)
    asked = [own for source in sources for own in source.responses.questions]
    options = {o.id: o for own in (question, *asked) if own.id == question.id for o in own.options}
    other = options.pop("other", OTHER)
    used = any((source.responses.of(question)["answer"] == "other").any() for source in sources)
    return replace(question, options=(*options.values(), *((other,) if used else ())))


def answers_met(question: Question) -> frozenset[str]:
    """Name the options that are there only because somebody gave them.

    All options of a form nobody knows, but for yes and no; and "Other", which `with_options_met`
    lists only where it was used.
    """
    if question.type == "yes_no":
        return frozenset()
    return frozenset(o.id for o in question.options if question.are_gathered or o.id == OTHER.id)


def count_options(question: Question, source: Source) -> list[Row]:
    """Count the people behind each option, options nobody chose included.

    The base ``n`` is everybody who answered the question, those who saw the boxes and ticked none
    included.
    """
    answers = source.responses.of(question)
    n = answers["person"].nunique()
    people = answers.groupby("answer")["person"].nunique()
    return [
        (source.role, "people", option.id, option.label, float(people.get(option.id, 0)), float(n))
        for option in question.options
    ]


def counting_notes(question: Question) -> tuple[str, ...]:
    """Say how blanks were counted, for tick-boxes."""
    if question.type != "multiple_choice":
        return ()
    if not question.known:
        return ("Counted among the people who ticked at least one box.",)
    # Said whether or not there is such a person: the sentence must not tell that there is one.
    return ("Whoever sent the form without ticking any box is counted as ticking none.",)
