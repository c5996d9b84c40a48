"""Participant codes as they are kept: scrambled with a key, so that they link and do not tell.

Beside each code its one-character deletions are kept, scrambled too. Two codes that differ by one
character more, less or other, or by two neighbours exchanged, have such a form in common.
"""

import hashlib
import hmac
from typing import Any

from rm_eval.cleaning import CleanedSurvey
from rm_eval.store.code_keys import name_of

# Of shorter codes any two are alike.
SHORTEST_NEAR = 4


def scrambled(code: str, *, key: bytes, organisation: str) -> str:
    """Scramble a code: HMAC-SHA256. The same code at two organisations looks different."""
    return hmac.new(key, f"{organisation}\x1f{code}".encode(), hashlib.sha256).hexdigest()


def near_forms(code: str) -> frozenset[str]:
    """Return what a code has in common with every code one slip away, itself aside."""
    if len(code) < SHORTEST_NEAR:
        return frozenset()
    return frozenset(code[:at] + code[at + 1 :] for at in range(len(code)))


def code_rows(
    dataset: str, cleaned: CleanedSurvey, *, keys: tuple[bytes, ...], organisation: str
) -> list[dict[str, Any]]:
    """Make the rows of the table of codes for the people of one dataset."""
    rows = [
        {
            "dataset": dataset,
            "person": person.number,
            "key": name_of(key),
            "hash": scrambled(form, key=key, organisation=organisation),
            "is_whole": form == person.code,
        }
        for person in cleaned.responses.people
        if person.code
        for key in keys
        for form in {person.code} | near_forms(person.code)
    ]
    # In the order of what nobody can read: the order of the forms would tell of the codes.
    return sorted(rows, key=lambda row: str(row["hash"]))
