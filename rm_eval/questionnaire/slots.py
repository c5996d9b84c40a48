"""The slots of our forms: what a programme is about, whom, and how it is called.

No form is about race alone. A wording holds slots; a form is made, and a file that comes back is
read, with a programme's own words in them. A `Question` with other words keeps its id.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal, get_args

from rm_eval.questionnaire.question import Option, Question
from rm_eval.questionnaire.read import read_questionnaires

Slot = Literal["characteristic", "community", "mentoring", "sessions"]
SLOTS: tuple[Slot, ...] = get_args(Slot)
Words = Mapping[Slot, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Subject:
    """What a programme may be about, and the words for it that our forms begin with.

    Attributes
    ----------
    name
        As the Equality Act 2010 has it.
    characteristic
        In "progressing ... equality", "understanding about ...".
    community
        In "... colleagues", "your ... experiences".
    """

    name: str
    characteristic: str
    community: str


SUBJECTS = (
    Subject(name="Race", characteristic="race", community="BAME"),
    Subject(name="Disability", characteristic="disability", community="disabled"),
    Subject(name="Sexual orientation", characteristic="sexual orientation", community="LGBTQ+"),
    Subject(name="Gender reassignment", characteristic="gender identity", community="trans"),
    Subject(name="Sex", characteristic="sex", community="female"),
    Subject(
        name="Religion or belief",
        characteristic="religion or belief",
        community="faith community",
    ),
    Subject(name="Age", characteristic="age", community="younger or older"),
    Subject(
        name="Pregnancy and maternity",
        characteristic="pregnancy and maternity",
        community="new parent",
    ),
    Subject(
        name="Marriage and civil partnership",
        characteristic="marriage and civil partnership",
        community="married or civil partnered",
    ),
)


@cache
def usual_words() -> dict[Slot, str]:
    """Return what the slots read unless a programme is about something else."""
    filled = {name: words for form in read_questionnaires() for name, words in form.slots}
    return {slot: filled[slot] for slot in SLOTS}


def complete(words: Words) -> dict[Slot, str]:
    """Fill the slots of which nothing is said by those of which something is.

    Whom a programme is about follows from its characteristic, and the other way round; where it
    is none we know of, one word stands for both. A form about something else never says "race".
    """
    said = {slot: text for slot, text in words.items() if text}
    if "characteristic" not in said and "community" not in said:
        return usual_words() | said
    about = said.get("characteristic", "").casefold()
    whom = said.get("community", "").casefold()
    pair = next(
        (
            one
            for one in SUBJECTS
            if about == one.characteristic.casefold() or whom == one.community.casefold()
        ),
        None,
    )
    if "characteristic" not in said:
        said["characteristic"] = pair.characteristic if pair else said["community"]
    if "community" not in said:
        said["community"] = pair.community if pair else said["characteristic"]
    return usual_words() | said


def asked_about(question: Question, words: Words) -> Question:
    """Return a question of ours with other words in its slots.

    Parameters
    ----------
    question
        As it was recognised: options that a file added to it stay.
    words
        What stands in the slots; the usual words where nothing is said.
    """
    own = _filled(tuple(sorted(words.items()))).get(question.id)
    if own is None or not question.known:
        return question
    ours = {option.id for one in (own, _filled(())[question.id]) for option in one.options}
    added: tuple[Option, ...] = tuple(o for o in question.options if o.id not in ours)
    return replace(
        question,
        wording=own.wording,
        short=own.short,
        options=(*own.options, *added),
        themes=own.themes,
    )


@lru_cache(maxsize=64)
def _filled(words: tuple[tuple[Slot, str], ...]) -> dict[str, Question]:
    forms = read_questionnaires(**dict(words))
    return {question.id: question for form in forms for question in form.questions}
