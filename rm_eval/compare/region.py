"""`Region`: what several organisations show each other, side by side."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Literal

from rm_eval.share import Shared, for_the_public
from rm_eval.sharing import organisations_here, shared_of
from rm_eval.store import Store, shared_kept

ForWhom = Literal["internal", "public"]

# More columns or rows of names cannot be read in one picture.
MOST_IN_A_PICTURE = 8


@dataclass(frozen=True, kw_only=True, slots=True)
class Region:
    """Several organisations, for one audience. It holds no answers, so it has no team's view.

    Attributes
    ----------
    organisations
        What each of them shows, in the order of the alphabet and never by result.
    here
        The names of those whose answers are kept here; the others came in share files.
    made_on
        The day to print.
    """

    organisations: tuple[Shared, ...]
    audience: ForWhom
    made_on: date
    here: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the organisations, in their order."""
        return tuple(one.organisation for one in self.organisations)

    def only(self, names: Iterable[str]) -> "Region":
        """Take some of its organisations."""
        kept = set(names)
        return replace(
            self, organisations=tuple(one for one in self.organisations if one.organisation in kept)
        )

    def in_pages(self) -> "tuple[Region, ...]":
        """Cut it into as many organisations as one picture holds, in their order."""
        names = self.names
        starts = range(0, len(names), MOST_IN_A_PICTURE)
        return tuple(self.only(names[at : at + MOST_IN_A_PICTURE]) for at in starts)


def region_of(
    store: Store,
    *,
    audience: ForWhom,
    shares: Iterable[Shared] = (),
    today: date | None = None,
) -> Region:
    """Put organisations whose answers are here beside those that came in share files.

    Parameters
    ----------
    shares
        From files that are not kept here. One of an organisation whose answers are here does not
        count.
    """
    here = organisations_here(store)
    day = today or datetime.now(UTC).date()
    own = [shared_of(store, name, audience=audience, today=day) for name in here]
    others = [one for one in (*shared_kept(store), *shares) if one.organisation not in here]
    return region_from([*own, *others], audience=audience, here=here, today=day)


def region_from(
    shares: Iterable[Shared],
    *,
    audience: ForWhom,
    here: tuple[str, ...] = (),
    today: date | None = None,
) -> Region:
    """Put what organisations show side by side, wherever it came from."""
    shown = map(for_the_public, shares) if audience == "public" else shares
    return Region(
        organisations=tuple(sorted(shown, key=lambda one: one.organisation.casefold())),
        audience=audience,
        here=here,
        made_on=today or datetime.now(UTC).date(),
    )
