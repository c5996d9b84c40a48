"""Every picture of a region: for its pack, and for whoever works without the dashboard."""

from collections.abc import Iterator, Sequence

from rm_eval.charts import Chart, draw_evidence
from rm_eval.compare.draw import choices_of, draw_alike, draw_otherwise
from rm_eval.compare.evidence import evidence_of
from rm_eval.compare.questions import SEVERAL, Asked, asked_of, questions_of_region
from rm_eval.compare.region import Region
from rm_eval.compare.several import draw_set, sets_of


def every_chart(region: Region) -> tuple[Chart, ...]:
    """Draw the evidence map, sets of questions, then each question of two organisations or more."""
    asked = questions_of_region(region)
    return (*at_a_glance(region, asked), *one_by_one(region, asked))


def at_a_glance(region: Region, every: Sequence[Asked]) -> tuple[Chart, ...]:
    """Draw the evidence map and sets of questions.

    Parameters
    ----------
    every
        The region's questions.
    """
    return tuple(_at_a_glance(region, every))


def one_by_one(region: Region, every: Sequence[Asked]) -> tuple[Chart, ...]:
    """Draw each question that two organisations or more were asked alike.

    What people tick is drawn answer by answer in a set alone: one picture an answer is too many.
    """
    shared = (one for one in every if len(one.alike) >= SEVERAL)
    return tuple(chart for one in shared for chart in _of_one(region, one))


def _at_a_glance(region: Region, every: Sequence[Asked]) -> Iterator[Chart]:
    pages = region.in_pages()
    for at, page in enumerate(pages, start=1):
        place = at if len(pages) > 1 else 0
        evidence = draw_evidence(evidence_of(page, every), page=place)
        yield from [evidence] if evidence is not None else []
        for those in sets_of(asked_of(every, page.names)):
            several = draw_set(page, those, page=place)
            yield from [several] if several is not None else []


def _of_one(region: Region, asked: Asked) -> Iterator[Chart]:
    line, *others = choices_of(asked)
    if not others:
        yield draw_alike(region, asked, line)
        yield from draw_otherwise(region, asked)
