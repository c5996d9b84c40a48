"""The sample: invented people, exported by six survey tools, loaded with one click.

Beside their programme stand the share files of five other trusts, invented too.
"""

import tomllib
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import get_args

from rm_eval.actions import add_sample_actions
from rm_eval.closing import close_stage
from rm_eval.closing.alike import close_alike
from rm_eval.disclosure import Limits
from rm_eval.errors import NotAllowed
from rm_eval.gathered import Occasion, keep_sheet, read_theme_sheet
from rm_eval.keep import SAMPLE_SCOPE, keep
from rm_eval.look import Look, look_at_each
from rm_eval.programme import read_programme
from rm_eval.questionnaire import Role, Stage
from rm_eval.responses import Part, Scope
from rm_eval.share import Shared, read_share_file
from rm_eval.store import Release, Store, holds_own, keep_programme, keep_shared, limits_of
from rm_eval.table import Upload

SAMPLE_FOLDER = Path(__file__).parents[1] / "sample_data"
COHORTS = ("Cohort 1", "Cohort 2")
Progress = Callable[[int, int], None]


def load_sample(store: Store, *, progress: Progress | None = None) -> None:
    """Load the invented sample programme; loading it twice changes nothing.

    Its stages are closed, so that each audience sees what it would see of real ones. The first time
    in the life of a program that takes some seconds, and very little from then on. What five other
    invented trusts shared is kept beside it.

    Parameters
    ----------
    progress
        Is told how many stages are ready, and of how many.

    Raises
    ------
    NotAllowed
        Where real answers are kept: the two are never mixed.
    """
    if holds_own(store):
        raise NotAllowed(
            "You have added something of your own, and the sample is never mixed with it. "
            "Nothing was changed.",
            code="not_with_sample",
        )
    load_cards(store)
    if store.datasets():
        return
    n_sent: dict[tuple[str, Role], int] = {}
    for part, look in sample_looks().items():
        whose = (part.scope.cohort, part.role)
        # Everybody who enrolled was sent the later forms.
        keep(store, look, scope=part.scope, role=part.role, sample=True, n_sent=n_sent.get(whose))
        n_sent.setdefault(whose, len(look.cleaned.responses.people))
    load_gatherings(store)
    scopes = tuple(dict.fromkeys(part.scope for part in sample_looks()))
    for ready, scope in enumerate(scopes, start=1):
        _close(store, scope)
        if progress is not None:
            progress(ready, len(scopes))
    add_sample_actions(store, SAMPLE_SCOPE.organisation)
    for shared in sample_shares():
        keep_shared(store, shared)


def load_gatherings(store: Store) -> None:
    """Load what was said at four invented occasions: nobody was there, and nobody said it."""
    folder = SAMPLE_FOLDER / "gatherings"
    for fields in tomllib.loads((folder / "occasions.toml").read_text("utf-8"))["occasion"]:
        name = fields.pop("file")
        sheet = read_theme_sheet(Upload(name=name, content=(folder / name).read_bytes()))
        occasion = Occasion(
            organisation=SAMPLE_SCOPE.organisation,
            counted="people",
            agreed="Invented, as everything here",
            is_cleared=True,
            **fields,
        )
        keep_sheet(store, sheet, occasion, sample=True)


def load_cards(store: Store) -> None:
    """Load the cards of five programmes, as the documents they are from say, and their cohorts."""
    for path in sorted((SAMPLE_FOLDER / "cards").glob("*.toml")):
        keep_programme(store, read_programme(path, sample=True))


@cache
def sample_looks() -> dict[Part, Look]:
    """Read the files of the sample, once: which part of it each is, and what it holds."""
    files = sorted(path for path in SAMPLE_FOLDER.iterdir() if path.suffix in {".csv", ".xlsx"})
    uploads = [Upload(name=path.name, content=path.read_bytes()) for path in files]
    looks = [look for look in look_at_each(uploads) if isinstance(look, Look)]
    of_part = {_part_of(look): look for look in looks}
    return {part: of_part[part] for part in sorted(of_part, key=_order)}


@cache
def sample_shares() -> tuple[Shared, ...]:
    """Read the share files of five invented trusts, once, in the order of the alphabet."""
    files = sorted((SAMPLE_FOLDER / "region").glob("*.json"))
    return tuple(read_share_file(path.read_bytes(), path.name) for path in files)


def _part_of(look: Look) -> Part:
    """Say whose answers a file of the sample holds; its name tells the cohort."""
    cohort = next(one for one in COHORTS if one.lower() in look.raw.upload_name)
    stage, role = look.recognition.stage, look.recognition.role
    if stage is None or role is None:
        raise NotAllowed(f"{look.raw.upload_name} is no file of the sample.", code="no_sample")
    scope = Scope(organisation=SAMPLE_SCOPE.organisation, cohort=cohort, stage=stage)
    return Part(scope=scope, role=role)


def _order(part: Part) -> tuple[str, int, int]:
    stages, roles = get_args(Stage), get_args(Role)
    return part.scope.cohort, stages.index(part.scope.stage), roles.index(part.role)


# What was told of each stage today, under which limits: worked out once, not for every visitor.
_told: dict[tuple[Scope, Limits, date], Release] = {}


def _close(store: Store, scope: Scope) -> None:
    limits = limits_of(store, scope.organisation)
    told = (scope, limits, datetime.now(UTC).date())
    if told in _told:
        close_alike(store, scope, _told[told])
    else:
        _told[told] = close_stage(store, scope)
