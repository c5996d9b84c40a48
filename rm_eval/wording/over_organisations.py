"""One question over organisations in words: counts, ranges, who is missing, and never an order."""

from collections.abc import Mapping, Sequence

import pandas as pd

from rm_eval.disclosure import AUDIENCES, Published, within_a_sentence
from rm_eval.stats import Pooled
from rm_eval.wording.figures import as_sentence, joined, number_word
from rm_eval.wording.headline import subject
from rm_eval.wording.organisation_rows import Line, OrganisationRow, Rows, Seen, seen_of
from rm_eval.wording.points import plain_p, points
from rm_eval.wording.surroundings import SAMPLE, asked, grouped_in_words, how_answered

ALPHABET = (
    "Organisations stand in the order of the alphabet. They differ in size and in how their "
    "programmes run: a place on this chart says nothing of them."
)
OTHER_PEOPLE = (
    "Each organisation is other people, and so few that their answers also differ by luck."
)
RANGES = (
    "A thin line is the likely range for similar people in future (95%): here everyone was asked. "
    "A hollow bar is a figure told as a range."
)
WIDEST = (
    "How far single scores lie apart is told as a range only, so ranges of averages are drawn at "
    "their widest."
)
NO_SPREAD = "Averages stand side by side and are not put together: their ranges are not known."
ROUNDED = (
    "Averages of fewer than 10 people, and averages told as a wide range, are not put together "
    "with the others."
)
ALL_TOGETHER = "All of these together"
CHANCE = 0.05  # a test that says less often than this that all are alike


def groups_told(rows: Rows, together: Published | None) -> dict[str, str]:
    """Labels of every group of which some organisation tells anything, by the group's id."""
    every = [one.published for one in rows if one.published is not None]
    every += [together] if together is not None else []
    return {
        str(group): str(label)
        for one in every
        for group, label, shown in zip(
            one.rows["group"], one.rows["group_label"], one.rows["shown"], strict=True
        )
        if shown != "hidden"
    }


def seen_in(row: OrganisationRow, group: str, line: Line) -> Seen | str:
    """What an organisation tells of a group; or why nothing."""
    found = seen_of(row.published, line).get(group) if row.published is not None else None
    if found is None:
        return row.gaps.get(group, row.gaps.get("", "not asked"))
    return found if found.low is not None else row.gaps.get(group, "hidden to protect people")


def ranges_overlap(rows: Rows, group: str, line: Line) -> bool | None:
    """Whether one value lies in the ranges of all organisations; None of fewer than two ranges."""
    seen = [seen_in(row, group, line) for row in rows]
    ends = [one.ends for one in seen if isinstance(one, Seen) and one.ends is not None]
    if len(ends) < 2:  # noqa: PLR2004 - one range overlaps with nothing
        return None
    return max(low for low, _ in ends) <= min(high for _, high in ends)


def headline_over_organisations(rows: Rows, together: Published | None, line: Line) -> str:
    """What was found over all, in counts or averages, and whether ranges overlap."""
    about = subject(_first(rows).question)
    groups = list(groups_told(rows, together).values())
    found = [words for group in groups if (words := _over_all(rows, together, group, line))]
    if not found:
        return f"{about}: the answers are hidden to protect people"
    n = len([row for row in rows if row.published is not None])
    verb = "" if line.is_mean else f" {line.words}"
    said = f"{about}: {joined(found)}{verb} in {organisations(n)}"
    ranges = _ranges_in_words({group: ranges_overlap(rows, group, line) for group in groups})
    return f"{said}. {ranges}" if ranges else said


def _over_all(rows: Rows, together: Published | None, group: str, line: Line) -> str:
    """Such as "41 of 52 mentors", or from which average to which."""
    seen = [one for row in rows if isinstance(one := seen_in(row, group, line), Seen)]
    if line.is_mean:
        lows = [one.low for one in seen if one.low is not None]
        highs = [one.high for one in seen if one.high is not None]
        ends = dict.fromkeys((points(min(lows)), points(max(highs)))) if lows else {}
        return f"{within_a_sentence(group)} average {' to '.join(ends)}" if ends else ""
    whole = seen_of(together, line).get(group) if together is not None else None
    told = whole or (seen[0] if len(seen) == 1 else None)
    is_told = told is not None and told.low is not None
    return f"{told.text} {within_a_sentence(group)}" if told and is_told else ""


def _ranges_in_words(overlap: Mapping[str, bool | None]) -> str:
    """Whether the ranges of all organisations overlap, of each group that has some."""
    known = {group: one for group, one in overlap.items() if one is not None}
    if not known:
        return ""
    if len(set(known.values())) == 1:
        return "All ranges overlap" if all(known.values()) else "Not all ranges overlap"
    yes, no = ([one for one, is_so in known.items() if is_so is wanted] for wanted in (True, False))
    rest = joined([f"{within_a_sentence(group)}’" for group in no])
    return f"{joined([f'{group}’' for group in yes])} ranges all overlap; {rest} do not"


def organisations(n: int) -> str:
    """Such as "5 organisations"."""
    return f"{n} organisation{'' if n == 1 else 's'}"


def subtitle_over_organisations(rows: Rows) -> str:
    """The question as asked, how it was answered, when, and over how many organisations."""
    first = _first(rows)
    n = len([one for one in rows if one.published is not None])
    where = f"{as_sentence(organisations(n))}, {first.scope.when}."
    return " ".join(filter(None, (asked(first.question), how_answered(first), where)))


def alt_over_organisations(rows: Rows, together: Published | None, line: Line) -> str:
    """What the picture shows, row by row: they are few."""
    said = [
        f"{group}: {'; '.join(_row_in_words(row, group, line) for row in rows)}"
        for group in groups_told(rows, together).values()
    ]
    head = headline_over_organisations(rows, together, line)
    return f"One row an organisation, in the order of the alphabet. {head}. {'. '.join(said)}."


def _row_in_words(row: OrganisationRow, group: str, line: Line) -> str:
    found = seen_in(row, group, line)
    return f"{row.organisation}: {found if isinstance(found, str) else found.text}"


def ends_in_words(seen: Seen, line: Line) -> str:
    """The likely range for similar people: "5.9 to 8.3", or "46 to 88 of 100"."""
    if seen.ends is None:
        return ""
    low, high = seen.ends
    if line.is_mean:
        return f"{points(low)} to {points(high)}"
    return f"{int(100 * low + 0.5)} to {int(100 * high + 0.5)} of 100"


def table_over_organisations(
    rows: Rows, together: Published | None, pooled: Mapping[str, Pooled], line: Line
) -> pd.DataFrame:
    """A row an organisation, two columns a group: what is told, and its likely range."""
    groups = groups_told(rows, together)
    table = [_cells(row, groups, line) for row in rows]
    if together is not None:
        last: dict[str, str] = {"Organisation": _last_label(rows, pooled, line), "Cohorts": ""}
        for group, label in groups.items():
            last |= _cells_together(together, pooled.get(group), label, line)
        table.append(last)
    return pd.DataFrame(table, dtype=str)


def _last_label(rows: Rows, pooled: Mapping[str, Pooled], line: Line) -> str:
    """All of them; of averages, as many as some group has."""
    if not line.is_mean or all(one.k == n_told(rows, group, line) for group, one in pooled.items()):
        return ALL_TOGETHER
    return "Together, of those told closely enough"


def n_told(rows: Rows, group: str, line: Line) -> int:
    """How many organisations tell something of a group, named by id or label."""
    labels = groups_told(rows, None)
    seen = (seen_in(row, labels.get(group, group), line) for row in rows)
    return sum(isinstance(one, Seen) for one in seen)


def _cells(row: OrganisationRow, groups: Mapping[str, str], line: Line) -> dict[str, str]:
    cells = {
        "Organisation": row.organisation,
        "Cohorts": str(row.cohorts) if row.published is not None else "",
    }
    for label in groups.values():
        found = seen_in(row, label, line)
        is_told = isinstance(found, Seen)
        cells[f"{label}: {line.words}"] = found.text if isinstance(found, Seen) else found
        cells[f"{label}: similar people (95% range)"] = (
            ends_in_words(found, line) if is_told and isinstance(found, Seen) else ""
        )
    return cells


def _cells_together(
    together: Published, pooled: Pooled | None, label: str, line: Line
) -> dict[str, str]:
    names = f"{label}: {line.words}", f"{label}: similar people (95% range)"
    if line.is_mean:
        return dict(zip(names, of_means(pooled), strict=True))
    found = seen_of(together, line).get(label)
    if found is None or found.low is None:
        return dict(zip(names, ("not told", ""), strict=True))
    return dict(zip(names, (found.text, ends_in_words(found, line)), strict=True))


def label_of_means(pooled: Pooled | None, n_told: int) -> str:
    """What averages together are called: how many of those above they are."""
    if pooled is None or pooled.k == n_told:
        return ALL_TOGETHER
    return f"{as_sentence(str(pooled.k))} of these together"


def of_means(pooled: Pooled | None) -> tuple[str, str]:
    """Averages together and their range, as far as so many organisations can tell."""
    if pooled is None or pooled.mean is None or pooled.rule in {"nothing", "alone"}:
        return "not put together", ""
    words = f"{points(pooled.mean)}, {pooled.n} people"
    if pooled.low is None or pooled.high is None:
        return f"{words} (average of these {number_word(pooled.k)})", ""
    ends = f"{points(pooled.low)} to {points(pooled.high)}"
    if pooled.prediction_low is None or pooled.prediction_high is None:
        return words, ends
    other = f"{points(pooled.prediction_low)} to {points(pooled.prediction_high)}"
    return words, f"{ends}; another organisation: {other}"


def notes_over_organisations(
    rows: Rows,
    together: Published | None,
    pooled: Mapping[str, Pooled],
    remarks: Sequence[str],
    line: Line,
) -> tuple[str, ...]:
    """How to read it, who is not in it, what is grouped, for whom and from where."""
    every = [one.published for one in rows if one.published is not None]
    of_means = [of_pooled(one) for one in pooled.values()] if line.is_mean else []
    spread = any(
        isinstance(one := seen_in(row, group, line), Seen) and one.ends
        for row in rows
        for group in groups_told(rows, together).values()
    )
    lowered = [note for one in every for note in one.notes if "fewer than the usual" in note]
    lines = (
        ALPHABET,
        OTHER_PEOPLE,
        RANGES if spread else "",
        (WIDEST if spread else NO_SPREAD) if line.is_mean else "",
        ROUNDED if _last_label(rows, pooled, line) != ALL_TOGETHER else "",
        *of_means,
        *remarks,
        *lowered,
        grouped_in_words(every),
        f"For: {AUDIENCES[every[0].audience]}.",
        source_of_region(rows, every[0]),
        SAMPLE if any(one.sample for one in every) else "",
    )
    return tuple(dict.fromkeys(one for one in lines if one))


def source_of_region(rows: Rows, first: Published) -> str:
    """Whose figures these are, and when the picture was made."""
    names = [row.organisation for row in rows if row.published is not None]
    return f"Source: {joined(names)}. Made on {first.made_on.day} {first.made_on:%B %Y}."


def of_pooled(pooled: Pooled) -> str:
    """Whether organisations differ by more than chance; or why nothing is said of it."""
    if pooled.effects is None:
        return pooled.reason.replace("cohorts", "organisations").replace("cohort", "organisation")
    tau = f"They differ by about {points(pooled.effects.tau)} points beyond luck."
    p = plain_p(pooled.effects.q_p)
    if pooled.effects.q_p >= CHANCE:
        return f"Differences this size are expected by chance (Cochran’s Q, p {p}). {tau}"
    return f"They differ by more than chance alone would have them (Cochran’s Q, p {p}). {tau}"


def _first(rows: Rows) -> Published:
    return next(one.published for one in rows if one.published is not None)
