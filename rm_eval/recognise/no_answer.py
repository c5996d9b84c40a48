"""What people type, and tools write, for "I have no answer": missing, not wrong."""

from rm_eval.readers.personal.personal_details import is_mark

DECLINED = {"prefer not to say", "prefer not to answer", "rather not say"}
# These also stand on forms as options, and are then an answer like any.
ON_SOME_FORMS = {
    *DECLINED, "don't know", "dont know",
    "do not know", "not sure", "unsure", "not applicable",
}  # fmt: skip
NO_ANSWER = ON_SOME_FORMS | {
    "n/a", "na", "n.a.", "none given", "-", "--", "–", "—", ".", "?", "nil",
    "no answer", "not answered", "[not completed]", "nan",
}  # fmt: skip


def means_no_answer(text: str) -> bool:
    """Say whether somebody typed that they have no answer."""
    return _words(text) in NO_ANSWER


def is_declined(text: str) -> bool:
    """Say whether a text is what a form offers to people who will not say."""
    return _words(text) in DECLINED


def could_be_option(text: str) -> bool:
    """Say whether a text could stand on a form to be chosen."""
    return _words(text) not in NO_ANSWER - ON_SOME_FORMS and not is_mark(text)


def _words(text: str) -> str:
    return text.strip().casefold().replace("’", "'")
