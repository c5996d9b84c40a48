"""What somebody should know of how the columns of a file were understood."""

from collections import Counter

from rm_eval.questionnaire import Scale, first_asked
from rm_eval.readers import Heading, RawTable
from rm_eval.recognise.match import Match
from rm_eval.recognise.scales.numerals import score_in
from rm_eval.recognise.wordings.same_question import asked_on_another_scale, match_wording
from rm_eval.table import Notice, column_letters

# Fewer scores, or a shorter scale, say nothing about the ends people saw.
FEWEST_SCORES = 5
LONG_SCALE = 7
# Slips are single; more than this share of scores outside the ends is another scale.
OUTSIDE_BY_SLIP = 0.05


def notices_of(
    raw: RawTable,
    matches: tuple[Match, ...],
    personal: tuple[Heading, ...],
    codes: tuple[Heading, ...],
) -> tuple[Notice, ...]:
    """Say what is doubtful in how a file was understood, and what of it is not kept."""
    return (
        *_scale_notices(raw, matches),
        *_date_notices(matches),
        *_personal_notice(personal),
        *_codes_notice(codes),
    )


def _scale_notices(raw: RawTable, matches: tuple[Match, ...]) -> list[Notice]:
    found = ((match, _of_scale(raw, match)) for match in matches)
    return [
        Notice(code="scale_differs", message=message, column=match.columns[0])
        for match, message in found
        if message
    ]


def _of_scale(raw: RawTable, match: Match) -> str:
    """Say that a question may have been asked on another scale; "" where nothing says so."""
    column, question = match.columns[0], match.question
    if not question.known and asked_on_another_scale(match.heading, first_asked()):
        return (
            f"Column {column} asks a question of our forms on another scale. "
            "We treat it as a question of its own."
        )
    if not question.known and _is_ours_answered_otherwise(match):
        return (
            f"Column {column} asks a question of our forms, but takes other answers than our "
            "forms do. We treat it as a question of its own."
        )
    if question.scale is None or match.layout != "one_column":
        return ""
    return _of_scores(column, question.scale, _scores(raw, column))


def _is_ours_answered_otherwise(match: Match) -> bool:
    ours = match_wording(match.heading, first_asked())
    return (
        ours is not None
        and ours.question.type in {"scale", "likert"}
        and match.question.type in {"scale", "likert", "yes_no", "number", "single_choice"}
        and match.question.type != ours.question.type
    )


def _of_scores(column: int, scale: Scale, scores: Counter[float]) -> str:
    n_scores = scores.total()
    outside = [score for score in scores if not scale.low <= score <= scale.high]
    n_outside = sum(scores[score] for score in outside)
    if n_outside > max(1, OUTSIDE_BY_SLIP * n_scores):
        seen = ", ".join(f"{score:g}" for score in sorted(outside)[:3])
        return (
            f"{n_outside} of {n_scores} answers in column {column} lie outside {scale.low} to "
            f"{scale.high} ({seen}). The form may have offered another scale. Check it before you "
            "use the average."
        )
    highest = max(scores, default=scale.high)
    if n_scores >= FEWEST_SCORES and scale.high >= LONG_SCALE and highest <= scale.high / 2:
        return (
            f"The highest answer in column {column} is {highest:g}, on a scale from {scale.low} "
            f"to {scale.high}. Check that the form did not offer {scale.low} to {highest:g}."
        )
    return ""


def _scores(raw: RawTable, column: int) -> Counter[float]:
    scores: Counter[float] = Counter()
    for cell, n in Counter(raw.cells[column]).items():
        read = score_in(cell.strip())
        if read is not None:
            scores[read.number] += n
    return scores


def _date_notices(matches: tuple[Match, ...]) -> list[Notice]:
    return [
        Notice(
            code="date_ambiguous",
            message=f"The dates in column {match.columns[0]} could be day/month or month/day. "
            "We read the day first.",
            column=match.columns[0],
        )
        for match in matches
        if match.question.type == "date" and match.day_first is None
    ]


def _personal_notice(personal: tuple[Heading, ...]) -> tuple[Notice, ...]:
    if not personal:
        return ()
    letters = [column_letters(heading.column) for heading in personal]
    places = f"column {letters[0]}"
    if len(letters) > 1:
        places = f"columns {', '.join(letters[:-1])} and {letters[-1]}"
    message = (
        f"This file holds personal details in {places} ({', '.join(h.text for h in personal)}). "
        "We have ignored them; they are not in anything you download."
    )
    return (Notice(code="identifier_columns_removed", message=message),)


def _codes_notice(codes: tuple[Heading, ...]) -> tuple[Notice, ...]:
    if not codes:
        return ()
    message = (
        f"This file has participant codes ({', '.join(h.text for h in codes[:1])}). They serve to "
        "link the forms of one person, and are kept only in a scrambled form that nobody can read."
    )
    if len(codes) > 1:
        others = ", ".join(heading.text for heading in codes[1:])
        message += f" We use the first column of codes, and have not kept the others ({others})."
    return (Notice(code="participant_codes", message=message, column=codes[0].column),)
