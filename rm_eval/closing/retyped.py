"""Totals that were given out, typed in anew: when that tells nobody's answers.

Totals do not say whose answers changed. 8 of 11 last month and 9 of 12 now tell what the twelfth
person said, whatever else is between; and two tick-box tables may differ by one person in every
row. So totals that were given out are changed only where the fewest people who can have made the
difference are counted from the totals themselves: where there is one question with one answer each.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from rm_eval.asked import datasets_of
from rm_eval.errors import NotAllowed
from rm_eval.measures import EVERYBODY, GROUP_LABELS
from rm_eval.questionnaire import Question, Role
from rm_eval.responses import Part, Scope
from rm_eval.store import Known, Release, Store, latest_release, people_to_tell, totals_of

FEWEST_CHANGED = 3


def check_retyped(store: Store, scope: Scope) -> None:
    """Let a stage be closed again only where typed totals changed by enough people, or by none.

    Raises
    ------
    NotAllowed
        Where typed totals, or answers in their place, could tell what single people said.
    """
    release = latest_release(store, scope)
    if scope.since or release is None:
        return
    datasets = {dataset.role: dataset for dataset in datasets_of(store, scope)}
    now: dict[Role, list[str]] = {}
    for one in people_to_tell(store, scope):
        now.setdefault(one.role, []).append(one.known.answers)
    _check_told_as_before(release, now)
    for role in {*now, *release.n}:
        dataset = datasets.get(role)
        is_typed = dataset is not None and dataset.is_typed
        questions = store.responses(dataset.id).questions if dataset and is_typed else ()
        _check(release, role, now.get(role, ()), questions if is_typed else None)


def check_totals(
    store: Store, part: Part, known: Iterable[Known], questions: Sequence[Question]
) -> None:
    """Refuse totals at once that could not be given out in the place of earlier ones.

    Parameters
    ----------
    known
        The people that would be invented, as the store would know them.
    questions
        What the totals are about.

    Raises
    ------
    NotAllowed
        As `check_retyped`.
    """
    release = latest_release(store, part.scope)
    if release is not None:
        _check_told_as_before(release, [part.role])
        answers = [one.answers for one in known]
        _check(release, part.role, answers, questions)


def _check_told_as_before(release: Release, roles: Iterable[Role]) -> None:
    """Refuse to tell of mentors and of mentees who were told of as one, and the other way round."""
    then = {str(one.role) == EVERYBODY for one in release.people}
    if then and then != {str(role) == EVERYBODY for role in roles}:
        raise NotAllowed(
            f"{release.scope.organisation}, {release.scope.cohort}: figures were given out already "
            f"of mentors and mentees {'together' if True in then else 'apart'}. Given out the "
            "other way, too, they could tell what single people said. Nothing was changed.",
            code="totals_given_out",
        )


def _check(
    release: Release, role: Role, now: Iterable[str], typed: Sequence[Question] | None
) -> None:
    """Compare the people of one role with those given out.

    Parameters
    ----------
    typed
        What totals were typed in of; None where the answers of single people are here.
    """
    if not any(one.role == role for one in release.people):
        return  # nothing was ever told of them
    here = Counter(now)
    then = Counter(
        one.answers for one in release.people if one.role == role and release.number in one.at
    )
    same = (here & then).total()
    gone, added = then.total() - same, here.total() - same
    if not gone and not added:
        return
    was_typed = any(totals_of(role) in told.sources for told in release.figures)
    if typed is None and not was_typed:
        return  # answers of single people, as before: the rule for those holds
    # Whoever changed an answer is gone and added, so the fewest people are the larger of the two.
    is_exact = len(typed or ()) == 1 and all(one.type != "multiple_choice" for one in typed or ())
    if is_exact and same and max(gone, added) >= FEWEST_CHANGED:
        return
    scope, whom = release.scope, GROUP_LABELS[role].lower()
    raise NotAllowed(
        f"{scope.organisation}, {scope.cohort}: figures of the {whom} at {scope.when} were given "
        "out already. Totals do not say whose answers changed, so giving out other totals could "
        "tell what single people said. They can be changed only where one question with one answer "
        f"each was typed in, such as yes or no, and at least {FEWEST_CHANGED} people’s answers "
        "differ. Nothing was changed.",
        code="totals_given_out",
    )
