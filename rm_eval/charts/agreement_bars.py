"""Agreement: one bar a group, from disagreeing to agreeing; neither stands apart at the side.

A block's width says how many people it holds, so a bar is only drawn where every count may be
told. With ranges the answers are drawn as those to tick are: a row an answer, ranges hollow.
"""

from dataclasses import dataclass

from rm_eval.charts import theme
from rm_eval.charts.canvas import Canvas, sheet_in_pixels
from rm_eval.charts.key import Group, draw_group_name, draw_nothing, draw_opening, groups_of
from rm_eval.charts.shades import shades, text_on
from rm_eval.charts.theme import Frame
from rm_eval.charts.tick_box_comparison import plot_tick_box_comparison
from rm_eval.disclosure import Published
from rm_eval.questionnaire import Question
from rm_eval.wording import nothing_to_show, percent, sides

# Sizes in px at a text of 16 px.
BAR = 44
TALLEST_BAR = 150  # in a picture
BESIDE = 26  # between the bar and the neutral block, at least
LEADER = 14
BETWEEN_NAMES = 12
BETWEEN_PANELS = 34
MOST_LINES = 3  # of a name under its block
NAME_SHARE = 0.19  # of the width for an answer's name under its block


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """One answer of one group."""

    name: str
    count: int
    share: float
    text: str
    percent: str
    fill: str
    line: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Bar:
    """One group's answers: those on the scale, the neutral one, and words for those beside it."""

    group: Group
    scale: list[Block]
    neutral: list[Block]
    apart: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Name:
    """An answer's name under the bar, where it has room, and the middle of its block."""

    lines: list[str]
    left: float
    wide: float
    block_middle: float

    @property
    def middle(self) -> float:
        """Where the name is centred."""
        return self.left + self.wide / 2


def plot_agreement_bars(published: Published, frame: Frame) -> Canvas:
    """Draw one question of agreement."""
    groups = groups_of(published.rows)
    shown = [group for group in groups if not group.hidden]
    if shown and not all((group.rows["shown"] == "exact").all() for group in shown):
        return plot_tick_box_comparison(published, frame)
    if not shown:
        canvas = sheet_in_pixels(frame)
        draw_nothing(canvas, nothing_to_show(published))
        return canvas
    return plot_bars(groups, published.question, frame)


def plot_bars(
    groups: list[Group], question: Question, frame: Frame, *, opening: str = ""
) -> Canvas:
    """Draw groups of whom every count may be told, under words over the first of them."""
    canvas = sheet_in_pixels(frame)
    draw_opening(canvas, opening)
    bars = [bar_of(group, question) for group in groups]
    _draw(canvas, bars, frame.px(BAR))
    spare = (frame.height - canvas.height) / sum(not group.hidden for group in groups)
    if frame.height and spare > 0:
        canvas = sheet_in_pixels(frame)
        draw_opening(canvas, opening)
        _draw(canvas, bars, min(frame.px(BAR) + spare * 0.75, frame.px(TALLEST_BAR)))
    return canvas


def _draw(canvas: Canvas, bars: list[Bar], tall: float) -> None:
    asked = [bar for bar in bars if not bar.group.hidden]
    # One way for all: names under one bar and a list under the other would look like two things.
    in_a_row = all(_names(canvas, _placed(canvas.frame, bar)) is not None for bar in asked)
    for bar in bars:
        _draw_bar(canvas, bar, tall, in_a_row=in_a_row)
    canvas.height -= canvas.frame.px(BETWEEN_PANELS / 2)


def bar_of(group: Group, question: Question) -> Bar:
    """Read a group of whom every count may be told as a bar."""
    found = sides(question)
    told = {str(row["answer"]): row for row in group.rows.to_dict("records")}
    blocks = {
        answer: Block(
            name=str(told[answer]["label"]),
            count=0 if group.hidden else round(float(told[answer]["value"])),
            share=0.0 if group.hidden else float(told[answer]["share_low"]),
            text=str(told[answer]["text"]),
            percent="" if group.hidden else percent(told[answer]["value"], told[answer]["n"]),
            fill=fill,
            line=line,
        )
        for answer, fill, line in _fills(found.against, found.favour, found.neutral)
        if answer in told
    }
    neutral = [blocks.pop(found.neutral)] if found.neutral in blocks else []
    apart = [told[one] for one in found.apart if one in told and told[one]["value"] > 0]
    words = "; ".join(f"{row['text']}: {str(row['label']).lower()}" for row in apart)
    return Bar(group=group, scale=list(blocks.values()), neutral=neutral, apart=words)


def _fills(
    against: tuple[str, ...], favour: tuple[str, ...], neutral: str
) -> list[tuple[str, str, str]]:
    """Each answer's fill and outline: darkest at both ends; pale ones need the outline."""
    left = shades(theme.AGAINST, theme.AGAINST_PALE, len(against)) if against else []
    right = shades(theme.FAVOUR, theme.FAVOUR_PALE, len(favour))[::-1] if favour else []
    return [
        *((one, fill, theme.AGAINST) for one, fill in zip(against, left, strict=True)),
        *((one, fill, theme.FAVOUR) for one, fill in zip(favour, right, strict=True)),
        *([(neutral, theme.CONNECTOR, theme.AXIS)] if neutral else []),
    ]


def _draw_bar(canvas: Canvas, bar: Bar, tall: float, *, in_a_row: bool) -> None:
    frame = canvas.frame
    draw_group_name(canvas, bar.group)
    if bar.group.hidden:
        return
    if bar.apart:
        _draw_apart(canvas, bar)
    placed = _placed(frame, bar)
    for block, start, end in placed:
        _draw_block(canvas, block, (start, end), tall)
    canvas.height += tall
    if in_a_row:
        _draw_names(canvas, _names(canvas, placed) or [])
    else:
        _draw_list(canvas, placed)
    canvas.height += frame.px(BETWEEN_PANELS)


def _draw_apart(canvas: Canvas, bar: Bar) -> None:
    """Who answered beside the scale: at the right of the group's name, or under it."""
    frame = canvas.frame
    used = frame.px(24) + canvas.width_of(bar.group.words, bold=True) + frame.px(24)
    quiet = theme.QUIET_TEXT
    if used + canvas.width_of(bar.apart) <= frame.width:
        y = canvas.height - frame.px(22)  # the line of the group's name
        canvas.text(bar.apart, x=frame.width, y=y, anchor="right", colour=quiet)
        return
    lines = canvas.wrapped(bar.apart, frame.width)
    tall = len(lines) * theme.LINE_HEIGHT * frame.text
    canvas.text(lines, y=canvas.height + tall / 2 - frame.px(8), colour=quiet)
    canvas.height += tall


def _placed(frame: Frame, bar: Bar) -> list[tuple[Block, float, float]]:
    """Where each block that holds anybody begins and ends; the neutral one at the right end."""
    neutral = [block for block in bar.neutral if block.count]
    unit = frame.width - (frame.px(BESIDE) if neutral else 0)
    placed, x = [], 0.0
    for block in bar.scale:
        if block.count:
            placed.append((block, x, x + block.share * unit))
            x += block.share * unit
    return placed + [(block, frame.width - block.share * unit, frame.width) for block in neutral]


def _draw_block(canvas: Canvas, block: Block, ends: tuple[float, float], tall: float) -> None:
    px = canvas.frame.px
    start, end = ends
    inside = min(px(1.5), (end - start) / 4)  # a white line between neighbours
    line = {"color": block.line, "width": px(1.25)}
    canvas.block(
        (start + inside, canvas.height),
        (end - inside, canvas.height + tall),
        fillcolor=block.fill,
        line=line,
    )
    if _fits(canvas, block, end - start):
        canvas.text(
            str(block.count),
            x=(start + end) / 2,
            y=canvas.height + tall / 2,
            anchor="center",
            colour=text_on(block.fill),
            bold=True,
            size=1.2,
        )


def _fits(canvas: Canvas, block: Block, wide: float) -> bool:
    words = canvas.width_of(str(block.count), bold=True, size=1.2)
    return words + canvas.frame.px(8) <= wide


def _names(canvas: Canvas, placed: list[tuple[Block, float, float]]) -> list[Name] | None:
    """Names in a row under the bar, as near to their blocks as they can be; None if too long."""
    frame = canvas.frame
    gap = frame.px(BETWEEN_NAMES)
    names = [_name_lines(canvas, block, end - start) for block, start, end in placed]
    lines = [[*name, *rest] for name, rest in names]
    wide = [max(canvas.width_of(line) for line in those) for those in lines]
    most = max((len(name) for name, _ in names), default=0)
    if most > MOST_LINES or sum(wide) + gap * (len(wide) - 1) > frame.width:
        return None
    middles = [(start + end) / 2 for _, start, end in placed]
    lefts = _apart(middles, wide, gap, frame.width)
    return [
        Name(lines=those, left=left, wide=width, block_middle=middle)
        for those, left, width, middle in zip(lines, lefts, wide, middles, strict=True)
    ]


def _name_lines(canvas: Canvas, block: Block, wide: float) -> tuple[list[str], list[str]]:
    """The answer's name, no word of it broken, and what the block itself does not say."""
    longest = max((canvas.width_of(word) for word in block.name.split()), default=0.0)
    name = canvas.wrapped(block.name, max(NAME_SHARE * canvas.frame.width, wide, longest + 1))
    rest = ["" if _fits(canvas, block, wide) else block.text, block.percent]
    return name, [words for words in rest if words]


def _apart(middles: list[float], wide: list[float], gap: float, room: float) -> list[float]:
    """Left ends of texts centred on their middles, moved as little as keeps them apart."""
    lefts: list[float] = []
    free = 0.0
    for middle, width in zip(middles, wide, strict=True):
        lefts.append(max(free, middle - width / 2))
        free = lefts[-1] + width + gap
    end = room
    for at in range(len(lefts) - 1, -1, -1):
        lefts[at] = min(lefts[at], end - wide[at])
        end = lefts[at] - gap
    return lefts


def _draw_names(canvas: Canvas, names: list[Name]) -> None:
    frame = canvas.frame
    top, under = canvas.height + frame.px(2), canvas.height + frame.px(LEADER)
    for name in names:
        canvas.line((name.block_middle, top), (name.middle, under), colour=theme.AXIS)
        tall = len(name.lines) * theme.LINE_HEIGHT * frame.text
        y = under + frame.px(2) + tall / 2
        canvas.text(name.lines, x=name.middle, y=y, anchor="center")
    most = max((len(name.lines) for name in names), default=0)
    canvas.height = under + frame.px(2) + most * theme.LINE_HEIGHT * frame.text


def _draw_list(canvas: Canvas, placed: list[tuple[Block, float, float]]) -> None:
    """One line an answer, in the order of the bar, where names have no room side by side."""
    px = canvas.frame.px
    canvas.height += px(12)
    for block, _, _ in placed:
        words = f"{block.name}: {', '.join(filter(None, (block.text, block.percent)))}"
        lines = canvas.wrapped(words, canvas.frame.width - px(24))
        tall = len(lines) * theme.LINE_HEIGHT * canvas.frame.text
        canvas.swatch(block.fill, block.line, across=px(8), y=canvas.height + tall / 2)
        canvas.text(lines, y=canvas.height + tall / 2, shift=px(24))
        canvas.height += tall + px(4)
