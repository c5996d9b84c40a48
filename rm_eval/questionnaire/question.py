"""`Question` and `Questionnaire`: what is known of what a form asks."""

from dataclasses import dataclass
from typing import Literal

Stage = Literal["enrolment", "training", "end_of_cohort"]
Role = Literal["mentor", "mentee"]
QuestionType = Literal[
    "scale",
    "likert",
    "single_choice",
    "multiple_choice",
    "ranking",
    "yes_no",
    "number",
    "date",
    "free_text",
]
Mark = Literal["ordinary", "opinion", "harm"]
Origin = Literal["verbatim", "reconstructed", "proposed"]
Better = Literal["higher", "lower", "neither"]

# Named once, so that every agreement question reads alike; most negative first.
LIKERT_OPTIONS = {
    "agreement": (
        ("strongly_disagree", "Strongly disagree"),
        ("disagree", "Disagree"),
        ("neither", "Neither agree nor disagree"),
        ("agree", "Agree"),
        ("strongly_agree", "Strongly agree"),
        ("not_applicable", "Not applicable"),
    ),
}
LIKERT_NEUTRAL = "neither"
# An answer beside the scale: counted, never placed between agreeing and disagreeing.
LIKERT_APART = "not_applicable"


@dataclass(frozen=True, kw_only=True, slots=True)
class Option:
    """One thing that can be ticked, chosen or ranked.

    Attributes
    ----------
    id
        Stable, snake_case; the label may be corrected, the id stays.
    label
        As shown, and as asked.
    aliases
        Other spellings met in exports.
    exclusive
        Contradicts every other option ("nothing more needed").
    neutral
        On a scale of agreement: neither yes nor no, drawn apart.
    """

    id: str
    label: str
    aliases: tuple[str, ...] = ()
    exclusive: bool = False
    neutral: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupedOptions:
    """Several options that count as one: its id and label, and theirs by id."""

    id: str
    label: str
    of: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Theme:
    """Something people say in their own words.

    Attributes
    ----------
    label
        As the report's table has it.
    roles
        Who says it: mentors and mentees were found to say different things.
    words
        Normalised words or phrases; an answer that holds one of them speaks of the theme.
    """

    id: str
    label: str
    roles: tuple[Role, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Scale:
    """The ends of a whole-number scale, what they mean, and which way is hoped for."""

    low: int = 1
    high: int = 10
    low_label: str = ""
    high_label: str = ""
    better: Better = "higher"


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """One question of a form.

    Attributes
    ----------
    id
        Stable across trusts and years, snake_case.
    wording
        As asked, with the protected characteristic filled in.
    type
        What kind of answer it takes.
    roles
        Who is asked.
    options
        For choices, likert (in order, most negative first) and rankings.
    scale
        For scales.
    themes
        For own words: what answers are counted as, in the order of the report.
    mark
        How delicate an answer is: decides what may be shown to whom. Every question nobody has
        marked is ``"opinion"``.
    origin
        Where the wording comes from: ``"verbatim"`` from the South East report of March 2021,
        ``"reconstructed"`` from its description, or ``"proposed"`` by us.
    short
        A few words for chart subjects, such as "main areas of work".
    aims, challenges
        Which aims of the programme, by number, and which core challenges it bears on.
    repeats
        Id of the question of an earlier stage that this asks again, word for word; "" for a
        question asked once. Both ids stand for one question, asked at two times.
    known
        False for a question found in a file that no questionnaire holds.
    own_options
        Whether each organisation has options of its own, such as its sites: they are those that
        its answers hold.
    grouped
        Options that people beyond the programme team see as one, because few choose any of them.
    divides
        What its answers can part people by, such as "site": a breakdown; "" where never.
    """

    id: str
    wording: str
    type: QuestionType
    roles: tuple[Role, ...] = ("mentor", "mentee")
    aliases: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    scale: Scale | None = None
    themes: tuple[Theme, ...] = ()
    mark: Mark = "opinion"
    origin: Origin = "proposed"
    short: str = ""
    aims: tuple[int, ...] = ()
    challenges: tuple[str, ...] = ()
    repeats: str = ""
    known: bool = True
    own_options: bool = False
    grouped: GroupedOptions | None = None
    divides: str = ""

    @property
    def are_gathered(self) -> bool:
        """Whether its options are those its answers hold: nobody listed them before."""
        return not self.known or self.own_options

    @property
    def first_id(self) -> str:
        """Its id when it was asked first: the same at every stage that asks it."""
        return self.repeats or self.id


@dataclass(frozen=True, kw_only=True, slots=True)
class Aim:
    """One aim of the programme; questions name it by its number.

    Attributes
    ----------
    number
        As the report counts them, from 1.
    wording
        As the report has it, with the protected characteristic filled in.
    """

    number: int
    wording: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Resource:
    """Something the programme has to help its people with.

    Attributes
    ----------
    answers
        Ids of the options of need that it answers, of mentors and mentees alike.
    """

    id: str
    label: str
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Questionnaire:
    """All questions of one stage, for both roles, in the order of the form.

    Attributes
    ----------
    stage, title
        Which form it is.
    questions
        With the slots (``{characteristic}``, ``{community}``) filled in.
    slots
        What they were filled with.
    aims
        Of the programme, where the form asks about them.
    resources
        Of the programme, where the form asks what people need.
    """

    stage: Stage
    title: str
    questions: tuple[Question, ...]
    slots: tuple[tuple[str, str], ...] = ()
    aims: tuple[Aim, ...] = ()
    resources: tuple[Resource, ...] = ()

    def for_role(self, role: Role) -> tuple[Question, ...]:
        """Return the questions this role is asked."""
        return tuple(question for question in self.questions if role in question.roles)
