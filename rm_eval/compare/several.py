"""Several questions of a region at once: sets of them that share one axis."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rm_eval.charts import Chart, draw_multiples
from rm_eval.compare.questions import Asked
from rm_eval.compare.region import Region
from rm_eval.disclosure import Published
from rm_eval.overview import EVERY_TOGETHER
from rm_eval.wording import Line, Panel, lines_of

SEVERAL = 2
SHORTEST = 90


@dataclass(frozen=True, kw_only=True, slots=True)
class Set:
    """Questions that can stand in one picture: all counts, or all averages on one scale.

    Attributes
    ----------
    id
        Safe in a file's name.
    title
        What they are about.
    """

    id: str
    title: str
    asked: tuple[Asked, ...]


def sets_of(every: Sequence[Asked]) -> tuple[Set, ...]:
    """Sort what two organisations or more were asked alike into sets, in the order of the form."""
    shared = [one for one in every if len(one.alike) >= SEVERAL]
    found = [
        *(
            _set(those.title, [one for one in shared if one.question.id in those.questions])
            for those in (*EVERY_TOGETHER[1:], EVERY_TOGETHER[0])  # what became of people first
        ),
        *_averages(shared),
        *(
            _set(f"Who moved up, {when}", [one for one in shared if _is(one, when, "change")])
            for when in dict.fromkeys(one.when for one in shared)
        ),
        *(_set(_subject(one), [one]) for one in shared if one.kind in {"ticks", "choices"}),
    ]
    return tuple(one for one in found if one.asked)


def draw_set(region: Region, those: Set, *, page: int = 0) -> Chart | None:
    """Draw every question of a set over all organisations; None where nothing may be shown.

    Parameters
    ----------
    page
        Which of several pictures it is, where there are many organisations; 0 for the only one.
    """
    every = [panel for asked in those.asked for panel in _panels(asked, region.names)]
    panels = [panel for panel in every if panel.groups]
    if not panels:
        return None
    return draw_multiples(
        panels,
        region.names,
        title=those.title,
        id_=f"{those.id}-page-{page}" if page else those.id,
    )


def _set(title: str, asked: Sequence[Asked]) -> Set:
    words = "".join(letter if letter.isalnum() else "-" for letter in title.lower())
    return Set(id="-".join(filter(None, words.split("-"))), title=title, asked=tuple(asked))


def _averages(shared: Iterable[Asked]) -> list[Set]:
    """Averages by stage and by scale: one axis has one length."""
    found: dict[tuple[str, int, int], list[Asked]] = {}
    for one in shared:
        if one.kind == "scale" and one.question.scale:
            ends = (one.question.scale.low, one.question.scale.high)
            found.setdefault((one.when, *ends), []).append(one)
    return [
        _set(f"Average scores, {low} to {high}, {when}", those)
        for (when, low, high), those in found.items()
    ]


def _is(asked: Asked, when: str, kind: str) -> bool:
    return (asked.when, asked.kind) == (when, kind)


def _subject(asked: Asked) -> str:
    words = asked.question.short or asked.question.wording.strip()
    return f"{words[:1].upper()}{words[1:]}, {asked.when}"


def _panels(asked: Asked, names: Sequence[str]) -> list[Panel]:
    """One a question; one an answer where people tick or choose."""
    of: dict[str, Published | None] = {name: None for name, _ in asked.kept}
    of |= {one.organisation: one.published() for one in asked.alike if one.organisation in names}
    otherwise = tuple(dict.fromkeys(one.organisation for one in asked.otherwise))
    of = {name: one for name, one in of.items() if one is not None or name not in otherwise}
    told = next((one for one in of.values() if one is not None), None)
    lines = lines_of(told) if told else ()
    if asked.kind == "change":
        lines = lines[:1]
    named = len(lines) > 1
    return [
        Panel(
            label=_label(asked, line) if named else _wording(asked),
            line=line,
            of=of,
            otherwise=otherwise,
            no_figures=asked.no_figures,
        )
        for line in lines
    ]


def _wording(asked: Asked) -> str:
    """The question as asked; a long one by its subject, as two may begin alike."""
    words, short = asked.question.wording.strip(), asked.question.short
    if len(words) > SHORTEST:
        cut = f"{words[:SHORTEST].rsplit(' ', 1)[0]}…"
        words = f"{short[0].upper()}{short[1:]}" if short else cut
    is_scored = asked.kind in {"scale", "change"}
    lower = is_scored and asked.question.scale and asked.question.scale.better == "lower"
    return f"{words} (lower is better)" if lower else words


def _label(asked: Asked, line: Line) -> str:
    """The answer's own words."""
    labels = {option.id: option.label for option in asked.question.options}
    return labels.get(line.answer, line.words)
