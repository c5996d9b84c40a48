"""Whose answers a file holds: what we think, why, and select boxes to say otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, get_args

import streamlit as st

from pages._ui import resources, show, state
from pages._ui.closing import STAGES
from pages._ui.state import Card, Selection
from rm_eval import pipeline
from rm_eval.pipeline import TOOL_NAMES, Aspect, Divider, Look, Part, Question, Role, Scope, Stage

AS_SAID = "as_said"
ROLES: dict[Role, str] = {"mentor": "Mentors", "mentee": "Mentees"}
NAMES = {"organisation": "Organisation", "cohort": "Cohort"}
MOST_BOXES = 2  # to ask for numbers in the open


class Said(NamedTuple):
    """What somebody chose for a file: one thing for all of it, or as each row says."""

    value: Any = None  # of those who do not say, where the rows are believed
    by_row: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Filing:
    """Where a file belongs, as far as somebody said.

    Attributes
    ----------
    part
        Everybody's, or of the rows that do not say; None until everything is said.
    as_said
        What the rows are believed in.
    n_sent
        How many people were sent the form, of each part.
    is_meant
        False where the file looks like the other role's and nobody confirmed the choice.
    organisation
        As far as it is known; "" until somebody typed it, or where there are several.
    asked
        What our form asks these people at that stage.
    """

    part: Part | None
    as_said: tuple[Aspect, ...]
    n_sent: dict[Part, int | None]
    is_meant: bool
    organisation: str
    asked: tuple[Question, ...]


def in_short(look: Look) -> list[str]:
    """Survey tool, stage, role and rows."""
    recognition = look.recognition
    tool = TOOL_NAMES[look.raw.survey_tool]
    stage = STAGES[recognition.stage].lower() if recognition.stage else "stage not known"
    role = f"{recognition.role}s" if recognition.role else "mentors or mentees not known"
    return [
        tool[0].upper() + tool[1:],
        "several stages" if "stage" in look.dividers else stage,
        "mentors and mentees" if "role" in look.dividers else role,
        show.count(len(look.raw.cells), "row"),
    ]


def ask(selection: Selection, card: Card, look: Look) -> Filing:
    """Say what we think, and let it be changed."""
    _say_why(look)
    said: dict[Aspect, Said] = {
        "stage": _choose(card, look, "stage", "When was it filled in?", STAGES),
        "role": _choose(card, look, "role", "Who filled it in?", ROLES),
    }
    is_meant = said["role"].by_row or _confirm(card, look, said["role"].value)
    said["organisation"] = _name(card, look, "organisation", _organisation(selection))
    said["cohort"] = _name(card, look, "cohort", selection.cohort or "Cohort 1")
    as_said = tuple(aspect for aspect in get_args(Aspect) if said[aspect].by_row)
    part = None
    if all(one.value for one in said.values()):
        named = {aspect: one.value for aspect, one in said.items() if aspect != "role"}
        part = Part(scope=Scope(**named), role=said["role"].value)
    parts = [part]
    if part is not None and as_said:
        parts = list(pipeline.parts_of(look, part, as_said))
    n_sent = _ask_sent(card, parts)
    organisation = said["organisation"]
    return Filing(
        part=part,
        as_said=as_said,
        n_sent=n_sent,
        is_meant=is_meant,
        organisation="" if organisation.by_row else organisation.value or "",
        asked=_asked(said["stage"], said["role"]),
    )


def _asked(stage: Said, role: Said) -> tuple[Question, ...]:
    stages = get_args(Stage) if stage.by_row else [stage.value]
    roles = get_args(Role) if role.by_row or role.value is None else [role.value]
    return tuple(one for at in stages if at for one in pipeline.questions_of(at, roles=roles))


def _say_why(look: Look) -> None:
    recognition = look.recognition
    stage = STAGES[recognition.stage] if recognition.stage else ""
    role = ROLES[recognition.role] if recognition.role else ""
    unknown = []
    asked: tuple[tuple[Aspect, str, str, str], ...] = (
        ("stage", stage, "when it was filled in", recognition.stage_why),
        ("role", role, "whether these are mentors or mentees", recognition.role_why),
    )
    for aspect, found, what, why in asked:
        if found:
            st.markdown(show.as_typed(f"{found}: {why}."))
        elif aspect not in look.dividers:
            unknown.append(show.as_typed(f"We cannot tell {what}, {why}. Choose one below."))
    if unknown:
        st.warning("\n\n".join(unknown))


def _choose(card: Card, look: Look, aspect: Aspect, label: str, names: Mapping[Any, str]) -> Said:
    """Choose a stage or a role for all of a file, or leave it to the rows."""
    divider = look.dividers.get(aspect)
    choices: dict[Any, str] = dict(names)
    found = getattr(look.recognition, aspect)
    if divider is not None:
        every = {one: f"All of them: {name.lower()}" for one, name in names.items()}
        choices, found = {AS_SAID: _as_said(divider, names)} | every, AS_SAID
    chosen = st.selectbox(
        label,
        list(choices),
        index=list(choices).index(found) if found else None,
        format_func=lambda one: choices[one],
        placeholder="We cannot tell. Choose one.",
        key=f"{aspect}_{card.number}",
    )
    if divider is None or chosen != AS_SAID:
        return Said(chosen)
    if not divider.unsaid:
        return Said(next(iter(divider.said.values())), by_row=True)
    others = st.selectbox(
        _who_do_not_say(divider),
        list(names),
        index=None,
        format_func=lambda one: names[one],
        placeholder="Choose one",
        key=f"other_{aspect}_{card.number}",
    )
    return Said(others, by_row=True)


def _name(card: Card, look: Look, aspect: Aspect, likely: str) -> Said:
    """Type the organisation or cohort of all of a file, or leave it to the rows."""
    key = f"{aspect}_{card.number}"
    divider = look.dividers.get(aspect)
    if divider is not None:
        together = f"All of them are of one {aspect}, which I name below"
        choices = {True: _as_said(divider, {}), False: together}
        by_row = st.selectbox(
            f"{NAMES[aspect]}s in this file",
            list(choices),
            # Many a form of one programme asks for people's trust; cohorts are kept apart.
            index=int(aspect == "organisation"),
            format_func=lambda one: choices[one],
            key=f"by_row_{key}",
        )
        if by_row and not divider.unsaid:
            return Said(next(iter(divider.said.values())), by_row=True)
        if by_row:
            named = st.text_input(_who_do_not_say(divider), key=f"other_{key}")
            return Said(named.strip(), by_row=True)
    state.prefill(key, likely)
    hint = "Such as your trust’s name" if aspect == "organisation" else None
    return Said(st.text_input(NAMES[aspect], placeholder=hint, key=key).strip())


def _as_said(divider: Divider, names: Mapping[Any, str]) -> str:
    """Such as "As the file says: enrolment (11), end of cohort (7)"."""
    listed = (
        f"{names[one].lower() if one in names else one} ({n})" for one, n in divider.counted.items()
    )
    return f"As the file says: {', '.join(listed)}"


def _who_do_not_say(divider: Divider) -> str:
    n = len(divider.unsaid)
    people = "1 person" if n == 1 else f"{n} people"
    texts = [f"“{text}”" if text else "nothing" for text in dict.fromkeys(divider.unsaid.values())]
    says = "says" if n == 1 else "say"
    return show.as_typed(f"{people} {says} {' or '.join(texts)} there. Count them as")


def _confirm(card: Card, look: Look, role: Role | None) -> bool:
    sentence = pipeline.conflict(look.recognition, role) if role is not None else ""
    if not sentence:
        return True
    st.warning(show.as_typed(sentence))
    return st.checkbox(f"These really are {role}s’ answers", key=f"meant_{card.number}_{role}")


def _organisation(selection: Selection) -> str:
    """What was typed last, on a card or before."""
    own = [d.scope.organisation for d in resources.datasets() if not d.sample]
    typed = [state.typed(f"organisation_{card.number}") for card in selection.cards]
    return next(filter(None, [*typed, selection.organisation, *own]), "")


def _ask_sent(card: Card, parts: list[Part | None]) -> dict[Part, int | None]:
    """Ask how many people were sent the form, once for each part."""
    box = st.container()
    if len(parts) > MOST_BOXES:
        box = st.expander("How many people were sent this form? (optional)")
    n_sent = {}
    for part in parts:
        told = _told(part, parts)
        number = box.number_input(
            show.as_typed(f"How many {told} were sent this form? (optional)"),
            min_value=1,
            value=None,
            step=1,
            key=f"sent_{card.number}_{told}",
        )
        if part is not None:
            n_sent[part] = number
    return n_sent


def _told(part: Part | None, parts: list[Part | None]) -> str:
    """Name no more of a part than tells it from the others."""
    every = [one for one in parts if one is not None]
    if part is None or len(every) == 1:
        return "people"
    scope = part.scope
    names = {
        "organisation": scope.organisation,
        "cohort": scope.cohort,
        "stage": STAGES[scope.stage].lower(),
    }
    several = [
        name for what, name in names.items() if len({getattr(one.scope, what) for one in every}) > 1
    ]
    return f"{part.role}s ({', '.join(several)})" if several else f"{part.role}s"
