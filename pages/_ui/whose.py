"""Whose answers a file holds: what we think, why, and select boxes to say otherwise."""

from dataclasses import dataclass
from typing import Literal, get_args

import streamlit as st

from pages._ui import resources, show, state
from pages._ui.closing import STAGES
from pages._ui.state import Card, Selection
from rm_eval import pipeline
from rm_eval.pipeline import TOOL_NAMES, Look, Role, Scope, Stage

Who = Literal["both", "mentor", "mentee"]
ROLES: tuple[Role, ...] = get_args(Role)
WHO: dict[Who, str] = {"mentor": "Mentors", "mentee": "Mentees"}
WHO_OF_BOTH: dict[Who, str] = {
    "both": "Both: mentors and mentees, as each person says",
    "mentor": "All of them are mentors",
    "mentee": "All of them are mentees",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Filing:
    """Where a file belongs, as far as somebody said.

    Attributes
    ----------
    scope, who
        None until everything is said.
    others
        In a file of both roles, what those are who do not say.
    n_sent
        How many people were sent the form, by role.
    is_meant
        False where the file looks like the other role's and nobody confirmed the choice.
    """

    scope: Scope | None
    who: Who | None
    others: Role
    n_sent: dict[Role, int | None]
    is_meant: bool

    @property
    def role(self) -> Role | None:
        """Everybody's role; None for a file of both."""
        return None if self.who in {None, "both"} else self.who  # type: ignore[return-value]


def in_short(look: Look) -> list[str]:
    """Survey tool, stage, role and rows."""
    recognition = look.recognition
    tool = TOOL_NAMES[look.raw.survey_tool]
    role = f"{recognition.role}s" if recognition.role else "mentors or mentees not known"
    return [
        tool[0].upper() + tool[1:],
        STAGES[recognition.stage].lower() if recognition.stage else "stage not known",
        "mentors and mentees" if recognition.roles_column is not None else role,
        show.count(len(look.raw.cells), "row"),
    ]


def ask(selection: Selection, card: Card, look: Look) -> Filing:
    """Say what we think, and let it be changed."""
    _say_why(look)
    stage = _ask_stage(card, look)
    who = _ask_who(card, look)
    others: Role = "mentor"
    if who == "both" and look.n_without_role:
        people = "person does not" if look.n_without_role == 1 else "people do not"
        others = st.selectbox(
            f"{look.n_without_role} {people} say which they are. Count them as",
            ROLES,
            format_func=lambda role: WHO[role],
            key=f"others_{card.number}",
        )
    is_meant = _confirm(card, look, who)
    organisation, cohort = _ask_place(selection, card)
    scope = None
    if stage and organisation and cohort:
        scope = Scope(organisation=organisation, cohort=cohort, stage=stage)
    n_sent = _ask_sent(card, who)
    return Filing(scope=scope, who=who, others=others, n_sent=n_sent, is_meant=is_meant)


def _say_why(look: Look) -> None:
    recognition = look.recognition
    stage = STAGES[recognition.stage] if recognition.stage else ""
    role = f"{recognition.role}s".capitalize() if recognition.role else ""
    if recognition.roles_column is not None:
        role = f"{look.n_saying('mentor')} mentors and {look.n_saying('mentee')} mentees"
    unknown = []
    for found, what, why in (
        (stage, "when it was filled in", recognition.stage_why),
        (role, "who filled it in", recognition.role_why),
    ):
        if found:
            st.markdown(show.as_typed(f"{found}: {why}."))
        else:
            unknown.append(show.as_typed(f"We cannot tell {what}, {why}. Choose below."))
    if unknown:
        st.warning("\n\n".join(unknown))


def _ask_stage(card: Card, look: Look) -> Stage | None:
    stages = list(STAGES)
    found = look.recognition.stage
    return st.selectbox(
        "When was it filled in?",
        stages,
        index=stages.index(found) if found else None,
        format_func=lambda one: STAGES[one],
        placeholder="We cannot tell. Choose one.",
        key=f"stage_{card.number}",
    )


def _ask_who(card: Card, look: Look) -> Who | None:
    choices = WHO_OF_BOTH if look.recognition.roles_column is not None else WHO
    every = list(choices)
    found = look.recognition.role
    return st.selectbox(
        "Who filled it in?",
        every,
        index=every.index(found) if found else (0 if "both" in every else None),
        format_func=lambda one: choices[one],
        placeholder="We cannot tell. Choose one.",
        key=f"role_{card.number}",
    )


def _confirm(card: Card, look: Look, who: Who | None) -> bool:
    if who is None or who == "both":
        return True
    sentence = pipeline.conflict(look.recognition, who)
    if not sentence:
        return True
    st.warning(show.as_typed(sentence))
    return st.checkbox(f"These really are {who}s’ answers", key=f"meant_{card.number}_{who}")


def _ask_place(selection: Selection, card: Card) -> tuple[str, str]:
    keys = f"organisation_{card.number}", f"cohort_{card.number}"
    state.prefill(keys[0], _organisation(selection))
    state.prefill(keys[1], selection.cohort or "Cohort 1")
    organisation = st.text_input(
        "Organisation", placeholder="Such as your trust’s name", key=keys[0]
    )
    cohort = st.text_input("Cohort", key=keys[1])
    return organisation.strip(), cohort.strip()


def _organisation(selection: Selection) -> str:
    """What was typed last, on a card or before."""
    own = [d.scope.organisation for d in resources.datasets() if not d.sample]
    typed = [state.typed(f"organisation_{card.number}") for card in selection.cards]
    return next(filter(None, [*typed, selection.organisation, *own]), "")


def _ask_sent(card: Card, who: Who | None) -> dict[Role, int | None]:
    asked = {
        "both": {role: f"How many {role}s were sent this form? (optional)" for role in ROLES},
        None: {},
    }.get(who, {who: "How many people were sent this form? (optional)"})
    return {
        role: st.number_input(
            label, min_value=1, value=None, step=1, key=f"sent_{card.number}_{role}"
        )
        for role, label in asked.items()
    }
