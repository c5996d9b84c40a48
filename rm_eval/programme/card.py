"""The card of a programme: the questions that freedom of information requests asked of trusts.

Four trusts were asked them in September 2020, in the same words. The list of question 2 had seven
of the nine protected characteristics.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from rm_eval.errors import NotAllowed
from rm_eval.programme.characteristic import CHARACTERISTICS, Characteristic
from rm_eval.programme.cohort_record import Event, Kind, Pause
from rm_eval.programme.when import When

NOT_STATED = "Not stated"
State = Literal["yes", "next_cohort", "planned", "no", "not_asked", "not_stated", "unclear"]
STATES: dict[State, str] = {
    "yes": "Yes",
    "next_cohort": "Yes (next cohort)",
    "planned": "Planned",
    "no": "No",
    "not_asked": "Not asked",
    "not_stated": NOT_STATED,
    "unclear": "Unclear",
}
Asked = Literal["runs", "design", "description", "length", "levels", "evaluation", "covid", "years"]
# As asked, in the order asked; question 2 is the characteristics.
QUESTIONS: dict[Asked, str] = {
    "runs": "Do you carry out reverse mentoring at your trust?",
    "design": "Have you designed the programme yourself or have you brought in an outside expert?",
    "description": "Please give a brief description of your programme.",
    "length": "How long does your reverse mentoring last (eg, 6 months)?",
    "levels": "What job levels are paired on the programme?",
    "evaluation": "How do you evaluate the reverse mentoring?",
    "covid": "Have you continued with reverse mentoring during COVID-19? How have you done this?",
    "years": "For how many years have you been running the reverse mentoring programme?",
}
WHICH_CHARACTERISTICS = (
    "Please choose from the following protected characteristics that you include in your reverse "
    "mentoring programme. Please include any other if it is not on the list provided."
)
# On the list of that question; marriage and civil partnership, pregnancy and maternity were not.
ON_THE_LIST: tuple[Characteristic, ...] = (
    "age",
    "gender_reassignment",
    "disability",
    "race",
    "religion_or_belief",
    "sex",
    "sexual_orientation",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Included:
    """Whether a programme includes a characteristic.

    Attributes
    ----------
    state
        One of `STATES`.
    words
        The organisation's own, where they say more; "" where they do not.
    """

    state: State = "not_stated"
    words: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Card:
    """What an organisation says of its programme, in its own words; "" where it said nothing.

    Attributes
    ----------
    organisation
        Whose programme.
    sample
        Whether it belongs to the sample: never shown with an organisation's own.
    kind
        Whether mentors teach mentees, or each the other.
    runs, design, description, length, levels, evaluation, covid, years
        Answers to `QUESTIONS`.
    outline
        The outline of the programme as text, never as a picture.
    included
        Of each characteristic that anything is known of; the others are "Not stated".
    same_as
        The organisation whose programme it is, or came from; "" for its own.
    source, reference, dated, dated_what
        The document it was taken from, its reference, its date, and what that is the date of.
    licence
        On what terms the words may be used again.
    since
        Since when the programme runs.
    pauses, events
        When the whole of it stood still, and what happened once.
    notes
        What a reader should know of a field, by its name: a picture that is lost, a date that was
        worked out. Our words, not the organisation's.
    """

    organisation: str
    sample: bool = False
    kind: Kind = "reverse"
    runs: str = ""
    design: str = ""
    description: str = ""
    outline: str = ""
    length: str = ""
    levels: str = ""
    evaluation: str = ""
    covid: str = ""
    years: str = ""
    included: Mapping[Characteristic, Included] = field(default_factory=dict)
    same_as: str = ""
    source: str = ""
    reference: str = ""
    dated: When | None = None
    dated_what: str = ""
    licence: str = ""
    since: When | None = None
    pauses: tuple[Pause, ...] = ()
    events: tuple[Event, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a card of nobody."""
        if not self.organisation.strip():
            raise NotAllowed(
                "Say whose programme this is. Nothing was changed.", code="organisation_unknown"
            )

    def of(self, characteristic: Characteristic) -> Included:
        """Say whether the programme includes a characteristic."""
        return self.included.get(characteristic, Included())

    def said(self, asked: Asked) -> str:
        """Return the answer to a question, or that there is none."""
        return str(getattr(self, asked)) or NOT_STATED

    @property
    def from_where(self) -> str:
        """The document in one line: kind, reference, date; "" where nobody said."""
        day = f"{self.dated_what} {self.dated.words}".strip() if self.dated else ""
        return ", ".join(part for part in (self.source, self.reference, day) if part)

    @property
    def main(self) -> tuple[Characteristic, ...]:
        """The characteristics that are included now."""
        return tuple(one for one in CHARACTERISTICS if self.of(one).state == "yes")
