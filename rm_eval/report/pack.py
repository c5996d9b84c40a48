"""Everything of a cohort in one zip: pictures, their words, their numbers, and what is in it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from rm_eval.charts import Chart, Drawing
from rm_eval.disclosure import Published
from rm_eval.errors import NoPicture
from rm_eval.report.about import About, about_of
from rm_eval.report.numbers import Columns, numbers_csv
from rm_eval.report.pictures import FORMATS, Format, Size, plot_alone
from rm_eval.report.print_page import print_page
from rm_eval.report.workbook import numbers_xlsx
from rm_eval.wording import quotes_in_full

CONTENTS = "contents.txt"
QUOTES = "quotes.txt"
NUMBERS = "numbers.xlsx"
PAGE = "report.html"
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Packed:
    """One chart in the pack: its files, and the pictures that could not be drawn."""

    chart: Drawing
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
    packed = list(_drawn(charts, size, formats, contact, progress))
    about = about_of(charts)
    return zipped(_files(packed, about, quotes_in_full(quotes), papers or {}, contact), about)


def region_files(  # noqa: PLR0913 - what a pack is made of
    charts: Sequence[Drawing],
    about: About,
    *,
    size: Size = "slide",
    formats: tuple[Format, ...] = ("png",),
    tables: Mapping[str, Columns] | None = None,
    closing: Sequence[str] = (),
    progress: Progress | None = None,
) -> dict[str, bytes]:
    """Make everything of a comparison: as `pack`, with one workbook and one page to print.

    Parameters
    ----------
    tables
        What stands below the pictures, as columns of text by heading.
    closing
        Lines at the end of the page to print.

    Returns
    -------
    dict
        Content by name of the file; the list of contents first.
    """
    packed = list(_drawn(charts, size, formats, (), progress))
    alone = [_alone(one) for one in packed]
    whole = {
        PAGE: print_page(charts, about, pictures=alone, tables=tables or {}, closing=closing),
        NUMBERS: numbers_xlsx(charts, about, tables=tables or {}),
    }
    return _files(packed, about, (), whole, (), of_papers="Everything at once:")


def missing_pictures(files: Iterable[str], formats: Sequence[Format]) -> tuple[str, ...]:
    """Name the pictures that a pack has not, of charts whose numbers it has."""
    here = set(files)
    charts = [name.removesuffix(".csv") for name in files if name.endswith(".csv")]
    wanted = (f"{name}.{kind}" for name in charts for kind in formats)
    return tuple(name for name in wanted if name not in here)


def _drawn(
    charts: Sequence[Drawing],
    size: Size,
    formats: tuple[Format, ...],
    contact: Sequence[str],
    progress: Progress | None,
) -> Iterator[Packed]:
    for at, (name, chart) in enumerate(zip(_names(charts), charts, strict=True), start=1):
        yield _pack_chart(chart, name, size, formats, contact)
        if progress is not None:
            progress(at, len(charts), chart.headline)


def _alone(packed: Packed) -> bytes | None:
    """The drawing for the page to print; not tried again where the picture could not be drawn."""
    try:
        return None if packed.failed else plot_alone(packed.chart)
    except NoPicture:
        return None


def pack_name(charts: Sequence[Chart]) -> str:
    """Name the zip as its pictures are named, without a question."""
    return f"{about_of(charts).name}.zip"


def pictures_missing(content: bytes, charts: Sequence[Drawing]) -> tuple[Drawing, ...]:
    """Return the charts whose picture could not be drawn when this pack was made of them."""
    with ZipFile(BytesIO(content)) as pack_file:
        here = set(pack_file.namelist())
    names = zip(_names(charts), charts, strict=True)
    return tuple(
        chart for name, chart in names if not any(f"{name}.{kind}" in here for kind in FORMATS)
    )


def _names(charts: Sequence[Drawing]) -> list[str]:
    """File names without ending; a second one of a name is numbered."""
    times = Counter[str]()
    names = []
    for chart in charts:
        times[chart.file_name] += 1
        again = times[chart.file_name] > 1
        names.append(f"{chart.file_name}_{times[chart.file_name]}" if again else chart.file_name)
    return names


def _pack_chart(
    chart: Drawing, name: str, size: Size, formats: tuple[Format, ...], contact: Sequence[str]
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


def _words(chart: Drawing) -> list[str]:
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


def zipped(files: Mapping[str, bytes], about: About) -> bytes:
    """Put files into a zip, dated by the day the figures were made."""
    written = BytesIO()
    day = about.day
    with ZipFile(written, "w") as pack_file:
        for name, content in files.items():
            info = ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            info.external_attr = 0o644 << 16
            info.compress_type = ZIP_STORED if name.endswith(".png") else ZIP_DEFLATED
            pack_file.writestr(info, content)
    return written.getvalue()


def _files(  # noqa: PLR0913, PLR0917 - called just above
    packed: list[Packed],
    about: About,
    quotes: tuple[str, ...],
    papers: Mapping[str, bytes],
    contact: Sequence[str],
    of_papers: str = "About the programme:",
) -> dict[str, bytes]:
    contents = _contents(packed, about, has_quotes=bool(quotes))
    if papers:
        contents += ["", of_papers, *(f"   {name}" for name in papers)]
    if contact:
        contents += ["", *contact]
    files = {CONTENTS: _text(contents), **papers}
    if quotes:
        files[QUOTES] = _text(list(quotes))
    for one in packed:
        files |= one.files
    return files


def _contents(packed: list[Packed], about: About, *, has_quotes: bool) -> list[str]:
    """What is in the pack, for whom, made when, and which pictures are missing."""
    failed = {name: why for one in packed for name, why in one.failed.items()}
    lines = [about.title, "", *about.lines]
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


def _text(lines: list[str]) -> bytes:
    """Plain text that every Windows editor opens as it is meant."""
    return "\r\n".join([*lines, ""]).encode("utf-8-sig")
