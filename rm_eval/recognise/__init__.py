"""Recognise: which question is in which column, how sure, why, and what is missing."""

from dataclasses import dataclass

from rm_eval.questionnaire import Question, Role, Stage, read_questionnaires
from rm_eval.readers import Heading, RawTable
from rm_eval.recognise.content import Typed, option_id, type_by_content
from rm_eval.recognise.personal import is_personal, mark_of_unknown
from rm_eval.recognise.wording import SURE_ENOUGH, WordingMatch, match_wording
from rm_eval.table import Notice

__all__ = ["SURE_ENOUGH", "Match", "Recognition", "recognise"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Match:
    """One question of the file.

    Attributes
    ----------
    columns
        Where its answers stand, counted as in the file from 1.
    question
        From a questionnaire, or made from the column itself (``known`` is then False).
    heading
        As in the file.
    confidence, why
        How sure we are, 0 to 1, and the reason.
    """

    columns: tuple[int, ...]
    question: Question
    heading: str
    confidence: float
    why: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Recognition:
    """What a raw table holds.

    Attributes
    ----------
    stage, role
        None where the file does not tell; somebody has to be asked.
    stage_why, role_why
        The reason, for the reader.
    personal, metadata
        Columns that are not kept: who somebody is, and the survey tool's own.
    missing
        Questions of the recognised form that the file does not hold.
    """

    stage: Stage | None
    role: Role | None
    stage_why: str
    role_why: str
    matches: tuple[Match, ...]
    personal: tuple[Heading, ...]
    metadata: tuple[Heading, ...]
    missing: tuple[Question, ...]
    notices: tuple[Notice, ...]

    @property
    def unknown(self) -> tuple[Match, ...]:
        """The questions no questionnaire holds."""
        return tuple(match for match in self.matches if not match.question.known)


def recognise(raw: RawTable) -> Recognition:
    """Tell what every column of a raw table is."""
    asked = raw.columns("question")
    named = [heading for heading in asked if is_personal(heading.text, _answers(raw, heading))]
    questions = [heading for heading in asked if heading not in named]
    found = {heading: match_wording(heading.text, _all_questions()) for heading in questions}
    known = {heading: match for heading, match in found.items() if match is not None}
    stage, stage_why = _stage_of(known)
    role, role_why = _role_of(known)
    matches, notices = _matches(raw, questions, known)
    personal = (*raw.columns("personal"), *named)
    return Recognition(
        stage=stage,
        role=role,
        stage_why=stage_why,
        role_why=role_why,
        matches=matches,
        personal=personal,
        metadata=raw.columns("response_id", "started", "completed", "metadata"),
        missing=_missing(stage, role, matches),
        notices=notices + _personal_notice(personal),
    )


def _matches(
    raw: RawTable, headings: list[Heading], known: dict[Heading, WordingMatch]
) -> tuple[tuple[Match, ...], tuple[Notice, ...]]:
    matches: list[Match] = []
    notices: list[Notice] = []
    taken: set[str] = set()
    for heading in headings:
        match = _match(raw, heading, known.get(heading), taken)
        if heading in known and known[heading].question.id in taken:
            notices.append(_asked_twice(heading))
        taken.add(match.question.id)
        matches.append(match)
    return tuple(matches), tuple(notices)


def _match(raw: RawTable, heading: Heading, wording: WordingMatch | None, taken: set[str]) -> Match:
    if wording is not None and wording.question.id not in taken:
        return Match(
            columns=(heading.column,),
            question=wording.question,
            heading=heading.text,
            confidence=wording.confidence,
            why=wording.why,
        )
    typed = type_by_content(heading.text, _answers(raw, heading))
    return Match(
        columns=(heading.column,),
        question=_question_from(heading, typed, taken),
        heading=heading.text,
        confidence=typed.confidence,
        why=typed.why,
    )


def _question_from(heading: Heading, typed: Typed, taken: set[str]) -> Question:
    key = f"own_{option_id(heading.text)}"
    if key in taken:
        key = f"{key}_{heading.column}"
    return Question(
        id=key,
        wording=" ".join(heading.text.split()),
        type=typed.type,
        options=typed.options,
        scale=typed.scale,
        mark=mark_of_unknown(heading.text),
        known=False,
    )


def _answers(raw: RawTable, heading: Heading) -> list[str]:
    return [cell.strip() for cell in raw.cells[heading.column] if cell.strip()]


def _all_questions() -> tuple[Question, ...]:
    return tuple(question for form in read_questionnaires() for question in form.questions)


def _stage_of(known: dict[Heading, WordingMatch]) -> tuple[Stage | None, str]:
    found = {match.question.id for match in known.values()}
    counts = {
        form.stage: sum(question.id in found for question in form.questions)
        for form in read_questionnaires()
    }
    stage = max(counts, key=lambda one: counts[one])
    if counts[stage] == 0:
        return None, "because none of its questions is on our forms"
    return stage, f"because {counts[stage]} of its questions are on our {stage} form"


def _role_of(known: dict[Heading, WordingMatch]) -> tuple[Role | None, str]:
    """Only questions that one role alone is asked can tell."""
    telling: dict[Role, list[str]] = {"mentor": [], "mentee": []}
    for heading, match in known.items():
        if len(match.question.roles) == 1:
            telling[match.question.roles[0]].append(heading.text)
    mentor, mentee = len(telling["mentor"]), len(telling["mentee"])
    if mentor == mentee:
        return None, "because nothing in it is asked of mentors alone or of mentees alone"
    role: Role = "mentor" if mentor > mentee else "mentee"
    return role, f'because it asks "{_cut(telling[role][0])}", which only {role}s are asked'


def _cut(text: str, length: int = 60) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def _missing(
    stage: Stage | None, role: Role | None, matches: tuple[Match, ...]
) -> tuple[Question, ...]:
    if stage is None or role is None:
        return ()
    form = next(form for form in read_questionnaires() if form.stage == stage)
    found = {match.question.id for match in matches}
    return tuple(question for question in form.for_role(role) if question.id not in found)


def _asked_twice(heading: Heading) -> Notice:
    return Notice(
        code="duplicate_header",
        message=f"Column {heading.column} asks a question that an earlier column asks already. "
        "We treat it as a question of its own.",
        column=heading.column,
    )


def _personal_notice(personal: tuple[Heading, ...]) -> tuple[Notice, ...]:
    if not personal:
        return ()
    message = (
        f"This file has columns for personal details ({', '.join(h.text for h in personal)}). "
        "We have not kept them; they are in nothing you download."
    )
    return (Notice(code="identifier_columns_removed", message=message),)
