"""Preview: every line that leaves, and everything that stays, before anything is sent."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rm_eval.disclosure import Told, ToldCount, ToldGroup, ToldTotal
from rm_eval.measures import GROUP_LABELS, label_of
from rm_eval.programme import QUESTIONS, plain_card, plain_cohort
from rm_eval.questionnaire import all_questions
from rm_eval.share.shared import Shared, SharedStage
from rm_eval.share.what_leaves import WHY

# The columns of what leaves of a stage, and of what stays.
LEAVES = ("Question", "Who", "Answer", "What leaves")
BY_QUESTION = ("Question", "Who", "What leaves")
NOTES = ("Question", "Sentence")
PROGRAMME = ("About", "What leaves")
STAYS = ("Question", "Who", "Why it stays")
NEVER = (
    "What single people answered, their participant codes, and which answers go together.",
    "Anybody’s own words, quotes too.",
    "Names of files, and who added them.",
    "Figures that only the programme team may see.",
    "How many people were interested, trained, matched and finished, and how pairs were made.",
    "Your notes on each cohort.",
    "Stages that are not closed.",
)
LABELS: Mapping[str, str] = {str(name): question for name, question in QUESTIONS.items()}
HOW_MANY = "How many answered the form"


@dataclass(frozen=True, kw_only=True, slots=True)
class StagePreview:
    """What leaves of one closed stage, and what stays.

    Attributes
    ----------
    title
        Which one, such as "Cohort 1, enrolment".
    leaves
        One row a figure, in the columns of `LEAVES`.
    stays
        One row a group and question, in the columns of `STAYS`.
    notes
        Sentences that stand under the figures, and leave with them: question and sentence.
    """

    title: str
    leaves: tuple[tuple[str, ...], ...]
    stays: tuple[tuple[str, ...], ...]
    notes: tuple[tuple[str, str], ...]

    @property
    def by_question(self) -> tuple[tuple[str, str, str], ...]:
        """All figures of a question and a group in one row: question, who, what leaves."""
        rows: dict[tuple[str, str], list[str]] = {}
        for question, who, answer, figure in self.leaves:
            rows.setdefault((question, who), []).append(f"{answer}: {figure}" if answer else figure)
        return tuple((*whose, "; ".join(said)) for whose, said in rows.items())


@dataclass(frozen=True, kw_only=True, slots=True)
class Preview:
    """All that leaves with a share file.

    Attributes
    ----------
    sentence
        How much it is.
    programme
        What is said of the programme and its cohorts: what it is, and the words.
    """

    sentence: str
    stages: tuple[StagePreview, ...]
    programme: tuple[tuple[str, str], ...]


def preview_of(shared: Shared) -> Preview:
    """List what is in a share file, line by line, and what stays."""
    asked = {told.question.id: told.question for one in shared.stages for told in one.figures}
    wordings = {question.id: question.wording for question in all_questions()}
    wordings |= {id_: question.wording for id_, question in asked.items()}
    stages = tuple(_stage(one, wordings) for one in shared.stages)
    return Preview(
        sentence=_sentence(stages),
        stages=stages,
        programme=tuple(_programme(shared)),
    )


def _sentence(stages: tuple[StagePreview, ...]) -> str:
    n_leave = sum(len(one.leaves) for one in stages)
    n_stay = sum(len(one.stays) for one in stages)
    leave = "figure leaves" if n_leave == 1 else "figures leave"
    of = "closed stage" if len(stages) == 1 else "closed stages"
    stay = "group stays" if n_stay == 1 else "groups stay"
    return (
        f"{n_leave:,} {leave}, from {len(stages)} {of}. {n_stay:,} {stay} here, each named below. "
        "No one’s answers, codes or words leave."
    )


def _stage(stage: SharedStage, wordings: Mapping[str, str]) -> StagePreview:
    sizes = (
        (HOW_MANY, GROUP_LABELS[role], "", _answered(n, stage.sent.get(role)))
        for role, n in stage.people.items()
    )
    stays = (
        (wordings.get(one.question, one.question), GROUP_LABELS[one.role], WHY[one.why])
        for one in stage.kept
    )
    return StagePreview(
        title=f"{stage.scope.cohort}, {stage.scope.when}",
        leaves=(*sizes, *(row for told in stage.figures for row in _rows(told))),
        stays=tuple(stays),
        notes=tuple(note for told in stage.figures for note in _notes(told)),
    )


def _notes(told: Told) -> Iterable[tuple[str, str]]:
    wording = told.question.wording
    yield from ((wording, note) for note in told.notes)
    for role, n, n_sent in told.responses:
        yield wording, f"{n} of {n_sent} {GROUP_LABELS[role].lower()} answered the form."
    if told.limits.reason:
        yield wording, f"Why smaller groups are shown: {told.limits.reason_in_short}."


def _answered(n: int, sent: int | None) -> str:
    return f"{n}" if sent is None else f"{n} of the {sent} it was sent to"


def _rows(told: Told) -> Iterable[tuple[str, ...]]:
    for group in told.groups:
        who = label_of(group.role)
        for count in group.counts:
            yield told.question.wording, who, _named(count), _counted(count, group)
        for total in group.totals:
            yield told.question.wording, who, _named(total), _on_average(total, group)


def _named(figure: ToldCount | ToldTotal) -> str:
    place = figure.statistic.removeprefix("top_")
    if place != figure.statistic:
        return f"{figure.label}: in the first {place}"
    return f"{figure.label}: place" if figure.statistic == "mean_place" else figure.label


def _counted(count: ToldCount, group: ToldGroup) -> str:
    low, high = count.bounds
    return f"{low} of {group.n}" if low == high else f"{low} to {high} of {group.n}"


def _on_average(total: ToldTotal, group: ToldGroup) -> str:
    first, last = (f"{end / group.n:.1f}" for end in total.bounds)
    return f"{first} on average" if first == last else f"{first} to {last} on average"


def _programme(shared: Shared) -> Iterable[tuple[str, str]]:
    if shared.card is not None:
        for name, said in plain_card(shared.card).items():
            if name != "sample":
                yield LABELS.get(name, _label(name)), _in_words(said)
    for record in shared.records:
        for name, said in plain_cohort(record).items():
            if name not in {"organisation", "cohort", "sample"}:
                yield f"{record.cohort}: {_label(name).lower()}", _in_words(said)


def _label(name: str) -> str:
    words = name.replace("_", " ")
    return f"{words[:1].upper()}{words[1:]}"


def _in_words(said: object) -> str:
    if isinstance(said, Mapping):
        return "; ".join(f"{_label(str(name))}: {_in_words(one)}" for name, one in said.items())
    if isinstance(said, list):
        return "; ".join(map(_in_words, said))
    return str(said)
