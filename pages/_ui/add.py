"""Add data: choose files, and a card for each with what we think it is."""

from dataclasses import replace

import streamlit as st

from pages._ui import linking, matching, menu, receipt, resources, show, state, using, whose
from pages._ui.state import Card, Selection
from rm_eval import pipeline
from rm_eval.pipeline import Look, Notice, Refusal, Upload

MOST_MB = 10
MOST_NOTICES = 3  # of one kind, in the open


def announce(selection: Selection) -> None:
    """What was done last."""
    if not selection.done:
        return
    st.success(show.as_typed(selection.done))
    page = menu.OF_STAGE[selection.stage or "enrolment"]
    label = f"See the {page.title.lower()} charts"
    if not selection.cards and st.button(label, type="primary"):
        st.switch_page(page.file)
    if not selection.cards:
        linking.ask()


def choose_files(selection: Selection) -> None:
    """Step 1: an upload box; what was read waits in the selection, its bytes are gone."""
    st.markdown(
        "Add your survey exports just as your survey tool made them: one row for each person. You "
        "can choose several files at once, such as the mentors’ and the mentees’, or answers and "
        "the key that says what their codes stand for. There is no need to tidy them first. "
        "Columns of names and e-mail addresses are dropped for you, and so are e-mail addresses "
        "and telephone numbers inside answers. A name in a comment may stay."
    )
    st.page_link(menu.TOTALS.file, label="I only have totals, or a report with percentages")
    # No `type`: the browser would refuse a PDF without a word; the library says what to do instead.
    uploads = st.file_uploader(
        "Survey exports: Excel (.xlsx), CSV or text, up to 10 MB each",
        accept_multiple_files=True,
        max_upload_size=MOST_MB,
        key=f"files_{selection.n_files}",
    )
    if not uploads:
        return
    files = [Upload(name=upload.name, content=upload.getvalue()) for upload in uploads]
    cards = []
    with st.status(f"Reading {show.count(len(uploads), 'file')}…", expanded=True) as status:
        pairs = pipeline.with_keys(files)
        for number, (upload, key) in enumerate(pairs, start=selection.n_files + 1):
            st.text(f"{upload.name}: reading, recognising questions, checking answers")
            found = pipeline.look_or_refuse(upload, key=key)
            cards.append(Card(number=number, found=found))
        status.update(label="Your files were read", state="complete")
    n_files = selection.n_files + len(uploads)
    state.choose(cards=tuple(cards), n_files=n_files, done="", pack=None)
    st.rerun()


def show_cards(selection: Selection) -> None:
    """Step 2: each file with what it is, what is asked and what was changed; then use it."""
    if len(selection.cards) > 1:
        st.markdown(
            f"**{len(selection.cards)} files are waiting.** Nothing is kept until you use it."
        )
    for card in selection.cards:
        with st.container(border=True, key=f"card_{card.number}"):
            if isinstance(card.found, Refusal):
                _show_refusal(card, card.found)
            else:
                _show_look(selection, card, card.found)
    if len(selection.cards) > 1 and st.button("Put all files back"):
        state.choose(cards=())
        st.rerun()


def _show_refusal(card: Card, refusal: Refusal) -> None:
    st.header(show.as_typed(refusal.name), anchor=False)
    st.error(show.as_typed(refusal.message))
    if refusal.code == "sheet_of_themes":
        st.page_link(menu.GATHERINGS.file, label=f"Add it under {menu.GATHERINGS.title}")
    if refusal.sheets and refusal.upload is not None:
        sheet = st.selectbox(
            "Which sheet holds the answers?", refusal.sheets, key=f"sheet_{card.number}"
        )
        if st.button("Read this sheet", type="primary", key=f"read_{card.number}"):
            state.update_card(card, pipeline.look_or_refuse(refusal.upload, sheet, key=refusal.key))
            st.rerun()
    _offer_to_put_back(card)


def _show_look(selection: Selection, card: Card, look: Look) -> None:
    st.header(show.as_typed(look.raw.upload_name), anchor=False)
    here = pipeline.already_here(resources.store(), look)
    if here:
        st.info(show.as_typed(f"This very file is here already, as {here}. Nothing was changed."))
        _offer_to_put_back(card)
        return
    st.subheader("We think this is", anchor=False)
    st.markdown(
        f"**{show.as_typed(', '.join(whose.in_short(look)))}**, {show.as_typed(look.raw.why)}."
    )
    _show_notices((*look.raw.notices, *look.recognition.notices))
    filing = whose.ask(selection, card, look)
    card, look = _recall(card, look, filing.organisation)
    matching.show_questions(card, look, filing.asked)
    receipt.show_receipt(card, look)
    stage = filing.part.scope.stage if filing.part else look.recognition.stage
    for sentence in pipeline.codes_met_twice(look, stage):
        st.info(show.as_typed(sentence))
    using.offer(card, look, filing)
    _offer_to_put_back(card)


def _show_notices(notices: tuple[Notice, ...]) -> None:
    """One box for each kind of notice, however many columns it is about."""
    for code in dict.fromkeys(notice.code for notice in notices):
        messages = [show.as_typed(one.message) for one in notices if one.code == code]
        st.info("\n\n".join(messages[:MOST_NOTICES]))
        if len(messages) > MOST_NOTICES:
            with st.expander(f"{len(messages) - MOST_NOTICES} more of this kind"):
                st.markdown("\n\n".join(messages[MOST_NOTICES:]))


def _recall(card: Card, look: Look, organisation: str) -> tuple[Card, Look]:
    """Answer what this organisation was asked of an earlier export of the same form."""
    if organisation != card.recalled:
        look = pipeline.as_remembered(resources.store(), look, organisation)
        card = replace(card, found=look, recalled=organisation)
        state.update_card(card, look)
    return card, look


def _offer_to_put_back(card: Card) -> None:
    alone = len(state.selection().cards) == 1
    label = "Choose another file" if alone else "Put this file back"
    st.button(label, key=f"back_{card.number}", on_click=state.put_back, args=(card,))
