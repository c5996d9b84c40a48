"""Which figures were typed in as totals: said wherever they are drawn."""

from collections.abc import Iterable

from rm_eval.disclosure.published import Published
from rm_eval.measures.typed_in import PARTLY_TYPED, TYPED_IN, said_typed


def how_typed(every: Iterable[Published]) -> str:
    """Return `TYPED_IN` where all of these were typed in, `PARTLY_TYPED` where some; else ""."""
    said = {said_typed(one.notes) for one in every}
    if said <= {""}:
        return ""
    return TYPED_IN if said == {TYPED_IN} else PARTLY_TYPED
