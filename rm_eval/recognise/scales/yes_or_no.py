"""Yes and no in their many spellings."""

import re

from rm_eval.recognise.wordings.wording import normalise

YES = {
    "yes", "y", "yep", "yeah", "yes please", "yes i do", "yes i did", "yes i am", "yes i have",
    "yes i would", "true", "t", "ja", "oui", "vrai", "si", "sí", "sim", "wahr", "tak", "ydw", "do",
    "oes", "ydy", "ie", "cywir", "是", "是的", "有", "да", "نعم", "ہاں", "हाँ",
}  # fmt: skip
NO = {
    "no", "n", "nope", "no thanks", "no thank you", "no i don t", "no i do not", "no i didn t",
    "no i did not", "no i am not", "no i m not", "no i haven t", "no i have not", "no i would not",
    "no i wouldn t", "false", "f", "nein", "nee", "non", "faux", "não", "falsch", "nie", "nac ydw",
    "naddo", "nac oes", "nac ydy", "nage", "anghywir", "否", "不是", "没有", "нет", "لا", "نہیں",
    "नहीं",
}  # fmt: skip
DRAWN = {"✓": True, "✔": True, "☑": True, "✔️": True, "✗": False, "✘": False, "❌": False}
# "Yes - I did", "No, not yet"; "No preference" and "Yes and no" are neither.
WITH_MORE = re.compile(r"(?P<word>yes|no)\s*[-–—:,;(!]", re.IGNORECASE)
BESIDE = re.compile(
    r"(maybe|perhaps|possibly|partly|partially|sometimes|undecided|not sure|unsure|don t know|"
    r"dont know|do not know|somewhat|to some extent|not yet|prefer not|rather not|not applicable|"
    r"it depends|neither|vielleicht|weiß nicht|peut être|ne sais pas|tal vez|quizás|no sé|efallai|"
    r"ddim yn siŵr|可能|不确定)( .*)?"
)


def yes_or_no(text: str) -> bool | None:
    """Say whether a text is yes; None where it is neither yes nor no."""
    if text in DRAWN:
        return DRAWN[text]
    words = normalise(text)
    if words in YES | NO:
        return words in YES
    begins = WITH_MORE.match(text.strip())
    return None if begins is None else begins["word"].casefold() == "yes"


def is_plain(text: str) -> bool:
    """Say whether a text is a yes or a no and nothing more."""
    return normalise(text) in YES | NO or text in DRAWN


def stands_beside(text: str) -> bool:
    """Say whether a text is an answer to a yes-or-no question that is neither: "not sure"."""
    return BESIDE.fullmatch(normalise(text)) is not None
