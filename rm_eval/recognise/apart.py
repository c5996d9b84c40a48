"""Each question once: wordings that come twice, and what somebody said of doubtful ones."""

from collections.abc import Mapping
from dataclasses import replace

from rm_eval.questionnaire import all_questions
from rm_eval.readers import Heading, RawTable
from rm_eval.recognise.match import Match, blocks_of, match_block, match_column
from rm_eval.recognise.wording import CERTAIN, normalise
from rm_eval.table import Notice, column_letters


def told_apart(
    raw: RawTable, headings: tuple[Heading, ...], same: Mapping[int, bool]
) -> tuple[tuple[Match, ...], tuple[Notice, ...]]:
    """Match every block; a question that comes a second time is a question of its own.

    Unless somebody says that it is the same one reworded, which can only be where nobody
    answered both.
    """
    matches: list[Match] = []
    notices: list[Notice] = []
    taken: dict[str, int] = {}
    for block in blocks_of(headings):
        for match in match_block(raw, block, all_questions()):
            one = _as_said(raw, block, match, same.get(match.columns[0]))
            first = taken.get(one.question.id) if one.question.known else None
            if first is not None:
                earlier, perhaps = matches[first], _may_be_one(raw, matches[first], one)
                if perhaps and same.get(one.columns[0]):
                    matches[first] = _joined(earlier, one)
                    continue
                notices.append(_asked_twice(one))
                own = _as_unknown(raw, block, one)
                one = replace(own, perhaps=one.question.id if perhaps else "")
            if one.question.id in taken:
                earlier = matches[taken[one.question.id]]
                if first is None and normalise(earlier.heading) == normalise(one.heading):
                    notices.append(_named_twice(earlier, one))
                key = f"{one.question.id}_{one.columns[0]}"
                one = replace(one, question=replace(one.question, id=key))
            taken[one.question.id] = len(matches)
            matches.append(one)
    return tuple(matches), tuple(notices)


def _as_said(
    raw: RawTable,
    block: tuple[Heading, ...],
    match: Match,
    same: bool | None,  # noqa: FBT001
) -> Match:
    if same is None or not match.question.known:
        return match
    if same:
        return replace(match, confidence=CERTAIN, why="you said that it is the same question")
    return replace(_as_unknown(raw, block, match), why="you said that it is another question")


def _as_unknown(raw: RawTable, block: tuple[Heading, ...], match: Match) -> Match:
    if len(match.columns) > 1:
        return next(iter(match_block(raw, block, ())))
    heading = next(heading for heading in block if heading.column == match.columns[0])
    return match_column(raw, heading, ())


def _may_be_one(raw: RawTable, first: Match, second: Match) -> bool:
    if second.layout != "one_column" or first.layout not in {"one_column", "either_column"}:
        return False
    filled = raw.cells[[*first.columns, *second.columns]].map(lambda cell: bool(cell.strip()))
    return bool(filled.any().all() and (filled.sum(axis=1) <= 1).all())


def _joined(first: Match, second: Match) -> Match:
    why = "you said that these are two wordings of one question"
    columns = (*first.columns, *second.columns)
    return replace(first, columns=columns, layout="either_column", confidence=CERTAIN, why=why)


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
