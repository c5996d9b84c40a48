"""How every chart looks: colours named for meaning, one font, sizes for page and picture.

Colours are the Government Analysis Function's; contrast with white was measured: orange is
3.0 to 1 and turquoise 3.1 to 1, enough for a shape and too little for text.
"""

from dataclasses import dataclass

FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
BACKGROUND = "#ffffff"
TEXT = "#0b0c0c"
QUIET_TEXT = "#3D3D3D"
CONNECTOR = "#BFBFBF"
GRID = "#E6E8E9"
AXIS = "#6F777B"
PANEL = "#F3F4F5"
# Sides of agreement: sequential blue for agreeing, one other hue for disagreeing; pale shades are
# outlined in the full one. Never red against green.
FAVOUR = "#12436D"
FAVOUR_PALE = "#6BACE6"
AGAINST = "#801650"
AGAINST_PALE = "#DDA9C4"

GRID_LINE = 1.25
LINE_HEIGHT = 1.3  # of Plotly's text, in font sizes


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """How a group is told from others: by shape, by colour and by the words beside it."""

    colour: str
    tint: str
    text: str
    symbol: str


LOOKS = {
    "mentor": Look(colour="#12436D", tint="#C9D6E2", text="#12436D", symbol="circle"),
    "mentee": Look(colour="#F46A25", tint="#FCE0D2", text=QUIET_TEXT, symbol="diamond"),
    "better": Look(colour=FAVOUR, tint=FAVOUR_PALE, text="#12436D", symbol="circle"),
    "worse": Look(colour=AGAINST, tint="#F8EFF3", text=QUIET_TEXT, symbol="diamond"),
    "all": Look(colour="#28A197", tint="#D4ECEA", text=QUIET_TEXT, symbol="square"),
}


# Parts of a role, largest contrast between neighbours first; each has a shape of its own.
PART_LOOKS = (
    Look(colour="#12436D", tint="#C9D6E2", text="#12436D", symbol="circle"),
    Look(colour="#28A197", tint="#D4ECEA", text=QUIET_TEXT, symbol="square"),
    Look(colour="#801650", tint="#EBD7E2", text="#801650", symbol="diamond"),
    Look(colour="#F46A25", tint="#FCE0D2", text=QUIET_TEXT, symbol="triangle-up"),
    Look(colour=QUIET_TEXT, tint=GRID, text=QUIET_TEXT, symbol="triangle-down"),
)


def look_of_part(at: int) -> Look:
    """How to draw a part of a role, by its place among them."""
    return PART_LOOKS[at % len(PART_LOOKS)]


def look_of(group: str) -> Look:
    """How to draw a group; one that is neither role looks like the first."""
    return LOOKS.get(group, LOOKS["mentor"])


@dataclass(frozen=True, kw_only=True, slots=True)
class Frame:
    """The room a chart is laid out for.

    Attributes
    ----------
    text
        Font size of labels in px; everything else is sized by it.
    width
        Pixels the layout is planned for. A page may stretch it: texts keep their size.
    height
        Pixels to fill if the rows can be spread so far; 0 for no more than they need.
    """

    text: float
    width: float
    height: float = 0

    def px(self, pixels_at_16: float) -> float:
        """A length that grows with the text, given as at a font size of 16 px."""
        return pixels_at_16 * self.text / 16

    @property
    def narrow(self) -> bool:
        """Whether labels stand above their rows because there is no room beside them."""
        return self.width < self.px(480)


PAGE = Frame(text=16, width=700)
PHONE = Frame(text=15, width=300)
