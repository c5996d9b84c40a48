"""Rankings: an ordered list in one cell, a column an item, or a column a place."""

from rm_eval.cleaning.answer import Answer, Change, Cleaned, left_out
from rm_eval.cleaning.choices import changes_in
from rm_eval.cleaning.options import Found, find_option, find_options
from rm_eval.questionnaire import Question
from rm_eval.recognise import Match
from rm_eval.recognise.pieces.places import is_ranking, place_in
from rm_eval.recognise.pieces.separators import SEPARATORS, joined

BETWEEN_CELLS = " | "


def clean_ranking(
    text: str, question: Question, *, separators: tuple[str, ...] = SEPARATORS
) -> Cleaned:
    """Read an ordered list: the first named has place 1."""
    found = find_options(text, question, separators=separators)
    cleaned = _placed(list(enumerate(found, start=1)), question)
    labels = [one.option.label for one in found if one.option is not None]
    after = joined(labels, separators[0])
    return _written(cleaned, after)


def clean_places_of_items(cells: tuple[str, ...], match: Match) -> Cleaned:
    """Read one column an item: each cell is the place the item was given."""
    filled = [(cell, label) for cell, label in zip(cells, match.labels, strict=True) if cell]
    if not filled:
        return Cleaned()
    places = [place_in(cell) for cell, _ in filled]
    if not is_ranking(places, len(match.labels)):
        why = f"These are not different places from 1 to {len(match.labels)}. We left them out."
        return left_out("rank_invalid", why)
    found = [find_option(label, match.question) for _, label in filled]
    answers = tuple(
        Answer(answer=one.option.id, place=float(place))
        for one, place in zip(found, places, strict=True)
        if one.option is not None and place is not None
    )
    after = BETWEEN_CELLS.join(str(place_in(cell)) if cell else "" for cell in cells)
    return Cleaned(answers=answers, after=after, changes=_incomplete(len(answers), match.question))


def clean_items_in_places(cells: tuple[str, ...], match: Match) -> Cleaned:
    """Read one column a place: each cell is what was put there."""
    filled = [
        (place_in(label) or 0, find_option(cell, match.question))
        for cell, label in zip(cells, match.labels, strict=True)
        if cell
    ]
    if not filled:
        return Cleaned()
    by_place = {place: one.option.label for place, one in filled if one.option is not None}
    after = BETWEEN_CELLS.join(by_place.get(place_in(label) or 0, "") for label in match.labels)
    return _written(_placed(filled, match.question), after)


def _placed(found: list[tuple[int, Found]], question: Question) -> Cleaned:
    """Check a ranking whose places are right by its form: is each thing one of those to rank?"""
    ids = [one.option.id for _, one in found if one.option is not None]
    if not ids:
        return left_out("rank_invalid", "This is no ranking of what was asked. We left it out.")
    strange = next((one.text for _, one in found if one.option is None), None)
    if strange is not None:
        # Whatever stands below it would be a place too low, and we would be guessing.
        why = f'"{strange}" is not among the things to rank. We left this ranking out.'
        return left_out("unknown_option", why)
    if len(set(ids)) < len(ids):
        return left_out("rank_invalid", "Something is placed twice. We left this ranking out.")
    answers = tuple(
        Answer(answer=one.option.id, place=float(place))
        for place, one in found
        if one.option is not None
    )
    changes = changes_in([one for _, one in found])
    return Cleaned(answers=answers, changes=changes + _incomplete(len(ids), question))


def _incomplete(n_placed: int, question: Question) -> tuple[Change, ...]:
    n_things = len(question.options)
    if n_placed >= n_things:
        return ()
    why = f"{n_placed} of {n_things} things are placed. We kept those."
    return (Change(rule="rank_incomplete", why=why),)


def _written(cleaned: Cleaned, after: str) -> Cleaned:
    if not cleaned.answers:
        return cleaned
    return Cleaned(answers=cleaned.answers, after=after, changes=cleaned.changes)
