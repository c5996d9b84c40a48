"""A look at a file: read, recognised and cleaned, and nothing kept yet."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from rm_eval.cleaning import (
    NOTHING_UNDONE,
    UNDOABLE,
    CleanedSurvey,
    LogEntry,
    Receipt,
    Undone,
    clean,
    same_codes,
    sum_up,
)
from rm_eval.cleaning.parts import divide, dividers_of
from rm_eval.errors import ForTheReader, QuestionsNotFound
from rm_eval.questionnaire import Role, Stage, all_questions
from rm_eval.readers import RawTable, read_upload, with_keys
from rm_eval.recognise import SURE_ENOUGH, Aspect, Divider, Match, Recognition, Said, recognise
from rm_eval.responses import Part
from rm_eval.table import Upload

PLEASE_CHECK_BELOW = 0.9


@dataclass(frozen=True, kw_only=True, slots=True)
class Doubt:
    """A column that may be another question in other words: somebody has to say.

    Attributes
    ----------
    column, heading
        As in the file.
    question, wording
        The question it may be: its id, and as our form or an earlier column has it.
    on_form
        Whether our form asks it; otherwise an earlier column of the file does.
    taken
        Whether it counts as that question until somebody says otherwise.
    """

    column: int
    heading: str
    question: str
    wording: str
    on_form: bool
    taken: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """What a file holds.

    Attributes
    ----------
    cleaned
        Its answers, with what was undone taken back.
    log_before_undo
        Every change cleaning made at first: what there is to undo.
    doubts
        What has to be asked about, whether it was answered already or not.
    undone
        Ids of rules or entries that somebody undid.
    said
        Which question somebody said that a column is, by the first column of the question.
    """

    raw: RawTable
    recognition: Recognition
    cleaned: CleanedSurvey
    log_before_undo: tuple[LogEntry, ...]
    doubts: tuple[Doubt, ...] = ()
    undone: Undone = NOTHING_UNDONE
    said: Mapping[int, Said] = field(default_factory=dict)

    @property
    def receipt(self) -> Receipt:
        """What cleaning did and what was undone, in figures."""
        log = self.cleaned.log
        here = {entry.id for entry in log}
        gone = [e for e in self.log_before_undo if e.rule in UNDOABLE and e.id not in here]
        with_undone = sum_up(self.cleaned.responses, (*log, *gone))
        return replace(sum_up(self.cleaned.responses, log), rules=with_undone.rules)

    @property
    def dividers(self) -> dict[Aspect, Divider]:
        """The columns in which the people who are kept say whose they are."""
        return dividers_of(self.cleaned, self.recognition)


@dataclass(frozen=True, kw_only=True, slots=True)
class Refusal:
    """A file that could not be read, as data: the other files of the same go are.

    Attributes
    ----------
    message, code
        As the error said.
    sheets
        Sheets to choose from, where that would help.
    upload, key
        The file itself and its key, only where a sheet is to be chosen.
    """

    name: str
    message: str
    code: str
    sheets: tuple[str, ...] = ()
    upload: Upload | None = field(default=None, repr=False)
    key: Upload | None = field(default=None, repr=False)


def look_at(
    upload: Upload,
    *,
    sheet: str | None = None,
    key: Upload | None = None,
    role: Role | None = None,
    undone: Undone = NOTHING_UNDONE,
) -> Look:
    """Read, recognise and clean an upload without keeping anything.

    Parameters
    ----------
    upload
        The file.
    sheet, role
        Where somebody chose them; otherwise the file tells. A file that does not tell the role is
        cleaned as mentors' until somebody chooses: no answer depends on it.
    key
        The file that says what its codes stand for, where there is one.
    undone
        Ids of rules, or of single entries of the log, that are not to be applied.
    """
    raw = read_upload(upload, sheet=sheet, key=key)
    return _looked(raw, recognise(raw), role, undone, {})


def look_at_each(uploads: Iterable[Upload]) -> tuple[Look | Refusal, ...]:
    """Look at several files, each with its key; one that is refused does not stop the others."""
    return tuple(look_or_refuse(upload, key=key) for upload, key in with_keys(uploads))


def look_or_refuse(
    upload: Upload, sheet: str | None = None, *, key: Upload | None = None
) -> Look | Refusal:
    """Look at a file, or say why it cannot be read."""
    try:
        return look_at(upload, sheet=sheet, key=key)
    except ForTheReader as refusal:
        sheets = refusal.sheets if isinstance(refusal, QuestionsNotFound) else ()
        return Refusal(
            name=upload.name,
            message=refusal.message,
            code=refusal.code,
            sheets=sheets,
            upload=upload if sheets else None,
            key=key if sheets else None,
        )


def look_again(
    look: Look, *, undone: Undone | None = None, said: Mapping[int, Said] | None = None
) -> Look:
    """Clean a file again after somebody undid something or said which question a column is."""
    undone = look.undone if undone is None else undone
    if said is None or said == look.said:
        again = _looked(look.raw, look.recognition, None, undone, look.said)
    else:
        again = _looked(look.raw, recognise(look.raw, said), None, undone, said)
    doubts = {doubt.column: doubt for doubt in (*again.doubts, *look.doubts)}
    return replace(again, doubts=tuple(doubts[column] for column in sorted(doubts)))


def codes_met_twice(look: Look, stage: Stage | None) -> tuple[str, ...]:
    """Say which participant codes several rows have, to the person who adds the file alone."""
    return same_codes(look.raw, look.recognition, look.cleaned.log, stage)


def how_sure(match: Match) -> str:
    """Say in words how sure we are of a question."""
    if match.perhaps:
        return "please check"
    if match.confidence > SURE_ENOUGH:
        return "sure"
    if match.question.known or match.confidence < PLEASE_CHECK_BELOW:
        return "please check"
    return "fairly sure"


def _doubts(recognition: Recognition) -> tuple[Doubt, ...]:
    on_form = {question.id: question.wording for question in all_questions()}
    in_file = {match.question.id: match.heading for match in recognition.matches}
    return tuple(
        Doubt(
            column=match.columns[0],
            heading=match.heading,
            question=other,
            wording=_ours(match, other) or on_form.get(other) or in_file[other],
            on_form=other in on_form,
            taken=match.question.known,
        )
        for match in recognition.matches
        if how_sure(match) == "please check"
        and (other := match.perhaps or (match.question.id if match.question.known else ""))
    )


def _ours(match: Match, question: str) -> str:
    """Word a question of ours as the file does where it is about another characteristic."""
    known = match.question.known and match.question.id == question
    return match.question.wording if known else ""


def parts_of(look: Look, otherwise: Part, as_said: Collection[Aspect]) -> dict[Part, CleanedSurvey]:
    """Clean a look as one part, or as several where its rows say so themselves.

    Parameters
    ----------
    look
        The file.
    otherwise
        Whose answers they are where the file does not say, or is not asked.
    as_said
        In what the rows are to be believed: each then belongs to the organisation, cohort, stage
        or role it names itself.
    """
    of_rows = look.recognition.dividers
    dividers = {one: of_rows[one] for one in look.dividers if one in as_said}
    recognition = replace(look.recognition, dividers=dividers)
    every = clean(look.raw, recognition, role=otherwise.role, undone=look.undone)
    return divide(every, recognition, otherwise=otherwise)


def _looked(
    raw: RawTable,
    recognition: Recognition,
    role: Role | None,
    undone: Undone,
    said: Mapping[int, Said],
) -> Look:
    role = role or recognition.role or "mentor"
    at_first = clean(raw, recognition, role=role)
    return Look(
        raw=raw,
        recognition=recognition,
        cleaned=clean(raw, recognition, role=role, undone=undone) if undone else at_first,
        log_before_undo=at_first.log,
        doubts=_doubts(recognition),
        undone=undone,
        said=said,
    )
