"""A question whose answers the form itself lists, in a key beside the file."""

from collections import Counter

from rm_eval.recognise.kinds.likert import as_likert
from rm_eval.recognise.kinds.number import as_number
from rm_eval.recognise.kinds.scale import as_scale
from rm_eval.recognise.kinds.typed import Kind, Typed, options_of
from rm_eval.recognise.kinds.yes_no import as_yes_no

# What a list of answers tells apart from a single choice.
KINDS: tuple[Kind, ...] = (as_yes_no, as_likert, as_scale, as_number)
LISTED = 0.95


def type_of_offered(heading: str, offered: tuple[str, ...]) -> Typed:
    """Name the type of a question by all the answers it offers, whoever chose them."""
    labels = Counter(offered)
    found = (kind(heading, labels) for kind in KINDS)
    typed = next((one for one in found if one is not None), None)
    if typed is not None:
        return typed
    why = "the key lists its answers"
    return Typed(type="single_choice", confidence=LISTED, why=why, options=options_of(offered))
