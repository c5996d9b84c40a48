"""Report: charts become files to keep, send and paste."""

from rm_eval.report.folder import write_pictures
from rm_eval.report.pictures import SIZES, can_draw_pictures, picture

__all__ = ["SIZES", "can_draw_pictures", "picture", "write_pictures"]
