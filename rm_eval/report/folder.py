"""Write the pictures of a cohort into a folder, one file a chart."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from rm_eval.charts import Chart
from rm_eval.errors import UnreadableFile
from rm_eval.report.pictures import FORMATS, Format, Size


def write_pictures(
    charts: Iterable[Chart],
    folder: Path,
    *,
    size: Size = "slide",
    formats: tuple[Format, ...] = ("png",),
) -> Iterator[Path]:
    """Write one picture a chart and format, and yield each file when it is there.

    Raises
    ------
    NoPicture
        Where no browser on this machine can draw.
    UnreadableFile
        Where the folder cannot be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for chart in charts:
            for kind in formats:
                path = folder / f"{chart.file_name}.{kind}"
                path.write_bytes(FORMATS[kind](chart, size))
                yield path
    except OSError as trouble:
        raise UnreadableFile(
            f"We could not write to {folder}: {trouble.strerror}. Choose another folder.",
            code="cannot_write",
        ) from None
