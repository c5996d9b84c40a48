"""One published row: what is told of a count or a mean, in figures and in words."""

from dataclasses import dataclass

import numpy as np

from rm_eval.disclosure.combine import Block, told_mean
from rm_eval.disclosure.policy import END_BAND, LARGE_GROUP, SMALL_GROUP, SMALLEST_GROUP, Rule, band
from rm_eval.disclosure.published import Audience

Row = dict[str, object]
NaN = float(np.nan)


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """The people a row is about, and who will read it."""

    name: str
    label: str
    n: int
    audience: Audience

    @property
    def n_is_told(self) -> bool:
        """The public is not told how few people a small group is."""
        return self.audience != "public" or self.n >= LARGE_GROUP

    @property
    def n_text(self) -> str:
        """How many people, as the reader may know it."""
        if self.audience != "team" and 0 < self.n < SMALLEST_GROUP:
            return f"fewer than {SMALLEST_GROUP}"
        return str(self.n) if self.n_is_told else f"fewer than {LARGE_GROUP}"

    @property
    def possible_n(self) -> tuple[int, ...]:
        """Every size the reader must reckon with: drawn positions must not tell the size."""
        if self.n_is_told:
            return (self.n,)
        sizes = (SMALLEST_GROUP, SMALL_GROUP, LARGE_GROUP)
        low = max(size for size in sizes if size <= self.n)
        return tuple(range(low, sizes[sizes.index(low) + 1]))


def count_row(group: Group, answer: str, label: str, count: int, rule: Rule) -> Row:
    """Tell a count of people by a rule."""
    row = _row(group, "people", answer, label)
    if rule == "hidden" or group.n == 0:
        return row | {"text": "no answers" if group.n == 0 else "hidden", "why": _why_hidden(group)}
    low, high = band(count, group.n, rule)
    exact = low == high
    share_low, share_high = _share(group, count, rule)
    return row | {
        "shown": "exact" if exact else "band",
        "value": float(count) if exact else NaN,
        "low": float(low) if group.n_is_told else NaN,
        "high": float(high) if group.n_is_told else NaN,
        "share_low": share_low,
        "share_high": share_high,
        "text": _count_text(group, low, high, rule),
        "why": "" if exact else "Counts near none or near all are told as a range.",
    }


def _share(group: Group, count: int, rule: Rule) -> tuple[float, float]:
    """Return the share of people told, as low as it may be and as high.

    Where the size of the group is not told, over every size it may have.
    """
    bands = [(*band(_alike(count, group.n, size), size, rule), size) for size in group.possible_n]
    return min(low / size for low, _, size in bands), max(high / size for _, high, size in bands)


def _alike(count: int, n: int, size: int) -> int:
    """Find a count that is told alike in a group of another size: few, some or nearly all."""
    if n == size or count <= END_BAND:
        return count
    return size if n - count <= END_BAND else END_BAND + 1


def average_row(  # noqa: PLR0913, PLR0917 - a row has that many parts
    group: Group, statistic: str, label: str, value: float, block: Block, answer: str = ""
) -> Row:
    """Tell a mean or a median by the block's rule for means."""
    row = _row(group, statistic, answer, label)
    if block.mean_rule == "hidden":
        return row | {"text": "hidden", "why": _why_hidden(group)}
    if block.mean_rule == "exact":
        return row | {
            "shown": "exact", "value": value, "low": value, "high": value, "text": f"{value:.1f}"
        }  # fmt: skip
    low, high = told_mean(block.total, block.n, block.mean_rule, block.parts)
    middle = (low + high) / 2
    if block.mean_rule == "third":
        text = f"between {low:.1f} and {high:.1f}"
        why = "The mean is told as a range, because more would give single answers away."
        return row | {"shown": "band", "low": low, "high": high, "text": text, "why": why}
    one_decimal = block.mean_rule == "one_decimal"
    return row | {
        "shown": "exact",
        "value": round(middle, 1),
        "low": low,
        "high": high,
        "text": f"{middle:.1f}" if one_decimal else f"about {middle:.0f}",
        "why": "" if one_decimal else "Rounded to a whole number: the group is small.",
    }


def hidden_row(group: Group, why: str) -> Row:
    """Tell nothing of a group but why."""
    return _row(group, "people", "", "") | {"text": "hidden", "why": why}


def _row(group: Group, statistic: str, answer: str, label: str) -> Row:
    return {
        "group": group.name,
        "group_label": group.label,
        "statistic": statistic,
        "answer": answer,
        "label": label,
        "shown": "hidden",
        "value": NaN,
        "low": NaN,
        "high": NaN,
        "n": float(group.n) if group.n_is_told and group.n_text.isdecimal() else NaN,
        "n_text": group.n_text,
        "share_low": NaN,
        "share_high": NaN,
        "text": "",
        "why": "",
    }


def _count_text(group: Group, low: int, high: int, rule: Rule) -> str:
    if not group.n_is_told:
        return _words_for(group, low, high, rule)
    told = f"{low}" if low == high else f"{low} to {high}"
    if high == group.n and low < high:
        told = f"{low} or more"
    return f"{told} of {group.n}"


def _words_for(group: Group, low: int, high: int, rule: Rule) -> str:
    """Words that tell the band without telling the size of the group."""
    if high <= END_BAND:
        return f"0 to {END_BAND}"
    if rule == "two_bands":
        return f"{low} or more"
    return "nearly all" if high == group.n else f"some ({low} or more)"


def _why_hidden(group: Group) -> str:
    if group.n == 0:
        return ""
    if group.n < SMALLEST_GROUP:
        return (
            f"Fewer than {SMALLEST_GROUP} {group.label.lower()} answered, so we do not show this "
            "to people outside the programme team."
        )
    return (
        "This question is delicate and the group is small, so we do not show this to people "
        "outside the programme team."
    )
