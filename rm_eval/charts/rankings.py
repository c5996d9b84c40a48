"""An order of importance: places for the programme team, average places or tops for others."""

from rm_eval.charts.canvas import Canvas
from rm_eval.charts.key import draw_nothing, groups_of
from rm_eval.charts.place_dots import plot_place_dots
from rm_eval.charts.place_table import plot_place_table
from rm_eval.charts.ranking import read_ranking
from rm_eval.charts.theme import Frame
from rm_eval.charts.tick_box_comparison import plot_tick_box_comparison
from rm_eval.disclosure import Published
from rm_eval.wording import nothing_to_show


def plot_ranking(published: Published, frame: Frame) -> Canvas:
    """Draw one question of importance, best average place first."""
    ranking = read_ranking(published)
    groups = groups_of(published.rows)
    canvas = Canvas(frame=frame, across=(0, 1))
    if not ranking.items:
        draw_nothing(canvas, nothing_to_show(published))
    elif all(told.places for item in ranking.items for told in item.told.values()):
        plot_place_table(canvas, ranking, groups)
    elif ranking.has_places:
        plot_place_dots(canvas, ranking, groups)
    else:
        # Where somebody left an item out, only how many put each at the top is told.
        return plot_tick_box_comparison(published, frame)
    return canvas
