"""The same question at two times, one under the other on one scale: never joined, never a change.

For answers that cannot be linked: different people may have answered each time.
"""

from dataclasses import replace
from functools import partial

from rm_eval.charts.agreement_bars import plot_bars
from rm_eval.charts.beside import beside
from rm_eval.charts.canvas import Canvas
from rm_eval.charts.key import Group, draw_nothing, groups_of
from rm_eval.charts.scale_distribution import plot_scores
from rm_eval.charts.theme import Frame
from rm_eval.charts.tick_box_comparison import Block, plot_blocks, rows_of
from rm_eval.charts.yes_no_dots import plot_yes_and_no
from rm_eval.disclosure import Published
from rm_eval.errors import ForTheDeveloper
from rm_eval.questionnaire import Scale
from rm_eval.wording import NOT_A_CHANGE, at, nothing_to_show

MEASURES = ("scale", "likert", "yes_no")


def plot_two_times(times: tuple[Published, ...], frame: Frame) -> Canvas:
    """Draw one question as it was answered at each time, earliest first.

    Raises
    ------
    ForTheDeveloper
        Where it was not measured alike each time, or is no scale, agreement or yes and no.
    """
    measures = {one.measure for one in times}
    if len(measures) != 1 or not measures <= set(MEASURES):
        raise ForTheDeveloper(f"Two times show one of {', '.join(MEASURES)}, not {measures}.")
    groups = _by_role(times)
    if all(group.hidden for group in groups):
        canvas = Canvas(frame=frame, across=(0, 1))
        draw_nothing(canvas, " ".join(dict.fromkeys(map(nothing_to_show, times))))
        return canvas
    if times[-1].measure == "likert" and not _is_exact(groups):
        blocks = [_block(one) for one in times]
        drawn = [partial(plot_blocks, [block]) for block in blocks]
        together = beside(frame, drawn, opening=NOT_A_CHANGE)
        return together or plot_blocks(blocks, frame, opening=NOT_A_CHANGE)
    roles = dict.fromkeys(group.id for group in groups)
    columns = [[group for group in groups if group.id == role] for role in roles]
    # A role hidden each time has no column: there is nothing in it to see.
    if all(any(not group.hidden for group in column) for column in columns):
        drawn = [partial(_plot, times[-1], column) for column in columns]
        if together := beside(frame, drawn, opening=NOT_A_CHANGE):
            return together
    return _plot(times[-1], groups, frame, opening=NOT_A_CHANGE)


def _plot(last: Published, groups: list[Group], frame: Frame, *, opening: str = "") -> Canvas:
    """Draw groups that are not all hidden, as their kind of answer is drawn."""
    if last.measure == "scale":
        return plot_scores(groups, last.question.scale or Scale(), frame, opening=opening)
    if last.measure == "yes_no":
        return plot_yes_and_no(groups, frame, opening=opening)
    return plot_bars(groups, last.question, frame, opening=opening)


def _is_exact(groups: list[Group]) -> bool:
    return all((group.rows["shown"] == "exact").all() for group in groups if not group.hidden)


def _by_role(times: tuple[Published, ...]) -> list[Group]:
    """Each role at each time, as a group of its own: the two times of a role side by side."""
    found = [(group, one) for one in times for group in groups_of(one.rows)]
    return [
        replace(group, label=f"{group.label} {at(one)}")
        for role in dict.fromkeys(group.id for group, _ in found)
        for group, one in found
        if group.id == role
    ]


def _block(published: Published) -> Block:
    groups, rows = rows_of(published)
    return Block(heading=at(published).capitalize(), groups=groups, rows=rows)
