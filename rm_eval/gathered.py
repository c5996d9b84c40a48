"""Gathered: sheets of themes looked at, kept and published. The verbs that pages call.

What was said in a room is no survey. It stands beside the survey question it explains, under a
name of its own, and leaves the team by rules of its own (`rm_eval.disclosure.gatherings`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from rm_eval.disclosure import Audience, Published
from rm_eval.disclosure.gatherings import ForWhom, publish_themes, publish_what_was_quoted
from rm_eval.disclosure.quotes import Finding, check_words
from rm_eval.errors import NotAllowed
from rm_eval.gatherings import (
    KINDS,
    Counted,
    Gathering,
    Kind,
    Occasion,
    ThemeSheet,
    gathering_of,
    read_theme_sheet,
)
from rm_eval.keep import SAMPLE_SCOPE
from rm_eval.questionnaire import Question, Role, Stage, all_questions, read_questionnaires
from rm_eval.responses import Scope
from rm_eval.store import (
    Store,
    clear_gathering,
    clear_sample,
    delete_gathering,
    keep_gathering,
    kept_gatherings,
    limits_of,
    unclear_gathering,
    withdraw_said,
)
from rm_eval.table import Notice, write_csv
from rm_eval.wording import (
    gathering_title,
    gathering_title_for_others,
    gatherings_in_full,
    no_survey_note,
    quotations,
    said_notes,
    said_table,
)

__all__ = [
    "KINDS",
    "Counted",
    "Finding",
    "ForWhom",
    "Gathering",
    "Kind",
    "Occasion",
    "Said",
    "ThemeSheet",
    "all_questions",
    "clear_gathering",
    "delete_gathering",
    "empty_sheet",
    "gathering_title",
    "gathering_title_for_others",
    "keep_sheet",
    "kept_gatherings",
    "no_survey_note",
    "quotations",
    "read_theme_sheet",
    "report_text",
    "said_at",
    "said_notes",
    "said_table",
    "to_look_at",
    "unclear_gathering",
    "withdraw_said",
]

EXAMPLE = (
    ("Theme", "Role", "How many people said it", "Quote", "Consent to quote"),
    ("Finding time to meet", "mentee", "3", "", ""),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """What was said at one occasion, as one reader may see it."""

    gathering: Gathering
    themes: Published
    quotes: Published


def empty_sheet() -> bytes:
    """Write a sheet with the headings we know and one line to write over, as CSV."""
    return write_csv([list(row) for row in EXAMPLE])


def keep_sheet(
    store: Store, sheet: ThemeSheet, occasion: Occasion, *, sample: bool = False
) -> tuple[Notice, ...]:
    """Keep a sheet of themes, and say what of it did not fit the occasion.

    Raises
    ------
    NotAllowed
        Where the occasion is not told in full, nothing of the sheet is left, or it is here already.
    """
    gathering, notices = gathering_of(sheet, occasion, sample=sample)
    if not gathering.themes:
        raise NotAllowed(
            "No theme of this sheet is of anybody who was there. Check how many mentors and "
            "mentees you said were there. Nothing was kept.",
            code="no_themes_left",
        )
    if gathering.organisation == SAMPLE_SCOPE.organisation and not sample:
        raise NotAllowed(
            f"“{SAMPLE_SCOPE.organisation}” is the name of the invented sample. Give your "
            "organisation another name. Nothing was kept.",
            code="sample_name",
        )
    keep_gathering(store, gathering)
    if not sample:
        clear_sample(store)
    return notices


def said_at(
    store: Store, gatherings: Iterable[Gathering], *, audience: Audience, report_to: Role | None
) -> tuple[Said, ...]:
    """Publish what was said at some occasions, for one audience or as a report to one role."""
    whom = ForWhom(audience=audience, report_to=report_to)
    return tuple(_said(store, one, whom) for one in gatherings)


def to_look_at(gathering: Gathering) -> tuple[tuple[str, tuple[Finding, ...]], ...]:
    """Find what has to be looked at in themes and quotes before anybody else sees them."""
    texts = [text for theme in gathering.themes for text in (theme.label, *theme.quotes)]
    found = ((text, check_words(text)) for text in dict.fromkeys(texts))
    return tuple((text, findings) for text, findings in found if findings)


def report_text(every: Iterable[Said], *, title: str, report_to: Role | None = None) -> str:
    """Write a report of occasions as plain text, for an audience or for one role."""
    those = [(one.gathering, one.themes, one.quotes) for one in every]
    return gatherings_in_full(title, those, report_to=report_to)


def _said(store: Store, gathering: Gathering, whom: ForWhom) -> Said:
    question, scope = _question_of(gathering), _scope_of(gathering)
    limits = limits_of(store, gathering.organisation)
    return Said(
        gathering=gathering,
        themes=publish_themes(gathering, question, scope=scope, whom=whom, limits=limits),
        quotes=publish_what_was_quoted(gathering, question, scope=scope, whom=whom),
    )


def _question_of(gathering: Gathering) -> Question:
    """Return the survey question an occasion explains, or one that stands for the occasion."""
    known = {question.id: question for question in all_questions()}
    named = KINDS[gathering.kind]
    own = Question(id=f"said_{gathering.id}", wording=named, type="free_text", known=False)
    return known.get(gathering.question, own)


def _scope_of(gathering: Gathering) -> Scope:
    """Say where it belongs; of no question, to the end of its cohort."""
    stage = _stages().get(gathering.question, "end_of_cohort")
    return Scope(organisation=gathering.organisation, cohort=gathering.cohort, stage=stage)


@cache
def _stages() -> dict[str, Stage]:
    return {question.id: one.stage for one in read_questionnaires() for question in one.questions}
