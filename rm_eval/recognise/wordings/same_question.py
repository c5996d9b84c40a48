"""Is this heading that question of ours? Compared as a person would."""

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from rm_eval.questionnaire import Question
from rm_eval.recognise.scales.ends import ends_in
from rm_eval.recognise.wordings.slots import as_ours, is_about_people
from rm_eval.recognise.wordings.what_is_asked import core_of
from rm_eval.recognise.wordings.wording import normalise

# Below this two wordings are different questions. Two of our own come near it ("with senior
# leaders", "with other senior leaders"), so whatever is only alike is always asked about.
ALIKE = 90.0
CERTAIN = 1.0
SURE_ENOUGH = 0.95
# What is asked about.
DOUBTFUL = 0.88
# Tools cut long headings; what is left must still be most of a sentence.
SHORTEST_CUT = 30
LEFT_OF_IT = 0.5
ROLE_NAMED = re.compile(r"\b(?:mentor|mentee)")
ENDS_A_SENTENCE = re.compile(r"[.?!)]\s*$")


@dataclass(frozen=True, kw_only=True, slots=True)
class WordingMatch:
    """A question a heading may be.

    Attributes
    ----------
    confidence
        0 to 1: `CERTAIN` for the same words, less where the wordings differ.
    why
        The reason, for the reader.
    ends_unsaid
        The wordings are the same but for the ends of the scale, which the heading leaves out: the
        answers may show them.
    """

    question: Question
    confidence: float
    why: str
    ends_unsaid: bool = False


def match_wording(heading: str, questions: tuple[Question, ...]) -> WordingMatch | None:
    """Find the question whose wording this heading is, or None."""
    cut = not ENDS_A_SENTENCE.search(heading)
    fitting = [question for question in questions if not scale_differs(heading, question)]
    scored = [
        (_likeness(_core(heading, question), question, cut=cut), question) for question in fitting
    ]
    likeness, question = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    if question is None or likeness < ALIKE:
        return None
    if _core(heading, question) in _cores(question):
        return _same(heading, question)
    return WordingMatch(
        question=question,
        # A wording that is only alike is never called certain, however alike.
        confidence=round(likeness / 100 * DOUBTFUL, 2),
        why="nearly the same words; please check",
    )


def scale_differs(heading: str, question: Question) -> bool:
    """Say whether the heading names other ends than the question's scale has."""
    said = ends_in(heading)
    if said is None or question.scale is None:
        return False
    return said.high != question.scale.high or said.low not in {None, question.scale.low}


def asked_on_another_scale(heading: str, questions: tuple[Question, ...]) -> bool:
    """Say whether a heading is a question of ours but for the ends of its scale."""
    differing = (question for question in questions if scale_differs(heading, question))
    return any(_likeness(_core(heading, question), question) >= ALIKE for question in differing)


def same_question(one: str, other: str) -> bool:
    """Say whether two wordings may be one question, reworded; mentors' and mentees' are two."""
    (first, roles), (second, other_roles) = _compared(one), _compared(other)
    return roles == other_roles and fuzz.ratio(first, second, score_cutoff=ALIKE) >= ALIKE


@lru_cache(maxsize=4096)  # compared with every other heading of a file
def _compared(wording: str) -> tuple[str, list[str]]:
    words = normalise(wording)
    return words, ROLE_NAMED.findall(words)


def likeness_to_harm(heading: str, questions: tuple[Question, ...]) -> float:
    """Return how like a heading is, of 100, to the question marked harm it is most like."""
    marked = (question for question in questions if question.mark == "harm")
    words = normalise(heading)
    return max(
        (fuzz.ratio(words, _compared(known)[0]) for one in marked for known in _wordings(one)),
        default=0.0,
    )


def _core(heading: str, question: Question) -> str:
    return core_of(as_ours(heading, question.id))


def _same(heading: str, question: Question) -> WordingMatch:
    if not is_about_people(heading, question.id):
        why = "the same words, but about something else; please check"
        return WordingMatch(question=question, confidence=DOUBTFUL, why=why)
    asks_for_ends = question.scale is not None and ends_in(question.wording) is not None
    if asks_for_ends and ends_in(heading) is None:
        why = "the same words, but it does not say from what to what people scored"
        return WordingMatch(question=question, confidence=DOUBTFUL, why=why, ends_unsaid=True)
    return WordingMatch(question=question, confidence=CERTAIN, why="the same words")


def _likeness(core: str, question: Question, *, cut: bool = False) -> float:
    """Return how like a core is to a question's, of 100; in another order it is never the same."""
    return max(
        max(
            fuzz.ratio(core, known),
            fuzz.token_sort_ratio(core, known) - 1,
            ALIKE if cut and _is_cut(core, known) else 0.0,
        )
        for known in _cores(question)
    )


def _is_cut(core: str, known: str) -> bool:
    long_enough = len(core) >= max(SHORTEST_CUT, LEFT_OF_IT * len(known))
    return long_enough and known.startswith(core)


def _cores(question: Question) -> tuple[str, ...]:
    return tuple(map(core_of, _wordings(question)))


def _wordings(question: Question) -> tuple[str, ...]:
    return (question.wording, *question.aliases)
