"""`Match`: one question of a file, the columns it stands in, and how."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rm_eval.questionnaire import Option, Question
from rm_eval.readers import Heading, RawTable
from rm_eval.recognise.dates import day_stands_first, has_order
from rm_eval.recognise.kinds import Typed, option_id, options_of, type_by_content
from rm_eval.recognise.kinds.codes import MEANING_UNKNOWN, tells_what_they_mean, type_of_codes
from rm_eval.recognise.kinds.offered import type_of_offered
from rm_eval.recognise.layout import (
    Block,
    Fit,
    Layout,
    asks_for_ticks,
    asks_to_rank,
    layout_of,
)
from rm_eval.recognise.people.personal import mark_of_unknown
from rm_eval.recognise.pieces.separators import OF_RANKINGS, SEPARATORS, separators_for
from rm_eval.recognise.wordings.answered import answered_as_asked, show_the_scale
from rm_eval.recognise.wordings.same_question import CERTAIN, WordingMatch, match_wording
from rm_eval.recognise.wordings.wording import normalise, plain

# How sure we are of dates whose day and month could be either way round.
EITHER_WAY_ROUND = 0.6


@dataclass(frozen=True, kw_only=True, slots=True)
class Match:
    """One question of the file.

    Attributes
    ----------
    columns
        Where its answers stand, counted as in the file from 1.
    question
        From a questionnaire, or made from the columns themselves (``known`` is then False).
    heading
        As in the file.
    confidence, why
        How sure we are, 0 to 1, and the reason.
    layout
        How the answers stand in the columns.
    labels
        The option, item or place each column stands for, as many as `columns`; none where the
        question has one column.
    day_first
        For dates: the day stands before the month.
    separators
        For lists in one cell: what parts their pieces, the clearest first.
    perhaps
        Id of the question of an earlier column that this may be too, in other words; "" where
        that cannot be.
    """

    columns: tuple[int, ...]
    question: Question
    heading: str
    confidence: float
    why: str
    layout: Layout = "one_column"
    labels: tuple[str, ...] = ()
    day_first: bool | None = True
    separators: tuple[str, ...] = SEPARATORS
    perhaps: str = ""


def blocks_of(headings: tuple[Heading, ...]) -> list[tuple[Heading, ...]]:
    """Put the columns together that seem to be one question, in the order of the file.

    The same question asked twice over begins again where an option comes back, unless the survey
    tool says that it is one question; two columns side by side with one heading are an option and
    its own words.
    """
    blocks: list[list[Heading]] = []
    open_blocks: dict[tuple[str, str], list[Heading]] = {}
    for heading in headings:
        question = (heading.question, heading.group)
        block = open_blocks.get(question) if heading.question else None
        if block is None or (not heading.group and _begins_again(block, heading)):
            block = []
            blocks.append(block)
            if heading.question:
                open_blocks[question] = block
        block.append(heading)
    return [tuple(block) for block in blocks]


def _begins_again(block: list[Heading], heading: Heading) -> bool:
    beside = block[-1].option == heading.option and block[-1].column == heading.column - 1
    return not beside and any(other.option == heading.option for other in block)


def match_block(
    raw: RawTable, block: tuple[Heading, ...], questions: tuple[Question, ...]
) -> list[Match]:
    """Make a block of columns one match, or one for each of its columns."""
    if len(block) == 1 and not block[0].option:
        return [match_column(raw, block[0], questions)]
    wording = match_wording(block[0].question, questions)
    if wording is None and any(match_wording(heading.text, questions) for heading in block):
        return [match_column(raw, heading, questions) for heading in block]
    kind = wording.question.type if wording is not None else None
    together = Block(
        headings=block,
        cells=tuple(list(raw.by_row(heading.column).values()) for heading in block),
        ticks=kind == "multiple_choice" or asks_for_ticks(block[0].question),
        ranks=kind == "ranking" or asks_to_rank(block[0].question),
    )
    fit = layout_of(together)
    if fit is None or (fit.layout == "with_own_words" and block[0].coded):
        # Beside a code nobody can say whether the words were typed for it.
        return [match_column(raw, heading, questions) for heading in block]
    if fit.layout == "with_own_words":
        return [_with_own_words(raw, together, fit, questions)]
    if len(block) == 1 and fit.layout != "column_per_option":
        return [match_column(raw, block[0], questions)]
    return [_spread(together, fit, wording)]


def match_column(raw: RawTable, heading: Heading, questions: tuple[Question, ...]) -> Match:
    """Match a question that stands in one column."""
    answers = raw.counts(heading.column)
    different = set(answers)
    wording = _best(match_wording(text, questions) for text in {heading.text, heading.option})
    if wording is not None and not answered_as_asked(wording.question, different):
        wording = None
    if heading.coded and (wording is None or not tells_what_they_mean(wording.question, answers)):
        typed = type_of_codes(heading.text, answers)
        question = unknown(heading.text, typed)
    elif wording is None:
        offered = heading.offered
        typed = (
            type_of_offered(heading.text, offered)
            if offered
            else type_by_content(heading.text, answers)
        )
        question = unknown(heading.text, typed)
    else:
        question, typed = wording.question, _as_typed(wording, different)
        if question.own_options:
            question = replace(question, options=options_of(answers))
    day_first = _day_first(raw, different) if question.type == "date" else True
    return Match(
        columns=(heading.column,),
        question=question,
        heading=heading.text,
        confidence=min(typed.confidence, EITHER_WAY_ROUND if day_first is None else CERTAIN),
        why=typed.why,
        day_first=day_first,
        separators=separators_of(question, different),
    )


def separators_of(question: Question, answers: set[str]) -> tuple[str, ...]:
    """Name what parts the pieces of lists in one cell, the clearest first."""
    if question.type == "multiple_choice":
        return separators_for(answers, question.options)
    if question.type == "ranking":
        return separators_for(answers, question.options, OF_RANKINGS)
    return SEPARATORS


def _day_first(raw: RawTable, dates: set[str]) -> bool | None:
    """Tell the order of day and month; where the column does not, the tool's own times may."""
    first = day_stands_first(dates)
    times = {cell for h in raw.columns("started", "completed") for cell in raw.cells[h.column]}
    return day_stands_first(times) if first is None and has_order(times) else first


def _best(found: Iterable[WordingMatch | None]) -> WordingMatch | None:
    matches = [match for match in found if match is not None]
    return max(matches, key=lambda match: match.confidence, default=None)


def _as_typed(wording: WordingMatch, answers: set[str]) -> Typed:
    confidence, why, scale = wording.confidence, wording.why, wording.question.scale
    if wording.ends_unsaid and scale is not None and show_the_scale(scale, answers):
        confidence, why = CERTAIN, "the same words, and the answers show the scale"
    return Typed(type=wording.question.type, confidence=confidence, why=why)


def unknown(heading: str, typed: Typed) -> Question:
    """Make a question that is on none of our forms, by its heading and its kind."""
    return Question(
        id=f"own_{option_id(heading)}",
        wording=plain(heading) or heading,
        type=typed.type,
        options=typed.options,
        scale=typed.scale,
        mark=mark_of_unknown(heading),
        known=False,
    )


def _with_own_words(
    raw: RawTable, block: Block, fit: Fit, questions: tuple[Question, ...]
) -> Match:
    """Match by the column of answers; what was typed beside it joins them in cleaning."""
    answers = match_column(raw, block.headings[0], questions)
    return replace(
        answers,
        columns=tuple(heading.column for heading in block.headings),
        layout=fit.layout,
        labels=block.labels,
    )


def _spread(block: Block, fit: Fit, wording: WordingMatch | None) -> Match:
    labels = _things(block, fit.layout)
    if fit.layout == "column_per_place" and block.headings[0].coded:
        why = f"{fit.why}, as a code whose meaning the file does not say"
        fit, wording = replace(fit, confidence=MEANING_UNKNOWN, why=why), None
    if wording is None:
        heading = block.headings[0].question
        ranks = fit.layout in {"column_per_item", "column_per_place"}
        typed = Typed(
            type="ranking" if ranks else "multiple_choice",
            confidence=fit.confidence,
            why=fit.why,
            options=options_of(labels),
        )
        question, confidence, why = unknown(heading, typed), fit.confidence, fit.why
    else:
        question, confidence, why = wording.question, wording.confidence, wording.why
        if question.type == "ranking":
            question = _with_options(question, labels)
    return Match(
        columns=tuple(heading.column for heading in block.headings),
        question=question,
        heading=block.headings[0].question,
        confidence=confidence,
        why=why,
        layout=fit.layout,
        labels=block.labels,
    )


def _things(block: Block, layout: Layout) -> list[str]:
    """Name what is ticked or ranked."""
    if layout != "column_per_place":
        return list(block.labels)
    return [cell for column in block.cells for cell in column if cell]


def _with_options(question: Question, labels: list[str]) -> Question:
    """Give a known ranking the things that only this file asks to rank."""
    known = {
        normalise(label) for option in question.options for label in (option.label, *option.aliases)
    }
    more: tuple[Option, ...] = options_of(one for one in labels if normalise(one) not in known)
    return replace(question, options=(*question.options, *more))
