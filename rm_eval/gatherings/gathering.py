"""`Gathering`: what is kept of a focus group, a community of practice or an event."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any, Literal

from rm_eval.questionnaire import Role

Kind = Literal["focus_group", "community_of_practice", "celebration_event"]
KINDS: dict[Kind, str] = {
    "focus_group": "Focus group",
    "community_of_practice": "Community of practice",
    "celebration_event": "Celebration event",
}
# Who said something; "all" where the sheet does not say.
Stream = Role | Literal["all"]
STREAMS: tuple[Stream, ...] = ("mentor", "mentee", "all")
# What a number of mentions counts.
Counted = Literal["people", "times", "unknown"]


@dataclass(frozen=True, kw_only=True, slots=True)
class SaidTheme:
    """One theme of one role.

    Attributes
    ----------
    label
        As whoever was there wrote it down, with personal details taken out.
    mentions
        How many people spoke of it, or how often it was named; None where nobody counted.
    quotes
        Words that whoever said them agreed to be quoted with. No other words are ever kept.
    """

    label: str
    role: Stream
    mentions: int | None
    quotes: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Gathering:
    """What was said at one occasion.

    Attributes
    ----------
    n_there
        How many people of each role were there.
    question
        Id of the survey question it explains; "" for none.
    counted
        What the mentions count.
    agreed
        How and when the people quoted agreed, as the team put it.
    is_cleared
        Whether two people have read the themes and quotes and say that they name nobody. Before
        that nothing leaves the team.
    file_name, sha256
        Of the sheet, which is not kept.
    """

    id: str
    organisation: str
    cohort: str
    kind: Kind
    held_on: date | None
    n_there: Mapping[Role, int]
    question: str
    counted: Counted
    themes: tuple[SaidTheme, ...]
    agreed: str = field(default="", repr=False)
    is_cleared: bool = False
    file_name: str = ""
    sha256: str = ""
    sample: bool = False

    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles that were there."""
        return tuple(role for role, n in self.n_there.items() if n)

    @property
    def own_role(self) -> Role | None:
        """The one role that was there alone, so that nobody else heard it; None of both."""
        return self.roles[0] if len(self.roles) == 1 else None

    def n_of(self, stream: Stream) -> int:
        """Return how many people could have said something."""
        return sum(self.n_there.values()) if stream == "all" else self.n_there.get(stream, 0)

    @property
    def n_quotes(self) -> int:
        """How many quotes are kept of it."""
        return sum(len(theme.quotes) for theme in self.themes)


def as_payload(gathering: Gathering) -> dict[str, Any]:
    """Make what JSON can hold of it; what has a column of its own is not in it."""
    fields = asdict(gathering)
    for name in ("id", "organisation", "cohort", "sample"):
        del fields[name]
    held_on = gathering.held_on
    return fields | {"held_on": held_on.isoformat() if held_on else None}


def from_payload(payload: Mapping[str, Any], **columns: Any) -> Gathering:  # noqa: ANN401
    """Make a gathering of what was kept.

    Parameters
    ----------
    columns
        What has a column of its own: id, organisation, cohort, sample.
    """
    held_on = payload["held_on"]
    themes = tuple(
        SaidTheme(**{**theme, "quotes": tuple(theme["quotes"])}) for theme in payload["themes"]
    )
    own = {"held_on": date.fromisoformat(held_on) if held_on else None, "themes": themes}
    return Gathering(**{**payload, **own, **columns})
