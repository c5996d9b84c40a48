"""The questionnaires: which questions exist, and what is known of each.

They are data (``questionnaires/*.toml``), so a new question is a new block in a text file.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

from rm_eval.errors import ForTheDeveloper

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

FOLDER = Path(__file__).parent / "questionnaires"

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
    known
        False for a question found in a file that no questionnaire holds.
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
    known: bool = True


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
    """

    stage: Stage
    title: str
    questions: tuple[Question, ...]
    slots: tuple[tuple[str, str], ...] = ()

    def for_role(self, role: Role) -> tuple[Question, ...]:
        """Return the questions this role is asked."""
        return tuple(question for question in self.questions if role in question.roles)


@cache
def read_questionnaires() -> tuple[Questionnaire, ...]:
    """Read every questionnaire that ships with the product, in the order of the stages."""
    found = {q.stage: q for q in map(read_questionnaire, sorted(FOLDER.glob("*.toml")))}
    return tuple(found[stage] for stage in get_args(Stage) if stage in found)


def all_questions() -> tuple[Question, ...]:
    """Return the questions of every form, in the order of the stages."""
    return tuple(question for form in read_questionnaires() for question in form.questions)


def questions_of(stage: Stage, *, roles: Iterable[Role]) -> tuple[Question, ...]:
    """Return what our form of a stage asks people of these roles, in its order."""
    wanted = set(roles)
    return tuple(
        question
        for form in read_questionnaires()
        if form.stage == stage
        for question in form.questions
        if wanted & set(question.roles)
    )


def read_questionnaire(path: Path, **slots: str) -> Questionnaire:
    """Read one questionnaire file.

    Parameters
    ----------
    path
        A TOML file.
    slots
        Other words for the slots, such as ``characteristic="disability"``.

    Raises
    ------
    ForTheDeveloper
        Where the file contradicts itself.
    """
    file = tomllib.loads(path.read_text(encoding="utf-8"))
    filled = {**file.get("slots", {}), **slots}
    questions = tuple(_question(block, filled, path.name) for block in file["question"])
    _check_ids_differ([question.id for question in questions], path.name)
    return Questionnaire(
        stage=file["stage"],
        title=file["title"],
        questions=questions,
        slots=tuple(filled.items()),
    )


def _question(block: dict[str, Any], slots: dict[str, str], file_name: str) -> Question:
    where = f"{file_name}, question {block.get('id', '?')}"
    fields = {**block, "roles": tuple(block["roles"])}
    fields["wording"] = _fill(block["wording"], slots)
    fields["aliases"] = tuple(_fill(alias, slots) for alias in block.get("aliases", ()))
    fields["options"] = _options(block, slots, where)
    fields["scale"] = Scale(**block["scale"]) if "scale" in block else None
    fields["themes"] = tuple(
        Theme(
            id=theme["id"],
            label=_fill(theme["label"], slots),
            roles=tuple(theme["roles"]),
            words=tuple(theme["words"]),
        )
        for theme in block.get("themes", ())
    )
    fields["aims"] = tuple(block.get("aims", ()))
    fields["challenges"] = tuple(block.get("challenges", ()))
    fields.pop("likert", None)
    question = Question(**fields)
    _check_question(question, where)
    return question


def _options(block: dict[str, Any], slots: dict[str, str], where: str) -> tuple[Option, ...]:
    if "likert" in block:
        return tuple(
            Option(id=key, label=label, neutral=key == LIKERT_NEUTRAL)
            for key, label in LIKERT_OPTIONS[block["likert"]]
        )
    options = tuple(
        Option(
            id=option["id"],
            label=_fill(option["label"], slots),
            aliases=tuple(option.get("aliases", ())),
            exclusive=option.get("exclusive", False),
        )
        for option in block.get("options", ())
    )
    _check_ids_differ([option.id for option in options], where)
    return options


def _fill(wording: str, slots: dict[str, str]) -> str:
    for slot, word in slots.items():
        wording = wording.replace("{" + slot + "}", word)
    return wording


def _check_question(question: Question, where: str) -> None:
    for name, value, allowed in (
        ("type", question.type, get_args(QuestionType)),
        ("mark", question.mark, get_args(Mark)),
        ("origin", question.origin, get_args(Origin)),
    ):
        if value not in allowed:
            raise ForTheDeveloper(f"{where}: {name} {value!r} is none of {', '.join(allowed)}")
    needs_options = question.type in {"single_choice", "multiple_choice", "likert", "ranking"}
    if needs_options and not question.options:
        raise ForTheDeveloper(f"{where}: a {question.type} question needs options")
    if question.type == "scale" and question.scale is None:
        raise ForTheDeveloper(f"{where}: a scale question needs its scale")
    if "{" in question.wording:
        raise ForTheDeveloper(f"{where}: a slot in the wording is not filled")


def _check_ids_differ(ids: list[str], where: str) -> None:
    doubled = {one for one in ids if ids.count(one) > 1}
    if doubled:
        raise ForTheDeveloper(f"{where}: used twice: {', '.join(sorted(doubled))}")
