"""One option of a few."""

from collections import Counter

from rm_eval.recognise.kinds.typed import HALF, Answers, Typed, offered, telling
from rm_eval.recognise.layout import asks_for_ticks
from rm_eval.recognise.wording import normalise

# An answer only one person gave that is longer than this is their own words.
LONGEST_OPTION = 80
MOST_OPTIONS = 40


def as_choice(heading: str, answers: Answers) -> Typed | None:
    """Take a column for a choice: answers that several people gave in the same words."""
    told = telling(answers)
    counts: Counter[str] = Counter()
    for answer, n in told.items():
        counts[normalise(answer)] += n
        if len(counts) > MOST_OPTIONS:
            return None
    alone = [answer for answer in told if counts[normalise(answer)] == 1]
    if any(len(one) > LONGEST_OPTION for one in alone):
        return None
    repeated = 1 - len(alone) / told.total()
    options = offered(([answer], n) for answer, n in answers.items())
    if asks_for_ticks(heading):
        why = "the question asks to choose several, and everybody chose one"
        return Typed(type="multiple_choice", confidence=0.8, why=why, options=options)
    if repeated < HALF:
        return None
    why = f"{repeated:.0%} of the answers are short and shared by several people"
    confidence = round(0.6 + 0.3 * repeated, 2)
    return Typed(type="single_choice", confidence=confidence, why=why, options=options)
