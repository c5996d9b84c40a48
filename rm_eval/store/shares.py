"""What other organisations shared, cohort by cohort: kept, replaced by what is newer, deleted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from rm_eval.errors import NotAllowed
from rm_eval.share import Shared, checksum, plain_shared, shared_from
from rm_eval.store.beside import delete_beside, keep_beside, kept_beside, shares
from rm_eval.store.dataset import datasets_in
from rm_eval.store.first_date import in_words
from rm_eval.store.programmes import OF_SAMPLE
from rm_eval.store.records import Store
from rm_eval.store.same_name import looks_like
from rm_eval.store.sample import clear_sample, holds_own

# Where an organisation shared its card before any cohort.
NO_COHORT = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptShare:
    """What is kept of one cohort of an organisation.

    Attributes
    ----------
    cohort
        Its name; "" where the organisation shared no more than its card.
    shared
        Of this cohort alone.
    kept_on
        The day the file was added here.
    """

    organisation: str
    cohort: str
    shared: Shared
    kept_on: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Arrival:
    """What became of a share file; each a name of a cohort.

    Attributes
    ----------
    added
        Of which nothing was kept before.
    replaced
        With what was kept of them until now.
    same
        Of which the file tells no more than was kept already.
    stayed
        Of the same organisation, and not in the file: what was kept of them stays.
    """

    organisation: str
    added: tuple[str, ...] = ()
    replaced: Mapping[str, Shared]
    same: tuple[str, ...] = ()
    stayed: tuple[str, ...] = ()


def keep_shared(store: Store, shared: Shared) -> Arrival:
    """Keep what another organisation shared; of each of its cohorts the newer replaces the older.

    Raises
    ------
    NotAllowed
        Where its answers are kept here, something newer of it is, or the sample and one's own would
        be mixed. Nothing is changed then.
    """
    _check_not_mixed(store, shared)
    with store.engine.connect() as connection:
        _check_not_ours(connection, shared)
        arrival = _compare(connection, shared)
    if not shared.sample:
        clear_sample(store)
    with store.change() as connection:
        for cohort, own in _by_cohort(shared).items():
            if cohort not in arrival.same:
                plain = plain_shared(own)
                key = {"organisation": shared.organisation, "cohort": cohort}
                payload = plain | {"checksum": checksum(plain)}
                keep_beside(connection, shares, key, payload, sample=shared.sample)
                _read(_Content(payload, own))
        if _by_cohort(shared).keys() - {NO_COHORT}:
            nothing = {"organisation": shared.organisation, "cohort": NO_COHORT}
            delete_beside(connection, shares, **nothing)
    return arrival


def shares_kept(store: Store) -> tuple[KeptShare, ...]:
    """List what is kept of each cohort, organisations in the order of the alphabet."""
    with store.engine.connect() as connection:
        rows = kept_beside(connection, shares)
    return tuple(map(_kept, sorted(rows, key=lambda row: str(row["organisation"]).casefold())))


def shared_kept(store: Store) -> tuple[Shared, ...]:
    """Return what each organisation shared, all its cohorts together, alphabetically.

    Those whose answers are kept here are left out: of them what is told here holds. Where some of
    an organisation is for the region and some for the public, all of it is told as for the region;
    the day is the latest.
    """
    with store.engine.connect() as connection:
        here = {looks_like(one.scope.organisation) for one in datasets_in(connection)}
    together: dict[str, list[Shared]] = {}
    for one in shares_kept(store):
        if looks_like(one.organisation) not in here:
            together.setdefault(one.organisation, []).append(one.shared)
    return tuple(map(_merged, together.values()))


def shares_key(store: Store) -> tuple[str, ...]:
    """Return what changes whenever anything of what is kept does; cheap to ask for."""
    c = shares.c
    with store.engine.connect() as connection:
        rows = connection.execute(select(c.organisation, c.cohort, c.changed_at)).all()
    return tuple(sorted(f"{row.organisation}/{row.cohort}/{row.changed_at}" for row in rows))


def delete_shared(store: Store, organisation: str, cohort: str | None = None) -> int:
    """Delete what an organisation shared, or of one cohort; say of how many cohorts it was."""
    where = {"organisation": organisation} | ({} if cohort is None else {"cohort": cohort})
    with store.change() as connection:
        gone = delete_beside(connection, shares, **where)
    store.overwrite()
    return gone


def _check_not_mixed(store: Store, shared: Shared) -> None:
    if shared.sample and holds_own(store):
        raise NotAllowed(
            f"The file of {shared.organisation} belongs to the invented sample, and you have added "
            "something of your own: the two are never mixed. Nothing was changed.",
            code="not_with_sample",
        )
    if not shared.sample and shared.organisation.endswith(OF_SAMPLE):
        raise NotAllowed(
            f"“{shared.organisation}” is the name of an invented sample, and the file says that it "
            "is none. Ask whoever sent it for a new one. Nothing was changed.",
            code="sample_name",
        )


def _check_not_ours(connection: Connection, shared: Shared) -> None:
    own = {one.scope.organisation for one in datasets_in(connection) if one.sample == shared.sample}
    others = set(connection.execute(select(shares.c.organisation).distinct()).scalars())
    name = shared.organisation
    if any(looks_like(one) == looks_like(name) for one in own):
        raise NotAllowed(
            f"The answers of {name} are kept here, so its figures are made of them and not of a "
            "file. Use the file where those answers are not. Nothing was changed.",
            code="own_organisation",
        )
    for other in sorted(others - {name}):
        if looks_like(other) == looks_like(name):
            raise NotAllowed(
                f"You have figures of “{other}”, and this file is of “{name}”. If they are the "
                "same organisation, delete the ones you have first, then add this file. Nothing "
                "was changed.",
                code="other_spelling",
            )


def _compare(connection: Connection, shared: Shared) -> Arrival:
    name, new = shared.organisation, _by_cohort(shared)
    rows = kept_beside(connection, shares, organisation=name, sample=shared.sample)
    kept = {one.cohort: one.shared for one in map(_kept, rows)}
    here = {cohort: kept[cohort] for cohort in new if cohort in kept}
    newer = [one.made_on for one in here.values() if one.made_on > shared.made_on]
    if newer:
        raise NotAllowed(
            f"You have newer figures of {name}, from {in_words(max(newer))}; this file is from "
            f"{in_words(shared.made_on)}. To use the older ones, delete the newer ones first. "
            "Nothing was changed.",
            code="older_share_file",
        )
    same = tuple(cohort for cohort in here if _tells_no_more(new[cohort], here[cohort]))
    return Arrival(
        organisation=name,
        added=tuple(cohort for cohort in new if cohort not in kept),
        replaced={cohort: one for cohort, one in here.items() if cohort not in same},
        same=same,
        stayed=tuple(cohort for cohort in kept if cohort and cohort not in new),
    )


def _tells_no_more(new: Shared, kept: Shared) -> bool:
    """Whether it is the very same, or for anybody and of the day of that for the region."""
    is_poorer = (new.audience, kept.audience) == ("public", "internal")
    return new == kept or (is_poorer and new.made_on == kept.made_on)


def _by_cohort(shared: Shared) -> dict[str, Shared]:
    """Cut what an organisation shares into its cohorts; its card is with each."""
    recorded = (record.cohort for record in shared.records)
    cohorts = tuple(dict.fromkeys((*shared.cohorts, *recorded))) or (NO_COHORT,)
    return {
        cohort: replace(
            shared,
            stages=tuple(one for one in shared.stages if one.scope.cohort == cohort),
            records=tuple(one for one in shared.records if one.cohort == cohort),
        )
        for cohort in cohorts
    }


def _merged(parts: Sequence[Shared]) -> Shared:
    by_day = sorted(parts, key=lambda one: one.made_on)
    latest = by_day[-1]
    return replace(
        latest,
        audience="internal" if any(one.audience == "internal" for one in by_day) else "public",
        stages=tuple(stage for one in parts for stage in one.stages),
        records=tuple(record for one in parts for record in one.records),
        card=next((one.card for one in reversed(by_day) if one.card is not None), None),
    )


def _kept(row: RowMapping) -> KeptShare:
    changed_at: datetime = row["changed_at"]
    return KeptShare(
        organisation=row["organisation"],
        cohort=row["cohort"],
        shared=_read(_Content(row["payload"])),
        kept_on=changed_at.date(),
    )


class _Content:
    """Plain fields that are the same where their checksum is: reading them once is enough."""

    def __init__(self, payload: Mapping[str, Any], known: Shared | None = None) -> None:
        self.plain = {
            one: said for one, said in payload.items() if one not in {"about", "checksum"}
        }
        self.checksum = checksum(payload)
        self.known = known

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Content) and self.checksum == other.checksum

    def __hash__(self) -> int:
        return hash(self.checksum)


@lru_cache(maxsize=2000)
def _read(content: _Content) -> Shared:
    return content.known or shared_from(content.plain)
