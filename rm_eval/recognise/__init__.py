"""Recognise: which question is in which column, how sure, why, and what is missing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

from rm_eval.questionnaire import Question, Role, Stage, all_questions, read_questionnaires
from rm_eval.readers import Heading, RawTable
from rm_eval.recognise import roles
from rm_eval.recognise.apart import told_apart
from rm_eval.recognise.cohorts import find_names
from rm_eval.recognise.divider import ASPECTS, Aspect, Divider
from rm_eval.recognise.layout import Layout
from rm_eval.recognise.match import Match
from rm_eval.recognise.participant_codes import find_codes
from rm_eval.recognise.personal import is_personal
from rm_eval.recognise.stages import find_stage
from rm_eval.recognise.states import RowStates, states_of
from rm_eval.recognise.wording import SURE_ENOUGH, asked_on_another_scale
from rm_eval.table import Notice, column_letters

__all__ = [
    "ASPECTS",
    "SURE_ENOUGH",
    "Aspect",
    "Divider",
    "Layout",
    "Match",
    "Recognition",
    "conflict",
    "recognise",
]


@dataclass(frozen=True, kw_only=True, slots=True)
class Recognition:
    """What a raw table holds.

    Attributes
    ----------
    stage, role
        None where the file does not tell, or holds several; somebody has to be asked.
    stage_why, role_why
        The reason, for the reader.
    codes
        Columns of participant codes, which are kept as keyed hashes alone.
    dividers
        Where each row says its own organisation, cohort, stage or role, in a file that holds
        several.
    personal, metadata
        Columns that are not kept: who somebody is, and the survey tool's own.
    missing
        Questions of the recognised form that the file does not hold.
    states
        Which rows the survey tool marks as tests, or as not finished.
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
    states: RowStates
    codes: tuple[Heading, ...] = ()
    dividers: dict[Aspect, Divider] = field(default_factory=dict)

    def said(self, aspect: Aspect, row: int) -> str | None:
        """Return what a row says of itself; None where it does not, or nobody was asked."""
        divider = self.dividers.get(aspect)
        return divider.said.get(row) if divider else None

    def role_of(self, row: int) -> Role | None:
        """Return the role a row says that it is."""
        return cast("Role | None", self.said("role", row))

    @property
    def unknown(self) -> tuple[Match, ...]:
        """The questions no questionnaire holds."""
        return tuple(match for match in self.matches if not match.question.known)


def recognise(raw: RawTable, same: Mapping[int, bool] | None = None) -> Recognition:
    """Tell what every column of a raw table is.

    Parameters
    ----------
    raw
        The table.
    same
        What somebody said when asked "Same question?", by the first column of each match.
    """
    asked = raw.columns("question")
    codes = find_codes(raw, asked)
    named = tuple(h for h in asked if h not in codes and _names_people(h))
    questions = tuple(heading for heading in asked if heading not in (*named, *codes))
    matches, notices = told_apart(raw, questions, same or {})
    known = [match for match in matches if match.question.known]
    by_column = {heading.column: heading for heading in questions}
    stage = find_stage(raw, [match.question for match in known])
    role = roles.find_role(raw, [(by_column[m.columns[0]], m.question) for m in known])
    names = (find_names(raw, "organisation"), find_names(raw, "cohort"))
    dividers = tuple(one for one in (*names, stage.divider, role.divider) if one is not None)
    personal = (*raw.columns("personal"), *named)
    states = states_of(raw)
    return Recognition(
        stage=stage.stage,
        role=role.role,
        stage_why=stage.why,
        role_why=role.why,
        dividers={one.aspect: one for one in dividers},
        matches=matches,
        personal=personal,
        metadata=tuple(
            heading
            for heading in raw.headings
            if heading.part not in {"question", "personal", "code"}
        ),
        missing=_missing(stage.stage, role.role, matches),
        states=states,
        notices=notices
        + states.notices
        + _scale_notices(matches)
        + _date_notices(matches)
        + _personal_notice(personal)
        + _codes_notice(codes),
        codes=codes,
    )


def conflict(recognition: Recognition, role: Role) -> str:
    """Say that a file looks like another role's than somebody chose; "" where it does not."""
    return roles.conflict(recognition.role, recognition.role_why, role)


def _names_people(heading: Heading) -> bool:
    return any(is_personal(text) for text in (heading.text, heading.option) if text)


def _missing(
    stage: Stage | None, role: Role | None, matches: tuple[Match, ...]
) -> tuple[Question, ...]:
    if stage is None or role is None:
        return ()
    form = next(form for form in read_questionnaires() if form.stage == stage)
    found = {match.question.id for match in matches}
    return tuple(question for question in form.for_role(role) if question.id not in found)


def _scale_notices(matches: tuple[Match, ...]) -> tuple[Notice, ...]:
    return tuple(
        Notice(
            code="scale_differs",
            message=f"Column {match.columns[0]} asks a question of our forms on another scale. "
            "We treat it as a question of its own.",
            column=match.columns[0],
        )
        for match in matches
        if not match.question.known and asked_on_another_scale(match.heading, all_questions())
    )


def _date_notices(matches: tuple[Match, ...]) -> tuple[Notice, ...]:
    return tuple(
        Notice(
            code="date_ambiguous",
            message=f"The dates in column {match.columns[0]} could be day/month or month/day. "
            "We read the day first.",
            column=match.columns[0],
        )
        for match in matches
        if match.question.type == "date" and match.day_first is None
    )


def _personal_notice(personal: tuple[Heading, ...]) -> tuple[Notice, ...]:
    if not personal:
        return ()
    letters = [column_letters(heading.column) for heading in personal]
    places = f"column {letters[0]}"
    if len(letters) > 1:
        places = f"columns {', '.join(letters[:-1])} and {letters[-1]}"
    message = (
        f"This file holds personal details in {places} ({', '.join(h.text for h in personal)}). "
        "We have ignored them; they are not in anything you download."
    )
    return (Notice(code="identifier_columns_removed", message=message),)


def _codes_notice(codes: tuple[Heading, ...]) -> tuple[Notice, ...]:
    if not codes:
        return ()
    message = (
        f"This file has participant codes ({', '.join(h.text for h in codes[:1])}). They serve to "
        "link the forms of one person, and are kept only in a scrambled form that nobody can read."
    )
    if len(codes) > 1:
        others = ", ".join(heading.text for heading in codes[1:])
        message += f" We use the first column of codes, and have not kept the others ({others})."
    return (Notice(code="participant_codes", message=message, column=codes[0].column),)
