"""Theme: which themes each answer in own words speaks of, as its words tell or a person says.

Words find themes quickly and wrongly: "no time for this" is no commitment of time. So the team
reads every answer with the themes found in it, and corrects them. A correction counts at once in
what the team sees; what was given out stays as it was told.
"""

from collections.abc import Collection
from dataclasses import dataclass

from rm_eval.measures.themes import themes_of
from rm_eval.questionnaire import Theme
from rm_eval.responses import Scope, said
from rm_eval.store import (
    Store,
    Written,
    all_given_out,
    asked_in_words,
    forget_said_themes,
    said_lately,
    said_themes_of,
    say_themes,
    written_answers,
)

__all__ = [
    "Theme",
    "Themed",
    "Written",
    "find_again",
    "is_given_out",
    "said_lately",
    "say",
    "themed_answers",
]


@dataclass(frozen=True, kw_only=True, slots=True)
class Themed:
    """An answer, and the themes it counts for.

    Attributes
    ----------
    themes
        All there are for the person's role, in the order of the questionnaire.
    spoken
        Those it counts for; none where it speaks of none of them.
    by_person
        Whether a person said so; otherwise its words do.
    """

    written: Written
    themes: tuple[Theme, ...]
    spoken: tuple[Theme, ...]
    by_person: bool


def themed_answers(store: Store, scope: Scope, question: str) -> tuple[Themed, ...]:
    """Load what people wrote in answer to a question, each with its themes, for the team alone."""
    written = written_answers(store, scope, question)
    here = asked_in_words(store, scope)
    themes = {one.role: one.question.themes for one in here if one.question.id == question}
    every = zip(written, said_themes_of(store, written), strict=True)
    return tuple(_themed(one, themes[one.role], by_person) for one, by_person in every)


def say(store: Store, one: Themed, themes: Collection[str]) -> None:
    """Remember the themes a person says an answer speaks of, by their ids.

    Raises
    ------
    NotAllowed
        As `rm_eval.store.say_themes`.
    """
    say_themes(store, one.written, themes)


def find_again(store: Store, one: Themed) -> None:
    """Let the words of an answer tell its themes again."""
    forget_said_themes(store, one.written)


def is_given_out(store: Store, scope: Scope) -> bool:
    """Say whether anything of a stage was given out: what was told of it stays as it was."""
    return bool(all_given_out(store, scope))


def _themed(
    written: Written, of_question: tuple[Theme, ...], by_person: tuple[str, ...] | None
) -> Themed:
    themes = tuple(theme for theme in of_question if written.role in theme.roles)
    answer = "" if by_person is None else said(by_person)
    spoken = themes_of(written.text, answer, themes)
    return Themed(
        written=written,
        themes=themes,
        spoken=tuple(theme for theme in themes if theme.id in spoken),
        by_person=by_person is not None,
    )
