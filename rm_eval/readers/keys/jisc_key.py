"""The key of a Jisc Online Surveys export: what was asked, and what each code stands for.

A question in one row, ``Q1,What is your role?``, and under it a row for each of its answers,
``1,Mentor``; or the question's name repeated in front of each of its answers. ``Q9_2`` is an
option or a row of ``Q9``; where ``Q9`` is one column, the answer 2 to it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from rm_eval.readers.headings.spread import BRACKETS, COLON, DASH, with_spread
from rm_eval.readers.keys.key import Field, Key
from rm_eval.readers.raw import Heading
from rm_eval.table import Sheet

FIELD = re.compile(r"Q\d+(_(\d+|[a-z]+)){0,8}", re.IGNORECASE)
CODE = re.compile(r"-?\d{1,4}")
ASKS_FOR_OTHER = re.compile(r"\bother\b.{0,200}\b(specify|state|say|describe)\b", re.IGNORECASE)
OWN = {"urn", "startdate", "completiondate"}
NOT_TICKED = "0"
WIDEST = 6
FEWEST_QUESTIONS = 2
MOSTLY = 0.8

Wordings = Mapping[str, str]
Labels = Mapping[str, Mapping[str, str]]


def read_key(sheet: Sheet) -> Key | None:
    """Read a sheet as a key; None where it is none."""
    rows = [[cell.strip() for cell in row] for row in sheet.rows if any(map(str.strip, row))]
    if not _is_key(rows):
        return None
    wordings: dict[str, str] = {}
    labels: defaultdict[str, dict[str, str]] = defaultdict(dict)
    name = ""
    for first, *others in rows:
        texts = [text for text in others if text]
        if FIELD.fullmatch(first) or first.casefold() in OWN:
            name = first
        elif CODE.fullmatch(first):
            texts.insert(0, first)
        code = next((at for at, text in enumerate(texts) if CODE.fullmatch(text)), len(texts))
        if texts[code + 1 :]:
            labels[name][texts[code]] = texts[code + 1]
        if texts[:code]:
            wordings.setdefault(name, texts[0])
    names = [name for name in {**wordings, **labels} if FIELD.fullmatch(name)]
    fields = dict(_alone(names, wordings, labels)) | dict(_families(names, wordings, labels))
    for question, answers in _answers_as_rows(wordings).items():
        # They are for a column of the question; in a column for each, 1 is a tick or a place.
        if not labels.get(question):
            fields[question] = replace(fields[question], labels=answers)
    return Key(tool="jisc_online_surveys", fields=fields)


def _is_key(rows: list[list[str]]) -> bool:
    """Say whether the first column names questions and codes, and words stand beside them."""
    if not rows or not 1 < len(rows[0]) <= WIDEST:
        return False
    first = [row[0] for row in rows]
    names = {text for text in first if FIELD.fullmatch(text)}
    known = [text for text in first if not text or text in names or CODE.fullmatch(text)]
    n_known = len(known) + sum(text.casefold() in OWN for text in first)
    beside = {text for row in rows if row[0] in names for text in row[1:] if text}
    worded = any(not CODE.fullmatch(text) for text in beside)
    return len(names) >= FEWEST_QUESTIONS and n_known >= MOSTLY * len(rows) and worded


def _answers_as_rows(wordings: Wordings) -> dict[str, dict[str, str]]:
    """Read "Q1_2,Mentee" as what 2 stands for in the column Q1, should there be one."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for name, wording in wordings.items():
        above, _, number = name.rpartition("_")
        if above in wordings and CODE.fullmatch(number):
            found[above][number] = wording
    return found


def _alone(names: list[str], wordings: Wordings, labels: Labels) -> Iterator[tuple[str, Field]]:
    """Describe each column by its own rows, and by those of the question it belongs to."""
    for name in names:
        above = [one for one in _above(name) if one in wordings]
        said = wordings.get(name, "")
        if not above:
            yield name, Field(question=said or name, labels=labels.get(name, {}))
            continue
        question = wordings[above[0]]
        if ASKS_FOR_OTHER.search(said):
            yield name, Field(question=question, option="Other")
            continue
        between = [wordings[one] for one in above[1:]]
        option = " - ".join([*between, said.removeprefix(question).strip(" -:") or name])
        coded = next((one for one in (name, *reversed(above)) if labels.get(one)), name)
        yield name, Field(question=question, option=option, labels=labels.get(coded, {}))


def _above(name: str) -> list[str]:
    """Name the questions a column may belong to, the outermost first: Q9 of Q9_2."""
    parts = name.split("_")
    return ["_".join(parts[:n]) for n in range(1, len(parts))]


def _families(names: list[str], wordings: Wordings, labels: Labels) -> Iterator[tuple[str, Field]]:
    """Describe columns of one question that has no row of its own: each repeats it."""
    families: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        above = name.rpartition("_")[0]
        if above and name in wordings and not any(one in wordings for one in _above(name)):
            families[above].append(name)
    for family in families.values():
        ticked = [_what_is_ticked(labels.get(name, {})) for name in family]
        said = [wordings[name] for name in family]
        if len(family) > 1 and len(set(said)) == 1 and all(ticked):
            for name, option in zip(family, ticked, strict=True):
                yield name, Field(question=said[0], option=option, labels=labels[name])
            continue
        pieces = with_spread(
            tuple(Heading(column=at, text=text) for at, text in enumerate(said, start=1)),
            *(BRACKETS, DASH, COLON),
        )
        for name, one in zip(family, pieces, strict=True):
            if one.option:
                own = labels.get(name, {})
                yield name, Field(question=one.question, option=one.option, labels=own)


def _what_is_ticked(labels: Mapping[str, str]) -> str:
    """Return the one answer a column can hold, or ""."""
    found = [label for code, label in labels.items() if code != NOT_TICKED]
    return found[0] if len(found) == 1 else ""
