"""Everything of a cohort in one zip: pictures, their words, their numbers, and what is in it."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from rm_eval.charts import Chart
from rm_eval.disclosure import AUDIENCES, Published
from rm_eval.errors import NoPicture
from rm_eval.report.numbers import numbers_csv
from rm_eval.report.pictures import FORMATS, Format, Size
from rm_eval.wording import quotes_in_full

CONTENTS = "contents.txt"
QUOTES = "quotes.txt"
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Packed:
    """One chart in the pack: its files, and the pictures that could not be drawn."""

    chart: Chart
    files: dict[str, bytes] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)


def pack(  # noqa: PLR0913 - what a pack is made of
    charts: Sequence[Chart],
    *,
    size: Size = "slide",
    formats: tuple[Format, ...] = ("png",),
    quotes: Sequence[Published] = (),
    papers: Mapping[str, bytes] | None = None,
    contact: Sequence[str] = (),
    progress: Progress | None = None,
) -> bytes:
    """Write a zip of pictures with their words, their numbers and a list of contents.

    Parameters
    ----------
    charts
        In the order of the pack.
    size, formats
        Of the pictures.
    quotes
        What people agreed to be quoted with, by question.
    papers
        More files by name, such as the programme on one sheet; made for the same readers.
    contact
        Lines at the end of every text: `rm_eval.report.contact.contact_lines`.
    progress
        Called after each chart with how many are done, how many there are, and its headline. It
        may raise to cancel: nothing is left behind, for nothing is written to disk.

    Notes
    -----
    A picture that cannot be drawn is named in the contents with the reason; its words and numbers
    come all the same, and so does everything else.
    """
    packed: list[Packed] = []
    for name, chart in zip(_names(charts), charts, strict=True):
        packed.append(_pack_chart(chart, name, size, formats, contact))
        if progress is not None:
            progress(len(packed), len(charts), chart.headline)
    return _zipped(packed, quotes_in_full(quotes), papers or {}, contact)


def pack_name(charts: Sequence[Chart]) -> str:
    """Name the zip as its pictures are named, without a question."""
    *place, _, audience, day = charts[0].file_name.rsplit("_", 3)
    return f"{'_'.join([*place, audience, day])}.zip"


def pictures_missing(content: bytes, charts: Sequence[Chart]) -> tuple[Chart, ...]:
    """Return the charts whose picture could not be drawn when this pack was made of them."""
    with ZipFile(BytesIO(content)) as pack_file:
        here = set(pack_file.namelist())
    names = zip(_names(charts), charts, strict=True)
    return tuple(
        chart for name, chart in names if not any(f"{name}.{kind}" in here for kind in FORMATS)
    )


def _names(charts: Sequence[Chart]) -> list[str]:
    """File names without ending; a second one of a name is numbered."""
    times = Counter[str]()
    names = []
    for chart in charts:
        times[chart.file_name] += 1
        again = times[chart.file_name] > 1
        names.append(f"{chart.file_name}_{times[chart.file_name]}" if again else chart.file_name)
    return names


def _pack_chart(
    chart: Chart, name: str, size: Size, formats: tuple[Format, ...], contact: Sequence[str]
) -> Packed:
    packed = Packed(chart=chart)
    for kind in formats:
        try:
            packed.files[f"{name}.{kind}"] = FORMATS[kind](chart, size)
        except NoPicture as trouble:
            packed.failed[f"{name}.{kind}"] = trouble.message
    packed.files[f"{name}.txt"] = _text([*_words(chart), *contact])
    packed.files[f"{name}.csv"] = numbers_csv(chart)
    return packed


def _words(chart: Chart) -> list[str]:
    """What a picture says, for whoever cannot see it or writes about it."""
    return [
        chart.headline,
        "",
        chart.subtitle,
        "",
        "Text alternative:",
        chart.alt,
        "",
        *chart.notes,
    ]


def _zipped(
    packed: list[Packed],
    quotes: tuple[str, ...],
    papers: Mapping[str, bytes],
    contact: Sequence[str],
) -> bytes:
    written = BytesIO()
    contents = _contents(packed, has_quotes=bool(quotes))
    if papers:
        contents += ["", "About the programme:", *(f"   {name}" for name in papers)]
    if contact:
        contents += ["", *contact]
    with ZipFile(written, "w") as pack_file:
        _add(pack_file, CONTENTS, _text(contents), packed)
        for name, content in papers.items():
            _add(pack_file, name, content, packed)
        if quotes:
            _add(pack_file, QUOTES, _text(list(quotes)), packed)
        for one in packed:
            for name, content in one.files.items():
                _add(pack_file, name, content, packed)
    return written.getvalue()


def _add(pack_file: ZipFile, name: str, content: bytes, packed: list[Packed]) -> None:
    """Dated by the day the figures were made, so that the same figures make the same pack."""
    day = packed[0].chart.published.made_on if packed else None
    info = ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0) if day else (1980, 1, 1, 0, 0, 0))
    info.external_attr = 0o644 << 16
    info.compress_type = ZIP_STORED if name.endswith(".png") else ZIP_DEFLATED
    pack_file.writestr(info, content)


def _contents(packed: list[Packed], *, has_quotes: bool) -> list[str]:
    """What is in the pack, for whom, made when, and which pictures are missing."""
    failed = {name: why for one in packed for name, why in one.failed.items()}
    lines = ["Charts of a reverse mentoring programme", "", *_scopes(packed), *_audiences(packed)]
    lines += [f"Made on: {day}" for day in dict.fromkeys(_day(one.chart) for one in packed)]
    lines += [
        "",
        f"{len(packed)} charts. Of each: the picture, its words (.txt), its numbers (.csv).",
    ]
    if has_quotes:
        lines += ["", f"{QUOTES}: what people wrote and agreed to be quoted with."]
    if failed:
        lines += ["", "Pictures that could not be drawn; their words and numbers are here:"]
        lines += [f"- {name}: {why}" for name, why in failed.items()]
    for number, one in enumerate(packed, start=1):
        lines += ["", f"{number}. {one.chart.headline}", f"   {one.chart.subtitle}"]
        lines += [f"   {name}" for name in one.files]
    return lines


def _scopes(packed: list[Packed]) -> list[str]:
    scopes = [one.chart.published.scope for one in packed]
    words = [f"{s.organisation}, {s.cohort}, {s.when}" for s in scopes]
    return [f"Of: {word}" for word in dict.fromkeys(words)]


def _audiences(packed: list[Packed]) -> list[str]:
    those = dict.fromkeys(one.chart.published.audience for one in packed)
    return [f"For: {AUDIENCES[audience]}" for audience in those]


def _day(chart: Chart) -> str:
    day = chart.published.made_on
    return f"{day.day} {day:%B %Y}"


def _text(lines: list[str]) -> bytes:
    """Plain text that every Windows editor opens as it is meant."""
    return "\r\n".join([*lines, ""]).encode("utf-8-sig")
