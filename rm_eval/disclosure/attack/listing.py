"""What it tells that an answer is listed at all.

The options of a form nobody knows were gathered from its answers, and beyond the team one is listed
only where more people of some group gave it than a band of few holds. "Other" is listed only where
somebody used it.
"""

from collections.abc import Mapping

from rm_eval.disclosure.attack.answers import ANY_OTHER, Answers
from rm_eval.disclosure.attack.answers.answers import OTHER
from rm_eval.disclosure.attack.given import Given
from rm_eval.disclosure.attack.limits import may_be_told
from rm_eval.disclosure.attack.people import People
from rm_eval.disclosure.attack.unknowns import Sum, Unknowns, minus, plus, times
from rm_eval.disclosure.policy import END_BAND

GATHERED = {"ticks", "choices", "ranking"}


def know_listing(
    unknowns: Unknowns,
    given: Given,
    answers: Mapping[People, Answers],
    sizes: Mapping[People, tuple[int, int]],
) -> None:
    """Write down what is known of each answer that is listed, scope by scope."""
    for scope in dict.fromkeys(people.scope for people in given.views):
        groups = [people for people in given.views if people.scope == scope and not people.who]
        listed = dict.fromkeys(
            a for one in groups for view in given.told(one) for a in view.answers
        )
        for answer in listed:
            if not given.question.are_gathered and answer == OTHER:
                _know_somebody(unknowns, [_placed(answers[one], answer) for one in groups], 1)
            gathered = given.question.are_gathered and answer != ANY_OTHER
            if gathered and {given.measures[one] for one in groups} <= GATHERED:
                told = [one for one in groups if _is_told(given, sizes[one][0])]
                behind = [_placed(answers[one], answer) for one in told]
                _know_several(unknowns, behind, END_BAND + 1)


def _is_told(given: Given, n: int) -> bool:
    return may_be_told(n, given.question.mark, "internal")


def _placed(answers: Answers, answer: str) -> Sum | None:
    """Return the people who gave an answer: for a ranking, at any place."""
    each = answers.each()
    placed = [sum_ for name, sum_ in each.items() if name.startswith(f"{answer} as number ")]
    return plus(*placed) if placed else each.get(answer)


def _know_somebody(unknowns: Unknowns, behind: list[Sum | None], least: int) -> None:
    if None not in behind:
        unknowns.know(plus(*(one for one in behind if one is not None)), least)


def _know_several(unknowns: Unknowns, behind: list[Sum | None], least: int) -> None:
    """In one group at least, so many people gave it; nobody says in which."""
    if not behind or None in behind:
        return
    which = [unknowns.new(0, 1) for _ in behind]
    unknowns.know(plus(*which), 1)
    for one, chosen in zip(behind, which, strict=True):
        if one is not None:
            unknowns.know(minus(one, times(chosen, least)), 0)
            unknowns.may_move([chosen, times(chosen, -1)])
