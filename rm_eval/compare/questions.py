"""One question over a region: who was asked it in the same words, who otherwise, who not at all."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import get_args

from rm_eval.compare.region import ForWhom, Region
from rm_eval.disclosure import Pool, Published, Told, fits, pooled, publish
from rm_eval.measures import Group
from rm_eval.questionnaire import Question, Stage, all_questions
from rm_eval.responses import Scope
from rm_eval.share import Kept, Shared

# What has a row of figures for every group of people; words, numbers and dates do not leave.
COMPARED = {"yes_no", "likert", "ticks", "choices", "scale", "change"}
# Whether somebody may be quoted is asked to keep a promise, not to compare.
NOT_COMPARED = {"end_quote_ok"}
# Of fewer there is nothing to set side by side.
SEVERAL = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Answered:
    """What one organisation tells of a question, its cohorts added up.

    Attributes
    ----------
    cohorts
        The names of those that are counted.
    told
        Their sum.
    audience, made_on
        For whom it is published, and the day to print.
    """

    organisation: str
    cohorts: tuple[str, ...]
    told: Told
    audience: ForWhom
    made_on: date

    def published(self, *, spread: bool = False) -> Published:
        """Make its rows: only when they are drawn, as a region may have thousands.

        Parameters
        ----------
        spread
            Whether to say, too, between which ends the spread of scores lies: that takes longer.
        """
        cohorts = self.cohorts if len(self.cohorts) > 1 else ()
        return publish(
            self.told,
            audience=self.audience,
            made_on=self.made_on,
            cohorts=cohorts,
            spread=spread,
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """One question at one stage, or between two, over all organisations of a region.

    Attributes
    ----------
    question
        In the words that most organisations used.
    when
        The stage, or both, in words.
    kind
        Which measure it is, such as ``"likert"``.
    alike
        Organisations that were asked in these words, in the order of the alphabet.
    otherwise
        Those that were asked the same in other words or on another scale.
    kept
        Whose figures are not shown, and why, by organisation and role.
    not_asked
        Organisations that did not ask it then.
    no_figures
        Those of which nothing is told of that time: what they will ask is not known.
    """

    question: Question
    when: str
    kind: str
    alike: tuple[Answered, ...]
    otherwise: tuple[Answered, ...]
    kept: Mapping[tuple[str, Group], Kept]
    not_asked: tuple[str, ...]
    no_figures: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What it is known by in a region."""
        return f"{self.when}: {self.question.id}"

    @property
    def too_few(self) -> tuple[str, ...]:
        """Organisations that asked it and of which no figure may be shown."""
        told = {one.organisation for one in (*self.alike, *self.otherwise)}
        names = dict.fromkeys(name for name, _ in self.kept)
        return tuple(name for name in names if name not in told)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Found:
    """A question as one cohort of an organisation was asked it."""

    shared: Shared
    told: Told


def questions_of_region(region: Region) -> tuple[Asked, ...]:
    """List every question that can be compared, by stage and in the order of the forms.

    Returns
    -------
    tuple of Asked
        Those of one organisation alone too: others may not have asked them.
    """
    found: dict[tuple[Scope, str], list[_Found]] = {}
    kept: dict[tuple[Scope, str], dict[tuple[str, Group], Kept]] = {}
    for shared in region.organisations:
        for stage in shared.stages:
            when = _nowhere(stage.scope)
            for told in stage.figures:
                if told.kind in COMPARED and told.question.id not in NOT_COMPARED:
                    those = found.setdefault((when, told.question.id), [])
                    those.append(_Found(shared=shared, told=told))
            for one in stage.kept:
                of = kept.setdefault((when, one.question), {})
                of[shared.organisation, one.role] = one
    order = {one.id: at for at, one in enumerate(all_questions())}
    keys = sorted(found, key=lambda key: (_in_time(key[0]), order.get(key[1], len(order))))
    return tuple(_asked(region, key[0], found[key], kept.get(key, {})) for key in keys)


def _nowhere(scope: Scope) -> Scope:
    return replace(scope, organisation="", cohort="")


def _in_time(scope: Scope) -> tuple[bool, int, int]:
    order = get_args(Stage)
    since = order.index(scope.since) if scope.since else 0
    return bool(scope.since), order.index(scope.stage), since


def closed_by(region: Region, when: Callable[[Scope], bool]) -> set[str]:
    """Name the organisations of which some stage is told."""
    return {
        shared.organisation
        for shared in region.organisations
        if any(when(stage.scope) for stage in shared.stages)
    }


def _asked(
    region: Region,
    when: Scope,
    every: Sequence[_Found],
    kept: Mapping[tuple[str, Group], Kept],
) -> Asked:
    first, *others = _in_the_same_words(every)
    named = {one.shared.organisation for one in every} | {name for name, _ in kept}
    silent = [name for name in region.names if name not in named]
    closed = closed_by(region, lambda scope: _nowhere(scope) == when)
    return Asked(
        question=first[0].told.question,
        when=first[0].told.scope.when,
        kind=first[0].told.kind,
        alike=_answered(region, first),
        otherwise=tuple(one for those in others for one in _answered(region, those)),
        kept=kept,
        not_asked=tuple(name for name in silent if name in closed),
        no_figures=tuple(name for name in silent if name not in closed),
    )


def _in_the_same_words(every: Iterable[_Found]) -> list[list[_Found]]:
    """Sort by wording; the one that most organisations used first, then in the order met."""
    wordings: list[list[_Found]] = []
    for one in every:
        same = next((those for those in wordings if fits(one.told, those[0].told)), None)
        if same is None:
            wordings.append([one])
        else:
            same.append(one)
    return sorted(wordings, key=lambda those: -len({one.shared.organisation for one in those}))


def _answered(region: Region, those: Sequence[_Found]) -> tuple[Answered, ...]:
    of: dict[str, list[_Found]] = {}
    for one in those:
        of.setdefault(one.shared.organisation, []).append(one)
    return tuple(_of_one(region, own) for own in of.values())


def _of_one(region: Region, own: Sequence[_Found]) -> Answered:
    audience = own[0].shared.audience
    return Answered(
        organisation=own[0].shared.organisation,
        cohorts=tuple(one.told.scope.cohort for one in own),
        told=_added_up([one.told for one in own], audience),
        audience=audience,
        made_on=region.made_on,
    )


def _added_up(those: Sequence[Told], audience: ForWhom) -> Told:
    """Add up the cohorts of one organisation; one stands as it is."""
    if len(those) == 1:
        return those[0]
    pool = Pool(scopes=tuple(one.scope for one in those))
    (told,) = pooled(pool, [[one] for one in those], audience=audience)
    return told


def asked_of(every: Iterable[Asked], names: Iterable[str]) -> tuple[Asked, ...]:
    """Keep of every question what some organisations told, and the questions any of them was asked.

    The wording most organisations used stays the question.
    """
    kept = set(names)
    found = (
        replace(
            one,
            alike=tuple(each for each in one.alike if each.organisation in kept),
            otherwise=tuple(each for each in one.otherwise if each.organisation in kept),
            kept={place: why for place, why in one.kept.items() if place[0] in kept},
            not_asked=tuple(name for name in one.not_asked if name in kept),
            no_figures=tuple(name for name in one.no_figures if name in kept),
        )
        for one in every
    )
    return tuple(one for one in found if one.alike)


def together(those: Sequence[Answered]) -> Published | None:
    """Add up organisations that were asked in the same words; None of fewer than two.

    Where one of them allowed figures for the public alone, the sum is made for the public.
    """
    if len(those) < SEVERAL:
        return None
    every = [_as_a_cohort(one) for one in those]
    pool = Pool(scopes=tuple(one.scope for one in every))
    audience = max(one.audience for one in those)  # "public" comes after "internal"
    (told,) = pooled(pool, [[one] for one in every], audience=audience)
    return publish(
        told.placed_in(replace(told.scope, organisation="Region")),
        audience=audience,
        made_on=those[0].made_on,
        cohorts=pool.cohorts,
    )


def _as_a_cohort(one: Answered) -> Told:
    """Name figures by their organisation, so that notes say which are counted."""
    scope = replace(one.told.scope, organisation=one.organisation, cohort=one.organisation)
    return one.told.placed_in(scope)
