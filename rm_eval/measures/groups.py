"""Groups of people that figures are about: a role, both roles together, or a part of a role.

A part, such as the mentors of one site, is named within its group: ``"mentor (County Hospital)"``.
So whatever keeps or shows a group needs to know nothing else of parts.
"""

from typing import Literal

from rm_eval.questionnaire import Role

# A role, ``"all"``, or a role and a part of it; see `group_of`.
Group = str
EVERYBODY: Literal["all"] = "all"

GROUP_LABELS: dict[Group, str] = {
    "mentor": "Mentors",
    "mentee": "Mentees",
    EVERYBODY: "Mentors and mentees",
}
OPEN, CLOSE = " (", ")"


def group_of(role: Role, part: str) -> Group:
    """Name the group of one part of a role."""
    return f"{role}{OPEN}{part}{CLOSE}"


def role_of(group: Group) -> Group:
    """Return the role that a group is a part of; a whole role, or both together, is its own."""
    return group.partition(OPEN)[0]


def part_of(group: Group) -> str:
    """Return which part of its role a group is; "" for all of it."""
    return group.partition(OPEN)[2].removesuffix(CLOSE)


def label_of(group: Group) -> str:
    """Return a group's name as shown: "Mentors", or "Mentors (County Hospital)"."""
    role, opening, rest = group.partition(OPEN)
    return f"{GROUP_LABELS[role]}{opening}{rest}"


def within_a_sentence(label: str) -> str:
    """Return a group's name as it stands within a sentence: "mentors (County Hospital)"."""
    role, opening, rest = label.partition(OPEN)
    return f"{role.lower()}{opening}{rest}"
