"""The finding in one sentence, in counts.

Never "significant", "proves", "impact", "effect" or "because"; a number that begins the
sentence is a word.
"""

from collections.abc import Callable
from typing import NamedTuple

from rm_eval.disclosure import Published
from rm_eval.questionnaire import Question
from rm_eval.wording.agreement import of_agreement
from rm_eval.wording.amounts import of_dates, of_numbers
from rm_eval.wording.change import better_of, of_change
from rm_eval.wording.figures import (
    Figure,
    as_sentence,
    by_group,
    cohorts_together,
    figures,
    in_quotes,
    joined,
    number_word,
    who,
)
from rm_eval.wording.ranking import of_ranking
from rm_eval.wording.themes import NO_THEME

NOBODY_ANSWERED = "Nobody has answered this question"
PARTLY_HIDDEN = "some answers are hidden to protect people"
COUNTED = {"ticks", "choices", "likert", "themes"}
ALL_HIDDEN = "the answers are hidden to protect people"
LONGEST_LABEL = 64
LONGEST_OF_TWO = 40
LONGEST_SUBJECT = 60
MOST_NAMED = 2  # groups in one sentence


class Manner(NamedTuple):
    """How people gave an answer, and what an answer is called."""

    verb: str
    noun: str = "answer"


MANNERS = {"ticks": Manner("ticked"), "themes": Manner("wrote of", "theme")}
CHOSE = Manner("chose")


def headline(published: Published) -> str:
    """The finding, such as "Nine of 11 mentors and 6 of 7 mentees ticked “Project management”"."""
    n = len(published.cohorts)
    together = cohorts_together(n)
    return f"{as_sentence(together)}: {_finding(published)}" if n else _finding(published)


def _finding(published: Published) -> str:
    if published.measure == "change":
        lower = " (lower is better)" if better_of(published.question) == "lower" else ""
        return f"{subject(published.question)}{lower}: {of_change(published)}"
    every = figures(published)
    if all(figure.n == 0 for figure in every):
        return NOBODY_ANSWERED
    words = finding(published)
    is_told = any(figure.shown != "hidden" for figure in every)
    if published.measure == "ticks" and is_told:
        return as_sentence(words)
    return f"{subject(published.question)}: {words}"


def finding(published: Published) -> str:
    """The finding without what was asked: to stand in a sentence."""
    every = figures(published)
    shown, others = _of_the_largest([figure for figure in every if figure.shown != "hidden"])
    if all(figure.n == 0 for figure in every):
        return NOBODY_ANSWERED.lower()
    if not shown:
        return ALL_HIDDEN
    if published.measure in COUNTED and _is_partly_hidden(every):
        return _of_what_is_told(shown, MANNERS.get(published.measure, CHOSE)) + others
    return SENTENCES[published.measure](shown, published) + others


def _of_the_largest(shown: list[Figure]) -> tuple[list[Figure], str]:
    """Of many parts name two in a headline, the largest: the chart has all of them."""
    groups = {label: those for label, those in by_group(shown).items() if those[0].n != 0}
    if len(groups) <= MOST_NAMED or not any(" (" in label for label in groups):
        return shown, ""
    largest = sorted(groups, key=lambda label: -(groups[label][0].n or 0))[:MOST_NAMED]
    kept = [figure for label in groups if label in largest for figure in groups[label]]
    return kept, f" (the largest {number_word(MOST_NAMED)} of {len(groups)} groups)"


def subject(question: Question) -> str:
    """What was asked, in few words: a form's own question has only its wording."""
    if not question.short:
        return _short_wording(question.wording.strip())
    return f"{question.short[0].upper()}{question.short[1:]}"


def _short_wording(wording: str) -> str:
    """Cut a wording, but never the row of a grid, which alone tells it from its neighbours."""
    grid, bracket, row = wording.rpartition(" [")
    if not bracket or not row.endswith("]"):
        return in_quotes(wording, LONGEST_SUBJECT)
    return f"{in_quotes(grid, LONGEST_OF_TWO)}, {in_quotes(row[:-1], LONGEST_OF_TWO)}"


def _of_choices(shown: list[Figure], published: Published) -> str:
    return _of_answers(shown, MANNERS.get(published.measure, CHOSE))


def _of_likert(shown: list[Figure], published: Published) -> str:
    return of_agreement(shown, published.question) or _of_answers(shown, CHOSE)


def _of_themes(shown: list[Figure], published: Published) -> str:
    named = [figure for figure in shown if figure.answer != NO_THEME]
    return _of_answers(named or shown, MANNERS[published.measure])


def _is_partly_hidden(every: list[Figure]) -> bool:
    """Whether some answers of a group are told and others hidden."""
    return any(
        len({figure.shown == "hidden" for figure in those}) > 1
        for those in by_group(every).values()
    )


def _of_what_is_told(shown: list[Figure], manner: Manner) -> str:
    """Name what leads among the answers told, and compare it with nothing: some are hidden."""
    leaders = [_leaders(those)[0] for those in by_group(shown).values()]
    told = [figure for figure in leaders if not _is_nearly_nobody(figure)]
    words = [f"{who(figure)} {manner.verb} {_named(figure, manner)}" for figure in told]
    return "; ".join(words) or PARTLY_HIDDEN


def _of_answers(shown: list[Figure], manner: Manner) -> str:
    leaders = [_leaders(those) for those in by_group(shown).values()]
    if not any(those[0].share_high for those in leaders):
        nobody = [f"no {those[0].one_word}" for those in leaders]
        return f"{joined(nobody)} {manner.verb} any of these {manner.noun}s"
    if all(_is_nearly_nobody(those[0]) for those in leaders):
        words = joined([who(those[0]) for those in leaders])
        return f"{words} {manner.verb} any one {manner.noun}"
    return _leading(leaders, manner, shown)


def _leading(leaders: list[list[Figure]], manner: Manner, shown: list[Figure]) -> str:
    """Name the answer that leads; one that leads in both groups if there is one."""
    same = [
        [figure for those in leaders for figure in those if figure.answer == first.answer]
        for first in leaders[0]
    ]
    most = max(same, key=len)
    if len(most) == len(leaders):
        words = f"{joined([who(figure) for figure in most])} {manner.verb}"
        label = in_quotes(most[0].label, LONGEST_LABEL)
        return f"{words} {label}{_more_than_any_other(most, shown, manner)}"
    return "; ".join(
        f"{who(those[0])} {manner.verb} {_named(those[0], manner)}" for those in leaders
    )


def _named(figure: Figure, manner: Manner) -> str:
    if _is_nearly_nobody(figure):
        return f"any one {manner.noun}"
    return in_quotes(figure.label, LONGEST_OF_TWO)


def _more_than_any_other(most: list[Figure], shown: list[Figure], manner: Manner) -> str:
    """Only for one group alone, and only where the published figures leave no doubt."""
    others = [figure for figure in shown if figure.answer != most[0].answer]
    if len(most) > 1 or len(others) < 2 or len(by_group(shown)) > 1:  # noqa: PLR2004 - "any other" of two
        return ""
    clear = all((other.share_high or 0) < (most[0].share_low or 0) for other in others)
    return f", more than any other {manner.noun}" if clear else ""


def _is_nearly_nobody(figure: Figure) -> bool:
    return not figure.share_high or (figure.shown == "band" and not figure.share_low)


def _leaders(those: list[Figure]) -> list[Figure]:
    """The answers of a group that stand highest: all of them where nobody gave any."""
    most = max(figure.middle for figure in those)
    return [figure for figure in those if figure.middle == most]


def _of_yes_no(shown: list[Figure], _: Published) -> str:
    yes = [figure for figure in shown if figure.answer == "yes"]
    return f"{joined([who(figure) for figure in yes])} said yes" if yes else "answers are hidden"


def _of_scale(shown: list[Figure], published: Published) -> str:
    counts = [figure for figure in shown if figure.statistic == "people"]
    means = [figure for figure in shown if figure.statistic == "mean"]
    if not means or _all_agree(counts):
        return _most_frequent_score(shown)
    scale = published.question.scale
    top = scale.high if scale else 10
    first, *rest = means
    parts = [f"{first.group_word} average {first.text} out of {top}"]
    parts += [f"{figure.group_word} {figure.text}" for figure in rest]
    return ", ".join(parts)


def _all_agree(counts: list[Figure]) -> bool:
    """Whether in every group everybody gave the same score."""
    leaders = [_leaders(those)[0] for those in by_group(counts).values()]
    return bool(leaders) and all(
        leader.shown == "exact" and leader.low == leader.n for leader in leaders
    )


def _most_frequent_score(shown: list[Figure]) -> str:
    """Where the mean may not be shown: the score, or range of scores, given most."""
    counts = [figure for figure in shown if figure.statistic == "people"]
    leaders = [_leaders(those)[0] for those in by_group(counts).values()]
    if not leaders:
        return "scores are hidden"
    return "; ".join(f"{who(figure)} scored {_score(figure)}" for figure in leaders)


def _score(figure: Figure) -> str:
    return figure.answer.replace("-", " to ")


SENTENCES: dict[str, Callable[[list[Figure], Published], str]] = {
    "ticks": _of_choices,
    "choices": _of_choices,
    "likert": _of_likert,
    "yes_no": _of_yes_no,
    "scale": _of_scale,
    "ranking": lambda shown, _: of_ranking(shown),
    "themes": _of_themes,
    "number": lambda shown, _: of_numbers(shown),
    "date": lambda shown, _: of_dates(shown),
}
