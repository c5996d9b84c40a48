"""Whose answers several charts show, as far as their readers may know."""

from collections.abc import Iterable

from rm_eval.disclosure import Published, within_a_sentence
from rm_eval.wording.figures import one_of


def groups_shown(every: Iterable[Published]) -> tuple[str, ...]:
    """Name the largest base of each group: "11 mentors"."""
    largest: dict[str, tuple[float, str]] = {}
    for published in every:
        for label, n, text in zip(
            *(published.rows[name] for name in ("group_label", "n", "n_text")), strict=True
        ):
            size = float(n) if n == n else -1.0  # noqa: PLR0124 - NaN where readers may not know
            if size > largest.get(label, (-2.0, ""))[0]:
                largest[label] = (size, str(text))
    return tuple(
        f"{text} {_one_or_more(within_a_sentence(label), text)}"
        for label, (_, text) in largest.items()
    )


def _one_or_more(label: str, text: str) -> str:
    return one_of(label) if text == "1" else label
