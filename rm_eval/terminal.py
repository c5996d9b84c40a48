"""What the command line says to people, line by line."""

from collections.abc import Iterator
from typing import Any

from rm_eval import pipeline
from rm_eval.pipeline import Dataset, GivenOut


def lines_on_datasets(datasets: tuple[Dataset, ...]) -> Iterator[str]:
    """Say of each dataset whose it is, how many people are in it, and from which file."""
    for dataset in datasets:
        scope = dataset.scope
        yield (
            f"{scope.organisation} | {scope.cohort} | {scope.stage} | {dataset.who}: "
            f"{dataset.n_people} people, from {dataset.file_name}"
        )


def lines_on_given_out(given: tuple[GivenOut, ...]) -> Iterator[str]:
    """Say of each closing when its figures were given out, and of how many people."""
    for one in given:
        scope, day = one.scope, one.closed_at.date()
        yield (
            f"{scope.organisation} | {scope.cohort} | {scope.when}: given out on {day:%Y-%m-%d}, "
            f"answers of {one.people}"
        )


def lines_on_file(description: dict[str, Any]) -> Iterator[str]:
    """Say what a file holds, question by question."""
    yield (
        f"{description['file']}: {pipeline.TOOL_NAMES[description['survey_tool']]}, "
        f"{description['n_responses']} responses"
    )
    yield f"stage: {description['stage']}, role: {description['role']}"
    for question in description["questions"]:
        yield f"\n{question['wording']}\n  {question['type']} ({question['why']})"
        yield f"  {question['n_answered']} answered"
        if question["mean"] is not None:
            yield f"  mean {question['mean']:.2f}, median {question['median']:g}"
        for option in question["options"]:
            yield f"  {option['n']:4}  {option['label']}"
    yield from _on_warnings(description["warnings"])


def _on_warnings(warnings: list[dict[str, Any]]) -> Iterator[str]:
    """Say each kind of thing once, with its first example, however many answers it is about."""
    kinds: dict[str, list[dict[str, Any]]] = {}
    for warning in warnings:
        kinds.setdefault(warning["code"], []).append(warning)
    for code, found in kinds.items():
        times = f"{len(found)} times, such as: " if len(found) > 1 else ""
        yield f"\n{code}: {times}{found[0]['message']}"
