"""Each question once: wordings that come twice, and what somebody said of doubtful ones."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from rm_eval.questionnaire import Question, first_asked, first_id
from rm_eval.readers import Heading, RawTable
from rm_eval.recognise.kinds import type_by_content
from rm_eval.recognise.match import Match, blocks_of, match_block, match_column, unknown
from rm_eval.recognise.wordings.same_question import CERTAIN, same_question
from rm_eval.recognise.wordings.wording import normalise
from rm_eval.table import Notice, column_letters


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """What somebody said a question of the file is.

    Attributes
    ----------
    question
        Id of the question; "" for one of its own.
    on
        The day it was said of an earlier export of the same form; None where it was just now.
    """

    question: str
    on: date | None = None


def told_apart(
    raw: RawTable, headings: tuple[Heading, ...], said: Mapping[int, Said]
) -> tuple[tuple[Match, ...], tuple[Notice, ...]]:
    """Match every block; a question that comes a second time is a question of its own.

    Unless somebody says that it is the same one reworded, which can only be where nobody
    answered both. What several stages ask counts as it was asked first: when that was, the whole
    file has to tell.
    """
    matches: list[Match] = []
    notices: list[Notice] = []
    taken: dict[str, int] = {}
    answered = _Answered(raw)
    for block in blocks_of(headings):
        for match in match_block(raw, block, first_asked()):
            own = _of_first(said.get(match.columns[0]))
            one = _as_said(raw, block, match, own)
            first = _first_wording(answered, matches, taken, one)
            if own and first is not None and own.question == matches[first].question.id:
                matches[first] = _joined(raw, matches[first], one)
                continue
            if one.question.known and one.question.id in taken:
                notices.append(_asked_twice(one))
                one = _as_unknown(raw, block, one)
            elif one.question.id in taken:
                earlier = matches[taken[one.question.id]]
                if normalise(earlier.heading) == normalise(one.heading):
                    notices.append(_named_twice(earlier, one))
            if one.question.id in taken:
                key = f"{one.question.id}_{one.columns[0]}"
                one = replace(one, question=replace(one.question, id=key))
            if first is not None:
                one = replace(one, perhaps=matches[first].question.id)
            taken[one.question.id] = len(matches)
            matches.append(one)
    return tuple(matches), tuple(notices)


def _of_first(said: Said | None) -> Said | None:
    """Name what somebody said as it was asked first: one question has an id at every stage."""
    if said is None:
        return None
    return replace(said, question=first_id(said.question))


def _as_said(raw: RawTable, block: tuple[Heading, ...], match: Match, said: Said | None) -> Match:
    """Take somebody's word for which question this is."""
    if said is None:
        return match
    asked = next((question for question in first_asked() if question.id == said.question), None)
    if asked is None:
        own = _as_unknown(raw, block, match) if match.question.known else match
        return (
            own if said.question else replace(own, why="you said that it is a question of its own")
        )
    heading = _heading_of(block, match)
    wordings = (*asked.aliases, *filter(None, (heading.question, heading.text)))
    told = _match_again(raw, block, match, (replace(asked, aliases=wordings),))
    if not told.question.known:
        why = f'you said that it is "{asked.wording}", but its scale or its answers do not fit'
        return replace(told, why=why)
    question = replace(told.question, aliases=asked.aliases)
    why = "you said that it is the same question"
    return replace(told, question=question, confidence=CERTAIN, why=why)


def _as_unknown(raw: RawTable, block: tuple[Heading, ...], match: Match) -> Match:
    return _match_again(raw, block, match, ())


def _match_again(
    raw: RawTable, block: tuple[Heading, ...], match: Match, questions: tuple[Question, ...]
) -> Match:
    if len(match.columns) > 1:
        return next(iter(match_block(raw, block, questions)))
    return match_column(raw, _heading_of(block, match), questions)


def _heading_of(block: tuple[Heading, ...], match: Match) -> Heading:
    return next(heading for heading in block if heading.column == match.columns[0])


class _Answered(dict[int, int]):
    """Who answered each column, a byte a row: worked out once, compared with every other."""

    def __init__(self, raw: RawTable) -> None:
        self.raw = raw

    def __missing__(self, column: int) -> int:
        rows = bytes(map(bool, map(str.strip, self.raw.cells[column])))
        self[column] = int.from_bytes(rows)
        return self[column]


def _first_wording(
    answered: _Answered, matches: list[Match], taken: Mapping[str, int], match: Match
) -> int | None:
    """Find the earlier question of which this may be another wording: nobody answered both."""
    if match.question.known:
        at = taken.get(match.question.id)
        return at if at is not None and _may_be_one(answered, matches[at], match) else None
    return next(
        (
            at
            for at, earlier in enumerate(matches)
            if not earlier.question.known
            and _may_be_one(answered, earlier, match)
            and same_question(earlier.heading, match.heading)
            and not _of_one_grid(answered.raw, earlier, match)
        ),
        None,
    )


def _of_one_grid(raw: RawTable, first: Match, second: Match) -> bool:
    """Say whether both are rows of one grid, whose wordings begin alike."""
    grid = {heading.column: heading.question for heading in raw.headings}
    return bool(grid[first.columns[0]]) and grid[first.columns[0]] == grid[second.columns[0]]


def _may_be_one(answered: _Answered, first: Match, second: Match) -> bool:
    if second.layout != "one_column" or first.layout not in {"one_column", "either_column"}:
        return False
    before = 0
    for column in (*first.columns, *second.columns):
        if not answered[column] or before & answered[column]:
            return False
        before |= answered[column]
    return True


def _joined(raw: RawTable, first: Match, second: Match) -> Match:
    columns, question = (*first.columns, *second.columns), first.question
    if not question.known:
        # What its answers are like is seen in both columns.
        both = sum((raw.counts(column) for column in columns), Counter())
        question = replace(
            unknown(first.heading, type_by_content(first.heading, both)), id=question.id
        )
    return replace(
        first,
        columns=columns,
        question=question,
        layout="either_column",
        confidence=CERTAIN,
        why="you said that these are two wordings of one question",
    )


def _named_twice(first: Match, second: Match) -> Notice:
    columns = f"{column_letters(first.columns[0])} and {column_letters(second.columns[0])}"
    return Notice(
        code="duplicate_header",
        message=f"Columns {columns} have the same heading. We treat each as a question of its own.",
        column=second.columns[0],
    )


def _asked_twice(match: Match) -> Notice:
    return Notice(
        code="duplicate_header",
        message=f"Column {match.columns[0]} asks a question that an earlier column asks already. "
        "We treat it as a question of its own.",
        column=match.columns[0],
    )
