"""A programme on one sheet, to read, print or send: its card, its cohorts, how far people came."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from rm_eval.disclosure import AUDIENCES, STANDARD, Audience, Limits
from rm_eval.programme import (
    CHARACTERISTICS,
    KINDS,
    MODES,
    NOT_STATED,
    QUESTIONS,
    STATES,
    STATUSES,
    Card,
    CohortRecord,
    Programme,
)
from rm_eval.report.documents.as_html import STYLE
from rm_eval.wording import funnel_told, pause_in_words
from rm_eval.wording.figures import joined
from rm_eval.wording.file_name import file_name_of


@dataclass(frozen=True, slots=True)
class Line:
    """What was asked, what was said, and what a reader should know of it; ours is never theirs."""

    asked: str
    said: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, its lines, and what has to be said below them."""

    heading: str
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """Everything that is said of a programme, for one audience."""

    title: str
    parts: tuple[Part, ...]
    file_name: str

    def text(self) -> str:
        """Return it as plain text, to paste into a message."""
        blocks = [self.title.upper()]
        for part in self.parts:
            blocks.append(f"{part.heading}\n{'-' * len(part.heading)}")
            blocks += [_as_text(line) for line in part.lines]
            blocks += part.notes
        return "\n\n".join(blocks) + "\n"

    def html(self) -> str:
        """Return it as a page that stands alone, to print."""
        body = "\n".join(_as_html(part) for part in self.parts)
        return (
            '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{escape(self.title)}</title>\n<style>{STYLE}</style>\n</head>\n"
            f"<body>\n<main>\n<h1>{escape(self.title)}</h1>\n{body}\n</main>\n</body>\n</html>\n"
        )


def programme_sheet(
    programme: Programme, *, audience: Audience = "internal", limits: Limits = STANDARD
) -> Sheet:
    """Write a programme down for one audience; only the numbers of people differ."""
    card = programme.card
    parts = [characteristics_part(card), answers_part(card), *_times(card)]
    parts += [cohort_part(one, audience=audience, limits=limits) for one in programme.cohorts]
    parts.append(_from_where(card, audience))
    named = f"Reverse mentoring at {card.organisation}"
    if card.kind == "reciprocal":
        named = f"Reciprocal mentoring at {card.organisation}"
    name = file_name_of(card.organisation, "programme", card.dated.last if card.dated else None)
    return Sheet(title=named, parts=tuple(parts), file_name=name)


def characteristics_part(card: Card) -> Part:
    """The nine protected characteristics; below them, where they say more, the words that did."""
    states = {one: STATES[card.of(one).state] for one in CHARACTERISTICS}
    lines = [Line(label, states[one]) for one, label in CHARACTERISTICS.items()]
    said: dict[str, list[str]] = {}
    for one, label in CHARACTERISTICS.items():
        words = card.of(one).words
        if words and words.rstrip(".").lower() != states[one].lower():
            said.setdefault(words, []).append(label)
    notes = [f"{joined(labels)}: “{words}”" for words, labels in said.items()]
    notes += [card.notes["included"]] if "included" in card.notes else []
    return Part("Protected characteristics", tuple(lines), tuple(notes))


def answers_part(card: Card) -> Part:
    """The answers to what trusts were asked, as said; with what a reader should know beside."""
    lines = []
    for asked, words in QUESTIONS.items():
        lines.append(Line(words, card.said(asked), _note(card, asked)))
        if asked == "description" and (card.outline or "outline" in card.notes):
            outline = card.outline or NOT_STATED
            lines.append(Line("Outline of the programme", outline, _note(card, "outline")))
    if card.same_as:
        lines.append(Line("Same programme as", card.same_as, _note(card, "same_as")))
    return Part("What the organisation says", tuple(lines))


def _times(card: Card) -> tuple[Part, ...]:
    """When the programme as a whole ran; nothing where nobody said."""
    since = card.since.words if card.since else ""
    pauses = "; ".join(map(pause_in_words, card.pauses))
    events = "; ".join(f"{one.when.words}: {one.what}" for one in card.events)
    lines = (
        Line("Running since", since, _note(card, "since")),
        Line("Paused", pauses, _note(card, "pauses")),
        Line("Events", events),
    )
    known = tuple(line for line in lines if line.said)
    return (Part("The programme over time", known),) if known else ()


def cohort_part(
    record: CohortRecord, *, audience: Audience = "internal", limits: Limits = STANDARD
) -> Part:
    """What is known of one cohort; nothing stands there that nobody said."""
    main = CHARACTERISTICS[record.characteristic] if record.characteristic else ""
    others = [CHARACTERISTICS[one] for one in record.others]
    said = {
        "Status": STATUSES[record.status] if record.status else "",
        "Kind": KINDS[record.kind] if record.kind != "reverse" else "",
        "Main characteristic": main,
        "More characteristics" if main else "Characteristics": joined(others),
        "From": record.start.words if record.start else "",
        "To": record.end.words if record.end else "",
        "Length": record.length,
        "Paused": "; ".join(map(pause_in_words, record.pauses)),
        "Sessions planned for each pair": "" if record.sessions is None else str(record.sessions),
        "How pairs meet": MODES[record.mode] if record.mode else "",
        "Training": joined(_training(record)),
        "Events": "; ".join(f"{one.when.words}: {one.what}" for one in record.events),
    }
    lines = [Line(asked, words) for asked, words in said.items() if words]
    told = funnel_told(record, audience=audience, limits=limits)
    for step, mentors, mentees in told.steps:
        each = (("mentors", mentors), ("mentees", mentees))
        known = [f"{number} {who}" for who, number in each if number != "Not stated"]
        if known:
            lines.append(Line(step, ", ".join(known)))
    notes = [*told.sentences, *([record.notes] if record.notes else [])]
    return Part(record.cohort, tuple(lines), tuple(notes))


def _training(record: CohortRecord) -> list[str]:
    mode = MODES[record.training_mode] if record.training_mode else ""
    if record.training_length:
        mode = f"{mode[:1].lower()}{mode[1:]}"
    return [words for words in (record.training_length, mode) if words]


def _note(card: Card, name: str) -> str:
    return card.notes.get(name, "")


def _from_where(card: Card, audience: Audience) -> Part:
    lines = [
        Line("Taken from", card.from_where or NOT_STATED, _note(card, "dated")),
        Line("Licence", card.licence or NOT_STATED, _note(card, "licence")),
        Line("For", AUDIENCES[audience]),
    ]
    if card.sample:
        lines.append(Line("Sample", "This card came with the sample data."))
    return Part("Where this is from", tuple(lines))


def _as_text(line: Line) -> str:
    note = f"\n({line.note})" if line.note else ""
    return f"{line.asked}\n{line.said}{note}"


def _as_html(part: Part) -> str:
    rows = "".join(
        f'<tr><th scope="row">{escape(line.asked)}</th><td>{_paragraphs(line.said)}'
        f"{f'<p><em>{escape(line.note)}</em></p>' if line.note else ''}</td></tr>"
        for line in part.lines
    )
    notes = "".join(f"<p>{escape(note)}</p>" for note in part.notes)
    return f"<h2>{escape(part.heading)}</h2>\n<table><tbody>{rows}</tbody></table>\n{notes}"


def _paragraphs(words: str) -> str:
    return "".join(f"<p>{escape(part)}</p>" for part in words.split("\n\n"))


def evaluated(cards: Iterable[Card]) -> str:
    """Such as "4 of 5 programmes say how they evaluate"."""
    every = tuple(cards)
    told = sum(bool(card.evaluation) for card in every)
    verb = "says how it evaluates" if told == 1 else "say how they evaluate"
    return f"{told} of {len(every)} programmes {verb}"


def programmes_beside(cards: Iterable[Card]) -> dict[str, list[str]]:
    """What each says of its programme, a row each, as columns of text."""
    every = tuple(cards)
    return {
        "Organisation": [card.organisation for card in every],
        "Characteristics now": [
            ", ".join(CHARACTERISTICS[one] for one in card.main) or NOT_STATED for card in every
        ],
        "Length": [card.said("length") for card in every],
        "Who is paired": [card.said("levels") for card in every],
        "How it is evaluated": [card.said("evaluation") for card in every],
    }
