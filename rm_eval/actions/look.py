"""The look at an officer's own words before they are kept: figures, names, who may be meant.

Like the check of quotes, it asks and never says that a text is safe. A count of people is refused:
for each reader the figures they may see are put in.
"""

import re
from collections.abc import Iterator

from rm_eval.disclosure.quotes import Finding, check_words
from rm_eval.disclosure.quotes.ordinary_words import ALWAYS_CAPITAL, ORDINARY
from rm_eval.store import Action

ABOVE_ONE = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    "seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
WORDS = f"one|{ABOVE_ONE}"
NUMBER = rf"(?:\d+(?:\.\d+)?|{WORDS})"
PEOPLE = (
    "mentors?|mentees?|people|persons?|participants?|respondents?|colleagues?|staff|members?|"
    "leaders?|directors?|managers?|nurses?|of (?:them|you|us)"
)
COUNTS = re.compile(
    rf"\b{NUMBER} (?:out )?of (?:the |our |all |these )?{NUMBER}\b"
    rf"|\b(?:\d{{1,3}}|{WORDS}) in (?:\d{{1,3}}|{WORDS})\b"
    rf"|\bn ?= ?\d+"
    rf"|\b{NUMBER} ?(?:%|per ?cent\b)"
    rf"|\b{NUMBER} (?:[a-z-]+ )?(?:{PEOPLE})\b"
    rf"|\b(?:average|mean|median|scored?|score of|rated?)(?: \w+){{0,3}} {NUMBER}\b",
    re.IGNORECASE,
)
SHARES = re.compile(
    r"\b(?:half|(?:a|one|two) thirds?|(?:a|three) quarters?|(?:the )?majority|most|nobody|no ?one|"
    rf"everybody|everyone|only one|none|both|a (?:couple|dozen|single))\b(?: of)?"
    rf"|\ball (?:the |our )?(?:{PEOPLE})\b|\bonly {NUMBER}\b",
    re.IGNORECASE,
)
# No year and no part of a longer number: "11 felt unsafe", "7/11".
LOOSE = re.compile(
    rf"(?<![\w.,:£-])(?:\d{{1,3}}(?: ?/ ?\d{{1,3}})?|{ABOVE_ONE})(?![\w%:]|[.,/-]\d)",
    re.IGNORECASE,
)
LOOSE_WHY = "A number: does it count people or answers? Then leave it out."
COUNT_WHY = (
    "Leave figures of answers out. For each reader, the figures they may see are put in for you."
)
OWN_COUNT_WHY = "A number of people: could it tell who is meant, or what they answered?"
SHARE_WHY = "This tells how many, also where we tell no figures. Is it right for every reader?"
NAME_WHY = "This looks like somebody’s name. Write a role, such as programme manager."
MAYBE_NAME_WHY = "Is this a name? Write a role, such as programme manager."

# Words of roles and bodies that stand with a capital. What else does may be somebody's name.
_OF_ROLES = """
academy adviser advisor ahp allied and associate band board business care centre chair chief
clinical coach coaching committee communications community comms consultant council delivery
department deputy development director directorate directors divisional edi education eo executive
executives external facilitator facilitators finance for freedom group guardian head health hospital
human improvement induction international its lead leaders leadership line manager managers matron
medical member midwifery minority network networks nhs non-executive nurse nursing occupational od
of officer operations organisational organiser partner partners partnership people person planning
practice professional programme provider psychological psychologist race recruitment region regional
relations representative resources reverse royal senior service services side site specialist
sponsor staff steering supervisor supplier team the trainer trainers training trust union up
wellbeing with workforce
"""
KNOWN = frozenset(_OF_ROLES.split()) | ORDINARY | ALWAYS_CAPITAL
LONGEST_ABBREVIATION = 5
PRONOUNS = {"his", "hers"}
CAPITALISED = re.compile(r"\b[A-Z][\w'’-]*")


def questions_about(action: Action) -> tuple[Finding, ...]:
    """Ask what has to be looked at before an action is kept, each thing once."""
    found = (
        *_in_words(action.heard, of_answers=True),
        *_in_words(action.decided, of_answers=False),
        *_in_role(action.who),
    )
    said: dict[tuple[str, str], Finding] = {}
    for one in found:
        said.setdefault((one.words.casefold(), one.why), one)
    return tuple(said.values())


def _in_words(text: str, *, of_answers: bool) -> Iterator[Finding]:
    why = COUNT_WHY if of_answers else OWN_COUNT_WHY
    for found in COUNTS.finditer(text):
        yield Finding(kind="number", words=found[0], why=why, must_go=of_answers)
    if of_answers:
        for found in SHARES.finditer(text):
            yield Finding(kind="number", words=found[0], why=SHARE_WHY)
        for found in LOOSE.finditer(SHARES.sub(" ", COUNTS.sub(" ", text))):
            yield Finding(kind="number", words=found[0], why=LOOSE_WHY)
    yield from (one for one in check_words(text) if not _is_of_many(one))


def _is_of_many(found: Finding) -> bool:
    """Whether it speaks of other people as a group, such as "their mentees"."""
    last = found.words.casefold().split()[-1:]
    return (
        found.kind == "third_person"
        and bool(last)
        and last[0].endswith("s")
        and last[0] not in PRONOUNS
    )


def _in_role(who: str) -> Iterator[Finding]:
    """Look for names alone: a role is a job, and jobs are what belongs here."""
    for one in check_words(who):
        if one.kind in {"detail", "removed"}:
            yield Finding(kind=one.kind, words=one.words, why=NAME_WHY, must_go=True)
    strange = [word[0] for word in CAPITALISED.finditer(who) if not _is_of_roles(word[0])]
    if len(strange) > 1:
        yield Finding(kind="name", words=" ".join(strange), why=NAME_WHY, must_go=True)
    elif strange:
        yield Finding(kind="name", words=strange[0], why=MAYBE_NAME_WHY)


def _is_of_roles(word: str) -> bool:
    if word.isupper() and len(word) <= LONGEST_ABBREVIATION:
        return True
    plain = word.replace("’", "'").casefold().removesuffix("'s")
    return plain in KNOWN or all(part in KNOWN for part in plain.split("-"))
