"""One published row: what is told of a count or a mean, in figures and in words."""

from dataclasses import dataclass
from math import floor

import numpy as np

from rm_eval.disclosure.policy import (
    END_BAND,
    LARGE_GROUP,
    SMALL_GROUP,
    SMALLEST_GROUP,
    STANDARD,
    Bands,
    Bounds,
    Limits,
    bands,
    steps_per_point,
)
from rm_eval.disclosure.published import Audience
from rm_eval.disclosure.told import ToldCount, ToldTotal
from rm_eval.measures import within_a_sentence
from rm_eval.questionnaire import Mark

Row = dict[str, object]
NaN = float(np.nan)
RANGE = "Counts near none or near all are told as a range."
ROUNDED = "Rounded to a whole number: the group is small."
RANGE_OF_MEAN = "The mean is told as a range, because more would give single answers away."
RANGE_OF_SPREAD = (
    "The smallest and the largest standard deviation that fit the mean and the parts of the scale."
)
# What the team is told of a change besides counts of its people, by how it is written.
POINTS = {
    *("mean", "median", "mean_place", "low", "high", "before_mean", "after_mean"),
    *("before_median", "after_median", "all_mean", "all_low", "all_high", "if_stayed", "if_worst"),
    *("sd", "left_mean", "left_low", "left_high"),
}
# How far people's orders of importance agree: of the whole group, not of one item.
OF_ORDERS = {"agreement", "agreement_p", "agreement_curve_p", "order_p"}
CHANCES = {"p", "p_holm", "p_least", "t_p", "all_p", "all_p_exact"} | OF_ORDERS - {"agreement"}
LEAST_CHANCE_TOLD = 0.001
SIZES = {"rank_biserial", "hedges_g", "cliffs_delta", "agreement"}
OTHER_PEOPLE = {
    *("n_questions", "n_tested", "n_before", "n_after", "before_only", "after_only"),
    *("sent_before", "sent_after", "after", "new"),
}
IN_WORDS = {"basis", "verdict"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """The people a row is about, and who will read it."""

    name: str
    label: str
    n: int
    audience: Audience
    limits: Limits = STANDARD

    @property
    def n_is_told(self) -> bool:
        """The public is not told how few people a small group is."""
        return self.audience != "public" or self.n >= max(LARGE_GROUP, self.limits.smallest)

    @property
    def n_text(self) -> str:
        """How many people, as the reader may know it."""
        few, is_public = self.limits.smallest, self.audience == "public"
        if self.audience != "team" and 0 < self.n < few:
            return f"fewer than {max(few, LARGE_GROUP) if is_public else few}"
        return str(self.n) if self.n_is_told else f"fewer than {LARGE_GROUP}"

    @property
    def possible_n(self) -> tuple[int, ...]:
        """Every size the reader must reckon with: drawn positions must not tell the size."""
        if self.n_is_told:
            return (self.n,)
        sizes = sorted({self.limits.smallest, SMALLEST_GROUP, SMALL_GROUP, LARGE_GROUP})
        low = max(size for size in sizes if size <= self.n)
        return tuple(range(low, sizes[sizes.index(low) + 1]))


def exact_row(group: Group, statistic: str, answer: str, label: str, value: float) -> Row:
    """Tell a figure as it is, to the people who hold the answers."""
    row = _row(group, statistic, answer, label)
    told: Row = {"shown": "exact", "value": value, "low": value, "high": value}
    if not group.n and statistic not in OTHER_PEOPLE | IN_WORDS:
        return row | {"text": "no answers"}
    text = _text_of_no_share(statistic, label or answer, value)
    if text:
        return row | told | {"text": text}
    share = value / group.n
    shares = {"share_low": share, "share_high": share}
    return row | told | shares | {"text": f"{value:.0f} of {group.n}"}


def _text_of_no_share(statistic: str, word: str, value: float) -> str:
    """Write a figure that is no count of the group's own people; "" for those that are."""
    if statistic in POINTS:
        return f"{value:.1f}"
    if statistic in CHANCES:
        half_up = floor(1000 * value + 0.5) / 1000
        return "under 0.001" if value < LEAST_CHANCE_TOLD else f"{half_up:.3f}"
    if statistic in SIZES:
        return f"{value:.2f}"
    if statistic in OTHER_PEOPLE:
        return f"{value:.0f}"
    return word if statistic in IN_WORDS else ""


def count_row(group: Group, count: ToldCount, told_in: Bands, mark: Mark) -> Row:
    """Tell a count of people.

    Parameters
    ----------
    told_in
        The bands in which this reader is told counts.
    mark
        Of the question: decides the bands of other sizes the group may have.
    """
    row = _row(group, count.statistic, count.answer, count.label)
    first, last = _bands_met(count.bounds, told_in)
    low, high = told_in[first][0], told_in[last][1]
    if (low, high) == (0, group.n) and group.n_is_told and len(told_in) > 1:
        low, high = count.bounds  # such as "0 to 3", which is no band but follows from others
    if not group.n:
        return row | {"text": "no answers"}
    if (low, high) == (0, group.n):
        return row | {"text": "hidden", "why": _why_hidden(group)}
    share_low, share_high = _share(group, (first, last), mark)
    text = _words_for((first, last), len(told_in))
    return row | {
        "shown": "exact" if low == high else "band",
        "value": float(low) if low == high else NaN,
        "low": float(low) if group.n_is_told else NaN,
        "high": float(high) if group.n_is_told else NaN,
        "share_low": low / group.n if group.n_is_told else share_low,
        "share_high": high / group.n if group.n_is_told else share_high,
        "text": _count_text(group, low, high) if group.n_is_told else text,
        "why": "" if low == high else RANGE,
    }


def mean_row(group: Group, total: ToldTotal) -> Row:
    """Tell a mean, rounded; as a range where more than one rounded mean is possible."""
    row = _row(group, total.statistic, total.answer, total.label)
    per_point = steps_per_point(group.n)
    # Half up, in whole numbers: no fraction of a float may move a mean.
    steps = tuple((2 * per_point * end + group.n) // (2 * group.n) for end in total.bounds)
    low, high = total.ends
    if steps[0] <= low * per_point and steps[1] >= high * per_point:
        return row | {"text": "hidden", "why": _why_hidden(group)}
    first, last = (step / per_point for step in steps)
    half = 0.5 / per_point
    between = {"low": max(first - half, float(low)), "high": min(last + half, float(high))}
    is_one = steps[0] == steps[1]
    about = "" if per_point > 1 else "about "
    words = _mean_in_words(first, last, total.ends, decimals=int(per_point > 1))
    return row | between | {
        "shown": "exact" if is_one else "band",
        "value": first if is_one else NaN,
        "text": about + words,
        "why": RANGE_OF_MEAN if not is_one else ROUNDED if about else "",
    }  # fmt: skip


def spread_row(group: Group, low: float, high: float) -> Row:
    """Tell between which ends a standard deviation lies."""
    is_one = low == high
    return _row(group, "sd", "", "Spread") | {
        "shown": "exact" if is_one else "band",
        "value": low if is_one else NaN,
        "low": low,
        "high": high,
        "text": f"{low:.1f}" if is_one else f"{low:.1f} to {high:.1f}",
        "why": RANGE_OF_SPREAD,
    }


def hidden_row(group: Group, why: str = "", statistic: str = "people") -> Row:
    """Tell nothing of a group but why."""
    if not group.n:
        return _row(group, statistic, "", "") | {"text": "no answers"}
    why = why or _why_hidden(group)
    return _row(group, statistic, "", "") | {"text": "hidden", "why": why}


def _bands_met(told: Bounds, told_in: Bands) -> tuple[int, int]:
    """Find the first and the last band that what is told can lie in.

    A reader could often work out a little more; but "0 to 2" should look alike wherever it stands.
    """
    met = [at for at, (low, high) in enumerate(told_in) if low <= told[1] and high >= told[0]]
    return met[0], met[-1]


def _share(group: Group, met: tuple[int, int], mark: Mark) -> tuple[float, float]:
    """Return the smallest and the largest share of people, over every size the group may have."""
    told = [(bands(mark, n, group.audience, limits=group.limits), n) for n in group.possible_n]
    return (
        min(told_in[min(met[0], len(told_in) - 1)][0] / n for told_in, n in told),
        max(told_in[min(met[1], len(told_in) - 1)][1] / n for told_in, n in told),
    )


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


def _count_text(group: Group, low: int, high: int) -> str:
    told = f"{low}" if low == high else f"{low} to {high}"
    if high == group.n and low < high:
        told = f"{low} or more"
    return f"{told} of {group.n}"


def _words_for(met: tuple[int, int], n_bands: int) -> str:
    """Words that tell the bands without telling the size of the group."""
    few, some = f"0 to {END_BAND}", f"{END_BAND + 1} or more"
    if n_bands == 2:  # noqa: PLR2004 - few or more
        return few if met == (0, 0) else some
    words = {(0, 0): few, (1, 1): f"some ({some})", (2, 2): "nearly all", (1, 2): some}
    return words.get(met, "not nearly all")


def _mean_in_words(first: float, last: float, ends: Bounds, *, decimals: int) -> str:
    if first == last:
        return f"{first:.{decimals}f}"
    if last >= ends[1]:
        return f"{first:.{decimals}f} or higher"
    if first <= ends[0]:
        return f"{last:.{decimals}f} or lower"
    return f"{first:.{decimals}f} to {last:.{decimals}f}"


def _why_hidden(group: Group) -> str:
    if group.n == 0:
        return ""
    who = within_a_sentence(group.label)
    outside = "so we do not show this to people outside the programme team."
    if group.n < group.limits.smallest:
        few = "Too few" if group.audience == "public" else f"Fewer than {group.limits.smallest}"
        return f"{few} {who} answered, {outside}"
    return f"This would say too much about single {who}, {outside}"
