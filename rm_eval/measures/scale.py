"""A whole-number scale: how many people gave each score, their mean and median."""

from rm_eval.measures.counts import Row
from rm_eval.measures.measured import Source
from rm_eval.questionnaire import Question, Scale


def measure_scale(question: Question, source: Source) -> list[Row]:
    """Count the people at each score, and take the mean and the median of all scores."""
    scale = question.scale or Scale()
    scores = source.responses.of(question)["number"]
    n = float(len(scores))
    at_score = scores.value_counts()
    rows: list[Row] = [
        (source.role, "people", str(score), str(score), float(at_score.get(score, 0)), n)
        for score in range(scale.low, scale.high + 1)
    ]
    if n:
        rows.append((source.role, "mean", "", "Mean", float(scores.mean()), n))
        rows.append((source.role, "median", "", "Median", float(scores.median()), n))
    return rows
