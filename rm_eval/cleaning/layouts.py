"""One person's answer to one question, in however many columns it stands."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from rm_eval.cleaning.answer import Answer, Change, Cleaned, left_out, tidy
from rm_eval.cleaning.choices import (
    clean_multiple_choice,
    clean_single_choice,
    clean_yes_no,
    ticks_of,
)
from rm_eval.cleaning.numbers import clean_number, clean_scale
from rm_eval.cleaning.options import Found, find_option
from rm_eval.cleaning.rankings import (
    BETWEEN_CELLS,
    clean_items_in_places,
    clean_places_of_items,
    clean_ranking,
)
from rm_eval.cleaning.words import clean_date, clean_free_text
from rm_eval.questionnaire import Option, Question, QuestionType
from rm_eval.recognise import Layout, Match
from rm_eval.recognise.layout import is_other, is_ticked
from rm_eval.recognise.pieces.separators import joined, split
from rm_eval.responses import NOTHING_TICKED

Rule = Callable[[str, Question], Cleaned]
RULES: tuple[tuple[QuestionType, Rule], ...] = (
    ("scale", clean_scale),
    ("likert", clean_single_choice),
    ("single_choice", clean_single_choice),
    ("multiple_choice", clean_multiple_choice),
    ("ranking", clean_ranking),
    ("yes_no", clean_yes_no),
    ("number", clean_number),
    ("date", clean_date),
    ("free_text", clean_free_text),
)
RULE_OF = dict(RULES)
LISTED = {"multiple_choice", "ranking"}


def clean_answer(cells: tuple[str, ...], match: Match) -> Cleaned:
    """Clean the cells of one person and one question."""
    # The layout of own words keeps its line breaks; lists may be parted by them.
    if match.question.type in LISTED:
        cells = tuple("\n".join(map(tidy, cell.splitlines())) for cell in cells)
    elif match.question.type != "free_text":
        cells = tuple(map(tidy, cells))
    return LAYOUT_OF[match.layout](tuple(map(str.strip, cells)), match)


def before(cells: tuple[str, ...], change: Change) -> str:
    """Return the text a change is about, as in the file."""
    return BETWEEN_CELLS.join(cells) if change.at is None else cells[change.at]


def _one_column(cells: tuple[str, ...], match: Match) -> Cleaned:
    """Clean the first cell.

    Whoever sent one of our forms and ticked nothing did answer: our forms show every question to
    everybody. In somebody else's form a blank may be a question that was never shown.
    """
    if cells[0]:
        return _rule(match)(cells[0], match.question)
    return _nothing_ticked(match)


def _either_column(cells: tuple[str, ...], match: Match) -> Cleaned:
    """Clean the one cell that is filled: the form was reworded while people answered it."""
    return _one_column((cells[filled(cells)],), match)


def filled(cells: tuple[str, ...]) -> int:
    """Return which of several cells holds something, from 0; the first where none does."""
    return next((at for at, cell in enumerate(cells) if cell.strip()), 0)


def _rule(match: Match) -> Rule:
    if match.question.type == "date":
        return partial(clean_date, day_first=match.day_first is not False)
    if match.question.type == "multiple_choice":
        return partial(clean_multiple_choice, separators=match.separators)
    if match.question.type == "ranking":
        return partial(clean_ranking, separators=match.separators)
    return RULE_OF[match.question.type]


def _nothing_ticked(match: Match) -> Cleaned:
    if match.question.type == "multiple_choice" and match.question.known:
        return Cleaned(answers=(Answer(answer=NOTHING_TICKED),))
    return Cleaned()


def _with_own_words(cells: tuple[str, ...], match: Match) -> Cleaned:
    """Clean an answer beside which something may have been typed for "Other"."""
    chosen, words = cells
    if not words:
        return _one_column(cells, match)
    if chosen and not is_other(chosen):
        cleaned = _one_column(cells, match)
        if match.question.type == "multiple_choice":
            return _ticks_with_own_words(cleaned, words, match.separators[0])
        why = "Something was typed for Other, but another answer was chosen. We kept the answer."
        change = Change(rule="other_words_unused", why=why, at=1)
        return replace(cleaned, changes=(*cleaned.changes, change))
    return Cleaned(answers=(Answer(answer="other", text=words),), after=f"Other: {words}")


def _ticks_with_own_words(cleaned: Cleaned, words: str, separator: str) -> Cleaned:
    """Let the words typed for "Other" stand for its tick, and for themselves among the ticks."""

    def stands_for_them(text: str) -> bool:
        return text in {"", words} or is_other(text)

    ticks = [a for a in cleaned.answers if a.answer != "other" or not stands_for_them(a.text)]
    pieces = [piece for piece in split(cleaned.after, separator) if not stands_for_them(piece)]
    return replace(
        cleaned,
        answers=(*ticks, Answer(answer="other", text=words)),
        after=joined([*pieces, f"Other: {words}"], separator),
    )


def _column_per_option(cells: tuple[str, ...], match: Match) -> Cleaned:
    """Read the ticks; whatever stands in the column of "Other" is somebody's own words."""
    found: list[Found] = []
    changes: list[Change] = []
    other: dict[str, Found] = {}
    for at, (cell, label) in enumerate(zip(cells, match.labels, strict=True)):
        ticked = is_ticked(cell, label, at + 1)
        if ticked is None and not is_other(label):
            why = "This is neither a tick nor a blank. We left it out."
            changes.append(Change(rule="value_unreadable", why=why, at=at))
        elif ticked is False:
            continue
        elif is_other(label):
            _add_other(
                other,
                Found(
                    text=label,
                    option=_other_option(match.question),
                    other_text="" if ticked else cell,
                ),
            )
        else:
            found.append(find_option(label, match.question))
    found.extend(other.values())
    return _several(found, tuple(changes), match)


def _add_other(other: dict[str, Found], one: Found) -> None:
    """Let the words typed for "Other" stand for its tick as well."""
    if one.other_text or "other" not in other:
        other["other"] = one


def _other_option(question: Question) -> Option:
    own = next((option for option in question.options if option.id == "other"), None)
    return own or Option(id="other", label="Other")


def _several(found: list[Found], changes: tuple[Change, ...], match: Match) -> Cleaned:
    if not found:
        return (
            replace(_nothing_ticked(match), changes=changes)
            if not changes
            else Cleaned(changes=changes)
        )
    if match.question.type == "multiple_choice":
        cleaned = ticks_of(found)
    elif len(found) == 1:
        cleaned = _rule(match)(found[0].other_text or found[0].text, match.question)
    else:
        why = "Several answers are ticked where the question takes one. We left them out."
        cleaned = left_out("too_many_chosen", why)
    return replace(cleaned, changes=cleaned.changes + changes)


LAYOUTS: tuple[tuple[Layout, Callable[[tuple[str, ...], Match], Cleaned]], ...] = (
    ("one_column", _one_column),
    ("either_column", _either_column),
    ("with_own_words", _with_own_words),
    ("column_per_option", _column_per_option),
    ("column_per_item", clean_places_of_items),
    ("column_per_place", clean_items_in_places),
)
LAYOUT_OF = dict(LAYOUTS)
