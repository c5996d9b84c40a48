"""What stands at the end of a report: whom to ask, other formats, how the forms were assessed."""

from collections.abc import Mapping


def contact_lines(said: Mapping[str, str]) -> tuple[str, ...]:
    """Write the lines of what an organisation filled in; of what it left out, none.

    Parameters
    ----------
    said
        ``other_formats``, ``who_to_ask``, ``eia_date`` and ``eia_reviewer``, as somebody typed
        them.
    """
    filled = {name: " ".join(words.split()) for name, words in said.items() if words.strip()}
    lines = (
        ("other_formats", "For other formats: {other_formats}"),
        ("who_to_ask", "For questions about this report: {who_to_ask}"),
        ("eia_date", "Equality impact assessment of the forms: {eia_date}"),
        ("eia_reviewer", "Equality impact assessment reviewed by: {eia_reviewer}"),
    )
    # Replaced, not formatted: what somebody typed may hold braces.
    return tuple(
        line.replace(f"{{{name}}}", filled[name]) for name, line in lines if name in filled
    )
