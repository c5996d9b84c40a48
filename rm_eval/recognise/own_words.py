"""A programme's own words: each question as the file asks it, not as our form about race does."""

from collections import Counter
from dataclasses import replace

from rm_eval.questionnaire import Slot, Words, asked_about, complete
from rm_eval.readers import RawTable
from rm_eval.recognise.match import Match, separators_of
from rm_eval.recognise.wordings.same_question import DOUBTFUL
from rm_eval.recognise.wordings.slots import said_in, said_in_options
from rm_eval.recognise.wordings.what_is_asked import core_of
from rm_eval.recognise.wordings.wording import normalise

FEWEST = 2  # questions that say the same, for one that says otherwise to be asked about


def in_own_words(raw: RawTable, matches: tuple[Match, ...]) -> tuple[Match, ...]:
    """Give the questions of ours the words that the file has in their slots.

    What a question does not say itself, such as in an option nobody ticked, it takes from the
    others of the file; what none of them says, from the options.
    """
    said = [said_in(match.heading, match.question.id) for match in matches]
    of_file = _most_said([_said_in_options(raw, match) for match in matches]) | _most_said(said)
    return tuple(
        _with_words(raw, _checked(match, own, said), complete({**of_file, **own}))
        if match.question.known and (own or of_file)
        else match
        for match, own in zip(matches, said, strict=True)
    )


def _said_in_options(raw: RawTable, match: Match) -> dict[Slot, str]:
    listed = match.layout in {"one_column", "with_own_words", "column_per_place"}
    answers = tuple(text for column in match.columns for text in raw.counts(column))
    return said_in_options(answers if listed else match.labels, match.question.id)


def _most_said(said: list[dict[Slot, str]]) -> dict[Slot, str]:
    """Return what most questions say in each slot; of two as often, the first."""
    counted: dict[Slot, Counter[str]] = {}
    for one in said:
        for slot, words in one.items():
            counted.setdefault(slot, Counter())[words] += 1
    return {slot: counts.most_common(1)[0][0] for slot, counts in counted.items()}


def _checked(match: Match, own: Words, said: list[dict[Slot, str]]) -> Match:
    """Doubt a question that says something no group is called, where the others agree."""
    for slot, words in own.items():
        others = Counter(core_of(one[slot]) for one in said if slot in one and one is not own)
        most, n = others.most_common(1)[0] if others else ("", 0)
        if n >= FEWEST and core_of(words) not in {most, "slot"}:
            why = f'the same words about "{words}", unlike the other questions; please check'
            return replace(match, confidence=min(match.confidence, DOUBTFUL), why=why)
    return match


def _with_words(raw: RawTable, match: Match, words: Words) -> Match:
    question = asked_about(match.question, words)
    if question == match.question:
        return match
    # A ranking was given the things of its columns before anybody knew how they are called here.
    ours = asked_about(replace(match.question, options=()), words).options
    labels = {normalise(one.label) for one in ours}
    added = (o for o in question.options if o not in ours and normalise(o.label) not in labels)
    options = (*ours, *added)
    question = replace(question, options=options)
    if len(match.columns) > 1:
        return replace(match, question=question)
    answers = set(raw.counts(match.columns[0]))
    return replace(match, question=question, separators=separators_of(question, answers))
