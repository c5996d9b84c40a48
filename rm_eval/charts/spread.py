"""How much air rows get: a little on a page; in a picture as much as fills it."""

from rm_eval.charts.theme import Frame

AIR = 0.85  # font sizes between rows of a page
LEAST_AIR = 0.35  # where a picture must hold many rows
MOST_AIR = 3.0


def air_between(frame: Frame, n_rows: int, used: float) -> float:
    """Pixels of air for each of `n_rows` rows, when everything else takes `used` pixels."""
    if not frame.height or not n_rows:
        return AIR * frame.text
    spare = (frame.height - used) / n_rows
    return min(max(spare, LEAST_AIR * frame.text), MOST_AIR * frame.text)
