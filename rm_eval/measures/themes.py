"""Own words, counted by the questionnaire's themes. The words themselves go no further."""

from rm_eval.measures.counts import Row
from rm_eval.measures.measured import EVERYBODY, Source
from rm_eval.questionnaire import Question, Theme
from rm_eval.recognise.wordings.wording import normalise

NO_THEME = "none_of_these"


def count_themes(question: Question, source: Source) -> list[Row]:
    """Count the people whose words speak of each theme of their role.

    The base is everybody who wrote something. Somebody may speak of several themes, or of none:
    those are counted as "none of these".
    """
    words = source.responses.of(question)["text"].map(normalise)
    themes = [t for t in question.themes if source.role in (*t.roles, EVERYBODY)]
    spoken = {
        # "bool": of no words at all pandas would make text, not false
        theme: words.map(lambda text, theme=theme: speaks_of(text, theme)).astype("bool")
        for theme in themes
    }
    n = float(len(words))
    rows: list[Row] = [
        (source.role, "people", theme.id, theme.label, float(people.sum()), n)
        for theme, people in spoken.items()
    ]
    silent = len(words) - sum(any(people[at] for people in spoken.values()) for at in words.index)
    return [*rows, (source.role, "people", NO_THEME, "None of these", float(silent), n)]


def speaks_of(text: str, theme: Theme) -> bool:
    """Say whether normalised words hold one of a theme's, as whole words."""
    return any(f" {word} " in f" {text} " for word in theme.words)
