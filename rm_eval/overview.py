"""What a page shows of several questions at once: made of charts that were drawn for its reader.

Nothing is measured here. Every figure is one that `findings` served, so whatever a reader may not
see of a single question is not in the picture of many either.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from rm_eval.charts import Chart, draw_matched, draw_scorecard, draw_statements
from rm_eval.disclosure import Published, part_of
from rm_eval.questionnaire import Role, Stage, aims_of, questions_of, resources_of
from rm_eval.wording import Side, can_stand_together, needs_table, scored

NEEDS: dict[Role, str] = {"mentor": "trn_m_need", "mentee": "trn_e_need"}
GAINED: dict[Role, str] = {"mentor": "end_m_gained", "mentee": "end_e_gained"}
HOPES = "enr_gain"
AT_THE_START, AT_THE_END = "Hoped for at the start", "Gained at the end"
WHOSE: dict[Role, str] = {"mentor": "Mentors", "mentee": "Mentees"}
NO_NEED = {"other", "nothing", "none"}
# Of fewer there is nothing to draw together.
SEVERAL = 2


class Together(NamedTuple):
    """Statements that are drawn in one chart: what they are about, and their ids in order."""

    title: str
    questions: tuple[str, ...]


FEEDBACK = Together(
    "Feedback on the training",
    (
        *("trn_feedback_clear", "trn_m_feedback_relevant", "trn_e_feedback_relevant"),
        *("trn_feedback_questions", "trn_feedback_safe", "trn_feedback_expected"),
        *("trn_feedback_boundaries", "trn_feedback_ready", "trn_feedback_pace"),
    ),
)
# Wellbeing stands with safety and support; the scorecard names it under its aim all the same.
AIMS = Together(
    "The aims of the programme",
    (
        *("end_m_aims_share", "end_e_aims_share", "end_m_aims_leadership"),
        *("end_e_aims_confident", "end_aims_worry_less"),
        *("end_m_aims_next_step", "end_e_aims_standards"),
    ),
)
UNDERSTANDING = Together(
    "What mentees understand better",
    (
        *("end_understanding_experience", "end_understanding_feedback"),
        *("end_understanding_thoughts", "end_understanding_culture"),
        "end_understanding_fairness",
    ),
)
CHALLENGES = Together(
    "Confidence, complacency and convenience",
    ("end_challenges_confidence", "end_challenges_complacency", "end_challenges_convenience"),
)
WELLBEING = Together(
    "Support, safety and wellbeing",
    ("end_aims_wellbeing", "end_safe", "end_lm_support", "end_faith"),
)
EVERY_TOGETHER = (FEEDBACK, AIMS, UNDERSTANDING, CHALLENGES, WELLBEING)


def overviews(
    charts: Sequence[Chart], stage: Stage, start: Sequence[Chart] = ()
) -> tuple[Chart, ...]:
    """Draw everything there is of several questions at once, in the order of the pages.

    Parameters
    ----------
    charts
        Of one cohort and stage, for one audience.
    start
        Charts of enrolment of the same cohort, for the same audience; none where it has none.
    """
    found = [
        shared_needs(charts),
        scorecard(charts, stage),
        *(together(charts, one) for one in EVERY_TOGETHER),
        *(hopes_and_gains(start, charts, role) for role in GAINED),
    ]
    return tuple(chart for chart in found if chart is not None)


def together(charts: Iterable[Chart], those: Together) -> Chart | None:
    """Draw statements in one chart; None where not several of them were asked.

    Parameters
    ----------
    charts
        Of one cohort and stage, for one audience.
    """
    found = _published(charts)
    told = [found[key] for key in those.questions if key in found]
    statements = [one for one in told if can_stand_together(one)]
    return draw_statements(statements, title=those.title) if len(statements) >= SEVERAL else None


def shared_needs(charts: Iterable[Chart]) -> Chart | None:
    """Draw what both mentors and mentees may need, side by side; None where one was not asked."""
    found = _published(charts)
    if not set(NEEDS.values()) <= set(found):
        return None
    mentors, mentees = (
        Side(published=found[key], group=role, look=role, label=WHOSE[role])
        for role, key in NEEDS.items()
    )
    answers = [one for one in _options(NEEDS["mentor"], "training") if one not in NO_NEED]
    return draw_matched(mentors, mentees, answers=answers, kind="needs")


def needs_and_resources(charts: Iterable[Chart]) -> Mapping[str, Sequence[str]]:
    """Set every need against the resource of the programme that answers it, as columns of text.

    A need of which nobody knows a resource says so. Empty where no need was asked about.
    """
    found = _published(charts)
    asked = [found[key] for key in NEEDS.values() if key in found]
    table = needs_table(asked, resources_of("training"), NO_NEED)
    return {str(name): list(table[name]) for name in table.columns}


def scorecard(charts: Iterable[Chart], stage: Stage) -> Chart | None:
    """Say of each aim of the programme what was found; None where nothing was asked of any."""
    return draw_scorecard(scored(aims_of(stage), list(_published(charts).values())))


def hopes_and_gains(start: Iterable[Chart], end: Iterable[Chart], role: Role) -> Chart | None:
    """Draw what one role hoped to gain beside what they say they gained.

    Parameters
    ----------
    start, end
        Charts of enrolment and of the end of the same cohort, for one audience.

    Returns
    -------
    Chart or None
        None where one of the two was not asked, or is told of both roles as one.
    """
    hoped, gained = _published(start).get(HOPES), _published(end).get(GAINED[role])
    if hoped is None or gained is None or hoped.audience != gained.audience:
        return None
    first = Side(published=hoped, group=role, look="all", label=AT_THE_START)
    second = Side(published=gained, group=role, look=role, label=AT_THE_END)
    answers = [one for one in _options(GAINED[role], "end_of_cohort") if one not in NO_NEED]
    return draw_matched(first, second, answers=answers, kind="hopes")


def _published(charts: Iterable[Chart]) -> dict[str, Published]:
    """What was told of each question with a chart of its own; of roles as a whole, not in parts."""
    return {
        chart.id: chart.published
        for chart in charts
        if chart.id == chart.published.question.id
        and not any(map(part_of, chart.published.rows["group"].unique()))
    }


def _options(question: str, stage: Stage) -> list[str]:
    """Ids of a question's options, in the order of the form."""
    every = questions_of(stage, roles=("mentor", "mentee"))
    return [option.id for one in every if one.id == question for option in one.options]
