"""Numbers of points, chances and shares, as people say them."""

from decimal import ROUND_HALF_UP, Decimal
from math import floor

from rm_eval.questionnaire import Question

MINUS = "\u2212"
LEAST_P = 0.001
ONE = {"+1.0", f"{MINUS}1.0"}


def points(value: float) -> str:
    """One decimal, half up away from nought, with a real minus: "5.6", "\u22120.4"."""
    size = _one_decimal(abs(value))
    return f"{MINUS}{size}" if value < 0 and size != "0.0" else size


def signed(value: float) -> str:
    """A change: "+1.4", "\u22120.4", "0.0"."""
    words = points(value)
    return words if words == "0.0" or value < 0 else f"+{words}"


def amount(value: float, question: Question) -> str:
    """A change with its unit: "+1.4 points", or of yes and no "+2.9 in 10"."""
    if question.type == "yes_no":
        return f"{signed(10 * value)} in 10"
    size = signed(value)
    return f"{size} {'point' if size in ONE else 'points'}"


def between(low: float, high: float, question: Question) -> str:
    """The ends of a range of changes, without their unit where that was said before."""
    per = 10 if question.type == "yes_no" else 1
    return from_to(per * low, per * high)


def from_to(low: float, high: float) -> str:
    """Ends of a range of changes: "+0.4 to +2.5"; an end near 0 is not printed as 0."""
    return f"{_end(low)} to {_end(high)}"


def _end(value: float) -> str:
    words = signed(value)
    nearly = f"{abs(value):.2f}"
    if words != "0.0" or nearly == "0.00":
        return words
    return f"{'+' if value > 0 else MINUS}{nearly}"


def p_words(p: float) -> str:
    """A p-value, never nought: "p = 0.063", "p < 0.001"."""
    return "p < 0.001" if p < LEAST_P else f"p = {plain_p(p)}"


def plain_p(p: float) -> str:
    """The same within a sentence: "0.063", "below 0.001"."""
    if p < LEAST_P:
        return "below 0.001"
    return str(Decimal(str(p)).quantize(Decimal("0.001"), ROUND_HALF_UP))


def times(chance: float) -> str:
    """A chance as a lead would retell it: "1 time in 16", "about 1 time in 11"."""
    if chance >= 1:
        return "every time"
    if chance < LEAST_P:
        return "less than 1 time in 1,000"
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
