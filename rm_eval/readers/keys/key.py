"""`Key`: what a file beside the answers says of their headings and their codes."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from rm_eval.readers.headings.codes import WITHOUT_MEANING, codes_without_meaning
from rm_eval.readers.raw import Heading, HeadingRows, Part, SurveyTool
from rm_eval.table import Notice, Sheet

NOT_IN_THE_KEY = "The key does not name them either; please check that it is the key of this file."


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """One column of the answers, as the key describes it.

    Attributes
    ----------
    question
        What was asked.
    option
        What the column holds of it: an option, a row of a grid; "" where it stands alone.
    labels
        By code, what it stands for.
    part
        What the column is, where the key says that it is no question.
    """

    question: str
    option: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)
    part: Part = "question"


@dataclass(frozen=True, kw_only=True, slots=True)
class Key:
    """A key of a survey.

    Attributes
    ----------
    tool
        The survey tool that wrote it.
    fields
        By the heading a column has in the answers.
    name
        Of the key's file.
    """

    tool: SurveyTool
    fields: Mapping[str, Field]
    name: str = ""

    def n_known(self, headings: tuple[str, ...]) -> int:
        """Return how many of the headings of a file the key describes."""
        return sum(heading.strip() in self.fields for heading in headings)


def named_by(key: Key, top: HeadingRows, sheet: Sheet) -> HeadingRows:
    """Put the words of the key in the place of names and codes."""
    fields = {
        heading.column: key.fields[name]
        for heading in top.headings
        if (name := sheet.rows[0][heading.column - 1].strip()) in key.fields
        and heading.part == "question"
    }
    spread = {one.question for one in fields.values() if one.option}
    headings = tuple(
        _named(heading, fields[heading.column], spread) if heading.column in fields else heading
        for heading in top.headings
    )
    labels = {column: _also_true(one.labels) for column, one in fields.items() if one.labels}
    return HeadingRows(
        headings=headings,
        n_rows=top.n_rows,
        notices=(_used(key, len(fields)), *_still_true(top.notices, headings)),
        meanings={**top.meanings, **labels},
    )


def _named(heading: Heading, said: Field, spread: set[str]) -> Heading:
    question = said.question or heading.question or heading.text
    return replace(
        heading,
        text=f"{question} [{said.option}]" if said.option else question,
        part=said.part,
        question=question if question in spread else "",
        option=said.option,
        coded=False,
        offered=tuple(said.labels.values()),
    )


def _also_true(labels: Mapping[str, str]) -> Mapping[str, str]:
    """Name 1 and 0 where a program on the way made them TRUE and FALSE."""
    if set(labels) != {"1", "0"}:
        return labels
    return {**labels, "TRUE": labels["1"], "FALSE": labels["0"]}


def _used(key: Key, n: int) -> Notice:
    message = f"What {n} columns ask, and what their codes stand for, was read in {key.name}."
    return Notice(code="key_used", message=message)


def _still_true(notices: tuple[Notice, ...], headings: tuple[Heading, ...]) -> tuple[Notice, ...]:
    others = tuple(notice for notice in notices if notice.code != WITHOUT_MEANING)
    return (*others, *codes_without_meaning(headings, NOT_IN_THE_KEY))
