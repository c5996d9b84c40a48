"""People's own words, where the heading asks for them; and columns nobody answered."""

import re

from rm_eval.recognise.kinds.typed import Answers, Typed, telling
from rm_eval.recognise.layout import asks_for_ticks
from rm_eval.recognise.pieces.lists import share_in_common
from rm_eval.recognise.wordings.wording import normalise

ASKS_FOR_WORDS = re.compile(
    r"\b(anything else|any other|comments?|tell us|explain|in your own words|feedback|"
    r"suggest\w*|reflections?|please (say|give|share|expand|elaborate)|thoughts|"
    r"(?<!would you )(?<!best )describe)\b"
)
# Nobody words a sentence as somebody else does: whole sentences in common stood on the form.
FEWEST_SENTENCES = 2
WORDS_OF_A_SENTENCE = 3
MOSTLY_SHARED = 0.7
PARTS_IN_COMMON = 0.4
FEW = 3
SEVERAL = 7
WORDS_OF_A_REMARK = 5


def as_unanswered(_: str, answers: Answers) -> Typed | None:
    """Leave a column without answers untyped."""
    if answers:
        return None
    return Typed(type="free_text", confidence=0.1, why="nobody answered it")


def as_own_words(heading: str, answers: Answers) -> Typed | None:
    """Keep comments apart from choices, though people may have written the same few words."""
    asked = ASKS_FOR_WORDS.search(normalise(heading))
    if asked is None or asks_for_ticks(heading) or _stood_on_the_form(answers):
        return None
    why = f'the heading says "{asked[0]}"'
    return Typed(type="free_text", confidence=0.97, why=why)


def _stood_on_the_form(answers: Answers) -> bool:
    shared = {answer: n for answer, n in answers.items() if n > 1}
    sentences = [answer for answer in shared if len(answer.split()) >= WORDS_OF_A_SENTENCE]
    enough = sum(shared.values()) >= MOSTLY_SHARED * answers.total()
    return enough and len(sentences) >= FEWEST_SENTENCES


def as_words_of_their_own(_: str, answers: Answers) -> Typed:
    """Take a column for people's own words where it is nothing else: the last resort."""
    told = telling(answers)
    if share_in_common(told) >= PARTS_IN_COMMON:
        why = "the answers differ, but parts of them come back, as ticks would; please check"
        return Typed(type="free_text", confidence=0.5, why=why)
    why = "the answers are people's own words"
    return Typed(type="free_text", confidence=_how_sure(told), why=why)


def _how_sure(told: Answers) -> float:
    if told.total() <= FEW:
        return 0.6
    if len(told) < told.total():
        return 0.85 if told.total() >= SEVERAL else 0.7
    at_length = sum(len(answer.split()) for answer in told) >= WORDS_OF_A_REMARK * len(told)
    if told.total() < SEVERAL:
        return 0.9 if at_length else 0.8
    return 0.97 if at_length else 0.9
