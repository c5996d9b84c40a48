"""Which questions were asked twice: the same words, and the same answers to choose from."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import pandas as pd

from rm_eval.measures.counts import YES_NO
from rm_eval.questionnaire import Better, Option, Question, QuestionType, Scale
from rm_eval.recognise.scales.likert import is_off_the_scale
from rm_eval.recognise.wordings.same_question import same_question
from rm_eval.recognise.wordings.what_is_asked import asks_the_same

# Of these an answer can be lower or higher than an earlier one.
IN_ORDER: frozenset[QuestionType] = frozenset({"scale", "likert", "yes_no"})

# Scores that are all alike, on a scale that is not written down, are read as numbers: then the
# question is named, and not compared.
READ_AS_SCORES: frozenset[QuestionType] = IN_ORDER | {"number"}

# "same": can be compared. "reworded": asked in other words; somebody has to say whether it is the
# same. "type", "scale", "answers": asked for another kind of answer, from another number to
# another, or with other answers to choose from, so that no difference would mean anything.
Fit = Literal["same", "reworded", "type", "scale", "answers"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Repeat:
    """A question asked at two stages.

    Attributes
    ----------
    question
        As it is compared: the later one, with the scale on which its answers stand in order.
        Worded answers count from 1, most negative first; no is 0 and yes is 1.
    earlier
        The id of the earlier question.
    before, after
        How the two files worded it.
    fit
        Whether the two can be compared, and if not, why.
    scales
        The ends asked for before and after, where these differ.
    """

    question: Question
    earlier: str
    before: str
    after: str
    fit: Fit
    scales: tuple[Scale, ...] = ()

    def is_comparable(self, as_same: Collection[str] = ()) -> bool:
        """Say whether the two can be compared.

        Parameters
        ----------
        as_same
            Ids of later questions, asked in other words than before, that somebody of the team
            says are the same.
        """
        is_said = self.fit == "reworded" and self.question.id in as_same
        return is_said or self.fit == "same"


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """A question, and how a file worded it."""

    question: Question
    wording: str


def repeats(earlier: Sequence[Asked], later: Sequence[Asked]) -> tuple[Repeat, ...]:
    """Find the questions that were asked of the same people at two stages.

    Parameters
    ----------
    earlier, later
        The questions of each stage, in their order.

    Returns
    -------
    tuple of Repeat
        In the order of the later form. Each question is in one repeat at most: first with the
        one it is known to repeat or is worded like, else with one that it may be in other words.
    """
    found: dict[str, Repeat] = {}
    asked = [one for one in later if one.question.type in READ_AS_SCORES]
    left = [one for one in earlier if one.question.type in READ_AS_SCORES]
    for is_one in (_is_known_to_repeat, _is_worded_alike, _may_be_reworded):
        for now in asked:
            then = next((one for one in left if is_one(one, now) and _is_in_order(one, now)), None)
            if then is not None and now.question.id not in found:
                left.remove(then)
                found[now.question.id] = _repeat(then, now)
    return tuple(found[one.question.id] for one in asked if one.question.id in found)


def scores_of(question: Question, answers: pd.DataFrame) -> "pd.Series[float]":
    """Return each person's answer as a number on the scale of a `Repeat`.

    Parameters
    ----------
    question
        `Repeat.question`.
    answers
        `rm_eval.responses.Responses.of` a question asked at one of the two stages.

    Returns
    -------
    Series of float
        By the number of the person. Who gave no answer, or one beside the scale such as "not
        applicable", is not in it.
    """
    by_person = answers.set_index("person")
    if question.type == "scale":
        return by_person["number"].dropna()
    places = {one.id: float(at) for at, one in enumerate(_in_order(question), start=_low(question))}
    return by_person["answer"].map(places).dropna().astype(float)


def _is_in_order(then: Asked, now: Asked) -> bool:
    return bool({then.question.type, now.question.type} & IN_ORDER)


def _is_known_to_repeat(then: Asked, now: Asked) -> bool:
    return now.question.repeats == then.question.id


def _is_worded_alike(then: Asked, now: Asked) -> bool:
    return asks_the_same(then.wording, now.wording)


def _may_be_reworded(then: Asked, now: Asked) -> bool:
    both = {then.question.type, now.question.type}
    return both <= IN_ORDER and same_question(then.wording, now.wording)


def _repeat(then: Asked, now: Asked) -> Repeat:
    options = _options_of_both(then.question, now.question)
    question = replace(now.question, options=options or now.question.options)
    scales = tuple(filter(None, (then.question.scale, now.question.scale)))
    return Repeat(
        question=replace(question, scale=_scale(question) if question.type in IN_ORDER else None),
        earlier=then.question.id,
        before=then.wording,
        after=now.wording,
        fit=_fit(then, now, can_choose_alike=bool(options)),
        scales=scales,
    )


def _fit(then: Asked, now: Asked, *, can_choose_alike: bool) -> Fit:
    if then.question.type != now.question.type:
        return "type"
    if _ends(then.question) != _ends(now.question):
        return "scale"
    if now.question.type == "likert" and not can_choose_alike:
        return "answers"
    return "same" if asks_the_same(then.wording, now.wording) else "reworded"


def _ends(question: Question) -> tuple[int, int] | None:
    return (question.scale.low, question.scale.high) if question.scale else None


def _options_of_both(then: Question, now: Question) -> tuple[Option, ...]:
    """Return the longer list of worded answers where the shorter is in it, in the same order.

    Of a form nobody knows, an answer that nobody gave is not listed.
    """
    short, long = sorted((then, now), key=lambda one: len(one.options))
    ids = [option.id for option in long.options]
    places = [ids.index(option.id) if option.id in ids else -1 for option in short.options]
    return long.options if places == sorted(places) and -1 not in places else ()


def _scale(question: Question) -> Scale:
    """Return the scale that answers stand on; which way is hoped for, only where that is known."""
    better: Better = "higher" if question.known else "neither"
    if question.scale is not None:
        # Of a question nobody knows, such as of stress, a higher score may be worse.
        return question.scale if question.known else replace(question.scale, better=better)
    n, low = len(_in_order(question)), _low(question)
    return Scale(low=low, high=low + n - 1, better=better)


def _low(question: Question) -> int:
    return 0 if question.type == "yes_no" else 1


def _in_order(question: Question) -> tuple[Option, ...]:
    """Return worded answers, most negative first, without those beside the scale."""
    if question.type == "yes_no":
        return tuple(reversed(YES_NO))
    return tuple(one for one in question.options if not is_off_the_scale(one.label))
