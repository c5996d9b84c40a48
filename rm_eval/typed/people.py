"""Totals become responses with so many invented people, and back.

Everything that is counted counts answers of people, so so many are invented. Only how many gave
each answer is known of them: which answers go together is not, and nothing that would show it may
be made of them. So they have no participant code, no words of their own and no row in a file.
"""

from collections import Counter
from collections.abc import Iterable

from rm_eval.questionnaire import Role
from rm_eval.responses import NOTHING_TICKED, Person, Responses, answers_frame
from rm_eval.typed.tally import TYPES, Tally

NAN = float("nan")
Row = tuple[int, str, str, float, float, str]


def invented(tallies: Iterable[Tally], role: Role) -> Responses:
    """Make people of one role, as many as the totals say, who together answered just so."""
    every = tuple(tallies)
    n = max((tally.n for tally in every), default=0)
    rows = [row for tally in every for row in _rows(tally)]
    return Responses(
        people=tuple(Person(number=number, row=number, role=role) for number in range(1, n + 1)),
        questions=tuple(tally.question for tally in every),
        answers=answers_frame(rows),
    )


def tallies_of(responses: Responses) -> tuple[Tally, ...]:
    """Count the answers of invented people: what was typed in of them."""
    found = []
    for question in responses.questions:
        answers = responses.of(question)
        is_scale = question.type == "scale"
        given = answers["number"].astype(int).astype(str) if is_scale else answers["answer"]
        counts = Counter(given)
        del counts[NOTHING_TICKED]
        n = int(answers["person"].nunique())
        if question.type in TYPES:
            found.append(Tally(question=question, n=n, counts=dict(counts)))
    return tuple(found)


def _rows(tally: Tally) -> list[Row]:
    id_, counts = tally.question.id, {one: n for one, n in tally.counts.items() if n}
    if tally.takes_one_answer:
        given = [answer for answer, count in counts.items() for _ in range(count)]
        if tally.question.type == "scale":
            return [(at, id_, "", float(one), NAN, "") for at, one in enumerate(given, start=1)]
        return [(at, id_, one, NAN, NAN, "") for at, one in enumerate(given, start=1)]
    ticks = [(at, one) for one, count in counts.items() for at in range(1, count + 1)]
    most = max(counts.values(), default=0)
    quiet = [(at, NOTHING_TICKED) for at in range(most + 1, tally.n + 1)]
    return [(at, id_, one, NAN, NAN, "") for at, one in (*ticks, *quiet)]
