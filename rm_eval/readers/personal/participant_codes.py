"""Does a heading ask for a participant code, which people make up to link their forms?"""

import re

from rm_eval.readers.raw import Heading

WHOLE = re.compile(
    r"(please )?((enter|type|write|give|put|add|create|make)( in| us)? )?"
    r"((your|my|a|the|own|participant|participants|personal|anonymous|anonymised|unique|linking|"
    r"link|matching|memorable|secret|self generated|pseudonymous|study|mentor|mentee) )*"
    r"((code|id|identifier|identification) ?(code|name|number|word|no)?|pseudonym|code ?name|"
    r"participant (number|no)|uid|suid|sgic)( here| below)?"
)
# Alone these name a row, a place or a form as well; beside another word of `WHOLE` they do not.
NOBODYS_OWN = {"id", "the id", "code", "the code", "identifier", "id number", "id no", "link id"}
WITHIN = re.compile(
    r"\b(participant|anonymous|anonymised|linking|matching|memorable|self generated|pseudonymous|"
    r"personal) (code|identifier)\b|\bunique (personal |participant )?(code|identifier)\b|"
    r"\byour (own |unique )?(code|pseudonym)\b|\bpseudonym\b|"
    r"\b(make|create|generate|build|invent|choose) (up )?(a|an|your) (\w+ ){0,3}"
    r"(code|identifier)\b|"
    r"\bwithout using your name\b"
)
PUNCTUATION = re.compile(r"[^\w]+|_")


def asks_for_code(heading: Heading) -> bool:
    """Say whether somebody is asked for a code of their own."""
    return any(map(_asks, {heading.text, heading.question}))


def _asks(wording: str) -> bool:
    words = " ".join(PUNCTUATION.sub(" ", wording.casefold()).split())
    if WHOLE.fullmatch(words):
        return words not in NOBODYS_OWN
    return bool(WITHIN.search(words)) and not words.startswith(("why ", "how ", "did you "))
