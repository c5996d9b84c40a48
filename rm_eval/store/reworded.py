"""Which questions were worded otherwise before, so that answers compare only with care."""

from collections.abc import Mapping
from dataclasses import dataclass

from rm_eval.questionnaire import first_id
from rm_eval.recognise.wordings.same_question import same_question
from rm_eval.recognise.wordings.wording import normalise
from rm_eval.responses import Part
from rm_eval.store.dataset import Dataset
from rm_eval.store.records import Store
from rm_eval.table import Notice


@dataclass(frozen=True, kw_only=True, slots=True)
class Reworded:
    """One question, as it is asked now and as it was asked before.

    Attributes
    ----------
    now, before
        The two wordings, as in the files.
    when
        When the other one was asked, in words: "at enrolment", or "in the export of 3 March 2026".
    """

    now: str
    before: str
    when: str

    @property
    def sentence(self) -> str:
        """What its readers should know."""
        when = self.when[0].upper() + self.when[1:]
        return f'{when} this asked "{self.before}"; now "{self.now}": compare with care.'


def reworded(store: Store, part: Part, asked: Mapping[str, str]) -> tuple[Reworded, ...]:
    """Compare the wordings of a file with those of its former export and of the other stages.

    Parameters
    ----------
    store, part
        What is here, and where the file belongs.
    asked
        Its wordings, by the id of the question.
    """
    found = []
    for other in store.datasets():
        if not other.sample and _is_comparable(part, other.part):
            when = _when(part, other)
            found += [
                Reworded(now=now, before=before, when=when)
                for now, before in _pairs(asked, store.asked(other.id))
            ]
    return tuple(found)


def notices_of(found: tuple[Reworded, ...]) -> tuple[Notice, ...]:
    """Make it something to keep with the answers."""
    return tuple(Notice(code="reworded", message=one.sentence) for one in found)


def _is_comparable(part: Part, other: Part) -> bool:
    """Say whether these are the same people's: one cohort and role, at any stage."""
    mine, theirs = part.scope, other.scope
    same_people = (mine.organisation, mine.cohort) == (theirs.organisation, theirs.cohort)
    return same_people and part.role == other.role


def _when(part: Part, other: Dataset) -> str:
    if other.part == part:
        return f"in the export of {other.added_at.day} {other.added_at:%B %Y}"
    return f"at {other.scope.stage.replace('_', ' ')}"


def _pairs(asked: Mapping[str, str], before: Mapping[str, str]) -> list[tuple[str, str]]:
    """Pair the wordings of one question; or of two that only one of both forms has, and are alike.

    A question of its own is known by its wording, so a new wording makes it another question.
    """
    asked = {first_id(key): wording for key, wording in asked.items()}
    before = {first_id(key): wording for key, wording in before.items()}
    same = [(asked[key], before[key]) for key in asked.keys() & before.keys()]
    new = [wording for key, wording in asked.items() if key not in before]
    gone = [wording for key, wording in before.items() if key not in asked]
    alike = [(now, then) for now in new for then in gone if same_question(now, then)]
    return sorted((now, then) for now, then in same + alike if normalise(now) != normalise(then))
