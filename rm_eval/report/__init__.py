"""Report: charts become files to keep, send and paste."""

from rm_eval.report.folder import write_pictures
from rm_eval.report.numbers import numbers_csv
from rm_eval.report.pack import pack, pack_name, pictures_missing
from rm_eval.report.pictures import FORMATS, SIZES, Format, Size, can_draw_pictures, picture

__all__ = [
    "FORMATS",
    "SIZES",
    "Format",
    "Size",
    "can_draw_pictures",
    "numbers_csv",
    "pack",
    "pack_name",
    "picture",
    "pictures_missing",
    "write_pictures",
]
