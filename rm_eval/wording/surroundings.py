"""The words around a plot: subtitle, alt text and notes."""

from collections.abc import Sequence
from datetime import date

from rm_eval.disclosure import AUDIENCES, PARTLY_TYPED, TYPED_IN, Published, how_typed, part_of
from rm_eval.disclosure.policy import SMALLEST_GROUP_FOR_PERCENT
from rm_eval.questionnaire import Question
from rm_eval.wording.change import changes_of
from rm_eval.wording.change_with_care import with_care
from rm_eval.wording.figures import (
    NO_ANSWERS,
    Figure,
    by_group,
    figures,
    group_with_n,
    in_quotes,
    joined,
)
from rm_eval.wording.headline import headline
from rm_eval.wording.how_clear import what_may_mislead_in_short

SAMPLE = (
    "Sample data. Made-up people; only the totals of South East, cohort 1, at enrolment match a "
    "report, that of March 2021."
)
KINDS = {
    "ticks": "Dot chart",
    "choices": "Dot chart",
    "scale": "Chart of scores",
    "yes_no": "Chart of yes and no answers",
    "likert": "Stacked bars",
    "ranking": "Table of places",
    "themes": "Table of themes",
    "number": "Bar chart",
    "date": "Bar chart by month",
    "change": "Chart of who moved up, stayed and moved down",
}
PARTS = "Table of parts of each group"
# Where not every count may be told: a width would tell it.
KINDS_WITH_RANGES = {
    "likert": "Dot chart",
    "ranking": "Dot chart of average places",
    "change": "Dot chart of who moved up, stayed and moved down",
}
WAYS = {
    "ticks": "Tick all that apply.",
    "choices": "Choose one.",
    "yes_no": "Yes or no.",
    "likert": "Choose one.",
    "ranking": "Put in order, first place first.",
    "themes": "In own words, counted by theme.",
    "number": "A number.",
    "date": "A date.",
}
HOW_TO_READ: dict[str, tuple[str, ...]] = {
    "ranking": (
        "Best average place first (1 is first).",
        "An average is over the people who placed the item.",
    ),
    "themes": (
        "Themes are found by words and phrases, so some may be missed.",
        "One person may speak of several.",
    ),
}
WEIGHED = {"ticks", "choices", "yes_no", "likert"}  # drawn as shares of the people
LONGEST_QUESTION = 400


def subtitle(published: Published) -> str:
    """The question as asked, how it was answered, by whom and where."""
    who = f"{_who_answered(published)}, {place_of(published)}."
    typed = how_typed((published,))
    parts = (asked(published.question), how_answered(published), who, typed and f"{typed}.")
    return " ".join(part for part in parts if part)


def subtitle_of_words(published: Published) -> str:
    """The question as asked, and where: beside quotes nobody counts who answered."""
    return f"{asked(published.question)} {place_of(published)}."


def from_where(every: Sequence[Published]) -> str:
    """End a sentence with where figures of one place come from, and say if they were typed in."""
    typed = how_typed(every)
    return f"{place_of(every[-1])}.{f' {typed}.' if typed else ''}"


def place_of(published: Published) -> str:
    """Organisation, cohort and stage, such as "South East, Cohort 1, enrolment"."""
    scope = published.scope
    parts = [scope.organisation, scope.cohort, scope.when]
    return ", ".join(part.strip() for part in parts if part.strip())


def asked(question: Question) -> str:
    """The question as asked, in quotation marks, closed by a full stop where it has no end."""
    words = in_quotes(question.wording.strip(), LONGEST_QUESTION)
    return words if words[-2] in ".?!\u2026" else f"{words}."


def how_answered(published: Published) -> str:
    """What people could answer; "" where the question says it."""
    if published.measure == "scale":
        return _scale_words(published.question)
    if published.measure == "change":
        return _scale_words(published.question) if published.question.type == "scale" else ""
    return WAYS[published.measure]


def _scale_words(question: Question) -> str:
    if "scale of" in question.wording.lower():
        return ""
    low, high = (question.scale.low, question.scale.high) if question.scale else (1, 10)
    return f"Scale of {low} to {high}."


def _firsts(published: Published) -> list[Figure]:
    return [those[0] for those in by_group(figures(published)).values()]


def _who_answered(published: Published) -> str:
    words = _groups(published)
    return words[:1].upper() + words[1:] or "No answers"


def _groups(published: Published) -> str:
    """Such as "11 mentors and 7 mentees"; of a change, those who answered both times."""
    words = joined([group_with_n(first) for first in _firsts(published)])
    is_linked = any(change.can_be_drawn for change in changes_of(published))
    return f"{words} who answered both times" if is_linked else words


def alt_text(published: Published) -> str:
    """What the picture shows: its kind, its subject, its main point."""
    typed = how_typed((published,))
    kind = f"{_kind(published)}, {typed.lower()}" if typed else _kind(published)
    return f"{kind}: {what_and_whom(published)}. {headline(published)}."


def what_and_whom(published: Published) -> str:
    """Name subject and people in few words."""
    subject = published.question.short or in_quotes(published.question.wording, LONGEST_QUESTION)
    groups = _groups(published) or NO_ANSWERS
    which = f", {published.scope.cohort}" if published.cohorts else ""
    return f"{subject}, {groups}{which}"


def _kind(published: Published) -> str:
    shown = [figure for figure in figures(published) if figure.shown != "hidden"]
    if any(map(part_of, published.rows["group"].unique())):
        return PARTS
    if published.measure == "ranking" and published.audience == "team":
        return KINDS["ranking"]
    if published.measure == "ranking" and not _has_places(published):
        return KINDS_WITH_RANGES["likert"]
    ranges = published.measure == "ranking" or any(figure.shown == "band" for figure in shown)
    kinds = KINDS | KINDS_WITH_RANGES if ranges else KINDS
    return kinds[published.measure]


def notes(first: Published, *others: Published) -> tuple[str, ...]:
    """The lines under a chart: what small groups mean, what is grouped, for whom, from where.

    Parameters
    ----------
    first, others
        All that stands on the chart, of one organisation and for one audience.
    """
    every = (first, *others)
    is_shown = any(map(_is_anything_shown, every))
    lines = (
        "" if others else _one_person_is(first),
        *(note for one in every for note in one.notes),
        *(() if others else what_may_mislead_in_short(first)),
        *(line for one in every for line in _how_to_read(one)),
        grouped_in_words(every),
        *((line for one in every for line in _why_hidden(one)) if is_shown else ()),
        f"For: {AUDIENCES[first.audience]}.",
        _source(every),
        SAMPLE if any(one.sample for one in every) else "",
    )
    return tuple(dict.fromkeys(line for line in lines if line))


def _how_to_read(published: Published) -> tuple[str, ...]:
    if not _is_anything_shown(published):
        return ()
    if published.measure == "ranking" and not _has_places(published):
        return ("Put at the top by most people first.",)
    if published.measure == "change":
        return with_care(published)
    return HOW_TO_READ.get(published.measure, ())


def _has_places(published: Published) -> bool:
    """Whether average places are told: not where somebody left an item out."""
    means = published.rows[published.rows["statistic"] == "mean_place"]
    return bool((means["shown"] != "hidden").any())


def _one_person_is(published: Published) -> str:
    """How much one person weighs, for groups whose size is published."""
    if published.measure not in WEIGHED:
        return ""
    known = [
        first for first in _firsts(published) if first.n and not _is_all_hidden(published, first)
    ]
    if not any(first.n and first.n < SMALLEST_GROUP_FOR_PERCENT for first in known):
        return ""
    weights = [_points(figure) for figure in known]
    first = f"One person is {weights[0]} {'point' if weights[0] == 1 else 'points'}"
    if len(set(weights)) == 1 and len(known) == len(_firsts(published)):
        return f"{first}."
    others = [
        f"{points} for {figure.group_word}"
        for points, figure in zip(weights[1:], known[1:], strict=True)
    ]
    return f"{joined([f'{first} for {known[0].group_word}', *others])}."


def _is_all_hidden(published: Published, first: Figure) -> bool:
    those = by_group(figures(published))[first.group]
    return all(figure.shown == "hidden" for figure in those)


def _points(figure: Figure) -> int:
    """Percentage points one person is, rounded half up."""
    n = figure.n or 1
    return (200 + n) // (2 * n)


def nothing_to_show(published: Published) -> str:
    """Why there is no plot, in place of one."""
    return " ".join(_why_hidden(published)) or f"{headline(published)}."


def _is_anything_shown(published: Published) -> bool:
    return bool((published.rows["shown"] != "hidden").any())


def _why_hidden(published: Published) -> tuple[str, ...]:
    """Each reason once, for figures that are not shown at all."""
    hidden = published.rows[published.rows["shown"] == "hidden"]
    return tuple(dict.fromkeys(str(why) for why in hidden["why"] if why))


def grouped_in_words(published: Sequence[Published]) -> str:
    """Always present, so that its absence never has to be guessed at."""
    every = [figure for one in published for figure in figures(one)]
    ranges = sum(figure.shown == "band" for figure in every)
    hidden = sum(figure.shown == "hidden" and figure.text != NO_ANSWERS for figure in every)
    words = [f"{ranges} {_figures(ranges)} told as a range"] if ranges else []
    words += [f"{hidden} {_figures(hidden)} hidden"] if hidden else []
    return f"Grouped to protect people: {joined(words) or 'nothing'}."


def _figures(count: int) -> str:
    return "figure" if count == 1 else "figures"


def _source(every: Sequence[Published]) -> str:
    first = every[0]
    made = f"Made on {_day(first.made_on)}."
    if first.audience != "team":
        # Survey tools put the number of answers in a file's name, and people put names there.
        return f"Source: {_whose_answers(every)} of {first.scope.organisation}. {made}"
    sources = dict.fromkeys(source for one in every for source in one.sources)
    return f"Source: {joined(list(sources))}. {made}" if sources else made


def _whose_answers(every: Sequence[Published]) -> str:
    words = {
        TYPED_IN: "totals typed in by the programme team",
        PARTLY_TYPED: "the survey answers, and totals typed in by the programme team,",
    }
    return words.get(how_typed(every), "the survey answers")


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
