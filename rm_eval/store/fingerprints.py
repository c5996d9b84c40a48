"""Fingerprints as they are kept: under a key, so that without it they tell nothing.

Whoever has a form can make every set of answers to it, and a plain fingerprint of each. Under a key
that lies outside the database a fingerprint only says "the same as before", and to nobody but us.
"""

import hashlib
import hmac
from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection, select

from rm_eval.responses import Scope
from rm_eval.store.identity import Known
from rm_eval.store.schema import datasets, people, releases, stages, where_scope


def keyed(digest: str, key: bytes) -> str:
    """Put a digest under a key: HMAC-SHA256. Nothing stays nothing."""
    if not digest:
        return ""
    return hmac.new(key, f"fingerprint\x1f{digest}".encode(), hashlib.sha256).hexdigest()


def under_keys(known: Known, keys: Sequence[bytes], seen: Collection[str]) -> Known:
    """Put what is known of a person under a key: the one they were seen under before, or our own.

    Answers that came with saved work stand under the key of another place.
    """
    return Known(
        response=_best(known.response, keys, seen), answers=_best(known.answers, keys, seen)
    )


def seen_at(connection: Connection, scope: Scope) -> frozenset[str]:
    """Return the fingerprints of a stage: of who is here, and of whose figures were given out."""
    query = (
        select(people.c.response, people.c.answers)
        .join(datasets, people.c.dataset == datasets.c.id)
        .where(*where_scope(datasets, scope))
    )
    here = {one for row in connection.execute(query) for one in row}
    served = connection.execute(select(stages.c.served).where(*where_scope(stages, scope)))
    given_out = served.scalar_one_or_none() or ()
    told_of = connection.execute(select(releases.c.people).where(*where_scope(releases, scope)))
    return frozenset(here.union(_of_served(given_out), *map(_of_served, told_of.scalars())))


def _of_served(served: Iterable[dict[str, str]]) -> set[str]:
    return {one for known in served for one in (known["response"], known["answers"])}


def _best(digest: str, keys: Sequence[bytes], seen: Collection[str]) -> str:
    found = [keyed(digest, key) for key in keys]
    return next((one for one in found if one in seen), found[0])
