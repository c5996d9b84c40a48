"""What an action may come from: a chart, or one thing on it."""

from collections.abc import Callable, Iterable

from rm_eval.charts import Chart
from rm_eval.disclosure import Published
from rm_eval.store import About, OnChart
from rm_eval.wording.figures import in_quotes
from rm_eval.wording.headline import subject
from rm_eval.wording.one_answer import answers_to_name

EVERYTHING = "Everything on this chart"
MOST_NAMED = 2
LONGEST_CHOICE = 100


def what_it_may_come_from(chart: Chart) -> dict[str, About]:
    """Name what an action may come from, the whole chart first.

    Of one question its answers can be chosen, where people chose among answers; of several, each
    question.
    """
    every = _published(chart)
    questions = {one.question.id: one for one in every}
    found = {EVERYTHING: about(chart)}
    if len(questions) > 1:
        for one in questions.values():
            alike = [each for each in every if each.question.id == one.question.id]
            found[subject(one.question)] = _about(one.question.id, alike)
    elif len(every) == 1:
        for answer, label in answers_to_name(every[0]).items():
            name = in_quotes(label, LONGEST_CHOICE)
            found[name] = _about(chart.id, every, answer=answer)
    return found


def about(chart: Chart) -> About:
    """Name a whole chart, without any figure on it."""
    return _about(chart.id, _published(chart))


def places(on: About) -> tuple[str, ...]:
    """Say whose answers those are, such as "Cohort 1, enrolment"."""
    return _each_once(on, lambda one: f"{one.scope.cohort}, {one.scope.when}")


def _published(chart: Chart) -> tuple[Published, ...]:
    # The later of two times stands first, as it names the chart.
    return (chart.published, *chart.others)


def _about(chart: str, every: Iterable[Published], *, answer: str = "") -> About:
    shown = tuple(every)
    names = tuple(dict.fromkeys(subject(one.question) for one in shown))
    more = len(names) - MOST_NAMED
    title = "; ".join(names if more <= 1 else names[:MOST_NAMED])
    asked = dict.fromkeys(OnChart(scope=one.scope, question=one.question.id) for one in shown)
    return About(
        chart=chart,
        title=f"{title}; and {more} more questions" if more > 1 else title,
        asked=tuple(asked),
        answer=answer,
    )


def _each_once(on: About, name: Callable[[OnChart], str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(name, on.asked)))
