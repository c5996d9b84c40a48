"""`Form`: one questionnaire for one role, in a programme's own words, ready to be sent out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from rm_eval.disclosure.policy import LARGE_GROUP, SMALLEST_GROUP
from rm_eval.questionnaire import Question, Role, Stage, Words, complete, read_questionnaires
from rm_eval.report.documents import Document
from rm_eval.report.forms.answers import GRID, LINE, grid, how_to_answer, offered
from rm_eval.table import visible

CODE_QUESTION = (
    "To link your answers over time without using your name, please make a code: the first two "
    "letters of your first school, the day of the month you were born, and the last letter of "
    "your first name (for example ST07A)."
)
CODE_HINT = (
    "Use the same code each time. Leave this empty if you would rather not: your answers count "
    "all the same."
)
WHEN: dict[Stage, str] = {
    "enrolment": "before the programme begins",
    "training": "right after the training",
    "end_of_cohort": "when the sessions are over",
}
# What only the organisation knows; each stands in the form, marked, until somebody fills it in.
FORM_GAPS = {
    "organisation": "[your organisation: its name]",
    "support": "[your organisation: whom to talk to, such as staff support or a freedom to speak "
    "up guardian]",
    "other_formats": "[your organisation: whom to ask for large print, easy read or another way]",
    "who_to_ask": "[your organisation: a name or an e-mail address]",
    "kept_until": "[your organisation: the date]",
    "next_dates": "[your organisation: dates of the training and the sessions, and when the next "
    "form comes]",
    "eia_date": "[your organisation: the date]",
    "eia_reviewer": "[your organisation: a role, not a name]",
}
OPENING = Path(__file__).with_name("opening.md")
# Boxes and lines serve on paper; in a message or a survey tool they would stand in the way.
MADE_TO_WRITE_ON = re.compile(r"^- (?:☐|___) |:? _{8,}", re.MULTILINE)
BLANK_LINES = re.compile(r"\n{3,}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Form:
    """A form for one role at one stage.

    Attributes
    ----------
    stage, role
        When it is filled in, and by whom.
    words
        What stands in every slot: what the programme is about, whom, how it is called, and how
        many sessions it has.
    questions
        With those words, in order; the participant code comes before them.
    gaps
        What stands in each gap of `FORM_GAPS`.
    """

    stage: Stage
    role: Role
    words: Words
    questions: tuple[Question, ...]
    gaps: Mapping[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """Such as "Enrolment form for mentors"."""
        return f"{_of_stage(self.stage)} form for {self.role}s"

    @property
    def name(self) -> str:
        """Of its files, without an ending."""
        about = "".join(c if c.isalnum() else "-" for c in self.words["characteristic"].lower())
        return f"{self.stage.replace('_', '-')}-form-{self.role}s-{about.strip('-')}"

    def document(self) -> Document:
        """Return it to be printed, sent or shown: statements stand in a table to tick."""
        return self._written(in_grids=True)

    def text(self) -> str:
        """Return it as plain text to copy into a survey tool, each answer on a line of its own."""
        said = MADE_TO_WRITE_ON.sub("", self._written(in_grids=False).text())
        return BLANK_LINES.sub("\n\n", said)

    def _written(self, *, in_grids: bool) -> Document:
        figures = {
            "smallest_group": str(SMALLEST_GROUP),
            "large_group": str(LARGE_GROUP),
            "mentoring": _plain(self.words["mentoring"]),
        }
        gaps = {name: f"{{{name}}}" for name in FORM_GAPS}
        opening = OPENING.read_text("utf-8").format_map(figures | gaps)
        about = _plain(self.words["characteristic"])
        body = [
            f"# {self.title}",
            f"About {about}. To be filled in {WHEN[self.stage]}.",
            opening.strip(),
            f"### 1. {CODE_QUESTION}",
            f"{CODE_HINT} {LINE}",
        ]
        number = 2
        for run in _grids(self.questions) if in_grids else [[one] for one in self.questions]:
            body += _asked(run, number)
            number += len(run)
        body += ["## Thank you", "Please give this form back to the programme team."]
        return Document(name=self.name, body="\n\n".join(body), gaps=self.gaps)


def write_form(
    stage: Stage, role: Role, words: Words | None = None, gaps: Mapping[str, str] | None = None
) -> Form:
    """Write one form.

    Parameters
    ----------
    stage, role
        Which.
    words
        For some of the slots: of the rest, what follows from them; race where nothing is said.
    gaps
        Words for some of `FORM_GAPS`; empty ones stay marked.
    """
    every = complete({slot: _tidy(text) for slot, text in (words or {}).items()})
    (questionnaire,) = (one for one in read_questionnaires(**every) if one.stage == stage)
    said = {gap: text.strip() for gap, text in (gaps or {}).items() if gap in FORM_GAPS}
    return Form(
        stage=stage,
        role=role,
        words=every,
        questions=questionnaire.for_role(role),
        gaps=FORM_GAPS | {gap: text for gap, text in said.items() if text},
    )


def _tidy(words: str) -> str:
    """Take out what parts answers in an export: it would part the words of one answer too."""
    seen = visible(" ".join(words.split()))
    return " ".join(re.sub(r"[;|]", ",", seen).split())


def _of_stage(stage: Stage) -> str:
    return stage.replace("_", " ").capitalize()


def _grids(questions: tuple[Question, ...]) -> list[list[Question]]:
    """Put statements together that follow each other and offer the same answers."""
    runs: list[list[Question]] = []
    for one in questions:
        if runs and one.type == GRID == runs[-1][-1].type and one.options == runs[-1][-1].options:
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def _asked(run: list[Question], number: int) -> list[str]:
    """Write a question, or several statements as one table."""
    if len(run) > 1:
        return [
            f"### {number} to {number + len(run) - 1}. How far do you agree?",
            grid(run, number),
        ]
    (question,) = run
    lines = [f"### {number}. {_plain(_begun(question.wording))}", _plain(how_to_answer(question))]
    options = [f"- {_plain(one)}" for one in offered(question)]
    return [*lines, *(["\n".join(options)] if options else [])]


def _begun(wording: str) -> str:
    return wording[:1].upper() + wording[1:]


def _plain(words: str) -> str:
    """Keep braces that somebody typed from being taken for a gap."""
    return words.replace("{", "{{").replace("}", "}}")
