"""Is this the same person as last week, and did they change an answer?

Neither question needs a name: the survey tool's response id tells who, as a fingerprint, and a
fingerprint of all answers tells whether anything changed. What is made here is a plain digest, in
memory alone; it is kept under a key (rm_eval.store.fingerprints).
"""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from rm_eval.cleaning import CleanedSurvey
from rm_eval.readers import RawTable
from rm_eval.responses import Responses


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """One person as the store knows them.

    Attributes
    ----------
    response
        Fingerprint of the survey tool's response id; "" where the file has none.
    answers
        Fingerprint of all their answers.
    """

    response: str
    answers: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Difference:
    """How many people are new, answered differently, are gone, or are as they were."""

    added: int
    changed: int
    gone: int
    same: int

    @property
    def n_people(self) -> int:
        """How many people's answers a reader could work out by comparing old and new."""
        return self.changed + self.added + self.gone


def known_people(raw: RawTable, cleaned: CleanedSurvey) -> dict[int, Known]:
    """Make the digests of everybody who is kept, by their number within the file."""
    ids = _response_ids(raw)
    answers = _answers_of_each(cleaned.responses)
    return {
        person.number: Known(
            response=_digest(raw.survey_tool, ids[person.row]) if ids.get(person.row) else "",
            answers=_digest(person.role, *answers.get(person.number, ())),
        )
        for person in cleaned.responses.people
    }


def difference(old: list[Known], new: list[Known]) -> Difference:
    """Compare two files of the same form.

    People are told apart by their response ids where every one has an id of its own; otherwise
    only whole sets of answers can be compared, and a changed answer counts as one person gone and
    one added.
    """
    if _all_have_ids(old) and _all_have_ids(new):
        return _difference_by_id(
            {one.response: one.answers for one in old}, {one.response: one.answers for one in new}
        )
    before, after = Counter(one.answers for one in old), Counter(one.answers for one in new)
    same = (before & after).total()
    return Difference(added=len(new) - same, changed=0, gone=len(old) - same, same=same)


def sum_of(differences: Iterable[Difference]) -> Difference:
    """Add up the differences of several cohorts or stages: nobody moves between them."""
    every = list(differences)
    return Difference(
        added=sum(one.added for one in every),
        changed=sum(one.changed for one in every),
        gone=sum(one.gone for one in every),
        same=sum(one.same for one in every),
    )


def _difference_by_id(old: dict[str, str], new: dict[str, str]) -> Difference:
    both = old.keys() & new.keys()
    same = sum(old[key] == new[key] for key in both)
    return Difference(
        added=len(new.keys() - old.keys()),
        changed=len(both) - same,
        gone=len(old.keys() - new.keys()),
        same=same,
    )


def _all_have_ids(people: list[Known]) -> bool:
    ids = [one.response for one in people]
    return all(ids) and len(set(ids)) == len(ids)


def _response_ids(raw: RawTable) -> dict[int, str]:
    headings = raw.columns("response_id")
    return raw.by_row(headings[0].column) if headings else {}


def _answers_of_each(responses: Responses) -> dict[int, list[str]]:
    rows: dict[int, list[str]] = {}
    for person, *answer in responses.answers.itertuples(index=False, name=None):
        rows.setdefault(int(person), []).append(repr(answer))
    return {person: sorted(answers) for person, answers in rows.items()}


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
