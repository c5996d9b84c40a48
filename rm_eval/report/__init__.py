"""Report: charts become files to keep, send and paste."""

from rm_eval.report.about import About, made_on
from rm_eval.report.contact import contact_lines
from rm_eval.report.folder import write_pictures
from rm_eval.report.numbers import numbers_csv
from rm_eval.report.pack import (
    Progress,
    missing_pictures,
    pack,
    pack_name,
    pictures_missing,
    region_files,
    zipped,
)
from rm_eval.report.pictures import FORMATS, SIZES, Format, Size, can_draw_pictures, picture
from rm_eval.report.programme_sheet import (
    Line,
    Part,
    Sheet,
    answers_part,
    characteristics_part,
    cohort_part,
    evaluated,
    programme_sheet,
    programmes_beside,
)

__all__ = [
    "FORMATS",
    "SIZES",
    "About",
    "Format",
    "Line",
    "Part",
    "Progress",
    "Sheet",
    "Size",
    "answers_part",
    "can_draw_pictures",
    "characteristics_part",
    "cohort_part",
    "contact_lines",
    "evaluated",
    "made_on",
    "missing_pictures",
    "numbers_csv",
    "pack",
    "pack_name",
    "picture",
    "pictures_missing",
    "programme_sheet",
    "programmes_beside",
    "region_files",
    "write_pictures",
    "zipped",
]
