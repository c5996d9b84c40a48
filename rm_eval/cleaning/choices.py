"""One choice, or several ticks: answers that name options."""

from rm_eval.cleaning.answer import Answer, Change, Cleaned, left_out, not_answered
from rm_eval.cleaning.options import Found, find_options
from rm_eval.questionnaire import Question
from rm_eval.recognise.no_answer import means_no_answer
from rm_eval.recognise.pieces.separators import SEPARATORS, joined
from rm_eval.recognise.scales.yes_or_no import yes_or_no
from rm_eval.recognise.wordings.wording import normalise
from rm_eval.responses import NOTHING_TICKED

# How one of our own questions is answered; and ticks.
WORTH = {"useful": True, "not useful": False, "1": True, "0": False, "x": True}


def clean_yes_no(text: str, question: Question) -> Cleaned:
    """Read yes or no in its many spellings; the question's own word for it is none of them."""
    word = normalise(text) if any(map(str.isalpha, text)) else text
    said = WORTH.get(word, yes_or_no(text))
    if said is not None:
        answer = "yes" if said else "no"
        labels = {option.id: option.label for option in question.options}
        label = labels.get(answer, answer.capitalize())
        change = Change(rule="value_reworded", why=f'"{text}" was read as {answer}.')
        reworded = word not in {answer, normalise(label)}
        return Cleaned(
            answers=(Answer(answer=answer),),
            after=label,
            changes=(change,) if reworded else (),
        )
    if means_no_answer(text):
        return not_answered(text)
    return left_out("value_unreadable", "This is neither yes nor no. We left it out.")


def clean_single_choice(text: str, question: Question) -> Cleaned:
    """Read one option; anything else counts as Other."""
    found = find_options(text, question, separators=())[0]
    if found.option is None and means_no_answer(text):
        return not_answered(text)
    return Cleaned(answers=(_answer(found),), after=_written(found), changes=changes_in([found]))


def clean_multiple_choice(
    text: str, question: Question, *, separators: tuple[str, ...] = SEPARATORS
) -> Cleaned:
    """Read ticks; an option ticked twice counts once."""
    found = find_options(text, question, separators=separators)
    if all(one.option is None for one in found) and means_no_answer(text):
        return not_answered(text)
    return ticks_of(found, separators[0])


def ticks_of(found: list[Found], separator: str = SEPARATORS[0]) -> Cleaned:
    """Make the options that somebody ticked their answer."""
    kept, changes = _without_repeats(found)
    kept, contradicted = _without_contradiction(kept)
    answers = tuple(map(_answer, kept)) or (Answer(answer=NOTHING_TICKED),)
    # Whatever follows "Other:" is taken for somebody's own words, so it stands last.
    last = sorted(kept, key=lambda one: bool(one.other_text))
    after = joined(list(map(_written, last)), separator)
    return Cleaned(answers=answers, after=after, changes=changes_in(kept) + changes + contradicted)


def _answer(found: Found) -> Answer:
    if found.option is None:
        return Answer(answer="other", text=found.text)
    return Answer(answer=found.option.id, text=found.other_text)


def _written(found: Found) -> str:
    if found.other_text:
        return f"Other: {found.other_text}"
    return found.option.label if found.option is not None else found.text


def changes_in(found: list[Found]) -> tuple[Change, ...]:
    """Say what was read as another option than it was written."""
    loose = tuple(
        Change(
            rule="option_matched_loosely",
            why=f'"{one.text}" was read as "{one.option.label}".',
            answer=one.option.id,
        )
        for one in found
        if one.loose and one.option is not None
    )
    strange = tuple(
        Change(
            rule="unknown_option",
            why=f'"{one.text}" is not on the form. It counts as Other.',
            answer="other",
        )
        for one in found
        if one.option is None
    )
    return loose + strange


def _without_repeats(found: list[Found]) -> tuple[list[Found], tuple[Change, ...]]:
    kept: dict[str, Found] = {}
    for one in found:
        kept.setdefault(one.option.id if one.option else one.text, one)
    if len(kept) == len(found):
        return found, ()
    why = "An option stands twice in this answer. It counts once."
    return list(kept.values()), (Change(rule="option_repeated", why=why),)


def _without_contradiction(found: list[Found]) -> tuple[list[Found], tuple[Change, ...]]:
    exclusive = [one for one in found if one.option is not None and one.option.exclusive]
    if not exclusive or len(exclusive) == len(found):
        return found, ()
    kept = [one for one in found if one not in exclusive]
    why = f'"{exclusive[0].text}" was ticked together with something else. We left it out.'
    return kept, (Change(rule="contradiction", why=why),)
