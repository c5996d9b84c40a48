"""Small tables for tests: responses, measured and published figures, made the product's own way."""

from datetime import date

from rm_eval.disclosure import Audience, Published, protect
from rm_eval.measures import Measured, Source, measure
from rm_eval.questionnaire import Option, Question, Role, Scale
from rm_eval.responses import NOTHING_TICKED, Person, Responses, Scope, answers_frame

SCOPE = Scope(organisation="South East", cohort="Cohort 1", stage="enrolment")
NAN = float("nan")
A_DAY = date(2026, 11, 21)


def tick_question(*labels: str, **fields: object) -> Question:
    options = tuple(Option(id=f"option_{at}", label=label) for at, label in enumerate(labels))
    fields = {"id": "areas", "wording": "Which areas?", "type": "multiple_choice"} | fields
    return Question(options=options, **fields)  # type: ignore[arg-type]


def scale_question(**fields: object) -> Question:
    fields = {"id": "score", "wording": "How confident are you?", "type": "scale"} | fields
    return Question(scale=Scale(), **fields)  # type: ignore[arg-type]


def yes_no_question(**fields: object) -> Question:
    fields = {"id": "useful", "wording": "Was it useful?", "type": "yes_no"} | fields
    return Question(**fields)  # type: ignore[arg-type]


def ticked(question: Question, counts: list[int], n: int, role: Role = "mentor") -> Source:
    """n people; the first counts[0] of them ticked the first option, and so on."""
    rows = [
        (person, question.id, option.id, NAN, NAN, "")
        for option, count in zip(question.options, counts, strict=True)
        for person in range(1, count + 1)
    ]
    quiet = set(range(1, n + 1)) - {row[0] for row in rows}
    rows += [(person, question.id, NOTHING_TICKED, NAN, NAN, "") for person in quiet]
    return _source(question, rows, n, role)


def boxes(question: Question, forms: list[list[int]], role: Role = "mentor") -> Source:
    """One list a person: the numbers of the options they ticked."""
    rows = [
        (person, question.id, question.options[at].id, NAN, NAN, "")
        for person, form in enumerate(forms, start=1)
        for at in form
    ]
    quiet = [person for person, form in enumerate(forms, start=1) if not form]
    rows += [(person, question.id, NOTHING_TICKED, NAN, NAN, "") for person in quiet]
    return _source(question, rows, len(forms), role)


def chosen(question: Question, counts: list[int], role: Role = "mentor") -> Source:
    """sum(counts) people; each gave exactly one answer (option or yes/no)."""
    ids = ["yes", "no"] if question.type == "yes_no" else [o.id for o in question.options]
    answers = [one for one, count in zip(ids, counts, strict=True) for _ in range(count)]
    rows = [(at, question.id, one, NAN, NAN, "") for at, one in enumerate(answers, start=1)]
    return _source(question, rows, len(rows), role)


def ranking_question(*labels: str, **fields: object) -> Question:
    return tick_question(*labels, **({"id": "rank", "type": "ranking"} | fields))


def ranked(question: Question, orders: list[list[int]], role: Role = "mentor") -> Source:
    """One order a person: the numbers of the options, first place first."""
    rows = [
        (person, question.id, question.options[at].id, NAN, float(place), "")
        for person, order in enumerate(orders, start=1)
        for place, at in enumerate(order, start=1)
    ]
    return _source(question, rows, len(orders), role)


def written(question: Question, texts: list[str], role: Role = "mentor") -> Source:
    rows = [(at, question.id, "", NAN, NAN, text) for at, text in enumerate(texts, start=1)]
    return _source(question, rows, len(rows), role)


def scored(question: Question, scores: list[float], role: Role = "mentor") -> Source:
    rows = [(at, question.id, "", float(score), NAN, "") for at, score in enumerate(scores, 1)]
    return _source(question, rows, len(rows), role)


def measured(question: Question, *sources: Source) -> Measured:
    return measure(question, sources, scope=SCOPE)


def published(question: Question, *sources: Source, audience: Audience = "team") -> Published:
    return protect(measured(question, *sources), audience=audience, made_on=A_DAY)


def _source(question: Question, rows: list[tuple], n: int, role: Role) -> Source:
    people = tuple(Person(number=at, row=at + 1, role=role) for at in range(1, n + 1))
    responses = Responses(people=people, questions=(question,), answers=answers_frame(rows))
    return Source(role=role, responses=responses, file_name=f"{role}s.xlsx")
