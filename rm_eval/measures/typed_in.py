"""Say of figures that they were typed in as totals, and were not counted from answers."""

from collections.abc import Iterable, Sequence

from rm_eval.measures.groups import EVERYBODY
from rm_eval.measures.measured import Source

# How such a note begins: notes travel with figures to whoever sees them.
TYPED_IN = "Typed in from totals"
PARTLY_TYPED = "Partly typed in from totals"
NOT_READ = "nobody’s own answers were read"
OF_SOME_COHORTS = f"{PARTLY_TYPED}: of some cohorts {NOT_READ}."


def typed_in_notes(sources: Sequence[Source]) -> tuple[str, ...]:
    """Say which groups were typed in; nothing where none was."""
    typed = [source for source in sources if source.typed]
    if not typed:
        return ()
    if len(typed) == len(sources):
        return (f"{TYPED_IN}: {NOT_READ}.",)
    counted = {source.role for source in sources if not source.typed}
    roles = dict.fromkeys(source.role for source in typed)
    if counted & roles.keys() or EVERYBODY in roles:
        return (OF_SOME_COHORTS,)
    named = " and ".join(f"{role}s" for role in roles)
    return (f"{PARTLY_TYPED}: of {named} {NOT_READ}.",)


def said_typed(notes: Iterable[str]) -> str:
    """Return how notes say that figures were typed in: all, a part, or "" for none."""
    said = [one for note in notes for one in (TYPED_IN, PARTLY_TYPED) if note.startswith(one)]
    return PARTLY_TYPED if PARTLY_TYPED in said else "".join(said[:1])


def notes_of_all(every: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Put the notes of several cohorts together, each once: of them all some may be typed in."""
    notes = tuple(dict.fromkeys(note for one in every for note in one))
    if len({said_typed(one) for one in every}) <= 1:
        return notes
    return (OF_SOME_COHORTS, *(note for note in notes if not said_typed([note])))
