"""Whose answers are these: mentors', mentees', or both in one file?"""

import re
from dataclasses import dataclass

from rm_eval.questionnaire import Question, Role
from rm_eval.readers import Heading, RawTable
from rm_eval.recognise.rows.divider import Divider
from rm_eval.recognise.wordings.wording import normalise

ASKS_FOR_ROLE = re.compile(
    r"\b(role|taking part|participating|participant type|are you|i am|mentors? or|mentees? or)\b"
)
ROLE_WORDS: dict[str, Role] = {
    "mentor": "mentor",
    "mentors": "mentor",
    "mentee": "mentee",
    "mentees": "mentee",
}
# "As a mentor (junior colleague)" is a role; a sentence about a mentor is not.
LONGEST_ROLE = 6
ROLES: tuple[Role, ...] = ("mentor", "mentee")


@dataclass(frozen=True, kw_only=True, slots=True)
class RoleFound:
    """The role of a file and the reason; `divider` is where each person says their own."""

    role: Role | None
    why: str
    divider: Divider | None = None


def role_in(text: str) -> Role | None:
    """Return the role a short text names; None where it names none, or both."""
    words = normalise(text).split()
    if len(words) > LONGEST_ROLE:
        return None
    found = {ROLE_WORDS[word] for word in words if word in ROLE_WORDS}
    return found.pop() if len(found) == 1 else None


def find_role(raw: RawTable, asked: list[tuple[Heading, Question]]) -> RoleFound:
    """Tell the role of a file.

    Parameters
    ----------
    raw
        The table.
    asked
        Its headings that are questions of our forms, surely.

    Notes
    -----
    What people say of themselves comes first; then questions that one role alone is asked.
    """
    for heading in raw.columns("question"):
        divider = _divider(raw, heading)
        if divider is None:
            continue
        if len(divider.counted) > 1:
            return RoleFound(role=None, why=divider.why, divider=divider)
        if divider.counted:
            role = next(one for one in ROLES if one in divider.counted)
            why = f'because everybody says "{role}" in the column "{heading.text}"'
            return RoleFound(role=role, why=why)
    return _role_by_questions(asked)


def conflict(found: Role | None, why: str, chosen: Role) -> str:
    """Say that a file looks like another role's; "" where it does not."""
    if found is None or found == chosen:
        return ""
    return f"This file looks like the answers of {found}s, {why}. You chose {chosen}s."


def _divider(raw: RawTable, heading: Heading) -> Divider | None:
    if not ASKS_FOR_ROLE.search(normalise(heading.text)):
        return None
    roles: dict[str, Role] = {}
    for cell in raw.counts(heading.column):
        role = role_in(cell)
        if role is None:
            return None
        roles[cell] = role
    cells = raw.by_row(heading.column)
    return Divider(
        aspect="role",
        column=heading.column,
        heading=heading.text,
        said={row: roles[cell] for row, cell in cells.items() if cell},
        unsaid={row: "" for row, cell in cells.items() if not cell},
    )


def _role_by_questions(asked: list[tuple[Heading, Question]]) -> RoleFound:
    telling: dict[Role, list[str]] = {"mentor": [], "mentee": []}
    for heading, question in asked:
        if len(question.roles) == 1:
            telling[question.roles[0]].append(heading.question or heading.text)
    mentor, mentee = len(telling["mentor"]), len(telling["mentee"])
    if mentor == mentee:
        why = "because nothing in it is asked of mentors alone or of mentees alone"
        return RoleFound(role=None, why=why)
    role: Role = "mentor" if mentor > mentee else "mentee"
    why = f'because it asks "{_cut(telling[role][0])}", which only {role}s are asked'
    return RoleFound(role=role, why=why)


def _cut(text: str, length: int = 60) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
