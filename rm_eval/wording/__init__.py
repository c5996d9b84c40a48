"""Published figures in plain sentences: headline, subtitle, alt text, notes, table, file name.

Words come from published rows alone, so nothing can be said that may not be shown.
"""

from rm_eval.wording.figures import NO_ANSWERS, people
from rm_eval.wording.file_name import file_name
from rm_eval.wording.headline import headline
from rm_eval.wording.numbers import numbers_table
from rm_eval.wording.surroundings import alt_text, notes, nothing_to_show, subtitle

__all__ = [
    "NO_ANSWERS",
    "alt_text",
    "file_name",
    "headline",
    "notes",
    "nothing_to_show",
    "numbers_table",
    "people",
    "subtitle",
]
