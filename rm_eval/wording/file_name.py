"""What a downloaded picture is called."""

import re
import unicodedata
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
    safe = [_safe(part) for part in parts]
    if kind:
        safe[3] = f"{safe[3]}-{kind}"
    return "_".join([*safe, published.made_on.isoformat()])


def _safe(part: str) -> str:
    """Lower-case letters and figures with hyphens between; "none" where nothing is left."""
    plain = unicodedata.normalize("NFKD", part).encode("ascii", "ignore").decode().lower()
    safe = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(safe) <= LONGEST_PART:
        return safe or "none"
    # Two long names that begin alike must not become one file.
    return f"{safe[: LONGEST_PART - 9].strip('-')}-{crc32(safe.encode()):08x}"
