"""What a file has in the slots of our wordings: "disability", where our form says "race".

A slot is found by the words around it, so it may hold anything: a characteristic nobody thought of
is recognised as surely as race.
"""

import re
from functools import cache, lru_cache
from typing import cast

from rm_eval.questionnaire import Slot, unfilled, usual_words
from rm_eval.recognise.wordings.what_is_asked import SPELLINGS, core_of
from rm_eval.recognise.wordings.wording import normalise, plain

NAME = re.compile(r"{(\w+)}")
WORD = re.compile(r"{\w+}|\w+")
AROUND = 2  # words on each side by which a slot is found
LONGEST = 60  # characters
HOLDS: dict[str, str] = {
    "mentoring": r"reverse|reciprocal|mutual|two[- ]way|upward",
    "sessions": r"\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve",
}
LAST = r"[^\W_][+)’']{0,2}"
ANYTHING = rf"[^\W_](?:[^;|\n]{{0,{LONGEST}}}?{LAST})?"
# In a list a comma parts what was ticked, unless words of ours follow it.
TO_THE_END = rf"[^\W_](?:[^;,|\n]{{0,{LONGEST}}}?{LAST})?"
END = r"\W*(?=$|[;,|\n])"
# "Your own experiences" and "your work experiences" are about no group of people.
NOT_WHOM = re.compile(
    r"\b(own|my|your|our|their|the|this|these|those|other|others|all|any|more|most|less|some|"
    r"general|personal|past|previous|recent|daily|good|bad|positive|negative|work|job|career|life|"
    r"lived|related|first|last|leadership|management|pay|patients?|clinical|health|team|"
    r"mentors?|mentees?|training|programmes?)\b"
)
KNOWN_GROUP = "slot"  # what `core_of` makes of the name of a group of people


def said_in(text: str, question: str) -> dict[Slot, str]:
    """Find what stands in the slots of a question's wording.

    Parameters
    ----------
    text
        A heading.
    question
        The id of the question it may be.
    """
    return {slot: found for slot, found, _ in _found(text, question)}


def said_in_options(texts: tuple[str, ...], question: str) -> dict[Slot, str]:
    """Find what stands in the slots of a question's options, in answers or in headings."""
    said: dict[Slot, str] = {}
    for slot, pattern in _option_patterns(question):
        found = (pattern.search(plain(text)) for text in texts)
        first = next((_held(one)[0] for one in found if one), "")
        if first:
            said.setdefault(slot, first)
    return said


def as_ours(heading: str, question: str) -> str:
    """Return a heading with our own words in its slots, to be compared with our wording."""
    found = _found(heading, question)
    if not found:
        return heading
    text, usual = plain(heading), usual_words()
    for slot, _, (start, end) in sorted(found, key=lambda one: -one[2][0]):
        text = text[:start] + usual[slot] + text[end:]
    return text


def is_about_people(heading: str, question: str) -> bool:
    """Say whether what stands in the slots can be a characteristic, or a group of people."""
    return all(
        core_of(words) == KNOWN_GROUP or not NOT_WHOM.search(normalise(words))
        for words in said_in(heading, question).values()
    )


Found = tuple[Slot, str, tuple[int, int]]


@lru_cache(maxsize=4096)  # each heading is compared with every question, more than once
def _found(heading: str, question: str) -> tuple[Found, ...]:
    patterns = _patterns(question)
    if not patterns:
        return ()
    text = plain(heading)
    found: dict[Slot, Found] = {}
    for slot, pattern in patterns:
        match = pattern.search(text)
        if match is not None:
            found.setdefault(slot, (slot, *_held(match)))
    return tuple(found.values())


def _held(match: re.Match[str]) -> tuple[str, tuple[int, int]]:
    """Leave out a bracket that shuts one of our wording: "(when it comes to race)"."""
    words, (start, end) = match["words"], match.span("words")
    if words.endswith(")") and "(" not in words:
        return words[:-1], (start, end - 1)
    return words, (start, end)


@cache
def _patterns(question: str) -> tuple[tuple[Slot, re.Pattern[str]], ...]:
    """Make what finds each slot in a wording, or in an alias."""
    words = unfilled().get(question)
    every = words.wordings if words else ()
    return tuple(one for wording in every for one in _around_slots(wording))


@cache
def _option_patterns(question: str) -> tuple[tuple[Slot, re.Pattern[str]], ...]:
    words = unfilled().get(question)
    every = words.labels.values() if words else ()
    found = (one for label in every for one in _around_slots(label))
    # Words of ours on both sides tell more surely where a slot ends.
    return tuple(sorted(found, key=lambda one: one[1].pattern.endswith(END)))


def _around_slots(wording: str) -> list[tuple[Slot, re.Pattern[str]]]:
    parts = WORD.findall(wording)
    found = []
    for at, part in enumerate(parts):
        if name := NAME.fullmatch(part):
            before, after = parts[max(0, at - AROUND) : at], parts[at + 1 : at + 1 + AROUND]
            holds = HOLDS.get(name[1], ANYTHING if after else TO_THE_END)
            pattern = "".join(
                (
                    *(rf"\b{_spelled(word)}\W+" for word in before),
                    rf"(?P<words>{holds})",
                    *(rf"\W+{_spelled(word)}\b" for word in after),
                    "" if after else END,
                )
            )
            found.append((cast("Slot", name[1]), re.compile(pattern, re.IGNORECASE)))
    return found


def _spelled(word: str) -> str:
    others = [re.escape(other) for other, ours in SPELLINGS.items() if ours == word]
    return f"(?:{'|'.join([re.escape(word), *others])})"
