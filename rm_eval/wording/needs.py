"""What people need after training, set against the resources the programme has."""

from collections.abc import Collection, Sequence

import pandas as pd

from rm_eval.disclosure import Published
from rm_eval.questionnaire import Resource
from rm_eval.wording.figures import Figure, figures, people

NO_RESOURCE = "No resource for this yet"


def needs_table(
    asked: Sequence[Published], resources: Sequence[Resource], apart: Collection[str]
) -> pd.DataFrame:
    """A row a need: whose, how many ticked it, and the resource that answers it.

    Parameters
    ----------
    asked
        The questions of need, of mentors and of mentees.
    apart
        Ids of answers that are no needs, such as "other".
    """
    answers = {need: resource.label for resource in resources for need in resource.answers}
    cells = [
        (
            figure.label,
            f"{figure.group} ({people(figure.n_text)})",
            figure.text,
            answers.get(figure.answer, NO_RESOURCE),
        )
        for published in asked
        for figure in sorted(figures(published), key=_most_first)
        if figure.answer and figure.answer not in apart
    ]
    names = ["What would help", "Who", "How many ticked it", "What the programme has"]
    return pd.DataFrame(cells, columns=names, dtype=str)


def _most_first(figure: Figure) -> float:
    return -figure.middle
