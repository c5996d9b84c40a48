"""Yes or no for several cohorts, typed in as one small table: a line a cohort and role."""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from io import StringIO
from typing import NoReturn, cast

from rm_eval.errors import NotAllowed
from rm_eval.measures import EVERYBODY
from rm_eval.programme import CohortRecord, Pause, When, read_when
from rm_eval.questionnaire import Question, Role, Stage, all_questions
from rm_eval.responses import Part, Scope
from rm_eval.store import Store, cohort_record, cohort_records_of, keep_cohort_record
from rm_eval.typed.keep import keep_totals, typed_totals
from rm_eval.typed.tally import Totals, of_yes

USEFUL = "end_useful"
STAGE: Stage = "end_of_cohort"
# Many a tally does not tell mentors from mentees.
TOGETHER = "both together"
WHO: dict[str, Role] = {
    "mentors": "mentor",
    "mentees": "mentee",
    TOGETHER: cast("Role", EVERYBODY),
}
ALSO = {"mentor": "mentors", "mentee": "mentees", "both": TOGETHER, "staff": TOGETHER}
N_CELLS = 6
LONGEST_NAME = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One cohort and role, as typed.

    Attributes
    ----------
    began
        A month and a year, in any usual way of writing; "" where nobody says.
    who
        One of `WHO`.
    took_part
        How many were asked; None where nobody says.
    answered, said_yes
        None where nothing is typed yet.
    """

    cohort: str
    began: str = ""
    who: str = "mentees"
    took_part: int | None = None
    answered: int | None = None
    said_yes: int | None = None

    @property
    def is_blank(self) -> bool:
        """Whether no number is typed: such a line is left out."""
        return self.took_part is None and self.answered is None and self.said_yes is None


def read_lines(text: str) -> tuple[Line, ...]:
    """Read lines as somebody pastes or types them: cells parted by tabs, semicolons or commas.

    Raises
    ------
    NotAllowed
        Where a line does not have its six cells, or a number is none. It says which line.
    """
    found = []
    for number, text_line in enumerate(text.splitlines(), start=1):
        if not text_line.strip():
            continue
        comma = next((one for one in "\t;," if one in text_line), ",")
        cells = [cell.strip() for cell in next(csv.reader(StringIO(text_line), delimiter=comma))]
        if number == 1 and not re.search(r"\d", text_line):
            continue  # headings
        if len(cells) != N_CELLS:
            _refuse(
                f"Line {number} has {len(cells)} cells, not {N_CELLS}: cohort, month it began, "
                "mentors, mentees or both together, how many took part, how many answered, how "
                "many said yes"
            )
        took_part, answered, said_yes = (_number(cell, number) for cell in cells[3:])
        found.append(
            Line(
                cohort=cells[0],
                began=cells[1],
                who=ALSO.get(cells[2].casefold(), cells[2].casefold()),
                took_part=took_part,
                answered=answered,
                said_yes=said_yes,
            )
        )
    return tuple(found)


def keep_lines(
    store: Store, organisation: str, lines: Iterable[Line], *, pause: Pause | None = None
) -> tuple[Scope, ...]:
    """Keep what lines say: totals of "Did you find it useful?", and when each cohort began.

    Parameters
    ----------
    pause
        A time in which the programme stood still: noted with the cohort before it.

    Returns
    -------
    tuple of Scope
        Every stage the lines are about.

    Raises
    ------
    NotAllowed
        Where a line cannot be, named by its cohort; nothing is kept then.
    """
    typed = [line for line in lines if not line.is_blank]
    if not typed:
        _refuse("No numbers are typed in yet. Type at least one line")
    if not organisation.strip():
        _refuse("Say whose totals these are")
    totals = [_totals(organisation.strip(), line) for line in typed]
    begun = {_cohort(line): _began(line) for line in typed}
    # Made first: a beginning after the end that is known refuses them.
    records = [_begun(store, organisation.strip(), *one) for one in begun.items()]
    is_paused = pause is not None and bool(pause.since or pause.until)
    if is_paused and not any(records) and not cohort_records_of(store, organisation.strip()):
        _refuse("Say when a cohort began, so that the pause has its place")
    keep_totals(store, totals)
    for record in filter(None, records):
        keep_cohort_record(store, record)
    if pause is not None and is_paused:
        _keep_pause(store, organisation.strip(), pause)
    return tuple(dict.fromkeys(one.part.scope for one in totals))


def typed_lines(store: Store, organisation: str) -> tuple[Line, ...]:
    """Return what is typed in of an organisation, to be corrected; first the earliest cohort."""
    records = {one.cohort: one for one in cohort_records_of(store, organisation)}
    found = []
    for totals in typed_totals(store):
        tallies = [one for one in totals.tallies if one.question.id == USEFUL]
        scope = totals.part.scope
        if not tallies or scope.organisation != organisation or scope.stage != STAGE:
            continue
        record = records.get(scope.cohort)
        line = Line(
            cohort=scope.cohort,
            began=record.start.words if record and record.start else "",
            who=next(who for who, role in WHO.items() if role == totals.part.role),
            took_part=totals.n_sent,
            answered=tallies[0].n,
            said_yes=tallies[0].counts.get("yes", 0),
        )
        found.append((list(records).index(scope.cohort) if record else len(records), line))
    return tuple(line for _, line in sorted(found, key=lambda one: one[0]))


def _question() -> Question:
    return next(one for one in all_questions() if one.id == USEFUL)


def _totals(organisation: str, line: Line) -> Totals:
    cohort, role = _cohort(line), WHO.get(line.who.strip())
    name = f"{cohort}, {line.who.strip()}"
    if role is None:
        _refuse(f"{cohort}: say mentors, mentees or both together, not “{line.who[:LONGEST_NAME]}”")
    if line.answered is None or line.said_yes is None:
        _refuse(f"{name}: type how many answered and how many said yes, 0 for nobody")
    if not 0 <= line.said_yes <= line.answered:
        _refuse(f"{name}: {line.said_yes} of {line.answered} people cannot have said yes")
    scope = Scope(organisation=organisation, cohort=cohort, stage=STAGE)
    return Totals(
        part=Part(scope=scope, role=role),
        tallies=(of_yes(_question(), n=line.answered, n_yes=line.said_yes),),
        n_sent=line.took_part,
    )


def _cohort(line: Line) -> str:
    name = " ".join(line.cohort.split())
    if not name:
        _refuse("A line has numbers and no cohort. Name the cohort, such as Cohort 1")
    return name


def _began(line: Line) -> When | None:
    try:
        return read_when(line.began)
    except NotAllowed as refusal:
        raise NotAllowed(f"{line.cohort}: {refusal.message}", code=refusal.code) from None


def _begun(store: Store, organisation: str, cohort: str, start: When | None) -> CohortRecord | None:
    """Say when a cohort began; what else is known of it stays. None where nothing is new."""
    record = cohort_record(store, organisation, cohort) or CohortRecord(
        organisation=organisation, cohort=cohort
    )
    return None if start in (None, record.start) else replace(record, start=start)


def _keep_pause(store: Store, organisation: str, pause: Pause) -> None:
    records = cohort_records_of(store, organisation)
    if not records or any(pause in one.pauses for one in records):
        return
    at = pause.since or pause.until
    before = [one for one in records if one.start and at and one.start.first <= at.last]
    record = (before or records)[-1 if before else 0]
    keep_cohort_record(store, replace(record, pauses=(*record.pauses, pause)))


def _number(cell: str, line: int) -> int | None:
    if cell in {"", "-", "–"}:
        return None
    if not cell.isdecimal():
        _refuse(f"Line {line}: “{cell[:LONGEST_NAME]}” is no whole number")
    return int(cell)


def _refuse(sentence: str) -> NoReturn:
    raise NotAllowed(f"{sentence}. Nothing was kept.", code="line_unclear")
