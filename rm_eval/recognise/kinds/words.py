"""People's own words, where the heading asks for them; and columns nobody answered."""

import re

from rm_eval.recognise.kinds.typed import Answers, Typed
from rm_eval.recognise.layout import asks_for_ticks
from rm_eval.recognise.wording import normalise

ASKS_FOR_WORDS = re.compile(
    r"\b(anything else|any other|comments?|tell us|describe|explain|in your own words|feedback|"
    r"suggest\w*|reflections?|please (say|give|share|expand|elaborate)|thoughts)\b"
)


def as_unanswered(_: str, answers: Answers) -> Typed | None:
    """Leave a column without answers untyped."""
    if answers:
        return None
    return Typed(type="free_text", confidence=0.1, why="nobody answered it")


def as_own_words(heading: str, _: Answers) -> Typed | None:
    """Keep comments apart from choices, though people may have written the same few words."""
    asked = ASKS_FOR_WORDS.search(normalise(heading))
    if asked is None or asks_for_ticks(heading):
        return None
    why = f'the heading says "{asked[0]}"'
    return Typed(type="free_text", confidence=0.9, why=why)
