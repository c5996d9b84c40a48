"""One heading row, one question in several columns: ``Question [item]``, ``Question - item``.

A heading says so only together with others that begin alike; whether they really are one question
is judged later, by the cells.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from rm_eval.readers.raw import Heading

BRACKETS = re.compile(r"(?P<question>.*\S)\s*\[(?P<option>[^\[\]]+)\]", re.DOTALL)
DASH = re.compile(r"\s[-–—]\s")
COLON = re.compile(r":\s")
# Each cut is a copy of the heading: a hostile one has thousands.
MOST_CUTS = 20


def with_spread(headings: tuple[Heading, ...], *joints: re.Pattern[str]) -> tuple[Heading, ...]:
    """Find the questions that stand in several columns.

    Parameters
    ----------
    headings
        All headings of the sheet; the survey tool's own columns are left alone.
    joints
        `BRACKETS`, or what stands between the question and its option, such as `DASH`.
    """
    asked = [heading for heading in headings if heading.part == "question"]
    pairs = {h: tuple(_pairs(h.text, joints)) for h in asked}
    begin_alike = Counter(question for found in pairs.values() for question, _ in found)
    begin_alike.update(h.text for h in asked if h.text in begin_alike)
    chosen = {h: _choose(found, begin_alike) for h, found in pairs.items()}
    spread = {question for question, option in chosen.values() if option}
    return tuple(_spread(heading, chosen.get(heading, ("", "")), spread) for heading in headings)


def _pairs(text: str, joints: tuple[re.Pattern[str], ...]) -> Iterator[tuple[str, str]]:
    """Every way to cut a heading into a question and an option."""
    for joint in joints:
        if joint is BRACKETS:
            found = BRACKETS.fullmatch(text)
            if found:
                yield found["question"], found["option"].strip()
            continue
        for cut in islice(joint.finditer(text), MOST_CUTS):
            question, option = text[: cut.start()].strip(), text[cut.end() :].strip()
            if question and option:
                yield question, option


def _choose(pairs: tuple[tuple[str, str], ...], begin_alike: Counter[str]) -> tuple[str, str]:
    """Take the beginning that most headings share; of two alike, the longer."""
    shared = [pair for pair in pairs if begin_alike[pair[0]] > 1]
    return max(shared, key=lambda pair: (begin_alike[pair[0]], len(pair[0])), default=("", ""))


def _spread(heading: Heading, pair: tuple[str, str], spread: set[str]) -> Heading:
    if heading.part != "question":
        return heading
    if pair[1]:
        return replace(heading, question=pair[0], option=pair[1])
    # The question itself, beside "Question - Other (please specify)".
    return replace(heading, question=heading.text if heading.text in spread else "")
