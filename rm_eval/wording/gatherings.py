"""What was said in a room, in words: its name, its table, and a report as text."""

from collections.abc import Sequence

from rm_eval.disclosure import AUDIENCES, Audience, Published
from rm_eval.disclosure.gatherings import FEWEST_SPOKE
from rm_eval.gatherings import KINDS, Counted, Gathering
from rm_eval.questionnaire import Role
from rm_eval.wording.quotes import ABOUT, quotations
from rm_eval.wording.surroundings import SAMPLE

# "From a focus group, not a survey": said wherever any of it is shown.
HEADS: dict[Counted, str] = {
    "people": "How many people spoke of it",
    "times": "How often it was named",
    "unknown": "Mentions",
}
NOT_COUNTED = (
    "The sheet does not say whether its mentions count people or times, so they say little about "
    "how many people meant it."
)
TIMES = "Mentions count how often a theme was named: one person may have named it often."
ORDER = (
    f"Themes that at least {FEWEST_SPOKE} people spoke of, in the order of the alphabet. Only the "
    "programme team sees how many people that was."
)
WHOSE = {"mentor": "Mentors", "mentee": "Mentees", "all": "Both, or not said"}


def gathering_title(gathering: Gathering) -> str:
    """Such as "Focus group of 6 mentees, 3 March 2026"; to the team alone."""
    people = " and ".join(
        f"{n} {role if n == 1 else f'{role}s'}" for role, n in gathering.n_there.items() if n
    )
    return f"{KINDS[gathering.kind]} of {people}{_when(gathering)}"


def gathering_title_for_others(gathering: Gathering) -> str:
    """The same, without how many were there."""
    people = " and ".join(f"{role}s" for role in gathering.roles)
    return f"{KINDS[gathering.kind]} of {people}{_when(gathering)}"


def no_survey_note(gathering: Gathering) -> str:
    """Say what kind of evidence it is."""
    kind = KINDS[gathering.kind].lower()
    return (
        f"From a {kind}, not a survey. Somebody wrote down what was said; nobody was asked one by "
        "one, and all who were there heard each other."
    )


def said_table(published: Published) -> dict[str, list[str]]:
    """The themes by column: who said it, the theme and, for the team, its mentions."""
    rows = published.rows
    labels = [str(label) for label in rows["label"]]
    whose = [WHOSE[str(group)] for group in rows["group"]]
    table = {"Who": whose, "Theme": labels} if len(set(whose)) > 1 else {"Theme": labels}
    if published.audience != "team":
        return table
    counted: Counted = rows["statistic"].iloc[0] if len(rows) else "unknown"
    return {**table, HEADS[counted]: [str(text) for text in rows["text"]]}


def said_notes(published: Published) -> tuple[str, ...]:
    """What has to be said under the table."""
    if published.rows.empty:
        return published.notes
    if published.audience != "team":
        return (ORDER, *published.notes)
    statistic = str(published.rows["statistic"].iloc[0])
    said = {"times": (TIMES,), "unknown": (NOT_COUNTED,)}.get(statistic, ())
    return (*said, *published.notes)


def gatherings_in_full(
    title: str,
    every: Sequence[tuple[Gathering, Published, Published]],
    *,
    report_to: Role | None = None,
) -> str:
    """Write occasions as a text that can be sent: each with its themes and its quotes.

    Parameters
    ----------
    title
        The first line.
    every
        Each occasion with its published themes and its published quotes.
    report_to
        The role it is made for, where it is for one.
    """
    lines = [title, _for_whom(every[0][1].audience, report_to)] if every else [title]
    for gathering, themes, quotes in every:
        is_team = themes.audience == "team"
        named = gathering_title(gathering) if is_team else gathering_title_for_others(gathering)
        lines += ["", named, f"{gathering.organisation}, {gathering.cohort}"]
        lines += [no_survey_note(gathering)]
        lines += [SAMPLE] if gathering.sample else []
        lines += ["", *_lines(said_table(themes)), *said_notes(themes)]
        told = quotations(quotes)
        lines += ["", "In people’s own words", ABOUT, *told] if told else []
    return "\n".join(lines) + "\n"


def _for_whom(audience: Audience, report_to: Role | None) -> str:
    if report_to is None:
        return f"For: {AUDIENCES[audience]}."
    other = "mentees" if report_to == "mentor" else "mentors"
    return f"For: {report_to}s of this programme. Do not pass it on to {other}."


def _lines(table: dict[str, list[str]]) -> list[str]:
    """One line a theme, such as "- Mentors: Time to meet (4 of 8)"."""
    n = len(table["Theme"])
    whose = [f"{who}: " for who in table["Who"]] if "Who" in table else [""] * n
    last = next((cells for name, cells in table.items() if name not in {"Who", "Theme"}), None)
    counts = [f" ({cell})" for cell in last] if last else [""] * n
    return [f"- {a}{b}{c}" for a, b, c in zip(whose, table["Theme"], counts, strict=True)]


def _when(gathering: Gathering) -> str:
    day = gathering.held_on
    return f", {day.day} {day:%B %Y}" if day else ""
