"""Recognise: which question is in which column, how sure, why, and what is missing."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import cast

from rm_eval.questionnaire import Question, Role, Stage, asked_at, read_questionnaires
from rm_eval.readers import Heading, RawTable
from rm_eval.recognise.apart import Said, told_apart
from rm_eval.recognise.layout import Layout, is_ticked
from rm_eval.recognise.match import Match
from rm_eval.recognise.notices import notices_of
from rm_eval.recognise.own_words import in_own_words
from rm_eval.recognise.people.paradata import is_paradata
from rm_eval.recognise.people.participant_codes import find_codes
from rm_eval.recognise.people.personal import is_personal
from rm_eval.recognise.rows import roles
from rm_eval.recognise.rows.cohorts import find_names
from rm_eval.recognise.rows.divider import ASPECTS, Aspect, Divider
from rm_eval.recognise.rows.stages import find_stage
from rm_eval.recognise.rows.states import RowStates, states_of
from rm_eval.recognise.side_by_side import with_shared_options
from rm_eval.recognise.wordings.same_question import SURE_ENOUGH
from rm_eval.table import Notice

__all__ = [
    "ASPECTS",
    "SURE_ENOUGH",
    "Aspect",
    "Divider",
    "Layout",
    "Match",
    "Recognition",
    "Said",
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
        Columns that are not kept: who somebody is; and the survey tool's own, or what else tells
        how somebody answered.
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


def recognise(raw: RawTable, said: Mapping[int, Said] | None = None) -> Recognition:
    """Tell what every column of a raw table is.

    Parameters
    ----------
    raw
        The table.
    said
        Which question somebody said that a match is, by its first column.
    """
    asked = raw.columns("question")
    codes = find_codes(raw, asked)
    named = tuple(h for h in asked if h not in codes and _names_people(raw, h))
    how = tuple(h for h in asked if h not in (*codes, *named) and _tells_how(raw, h))
    questions = tuple(heading for heading in asked if heading not in (*named, *codes, *how))
    matches, notices = told_apart(raw, questions, said or {})
    matches = in_own_words(raw, with_shared_options(raw, matches))
    known = [match for match in matches if match.question.known]
    by_column = {heading.column: heading for heading in questions}
    stage = find_stage(raw, [match.question for match in known])
    role = roles.find_role(raw, [(by_column[m.columns[0]], m.question) for m in known])
    matches = _asked_then(matches, stage.stage)
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
            if heading in how or heading.part not in {"question", "personal", "code"}
        ),
        missing=_missing(stage.stage, role.role, matches),
        states=states,
        notices=notices + states.notices + notices_of(raw, matches, personal, codes),
        codes=codes,
    )


def conflict(recognition: Recognition, role: Role) -> str:
    """Say that a file looks like another role's than somebody chose; "" where it does not."""
    return roles.conflict(recognition.role, recognition.role_why, role)


def _names_people(raw: RawTable, heading: Heading) -> bool:
    answers = set(raw.counts(heading.column))
    if is_personal(heading.text, answers):
        return True
    # "How did you find out? [Email]" is a box to tick; "Contact details [Email]" is not.
    ticks = all(is_ticked(one, heading.option, heading.column) is not None for one in answers)
    return bool(heading.option) and is_personal(heading.option, answers) and not ticks


def _tells_how(raw: RawTable, heading: Heading) -> bool:
    others = (other.text for other in raw.headings if other != heading)
    return is_paradata(heading.text, raw.counts(heading.column), others)


def _asked_then(matches: tuple[Match, ...], stage: Stage | None) -> tuple[Match, ...]:
    """Give what several stages ask its id at the stage of the file."""
    then = {match.question.id: asked_at(match.question, stage) for match in matches}
    return tuple(
        replace(
            match,
            question=then[match.question.id],
            perhaps=then[match.perhaps].id if match.perhaps in then else match.perhaps,
        )
        for match in matches
    )


def _missing(
    stage: Stage | None, role: Role | None, matches: tuple[Match, ...]
) -> tuple[Question, ...]:
    if stage is None or role is None:
        return ()
    form = next(form for form in read_questionnaires() if form.stage == stage)
    found = {match.question.id for match in matches}
    return tuple(question for question in form.for_role(role) if question.id not in found)
