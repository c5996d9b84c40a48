"""Closing a stage: only then are its figures given to anybody beyond the team.

Figures that change every week would give people away: 17 answers last week and 18 this week tell
what the eighteenth person said. So the team closes a stage when everybody has answered, and
figures that were given out are only replaced when enough people changed to hide each of them.
"""

from collections.abc import Iterable
from dataclasses import asdict

from sqlalchemy import Connection, delete, insert, select

from rm_eval.errors import NotAllowed, NotEnoughAnswers
from rm_eval.responses import Scope
from rm_eval.store.at_closing import people_in
from rm_eval.store.deletion import open_again
from rm_eval.store.identity import Known, difference
from rm_eval.store.records import Store
from rm_eval.store.releases import Release, add_release
from rm_eval.store.schema import releases, stages, where_scope

# Fewer changed people than this could be worked out by comparing old figures with new ones.
FEWEST_CHANGED = 3


def is_closed(store: Store, scope: Scope) -> bool:
    """Say whether a stage's figures may be given out."""
    return bool(served(store, scope))


def served(store: Store, scope: Scope) -> str:
    """Name the release that is given out of a stage or a comparison, by its id; "" while open."""
    is_open = select(stages.c.is_open).where(*where_scope(stages, scope))
    closings = select(releases.c.id).where(*where_scope(releases, scope))
    latest = closings.order_by(releases.c.number.desc()).limit(1)
    with store.engine.connect() as connection:
        if connection.execute(is_open).scalar_one_or_none() is not False:
            return ""
        if scope.since and not _are_closed(connection, scope.stages):
            return ""
        # Closed by an earlier version, which did not keep what it gave out: to be closed again.
        return connection.execute(latest).scalar_one_or_none() or ""


def check_closed(store: Store, scope: Scope) -> None:
    """Let a stage's figures and words go beyond the team only once it is closed.

    Raises
    ------
    NotAllowed
        Where it is still open.
    """
    if not is_closed(store, scope):
        raise NotAllowed(
            f"{scope.organisation}, {scope.cohort}: {scope.when} is still open, so only the "
            "programme team can see it. Close it when everybody has answered; it can then be "
            "shown to others.",
            code="stage_open",
        )


def check_can_close(store: Store, scope: Scope) -> None:
    """Let a stage or a comparison be closed only where that tells nobody's answers.

    Raises
    ------
    NotEnoughAnswers
        Where the stage has no answers, or nobody is linked over the two stages.
    NotAllowed
        Where a stage of a comparison is still open; or where so few people changed since the
        figures were last given out that a reader could work out who.
    """
    with store.engine.connect() as connection:
        _check(connection, scope, _people_now(connection, scope))


def close_stage(store: Store, release: Release) -> None:
    """Close a stage or a comparison: from now on what was told of it is given out.

    Comparisons with a stage that is closed anew have to be closed anew, too.

    Raises
    ------
    NotEnoughAnswers, NotAllowed
        As `check_can_close`; and where answers changed after they were measured.
    """
    scope = release.scope
    with store.change() as connection:
        now = _people_now(connection, scope)
        _check(connection, scope, now)
        measured = [(p.response, p.answers) for p in release.people if release.number in p.at]
        if sorted(measured) != sorted((one.response, one.answers) for one in now):
            raise NotAllowed(
                "Somebody changed these answers just now. Close the stage again, to give out what "
                "is here. Nothing was given out.",
                code="changed_meanwhile",
            )
        add_release(connection, release)
        open_again(connection, scope)
        connection.execute(delete(stages).where(*where_scope(stages, scope)))
        connection.execute(
            insert(stages).values(
                organisation=scope.organisation,
                cohort=scope.cohort,
                stage=scope.stage,
                since=scope.since,
                is_open=False,
                closed_at=release.closed_at,
                served=[asdict(one) for one in now],
            )
        )


def reopen_stage(store: Store, scope: Scope) -> None:
    """Reopen a stage, so that answers can be added; nothing is given out until it is closed.

    Neither is any comparison with it.
    """
    with store.change() as connection:
        open_again(connection, scope)


def _check(connection: Connection, scope: Scope, now: list[Known]) -> None:
    if scope.since:
        _check_both_closed(connection, scope)
    if not now and scope.since:
        raise NotEnoughAnswers(
            f"Nobody of {scope.organisation}, {scope.cohort} is linked from {scope.when}, so there "
            "is no change to show. People are linked by a participant code in both files.",
            code="nobody_linked",
        )
    if not now:
        raise NotEnoughAnswers(
            f"There are no {_told(scope)} answers to close yet. Add a file first.",
            code="nothing_kept",
        )
    _check_enough_changed(_people_served(connection, scope), now)


def _check_both_closed(connection: Connection, scope: Scope) -> None:
    still_open = [one.when for one in scope.stages if not _are_closed(connection, [one])]
    if still_open:
        raise NotAllowed(
            f"{scope.organisation}, {scope.cohort}: {' and '.join(still_open)} "
            f"{'are' if len(still_open) > 1 else 'is'} still open. Close "
            f"{'both' if len(still_open) > 1 else 'it'} first; then the change from {scope.when} "
            "can be shown to others.",
            code="stage_open",
        )


def _are_closed(connection: Connection, scopes: Iterable[Scope]) -> bool:
    query = select(stages.c.is_open)
    return all(
        connection.execute(query.where(*where_scope(stages, one))).scalar_one_or_none() is False
        for one in scopes
    )


def _check_enough_changed(served: list[Known], now: list[Known]) -> None:
    changed = difference(served, now).n_people
    if served and 0 < changed < FEWEST_CHANGED:
        people_ = "1 person's answers" if changed == 1 else f"{changed} people's answers"
        raise NotAllowed(
            f"Only {people_} changed since these figures were last given out. Anybody could work "
            "out what they said by comparing old figures with new ones. Close the stage when at "
            f"least {FEWEST_CHANGED} people's answers have changed, or put the earlier file back.",
            code="too_few_changed",
        )


def _people_served(connection: Connection, scope: Scope) -> list[Known]:
    query = select(stages.c.served).where(*where_scope(stages, scope))
    return [Known(**one) for one in connection.execute(query).scalar_one_or_none() or ()]


def _people_now(connection: Connection, scope: Scope) -> list[Known]:
    return [one.known for one in people_in(connection, scope)]


def _told(scope: Scope) -> str:
    return f"{scope.when} answers of {scope.organisation}, {scope.cohort}"
