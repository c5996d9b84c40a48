"""What was asked at a stage, and of whom: every question, with the files that asked it."""

from rm_eval.measures import Source
from rm_eval.questionnaire import Question, all_questions
from rm_eval.responses import Scope
from rm_eval.store import Dataset, Store

Asked = tuple[Question, tuple[Source, ...]]


def datasets_of(store: Store, scope: Scope) -> tuple[Dataset, ...]:
    """List what is kept of one stage."""
    return tuple(dataset for dataset in store.datasets() if dataset.scope == scope)


def source_of(store: Store, dataset: Dataset) -> Source:
    """Load the answers of one dataset, to be measured."""
    return Source(
        role=dataset.role,
        responses=store.responses(dataset.id),
        file_name=dataset.file_name,
        sample=dataset.sample,
        n_sent=dataset.n_sent,
        typed=dataset.is_typed,
    )


def questions_asked(sources: tuple[Source, ...]) -> list[Asked]:
    """Pair every question with the files that asked it, in the order of the form."""
    asked: dict[str, list[tuple[Question, Source]]] = {}
    for source in sources:
        for question in source.responses.questions:
            asked.setdefault(question.id, []).append((question, source))
    known = [question.id for question in all_questions()]
    order = {key: place for place, key in enumerate(known)}
    ids = sorted(asked, key=lambda key: order.get(key, len(order)))
    return [(asked[key][0][0], tuple(source for _, source in asked[key])) for key in ids]
