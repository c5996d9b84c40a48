"""People's own words: the team reads them and offers some as quotes; others see the quotes."""

from zlib import crc32

import streamlit as st

from pages._ui import resources, show, state, themes
from rm_eval import quoting
from rm_eval.pipeline import AUDIENCES, Audience, Scope
from rm_eval.quoting import Finding, Published, Quote, Written

ASK_FIRST = (
    "Words leave the programme team only where the person agreed to those very words. Choose an "
    "answer and cut it down. Put “…” wherever you leave something out; words cannot be changed or "
    "added. Then show the person the words below, and ask."
)
NO_PROMISE = (
    "This check cannot know who will be recognised. It misses names in small letters, and it does "
    "not know your colleagues. Read the words as somebody who knows everybody who took part."
)
NOTHING_ASKED = "We found no words to ask about."
AGREED = "Each person quoted agreed to these very words being shown."
LEFT_OUT = "“…” marks what is left out."
DATES = "{day.day} {day:%B %Y}"


def published(scope: Scope, audience: Audience) -> dict[str, Published]:
    """What may be quoted to an audience, by question; also of whom nobody is."""
    if resources.pool_of(scope):
        return {}  # quotes stand with their own cohort
    found = quoting.quotes(resources.store(), scope, audience=audience)
    return {one.question.id: one for one in found}


def show_words(quoted: Published) -> None:
    """Under a question: everything for the team, quotes for others."""
    if quoted.audience == "team":
        _show_to_team(quoted)
    elif quoted.rows.empty:
        st.markdown(show.as_typed(" ".join(quoted.notes)))
    else:
        st.markdown("**In people’s own words**")
        for quotation in quoting.quotations(quoted):
            st.markdown(f"> {show.as_typed(quotation)}")
        dots = quoted.rows["text"].str.contains("…").any()
        st.markdown(f"{AGREED} {LEFT_OUT}" if dots else AGREED)


def show_uncharted(quoted: Published) -> None:
    """A question that has no chart, under its own heading, where there is something to show."""
    if quoted.audience == "team" or not quoted.rows.empty:
        st.header(show.as_typed(quoted.question.wording), anchor=False)
        show_words(quoted)


def _show_to_team(quoted: Published) -> None:
    question = quoted.question.id
    written = quoting.written_answers(resources.store(), quoted.scope, question)
    if not written:
        return
    done = state.selection().done
    if done.startswith(_about(quoted)):
        st.success(show.as_typed(done))
    with st.expander(f"Read what people wrote ({show.count(len(written), 'answer')})"):
        if quoted.question.themes:
            themes.show_answers(quoted)
        else:
            _show_written(written)
    if quoted.question.themes:
        themes.offer_correcting(quoted)
    with st.expander("Offer words as a quote"):
        _offer(quoted, written)
    kept = quoting.kept_quotes(resources.store(), quoted.scope)
    mine = [quote for quote in kept if quote.question == question]
    if mine:
        with st.expander(f"Quotes kept: {len(mine)}", expanded=True):
            _show_kept(quoted, mine)


def _show_written(written: tuple[Written, ...]) -> None:
    for role in dict.fromkeys(one.role for one in written):
        st.markdown(f"**{role.capitalize()}s**")
        for one in written:
            if one.role == role:
                st.text(one.text)


def _offer(quoted: Published, written: tuple[Written, ...]) -> None:
    st.markdown(ASK_FIRST)
    numbers = {one: number for number, one in enumerate(written, start=1)}
    chosen = st.selectbox(
        "Whose answer?",
        written,
        index=None,
        format_func=lambda one: f"{numbers[one]}. {one.role.capitalize()}: {one.text}",
        placeholder="Choose an answer",
        key=f"quote_of_{_place(quoted)}",
    )
    if chosen is None:
        return
    place = f"{chosen.dataset}_{chosen.person}_{chosen.question}"
    typed = st.text_area("The words to show", chosen.text, key=f"quote_words_{place}")
    words = quoting.tidy(typed)
    trouble = quoting.trouble_with(words, chosen.text)
    if trouble:
        st.warning(trouble)
        return
    st.markdown("These very words would be shown:")
    st.text(f"“{words}”")
    found = quoting.questions_for(words, chosen.text)
    _ask_to_look(found)
    if not any(one.must_go for one in found):
        _keep(quoted, chosen, words, f"{place}_{crc32(words.encode())}")


def _ask_to_look(found: tuple[Finding, ...]) -> None:
    if found:
        st.markdown("**Please look at these words first**")
        st.markdown(
            "\n".join(
                f"- **{show.as_typed(one.words)}**: {show.as_typed(one.why)}" for one in found
            )
        )
    else:
        st.markdown(NOTHING_ASKED)
    st.markdown(NO_PROMISE)


def _keep(quoted: Published, chosen: Written, words: str, key: str) -> None:
    """The keys hold the words: where one letter changes, everything has to be said again."""
    with st.form(f"keep_quote_{key}", border=False):
        has_agreed = st.checkbox(
            "The person agreed to these very words being used", key=f"quote_agreed_{key}"
        )
        was_read_twice = st.checkbox("A second person has read them", key=f"quote_read_{key}")
        agreed = st.text_input(
            "How and when did they agree? Do not name them.",
            placeholder="Such as: by e-mail, 3 March",
            key=f"quote_how_{key}",
        )
        if st.form_submit_button("Keep this quote", type="primary"):
            quoting.keep_quote(
                resources.store(),
                chosen,
                words=words,
                agreed=agreed,
                has_agreed=has_agreed,
                was_read_twice=was_read_twice,
            )
            _done(quoted, "quote kept.")


def _show_kept(quoted: Published, kept: list[Quote]) -> None:
    for quote in kept:
        st.text(f"“{quote.words}” – {quote.role}")
        day = DATES.format(day=quote.kept_on)
        st.markdown(show.as_typed(f"Kept on {day}. How they agreed: {quote.agreed}"))
        if st.button("Withdraw this quote", key=f"withdraw_{quote.id}"):
            quoting.withdraw_quote(resources.store(), quote.id)
            _done(quoted, "quote withdrawn. What was sent out before cannot be called back.")
    for audience in ("internal", "public"):
        why = quoting.why_not_shown(resources.store(), quoted.scope, quoted.question.id, audience)
        if why:
            st.markdown(show.as_typed(f"Not shown: {AUDIENCES[audience]}. {why}"))


def _about(quoted: Published) -> str:
    words = quoted.question.short or quoted.question.wording
    return f"{words[:1].upper()}{words[1:]}: quote "


def _done(quoted: Published, what: str) -> None:
    state.choose(done=_about(quoted) + what.removeprefix("quote "), work=None)
    st.rerun()


def _place(quoted: Published) -> str:
    scope = quoted.scope
    return f"{scope.organisation}_{scope.cohort}_{scope.stage}_{quoted.question.id}"
