"""Report: charts become files to keep, send and paste."""

from rm_eval.report.folder import write_pictures
from rm_eval.report.numbers import numbers_csv
from rm_eval.report.pictures import SIZES, can_draw_pictures, picture

__all__ = ["SIZES", "can_draw_pictures", "numbers_csv", "picture", "write_pictures"]
