"""The smallest phrases: a group, a count, a range of counts, a number as a word."""

from dataclasses import dataclass
from math import floor, isnan
from typing import Any, Literal

from rm_eval.disclosure import Published, within_a_sentence
from rm_eval.disclosure.policy import SMALLEST_GROUP_FOR_PERCENT
from rm_eval.disclosure.rows import OF_ORDERS

Shown = Literal["exact", "band", "hidden"]

NO_ANSWERS = "no answers"
READ = (
    *("group_label", "statistic", "answer", "label", "shown", "low", "high", "n", "n_text"),
    *("share_low", "share_high", "text"),
)
# fmt: off
ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
    "eighteen", "nineteen",
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
# fmt: on


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """One published row, typed.

    `n` is None where the reader may not know it; `low` and `high` are None where hidden.
    """

    group: str
    statistic: str
    answer: str
    label: str
    shown: Shown
    low: float | None
    high: float | None
    n: int | None
    n_text: str
    share_low: float | None
    share_high: float | None
    text: str

    @property
    def middle(self) -> float:
        """Where its share stands among others of its group; hidden ones stand last."""
        if self.share_low is None or self.share_high is None:
            return -1.0
        return (self.share_low + self.share_high) / 2

    @property
    def group_word(self) -> str:
        """Such as "mentors"."""
        return within_a_sentence(self.group)

    @property
    def one_word(self) -> str:
        """Such as "mentor", or "mentor or mentee"."""
        return one_of(self.group_word)


def one_of(group: str) -> str:
    """One of a group by its name: "mentor" of mentors, "mentor or mentee" of both together."""
    role, opening, rest = group.partition(" (")
    words = " or ".join(word.removesuffix("s") for word in role.split(" and "))
    return f"{words}{opening}{rest}"


def figures(published: Published) -> list[Figure]:
    """Every published row, in the order to draw; not what stands behind an order as a whole."""
    # By columns: a question asked twice has a row a pair of answers, and rows of a frame are slow.
    columns = [published.rows[name].tolist() for name in READ]
    rows = (dict(zip(READ, cells, strict=True)) for cells in zip(*columns, strict=True))
    return [_figure(row) for row in rows if row["statistic"] not in OF_ORDERS]


def _figure(row: dict[str, Any]) -> Figure:
    n = _number(row["n"])
    return Figure(
        group=str(row["group_label"]),
        statistic=str(row["statistic"]),
        answer=str(row["answer"]),
        label=str(row["label"]),
        shown=row["shown"],
        low=_number(row["low"]),
        high=_number(row["high"]),
        n=None if n is None else round(n),
        n_text=str(row["n_text"]),
        share_low=_number(row["share_low"]),
        share_high=_number(row["share_high"]),
        text=str(row["text"]),
    )


def _number(cell: float | str) -> float | None:
    number = float(cell)
    return None if isnan(number) else number


def by_group(those: list[Figure]) -> dict[str, list[Figure]]:
    """Figures of each group, groups in the order to draw."""
    groups: dict[str, list[Figure]] = {}
    for figure in those:
        groups.setdefault(figure.group, []).append(figure)
    return groups


def people(n_text: str) -> str:
    """Such as "11 people", "1 person", "fewer than 10 people"."""
    return f"{n_text} person" if n_text == "1" else f"{n_text} people"


def percent(count: float, n: float) -> str:
    """Such as "55%", rounded half up; "" for a group too small to be told in percentages."""
    if not n >= SMALLEST_GROUP_FOR_PERCENT:  # a size that is not told is not a number
        return ""
    share = floor((200 * count + n) / (2 * n))
    return "under 1%" if count and not share else f"{share}%"


def cohorts_together(n: int) -> str:
    """Return "6 cohorts together", or "1 cohort" where nothing could be added to it."""
    return f"{n} cohorts together" if n != 1 else "1 cohort"


def group_with_n(figure: Figure) -> str:
    """Such as "11 mentors", "1 mentor", "fewer than 10 mentees"."""
    word = figure.one_word if figure.n_text == "1" else figure.group_word
    return f"{figure.n_text} {word}".strip()


def who(figure: Figure) -> str:
    """How many of the group, such as "9 of 11 mentors" or "no more than 2 of 7 mentees"."""
    if figure.shown == "hidden":
        return f"a hidden number of {figure.group_word}"
    if figure.n is None or figure.low is None or figure.high is None:
        return _who_of_unknown(figure)
    if figure.shown == "exact":
        return _who_exactly(figure.group_word, round(figure.low), figure.n)
    return f"{_range(figure.low, figure.high, figure.n)} of {figure.n} {figure.group_word}"


def _who_of_unknown(figure: Figure) -> str:
    """The reader may not know how many people there are: use the published words alone."""
    count, bracket, rest = figure.text.partition(" (")
    count = count.replace("0 to ", "no more than ")
    return f"{count} {figure.group_word}{bracket}{rest}"


def _who_exactly(group: str, count: int, n: int) -> str:
    if n == 1:
        one = f"the one {one_of(group)} who answered"
        return one if count else f"not {one}"
    if count == 0:
        return f"none of the {n} {group}"
    if count == n:
        is_both = n == 2 and " and " not in group  # noqa: PLR2004 - both are two
        return f"both {group}" if is_both else f"all {n} {group}"
    return f"{count} of {n} {group}"


def _range(low: float, high: float, n: int) -> str:
    if low <= 0:
        return f"no more than {high:.0f}"
    if high >= n:
        return f"{low:.0f} or more"
    return f"{low:.0f} to {high:.0f}"


def number_word(number: int) -> str:
    """A whole number below 100 as a word."""
    if number < len(ONES):
        return ONES[number]
    tens, ones = divmod(number, 10)
    return TENS[tens - 2] + (f"-{ONES[ones]}" if ones else "")


def as_sentence(words: str) -> str:
    """Begin with a capital, and a number at the start as a word."""
    first, space, rest = words.partition(" ")
    if first.isascii() and first.isdecimal() and int(first) < 100:  # noqa: PLR2004 - larger stay
        first = number_word(int(first))
    return first[:1].upper() + first[1:] + space + rest


def in_quotes(text: str, longest: int) -> str:
    """A label in quotation marks; one too long for a headline is shortened at a space."""
    if len(text) > longest:
        text = text[:longest].rsplit(" ", 1)[0].rstrip(" ,;:.") + "\u2026"
    return f"\u201c{text}\u201d"


def joined(parts: list[str]) -> str:
    """Such as "a", "a and b", "a, b and c"."""
    if len(parts) < 2:  # noqa: PLR2004 - nothing to join
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
