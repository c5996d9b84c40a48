"""Use a file, or put it in the place of an earlier export of the same form."""

import streamlit as st

from pages._ui import receipt, resources, show, state
from pages._ui.closing import STAGES
from pages._ui.state import Card
from pages._ui.whose import Filing
from rm_eval import pipeline, quoting
from rm_eval.pipeline import Difference, Look, NotAllowed, Part, Scope


def offer(card: Card, look: Look, filing: Filing) -> None:
    """The button that keeps a file, after showing what it would replace."""
    found = None
    if filing.part is not None:
        found = pipeline.changes_since(
            resources.store(),
            look,
            scope=filing.part.scope,
            role=filing.part.role,
            as_said=filing.as_said,
        )
    if filing.part is not None:
        _say_reworded(look, filing, filing.part)
    if found is not None:
        _show_changes(tuple({part.scope: None for part in filing.n_sent}), found)
        _say_quotes_go(tuple(filing.n_sent))
    if any(dataset.sample for dataset in resources.datasets()):
        st.markdown("Using this clears the sample data: the two are never mixed.")
    label = "Use this data" if found is None else "Replace it"
    if st.button(label, type="primary", key=f"use_{card.number}"):
        _use(card, look, filing, replace=found is not None)


def _say_reworded(look: Look, filing: Filing, part: Part) -> None:
    """Point out what the same people were asked in other words, before or at another stage."""
    found = pipeline.reworded_since(
        resources.store(), look, scope=part.scope, role=part.role, as_said=filing.as_said
    )
    if not found:
        return
    questions = "1 question was" if len(found) == 1 else f"{len(found)} questions were"
    st.warning(f"{questions} worded otherwise before. Compare the answers with care.")
    show.show_table(
        {
            "Asked now": [one.now for one in found],
            "Asked before": [one.before for one in found],
            "When": [one.when for one in found],
        }
    )


def _show_changes(scopes: tuple[Scope, ...], found: Difference) -> None:
    st.subheader("These answers are here already", anchor=False)
    st.markdown(
        show.as_typed(
            f"This looks like a newer export of {_named(scopes)}. Replace the earlier one with it, "
            "or type another cohort above."
        )
    )
    show.show_table(
        {
            "Compared with what is here": ["New", "Answered differently", "Gone", "The same"],
            "People": [str(n) for n in (found.added, found.changed, found.gone, found.same)],
        }
    )
    if not found.same and not found.changed:
        st.warning(
            "Nobody in this file is among the people who are here already. If it is another "
            "group of people, type another cohort above."
        )
    closed = [scope for scope in scopes if pipeline.is_closed(resources.store(), scope)]
    if closed:
        stages = " and ".join(dict.fromkeys(STAGES[scope.stage].lower() for scope in closed))
        st.info(
            f"You closed {stages}. Replacing its answers opens it again, and it can be closed "
            "again only when nobody changed, or at least 3 people did."
        )


def _say_quotes_go(parts: tuple[Part, ...]) -> None:
    """Consent was for words of that file: nothing says that the new one holds the same person's."""
    store = resources.store()
    number = sum(
        quote.role == part.role
        for part in parts
        for quote in quoting.kept_quotes(store, part.scope)
    )
    if number:
        goes = "goes" if number == 1 else "go"
        st.warning(
            f"{show.count(number, 'quote')} from the earlier answers {goes} with them. You can "
            "offer the same words again from the new file."
        )


def _named(scopes: tuple[Scope, ...]) -> str:
    return " and of ".join(
        f"the {STAGES[scope.stage].lower()} answers of {scope.organisation}, {scope.cohort}"
        for scope in scopes
    )


def _use(card: Card, look: Look, filing: Filing, *, replace: bool) -> None:
    part = filing.part
    if part is None:
        raise NotAllowed(
            "Say when it was filled in, who filled it in, the organisation and the cohort. "
            "Nothing was kept yet.",
            code="role_unknown",
        )
    if not filing.is_meant:
        raise NotAllowed(
            f"Tick the box to say that these really are {part.role}s’ answers, or choose the "
            "other role. Nothing was kept yet.",
            code="role_conflict",
        )
    resources.forget()
    pipeline.keep(
        resources.store(),
        look,
        scope=part.scope,
        role=part.role,
        as_said=filing.as_said,
        n_sent=filing.n_sent,
        replace=replace,
    )
    state.put_back(card)
    did = "Replaced" if replace else "Added"
    first = next(iter(filing.n_sent)).scope
    state.choose(
        work=None,
        organisation=first.organisation,
        cohort=first.cohort,
        stage=first.stage,
        done=f"{did}: {_people(look, filing)} of {_places(filing)}. {receipt.in_one_line(look)}",
    )
    st.rerun()


def _people(look: Look, filing: Filing) -> str:
    roles = {part.role for part in filing.n_sent}
    if len(roles) == 1:
        return show.count(look.receipt.ready, roles.pop())
    return f"{look.receipt.ready} mentors and mentees"


def _places(filing: Filing) -> str:
    places = (f"{part.scope.organisation}, {part.scope.cohort}" for part in filing.n_sent)
    return "; ".join(dict.fromkeys(places))
