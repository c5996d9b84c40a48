"""What is being closed: its questions, its people, and what was told of them before."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from rm_eval.closing.parts import division_to_tell, division_told, with_parts
from rm_eval.closing.questions import ToTell, questions_to_tell
from rm_eval.disclosure import Closing, Limits, Telling
from rm_eval.measures import Division
from rm_eval.questionnaire import Role
from rm_eval.responses import Scope
from rm_eval.store import Present, Release, Store, meet_again, people_to_tell, releases


@dataclass(frozen=True, kw_only=True, slots=True)
class StageToClose:
    """A stage, or a comparison, that is being closed.

    Attributes
    ----------
    everybody
        Of this closing and of earlier ones.
    here
        Those of this closing, by role and by their number; see `rm_eval.store.ToBeTold`.
    out
        All that was given out of the cohort, by stage and comparison.
    together
        Whether mentors and mentees are one group, in what was not told before.
    division
        In which parts roles are told of; None where they are whole, or whole again.
    """

    scope: Scope
    questions: tuple[ToTell, ...]
    everybody: tuple[Present, ...]
    here: Mapping[Role, Mapping[int, Present]]
    earlier: tuple[Release, ...]
    out: Mapping[Scope, Sequence[Release]]
    closing: Closing
    together: bool
    division: Division | None

    @property
    def divided_by(self) -> str:
        """What parts people now, or did when the stage was first told."""
        if self.division or not self.earlier:
            return self.division.by if self.division else ""
        return self.earlier[-1].divided_by

    def told_before(self, question: str) -> tuple[Telling, ...]:
        """Return what was told of a question at earlier closings."""
        return self.earlier[-1].tellings.get(question, ()) if self.earlier else ()


def load(  # noqa: PLR0913 - each is somebody's choice
    store: Store,
    scope: Scope,
    limits: Limits,
    *,
    together: bool,
    as_same: Collection[str],
    divided_by: str,
) -> StageToClose:
    """Find everything a closing needs: who is here, what was told before, and in which groups."""
    cohort = [
        one
        for one in releases(store)
        if (one.scope.organisation, one.scope.cohort) == (scope.organisation, scope.cohort)
    ]
    out: dict[Scope, list[Release]] = {}
    for release in cohort:
        out.setdefault(release.scope, []).append(release)
    earlier = tuple(out.get(scope, ()))
    number = earlier[-1].number + 1 if earlier else 1
    now = people_to_tell(store, scope)
    everybody, here = meet_again(
        earlier[-1].people if earlier else (), [(one.role, one.known) for one in now], number
    )
    by_role: dict[Role, dict[int, Present]] = {}
    for one, present in zip(now, here, strict=True):
        by_role.setdefault(one.role, {})[one.number] = present
    division = None
    if earlier:
        division = division_told(earlier[-1], everybody, by_role, number)
    elif divided_by:
        division = division_to_tell(store, scope, divided_by, limits)
        everybody, by_role = with_parts(everybody, by_role, division)
    return StageToClose(
        scope=scope,
        questions=questions_to_tell(store, scope, as_same=as_same),
        everybody=everybody,
        here=by_role,
        earlier=earlier,
        out=out,
        closing=Closing(number=number, on=datetime.now(UTC).date(), limits=limits),
        together=together and division is None,
        division=division,
    )
