"""What a page shows of several questions at once: made of charts that were drawn for its reader.

Nothing is measured here. Every figure is one that `findings` served, so whatever a reader may not
see of a single question is not in the picture of many either.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

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


def together(charts: Iterable[Chart], ids: Collection[str], title: str) -> Chart | None:
    """Draw the statements of these ids in one chart; None where there are not several.

    Parameters
    ----------
    charts
        Of one cohort and stage, for one audience.
    ids
        Of the questions, in the order to draw.
    title
        What they are about.
    """
    found = _published(charts)
    those = [found[key] for key in ids if key in found and can_stand_together(found[key])]
    return draw_statements(those, title=title) if len(those) >= SEVERAL else None


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
