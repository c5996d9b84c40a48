"""One answer of a question in a sentence: what an action may come from."""

from rm_eval.disclosure import Published
from rm_eval.wording.figures import (
    Figure,
    as_sentence,
    cohorts_together,
    figures,
    in_quotes,
    joined,
    who,
)
from rm_eval.wording.headline import CHOSE, MANNERS, Manner, subject
from rm_eval.wording.themes import NO_THEME

# What one answer can be told of by itself. Scores and places are told as a whole.
IN_ANSWERS = ("ticks", "choices", "likert", "yes_no", "themes")
SAID = Manner("said")
LONGEST = 120  # letters: there is more room than in a headline
# A range that begins lower would tell, beside an action, that somebody gave the answer at all.
CLEARLY_SOMEBODY = 3


def answers_to_name(published: Published) -> dict[str, str]:
    """Return the answers that can be told of one by one, by their ids, as they are shown."""
    if published.measure not in IN_ANSWERS:
        return {}
    shown = {figure.answer: figure.label for figure in figures(published)}
    return {answer: label for answer, label in shown.items() if answer != NO_THEME}


def of_one_answer(published: Published, answer: str) -> str:
    """Say how many gave one answer, such as "Nine of 11 mentors ticked “Dates in advance”".

    Returns
    -------
    str
        "" where so little of it is told that an action about it would tell more.
    """
    told = [
        figure for figure in figures(published) if figure.answer == answer and _is_clear(figure)
    ]
    if published.measure not in IN_ANSWERS or not any(figure.high for figure in told):
        return ""
    manner = SAID if published.measure == "yes_no" else MANNERS.get(published.measure, CHOSE)
    label = in_quotes(told[0].label, LONGEST)
    words = f"{joined([who(figure) for figure in told])} {manner.verb} {label}"
    if published.cohorts:
        words = f"{cohorts_together(len(published.cohorts))}: {words}"
    named = published.measure == "ticks"
    return as_sentence(words) if named else f"{subject(published.question)}: {words}"


def _is_clear(figure: Figure) -> bool:
    if figure.shown == "band":
        return (figure.low or 0) >= CLEARLY_SOMEBODY
    return figure.shown == "exact"
