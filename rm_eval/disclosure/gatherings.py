"""The gate for what was said in a room: themes that several people spoke of, or nothing.

All who were there heard each other, and colleagues know who was there. What is told beyond the team
is a list of themes that at least 3 people spoke of, in the order of the alphabet and without a
number: of a group large enough by the limits, once two people have read that the themes name
nobody. What was said where only mentors, or only mentees, were there is told to nobody outside the
team but in a report to that role.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

import numpy as np
import pandas as pd

from rm_eval.disclosure.policy import (
    END_BAND,
    SMALLEST_GROUP,
    STANDARD,
    Limits,
    is_told,
)
from rm_eval.disclosure.published import COLUMNS, Audience, Published
from rm_eval.disclosure.quotes import Consented, check_words, publish_quotes
from rm_eval.gatherings import STREAMS, Gathering, SaidTheme, Stream
from rm_eval.measures import GROUP_LABELS
from rm_eval.questionnaire import Question, Role
from rm_eval.responses import Scope

NaN = float(np.nan)
# As of a survey: fewer could be the one person whom somebody has in mind.
FEWEST_SPOKE = END_BAND + 1
NOT_CLEARED = (
    "Nobody has said yet that two people read these themes and that they name nobody, so they are "
    "shown to the programme team only."
)
OWN_ROLE = (
    "Only {role}s were there. What they said among themselves is shown to the programme team, and "
    "in a report for {role}s."
)
NOT_PEOPLE = (
    "The sheet does not count people, so a theme may be one person’s. It is shown to the programme "
    "team only."
)
TOO_FEW = "Too few people were there to show others what was said."
HARM = (
    "This could hurt somebody if it were traced, so what was said of it is not shown to the public."
)
NONE_SPOKEN_OF = (
    f"No theme is shown here: one is shown where at least {FEWEST_SPOKE} people of a large enough "
    "group spoke of it."
)


@dataclass(frozen=True, kw_only=True, slots=True)
class ForWhom:
    """Who will see what was said.

    Attributes
    ----------
    report_to
        The role a report is made for; None for everybody of the audience. What is made for the
        public is for everybody: no role reads it alone.
    """

    audience: Audience
    report_to: Role | None = None

    def may_hear(self, gathering: Gathering) -> bool:
        """Say whether what one role said alone may be told to them."""
        if self.audience == "team" and self.report_to is None:
            return True
        alone = self.report_to if self.audience == "internal" else None
        return gathering.own_role in (None, alone)


def streams_for(gathering: Gathering, whom: ForWhom) -> tuple[Stream, ...]:
    """Name whose themes may be told at all.

    A report to one role holds what that role said, and nothing of which nobody knows who said it.
    """
    if not whom.may_hear(gathering):
        return ()
    if whom.report_to is not None:
        return (whom.report_to,) if whom.report_to in gathering.roles else ()
    return STREAMS


def why_not_told(
    gathering: Gathering, question: Question, whom: ForWhom, limits: Limits = STANDARD
) -> str:
    """Say why no theme may leave the team, whatever was said; "" where some may."""
    if not whom.may_hear(gathering):
        return OWN_ROLE.format(role=gathering.own_role)
    if whom.audience == "team":
        return ""
    if not gathering.is_cleared:
        return NOT_CLEARED
    if question.mark == "harm" and whom.audience == "public":
        return HARM
    if gathering.counted != "people":
        return NOT_PEOPLE
    streams = streams_for(gathering, whom)
    large = any(_is_large(gathering, one, question, whom, limits) for one in streams)
    return "" if large else TOO_FEW


def publish_themes(  # noqa: PLR0913 - a gathering, for whom, and what a `Published` must say
    gathering: Gathering,
    question: Question,
    *,
    scope: Scope,
    whom: ForWhom,
    limits: Limits = STANDARD,
    made_on: date | None = None,
) -> Published:
    """Publish the themes of a gathering for one audience.

    Parameters
    ----------
    gathering
        What was said.
    question
        The survey question it explains, or one that stands for the occasion: its mark counts.
    scope
        Where it belongs.
    whom
        Who will see it.
    limits
        What whoever governs the data has chosen.
    made_on
        The day to print; today unless told.

    Returns
    -------
    Published
        For the team one row a theme, with its mentions: ``statistic`` is ``"people"``, ``"times"``
        or ``"unknown"``. For others ``"spoken_of"``, without any number. No rows and a note where
        nothing may be told.
    """
    why = why_not_told(gathering, question, whom, limits)
    rows = [] if why else list(_rows(gathering, question, whom, limits))
    return Published(
        rows=pd.DataFrame(rows, columns=list(COLUMNS)),
        question=question,
        scope=scope,
        measure="gathering",
        audience=whom.audience,
        grouped=0,
        notes=() if rows else (why or NONE_SPOKEN_OF,),
        sources=(gathering.file_name,) if whom.audience == "team" else (),
        sample=gathering.sample,
        made_on=made_on or datetime.now(UTC).date(),
    )


def publish_what_was_quoted(
    gathering: Gathering,
    question: Question,
    *,
    scope: Scope,
    whom: ForWhom,
    made_on: date | None = None,
) -> Published:
    """Publish the words that people who were there agreed to be quoted with.

    The rules are those of every quote; "asked" are the people who were there and could have said
    it. Beyond the team two people have to have read them, and it has to be known how they agreed.
    """
    streams = streams_for(gathering, whom)
    consented = [
        Consented(role="" if theme.role == "all" else theme.role, words=words)
        for theme in gathering.themes
        for words in theme.quotes
        if theme.role in streams and _may_be_quoted(gathering, words, whom)
    ]
    asked = {role: gathering.n_there[role] for role in gathering.roles}
    if whom.report_to is not None:
        asked = {role: n for role, n in asked.items() if role == whom.report_to}
    return publish_quotes(
        question,
        consented,
        scope=scope,
        asked=asked,
        audience=whom.audience,
        sample=gathering.sample,
        made_on=made_on,
    )


def _may_be_quoted(gathering: Gathering, words: str, whom: ForWhom) -> bool:
    if whom.audience == "team":
        return True
    names = any(finding.must_go for finding in check_words(words))
    return gathering.is_cleared and bool(gathering.agreed) and not names


def _is_large(
    gathering: Gathering, stream: Stream, question: Question, whom: ForWhom, limits: Limits
) -> bool:
    """Say whether themes of a group may be told; no reason lowers the limit for a room."""
    n = gathering.n_of(stream)
    return n >= SMALLEST_GROUP and is_told(question.mark, n, whom.audience, limits=limits)


def _rows(
    gathering: Gathering, question: Question, whom: ForWhom, limits: Limits
) -> Iterator[dict[str, object]]:
    for stream in streams_for(gathering, whom):
        themes = [theme for theme in gathering.themes if theme.role == stream]
        if whom.audience == "team":
            yield from (_exact(gathering, theme) for theme in themes)
        elif _is_large(gathering, stream, question, whom, limits):
            told = [theme for theme in themes if _is_spoken_of(theme)]
            yield from (_told(theme) for theme in sorted(told, key=lambda t: t.label.casefold()))


def _is_spoken_of(theme: SaidTheme) -> bool:
    names = any(finding.must_go for finding in check_words(theme.label))
    return (theme.mentions or 0) >= FEWEST_SPOKE and not names


def _exact(gathering: Gathering, theme: SaidTheme) -> dict[str, object]:
    n, mentions = gathering.n_of(theme.role), theme.mentions
    if mentions is None:
        text = "not counted"
    elif gathering.counted == "people":
        text = f"{mentions} of {n}"
    else:
        times = "once" if mentions == 1 else f"{mentions} times"
        text = times if gathering.counted == "times" else str(mentions)
    value = NaN if mentions is None else float(mentions)
    numbers = {"value": value, "low": value, "high": value, "n": float(n), "n_text": str(n)}
    return _row(theme, gathering.counted, "exact") | numbers | {"text": text}


def _told(theme: SaidTheme) -> dict[str, object]:
    text = f"{FEWEST_SPOKE} or more people"
    return _row(theme, "spoken_of", "band") | {"low": float(FEWEST_SPOKE), "text": text}


def _row(theme: SaidTheme, statistic: str, shown: str) -> dict[str, object]:
    numbers = dict.fromkeys(("value", "low", "high", "n", "share_low", "share_high"), NaN)
    texts = dict.fromkeys(("n_text", "why"), "")
    own = {"group": theme.role, "group_label": GROUP_LABELS[theme.role], "shown": shown}
    label = {"answer": theme.label, "label": theme.label, "statistic": statistic}
    return {**numbers, **texts, **own, **label}
