"""Columns of codes whose meaning the file does not tell: said, with the way to name them."""

from collections.abc import Iterable

from rm_eval.readers.raw import Heading, name_columns
from rm_eval.table import Notice

WITHOUT_MEANING = "codes_without_meaning"


def codes_without_meaning(headings: Iterable[Heading], way_out: str) -> tuple[Notice, ...]:
    """Say which columns hold codes, and how their meaning can be had."""
    coded = [heading.column for heading in headings if heading.coded]
    if not coded:
        return ()
    message = (
        f"In {name_columns(coded)} the answers are codes, and this file does not say what they "
        f"stand for. We count them and work out no mean. {way_out}"
    )
    return (Notice(code=WITHOUT_MEANING, message=message),)
