"""Numbers of points, chances and shares, as people say them."""

from decimal import ROUND_HALF_UP, Decimal
from math import floor

MINUS = "\u2212"
LEAST_P = 0.001
RARE = 1000  # "1 time in more than"


def points(value: float) -> str:
    """One decimal, half up away from nought, with a real minus: "5.6", "\u22120.4"."""
    size = _one_decimal(abs(value))
    return f"{MINUS}{size}" if value < 0 and size != "0.0" else size


def signed(value: float) -> str:
    """A change: "+1.4", "\u22120.4", "0.0"."""
    words = points(value)
    return words if words == "0.0" or value < 0 else f"+{words}"


def from_to(low: float, high: float) -> str:
    """Ends of a range of changes: "+0.4 to +2.5"."""
    return f"{signed(low)} to {signed(high)}"


def p_words(p: float) -> str:
    """A p-value, never nought: "p = 0.063", "p < 0.001"."""
    if p < LEAST_P:
        return "p < 0.001"
    return f"p = {Decimal(str(p)).quantize(Decimal('0.001'), ROUND_HALF_UP)}"


def times(chance: float) -> str:
    """A chance as a lead would retell it: "1 time in 16", "about 1 time in 11"."""
    if chance >= 1:
        return "every time"
    one_in = 1 / chance
    whole = floor(one_in + 0.5)
    about = "" if abs(one_in - whole) < 1e-6 * one_in else "about "
    return f"{about}1 time in {whole:,}"


def in_hundred(chance: float) -> str:
    """A chance that is not small: "about 19 times in 100"."""
    return f"about {floor(100 * chance + 0.5)} times in 100"


def _one_decimal(value: float) -> str:
    # By the shortest decimal that is the number, so that 0.25 goes up although floats waver.
    return str(Decimal(str(round(value, 9))).quantize(Decimal("0.1"), ROUND_HALF_UP))
