"""Draw one question over a region: those asked alike together, each other wording apart."""

from collections.abc import Mapping, Sequence

from rm_eval.charts import Chart, draw_over_organisations
from rm_eval.compare.averages import averages_together
from rm_eval.compare.questions import Answered, Asked, together
from rm_eval.compare.region import Region
from rm_eval.measures import label_of
from rm_eval.wording import Line, OrganisationRow, lines_of
from rm_eval.wording.figures import joined

GAPS = {
    "too_few": "too few to show",
    "harm": "not shown: a small group",
    "nothing_told": "not told",
}
TOO_FEW = "Too few to show in {names}."
NOT_ASKED = "Not asked in {names}."
NO_FIGURES = "No figures yet from {names} ({when})."
OTHERWISE = "Asked in other words in {names}: those answers stand apart."


def choices_of(asked: Asked) -> tuple[Line, ...]:
    """List what can be drawn of a question: one line, or one an answer where people tick."""
    return lines_of(asked.alike[0].published())


def draw_alike(region: Region, asked: Asked, line: Line) -> Chart:
    """Draw the organisations that were asked in the same words, all of them together last."""
    return _drawn(region, asked, asked.alike, line)


def draw_otherwise(region: Region, asked: Asked) -> tuple[Chart, ...]:
    """Draw each other wording in a chart of its own."""
    wordings: dict[tuple[str, object], list[Answered]] = {}
    for one in asked.otherwise:
        question = one.told.question
        wordings.setdefault((question.wording, question.scale), []).append(one)
    return tuple(
        _drawn(region, asked, those, lines_of(those[0].published())[0], apart=at)
        for at, those in enumerate(wordings.values(), start=1)
    )


def _drawn(
    region: Region, asked: Asked, those: Sequence[Answered], line: Line, *, apart: int = 0
) -> Chart:
    told = {one.organisation: one for one in those}
    gaps = _gaps(asked)
    # Of whom nothing is told may have been asked in any words: they stand with the first, but for
    # organisations that are known to have used others.
    silent = {*gaps} - {one.organisation for one in (*asked.alike, *asked.otherwise)}
    rows = [
        _row(name, told.get(name), gaps.get(name, {}), spread=line.is_mean)
        for name in region.names
        if name in told or (not apart and name in silent)
    ]
    every = [one.published for one in rows if one.published is not None]
    return draw_over_organisations(
        rows,
        line,
        together=together(those),
        pooled=averages_together(every) if line.is_mean else {},
        remarks=() if apart else remarks_of(asked),
        apart=apart,
    )


def _row(
    name: str, answered: Answered | None, gaps: Mapping[str, str], *, spread: bool
) -> OrganisationRow:
    return OrganisationRow(
        organisation=name,
        cohorts=len(answered.cohorts) if answered else 1,
        published=answered.published(spread=spread) if answered else None,
        gaps=gaps,
    )


def _gaps(asked: Asked) -> dict[str, dict[str, str]]:
    """Why nothing is shown of a group, by organisation and the group's label."""
    found: dict[str, dict[str, str]] = {}
    for (name, role), kept in asked.kept.items():
        found.setdefault(name, {})[label_of(role)] = GAPS[kept.why]
    return found


def remarks_of(asked: Asked) -> tuple[str, ...]:
    """Say who is not in the picture, and why."""
    otherwise = list(dict.fromkeys(one.organisation for one in asked.otherwise))
    named = {
        OTHERWISE: otherwise,
        TOO_FEW: [*asked.too_few],
        NOT_ASKED: [*asked.not_asked],
        NO_FIGURES: [*asked.no_figures],
    }
    return tuple(
        words.format(names=joined(names), when=asked.when)
        for words, names in named.items()
        if names
    )
