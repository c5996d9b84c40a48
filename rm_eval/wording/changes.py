"""Many changes together: several questions of one cohort, or one question of several cohorts."""

from collections.abc import Mapping, Sequence
from typing import Literal

import pandas as pd

from rm_eval.disclosure import Published
from rm_eval.questionnaire import Question, Scale
from rm_eval.stats import Pooled
from rm_eval.wording.change import Change, Verdict, better_of, changes_by_role, hoped_for
from rm_eval.wording.figures import as_sentence, joined, number_word, people
from rm_eval.wording.headline import subject
from rm_eval.wording.how_clear import by_luck, verdict_words
from rm_eval.wording.points import from_to, signed
from rm_eval.wording.surroundings import notes
from rm_eval.wording.times import when

Labelled = tuple[str, Published]
By = Literal["question", "cohort"]

FUTURE = "A range is for similar people in future: here everyone was asked."
EVERYBODY = " linked; average of everybody’s answers"
BETTER_WAY = "Better is higher, or lower where a question says so."
SPOKEN = 20
WAYS = {"better": " for the better", "worse": " the other way", "": ""}
# Which way more moved; up and down where neither is hoped for.
MORE = {
    "better": "for the better than the other way",
    "worse": "the other way",
    "up": "up than down",
    "down": "down than up",
}
SHORT: dict[Verdict, str] = {"clear": "clear", "leaning": "leaning (small numbers)"}
Judged = tuple[Change, Question]


def headline_of_changes(rows: Sequence[Labelled], by: By, of: str = "") -> str:
    """For the team how many are how clear; for others where more moved for the better."""
    first = rows[0][1]
    many = f"{len(rows)} {by}{'' if len(rows) == 1 else 's'}"
    start = f"{many} asked twice" if by == "question" else f"{subject(first.question)}, {many}"
    groups: dict[str, list[Judged]] = {}
    for _, published in rows:
        for one in changes_by_role(published, of).values():
            groups.setdefault(one.word, []).append((one, published.question))
    say = _how_clear if first.audience == "team" else _which_way_more
    found = [f"{word}: {say(those)}" for word, those in groups.items()]
    return f"{as_sentence(start)}. {as_sentence('; '.join(found))}"


def _how_clear(those: Sequence[Judged]) -> str:
    """How many are clear or lean, which way, and how many do not tell."""
    found = [(one.verdict, _way_of_mean(one, question)) for one, question in those]
    parts = []
    for way, words in WAYS.items():
        sure = [
            f"{count} {SHORT[verdict]}"
            for verdict in SHORT
            if (count := found.count((verdict, way)))
        ]
        parts += [f"{joined(sure)}{words}"] if sure else []
    cannot = sum(verdict == "cannot_tell" for verdict, _ in found)
    parts += [f"{cannot} cannot tell"] if cannot else []
    unlinked = sum(one.cannot_be_linked for one, _ in those)
    parts += [f"{unlinked} not linked"] if unlinked else []
    unanswered = sum(not verdict for verdict, _ in found) - unlinked
    parts += [f"{unanswered} that nobody answered both times"] if unanswered else []
    return ", ".join(parts)


def _way_of_mean(one: Change, question: Question) -> str:
    hoped, mean = hoped_for(question), one.leading.get("mean", 0.0)
    if not hoped:
        return ""
    return "better" if (mean > 0) == (hoped == "up") else "worse"


def _which_way_more(those: Sequence[Judged]) -> str:
    """What is sure from the counts told alone, whatever the ranges hide."""
    ways = [_which_way(one, question) for one, question in those]
    parts = [
        f"more moved {words} on {count} of {len(ways)}"
        for way, words in MORE.items()
        if (count := ways.count(way))
    ]
    return ", ".join(parts) or "which way more of them moved cannot be told"


def _which_way(one: Change, question: Question) -> str:
    hoped = hoped_for(question)
    if not {"up", "down"} <= set(one.ways):
        return ""
    good, other = one.ways[hoped or "up"], one.ways["up" if hoped == "down" else "down"]
    ends = (good.share_low, good.share_high, other.share_low, other.share_high)
    if any(end is None for end in ends):
        return ""
    if (good.share_low or 0) > (other.share_high or 0):
        return "better" if hoped else "up"
    if (other.share_low or 0) > (good.share_high or 0):
        return "worse" if hoped else "down"
    return ""


def subtitle_of_changes(rows: Sequence[Labelled], by: By) -> str:
    """What was compared, whose answers, and from where."""
    scope = rows[0][1].scope
    start, end = when(scope)
    place = [scope.organisation, *([scope.cohort] if by == "question" else [])]
    where = ", ".join(part.strip() for part in place if part.strip())
    every = [one for _, published in rows for one in changes_by_role(published).values()]
    whom = "" if any(one.leads_with_everybody for one in every) else " of the same people"
    asked = f"Asked{whom} {start} and {end}. {where}."
    if by == "cohort":
        return f"\u201c{rows[0][1].question.wording.strip()}\u201d {asked}"
    return asked


def alt_of_changes(rows: Sequence[Labelled], by: By, of: str = "") -> str:
    """What the chart shows: a row each, and its main point."""
    labels = joined([label for label, _ in rows])
    what = "average change with its range" if rows[0][1].audience == "team" else "people who moved"
    return f"Chart of {what}, a row a {by}: {labels}. {headline_of_changes(rows, by, of)}."


def table_of_changes(rows: Sequence[Labelled], by: By, of: str = "") -> pd.DataFrame:
    """Every row of the chart as text."""
    team = rows[0][1].audience == "team"
    cells = [
        _cells(label, one, published.question, by, team=team)
        for label, published in rows
        for one in changes_by_role(published, of).values()
    ]
    return pd.DataFrame(cells, dtype=str).fillna("")


def _cells(label: str, one: Change, question: Question, by: By, *, team: bool) -> dict[str, str]:
    lower = " (lower is better)" if better_of(question) == "lower" else ""
    told = {way: figure.text for way, figure in one.ways.items()}
    none = "hidden" if one.can_be_drawn else ""
    cells = {
        by.capitalize(): f"{label}{lower}",
        "Who": f"{one.group} ({people(one.n_text)}{EVERYBODY if one.leads_with_everybody else ''})",
        "Higher": told.get("up", none),
        "The same": told.get("same", none),
        "Lower": told.get("down", none),
    }
    if not team:
        return cells
    per = 10 if question.type == "yes_no" else 1
    size = {name: per * value for name, value in one.leading.items()} if one.can_be_drawn else {}
    return cells | {
        "Average change": signed(size["mean"]) if "mean" in size else "",
        "Range (95%)": from_to(size["low"], size["high"]) if "low" in size else "",
        "In": unit_of(question),
        "How clear": verdict_words(one),
    }


def notes_of_changes(
    rows: Sequence[Labelled], by: By, pooled: Mapping[str, Pooled], of: str = ""
) -> tuple[str, ...]:
    """What to bear in mind: luck over many rows, ranges, cohorts together; then the usual."""
    every = [published for _, published in rows]
    said = [BETTER_WAY] if any(better_of(one.question) == "lower" for one in every) else []
    if every[0].audience == "team":
        changes = [one for published in every for one in changes_by_role(published, of).values()]
        if by == "question":
            several = len({one.word for one in changes}) > 1
            said += dict.fromkeys(
                by_luck(round(one.sizes.get("n_questions", 0)), one.word if several else "")
                for one in changes
            )
        said += [FUTURE] if any("low" in one.leading for one in changes if one.verdict) else []
        said += dict.fromkeys(one.reason for one in pooled.values())
    first, *others = every
    usual = [line for line in notes(first, *others) if line != "Lower is better here."]
    return tuple(line for line in (*said, *usual) if line)


def unit_of(question: Question) -> str:
    """In what a change is counted."""
    if question.type == "yes_no":
        return "change of how many in 10 say yes"
    scale = question.scale or Scale()
    what = "steps of agreement" if question.type == "likert" else "points"
    return f"average change in {what}, on {scale.low} to {scale.high}"


def pooled_label(found: Pooled) -> str:
    """What several cohorts together are called: two only ever have an average."""
    if found.low is None:
        both = number_word(found.k) if found.k < SPOKEN else str(found.k)
        return f"Average of these {both}"
    return f"All {found.k} cohorts together"


def pooled_text(found: Pooled) -> str:
    """Its figures; where another cohort would lie only where enough cohorts tell."""
    n = people(str(found.n))
    if found.mean is None:
        return ""
    if found.low is None or found.high is None:
        return f"{signed(found.mean)}, {n}; no range"
    said = f"{signed(found.mean)} ({from_to(found.low, found.high)}), {n}"
    if found.prediction_low is None or found.prediction_high is None:
        return said
    return f"{said}; another cohort: {from_to(found.prediction_low, found.prediction_high)}"
