"""The receipt: what cleaning changed, how often, where and why; and a way to take it back."""

import streamlit as st

from pages._ui import show, state
from pages._ui.state import Card
from rm_eval import pipeline
from rm_eval.pipeline import LogEntry, Look, RuleUsed

MOST_ROWS_NAMED = 8
MOST_SINGLE = 300
# What somebody may want to put right in their file.
TOLD_ONE_BY_ONE = {"value_out_of_range", "value_not_whole"}


def show_receipt(card: Card, look: Look) -> None:
    """Every rule with its count; what is undone counts at once."""
    receipt = look.receipt
    st.subheader("What we changed", anchor=False)
    undone: set[str] = set()
    for used in receipt.rules:
        undone |= _show_rule(card, look, used)
    if not receipt.rules:
        st.markdown("Nothing had to be changed.")
    else:
        with st.expander("See every change, or undo a single one"):
            _show_log(look)
            undone |= _undo_single(card, receipt.rules, undone)
    if undone != look.undone:
        state.update_card(card, pipeline.look_again(look, undone=frozenset(undone)))
        st.rerun()
    st.markdown(f"**{in_one_line(look)}**")
    if receipt.set_aside:
        rows = show.count(receipt.ready + receipt.set_aside, "row")
        st.markdown(
            f"{receipt.ready} kept and {receipt.set_aside} set aside with a reason make the "
            f"{rows} of your file."
        )


def in_one_line(look: Look) -> str:
    """The last line of the receipt. No row is ever lost: each is kept, or set aside and named."""
    receipt = look.receipt
    lost = len(look.raw.cells) - receipt.ready - receipt.set_aside
    aside = f"{show.count(receipt.set_aside, 'row')} set aside, " if receipt.set_aside else ""
    return (
        f"{show.count(receipt.ready, 'row')} ready, "
        f"{show.count(receipt.left_out, 'answer')} left out, {aside}{show.count(lost, 'row')} lost."
    )


def _show_rule(card: Card, look: Look, used: RuleUsed) -> set[str]:
    sentence = used.sentence[0].upper() + used.sentence[1:]
    st.markdown(f"- {show.as_typed(sentence)}: {len(used.entries)}, in {_rows(used.rows)}")
    if used.rule in TOLD_ONE_BY_ONE:
        headings = _headings(look)
        for entry in used.entries[:MOST_ROWS_NAMED]:
            st.caption(show.as_typed(pipeline.in_full(entry, headings.get(entry.column or 0, ""))))
    if not used.can_undo:
        return set()
    ticked = st.checkbox(
        f"Undo: {show.as_typed(used.sentence)}", key=f"undo_{card.number}_{used.rule}"
    )
    return {used.rule} if ticked else set()


def _undo_single(card: Card, rules: tuple[RuleUsed, ...], undone: set[str]) -> set[str]:
    entries = {
        entry.id: entry
        for used in rules
        if used.can_undo and used.rule not in undone
        for entry in used.entries
    }
    if not entries:
        return set()
    return set(
        st.multiselect(
            "Undo single changes",
            list(entries)[:MOST_SINGLE],
            format_func=lambda key: _in_short(entries[key]) if key in entries else key,
            placeholder="Choose the changes to undo",
            key=f"undo_single_{card.number}",
        )
    )


def _in_short(entry: LogEntry) -> str:
    if entry.column is None:
        return f"Row {entry.row}: bring it back"
    return f"Row {entry.row}, column {entry.column}: “{entry.before}”"


def _show_log(look: Look) -> None:
    """Every entry of the cleaning log; this element shows text and renders none."""
    headings = _headings(look)
    st.dataframe(
        {
            "Row": [entry.row for entry in look.cleaned.log],
            "Question": [headings.get(entry.column or 0, "") for entry in look.cleaned.log],
            "In the file": [entry.before for entry in look.cleaned.log],
            "We use": [entry.after or "(left out)" for entry in look.cleaned.log],
            "Why": [entry.why for entry in look.cleaned.log],
        },
        hide_index=True,
        alt="Every change that was made to the answers, with its row and the reason",
    )


def _headings(look: Look) -> dict[int, str]:
    return {column: m.heading for m in look.recognition.matches for column in m.columns}


def _rows(rows: tuple[int, ...]) -> str:
    if len(rows) == 1:
        return f"row {rows[0]}"
    named = ", ".join(map(str, rows[:MOST_ROWS_NAMED]))
    more = len(rows) - MOST_ROWS_NAMED
    return f"rows {named} and {more} more" if more > 0 else f"rows {named}"
