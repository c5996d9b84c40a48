"""The questionnaires: which questions exist, and what is known of each.

They are data (``questionnaires/*.toml``), so a new question is a new block in a text file.
"""

from collections.abc import Iterable
from dataclasses import replace

from rm_eval.questionnaire.question import (
    LIKERT_APART,
    LIKERT_NEUTRAL,
    LIKERT_OPTIONS,
    Aim,
    Better,
    GroupedOptions,
    Mark,
    Option,
    Origin,
    Question,
    Questionnaire,
    QuestionType,
    Resource,
    Role,
    Scale,
    Stage,
    Theme,
)
from rm_eval.questionnaire.read import Unfilled, read_questionnaire, read_questionnaires, unfilled
from rm_eval.questionnaire.slots import (
    SLOTS,
    SUBJECTS,
    Slot,
    Subject,
    Words,
    asked_about,
    complete,
    usual_words,
)

__all__ = [
    "LIKERT_APART",
    "LIKERT_NEUTRAL",
    "LIKERT_OPTIONS",
    "SLOTS",
    "SUBJECTS",
    "Aim",
    "Better",
    "GroupedOptions",
    "Mark",
    "Option",
    "Origin",
    "Question",
    "QuestionType",
    "Questionnaire",
    "Resource",
    "Role",
    "Scale",
    "Slot",
    "Stage",
    "Subject",
    "Theme",
    "Unfilled",
    "Words",
    "aims_of",
    "all_questions",
    "asked_about",
    "asked_at",
    "complete",
    "first_asked",
    "first_id",
    "questions_of",
    "read_questionnaire",
    "read_questionnaires",
    "resources_of",
    "unfilled",
    "usual_words",
]


def all_questions() -> tuple[Question, ...]:
    """Return the questions of every form, in the order of the stages."""
    return tuple(question for form in read_questionnaires() for question in form.questions)


def first_asked() -> tuple[Question, ...]:
    """Return every question once, however many stages ask it: as the first of them does."""
    return tuple(question for question in all_questions() if not question.repeats)


def first_id(question: str) -> str:
    """Return the id a question had when it was asked first; its own where it was asked once."""
    return next((one.first_id for one in all_questions() if one.id == question), question)


def questions_of(stage: Stage, *, roles: Iterable[Role]) -> tuple[Question, ...]:
    """Return what our form of a stage asks people of these roles, in its order."""
    wanted = set(roles)
    return tuple(
        question
        for form in read_questionnaires()
        if form.stage == stage
        for question in form.questions
        if wanted & set(question.roles)
    )


def aims_of(stage: Stage) -> tuple[Aim, ...]:
    """Return the aims of the programme that the form of a stage asks about, in their order."""
    return next((form.aims for form in read_questionnaires() if form.stage == stage), ())


def resources_of(stage: Stage) -> tuple[Resource, ...]:
    """Return the resources of the programme that answer what the form of a stage asks for."""
    return next((form.resources for form in read_questionnaires() if form.stage == stage), ())


def asked_at(question: Question, stage: Stage | None) -> Question:
    """Return a question as the form of a stage has it, where several stages ask it.

    Parameters
    ----------
    question
        As it was recognised; the options a file added to it stay.
    stage
        When it was asked; None where that is not known.

    Returns
    -------
    Question
        Under its id at that stage; as it was asked first where the stage does not ask it.
    """
    same = [one for one in all_questions() if one.first_id == question.first_id]
    if not question.known or len(same) < 2:  # noqa: PLR2004 - asked once
        return question
    forms = [form for form in read_questionnaires() if form.stage == stage]
    here = {one.id for form in forms for one in form.questions}
    found = next((one for one in same if one.id in here), same[0])
    if found.id == question.id:
        return question
    # Word for word the same question, so a programme's own words in its slots stay.
    return replace(
        found,
        wording=question.wording,
        short=question.short,
        options=question.options,
        themes=question.themes,
    )
