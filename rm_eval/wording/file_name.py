"""What a downloaded picture is called."""

import re
import unicodedata
from datetime import date
from zlib import crc32

from rm_eval.disclosure import Published

LONGEST_PART = 32


def file_name(published: Published, *, kind: str = "") -> str:
    """organisation_cohort_stage_question_audience_date, safe on every system, without ending.

    Parameters
    ----------
    kind
        Which chart of the question, where there are several.
    """
    scope = published.scope
    parts = [
        scope.organisation,
        scope.cohort,
        scope.when,
        published.question.id,
        published.audience,
    ]
    words = [safe(part) for part in parts]
    if kind:
        words[3] = f"{words[3]}-{kind}"
    return "_".join([*words, published.made_on.isoformat()])


def file_name_of(organisation: str, what: str, day: date | None) -> str:
    """Such as "a-trust_timeline_2020-09-30": of what no question and no audience belongs to."""
    return "_".join([safe(organisation), safe(what), *([day.isoformat()] if day else [])])


def file_name_of_region(published: Published, what: str) -> str:
    """Such as "region_end-of-cohort_end-useful-yes_public_2026-11-21": of several organisations."""
    parts = ["region", published.scope.when, what, published.audience]
    return "_".join([*map(safe, parts), published.made_on.isoformat()])


def safe(part: str) -> str:
    """Lower-case letters and figures with hyphens between; "none" where nothing is left."""
    plain = unicodedata.normalize("NFKD", part).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(words) <= LONGEST_PART:
        return words or "none"
    # Two long names that begin alike must not become one file.
    return f"{words[: LONGEST_PART - 9].strip('-')}-{crc32(words.encode()):08x}"
