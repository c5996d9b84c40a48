"""Published quotes as text: between quotation marks, with a role where it is told."""

from collections.abc import Sequence

from rm_eval.disclosure import AUDIENCES, Published
from rm_eval.wording.surroundings import SAMPLE, subtitle_of_words

ABOUT = "Each person quoted agreed to these very words being shown. “…” marks what is left out."


def quotations(published: Published) -> tuple[str, ...]:
    """Write each quote as it is to be shown, in the order of the rows."""
    return tuple(
        f"“{words}”{_whose(str(label))}"
        for words, label in zip(published.rows["text"], published.rows["group_label"], strict=True)
    )


def quotes_in_full(every: Sequence[Published]) -> tuple[str, ...]:
    """Write the quotes of several questions as lines of a text; none where nobody is quoted."""
    lines: list[str] = []
    for published in every:
        told = quotations(published)
        if told:
            lines += ["", subtitle_of_words(published), "", *told]
    if not lines:
        return ()
    first = every[0]
    around = ["In people’s own words", ABOUT, f"For: {AUDIENCES[first.audience]}."]
    around += [SAMPLE] if any(one.sample for one in every) else []
    return (*around, *lines)


def _whose(label: str) -> str:
    """Such as ", a mentor"."""
    return f" – {label.lower().removesuffix('s')}" if label else ""
