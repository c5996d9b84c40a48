"""Read a questionnaire file: TOML in, a `Questionnaire` that does not contradict itself out."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, get_args

from rm_eval.errors import ForTheDeveloper
from rm_eval.questionnaire.numbers import in_words, number_of
from rm_eval.questionnaire.question import (
    LIKERT_NEUTRAL,
    LIKERT_OPTIONS,
    Aim,
    GroupedOptions,
    Mark,
    Option,
    Origin,
    Question,
    Questionnaire,
    QuestionType,
    Resource,
    Scale,
    Stage,
    Theme,
)
from rm_eval.questionnaire.repeats import check_repeats

SLOT = re.compile(r"{(\w+)}")
FOLDER = Path(__file__).parents[1] / "questionnaires"


@dataclass(frozen=True, kw_only=True, slots=True)
class Unfilled:
    """A question's words as they stand in its file: the slots are names in braces.

    Attributes
    ----------
    wordings
        The wording, then its aliases.
    labels
        Of its options, by their ids.
    """

    wordings: tuple[str, ...]
    labels: dict[str, str]


@lru_cache(maxsize=64)  # somebody may type any words
def read_questionnaires(**slots: str) -> tuple[Questionnaire, ...]:
    """Read every questionnaire that ships with the product, in the order of the stages.

    Parameters
    ----------
    slots
        Other words for the slots, as `read_questionnaire` takes them.

    Raises
    ------
    ForTheDeveloper
        Where a file contradicts itself, or says that it repeats what it does not.
    """
    every = (read_questionnaire(path, **slots) for path in sorted(FOLDER.glob("*.toml")))
    found = {one.stage: one for one in every}
    forms = tuple(found[stage] for stage in get_args(Stage) if stage in found)
    check_repeats(forms)
    return forms


@cache
def unfilled() -> dict[str, Unfilled]:
    """Return the words of every question with its slots still open, by its id."""
    files = (tomllib.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.toml")))
    return {
        block["id"]: Unfilled(
            wordings=(block["wording"], *block.get("aliases", ())),
            labels={option["id"]: option["label"] for option in block.get("options", ())},
        )
        for file in files
        for block in file["question"]
    }


def read_questionnaire(path: Path, **slots: str) -> Questionnaire:
    """Read one questionnaire file.

    Parameters
    ----------
    path
        A TOML file.
    slots
        Other words for the slots, such as ``characteristic="disability"``; blank ones change
        nothing.

    Raises
    ------
    ForTheDeveloper
        Where the file contradicts itself.
    """
    file = tomllib.loads(path.read_text(encoding="utf-8"))
    own = file.get("slots", {})
    filled = own | {slot: words for slot, words in slots.items() if slot in own and words}
    questions = tuple(_question(block, filled, path.name) for block in file["question"])
    _check_ids_differ([question.id for question in questions], path.name)
    aims, resources = _aims(file, filled), _resources(file, filled)
    _check_named(questions, aims, resources, path.name)
    return Questionnaire(
        stage=file["stage"],
        title=file["title"],
        questions=questions,
        slots=tuple(filled.items()),
        aims=aims,
        resources=resources,
    )


def _aims(file: dict[str, Any], slots: dict[str, str]) -> tuple[Aim, ...]:
    return tuple(
        Aim(number=one["number"], wording=_fill(one["wording"], slots))
        for one in file.get("aim", ())
    )


def _resources(file: dict[str, Any], slots: dict[str, str]) -> tuple[Resource, ...]:
    return tuple(
        Resource(
            id=one["id"],
            label=_fill(one["label"], slots),
            answers=tuple(one.get("answers", ())),
        )
        for one in file.get("resource", ())
    )


def _check_named(
    questions: tuple[Question, ...],
    aims: tuple[Aim, ...],
    resources: tuple[Resource, ...],
    file_name: str,
) -> None:
    """Check that a question bears on aims there are, and a resource answers needs there are."""
    known = {aim.number for aim in aims}
    strange = {f"aim {one}" for q in questions for one in q.aims if aims and one not in known}
    options = {option.id for question in questions for option in question.options}
    strange |= {f"need {one}" for each in resources for one in each.answers if one not in options}
    if strange:
        raise ForTheDeveloper(f"{file_name}: nobody knows {', '.join(sorted(strange))}")


def _question(block: dict[str, Any], slots: dict[str, str], file_name: str) -> Question:
    where = f"{file_name}, question {block.get('id', '?')}"
    if set(SLOT.findall(block["wording"])) - slots.keys():
        raise ForTheDeveloper(f"{where}: a slot in the wording is not filled")
    fields = {**block, "roles": tuple(block["roles"])}
    fields["wording"] = _fill(block["wording"], slots)
    fields["short"] = _fill(block.get("short", ""), slots)
    fields["aliases"] = tuple(_fill(alias, slots) for alias in block.get("aliases", ()))
    fields["options"] = _options(block, slots, where)
    fields["scale"] = Scale(**block["scale"]) if "scale" in block else None
    fields["themes"] = tuple(
        Theme(
            id=theme["id"],
            label=_fill(theme["label"], slots),
            roles=tuple(theme["roles"]),
            words=tuple(_fill(word, slots) for word in theme["words"]),
        )
        for theme in block.get("themes", ())
    )
    fields["grouped"] = _grouped(block)
    fields["aims"] = tuple(block.get("aims", ()))
    fields["challenges"] = tuple(block.get("challenges", ()))
    for how in ("likert", "count_to"):
        fields.pop(how, None)
    question = Question(**fields)
    _check_question(question, where)
    return question


def _options(block: dict[str, Any], slots: dict[str, str], where: str) -> tuple[Option, ...]:
    if "likert" in block:
        return tuple(
            Option(id=key, label=label, neutral=key == LIKERT_NEUTRAL)
            for key, label in LIKERT_OPTIONS[block["likert"]]
        )
    if "count_to" in block:
        return _counted(block["count_to"], slots)
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


def _counted(slot: str, slots: dict[str, str]) -> tuple[Option, ...]:
    """Offer every number up to the one in a slot, and more than that."""
    most = number_of(slots[slot])
    word = in_words(most)
    more = Option(
        id=f"more_than_{word}",
        label=f"More than {most}",
        aliases=tuple(dict.fromkeys((f"More than {word}", f"{most}+"))),
    )
    return *(Option(id=f"{slot}_{n}", label=str(n)) for n in range(most + 1)), more


def _grouped(block: dict[str, Any]) -> GroupedOptions | None:
    grouped = block.get("grouped")
    return GroupedOptions(**grouped | {"of": tuple(grouped["of"])}) if grouped else None


def _fill(wording: str, slots: dict[str, str]) -> str:
    """Fill every slot once: what somebody typed may hold braces of its own."""
    return SLOT.sub(lambda slot: slots.get(slot[1], slot[0]), wording)


def _check_question(question: Question, where: str) -> None:
    for name, value, allowed in (
        ("type", question.type, get_args(QuestionType)),
        ("mark", question.mark, get_args(Mark)),
        ("origin", question.origin, get_args(Origin)),
    ):
        if value not in allowed:
            raise ForTheDeveloper(f"{where}: {name} {value!r} is none of {', '.join(allowed)}")
    needs_options = question.type in {"single_choice", "multiple_choice", "likert", "ranking"}
    if needs_options and not question.options and not question.own_options:
        raise ForTheDeveloper(f"{where}: a {question.type} question needs options")
    strangers = set(question.grouped.of if question.grouped else ())
    strangers -= {option.id for option in question.options}
    if strangers:
        raise ForTheDeveloper(f"{where}: no options to group: {', '.join(sorted(strangers))}")
    if question.type == "scale" and question.scale is None:
        raise ForTheDeveloper(f"{where}: a scale question needs its scale")


def _check_ids_differ(ids: list[str], where: str) -> None:
    doubled = {one for one in ids if ids.count(one) > 1}
    if doubled:
        raise ForTheDeveloper(f"{where}: used twice: {', '.join(sorted(doubled))}")
