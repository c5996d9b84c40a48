"""One document: its words, the figures in it, and the gaps that somebody fills in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

from rm_eval.report.documents.as_docx import word_file
from rm_eval.report.documents.as_html import html_page
from rm_eval.report.documents.as_text import plain_text
from rm_eval.report.documents.blocks import Block, Heading, blocks_of
from rm_eval.report.documents.rules import policy_figures

DocumentName = Literal[
    "your_answers", "information_governance", "dpia_template", "help", "accessibility"
]
DOCUMENTS: tuple[DocumentName, ...] = get_args(DocumentName)
FOLDER = Path(__file__).parent
# What only the organisation knows. Each stands in the text, marked, until somebody fills it in.
GAPS = {
    "organisation": "[your organisation: its name]",
    "survey_tool": "[your organisation: the survey tool]",
    "who_to_ask": "[your organisation: a name, an e-mail address, your data protection officer]",
    "kept_until": "[your organisation: the date]",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """A document, ready to be shown or saved.

    Attributes
    ----------
    name
        Of its files, without an ending.
    body
        Markdown, with the figures of the rules in it; a gap stands as its name in braces.
    gaps
        What stands in each gap: somebody's own words, or the mark of a gap that is still empty.
    """

    name: str
    body: str = field(repr=False)
    gaps: Mapping[str, str]

    @property
    def title(self) -> str:
        """Its first heading."""
        first = next(block for block in blocks_of(self.body) if isinstance(block, Heading))
        return first.words

    def markdown(self, escaped: Callable[[str], str] = str) -> str:
        """Return it as Markdown.

        Parameters
        ----------
        escaped
            What makes somebody's own words safe where Markdown is drawn.
        """
        return self.body.format_map({name: escaped(words) for name, words in self.gaps.items()})

    def blocks(self, escaped: Callable[[str], str] = str) -> tuple[Block, ...]:
        """Return its headings, paragraphs, lists and tables, to be drawn one by one."""
        return blocks_of(self.markdown(escaped))

    def text(self) -> str:
        """Return it as plain text, to paste into a message."""
        return plain_text(blocks_of(self.body)).format_map(self.gaps)

    def html(self) -> str:
        """Return it as a page that stands alone: for an intranet, or to print."""
        return html_page(self.title, blocks_of(self.body), self.gaps)

    def docx(self) -> bytes:
        """Return it as a Word document: to change, to print, or to send round."""
        return word_file(self.title, self.blocks())


def write_document(
    name: DocumentName, figures: Mapping[str, str], gaps: Mapping[str, str] | None = None
) -> Document:
    """Put the figures of the rules, and what somebody filled in, into a document.

    Parameters
    ----------
    name
        Which one.
    figures
        What the rules for small groups do not say: where answers are kept, and for how long.
    gaps
        Words for some of `GAPS`; empty ones stay marked.
    """
    words = (FOLDER / f"{name}.md").read_text("utf-8")
    filled = GAPS | {gap: text.strip() for gap, text in (gaps or {}).items() if text.strip()}
    known = policy_figures() | dict(figures) | {gap: f"{{{gap}}}" for gap in GAPS}
    return Document(name=name, body=words.format_map(known), gaps=filled)
