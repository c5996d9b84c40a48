"""The union: everything given out, by everybody it was given out of, taken together."""

import time
from collections.abc import Iterable

from rm_eval.disclosure.attack.findings import Attack, Leak, Log, leak_of
from rm_eval.disclosure.attack.given import given_of
from rm_eval.disclosure.attack.limits import may_be_exact
from rm_eval.disclosure.attack.outright import told_outright
from rm_eval.disclosure.attack.people import Earlier, Seen, Together, seen_before
from rm_eval.disclosure.attack.possible import UndecidedError
from rm_eval.disclosure.attack.search import Finding, Search
from rm_eval.disclosure.attack.sought import Sought
from rm_eval.disclosure.attack.told import rows_counted
from rm_eval.disclosure.policy import SMALLEST_GROUP
from rm_eval.disclosure.published import Published


def attack(
    published: Iterable[Published | Seen],
    *,
    together: Iterable[Together] = (),
    earlier: Iterable[Earlier] = (),
    own_answers: bool = False,
    smallest: int = SMALLEST_GROUP,
) -> Attack:
    """Look for anything that follows from all these figures and should not.

    Parameters
    ----------
    published
        Everything given out: all questions, both audiences, roles, cohorts, stages and pooled
        views. `Seen` where a view is about some of a group alone.
    together
        Which people are made up of which others: cohorts and their pool, all of a group and those
        matched over two stages. Without being told, the attacker knows that a group called
        ``"all"`` holds the other groups of its scope, and that people linked over two stages are
        some of those who answered at each.
    earlier
        What was given out at earlier closings of the same stages, and how many stayed since.
    own_answers
        Whether to look, too, for what each reader could work out who is one of the people: for
        everything they may have answered themselves.
    smallest
        Groups of fewer may not be told; lower than usual where somebody gave a reason for it.

    Returns
    -------
    Attack
        What could be worked out (nothing where it is safe to share), and the log.

    Raises
    ------
    ForTheDeveloper
        Where a figure is of a kind the attacker does not know: it must not call that safe.
    """
    started = time.perf_counter()
    before, shared = seen_before(earlier)
    seen = [one if isinstance(one, Seen) else Seen(published=one, who="") for one in published]
    leaks: list[Leak] = []
    cells = banded = solved = 0
    for given in given_of([*seen, *before], [*together, *shared], smallest=smallest):
        sought = Sought.of(given, own_answers=own_answers)
        found, programmes = _search(sought)
        leaks.extend([*told_outright(given, sought.sizes), *found])
        cells += sought.told
        banded += sought.banded
        solved += programmes
    log = Log(
        views=len(seen) + len(before),
        cells=cells,
        banded=banded,
        solved=solved,
        seconds=time.perf_counter() - started,
        leaks=len(leaks),
    )
    return Attack(leaks=tuple(leaks), log=log)


def _search(sought: Sought) -> tuple[list[Leak], int]:
    """Search what one question's figures tell together; return leaks and programmes solved."""
    given, solved = sought.given, 0
    first, question = given.people[0], given.question.id
    if not sought.cells:
        return [], 0
    for assuming in (True, False):
        search = Search.of(sought.unknowns, sought.cells, assuming=assuming)
        try:
            something_fits = search.run()
        except UndecidedError:
            return [leak_of("undecided", first, question)], solved + search.possible.solved
        solved += search.possible.solved
        if something_fits:
            return [_leak(one, question) for one in search.found if _matters(one, sought)], solved
    return [leak_of("contradiction", first, question)], solved


def _matters(finding: Finding, sought: Sought) -> bool:
    """Of people who have no such figures of their own, what might be told exactly is no leak."""
    cell, given = finding.cell, sought.given
    own = rows_counted(given.told(cell.people))
    is_theirs = not own or (cell.statistic, cell.answer) in own or finding.kind == "person"
    if (cell.people in given.views and is_theirs) or finding.low < finding.high:
        return True
    n = sought.sizes[cell.people][0]
    mark, few = given.question.mark, given.smallest
    return not may_be_exact(finding.low, n, mark, given.audiences, smallest=few)


def _leak(finding: Finding, question: str) -> Leak:
    cell = finding.cell
    return leak_of(
        finding.kind,
        cell.people,
        question,
        statistic=cell.statistic,
        answer=cell.answer,
        low=finding.low,
        high=finding.high,
    )
