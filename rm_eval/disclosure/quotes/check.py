"""The check of words that are about to be quoted: what has to be looked at, and why.

What has a form of its own is masked as a file is read (`rm_eval.readers.personal`). A name has
none, and a job or a ward is no personal detail until few people have it. So this check asks, and
somebody answers. It never says that a text is safe: a name in small letters is not found.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rm_eval.disclosure.quotes.finding import Finding
from rm_eval.disclosure.quotes.hints import HINTS
from rm_eval.disclosure.quotes.ordinary_words import ALWAYS_CAPITAL, ORDINARY
from rm_eval.readers.personal.personal_details import MARK, details_in

NAME_WHY = (
    "A capital letter inside a sentence: is it the name of a person, a place, a team or a project?"
)
NAME_FIRST_WHY = "Is it the name of a person, a place, a team or a project?"
SHOUTED_WHY = (
    "This is written in capitals, so we cannot tell names from other words. Read it for names."
)
CAPITALISED = re.compile(r"[^\W\d_](?:[\w'’-]|[.&/](?=\w))*")
SENTENCE_ENDS = re.compile(r"(?:^|[.!?…:;\n•])[\s\"“”'‘’(\[*-]*$")
PERSON_FOLLOWS = re.compile(
    r"(?:,| (?:and [A-Z]|is|was|has|had|who|said|says|told|tells|made|gave|helped|listened|"
    r"asked|did|does|took|kept|never|always|really|let|showed|shared|taught|spoke|came|went)\b)"
)
FEWEST_SHOUTED = 4
FURTHEST_END = 80  # characters to look back and ahead
ENDING_OF_A_VERB = re.compile(r"\w{3,}ing")


class Found(NamedTuple):
    """A finding and where it stands."""

    start: int
    end: int
    finding: Finding


def check_words(text: str) -> tuple[Finding, ...]:
    """Find what has to be looked at before a text is quoted, in the order of the text.

    Returns
    -------
    tuple of Finding
        The same words for the same reason once. None is no promise that nobody can be named.
    """
    found = [*_marks(text), *_details(text), *_hints(text)]
    taken = [range(one.start, one.end) for one in found if one.finding.kind != "third_person"]
    found += (one for one in _names(text) if not any(_lies_in(one, span) for span in taken))
    found.sort(key=lambda one: (one.start, -one.end))
    said: dict[tuple[str, str], Finding] = {}
    for one in found:
        said.setdefault((one.finding.words.casefold(), one.finding.why), one.finding)
    return tuple(said.values())


def _lies_in(found: Found, span: range) -> bool:
    return span.start <= found.start and found.end <= span.stop


def _marks(text: str) -> Iterator[Found]:
    for mark in MARK.finditer(text):
        kind = mark[0][1:].removesuffix(" removed]")
        why = (
            f"Here stood what looked like a {kind}, which was taken out as the file was read. "
            "Leave this part out."
        )
        finding = Finding(kind="removed", words=mark[0], why=why, must_go=True)
        yield Found(mark.start(), mark.end(), finding)


def _details(text: str) -> Iterator[Found]:
    for detail, start, end in details_in(text):
        if detail.reaches:
            why = f"This looks like a {detail.name}. Leave this part out."
        else:
            why = f"This looks like a {detail.name}. Leave it out, unless it tells of nobody."
        words = text[start:end]
        finding = Finding(kind="detail", words=words, why=why, must_go=detail.reaches)
        yield Found(start, end, finding)


def _hints(text: str) -> Iterator[Found]:
    for hint in HINTS:
        for found in hint.pattern.finditer(text):
            finding = Finding(kind=hint.kind, words=found[0].strip(), why=hint.why)
            yield Found(found.start(), found.end(), finding)


def _names(text: str) -> Iterator[Found]:
    """Ask about every capitalised word but the first of a sentence and those everybody knows."""
    words = list(CAPITALISED.finditer(text))
    shouted = sum(len(word[0]) > 1 and word[0].isupper() for word in words)
    if shouted >= FEWEST_SHOUTED and shouted * 2 > len(words):
        yield Found(0, len(text), Finding(kind="name", words=text, why=SHOUTED_WHY))
        return
    start = end = -1
    why = ""
    for word in words:
        asked = _asked_about(text, word)
        if not asked:
            continue
        if start >= 0 and text[end : word.start()] in {" ", ". ", "-"}:
            end = word.end()  # of the same name
            continue
        if start >= 0:
            yield Found(start, end, Finding(kind="name", words=text[start:end], why=why))
        start, end, why = word.start(), word.end(), asked
    if start >= 0:
        yield Found(start, end, Finding(kind="name", words=text[start:end], why=why))


def _asked_about(text: str, word: re.Match[str]) -> str:
    """Say why a word may be a name; "" where it is not asked about."""
    plain = word[0].replace("’", "'").casefold()
    if not word[0][0].isupper() or plain in ALWAYS_CAPITAL or plain.removesuffix("'s") in ORDINARY:
        return ""
    begin = max(0, word.start() - FURTHEST_END)
    if not SENTENCE_ENDS.search("x" * bool(begin) + text[begin : word.start()]):
        return NAME_WHY
    follows = text[word.end() : word.end() + FURTHEST_END]
    if word[0].endswith(("'s", "’s")):
        return NAME_FIRST_WHY
    capital = re.match(r" ([A-Z][\w'’-]+)", follows)
    with_another = capital and capital[1].casefold() not in ORDINARY | ALWAYS_CAPITAL
    if with_another or (PERSON_FOLLOWS.match(follows) and not ENDING_OF_A_VERB.fullmatch(plain)):
        return NAME_FIRST_WHY
    return ""
