"""Many statements in one chart, a block a role: bars for the team, ranges for everybody else.

A bar's width tells a count, so bars are drawn only where every count may be told. Otherwise a row
shows of how many is told that they agreed, and of how many that they disagreed.
"""

from collections.abc import Sequence
from functools import partial

from rm_eval.charts.beside import beside
from rm_eval.charts.canvas import Canvas
from rm_eval.charts.key import Group, draw_nothing, groups_of
from rm_eval.charts.statement_bars import Panel, plot_statement_bars, row_of
from rm_eval.charts.theme import Frame
from rm_eval.charts.tick_box_comparison import Block, Mark, Row, plot_blocks
from rm_eval.disclosure import Published
from rm_eval.wording import Figure, Statement, nothing_to_show, statements_of

AGREED, DISAGREED = "Agreed", "Disagreed"
EITHER = "Agreed or disagreed"

Asked = tuple[Published, Group, Statement]


def plot_statements(statements: Sequence[Published], frame: Frame) -> Canvas:
    """Draw statements in the order given."""
    blocks = _by_group(statements)
    told = [group for those in blocks.values() for _, group, _ in those if not group.hidden]
    if not told:
        canvas = Canvas(frame=frame, across=(0, 1))
        draw_nothing(canvas, " ".join(dict.fromkeys(map(nothing_to_show, statements))))
        return canvas
    if all((group.rows["shown"] == "exact").all() for group in told):
        return plot_statement_bars([_panel(those) for those in blocks.values()], frame)
    drawn = [_block(those) for those in blocks.values()]
    columns = beside(frame, [partial(plot_blocks, [block]) for block in drawn])
    return columns or plot_blocks(drawn, frame)


def _by_group(statements: Sequence[Published]) -> dict[str, list[Asked]]:
    found = {(one.label, one.group): one for one in statements_of(statements)}
    blocks: dict[str, list[Asked]] = {}
    for published in statements:
        for group in groups_of(published.rows):
            statement = found[published.question.wording.strip(), group.label]
            blocks.setdefault(group.id, []).append((published, group, statement))
    return blocks


def _head(those: list[Asked]) -> Group:
    """The group over its statements; of how many people only where that is one number."""
    first = those[0][1]
    sizes = {group.n_text for _, group, _ in those}
    shown = next((group for _, group, _ in those if not group.hidden), first)
    n_text = first.n_text if len(sizes) == 1 else ""
    return Group(id=first.id, label=first.label, n_text=n_text, rows=shown.rows)


def _panel(those: list[Asked]) -> Panel:
    rows = [row_of(*one) for one in those if not one[1].hidden]
    return Panel(group=_head(those), rows=rows)


def _block(those: list[Asked]) -> Block:
    head = _head(those)
    if head.hidden:
        return Block(heading=head.words, groups=[], rows=[])
    groups = [_side(head, "better", AGREED), _side(head, "worse", DISAGREED)]
    return Block(heading=head.words, groups=groups, rows=[_row(one[2], head) for one in those])


def _side(like: Group, name: str, label: str) -> Group:
    return Group(id=name, label=label, n_text="", rows=like.rows.head(0))


def _row(statement: Statement, head: Group) -> Row:
    if statement.is_hidden:
        either = _side(head, "", EITHER)
        return Row(label=statement.label, marks=[_mark(either, statement.agreed)])
    agreed, disagreed = _side(head, "better", AGREED), _side(head, "worse", DISAGREED)
    marks = [_mark(agreed, statement.agreed)]
    # "0 to 4 disagreed" says next to nothing and would double the height: the table has it.
    if statement.disagreed.share_low:
        marks.append(_mark(disagreed, statement.disagreed))
    return Row(label=statement.label, marks=marks)


def _mark(group: Group, told: Figure) -> Mark:
    if told.shown == "hidden":
        return Mark(group=group, low=0, high=0, text=told.text, shown="hidden")
    low, high = told.share_low or 0.0, told.share_high or 0.0
    return Mark(group=group, low=low, high=high, text=told.text, shown=told.shown)
