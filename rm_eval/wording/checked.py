"""What is said of a release: how it was checked before it was given out."""

from collections.abc import Mapping
from datetime import date


def how_checked(check: Mapping[str, float], on: date, number: int) -> tuple[str, ...]:
    """Say what was looked at before figures were given out, one sentence a line.

    Parameters
    ----------
    check
        The log of the attack, and of how many questions nothing was shown because of it.
    on
        The day the stage was closed.
    number
        How often it has been closed, this time included.
    """
    day = f"{on.day} {on:%B %Y}"
    before = " and with all that was shown of this stage before" if number > 1 else ""
    tried = (
        f"Before these figures were shown to anybody, on {day}, a program tried to work out hidden "
        "numbers from them, as a curious reader could. It used all figures for colleagues and for "
        f"the public together{before}."
    )
    looked_at = (
        f"It looked at {check['cells']:,.0f} figures; {check['banded']:,.0f} of them are shown as "
        "ranges or are hidden."
    )
    lines = [tried, looked_at]
    if kept_back := check.get("kept_back", 0):
        of = "1 question" if kept_back == 1 else f"{kept_back:,.0f} questions"
        lines.append(f"Nothing is shown of {of}, because something could have been worked out.")
    return *lines, f"None could be worked out. It took {_time(check['seconds'])}."


def _time(seconds: float) -> str:
    whole = round(seconds)
    if whole < 1:
        return "less than a second"
    return "1 second" if whole == 1 else f"{whole} seconds"
