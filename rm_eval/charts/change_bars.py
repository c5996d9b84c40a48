"""Asked twice: how many went up, stayed and went down; a mark a person, a row a way.

A mark or a length says how many people it stands for, so they are only drawn where every count
may be told. With ranges the ways are drawn as answers to tick are: ranges hollow.
"""

from dataclasses import dataclass

from rm_eval.charts.canvas import Canvas
from rm_eval.charts.key import Group, draw_group_name, draw_nothing, groups_of
from rm_eval.charts.theme import LINE_HEIGHT, Frame
from rm_eval.charts.tick_box_comparison import Row, mark_of, plot_rows
from rm_eval.disclosure import Published
from rm_eval.questionnaire import Question
from rm_eval.wording import DIRECTIONS, Direction, nothing_to_show, way_label

MOST_DOTS = 30
DOTS_IN_A_ROW = 10  # on a phone
NOBODY = "nobody answered both times"

# Sizes in px at a text of 16 px.
STEP = 26
LARGE_STEP = 72  # in a picture
BESIDE = 16
UNDER = 7  # marks, on a phone
BETWEEN_PANELS = 22


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """The people of one group who went one way."""

    way: Direction
    name: str
    count: int
    share: float
    text: str


def plot_change_bars(published: Published, frame: Frame) -> Canvas:
    """Draw one question asked twice of the same people."""
    people = published.rows[published.rows["statistic"].eq("people")]
    groups = groups_of(people, of_nobody=NOBODY)
    shown = [group for group in groups if not group.hidden]
    if shown and not all((group.rows["shown"] == "exact").all() for group in shown):
        return plot_rows(groups, _rows(shown, published.question), frame)
    canvas = Canvas(frame=frame, across=(0, 1))
    if not shown:
        draw_nothing(canvas, nothing_to_show(published))
        return canvas
    _draw(canvas, groups, published.question, frame.px(STEP))
    spare = (frame.height - canvas.height) / (len(shown) * len(DIRECTIONS))
    if frame.height and spare > 0:
        canvas = Canvas(frame=frame, across=(0, 1))
        tall = min(frame.px(STEP) + spare, frame.px(LARGE_STEP))
        _draw(canvas, groups, published.question, tall)
    return canvas


def _rows(shown: list[Group], question: Question) -> list[Row]:
    told = [
        (group, {str(row["answer"]): row for row in group.rows.to_dict("records")})
        for group in shown
    ]
    return [
        Row(
            label=way_label(question, way),
            marks=[mark_of(group, rows[way]) for group, rows in told if way in rows],
        )
        for way in DIRECTIONS
    ]


def _lines(group: Group, question: Question) -> list[Line]:
    told = {str(row["answer"]): row for row in group.rows.to_dict("records")}
    return [
        Line(
            way=way,
            name=way_label(question, way),
            count=round(float(told[way]["value"])),
            share=float(told[way]["share_low"]),
            text=str(told[way]["text"]),
        )
        for way in DIRECTIONS
    ]


def _draw(canvas: Canvas, groups: list[Group], question: Question, step: float) -> None:
    px = canvas.frame.px
    lines = {group.id: _lines(group, question) for group in groups if not group.hidden}
    every = [line for those in lines.values() for line in those]
    names = max(canvas.width_of(line.name) for line in every) + px(BESIDE)
    texts = max(canvas.width_of(line.text, bold=True) for line in every) + px(BESIDE)
    canvas.left = 0 if canvas.frame.narrow else names + texts
    canvas.right = px(2)
    step = min(step, _widest_step(canvas, every))
    for group in groups:
        draw_group_name(canvas, group)
        for line in lines.get(group.id, []):
            _draw_line(canvas, group, line, (names, step))
        canvas.height += px(BETWEEN_PANELS)
    canvas.height -= px(BETWEEN_PANELS / 2)


def _widest_step(canvas: Canvas, every: list[Line]) -> float:
    """From mark to mark, the same everywhere, so that as many people are as long."""
    room = canvas.frame.width - canvas.left - canvas.right
    most = max(line.count for line in every)
    if canvas.frame.narrow:
        most = min(most, DOTS_IN_A_ROW)
    return room / max(most, 1)


def _draw_line(canvas: Canvas, group: Group, line: Line, columns: tuple[float, float]) -> None:
    names, step = columns
    px = canvas.frame.px
    tall = max(step, px(STEP))
    y = canvas.height + (LINE_HEIGHT * canvas.frame.text if canvas.frame.narrow else tall) / 2
    canvas.text(line.name, y=y)
    if canvas.frame.narrow:
        canvas.text(line.text, y=y, shift=names, bold=True)
        canvas.height = y + px(14)
    else:
        end = canvas.left - px(BESIDE)
        canvas.text(line.text, y=y, shift=end, anchor="right", bold=True)
    _draw_people(canvas, group, line, step)


def _draw_people(canvas: Canvas, group: Group, line: Line, step: float) -> None:
    """Marks a person, hollow for those who stayed; a bar where there are too many to count."""
    px = canvas.frame.px
    tall = max(step, px(STEP))
    if float(group.rows["n"].max()) > MOST_DOTS:
        _draw_bar(canvas, group, line)
        canvas.height += px(STEP) + (px(UNDER) if canvas.frame.narrow else 0)
        return
    in_a_row = DOTS_IN_A_ROW if canvas.frame.narrow else MOST_DOTS
    for person in range(line.count):
        down, along = divmod(person, in_a_row)
        canvas.symbol(
            group.look,
            across=canvas.left + step * (along + 0.5),
            y=canvas.height + tall * (down + 0.5),
            filled=line.way != "same",
            radius=min(step, tall) * 0.36,
        )
    rows = max(-(-line.count // in_a_row), 0 if canvas.frame.narrow else 1)
    canvas.height += tall * rows + (px(UNDER) if canvas.frame.narrow else 0)


def _draw_bar(canvas: Canvas, group: Group, line: Line) -> None:
    px = canvas.frame.px
    fill = group.look.tint if line.way == "same" else group.look.colour
    outline = {"color": group.look.colour, "width": px(1.75)}
    if line.share:
        canvas.block(
            (0, canvas.height + px(3)),
            (line.share, canvas.height + px(STEP - 3)),
            fillcolor=fill,
            line=outline,
        )
