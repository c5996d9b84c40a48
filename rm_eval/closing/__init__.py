"""Close: what may be told of a stage is decided once, attacked, kept, and from then on served.

Every question of the stage is told at one go; then an attacker looks at all that is to be given
out, to colleagues and to the public, together with all that was given out of this stage before.
What could be worked out is not told. A release that is not safe is no release: nothing is given
out, and the stage stays open.

A comparison of two stages is closed in the same way, by the same function, once both of them are:
its people are those who are linked, its questions those that were asked twice, and the attacker
looks at it together with all that is out of either stage. `questions` says what is told and how it
is measured, `given` what the attacker is given; nothing else differs.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import uuid4

from rm_eval.closing.given import Record, records_beside, shown_of
from rm_eval.closing.parts import (
    check_not_in_parts,
    is_of,
    says_no_longer,
)
from rm_eval.closing.questions import Among, ToTell, n_answered
from rm_eval.closing.retyped import check_retyped
from rm_eval.closing.stage import StageToClose, load
from rm_eval.disclosure import Limits, Stages, Telling, Told, nothing_of, tell, tell_later
from rm_eval.disclosure.attack import Attack, Log
from rm_eval.disclosure.check import Shown, check, sum_of_logs
from rm_eval.errors import NotAllowed
from rm_eval.measures import EVERYBODY, Group, part_of
from rm_eval.questionnaire import Question, Role
from rm_eval.responses import Scope
from rm_eval.store import (
    Release,
    Store,
    check_can_close,
    latest_release,
    limits_of,
)
from rm_eval.store import close_stage as keep_release

NOT_SAFE = (
    "What was given out before and what would be given out now, taken together, could tell what "
    "single people answered. Nothing was given out, and the stage stays open. Close it again when "
    "more people have answered, and tell whoever looks after this dashboard."
)
# Beside the log of the attack: of how many questions nothing was told because of what it found.
KEPT_BACK = "kept_back"
Progress = Callable[[int, int], None]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Figure:
    """What is told of one question, what of it is new, and the log of the attack.

    Attributes
    ----------
    kept_back
        Whether nothing is told because something could have been worked out.
    """

    told: Told
    new: tuple[Telling, ...]
    log: Log
    kept_back: bool


def close_stage(  # noqa: PLR0913 - each is somebody's choice
    store: Store,
    scope: Scope,
    *,
    limits: Limits | None = None,
    together: bool = False,
    divided_by: str = "",
    as_same: Collection[str] = (),
    progress: Progress | None = None,
) -> Release:
    """Close a stage: decide what is told of it, check it, and give it out from now on.

    A comparison of two stages is closed in the same way; see `Scope.since`.

    Parameters
    ----------
    limits
        What whoever governs the data has chosen; what the store says unless told.
    together
        Whether mentors and mentees are told of as one group, in questions both were asked alike.
        Of a question that was told before, it stays as it was: to tell of both together and of
        each would tell more. In a comparison they are always apart.
    divided_by
        At a first closing, the id of the question by whose answers others see each role in parts,
        in place of the role; see `rm_eval.closing.parts`.
    as_same
        In a comparison, ids of later questions, asked in other words than before, of which
        somebody of the team says that they are the same.
    progress
        Is told how many questions are done, and of how many.

    Raises
    ------
    NotEnoughAnswers
        Where the stage has no answers, or nobody is linked over the two.
    NotAllowed
        Where too few people changed since figures were last given out, where a stage of a
        comparison is open, or where the attacker finds something; nothing is given out then.
    """
    check_can_close(store, scope)
    check_retyped(store, scope)
    check_not_in_parts(store, scope)
    limits = limits or limits_of(store, scope.organisation)
    as_one = together and not scope.since
    stage = load(store, scope, limits, together=as_one, as_same=as_same, divided_by=divided_by)
    figures = []
    for done, one in enumerate(stage.questions, start=1):
        figures.append(_figure(stage, one))
        if progress is not None:
            progress(done, len(stage.questions))
    if stage.division and any(one.kept_back and one.told.question.divides for one in figures):
        # The sizes of its parts would be told, and of what parts them nothing is.
        raise NotAllowed(NOT_SAFE, code="not_safe")
    release = _release(stage, figures)
    keep_release(store, release)
    return release


def is_told_together(store: Store, scope: Scope) -> bool:
    """Say whether a stage is told with mentors and mentees as one group."""
    release = latest_release(store, scope)
    figures = release.figures if release else ()
    return any(group.role == EVERYBODY for told in figures for group in told.groups)


def is_told_in_parts(store: Store, scope: Scope) -> str:
    """Name what parts others see a stage in, such as "site"; "" where they see whole roles."""
    release = latest_release(store, scope)
    figures = release.figures if release else ()
    in_parts = any(part_of(group.role) for told in figures for group in told.groups)
    return release.divided_by if release and in_parts else ""


def _release(stage: StageToClose, figures: list[_Figure]) -> Release:
    before = stage.earlier[-1].tellings if stage.earlier else {}
    log = sum_of_logs([one.log for one in figures]).as_dict()
    new = {one.told.question.id: one.new for one in figures}
    return Release(
        id=str(uuid4()),
        scope=stage.scope,
        number=stage.closing.number,
        closed_at=datetime.now(UTC),
        n={role: len(people) for role, people in stage.here.items()},
        limits=stage.closing.limits,
        figures=tuple(one.told for one in figures),
        tellings={key: (*before.get(key, ()), *new.get(key, ())) for key in {**before, **new}},
        people=stage.everybody,
        check=log | {KEPT_BACK: sum(one.kept_back for one in figures)},
    )


def _figure(stage: StageToClose, one: ToTell) -> _Figure:
    """Tell one question, and check it; tell nothing of it where it could be worked out."""
    told, new = _tell(stage, one)
    found = _check(stage, told, new)
    kept_back = not found.is_safe
    if kept_back:
        told, new = nothing_of(told), ()
        found = _check(stage, told, new)
    if not found.is_safe:
        raise NotAllowed(NOT_SAFE, code="not_safe")
    return _Figure(told=told, new=new, log=found.log, kept_back=kept_back)


def _check(stage: StageToClose, told: Told, new: tuple[Telling, ...]) -> Attack:
    """Attack a question's figures together with all that is out of it already."""
    if told.kind == "attrition":
        # Who took part is no answer, and is told anew each time.
        return check(Shown(who="", told=told, people={}))
    id_, number = told.question.id, stage.closing.number
    then = {
        release.number: figure
        for release in stage.earlier
        for figure in release.figures
        if figure.question.id == id_
    }
    own = Record(
        scope=stage.scope,
        people=stage.everybody,
        told=then | {number: told},
        tellings=[*stage.told_before(id_), *new],
    )
    now, before = shown_of(own, records_beside(stage.out, stage.scope, id_, told.earlier))
    return check(now, before)


def _tell(stage: StageToClose, one: ToTell) -> tuple[Told, tuple[Telling, ...]]:
    before = stage.told_before(one.id)
    together = before[0].group.role == EVERYBODY if before else stage.together
    division = stage.division
    everybody = one.measured(together=together, division=division)
    if not one.once:
        return tell(everybody, limits=stage.closing.limits), ()
    stages = _stages(stage, everybody.question, one)
    if not before:
        told, new = tell_later(everybody, before, {}, stage.closing, stages)
        return _named(stage, told, one), new
    late = one.measured_of(_those(stage, before, None), together=together, division=division)
    left = {
        telling.key: n_answered(
            one.measured_of(_those(stage, before, telling), together=together), telling.group.role
        )
        for telling in before
    }
    late = replace(late, responses=everybody.responses)
    told, new = tell_later(late, before, left, stage.closing, stages)
    return _named(stage, told, one), new


def _named(stage: StageToClose, told: Told, one: ToTell) -> Told:
    by = stage.divided_by
    told = replace(told, earlier=one.earlier, divided_by=by)
    return says_no_longer(told, by) if by and not stage.division else told


def _stages(stage: StageToClose, question: Question, one: ToTell) -> Mapping[Group, Stages]:
    """Find what is out of both stages of a comparison, of roles whose linked people are all in it.

    Whoever is linked and still waits to be told of at a stage is not among its figures.
    """
    if not stage.scope.since:
        return {}
    beside = records_beside(stage.out, stage.scope, one.id, one.earlier)
    sides = [record for at in stage.scope.stages for record in beside if record.scope == at]
    found: dict[Group, Stages] = {}
    for role, here in stage.here.items():
        told = [
            record.told_of_all(at, list(here.values()), role) for at, record in enumerate(sides)
        ]
        if len(told) > 1 and told[0] and told[1]:
            found[role] = Stages(question=question, before=told[0], after=told[1])
    return found


def _those(stage: StageToClose, before: Collection[Telling], telling: Telling | None) -> Among:
    """Pick the people of whom something was told in a telling; None for those not told of yet."""
    found: dict[Role, set[int]] = {}
    closing = telling.closing if telling else None
    for role, here in stage.here.items():
        found[role] = {
            number
            for number, one in here.items()
            if telling is None or is_of(one, telling.group.role)
            if one.told_at(t.closing for t in before if is_of(one, t.group.role)) == closing
        }
    return found
