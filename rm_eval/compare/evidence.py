"""Lay what organisations found by the aims of the programme: each by its own questions."""

from collections.abc import Sequence

from rm_eval.compare.questions import Asked, closed_by
from rm_eval.compare.region import Region
from rm_eval.questionnaire import Aim, Stage, aims_of, all_questions
from rm_eval.wording import Evidence, EvidenceOfAim
from rm_eval.wording.evidence import NO_FIGURES, NOT_ASKED, TOO_FEW, in_order

END: Stage = "end_of_cohort"
# Whatever is asked then says what became of people, alone or beside what they said before.
AT_THE_END = (" to end of cohort", "end of cohort")


def evidence_of(region: Region, every: Sequence[Asked]) -> tuple[EvidenceOfAim, ...]:
    """Sort what was asked at the end by the aims it bears on, aim by aim.

    Parameters
    ----------
    every
        The region's questions.

    Returns
    -------
    tuple of EvidenceOfAim
        Every aim, also one that nobody asked about.
    """
    told = closed_by(region, lambda scope: scope.stage == END)
    at_the_end = [one for one in every if one.when.endswith(AT_THE_END)]
    return tuple(
        EvidenceOfAim(
            aim=aim,
            of=tuple(
                _of_one(name, aim, at_the_end, _kept_of(region, aim))
                if name in told
                else Evidence(organisation=name, gap=NO_FIGURES)
                for name in region.names
            ),
        )
        for aim in aims_of(END)
    )


def _of_one(name: str, aim: Aim, every: Sequence[Asked], kept: set[str]) -> Evidence:
    bearing = [one for one in every if aim.number in one.question.aims]
    published = [
        answered.published()
        for one in bearing
        for answered in (*one.alike, *one.otherwise)
        if answered.organisation == name
    ]
    if published:
        return Evidence(organisation=name, published=in_order(published))
    return Evidence(organisation=name, gap=TOO_FEW if name in kept else NOT_ASKED)


def _kept_of(region: Region, aim: Aim) -> set[str]:
    """Organisations that asked about an aim, of too few people to show, even if no other asked."""
    bearing = {one.id for one in all_questions() if aim.number in one.aims}
    return {
        shared.organisation
        for shared in region.organisations
        for stage in shared.stages
        if stage.scope.stage == END
        for one in stage.kept
        if one.question in bearing
    }
