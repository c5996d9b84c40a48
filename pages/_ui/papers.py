"""Documents on a page: read, fill in, copy, download."""

import re
from collections.abc import Mapping
from functools import partial

import streamlit as st

from pages._ui import resources, show, state
from pages._ui.state import Selection
from rm_eval.pipeline import Document
from rm_eval.report.documents.blocks import Bullets, Heading, Paragraph, Table

MARKS = re.compile(r"\*\*|`")
LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
GAPS = {
    "organisation": "Your organisation",
    "survey_tool": "The survey tool the form was filled in with",
    "who_to_ask": "Whom to ask: a name, an e-mail address, the data protection officer",
    "kept_until": "Until when answers are kept",
}


def show_document(document: Document) -> None:
    """The words of a document, without its title: that is the page's."""
    for block in document.blocks(show.as_typed):
        match block:
            case Heading(level=level, words=words) if level > 1:
                draw = st.header if level == show.HIGHEST else st.subheader
                draw(words, anchor=_anchor(words))
            case Paragraph(words=words):
                st.markdown(_read(words))
            case Bullets(items=items):
                st.markdown("\n".join(f"- {_read(item)}" for item in items))
            case Table(heads=heads, rows=rows):
                columns = zip(*(map(_bare, row) for row in rows), strict=True)
                show.show_table({_bare(h): list(c) for h, c in zip(heads, columns, strict=True)})


def list_contents(document: Document) -> None:
    """A list of links to the sections of a long document."""
    st.markdown("On this page:")
    titles = [one.words for one in document.blocks() if isinstance(one, Heading)][1:]
    st.markdown("\n".join(f"- [{title}](#{_anchor(title)})" for title in titles))


def filled(selection: Selection) -> dict[str, str]:
    """What is known of the gaps: what somebody typed, else what was said when data was added."""
    names = {one.scope.organisation for one in resources.datasets() if not one.sample}
    known = {"organisation": names.pop()} if len(names) == 1 else {}
    return known | dict(selection.gaps)


def fill_in(gaps: Mapping[str, str], labels: Mapping[str, str] = GAPS) -> None:
    """Ask for what only the organisation knows.

    Parameters
    ----------
    gaps
        What is known of them.
    labels
        How each is asked for.
    """
    for name, label in labels.items():
        take = partial(state.fill_gap, name)
        st.text_input(label, **state.tied(f"gap_{name}", gaps.get(name, ""), take))


def offer_downloads(document: Document) -> None:
    """The same words as a web page, for Word, as plain text and as Markdown."""
    files = {
        "Download as a web page": ("html", document.html(), "text/html"),
        "Download for Word": ("docx", document.docx(), WORD),
        "Download as plain text": ("txt", document.text(), "text/plain"),
        "Download as Markdown": ("md", document.markdown(), "text/markdown"),
    }
    offer_files(document.name.replace("_", "-"), files)


def offer_files(name: str, files: Mapping[str, tuple[str, str | bytes, str]]) -> None:
    """A button for each file of the same words.

    Parameters
    ----------
    name
        Of every file, without an ending.
    files
        What a button says; the ending of its file, what is in it, and its media type.
    """
    with st.container(horizontal=True):
        for label, (ending, content, mime) in files.items():
            st.download_button(
                label,
                content,
                file_name=f"{name}.{ending}",
                mime=mime,
                key=f"{name}_{ending}",
                on_click="ignore",
            )


def _anchor(title: str) -> str:
    return re.sub(r"[^a-z]+", "-", title.lower()).strip("-")


def _read(words: str) -> str:
    """A link leads to a file beside the document, which a page does not have."""
    return LINK.sub(r"\1", words)


def _bare(words: str) -> str:
    return MARKS.sub("", _read(words))
