"""Write the pictures of a cohort into a folder, one file a chart."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from rm_eval.charts import Chart
from rm_eval.errors import UnreadableFile
from rm_eval.report.pictures import Size, picture


def write_pictures(
    charts: Iterable[Chart], folder: Path, *, size: Size = "slide"
) -> Iterator[Path]:
    """Write one PNG a chart and yield each file when it is there.

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
            path = folder / f"{chart.file_name}.png"
            path.write_bytes(picture(chart, size))
            yield path
    except OSError as trouble:
        raise UnreadableFile(
            f"We could not write to {folder}: {trouble.strerror}. Choose another folder.",
            code="cannot_write",
        ) from None
