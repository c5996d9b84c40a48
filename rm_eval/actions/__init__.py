"""Actions: what was decided after people were heard, and "You said, we did" for each audience.

An action names the result it came from and holds no figure of it. What an audience reads of the
result is looked up anew among what it may see; what the team types is looked at before it is kept.
"""

from rm_eval.actions.about import EVERYTHING, about, places, what_it_may_come_from
from rm_eval.actions.heard import ChartsOf, Heard, charts_for, heard
from rm_eval.actions.keeping import LONGEST, LONGEST_ROLE, blank, keep
from rm_eval.actions.lines import OCCASIONS, STATUSES, STEPS, Line, line_of, lines_of
from rm_eval.actions.look import questions_about
from rm_eval.actions.of_sample import add_sample_actions
from rm_eval.actions.sheet import NONE_YET, TITLE, Sheet
from rm_eval.disclosure.quotes import Finding
from rm_eval.store import (
    About,
    Action,
    Occasion,
    OnChart,
    Status,
    Step,
    delete_action,
    kept_actions,
)

__all__ = [
    "EVERYTHING",
    "LONGEST",
    "LONGEST_ROLE",
    "NONE_YET",
    "OCCASIONS",
    "STATUSES",
    "STEPS",
    "TITLE",
    "About",
    "Action",
    "ChartsOf",
    "Finding",
    "Heard",
    "Line",
    "Occasion",
    "OnChart",
    "Sheet",
    "Status",
    "Step",
    "about",
    "add_sample_actions",
    "blank",
    "charts_for",
    "delete_action",
    "heard",
    "keep",
    "kept_actions",
    "line_of",
    "lines_of",
    "places",
    "questions_about",
    "what_it_may_come_from",
]
