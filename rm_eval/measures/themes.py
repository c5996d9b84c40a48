"""Own words, counted by the questionnaire's themes. The words themselves go no further."""

from collections.abc import Sequence

from rm_eval.measures.counts import Row
from rm_eval.measures.groups import EVERYBODY, role_of
from rm_eval.measures.measured import Source
from rm_eval.questionnaire import Question, Theme
from rm_eval.recognise.wordings.wording import normalise
from rm_eval.responses import themes_said

NO_THEME = "none_of_these"
CORRECTED = (
    "Themes are found by words. A person has read answers to this question and corrected the "
    "themes of some."
)


def count_themes(question: Question, source: Source) -> list[Row]:
    """Count the people whose words speak of each theme of their role.

    The base is everybody who wrote something. Somebody may speak of several themes, or of none:
    those are counted as "none of these". What a person said of an answer counts before its words.
    """
    answers = source.responses.of(question)
    themes = [t for t in question.themes if role_of(source.role) in (*t.roles, EVERYBODY)]
    spoken = [
        themes_of(text, answer, themes)
        for text, answer in zip(answers["text"], answers["answer"], strict=True)
    ]
    n = float(len(spoken))
    rows: list[Row] = [
        (source.role, "people", one.id, one.label, float(sum(one.id in of for of in spoken)), n)
        for one in themes
    ]
    silent = sum(not of for of in spoken)
    return [*rows, (source.role, "people", NO_THEME, "None of these", float(silent), n)]


def themes_of(text: str, answer: str, themes: Sequence[Theme]) -> tuple[str, ...]:
    """Name the themes an answer speaks of, by their ids and in their order.

    Parameters
    ----------
    text
        The words.
    answer
        As in `rm_eval.responses.Responses`: tells what a person said of them.
    themes
        Those there are for the role.
    """
    said = themes_said(answer)
    if said is not None:
        known = tuple(theme.id for theme in themes if theme.id in said)
        # Themes that were dropped from the questionnaire since then say nothing any more.
        if known or not said:
            return known
    words = normalise(text)
    return tuple(theme.id for theme in themes if speaks_of(words, theme))


def speaks_of(text: str, theme: Theme) -> bool:
    """Say whether normalised words hold one of a theme's, as whole words."""
    return any(f" {normalise(word)} " in f" {text} " for word in theme.words)


def correction_notes(question: Question, sources: Sequence[Source]) -> tuple[str, ...]:
    """Say that a person corrected themes, where one did; never of how many answers."""
    if question.type != "free_text":
        return ()
    answers = (one.responses.of(question)["answer"] for one in sources)
    said = any(themes_said(answer) is not None for of in answers for answer in of)
    return (CORRECTED,) if said else ()
