"""What stands behind counts of people: a range for each answer, and mentors against mentees."""

from collections.abc import Sequence

from rm_eval.disclosure import Published
from rm_eval.questionnaire import Question
from rm_eval.stats import ShareDifference, difference_of_shares, holm
from rm_eval.wording.agreement import sides
from rm_eval.wording.figures import Figure, as_sentence, in_quotes
from rm_eval.wording.points import MINUS, p_words
from rm_eval.wording.statistics_behind import (
    MEANS_NOTHING_ALONE,
    RANGE,
    Counted,
    Statistics,
    both,
    counted,
    hundredths,
    people_of,
    range_of,
    two_asked_alike,
)

# A named answer, and the ids that count as it.
Answer = tuple[str, frozenset[str]]

RANGE_OF_SHARE = "Similar people (95% range, or confidence interval)"
BY_WILSON = "Ranges are Wilson’s."
HOW_COMPARED = (
    "Differences are {first} less {second}, in people of 100, with Newcombe’s 95% range. p is how "
    "often luck alone makes a difference as large (Fisher’s exact test)."
)
CHANCE = 0.05
LONGEST_LABEL = 60
TOP = 2
BOTH = 2
FEWEST_FOR_TOP = 4


def statistics_of_shares(published: Published) -> list[Statistics]:
    """Say the range of every answer; both groups against each other where asked alike."""
    groups = counted(published)
    parts = [_of_group(one) for one in groups]
    two = two_asked_alike(published, groups)
    return [*parts, _difference(*two, _answers(published.question, two))] if two else parts


def statistics_of_likert(published: Published) -> list[Statistics]:
    """Say the range of the share in the top two answers; nothing where their order is not known."""
    top = _top(published.question)
    if top is None:
        return []
    apart = sides(published.question).apart
    groups = [one for group in counted(published) if (one := _without(group, apart))]
    parts = [_of_top(one, top, apart) for one in groups]
    two = two_asked_alike(published, groups)
    return [*parts, _difference(*two, [top])] if two else parts


def _of_group(group: Counted) -> Statistics:
    columns: dict[str, list[str]] = {"Answer": [], "People": [], RANGE_OF_SHARE: []}
    for one in group.figures:
        cells = (one.label or one.answer, one.text, range_of(people_of(one), group.n))
        for column, cell in zip(columns.values(), cells, strict=True):
            column.append(cell)
    return Statistics(heading=group.label, table=columns, sentences=(BY_WILSON,))


def _answers(question: Question, groups: Sequence[Counted]) -> list[Answer]:
    """Name every box once; of yes and no the first alone, for it says the other."""
    boxes: dict[str, Figure] = {one.answer: one for group in groups for one in group.figures}
    found = [(one.label or one.answer, frozenset({one.answer})) for one in boxes.values()]
    return found[:1] if question.type == "yes_no" else found


def _top(question: Question) -> Answer | None:
    """Name the two most positive answers, or all that agree; None where nobody knows the order."""
    found = sides(question)
    ordered = [*found.against, *([found.neutral] if found.neutral else []), *found.favour]
    if not found.agreement and not (question.known and len(ordered) >= FEWEST_FOR_TOP):
        return None
    ids = (found.favour if found.agreement else tuple(ordered))[-TOP:]
    labels = {option.id: option.label for option in question.options}
    return " or ".join(in_quotes(labels[one], LONGEST_LABEL) for one in ids), frozenset(ids)


def _without(group: Counted, apart: Sequence[str]) -> Counted | None:
    """Leave out whoever said that it does not apply; None where nobody is left."""
    left = group.n - sum(map(group.count, apart))
    return Counted(label=group.label, n=left, figures=group.figures) if left else None


def _of_top(group: Counted, top: Answer, apart: Sequence[str]) -> Statistics:
    n_top = sum(map(group.count, top[1]))
    said = f"{top[0]}: {n_top} of {group.n}"
    lines = [f"{said}; {RANGE} {range_of(n_top, group.n)} similar people. {BY_WILSON}"]
    return Statistics(heading=group.label, sentences=(*lines, *_not_counted(group, apart)))


def _not_counted(group: Counted, apart: Sequence[str]) -> list[str]:
    """Say who is left out, and by which answer."""
    gave = [one for one in group.figures if one.answer in apart and people_of(one)]
    n = sum(map(people_of, gave))
    if not n:
        return []
    which = " or ".join(in_quotes(one.label, LONGEST_LABEL) for one in gave)
    who, are = ("1 person", "is") if n == 1 else (f"{n} people", "are")
    return [as_sentence(f"{who} answered {which} and {are} not counted here.")]


def _difference(first: Counted, second: Counted, answers: Sequence[Answer]) -> Statistics:
    found = [_compare(first, second, ids) for _, ids in answers]
    adjusted = holm([one.fisher_p for one in found])
    columns = {
        "Answer": [label for label, _ in answers],
        "Difference": [_signed(one.difference or 0) for one in found],
        RANGE: [f"{_signed(one.low or 0)} to {_signed(one.high or 0)}" for one in found],
        "Chance (p)": [p_words(one.fisher_p or 1) for one in found],
    }
    if len(answers) > 1:
        columns[f"Adjusted for {len(answers)} (Holm)"] = [p_words(p or 1) for p in adjusted]
    how = HOW_COMPARED.format(first=first.label.lower(), second=second.label.lower())
    return Statistics(heading=both(first, second), table=columns, sentences=(how, _alone(adjusted)))


def _compare(first: Counted, second: Counted, ids: frozenset[str]) -> ShareDifference:
    n_first, n_second = (sum(map(group.count, ids)) for group in (first, second))
    return difference_of_shares(n_first, first.n, n_second, second.n)


def _alone(adjusted: Sequence[float | None]) -> str:
    """Say that one difference among many is nothing to build on."""
    n = len(adjusted)
    if n == 1:
        return MEANS_NOTHING_ALONE
    left = sum(p is not None and p < CHANCE for p in adjusted)
    all_in = "both" if n == BOTH else f"all {n}"
    none = f"None of these {n} differences means anything alone"
    if not left:
        return f"{none}: counting {all_in} in, none stays below p = 0.05."
    stay = "1 stays" if left == 1 else f"{left} stay"
    return f"{none}. Counting {all_in} in, {stay} below p = 0.05."


def _signed(share: float) -> str:
    size = hundredths(abs(share))
    sign = "" if not size else MINUS if share < 0 else "+"
    return f"{sign}{size}"
