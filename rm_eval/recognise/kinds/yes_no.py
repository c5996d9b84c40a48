"""Yes or no, in so many words."""

from rm_eval.questionnaire import Option
from rm_eval.recognise.kinds.typed import Answers, Typed, options_of
from rm_eval.recognise.wording import normalise

YES_NO = {"yes", "no", "y", "n"}
BESIDE_YES_NO = {
    "maybe", "perhaps", "possibly", "partly", "partially", "sometimes", "undecided", "not sure",
    "unsure", "don t know", "dont know", "do not know", "somewhat", "to some extent", "not yet",
    "prefer not to say", "prefer not to answer", "rather not say", "not applicable",
}  # fmt: skip


def as_yes_no(_: str, answers: Answers) -> Typed | None:
    """Take a column for yes and no, or for a choice that has something beside them."""
    if not all(normalise(answer) in YES_NO | BESIDE_YES_NO for answer in answers):
        return None
    found = set(map(normalise, answers))
    if not found & YES_NO:
        return None
    if found <= YES_NO:
        options = (Option(id="yes", label="Yes"), Option(id="no", label="No"))
        why = "every answer is yes or no"
        return Typed(type="yes_no", confidence=0.98, why=why, options=options)
    why = "the answers are yes, no or something beside them"
    return Typed(type="single_choice", confidence=0.95, why=why, options=options_of(answers))
