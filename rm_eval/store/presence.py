"""Who was here at which closing, by fingerprints: so that nobody's answers are told twice."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from rm_eval.questionnaire import Role
from rm_eval.store.identity import Known

Key = tuple[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Present:
    """One person, with the answers they gave, and when they were here.

    Attributes
    ----------
    response, answers
        Fingerprints; see `rm_eval.store.identity.Known`. Somebody who changed an answer is another
        from then on.
    at
        The numbers of the closings at which they were here.
    part
        Where a first closing told of their role in parts, theirs; "" where it did not.
    """

    response: str
    answers: str
    role: Role
    at: tuple[int, ...]
    part: str = ""

    def told_at(self, tellings: Iterable[int]) -> int | None:
        """Return the closing at which a question's answer of theirs was told; None for not yet.

        Parameters
        ----------
        tellings
            Numbers of the closings at which something was told of this question and role. At each
            of them everybody was told of who was here, and was not told of before.
        """
        return next((closing for closing in sorted(tellings) if closing in self.at), None)


def meet_again(
    before: Sequence[Present], now: Iterable[tuple[Role, Known]], closing: int
) -> tuple[tuple[Present, ...], tuple[Present, ...]]:
    """Find the people of a closing among those of earlier ones.

    By the response ids of their survey tool and all their answers, where everybody of their role
    has an id; otherwise by their answers.

    Returns
    -------
    everybody
        Of this closing and of earlier ones.
    here
        Those of this closing, in the order of `now`.
    """
    people = list(now)
    by_answers = _roles_without_ids(before, people)
    known: dict[tuple[Role, Key], list[int]] = defaultdict(list)
    everybody = list(before)
    # Of people with the very same answers it does not matter who is who.
    for at, one in enumerate(everybody):
        known[one.role, _key(one, by_answers)].append(at)
    here = []
    for role, person in people:
        same = known[role, _key(person, by_answers, role)]
        if same:
            at = same.pop()
            everybody[at] = replace(everybody[at], at=(*everybody[at].at, closing))
        else:
            at = len(everybody)
            own = {"response": person.response, "answers": person.answers}
            everybody.append(Present(**own, role=role, at=(closing,)))
        here.append(at)
    return tuple(everybody), tuple(everybody[at] for at in here)


def _roles_without_ids(
    before: Iterable[Present], now: Iterable[tuple[Role, Known]]
) -> frozenset[Role]:
    then = {one.role for one in before if not one.response}
    return frozenset(then | {role for role, one in now if not one.response})


def _key(one: Present | Known, by_answers: Collection[Role], role: Role | None = None) -> Key:
    role = one.role if isinstance(one, Present) else role
    return "" if role in by_answers else one.response, one.answers
