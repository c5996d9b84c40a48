"""Quote: what people wrote, checked, agreed to and published. The verbs that pages call.

Free text is the team's alone. What leaves is what somebody agreed to, word for word, and only from
a closed stage and a large enough group (`rm_eval.disclosure.quotes`).
"""

from collections.abc import Iterable
from datetime import date

from rm_eval.disclosure import Audience, Published
from rm_eval.disclosure.quotes import (
    Consented,
    Finding,
    check_cut,
    check_words,
    publish_quotes,
    tidy,
    trouble_with,
    why_not_quoted,
)
from rm_eval.questionnaire import Question, Role, all_questions
from rm_eval.responses import Scope
from rm_eval.store import (
    AskedInWords,
    Quote,
    Store,
    Written,
    asked_in_words,
    check_closed,
    keep_quote,
    kept_quotes,
    withdraw_quote,
    written_answers,
)
from rm_eval.wording import quotations, quotes_in_full

__all__ = [
    "Finding",
    "Published",
    "Quote",
    "Written",
    "keep_quote",
    "kept_quotes",
    "questions_for",
    "quotations",
    "quotes",
    "quotes_in_full",
    "tidy",
    "trouble_with",
    "why_not_shown",
    "withdraw_quote",
    "written_answers",
]


def questions_for(words: str, answer: str) -> tuple[Finding, ...]:
    """Ask what has to be looked at before words cut from an answer are quoted."""
    return (*check_words(words), *check_cut(words, answer))


def quotes(
    store: Store, scope: Scope, *, audience: Audience, made_on: date | None = None
) -> tuple[Published, ...]:
    """Publish the words that people agreed to, of every question answered in own words.

    Returns
    -------
    tuple of Published
        In the order of the questionnaire, then the files' own questions; also of questions of which
        nobody is quoted, with a note that says why.

    Raises
    ------
    NotAllowed
        Where the stage is still open and the audience is not the team.
    """
    if audience != "team":
        check_closed(store, scope)
    here = asked_in_words(store, scope)
    kept = kept_quotes(store, scope)
    return tuple(
        publish_quotes(
            question,
            [Consented(role=q.role, words=q.words) for q in kept if q.question == question.id],
            scope=scope,
            asked=asked,
            audience=audience,
            sample=any(one.sample for one in here),
            made_on=made_on,
        )
        for question, asked in _by_question(here)
    )


def why_not_shown(store: Store, scope: Scope, question: str, audience: Audience) -> str:
    """Say why nobody's words may be shown to an audience, whoever agreed; "" where they may."""
    found = _by_question(asked_in_words(store, scope))
    whys = (why_not_quoted(one.mark, asked, audience) for one, asked in found if one.id == question)
    return next(whys, "")


def _by_question(every: Iterable[AskedInWords]) -> list[tuple[Question, dict[Role, int]]]:
    """Pair each question with how many people of each role were asked it, in the form's order."""
    found: dict[str, tuple[Question, dict[Role, int]]] = {}
    for one in every:
        _, asked = found.setdefault(one.question.id, (one.question, {}))
        asked[one.role] = one.n_people
    order = {question.id: place for place, question in enumerate(all_questions())}
    return sorted(found.values(), key=lambda one: order.get(one[0].id, len(order)))
