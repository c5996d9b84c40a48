"""What stands around the pictures of a region: of whom, from which files, what is missing."""

from collections.abc import Mapping, Sequence

from rm_eval.compare.overview import cards_of, what_is_missing
from rm_eval.compare.region import Region
from rm_eval.disclosure import AUDIENCES
from rm_eval.report import About, evaluated, made_on, programmes_beside
from rm_eval.share import Shared
from rm_eval.wording.figures import joined
from rm_eval.wording.file_name import safe
from rm_eval.wording.same_programme import same_programme

TITLE = "Mentoring programmes side by side"
MISSING = "What is missing, and the next step"
PROGRAMMES = "What each programme is, and how it evaluates"


def about_region(region: Region, settings: Mapping[str, str]) -> About:
    """Say of whom a pack is, for whom, made when, from which files and how.

    Parameters
    ----------
    settings
        What was chosen, such as the size of the pictures, by its name.
    """
    lines = [
        f"Of: {joined(list(region.names))}, in alphabetical order",
        f"For: {AUDIENCES[region.audience]}",
        made_on(region.made_on),
        *(f"Made from: {_where_from(one, region)}" for one in region.organisations),
        *(f"{name}: {chosen}" for name, chosen in settings.items()),
    ]
    name = f"region_{safe(region.audience)}_{region.made_on.isoformat()}"
    return About(title=TITLE, lines=tuple(lines), day=region.made_on, name=name)


def tables_of_region(region: Region) -> dict[str, Mapping[str, Sequence[str]]]:
    """Return what stands under the pictures: what is missing, and the programmes, by heading."""
    cards = cards_of(region)
    tables = {MISSING: what_is_missing(region), PROGRAMMES: programmes_beside(cards)}
    return {heading: table for heading, table in tables.items() if any(table.values())}


def closing_of_region(region: Region) -> tuple[str, ...]:
    """Say how many say how they evaluate, and who runs the same programme."""
    cards = cards_of(region)
    return (f"{evaluated(cards)}.", *same_programme(cards)) if cards else ()


def _where_from(shared: Shared, region: Region) -> str:
    if shared.organisation in region.here:
        return f"answers of {shared.organisation} that are kept here, as told when closed"
    day = f"{shared.made_on.day} {shared.made_on:%B %Y}"
    return (
        f"share file of {shared.organisation}, {day}, for: {AUDIENCES[shared.audience]}; "
        f"dashboard {shared.tool}"
    )
