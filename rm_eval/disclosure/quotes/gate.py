"""The gate for words: a quote leaves the team as a published row with text, or not at all.

Who took part is known to colleagues. A quote is one of so many people's; beside it stands no id,
no date, no row and no characteristic, and its place in the order tells nothing.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal

import numpy as np
import pandas as pd

from rm_eval.disclosure.policy import LARGE_GROUP
from rm_eval.disclosure.published import COLUMNS, Audience, Published
from rm_eval.measures import GROUP_LABELS
from rm_eval.questionnaire import Mark, Question, Role
from rm_eval.responses import Scope

NaN = float(np.nan)
TOO_FEW = (
    f"Fewer than {LARGE_GROUP} people answered this form, so nobody’s own words are shown to "
    "people outside the programme team."
)
HARM = (
    "This question could hurt somebody if an answer were traced, so nobody’s own words are shown "
    "to the public."
)
NONE = "Nobody’s own words are quoted here."


@dataclass(frozen=True, kw_only=True, slots=True)
class Consented:
    """Words that a person agreed to, and which role they have, "" if unknown; not who they are."""

    role: Role | Literal[""]
    words: str


def why_not_quoted(mark: Mark, asked: Mapping[Role, int], audience: Audience) -> str:
    """Say why no words may leave, whoever agreed to what; "" where they may.

    Decided by the question and by how many people could have written: never by what they wrote.
    """
    if audience == "team":
        return ""
    if mark == "harm" and audience == "public":
        return HARM
    return TOO_FEW if sum(asked.values()) < LARGE_GROUP else ""


def publish_quotes(  # noqa: PLR0913 - a question, its quotes, and what a `Published` must say
    question: Question,
    consented: Iterable[Consented],
    *,
    scope: Scope,
    asked: Mapping[Role, int],
    audience: Audience,
    sample: bool = False,
    made_on: date | None = None,
) -> Published:
    """Publish the words people agreed to, for one question and one audience.

    Parameters
    ----------
    question, scope
        What was asked, and of whom.
    consented
        Words with consent, in any order.
    asked
        How many people of each role answered the form: each of them could have written it.
    audience
        Who will see them.
    sample
        Whether these are invented people.
    made_on
        The day to print; today unless told.

    Returns
    -------
    Published
        One row a quote, its words in ``text``, in an order that only the words decide. Where none
        may be shown, or nobody agreed, no rows and a note that says why.
    """
    why = why_not_quoted(question.mark, asked, audience)
    named = _roles_are_told(asked, audience)
    told = {(one.role if named else "", one.words) for one in consented} if not why else set()
    rows = [
        _row(role, words)
        for role, words in sorted(told, key=lambda one: _place(scope, question, one[1]))
    ]
    return Published(
        rows=pd.DataFrame(rows, columns=list(COLUMNS)),
        question=question,
        scope=scope,
        measure="quotes",
        audience=audience,
        grouped=0,
        notes=() if rows else (why or NONE,),
        sources=(),
        sample=sample,
        made_on=made_on or datetime.now(UTC).date(),
    )


def _roles_are_told(asked: Mapping[Role, int], audience: Audience) -> bool:
    """Tell roles of all quotes or of none: the one without a label would be the small group's."""
    return audience == "team" or all(n >= LARGE_GROUP for n in asked.values())


def _place(scope: Scope, question: Question, words: str) -> str:
    """Order by what looks random and stays: not by row, nor alike for two questions."""
    parts = (scope.organisation, scope.cohort, scope.stage, question.id, words)
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


def _row(role: Role | str, words: str) -> dict[str, object]:
    numbers = dict.fromkeys(("value", "low", "high", "n", "share_low", "share_high"), NaN)
    texts = dict.fromkeys(("answer", "label", "n_text", "why"), "")
    label = next((label for one, label in GROUP_LABELS.items() if one == role), "")
    own = {"group": role, "group_label": label, "statistic": "quote", "shown": "exact"}
    return {**numbers, **texts, **own, "text": words}
