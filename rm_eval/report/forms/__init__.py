"""Forms to send out: every stage and role, about any characteristic, in a programme's own words.

The same questions as text to copy, as a document to print or to send round, and as a blank
workbook that comes back as a survey export does.
"""

from rm_eval.report.forms.blank import blank_workbook
from rm_eval.report.forms.form import CODE_QUESTION, FORM_GAPS, Form, write_form
from rm_eval.report.forms.origins import ORIGINS, Worded, wordings_of

__all__ = [
    "CODE_QUESTION",
    "FORM_GAPS",
    "ORIGINS",
    "Form",
    "Worded",
    "blank_workbook",
    "wordings_of",
    "write_form",
]
