"""What kind of question is this, judged by the answers alone?

For columns no questionnaire knows. One file a kind; each is tried in the order of `KINDS`, the most
telling first; the first that fits names the type.
"""

from collections import Counter
from collections.abc import Iterable

from rm_eval.recognise.kinds.choice import as_choice
from rm_eval.recognise.kinds.date import as_date
from rm_eval.recognise.kinds.likert import as_likert
from rm_eval.recognise.kinds.number import as_number
from rm_eval.recognise.kinds.ranking import as_ranking
from rm_eval.recognise.kinds.scale import as_scale
from rm_eval.recognise.kinds.ticks import as_forms_ticks, as_ticks
from rm_eval.recognise.kinds.typed import Kind, Typed, option_id, options_of
from rm_eval.recognise.kinds.words import as_own_words, as_unanswered, as_words_of_their_own
from rm_eval.recognise.kinds.yes_no import as_yes_no
from rm_eval.recognise.no_answer import could_be_option

__all__ = ["KINDS", "Typed", "option_id", "options_of", "type_by_content"]

KINDS: tuple[Kind, ...] = (
    as_unanswered,
    as_ranking,
    as_yes_no,
    as_likert,
    as_forms_ticks,
    as_scale,
    as_date,
    as_number,
    as_own_words,
    as_ticks,
    as_choice,
)


def type_by_content(heading: str, answers: Iterable[str]) -> Typed:
    """Name the type of a column from its heading and its non-blank answers."""
    counts = Counter(answers)
    said = Counter({answer: n for answer, n in counts.items() if could_be_option(answer)})
    for kind in KINDS:
        typed = kind(heading, said)
        if typed is not None:
            return typed
    return as_words_of_their_own(heading, said)
