"""Shades of one colour, and which text can be read on them."""

from rm_eval.charts import theme

READABLE_ON = 0.18  # luminance; below it white text has more contrast than black


def shades(dark: str, light: str, steps: int) -> list[str]:
    """Colours from dark to light; the dark one alone for a single step."""
    if steps == 1:
        return [dark]
    between = [mix(light, dark, step / (steps - 1)) for step in range(1, steps - 1)]
    return [dark, *between, light]


def mix(colour: str, other: str, share: float) -> str:
    """A colour that is `share` the first and the rest the second."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    mixed = (round(one * share + two * (1 - share)) for one, two in pairs)
    return "#" + "".join(f"{channel:02x}" for channel in mixed)


def text_on(colour: str) -> str:
    """Black or white, whichever can be read better."""
    return theme.TEXT if luminance(colour) > READABLE_ON else theme.BACKGROUND


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it, from 0 (black) to 1 (white)."""
    linear = []
    for channel in _channels(colour):
        share = channel / 255
        dark = share <= 0.04045  # noqa: PLR2004 - the standard's own limit
        linear.append(share / 12.92 if dark else ((share + 0.055) / 1.055) ** 2.4)
    return sum(part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
