"""A programme to read: its card, its times, its cohorts, and several side by side."""

from collections.abc import Sequence

import streamlit as st

from pages._ui import papers, programme_form, resources, show, state
from pages._ui.programme_form import Shown
from pages._ui.state import Selection
from rm_eval import pipeline, report
from rm_eval.charts import PHONE, draw_timeline
from rm_eval.compare import same_programme
from rm_eval.pipeline import AUDIENCES, Audience
from rm_eval.programme import (
    CHARACTERISTICS,
    STATES,
    Card,
    Funnel,
    Programme,
    timeline_of,
)
from rm_eval.report import Part, Sheet

ABOUT = (
    "What your programme is: who is paired, for how long, when it ran, and how far people came. "
    "Nothing here is anybody’s answer to a form."
)
NOTHING_YET = (
    "No programme is described yet. You can do this before anybody has filled in a form: it takes "
    "about five minutes, and you can leave out what you do not know."
)
OF_DOCUMENTS = (
    "The cards of the sample say what five real documents say: four answers to freedom of "
    "information requests, and one report. Cohort 2 of South East is invented."
)
NUMBERS_ONLY = "Only the numbers of people change with this."


def choose(selection: Selection) -> Shown | None:
    """Ask whose programme; None where none is described yet."""
    if selection.done.startswith(programme_form.DONE):
        st.success(show.as_typed(selection.done))
    store = resources.store()
    cards = {card.organisation: card for card in pipeline.programme_cards(store)}
    for record in pipeline.cohort_records_of(store):
        cards.setdefault(record.organisation, Card(organisation=record.organisation))
    if not cards:
        st.markdown(NOTHING_YET)
        return None
    st.markdown(ABOUT)
    if any(card.sample for card in cards.values()):
        st.markdown(OF_DOCUMENTS)
    names = sorted(cards, key=str.casefold)
    name = selection.organisation if selection.organisation in cards else names[0]
    if len(names) > 1:
        st.selectbox(
            "Organisation",
            names,
            **state.tied("programme", name, lambda chosen: state.choose(organisation=chosen)),
        )
    cohorts = pipeline.cohort_records_of(store, name)
    return Shown(
        programme=Programme(card=cards[name], cohorts=cohorts),
        limits=pipeline.limits_of(store, name),
    )


def sheet_of(organisation: str, audience: Audience) -> Sheet | None:
    """A programme on one sheet; None where it is not described."""
    store = resources.store()
    card = pipeline.programme_card(store, organisation)
    cohorts = pipeline.cohort_records_of(store, organisation)
    if card is None and not cohorts:
        return None
    return report.programme_sheet(
        Programme(card=card or Card(organisation=organisation), cohorts=cohorts),
        audience=audience,
        limits=pipeline.limits_of(store, organisation),
    )


def show_card(shown: Shown) -> None:
    """The questions and answers, and the nine characteristics."""
    card = shown.card
    st.header(show.as_typed(card.organisation), anchor=False)
    if card.from_where:
        st.markdown(f"From: {show.as_typed(card.from_where)}.")
    part = report.characteristics_part(card)
    st.subheader(part.heading, anchor=False)
    show.show_table(
        {
            "Characteristic": [line.asked for line in part.lines],
            "Included": [line.said for line in part.lines],
        }
    )
    _show_notes(part)
    answers = report.answers_part(card)
    st.subheader(answers.heading, anchor=False)
    for line in answers.lines:
        st.markdown(f"**{show.as_typed(line.asked)}**")
        _as_said(line.said)
        if line.note:
            st.markdown(f"*Note:* {show.as_typed(line.note)}")


def show_times(shown: Shown) -> None:
    """When the programme and its cohorts ran."""
    card = shown.card
    timeline = timeline_of(
        card,
        shown.programme.cohorts,
        organisation=card.organisation,
        today=resources.today(),
    )
    if not timeline.rows:
        return
    chart = draw_timeline(timeline, source=card.from_where)
    show.show_drawing(resources.Drawn(chart=chart, narrow=chart.lay_out(PHONE).figure()))


def show_cohorts(shown: Shown, selection: Selection) -> None:
    """What is known of each cohort, and how far people came."""
    cohorts = shown.programme.cohorts
    if not cohorts:
        return
    st.header("Cohorts", anchor=False)
    if _has_numbers(shown):
        st.radio(
            "Who will see this?",
            list(AUDIENCES),
            format_func=lambda audience: AUDIENCES[audience],
            help=NUMBERS_ONLY,
            **state.tied(
                "audience_of_programme",
                selection.audience,
                lambda chosen: state.choose(audience=chosen),
            ),
        )
        st.markdown(NUMBERS_ONLY)
    for record in cohorts:
        part = report.cohort_part(record, audience=selection.audience, limits=shown.limits)
        _show_lines(part)


def _has_numbers(shown: Shown) -> bool:
    """Whether anything on the card depends on who will see it."""
    cohorts = shown.programme.cohorts
    return any(part != Funnel() for one in cohorts for part in (one.mentors, one.mentees))


def offer_downloads(shown: Shown, selection: Selection) -> None:
    """The whole of it as a page to print, and as text to paste."""
    sheet = report.programme_sheet(
        shown.programme, audience=selection.audience, limits=shown.limits
    )
    st.header("Print or send this", anchor=False)
    if _has_numbers(shown):
        st.markdown(f"For: {AUDIENCES[selection.audience]}.")
    files = {
        "Download as a web page to print": ("html", sheet.html(), "text/html"),
        "Download as plain text": ("txt", sheet.text(), "text/plain"),
    }
    papers.offer_files(sheet.file_name, files)


def show_all() -> None:
    """Several programmes beside each other; nothing where there is only one."""
    cards = pipeline.programme_cards(resources.store())
    if len(cards) < 2:  # noqa: PLR2004 - one stands above already
        return
    st.header("Programmes side by side", anchor=False)
    show_beside(cards)


def show_beside(cards: Sequence[Card]) -> None:
    """What each says of its programme in one table, every characteristic in another."""
    st.markdown(f"{report.evaluated(cards)}.")
    with st.expander("All programmes in one table"):
        show.show_table(report.programmes_beside(cards))
    with st.expander("All programmes and every characteristic"):
        show.show_table(
            {
                "Characteristic": list(CHARACTERISTICS.values()),
                **{
                    card.organisation: [STATES[card.of(one).state] for one in CHARACTERISTICS]
                    for card in cards
                },
            }
        )
    for sentence in same_programme(cards):
        st.markdown(show.as_typed(sentence))


def _show_lines(part: Part) -> None:
    st.subheader(show.as_typed(part.heading), anchor=False)
    lines = [f"- **{show.as_typed(a.asked)}:** {show.as_typed(a.said)}" for a in part.lines]
    st.markdown("\n".join(lines))
    _show_notes(part)


def _show_notes(part: Part) -> None:
    for note in part.notes:
        st.markdown(show.as_typed(note))


def _as_said(words: str) -> None:
    st.markdown("\n\n".join(show.as_typed(paragraph) for paragraph in words.split("\n\n")))
