"""A cleaned file divided by its own columns: each part is kept as a dataset of its own."""

from dataclasses import replace
from typing import cast, get_args

from rm_eval.cleaning import CleanedSurvey
from rm_eval.questionnaire import Question, Role, Stage, asked_at, questions_of
from rm_eval.recognise import Aspect, Divider, Recognition
from rm_eval.responses import NOTHING_TICKED, Part, Responses, Scope


def dividers_of(cleaned: CleanedSurvey, recognition: Recognition) -> dict[Aspect, Divider]:
    """Return what divides the people who are kept: a test may name a trust of its own."""
    rows = {person.row for person in cleaned.responses.people}
    kept = {aspect: divider.of(rows) for aspect, divider in recognition.dividers.items()}
    return {aspect: divider for aspect, divider in kept.items() if len(divider.counted) > 1}


def divide(
    cleaned: CleanedSurvey, recognition: Recognition, *, otherwise: Part
) -> dict[Part, CleanedSurvey]:
    """Divide a cleaned file by what each row says of itself.

    Parameters
    ----------
    cleaned, recognition
        The file; `Recognition.dividers` says by which columns.
    otherwise
        What counts where a row does not say.

    Returns
    -------
    dict of Part and CleanedSurvey
        Only parts with people in them; every person and every entry of the log is in one. A row
        that was set aside goes with the part it names, or with the first where nobody else does.
    """
    if not recognition.dividers:
        return {otherwise: _asked_then(cleaned, otherwise)}
    people = cleaned.responses.people
    named = {person.row: part_of(person.row, recognition, otherwise) for person in people}
    parts = sorted(set(named.values()), key=_order)
    if not parts:
        return {otherwise: _asked_then(cleaned, otherwise)}
    for entry in cleaned.log:
        part = part_of(entry.row, recognition, otherwise)
        named.setdefault(entry.row, part if part in parts else parts[0])
    of_parts = {part: _only(part, cleaned, recognition, named) for part in parts}
    return {part: _asked_then(survey, part) for part, survey in of_parts.items()}


def part_of(row: int, recognition: Recognition, otherwise: Part) -> Part:
    """Name the part a row belongs to."""
    scope = otherwise.scope
    return Part(
        scope=Scope(
            organisation=recognition.said("organisation", row) or scope.organisation,
            cohort=recognition.said("cohort", row) or scope.cohort,
            stage=cast("Stage", recognition.said("stage", row) or scope.stage),
        ),
        role=recognition.role_of(row) or otherwise.role,
    )


def _order(part: Part) -> tuple[str, str, int, int]:
    """Put the start before the end, and mentors before mentees."""
    scope, stages, roles = part.scope, get_args(Stage), get_args(Role)
    return scope.organisation, scope.cohort, stages.index(scope.stage), roles.index(part.role)


def _only(
    part: Part, cleaned: CleanedSurvey, recognition: Recognition, named: dict[int, Part]
) -> CleanedSurvey:
    """Take the people of one part, the questions they were asked, and what was said of them."""
    responses = cleaned.responses
    people = tuple(person for person in responses.people if named[person.row] == part)
    answers = responses.answers
    own = answers[answers["person"].isin([person.number for person in people])]
    answered = set(own.loc[own["answer"] != NOTHING_TICKED, "question"])
    told = {one.column for one in recognition.dividers.values()}
    divides = {match.question.id for match in recognition.matches if told & set(match.columns)}
    questions = tuple(
        question
        for question in responses.questions
        if question.id not in divides
        and (question.id in answered or _may_be_asked(question, part, recognition))
    )
    own = own[own["question"].isin([question.id for question in questions])]
    return CleanedSurvey(
        responses=Responses(people=people, questions=questions, answers=own.reset_index(drop=True)),
        log=tuple(entry for entry in cleaned.log if named[entry.row] == part),
        asked={question.id: cleaned.asked[question.id] for question in questions},
    )


def _may_be_asked(question: Question, part: Part, recognition: Recognition) -> bool:
    """Say whether people of this part were shown a question that none of them answered."""
    if part.role not in question.roles:
        return False
    asked_then = questions_of(part.scope.stage, roles=[part.role])
    return "stage" not in recognition.dividers or any(
        one.first_id == question.first_id for one in asked_then
    )


def _asked_then(survey: CleanedSurvey, part: Part) -> CleanedSurvey:
    """Give what several stages ask its id at the stage of the part, whatever the file looked like.

    Whose answers they are is known only here: somebody said so, or each row does.
    """
    responses = survey.responses
    then = {one.id: asked_at(one, part.scope.stage) for one in responses.questions}
    ids = {key: question.id for key, question in then.items() if key != question.id}
    if not ids:
        return survey
    answers = responses.answers.assign(question=responses.answers["question"].replace(ids))
    return replace(
        survey,
        responses=replace(responses, questions=tuple(then.values()), answers=answers),
        log=tuple(replace(one, question=ids.get(one.question, one.question)) for one in survey.log),
        asked={ids.get(key, key): wording for key, wording in survey.asked.items()},
    )
