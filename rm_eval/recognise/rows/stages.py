"""When was this filled in: at enrolment, training, the end, or several of them in one file?"""

import re
from dataclasses import dataclass

from rm_eval.questionnaire import Question, Stage, read_questionnaires
from rm_eval.readers import Heading, RawTable
from rm_eval.recognise.rows.divider import Divider, say
from rm_eval.recognise.wordings.wording import normalise

# The whole heading, so that "At what stage of your career are you?" is a question like any.
ASKS_FOR_STAGE = re.compile(
    r"(?:(?:programme|program|survey|form|evaluation|data collection|redcap) )?"
    r"(?:stage|time ?points?|phase|wave|event name|event|time of survey|survey time|survey type|"
    r"type of survey|survey|survey name|form name|questionnaire|collection point)|"
    r"pre (?:or |and )?post(?: survey| programme| training)?|before (?:or |and )?after|"
    r"which (?:survey|form|questionnaire|stage|time ?point|wave)(?: is this| are you \w+)?|"
    r"(?:what|which) stage(?: of the programme)?(?: are you at| is this| are you in)?"
)
STAGE_WORDS: tuple[tuple[Stage, re.Pattern[str]], ...] = (
    ("training", re.compile(r"(?:after |post )?training(?: (?:day|session)s?)?")),
    (
        "enrolment",
        re.compile(
            r"enrol\w*|baseline|before|pre|start\w*|beginning|initial|t0|sign ?up|registration|"
            r"intake|pre (?:programme|program|mentoring|intervention)|at (?:the )?(?:start|outset)"
        ),
    ),
    (
        "end_of_cohort",
        re.compile(
            r"end\w*(?: (?:of )?\w+)?|after|post|final|exit|completion|close|closing|"
            r"(?:\w+ ){0,3}follow ?ups?|"
            r"post (?:programme|program|mentoring|intervention)|at (?:the )?end"
        ),
    ),
)
BESIDE = re.compile(
    r"\b(?:survey|form|questionnaire|questions|responses?|stage|phase|time ?point|the|of|our|"
    r"programme|program|arm \d+)\b"
)
NUMBERED = re.compile(r"(?:t|time|time ?point|wave|survey|round|phase|stage)? ?(\d)")
LONGEST_STAGE = 6  # words
# Fewer rows than this that name a stage, and the column is about something else.
MOSTLY_STAGES = 0.5


@dataclass(frozen=True, kw_only=True, slots=True)
class StageFound:
    """The stage of a file and the reason; `divider` is where each row says its own."""

    stage: Stage | None
    why: str
    divider: Divider | None = None


def stage_in(text: str) -> Stage | None:
    """Return the stage a short text names; None where it names none."""
    words = normalise(text).replace("_", " ")
    if not words or len(words.split()) > LONGEST_STAGE:
        return None
    bare = " ".join(BESIDE.sub(" ", words).split())
    return next(
        (stage for stage, said in STAGE_WORDS if said.fullmatch(words) or said.fullmatch(bare)),
        None,
    )


def find_stage(raw: RawTable, known: list[Question]) -> StageFound:
    """Tell the stage of a file.

    Parameters
    ----------
    raw
        The table.
    known
        Its questions that are on our forms.

    Notes
    -----
    What each row says of itself comes first; then the form most of the questions are on. Where
    two forms hold as many of them, because one repeats the other's, nothing tells.
    """
    headings = [
        heading
        for heading in raw.columns("event", "question", "metadata")
        if heading.part == "event" or ASKS_FOR_STAGE.fullmatch(_asked(heading))
    ]
    for heading in headings:
        divider = _divider(raw, heading)
        if divider is None:
            continue
        if len(divider.counted) > 1:
            return StageFound(stage=None, why=divider.why, divider=divider)
        if not any(divider.unsaid.values()):
            stage = next(stage for stage, _ in STAGE_WORDS if stage in divider.counted)
            named = say("stage", stage)
            why = f'because the column "{heading.text}" says that it is {named}'
            return StageFound(stage=stage, why=why)
    return _stage_by_questions(known)


def _asked(heading: Heading) -> str:
    return normalise(heading.text).replace("_", " ")


def _divider(raw: RawTable, heading: Heading) -> Divider | None:
    cells = raw.by_row(heading.column)
    stages = _stages_of(set(cells.values()) - {""})
    said: dict[int, str] = {row: stages[cell] for row, cell in cells.items() if cell in stages}
    n_filled = sum(bool(cell) for cell in cells.values())
    if not said or len(said) < MOSTLY_STAGES * n_filled:
        return None
    return Divider(
        aspect="stage",
        column=heading.column,
        heading=heading.text,
        said=said,
        unsaid={row: cell for row, cell in cells.items() if row not in said},
    )


def _stages_of(texts: set[str]) -> dict[str, Stage]:
    """Name the stage of each text; of numbered ones the first is the start, the last the end."""
    numbers = {
        text: int(found[1]) for text in texts if (found := NUMBERED.fullmatch(normalise(text)))
    }
    if len(numbers) == len(texts) and len(set(numbers.values())) > 1:
        ends: dict[int, Stage] = {
            min(numbers.values()): "enrolment",
            max(numbers.values()): "end_of_cohort",
        }
        return {text: ends[number] for text, number in numbers.items() if number in ends}
    return {text: stage for text in texts if (stage := stage_in(text))}


def _stage_by_questions(known: list[Question]) -> StageFound:
    found = {question.first_id for question in known}
    counts = {
        form.stage: sum(question.first_id in found for question in form.questions)
        for form in read_questionnaires()
    }
    most = max(counts.values())
    stages = [stage for stage, n in counts.items() if n == most]
    if most == 0:
        return StageFound(stage=None, why="because none of its questions is on our forms")
    which = "1 of its questions is" if most == 1 else f"{most} of its questions are"
    if len(stages) > 1:
        forms = " and on our ".join(f"{say('stage', stage)} form" for stage in stages)
        return StageFound(stage=None, why=f"because {which} on our {forms}")
    return StageFound(stage=stages[0], why=f"because {which} on our {say('stage', stages[0])} form")
