"""Yes or no, in so many words."""

import re
from collections.abc import Iterable
from dataclasses import replace

from rm_eval.questionnaire import Option
from rm_eval.recognise.kinds.typed import Answers, Typed, options_of, telling
from rm_eval.recognise.scales.yes_or_no import is_plain, stands_beside, yes_or_no
from rm_eval.recognise.wordings.wording import normalise, plain

ASKS_YES_OR_NO = re.compile(
    r"^(is|are|was|were|am|do|does|did|have|has|had|can|could|will|would|should|may|shall)\b"
)
ONE_AND_NOUGHT = {"0", "1"}
TWO = 2
# What a program writes for yes and no, or nobody need see again.
NO_WORDS = {"yes", "no", "true", "false", "y", "n", "t", "f"}


def as_yes_no(heading: str, answers: Answers) -> Typed | None:
    """Take a column for yes and no, or for a choice that has something beside them."""
    found = set(answers)
    if found <= ONE_AND_NOUGHT and ASKS_YES_OR_NO.match(normalise(heading)):
        return _typed("the heading asks for yes or no, and the answers are 1 and 0", 0.9)
    if any(yes_or_no(one) is None and not stands_beside(one) for one in found):
        return None
    said = {answer: yes_or_no(answer) for answer in found}
    sides = [side for side in said.values() if side is not None]
    n_plain = sum(map(is_plain, found))
    # Two answers that both say more, "Yes - I did" and "No - I did not"; one alone is an option.
    both = len(sides) == len(found) == TWO and set(sides) == {True, False} and not n_plain
    if n_plain == len(found) or both:
        return _typed("every answer is yes or no", 0.98, answers)
    if not sides:
        return None
    if any(one in other for one in found for other in found - {one} if not is_plain(one)):
        return None  # lists of such answers
    why = "the answers are yes, no or something beside them"
    beside = (one for one in answers if stands_beside(one))
    options = options_of([*telling(answers), *beside])
    return Typed(type="single_choice", confidence=0.95, why=why, options=options)


def _typed(why: str, confidence: float, answers: Iterable[str] = ()) -> Typed:
    sides = ((True, Option(id="yes", label="Yes")), (False, Option(id="no", label="No")))
    options = tuple(replace(one, label=_in_file(answers, side, one.label)) for side, one in sides)
    return Typed(type="yes_no", confidence=confidence, why=why, options=options)


def _in_file(answers: Iterable[str], side: bool, label: str) -> str:  # noqa: FBT001
    """Return the file's own word for a side, "Ja", where everybody wrote the same word."""
    words = {normalise(one): plain(one) for one in answers if yes_or_no(one) is side}
    if len(words) != 1:
        return label
    [(word, written)] = words.items()
    return label if word in NO_WORDS or not written[0].isupper() else written
