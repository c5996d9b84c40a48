"""When something was asked, in the words of whoever reads a comparison."""

from rm_eval.questionnaire import Stage

AT: dict[Stage, str] = {
    "enrolment": "at the start",
    "training": "after training",
    "end_of_cohort": "at the end",
}
EARLIER_UNKNOWN = "before"
