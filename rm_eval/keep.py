"""Keep a look: its parts become datasets, all of them or none."""

import dataclasses
from collections.abc import Collection, Mapping

from rm_eval.cleaning import CleanedSurvey
from rm_eval.errors import NotAllowed
from rm_eval.look import Look, look_again, parts_of
from rm_eval.questionnaire import Role
from rm_eval.recognise import Aspect
from rm_eval.responses import Part, Scope
from rm_eval.store import (
    Difference,
    Known,
    Reworded,
    Store,
    clear_sample,
    difference,
    notices_of,
    recall,
    remember,
    reworded,
    sum_of,
    told,
)

# What is shown first of the invented sample; all of it has this organisation.
SAMPLE_SCOPE = Scope(organisation="South East (sample)", cohort="Cohort 1", stage="enrolment")


def already_here(store: Store, look: Look) -> str:
    """Name what was made of this very file; "" where these bytes were never added."""
    here = store.holding(look.raw.sha256)
    return told(here) if here else ""


def keep(  # noqa: PLR0913
    store: Store,
    look: Look,
    *,
    scope: Scope,
    role: Role,
    as_said: Collection[Aspect] = (),
    n_sent: int | Mapping[Part, int | None] | None = None,
    sample: bool = False,
    replace: bool = False,
) -> tuple[str, ...]:
    """Keep a cleaned file and return its ids; the stages it belongs to are open from then on.

    Parameters
    ----------
    store, look
        Where, and what.
    scope, role
        Whose: everybody's, or of those who do not say where the rows are believed.
    as_said
        What the rows are believed in, of a file that holds several organisations, cohorts, stages
        or roles. Each part is then kept as a dataset of its own, all in one go.
    n_sent
        How many people were sent the form; of each part, where there are several.
    sample, replace
        Whether it is the sample, and whether it may take the place of what is here.

    Raises
    ------
    NotAllowed
        Where nobody answered, or a part is here already.
    """
    parts = parts_of(look, Part(scope=scope, role=role), as_said)
    names = {part.scope.organisation for part in parts}
    if SAMPLE_SCOPE.organisation in names and not sample:
        raise NotAllowed(
            f'"{SAMPLE_SCOPE.organisation}" is the name of the invented sample. Give your '
            "organisation another name. Nothing was changed.",
            code="sample_name",
        )
    if not any(part.responses.people for part in parts.values()):
        raise NotAllowed(
            f"{look.raw.upload_name} holds rows but not one answer. Check that you exported the "
            "responses. Nothing was changed.",
            code="no_rows",
        )
    sent = _sent(parts, n_sent)
    parts = {part: _with_notices(store, part, survey) for part, survey in parts.items()}
    keys = store.save(look.raw, parts, sample=sample, n_sent=sent, replace=replace)
    if not sample:
        clear_sample(store)
        for name in names:
            remember(store, name, look.raw, look.said)
    return keys


def as_remembered(store: Store, look: Look, organisation: str) -> Look:
    """Answer what this organisation was asked of an earlier export of the same form.

    What was said just now stays as it is; what another organisation said goes.
    """
    before = recall(store, organisation, look.raw)
    now = {column: one for column, one in look.said.items() if one.on is None}
    return look_again(look, said=before | now)


def changes_since(
    store: Store, look: Look, *, scope: Scope, role: Role, as_said: Collection[Aspect] = ()
) -> Difference | None:
    """Compare a file with the one it would replace; None where there is none."""
    parts = parts_of(look, Part(scope=scope, role=role), as_said)
    before: dict[Scope, list[Known]] = {}
    now: dict[Scope, list[Known]] = {}
    for part, cleaned in parts.items():
        now.setdefault(part.scope, []).extend(store.fingerprints(look.raw, part, cleaned))
        earlier = store.find(part)
        if earlier is not None:
            before.setdefault(part.scope, []).extend(store.known_people(earlier.id))
    if not before:
        return None
    return sum_of(difference(before.get(scope, []), people) for scope, people in now.items())


def reworded_since(
    store: Store, look: Look, *, scope: Scope, role: Role, as_said: Collection[Aspect] = ()
) -> tuple[Reworded, ...]:
    """Tell which questions the same people were asked otherwise before, or at another stage."""
    parts = parts_of(look, Part(scope=scope, role=role), as_said)
    found = (reworded(store, part, survey.asked) for part, survey in parts.items())
    return tuple(dict.fromkeys(one for of_part in found for one in of_part))


def _with_notices(store: Store, part: Part, survey: CleanedSurvey) -> CleanedSurvey:
    found = reworded(store, part, survey.asked)
    return dataclasses.replace(survey, notices=notices_of(found))


def _sent(
    parts: Mapping[Part, CleanedSurvey], n_sent: int | Mapping[Part, int | None] | None
) -> Mapping[Part, int | None]:
    """Say of each part how many people were sent the form; refuse what cannot be."""
    if isinstance(n_sent, int) and len(parts) > 1:
        raise NotAllowed(
            "This file holds several groups of people, so one number of people who were sent the "
            "form says too little. Leave it out, or add the file on the page, which asks for each. "
            "Nothing was changed.",
            code="sent_to_whom",
        )
    sent = n_sent if isinstance(n_sent, Mapping) else dict.fromkeys(parts, n_sent)
    for part, cleaned in parts.items():
        number, answered = sent.get(part), len(cleaned.responses.people)
        if number is not None and number < answered:
            raise NotAllowed(
                f"You say that the form was sent to {number} {part.role}s, but {answered} "
                "answered. Check the number, or leave it empty. Nothing was changed.",
                code="sent_to_fewer",
            )
    return sent
