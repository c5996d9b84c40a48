"""All pictures of a cohort in one zip: choose, prepare with progress, download."""

from collections.abc import Callable
from typing import NamedTuple

import streamlit as st

from pages._ui import over_time, overview, papers, programmes, resources, show, state, words
from pages._ui.state import Pack, Selection
from rm_eval.pipeline import Audience, Chart, Scope
from rm_eval.quoting import Published, quotations, quotes_in_full
from rm_eval.report import Progress, Size, contact_lines, pack, pack_name, pictures_missing

SIZES: dict[Size, str] = {
    "slide": "Whole slide (16:9)",
    "half": "Half a slide",
    "a4": "Width of an A4 page",
}

# Pictures of several questions, by their ids.
OF_SEVERAL = {
    "changes": "All questions at a glance",
    "aims": "The aims of the programme: a scorecard",
    "trn_e_need-needs": "Help both mentors and mentees need",
    "end_m_gained-hopes": "Hoped for and gained: mentors",
    "end_e_gained-hopes": "Hoped for and gained: mentees",
}
# Several pictures of one question are told apart by what they show.
KINDS = {
    "change": ": who moved",
    "pairs": ": a line a person",
    "two_times": ": each time",
    "over_cohorts": ": every cohort",
}

# What only the organisation knows, at the end of every text of the pack.
CONTACT = {
    "other_formats": "For other formats: whom to ask",
    "who_to_ask": "For questions about this report: whom to ask",
    "eia_date": "Date of the equality impact assessment of your forms",
    "eia_reviewer": "Who reviewed it (a role, not a name)",
}


class Beside(NamedTuple):
    """What comes with the pictures: quotes, papers by name of their file, and whom to ask."""

    quotes: tuple[Published, ...]
    papers: dict[str, bytes]
    contact: tuple[str, ...]


class Made(NamedTuple):
    """A zip, and the headlines of pictures that could not be drawn."""

    content: bytes
    missing: tuple[str, ...]


def choose_charts(scope: Scope, audience: Audience, *, together: bool) -> tuple[Chart, ...]:
    """Every chart has a tick box, and every one is ticked at first."""
    found = resources.findings(scope, audience, together=together)
    if scope.stage == "end_of_cohort" and not scope.since:
        found += over_time.drawn_useful(scope.organisation, audience)
    if not scope.since:
        found += overview.every_one(scope, found)
    every = tuple(drawn.chart for drawn in found)
    st.header("Charts", anchor=False)
    place = f"{scope.organisation}_{scope.cohort}_{scope.stage}"
    return tuple(
        chart
        for chart in every
        if st.checkbox(show.as_typed(_subject(chart)), value=True, key=f"pick_{place}_{chart.id}")
    )


def choose_quotes(scope: Scope, audience: Audience) -> tuple[Published, ...]:
    """Quotes come with the pictures, as text, where there are any and nobody says otherwise."""
    found = tuple(words.published(scope, audience).values())
    number = sum(len(quotations(one)) for one in found)
    if not number:
        return ()
    quoted = show.count(number, "quote")
    place = f"{scope.organisation}_{scope.cohort}_{scope.stage}"
    wanted = st.checkbox(f"{quoted} in people’s own words", value=True, key=f"pick_words_{place}")
    return found if wanted else ()


def choose_papers(scope: Scope, audience: Audience) -> dict[str, bytes]:
    """What the programme is comes with the pictures, where it is described."""
    sheet = programmes.sheet_of(scope.organisation, audience)
    if sheet is None:
        return {}
    wanted = st.checkbox(
        "What the programme is: its card, its dates, how far people came",
        value=True,
        key=f"pick_programme_{scope.organisation}",
    )
    files = {"programme.html": sheet.html(), "programme.txt": sheet.text()}
    return {name: words.encode() for name, words in files.items()} if wanted else {}


def choose_size() -> Size:
    """Where the pictures are to go."""
    return st.radio("Size of the pictures", list(SIZES), format_func=lambda size: SIZES[size])


def choose_contact(selection: Selection) -> tuple[str, ...]:
    """Whom to ask, and when the forms were assessed; the same boxes as for the forms."""
    gaps = papers.filled(selection)
    with st.expander("Contact, other formats and equality impact assessment"):
        st.markdown("Printed at the end of every text in the zip. Leave out what you do not need.")
        papers.fill_in({name: words for name, words in gaps.items() if name in CONTACT}, CONTACT)
    return contact_lines(gaps)


def say_what_is_hidden(charts: tuple[Chart, ...]) -> None:
    """What the reader of the pack will not see, before it is made."""
    st.header("Before you send it", anchor=False)
    grouped = [chart for chart in charts if any(one.grouped for one in _all_of(chart))]
    hidden = [
        chart
        for chart in charts
        if any((one.rows["shown"] == "hidden").any() for one in _all_of(chart))
    ]
    lines = [f"{show.count(len(charts), 'chart')} ticked."]
    lines.append(_line(grouped, "show ranges or hide groups, to protect people"))
    if hidden:
        lines.append(_line(hidden, "hide a whole group: " + _named(hidden)))
    if any(chart.published.sample for chart in charts):
        lines.append("These are made-up people: every picture says that it is a sample.")
    lines.append("Each picture comes with its words for screen readers and its numbers.")
    st.markdown("\n".join(f"- {line}" for line in lines))


def offer(
    selection: Selection,
    scope: Scope,
    charts: tuple[Chart, ...],
    beside: Beside,
    size: Size,
) -> None:
    """Prepare, then download; what was prepared for other choices is not offered."""
    if not charts:
        st.markdown("Tick at least one chart.")
        return
    show.say_how_to_save()
    words_ = (quotes_in_full(beside.quotes), *beside.papers.items(), beside.contact)
    made_of = (scope, selection.audience, size, charts, words_)

    def make(progress: Progress) -> Made:
        content = pack(charts, size=size, **beside._asdict(), progress=progress)
        missing = tuple(chart.headline for chart in pictures_missing(content, charts))
        return Made(content, missing)

    offer_zip(
        made_of, make, ready=f"{show.count(len(charts), 'chart')} ready.", name=pack_name(charts)
    )


def offer_zip(
    made_of: tuple[object, ...], make: Callable[[Progress], Made], *, ready: str, name: str
) -> None:
    """Prepare a zip, then download it; what was prepared for other choices is not offered."""
    here = state.selection().pack
    if here is None or here.made_of != made_of:
        if st.button("Prepare the pictures", type="primary"):
            _prepare(made_of, make)
        return
    if here.missing:
        named = "; ".join(f"“{show.as_typed(headline)}”" for headline in here.missing)
        st.warning(
            f"{show.count(len(here.missing), 'picture')} could not be drawn: {named}. "
            "Their words and numbers are in the zip. Prepare again to try once more."
        )
        if st.button("Prepare again"):
            _prepare(made_of, make)
    st.success(ready)
    st.download_button(
        "Download all pictures (zip)",
        here.content,
        file_name=name,
        mime="application/zip",
        type="primary",
        on_click="ignore",
    )


def _prepare(made_of: tuple[object, ...], make: Callable[[Progress], Made]) -> None:
    """Draw them all. Cancel runs the page anew, which stops this at the next picture."""
    st.button("Cancel")
    bar = st.progress(0.0, text="Drawing…")

    def show_progress(done: int, of: int, _: str) -> None:
        bar.progress(done / of, text=f"Drawing {show.count(of, 'picture')}… {done} done")

    made = make(show_progress)
    state.choose(pack=Pack(made_of=made_of, content=made.content, missing=made.missing))
    st.rerun()


def _all_of(chart: Chart) -> tuple[Published, ...]:
    """Everything a chart was drawn from."""
    return chart.published, *chart.others


def _subject(chart: Chart) -> str:
    if chart.id in OF_SEVERAL:
        return OF_SEVERAL[chart.id]
    if chart.id.endswith("-statements"):
        return chart.headline.partition(":")[0]
    question = chart.published.question
    words = question.short or question.wording
    kind = KINDS.get(chart.id.removeprefix(f"{question.id}-"), "")
    return f"{words[0].upper()}{words[1:]}{kind}"


def _named(charts: list[Chart]) -> str:
    return show.as_typed("; ".join(_subject(chart) for chart in charts))


def _line(charts: list[Chart], what: str) -> str:
    number = len(charts)
    verb = what if number != 1 else what.replace("show ", "shows ", 1).replace("hide ", "hides ", 1)
    return f"{show.count(number, 'chart')} {verb}."
