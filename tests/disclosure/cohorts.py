"""Invented cohorts: random questions of every kind and mark, answered by random people."""

import random
from collections.abc import Callable
from dataclasses import replace

from rm_eval.measures import Measured, Source
from rm_eval.questionnaire import Mark, Option, Question, Role, Scale, Theme
from tests.factories import (
    boxes,
    chosen,
    measured,
    ranked,
    ranking_question,
    scale_question,
    scored,
    tick_question,
    written,
    yes_no_question,
)

MARKS: tuple[Mark, ...] = ("ordinary", "opinion", "harm")
ROLES: tuple[Role, ...] = ("mentor", "mentee")
SCALES = ((1, 10), (0, 10), (1, 5), (1, 7))
WORDS = ("time", "trust", "rooms", "travel")
# So many people: mostly the cohorts there are, some too small to tell anything of.
SMALLEST, LARGEST = 5, 30


def cohort(
    chance: random.Random,
    kinds: tuple[str, ...] = (),
    *,
    marks: tuple[Mark, ...] = MARKS,
    known: bool | None = None,
    sizes: tuple[int, ...] = (),
) -> Measured:
    """One question of a random kind, answered by random mentors and mentees.

    Of our own form, of one nobody knows, or (None) of either; of groups of given or random sizes.
    """
    ask, answer = KINDS[chance.choice(kinds or tuple(KINDS))]
    question = replace(
        ask(chance),
        mark=chance.choice(marks),
        known=ask in ALWAYS_KNOWN or (chance.random() < 0.7 if known is None else known),
    )
    roles = chance.choice((ROLES[:1], ROLES))
    asked = dict(zip(ROLES, sizes, strict=False)) or {role: _size(chance) for role in roles}
    sources = [answer(question, n, role, chance) for role, n in asked.items()]
    return measured(*(question, *sources) if question.known else _as_gathered(question, sources))


def _as_gathered(question: Question, sources: list[Source]) -> tuple[Question, Source]:
    """Of a form nobody knows, the options are those that somebody gave."""
    met = {answer for one in sources for answer in one.responses.answers["answer"]}
    options = tuple(option for option in question.options if option.id in met)
    gathered = replace(question, options=options)
    return gathered, *(
        replace(one, responses=replace(one.responses, questions=(gathered,))) for one in sources
    )


def _size(chance: random.Random) -> int:
    return chance.randint(0, 4) if chance.random() < 0.1 else chance.randint(SMALLEST, LARGEST)


def _labels(chance: random.Random, most: int) -> str:
    return "ABCDEFG"[: chance.randint(2, most)]


def _leaning(chance: random.Random, size: int) -> list[float]:
    """How likely each of some answers is: sometimes all alike, sometimes nearly all the same."""
    return [chance.uniform(0.01, 1) ** chance.choice((0.3, 1, 4)) for _ in range(size)]


def _ticks(chance: random.Random) -> Question:
    question = tick_question(*_labels(chance, 7))
    alone = Option(id="nothing", label="Nothing more", exclusive=True)
    options = (*question.options, alone) if chance.random() < 0.3 else question.options
    return replace(question, options=options)


def _tick(question: Question, n: int, role: Role, chance: random.Random) -> Source:
    many = [at for at, option in enumerate(question.options) if not option.exclusive]
    alone = [at for at, option in enumerate(question.options) if option.exclusive]
    likely = {at: chance.choice((0.05, 0.3, 0.6, 0.95)) for at in many}
    apart = chance.choice((0.1, 0.8)) if alone else 0.0
    return boxes(
        question, [_one_form(question, likely, alone, apart, chance) for _ in range(n)], role
    )


def _one_form(question, likely, alone, apart, chance):
    if chance.random() < apart:
        return alone
    ticked = [at for at, chance_of in likely.items() if chance.random() < chance_of]
    return ticked or ([] if question.known else [chance.choice(list(likely))])


def _choice(chance: random.Random) -> Question:
    question = tick_question(*_labels(chance, 6), type="single_choice")
    other = Option(id="other", label="Other")
    options = (*question.options, other) if chance.random() < 0.3 else question.options
    return replace(question, options=options)


def _agreement(chance: random.Random) -> Question:
    return tick_question(*"ABCDE"[: chance.choice((4, 5))], type="likert")


def _choose(question: Question, n: int, role: Role, chance: random.Random) -> Source:
    size = 2 if question.type == "yes_no" else len(question.options)
    given = chance.choices(range(size), _leaning(chance, size), k=n)
    return chosen(question, [given.count(at) for at in range(size)], role)


def _scale(chance: random.Random) -> Question:
    low, high = chance.choice(SCALES)
    return replace(scale_question(), scale=Scale(low=low, high=high))


def _score(question: Question, n: int, role: Role, chance: random.Random) -> Source:
    low, high = question.scale.low, question.scale.high
    middle, spread = chance.uniform(low, high), chance.choice((0.0, 0.6, 1.5, 3))
    scores = [round(chance.gauss(middle, spread)) for _ in range(n)]
    return scored(question, [min(high, max(low, score)) for score in scores], role)


def _ranking(chance: random.Random) -> Question:
    return ranking_question(*"ABCDEFG"[: chance.randint(3, 7)])


def _rank(question: Question, n: int, role: Role, chance: random.Random) -> Source:
    size, agree = len(question.options), chance.choice((0.0, 0.5, 1.5, 5.0))
    orders = [
        sorted(range(size), key=lambda at: at * agree + chance.gauss(0, 1.5)) for _ in range(n)
    ]
    left_out = chance.random() < 0.2
    return ranked(
        question,
        [order[: chance.randint(1, size)] if left_out else order for order in orders],
        role,
    )


def _words(_: random.Random) -> Question:
    themes = tuple(
        Theme(id=word, label=word, roles=("mentor", "mentee"), words=(word,)) for word in WORDS
    )
    return replace(tick_question(), type="free_text", themes=themes)


def _write(question: Question, n: int, role: Role, chance: random.Random) -> Source:
    likely = [chance.choice((0.05, 0.3, 0.9)) for _ in WORDS]
    texts = [
        " ".join(word for word, one in zip(WORDS, likely, strict=True) if chance.random() < one)
        for _ in range(n)
    ]
    return written(question, [text or "nothing" for text in texts], role)


Ask = Callable[[random.Random], Question]
Answer = Callable[[Question, int, Role, random.Random], Source]
KINDS: dict[str, tuple[Ask, Answer]] = {
    "ticks": (_ticks, _tick),
    "choices": (_choice, _choose),
    "likert": (_agreement, _choose),
    "yes_no": (lambda _: yes_no_question(), _choose),
    "scale": (_scale, _score),
    "ranking": (_ranking, _rank),
    "themes": (_words, _write),
}
# Questions with themes are on our own form.
ALWAYS_KNOWN = {_words}
