"""The menu: which pages there are, in which order and under which heading."""

from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).resolve().parent.parent


class Entry(NamedTuple):
    """One page: its file in ``pages/``, and what the menu calls it."""

    name: str
    title: str

    @property
    def file(self) -> str:
        """Absolute, so that it does not matter where the server was started."""
        return str(FOLDER / f"{self.name}.py")


START = Entry("start", "Start")
ADD_DATA = Entry("add_data", "Add data")
ENROLMENT = Entry("enrolment", "Enrolment")
TOTALS = Entry("totals", "Type in totals")
TRAINING = Entry("training", "Training")
END_OF_COHORT = Entry("end_of_cohort", "End of cohort")
BEFORE_AND_AFTER = Entry("before_and_after", "Before and after")
OTHER_QUESTIONS = Entry("other_questions", "This file’s other questions")
GATHERINGS = Entry("gatherings", "Focus groups and events")
COMPARE = Entry("compare", "Compare")
PROGRAMME = Entry("programme", "Programme")
ACTIONS = Entry("actions", "Actions")
REPORTS = Entry("reports", "Reports and sharing")
FORMS = Entry("forms", "Forms to send out")
HELP = Entry("help", "Help: how figures are made")
YOUR_ANSWERS = Entry("your_answers", "What happened to your answers")
GOVERNANCE = Entry("information_governance", "Information governance")
ACCESSIBILITY = Entry("accessibility", "Accessibility statement")

PAGES: dict[str, tuple[Entry, ...]] = {
    "": (START, ADD_DATA, TOTALS),
    "Results": (ENROLMENT, TRAINING, END_OF_COHORT, BEFORE_AND_AFTER, OTHER_QUESTIONS, GATHERINGS),
    "Compare": (COMPARE,),
    "Programme and actions": (PROGRAMME, ACTIONS),
    "Reports": (REPORTS,),
    "Forms and help": (FORMS, HELP, YOUR_ANSWERS, GOVERNANCE, ACCESSIBILITY),
}

# Where the questions of each stage's form are shown.
OF_STAGE: dict[str, Entry] = {
    "enrolment": ENROLMENT,
    "training": TRAINING,
    "end_of_cohort": END_OF_COHORT,
}
