"""When something was asked, in the words of whoever reads a comparison."""

from rm_eval.disclosure import Scope
from rm_eval.questionnaire import Stage

AT: dict[Stage, str] = {
    "enrolment": "at the start",
    "training": "after training",
    "end_of_cohort": "at the end",
}


def when(scope: Scope) -> tuple[str, str]:
    """Return the two times of a comparison, such as "at the start" and "at the end"."""
    return AT[scope.since or "enrolment"], AT[scope.stage]
