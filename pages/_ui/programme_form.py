"""Describe a programme, one short step at a time; each step is saved by itself."""

from dataclasses import dataclass, replace

import streamlit as st

from pages._ui import cohort_form, resources, state
from rm_eval import pipeline
from rm_eval.pipeline import Limits
from rm_eval.programme import (
    CHARACTERISTICS,
    KINDS,
    QUESTIONS,
    STATES,
    Card,
    Included,
    Programme,
    read_when,
)

DONE = "Saved: "
CLEARS = (
    "The sample is loaded. As soon as you save something of your own, the sample is cleared: the "
    "two never stand together."
)
STEPS = ("The programme", "Protected characteristics", "A cohort", "Where the words are from")
LONG = ("description", "evaluation", "covid", "design", "levels", "runs")
MOST = 4000  # characters of one answer
EXAMPLES = {
    "length": "Such as 6 months.",
    "levels": "Such as: Executive Directors with Bands 5 and 6. Name no people.",
    "evaluation": "Such as a form at the end, focus groups, a celebration event.",
    "years": "Such as 1 cohort so far.",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Shown:
    """One programme, and the rules for small groups of its organisation."""

    programme: Programme
    limits: Limits

    @property
    def card(self) -> Card:
        """Its card."""
        return self.programme.card


def change(shown: Shown) -> None:
    """Offer to change one's own card; where nothing stands on it yet, the form is open."""
    if shown.card.sample:
        return
    is_new = not any(getattr(shown.card, asked) for asked in QUESTIONS)
    with st.expander("Change this", expanded=is_new):
        _steps(shown.programme)


def offer(shown: Shown | None) -> None:
    """Offer to begin a card of one's own."""
    is_own = shown is not None and not shown.card.sample
    started = "Describe another programme" if is_own else "Describe your programme"
    with st.expander(started, expanded=shown is None):
        if shown is not None and not is_own:
            st.markdown(CLEARS)
        _begin()


def _begin() -> None:
    known = dict.fromkeys(one.scope.organisation for one in resources.datasets() if not one.sample)
    described = {one.organisation for one in pipeline.programme_cards(resources.store())}
    new = [name for name in known if name not in described]
    with st.form("begin_card", border=False):
        name = st.text_input("Organisation", new[0] if new else "", max_chars=200)
        kind = _choose_kind("begin", "reverse")
        if st.form_submit_button("Start the card"):
            if name.strip() in described and not _is_sample(name.strip()):
                st.info("There is a card of that name already. Choose it above, and change it.")
                return
            _save(Card(organisation=name.strip(), kind=kind), "the card was started")


def _is_sample(name: str) -> bool:
    card = pipeline.programme_card(resources.store(), name)
    return card is not None and card.sample


def _steps(programme: Programme) -> None:
    card = programme.card
    step = st.radio("What do you want to change?", STEPS, horizontal=True, key="programme_step")
    if step == STEPS[0]:
        _answers(card)
    elif step == STEPS[1]:
        _characteristics(card)
    elif step == STEPS[2]:
        cohort_form.offer(programme)
    else:
        _document(card)
        _remove(card)


def _choose_kind(key: str, now: str) -> str:
    kinds = list(KINDS)
    return st.radio(
        "What kind of mentoring is it?",
        kinds,
        index=kinds.index(now),
        format_func=lambda kind: KINDS[kind],
        captions=["The junior colleague mentors the senior one.", "Each mentors the other."],
        key=f"kind_{key}",
    )


def _answers(card: Card) -> None:
    with st.form(f"answers_{card.organisation}", border=False):
        kind = _choose_kind(card.organisation, card.kind)
        said = {"kind": kind}
        for asked, words in QUESTIONS.items():
            box = st.text_area if asked in LONG else st.text_input
            said[asked] = box(
                words,
                getattr(card, asked),
                max_chars=MOST,
                help=EXAMPLES.get(asked),
                key=f"{asked}_{card.organisation}",
            ).strip()
        said["outline"] = st.text_area(
            "Outline of the programme, as text",
            card.outline,
            max_chars=MOST,
            help="If you have it as a picture, type what it says: not everybody can see a picture.",
            key=f"outline_{card.organisation}",
        ).strip()
        others = [one.organisation for one in pipeline.programme_cards(resources.store())]
        said["same_as"] = st.text_input(
            "Same programme as (the organisation it came from)",
            card.same_as,
            max_chars=200,
            help=f"Such as {others[0]}." if others[1:] else None,
            key=f"same_as_{card.organisation}",
        ).strip()
        since = st.text_input(
            "Running since",
            card.since.words if card.since else "",
            help="A month and a year, such as October 2020, or a year alone.",
            key=f"since_{card.organisation}",
        )
        if st.form_submit_button("Save these answers"):
            _save(replace(card, **said, since=read_when(since)), "the answers")


def _characteristics(card: Card) -> None:
    states = list(STATES)
    with st.form(f"characteristics_{card.organisation}", border=False):
        included = {}
        for one, label in CHARACTERISTICS.items():
            now = card.of(one)
            with st.container(horizontal=True, vertical_alignment="bottom"):
                state_ = st.selectbox(
                    label,
                    states,
                    index=states.index(now.state),
                    format_func=lambda each: STATES[each],
                    key=f"state_{one}_{card.organisation}",
                )
                words = st.text_input(
                    f"{label}: in your words",
                    now.words,
                    max_chars=500,
                    key=f"words_{one}_{card.organisation}",
                )
            included[one] = Included(state=state_, words=words.strip())
        if st.form_submit_button("Save the characteristics"):
            known = {one: each for one, each in included.items() if each != Included()}
            _save(replace(card, included=known), "the characteristics")


def _document(card: Card) -> None:
    with st.form(f"document_{card.organisation}", border=False):
        st.markdown("All of this may stay empty. It is printed at the foot of the card.")
        source = st.text_input("Kind of document", card.source, key=f"source_{card.organisation}")
        reference = st.text_input("Reference", card.reference, key=f"ref_{card.organisation}")
        dated = st.text_input(
            "Date",
            card.dated.words if card.dated else "",
            help="Such as 18 December 2020, or October 2020.",
            key=f"dated_{card.organisation}",
        )
        licence = st.text_input(
            "Licence: on what terms may others use these words?",
            card.licence,
            help="Such as Open Government Licence v3.",
            key=f"licence_{card.organisation}",
        )
        if st.form_submit_button("Save where it is from"):
            said = {"source": source, "reference": reference, "licence": licence}
            stripped = {name: words.strip() for name, words in said.items()}
            _save(replace(card, **stripped, dated=read_when(dated)), "where it is from")


def _remove(card: Card) -> None:
    st.markdown("Deleting the card also deletes what is said of its cohorts. Answers stay.")
    sure = st.checkbox("Yes, delete this card", key=f"sure_{card.organisation}")
    if st.button("Delete the card", disabled=not sure, key=f"delete_{card.organisation}"):
        pipeline.delete_card(resources.store(), card.organisation)
        state.choose(done=f"{DONE}the card of {card.organisation} was deleted.")
        st.rerun()


def _save(card: Card, what: str) -> None:
    pipeline.keep_card(resources.store(), card)
    said = f"{DONE}{what}, {card.organisation}."
    state.choose(done=said, organisation=card.organisation)
    st.rerun()
