"""How much of the enrolment stage shows at each audience: `python -m bench.what_is_shown --write`.

The sample programme with its South East figures, and three invented pairs of groups of the same
sizes whose answers are alike but for their direction: what protects people must not hide success
more than failure.
"""

import argparse
from collections import Counter
from pathlib import Path

from rm_eval import pipeline
from rm_eval.disclosure import Audience, Limits, Published, protect
from rm_eval.pipeline import SAMPLE_SCOPE, Store
from tests.factories import chosen, measured, scale_question, scored, tick_question, ticked

PAGE = Path(__file__).parent.parent / "docs" / "what_is_shown.md"
READERS: dict[Audience, str] = {"internal": "colleagues", "public": "the public"}
KINDS = {
    "ticks": "Tick-boxes",
    "choices": "One of several",
    "likert": "Agreement",
    "scale": "Scales (three parts and the mean)",
    "ranking": "Order of importance",
    "themes": "Themes of own words",
}
# Of 11 mentors and 7 mentees: a question of agreement, tick-boxes, scores.
COHORTS = {
    "positive": (
        ([0, 0, 1, 4, 6], [0, 0, 0, 2, 5]),
        ([10, 9, 9, 8], [7, 6, 6, 5]),
        ([10, 10, 9, 9, 9, 9, 8, 8, 8, 7, 6], [10, 9, 9, 9, 8, 8, 7]),
    ),
    "mixed": (
        ([2, 2, 3, 2, 2], [1, 2, 1, 2, 1]),
        ([7, 6, 5, 4], [5, 4, 3, 2]),
        ([9, 8, 7, 7, 6, 5, 5, 4, 4, 3, 2], [9, 8, 6, 5, 4, 3, 2]),
    ),
    "negative": (
        ([6, 4, 1, 0, 0], [5, 2, 0, 0, 0]),
        ([1, 2, 2, 3], [0, 1, 1, 2]),
        ([1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 5], [1, 2, 2, 2, 3, 3, 4]),
    ),
}


def main() -> None:
    """Print the page, or write it."""
    chosen_ = argparse.ArgumentParser(description=__doc__)
    chosen_.add_argument("--write", action="store_true", help=f"write {PAGE.name}")
    text = page()
    if chosen_.parse_args().write:
        PAGE.write_text(text, encoding="utf-8")
    else:
        print(text)


def page() -> str:
    """Write the whole page."""
    return "\n".join((
        "# How much is shown",
        "",
        "Made by `python -m bench.what_is_shown --write`. A cell is one number: a count of one",
        "group to one answer, or a mean. The programme team sees every cell exactly.",
        "",
        "## The South East enrolment (the sample programme: 11 mentors, 7 mentees)",
        "",
        *_of_sample(),
        "",
        "## The same sizes, with positive, mixed and negative answers",
        "",
        "Three invented cohorts answer a question of agreement, four tick-boxes (an opinion) and a",
        "scale of 1 to 10. Negative is positive turned round: both show alike, cell for cell, so",
        "success is not hidden more than failure. Ranges are wider where nearly all agree, either",
        "way. The strict setting tells nothing of the 7 mentees.",
        "",
        *_of_directions(),
        "",
    ))  # fmt: skip


def _of_sample() -> list[str]:
    store = Store()
    pipeline.load_sample(store)
    lines = ["| Questions | Reader | Exact | As a range | Hidden |", "|---|---|---|---|---|"]
    for audience, reader in READERS.items():
        found = pipeline.findings(store, SAMPLE_SCOPE, audience=audience)
        published = [chart.published for chart in found]
        for kind, words in KINDS.items():
            those = [one for one in published if one.measure == kind]
            lines.append(_line(words, reader, those))
        lines.append(_line("**All**", reader, published))
    store.close()
    return lines


def _of_directions() -> list[str]:
    lines = ["| Answers | Reader | Exact | As a range | Hidden |", "|---|---|---|---|---|"]
    for words, groups in COHORTS.items():
        for audience, reader in READERS.items():
            lines.append(_line(words.capitalize(), reader, _invented(groups, audience, Limits())))
        strict = _invented(groups, "internal", Limits(preset="strict"))
        lines.append(_line(words.capitalize(), "colleagues, strict setting", strict))
    return lines


def _invented(
    groups: tuple[tuple[list[int], list[int]], ...], audience: Audience, limits: Limits
) -> list[Published]:
    agreement, boxes, scores = groups
    likert = tick_question(*"abcde", type="likert", id="agreement")
    ticks = tick_question(*"abcd", mark="opinion")
    scale = scale_question()
    every = (
        measured(likert, chosen(likert, agreement[0]), chosen(likert, agreement[1], "mentee")),
        measured(ticks, ticked(ticks, boxes[0], 11), ticked(ticks, boxes[1], 7, "mentee")),
        measured(scale, scored(scale, scores[0]), scored(scale, scores[1], "mentee")),
    )
    return [protect(one, audience=audience, limits=limits) for one in every]


def _line(words: str, reader: str, those: list[Published]) -> str:
    shown = Counter(str(shown) for one in those for shown in one.rows["shown"])
    return f"| {words} | {reader} | {shown['exact']} | {shown['band']} | {shown['hidden']} |"


if __name__ == "__main__":
    main()
