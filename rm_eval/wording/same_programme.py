"""Which organisations run one programme, by what their cards say."""

from collections.abc import Iterable

from rm_eval.programme import Card
from rm_eval.wording.figures import joined


def same_programme(cards: Iterable[Card]) -> tuple[str, ...]:
    """Name organisations that run one programme, and whose it is; nothing where no card says so."""
    every = list(cards)
    # How a name is written, by the name without its capitals: first as its owner writes it.
    names = [card.organisation for card in every] + [card.same_as for card in every]
    whose = {_plain(name): name.strip() for name in reversed(names)}
    users: dict[str, list[str]] = {}
    for card in every:
        if card.same_as:
            users.setdefault(_plain(card.same_as), []).append(card.organisation)
    here = {_plain(card.organisation) for card in every}
    return tuple(
        _sentence([*([whose[root]] if root in here else []), *those], whose[root])
        for root, those in users.items()
    )


def _sentence(names: list[str], root: str) -> str:
    if len(names) == 1:
        return f"{names[0]}: same programme as {root}."
    of = "" if root in names else f" as {root}"
    return f"{joined(sorted(names, key=str.casefold))} run the same programme{of}."


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
