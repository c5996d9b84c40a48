"""Where each wording comes from, said plainly."""

from dataclasses import dataclass

from rm_eval.questionnaire import Origin, Question, asked_about
from rm_eval.report.forms.form import CODE_QUESTION, Form

ORIGINS: dict[Origin, str] = {
    "verbatim": "Used in the South East report of March 2021, word for word",
    "reconstructed": "Made from what a published document describes; the words are ours",
    "proposed": "Suggested by us",
}
OTHER_WORDS = "Used in the South East report of March 2021 about race; here with your own words"


@dataclass(frozen=True, kw_only=True, slots=True)
class Worded:
    """A question of a form, its number on it, and where its wording comes from."""

    number: int
    wording: str
    comes_from: str


def wordings_of(form: Form) -> tuple[Worded, ...]:
    """List the wordings of a form, as they are numbered on it."""
    code = Worded(number=1, wording=CODE_QUESTION, comes_from=ORIGINS["proposed"])
    asked = (
        Worded(number=number, wording=question.wording, comes_from=_comes_from(question))
        for number, question in enumerate(form.questions, start=2)
    )
    return code, *asked


def _comes_from(question: Question) -> str:
    changed = asked_about(question, {}).wording != question.wording
    return OTHER_WORDS if changed and question.origin == "verbatim" else ORIGINS[question.origin]
