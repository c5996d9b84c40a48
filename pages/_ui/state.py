"""What one visitor has chosen. The only home of `st.session_state`.

A widget's key is forgotten when the page changes. So choices are kept in one `Selection`;
widgets are set from it and only report changes to it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeVar

import streamlit as st

from pages._ui.draft import Draft
from pages._ui.menu import Entry
from rm_eval.actions import Finding
from rm_eval.gathered import ThemeSheet
from rm_eval.pipeline import Audience, Found, Look, Refusal, Stage

Kept = TypeVar("Kept")

SELECTION = "selection"
OWN_STORE = "own_store"
TO_EMPTY = "to_empty"


@dataclass(frozen=True, kw_only=True, slots=True)
class Card:
    """One file that waits to be used, or was refused.

    Attributes
    ----------
    number
        Names its widgets.
    found
        What was made of it.
    recalled
        The organisation whose earlier answers about the form are taken into account.
    """

    number: int
    found: Look | Refusal
    recalled: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Pack:
    """A zip of pictures, and what was chosen when it was made: other choices need another."""

    made_of: tuple[object, ...]
    content: bytes
    missing: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Selection:
    """The choices that survive a change of page.

    Attributes
    ----------
    organisation, cohort, stage
        Whose results are shown, and from when; "" until somebody chose or added something.
    audience
        Who will see them.
    cards
        Files that were read and wait to be used. Their bytes are gone already.
    n_files
        How many files were chosen so far: each choice gets an upload box of its own.
    done
        What was done last, as a sentence that stays until the next thing is done.
    report_names
        Whether headings also say what the report of March 2021 called them.
    pack
        The pictures that were prepared last.
    work
        Saved work that was prepared for download, still encrypted.
    together
        Whether the team wants mentors and mentees as one group.
    split_by
        The id of the question whose answers part people, for the team; "" for whole roles.
    gaps
        What the team filled in of a document for participants, such as whom to ask.
    form
        What was chosen of a form to send out, such as what the programme is about.
    since
        Since when change is shown; "" until somebody chose.
    repeat
        The question asked twice that is shown; "" for the first.
    as_same
        Questions asked in other words before that the team says are the same.
    sheet
        A sheet of themes that was read and waits to be kept.
    draft
        The action that is being written.
    asked_about
        Words of it that somebody is asked to look at.
    came_from
        The page of the chart that an action was added from.
    n_planned
        For how many people somebody wants to know what their answers could show.
    sharing
        Whether a share file is wanted and not pictures, under "Reports and sharing".
    share_files
        What became of the share files that were added last: whether each is kept, and why not.
    view, asked, asked_set
        What is compared, which question of several organisations, and which set of questions; ""
        for the first.
    over
        Which question over the cohorts of one organisation; "" for the first.
    """

    organisation: str = ""
    cohort: str = ""
    stage: Stage | Literal[""] = ""
    audience: Audience = "internal"
    cards: tuple[Card, ...] = ()
    n_files: int = 0
    done: str = ""
    report_names: bool = False
    pack: Pack | None = None
    work: bytes | None = None
    found: tuple[Found, ...] = ()
    ids: frozenset[str] = frozenset()
    together: bool = False
    split_by: str = ""
    gaps: Mapping[str, str] = field(default_factory=dict)
    form: Mapping[str, Any] = field(default_factory=dict)
    since: Stage | Literal[""] = ""
    repeat: str = ""
    as_same: frozenset[str] = frozenset()
    draft: Draft | None = None
    asked_about: tuple[Finding, ...] = ()
    came_from: Entry | None = None
    n_planned: int = 10
    sharing: bool = False
    share_files: tuple[tuple[bool, str], ...] = ()
    view: str = ""
    asked: str = ""
    asked_set: str = ""
    over: str = ""
    sheet: ThemeSheet | None = None


def selection() -> Selection:
    """What is chosen now."""
    chosen = st.session_state.get(SELECTION)
    return chosen if isinstance(chosen, Selection) else Selection()


def choose(**changes: Any) -> None:  # noqa: ANN401
    """Change some choices."""
    st.session_state[SELECTION] = replace(selection(), **changes)


def tied(key: str, value: object, take: Callable[[Any], None]) -> dict[str, Any]:
    """Arguments for a widget that shows a value and reports when somebody changes it."""
    st.session_state[key] = value
    return {"key": key, "on_change": lambda: take(st.session_state[key])}


def prefill(key: str, value: str) -> str:
    """Fill a text box that is still empty; return what stands in it."""
    if not st.session_state.get(key):
        st.session_state[key] = value
    return str(st.session_state[key])


def empty_next(keys: Iterable[str]) -> None:
    """Have text boxes emptied as the page is drawn next: what stood in them is kept now."""
    st.session_state[TO_EMPTY] = tuple(keys)


def empty_now() -> None:
    """Empty the boxes of `empty_next`; call it before they are drawn."""
    for key in st.session_state.pop(TO_EMPTY, ()):
        st.session_state[key] = ""


def typed(key: str) -> str:
    """What stands in a text box, wherever it is on the page."""
    return str(st.session_state.get(key, ""))


def update_card(card: Card, found: Look | Refusal) -> None:
    """Put something else on a card: the file was looked at again."""
    cards = selection().cards
    new = replace(card, found=found)
    choose(cards=tuple(new if one.number == card.number else one for one in cards))


def put_back(card: Card) -> None:
    """Take a card off the table; nothing of its file stays."""
    choose(cards=tuple(c for c in selection().cards if c.number != card.number))


def own(make: Callable[[], Kept]) -> Kept:
    """Keep one thing for this visitor alone, made when first asked for."""
    if OWN_STORE not in st.session_state:
        st.session_state[OWN_STORE] = make()
    kept: Kept = st.session_state[OWN_STORE]
    return kept


def choose_report_names(wanted: bool) -> None:  # noqa: FBT001 - a widget reports it so
    """Let headings say what the report of March 2021 called them, or not."""
    choose(report_names=wanted)


def choose_together(wanted: bool) -> None:  # noqa: FBT001 - a widget reports it so
    """Show the team mentors and mentees as one group, or apart."""
    choose(together=wanted)


def choose_team() -> None:
    """Show everything, to the people who hold the answers."""
    choose(audience="team")


def fill_gap(name: str, words: str) -> None:
    """Keep what somebody filled in of a document."""
    choose(gaps={**selection().gaps, name: words})


def choose_form(name: str, said: object) -> None:
    """Keep what somebody chose of a form to send out."""
    choose(form={**selection().form, name: said})
