"""`Finding`: something in a text that has to be looked at before the text is quoted."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "removed",  # a mark that stands where a personal detail stood
    "detail",  # an e-mail address, a phone number, an NHS number, a postcode
    "date",
    "number",
    "job",
    "only",  # "the only", "the first", "one of two"
    "place",  # a ward, a team, a site
    "characteristic",  # what the Equality Act protects, where it may single somebody out
    "third_person",
    "event",
    "name",
    "left_out",  # by cutting, the sense may have changed
]


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """A question about some words of a text. No finding never means that a text is safe.

    Attributes
    ----------
    words
        As they stand in the text.
    why
        What they may tell, in a sentence or two.
    must_go
        Whether the text cannot be quoted with them in it.
    """

    kind: Kind
    words: str
    why: str
    must_go: bool = False
