"""A sheet of themes and what somebody said of the occasion become a gathering."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import uuid4

from rm_eval.errors import NotAllowed
from rm_eval.gatherings.gathering import Counted, Gathering, Kind, SaidTheme, Stream
from rm_eval.gatherings.sheet import ThemeRow, ThemeSheet
from rm_eval.questionnaire import Role
from rm_eval.readers.personal.personal_details import masked
from rm_eval.recognise.wordings.wording import normalise
from rm_eval.table import Notice

MOST_PEOPLE = 1000
Key = tuple[Stream, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Occasion:
    """What a sheet does not say: see `Gathering`."""

    organisation: str
    cohort: str
    kind: Kind
    n_there: Mapping[Role, int]
    counted: Counted
    held_on: date | None = None
    question: str = ""
    agreed: str = ""
    is_cleared: bool = False


def gathering_of(
    sheet: ThemeSheet, occasion: Occasion, *, sample: bool = False
) -> tuple[Gathering, tuple[Notice, ...]]:
    """Make a gathering of a sheet, and say what of the sheet does not fit the occasion.

    Nothing is added up: whoever spoke of a theme in one row may have spoken of it in another.

    Raises
    ------
    NotAllowed
        Where nobody was there, or nobody's organisation and cohort are named.
    """
    _check(occasion)
    notices: list[Notice] = []
    themes: dict[Key, SaidTheme] = {}
    for row in sheet.rows:
        role = _role_of(row, occasion)
        if role != "all" and not occasion.n_there.get(role):
            message = f"Row {row.row} is of {role}s, and none were there, so it was left out."
            notices.append(Notice(code="nobody_there", message=message, row=row.row))
            continue
        mentions, more = _mentions_of(row, role, occasion)
        one = SaidTheme(label=row.theme, role=role, mentions=mentions, quotes=_quotes(row))
        earlier = themes.get((role, normalise(row.theme)))
        if earlier is not None:
            one, again = _both(earlier, one, row.row)
            more += again
        themes[role, normalise(row.theme)] = one
        notices += more
    return _made(sheet, occasion, tuple(themes.values()), sample=sample), tuple(notices)


def _made(
    sheet: ThemeSheet, occasion: Occasion, themes: tuple[SaidTheme, ...], *, sample: bool
) -> Gathering:
    return Gathering(
        id=str(uuid4()),
        organisation=occasion.organisation.strip(),
        cohort=occasion.cohort.strip(),
        kind=occasion.kind,
        held_on=occasion.held_on,
        n_there=dict(occasion.n_there),
        question=occasion.question,
        counted=occasion.counted,
        themes=themes,
        agreed=masked(" ".join(occasion.agreed.split())),
        is_cleared=occasion.is_cleared,
        file_name=sheet.upload_name,
        sha256=sheet.sha256,
        sample=sample,
    )


def _check(occasion: Occasion) -> None:
    if not occasion.organisation.strip() or not occasion.cohort.strip():
        raise NotAllowed(
            "Say which organisation and cohort it was. Nothing was kept.", code="scope_unknown"
        )
    if not 0 < sum(occasion.n_there.values()) <= MOST_PEOPLE:
        raise NotAllowed(
            "Say how many mentors and how many mentees were there. Without it nobody can tell who "
            "may see what was said. Nothing was kept.",
            code="nobody_there",
        )


def _role_of(row: ThemeRow, occasion: Occasion) -> Stream:
    """Whose theme it is; of an occasion of one role alone nobody else can have said it."""
    there = [role for role, n in occasion.n_there.items() if n]
    if row.role in (None, "all"):
        return there[0] if len(there) == 1 else "all"
    return row.role


def _quotes(row: ThemeRow) -> tuple[str, ...]:
    return (row.quote,) if row.quote else ()


def _mentions_of(
    row: ThemeRow, role: Stream, occasion: Occasion
) -> tuple[int | None, list[Notice]]:
    n = sum(occasion.n_there.values()) if role == "all" else occasion.n_there[role]
    if occasion.counted != "people" or row.mentions is None or row.mentions <= n:
        return row.mentions, []
    message = (
        f"Row {row.row} counts {row.mentions} people, and {n} were there. No number was kept: "
        "perhaps the sheet counts how often a theme was named."
    )
    return None, [Notice(code="more_than_there", message=message, row=row.row)]


def _both(earlier: SaidTheme, one: SaidTheme, row: int) -> tuple[SaidTheme, list[Notice]]:
    """Put a theme that stands twice together: its quotes, and its number where it has one only."""
    quotes = tuple(dict.fromkeys((*earlier.quotes, *one.quotes)))
    numbers = {n for n in (earlier.mentions, one.mentions) if n is not None}
    mentions = next(iter(numbers)) if len(numbers) == 1 else None
    found = replace(earlier, quotes=quotes, mentions=mentions)
    if len(numbers) < 2:  # noqa: PLR2004 - two numbers contradict each other
        return found, []
    message = (
        f"Row {row}: this theme stands above already, with another number. They may be the same "
        "people, so nothing was added up and no number was kept. Write the theme once."
    )
    return found, [Notice(code="theme_twice", message=message, row=row)]
