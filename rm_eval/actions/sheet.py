"""You said, we did: the actions of an organisation, to be read, printed or saved."""

from dataclasses import dataclass
from datetime import date
from string import ascii_lowercase, digits
from typing import Literal

from rm_eval.actions.lines import STATUSES, STEPS, Line, in_words
from rm_eval.disclosure import AUDIENCES, Audience
from rm_eval.questionnaire import Role
from rm_eval.report.documents.as_docx import word_file
from rm_eval.report.documents.as_html import html_page
from rm_eval.report.documents.as_text import plain_text
from rm_eval.report.documents.blocks import Block, Heading, Paragraph
from rm_eval.table import write_csv

TITLE = "You said, we did"
ABOUT = "About this page"
PROTECTED = (
    "Figures of small groups are given as ranges or left out, so that nobody can be picked out."
)
EXACT = "Figures are exact, for the programme team alone. Do not pass this on."
SAMPLE = (
    "Sample data. Made-up people; what was decided follows the South East report of March 2021."
)
NONE_YET = "There are no actions to show yet."
HEADS = (
    *("About", "Where from", "You said", "What we decided or did", "Who", "Step", "Day"),
    *("How far", "How it went on"),
)
LONGEST_NAME = 40


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """The actions of an organisation, as one audience reads them.

    Attributes
    ----------
    reader
        The one role that will read it; "" for everybody.
    lines
        In the order to show.
    sample
        Whether they are the invented sample's.
    made_on
        The day the figures were looked up.
    """

    organisation: str
    audience: Audience
    reader: Role | Literal[""] = ""
    lines: tuple[Line, ...]
    sample: bool
    made_on: date

    @property
    def notes(self) -> tuple[str, ...]:
        """For whom it is, how figures are told, and from when."""
        return (
            f"For: {AUDIENCES[self.audience]}.",
            *((f"For {self.reader}s alone: do not pass it on to others.",) if self.reader else ()),
            EXACT if self.audience == "team" else PROTECTED,
            *((SAMPLE,) if self.sample else ()),
            f"Made on {in_words(self.made_on)}.",
        )

    @property
    def file_name(self) -> str:
        """Without ending: safe on every system."""
        allowed = ascii_lowercase + digits
        kept = "".join(one if one in allowed else " " for one in self.organisation.lower())
        whose = "-".join(kept.split())[:LONGEST_NAME].strip("-") or "programme"
        return f"{whose}_you-said-we-did_{self._for}_{self.made_on.isoformat()}"

    @property
    def _for(self) -> str:
        return f"{self.audience}-{self.reader}s" if self.reader else self.audience

    def html(self) -> str:
        """Return it as a page that stands alone: for an intranet, or to print."""
        blocks, gaps = self.blocks()
        return html_page(f"{TITLE}: {self.organisation}", blocks, gaps)

    def text(self) -> str:
        """Return it as plain text, to paste into a message."""
        blocks, gaps = self.blocks()
        return plain_text(blocks).format_map(gaps)

    def docx(self) -> bytes:
        """Return it as a Word file: to put into a board paper, or to change."""
        blocks, gaps = self.blocks()
        return word_file(f"{TITLE}: {self.organisation}", blocks, gaps)

    def csv(self) -> bytes:
        """Return it as a table: one row an action, with every change of its status."""
        rows = [
            (
                *(one.title, one.source, " ".join(one.said), one.did, one.action.who),
                *(STEPS[one.action.step], one.action.day or "", one.how_far),
                "; ".join(f"{STATUSES[each.status]} {each.on}" for each in one.action.moved),
            )
            for one in self.lines
        ]
        return write_csv([HEADS, *rows, [], *[[words] for words in self.notes]])

    def blocks(self) -> tuple[tuple[Block, ...], dict[str, str]]:
        """Return headings and paragraphs, and what somebody typed by the names of its gaps.

        Typed words are never read as a document's own marks: they are put in last.
        """
        gaps: dict[str, str] = {}

        def typed(words: str) -> str:
            # As long as the words, braces counted, so that a heading is underlined to its end.
            name = f"typed_{len(gaps)}".ljust(len(words) - 2, "_")
            gaps[name] = words
            return f"{{{name}}}"

        found: list[Block] = [Heading(1, TITLE), Paragraph(f"**{typed(self.organisation)}**")]
        for line in self.lines:
            said = " ".join(line.said)
            found += [
                Heading(2, typed(line.title)),
                Paragraph(f"**You said:** {typed(said)}"),
                Paragraph(f"**{line.we_did}:** {typed(line.did)}"),
                Paragraph(f"**Who:** {typed(line.who_and_when)}. **How far:** {line.how_far}."),
                Paragraph(f"**Where we heard it:** {typed(line.source)}."),
            ]
        if not self.lines:
            found.append(Paragraph(NONE_YET))
        found += [Heading(2, ABOUT), *map(Paragraph, self.notes)]
        return tuple(found), gaps
