"""An action is kept after a look at its words, changed, moved on, deleted."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import uuid4

from rm_eval.actions.look import questions_about
from rm_eval.errors import NotAllowed
from rm_eval.store import About, Action, Moved, Store, clear_sample, keep_action
from rm_eval.table import visible

LONGEST = 600  # letters: more is not read on one page
LONGEST_ROLE = 80


def blank(organisation: str, on: About | None = None, *, sample: bool = False) -> Action:
    """Begin an action, with nothing typed in yet.

    Parameters
    ----------
    on
        The result it comes from.
    sample
        Whether that is the invented sample's.
    """
    return Action(
        id=str(uuid4()),
        organisation=organisation,
        about=on,
        occasion="survey" if on else "otherwise",
        heard="",
        decided="",
        who="",
        sample=sample,
        added_at=datetime.now(UTC),
    )


def tidy(action: Action) -> Action:
    """Take superfluous blanks out of what was typed, and what no database can hold."""
    return replace(
        action,
        cohort=_tidy(action.cohort),
        heard=_tidy(action.heard),
        decided=_tidy(action.decided),
        who=_tidy(action.who),
    )


def keep(store: Store, action: Action, *, has_looked: bool, today: date | None = None) -> Action:
    """Keep an action, and return it as it is kept; one of one's own clears the sample.

    Parameters
    ----------
    has_looked
        Whether somebody has looked at what `questions_about` asks.
    today
        The day its status is from, where that is new.

    Raises
    ------
    NotAllowed
        Where something is missing or too long, a figure of answers or a personal detail is among
        the words, or nobody has looked.
    """
    tidied = tidy(action)
    _check(tidied)
    found = questions_about(tidied)
    must_go = [one for one in found if one.must_go]
    if must_go:
        raise NotAllowed(
            f"{must_go[0].why} Leave out: “{must_go[0].words}”. Nothing was kept.",
            code="must_go",
        )
    if found and not has_looked:
        raise NotAllowed(
            "Look at the words we ask about first, then tick the box. Nothing was kept.",
            code="not_looked_at",
        )
    kept = _with_its_day(tidied, today or datetime.now(UTC).date())
    if not kept.sample:
        clear_sample(store)
    keep_action(store, kept)
    return kept


def _with_its_day(action: Action, today: date) -> Action:
    before = action.moved[-1].status if action.moved else None
    if before == action.status:
        return action
    return replace(action, moved=(*action.moved, Moved(status=action.status, on=today)))


def _check(action: Action) -> None:
    if not action.decided:
        raise NotAllowed("Say what you decided or did. Nothing was kept.", code="not_decided")
    if not action.who:
        raise NotAllowed(
            "Say who sees to it: a role, such as programme manager. Nothing was kept.",
            code="nobody",
        )
    if action.about is None and not action.heard:
        raise NotAllowed(
            "Say what you heard, in your own words. Nothing was kept.", code="nothing_heard"
        )
    for words, longest in (
        (action.heard, LONGEST),
        (action.decided, LONGEST),
        (action.who, LONGEST_ROLE),
    ):
        if len(words) > longest:
            raise NotAllowed(
                f"“{words[:30]}…” is longer than {longest} letters. Say it in fewer words. "
                "Nothing was kept.",
                code="too_long",
            )


def _tidy(words: str) -> str:
    return " ".join(visible(" ".join(words.split())).split())
