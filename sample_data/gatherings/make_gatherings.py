"""Make the sample sheets of themes. Nobody in them exists, and nobody said any of it.

Four occasions of cohort 1: a focus group of mentees, a community of practice of mentors and one of
mentees, and a celebration event of both. Two quotes come without consent, to show that they are
left out.

Run it to write the files again: ``.venv/bin/python sample_data/gatherings/make_gatherings.py``.
"""

import csv
import io
from pathlib import Path

HERE = Path(__file__).parent
HEADINGS = ("Theme", "Role", "How many people said it", "Quote", "Consent to quote")
SHEETS: dict[str, tuple[tuple[str, str, int, str, str], ...]] = {
    "focus group - mentees": (
        (
            "Seeing daily work with other eyes",
            "mentee",
            5,
            "I notice who is not here",
            "yes",
        ),
        ("Still unsure how to ask", "mentee", 3, "I was afraid to get the words wrong", "no"),
        ("Wanting to keep meeting", "mentee", 4, "", ""),
        ("What to do about a complaint", "mentee", 1, "", ""),
    ),
    "community of practice - mentors": (
        ("Being listened to by senior people", "mentor", 8, "For once I was asked", "yes"),
        ("Finding an hour on shift", "mentor", 6, "", ""),
        ("Tired after some sessions", "mentor", 3, "It takes more out of me than I say", ""),
        ("Unsure what happens next", "mentor", 2, "", ""),
    ),
    "community of practice - mentees": (
        ("Listening without defending", "mentee", 6, "", ""),
        ("Passing it on to other leaders", "mentee", 3, "", ""),
        ("Worry about saying it wrong", "mentee", 2, "", ""),
    ),
    "celebration event": (
        ("Trust that grew over the months", "both", 11, "It was worth every hour", "yes"),
        ("Meeting in person helped", "both", 5, "", ""),
        ("Six meetings were too few", "mentee", 4, "", ""),
        ("Proud of what was shared", "mentor", 7, "I would do it all again", "yes"),
    ),
}


def main() -> None:
    """Write every file."""
    for name, rows in SHEETS.items():
        (HERE / f"{name}.csv").write_bytes(content_of(rows))
        print(name)


def content_of(rows: tuple[tuple[str, str, int, str, str], ...]) -> bytes:
    """Write one sheet as CSV."""
    written = io.StringIO(newline="")
    csv.writer(written).writerows([HEADINGS, *rows])
    return written.getvalue().encode()


if __name__ == "__main__":
    main()
