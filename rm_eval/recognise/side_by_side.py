"""Questions side by side that offer the same answers: what one person chose is known by the others.

Read alone, a long answer that one person gave looks like typed words. Where the column beside it
offers that very answer, and others that both hold, it stood on the form.
"""

from dataclasses import replace
from itertools import pairwise

from rm_eval.questionnaire import Option
from rm_eval.readers import RawTable
from rm_eval.recognise.kinds import options_of
from rm_eval.recognise.match import Match
from rm_eval.recognise.wordings.wording import normalise

FEWEST_SHARED = 2


def with_shared_options(raw: RawTable, matches: tuple[Match, ...]) -> tuple[Match, ...]:
    """Give each choice the options that its own answers share with the questions beside it."""
    return tuple(
        _with_more(raw, match, [option for one in run for option in one.question.options])
        for run in _runs(matches)
        for match in run
    )


def _runs(matches: tuple[Match, ...]) -> list[list[Match]]:
    """Put questions together that follow each other and offer the same."""
    runs = [[match] for match in matches[:1]]
    for before, match in pairwise(matches):
        if _offer_the_same(before, match):
            runs[-1].append(match)
        else:
            runs.append([match])
    return runs


def _offer_the_same(left: Match, right: Match) -> bool:
    follow = right.columns[0] == left.columns[-1] + 1
    if not follow or not _is_a_choice_of_its_own(left) or not _is_a_choice_of_its_own(right):
        return False
    offered = [
        {normalise(option.label) for option in one.question.options} for one in (left, right)
    ]
    shared = set.intersection(*offered)
    return len(shared) >= FEWEST_SHARED and len(shared) * 2 > min(map(len, offered))


def _is_a_choice_of_its_own(match: Match) -> bool:
    choice = match.question.type == "single_choice" and match.layout == "one_column"
    return choice and not match.question.known


def _with_more(raw: RawTable, match: Match, offered: list[Option]) -> Match:
    if not offered or not _is_a_choice_of_its_own(match):
        return match
    own = [option.label for option in match.question.options]
    given = {normalise(answer) for answer in raw.counts(match.columns[0])}
    beside = (option.label for option in offered if normalise(option.label) in given)
    options = options_of([*own, *beside])
    if len(options) == len(own):
        return match
    return replace(match, question=replace(match.question, options=options))
