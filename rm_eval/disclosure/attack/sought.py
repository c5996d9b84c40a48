"""What is sought in one question's figures: the unknowns behind them, and every banded count."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Self

from rm_eval.disclosure.attack.answers import (
    ANY_OTHER,
    Answers,
    Combined,
    Form,
    answers_of,
    one_stage_of,
)
from rm_eval.disclosure.attack.given import Given
from rm_eval.disclosure.attack.limits import may_reach_the_top
from rm_eval.disclosure.attack.listing import know_listing
from rm_eval.disclosure.attack.people import People, Together
from rm_eval.disclosure.attack.search import Cell, Reader
from rm_eval.disclosure.attack.told import View, know_view, rows_counted
from rm_eval.disclosure.attack.unknowns import Sum, Unknowns, minus

Size = tuple[int, int]


@dataclass(slots=True)
class Sought:
    """One question's unknowns and cells.

    Attributes
    ----------
    cells
        Counts that are told as ranges or hidden; and, of finer answers than are listed, each that
        everybody may have given.
    told, banded
        How many counts are looked at, and how many of them are banded or hidden.
    sizes
        The fewest and the most people each people can be.
    """

    given: Given
    own_answers: bool = False
    unknowns: Unknowns = field(default_factory=Unknowns)
    answers: dict[People, Answers] = field(default_factory=dict)
    sizes: dict[People, Size] = field(default_factory=dict)
    cells: Sequence[Cell] = ()
    told: int = 0
    banded: int = 0

    @classmethod
    def of(cls, given: Given, *, own_answers: bool) -> Self:
        """Bring in the unknowns, write down all that is told, and list the cells."""
        sought = cls(given=given, own_answers=own_answers, sizes=_sizes(given))
        for people in given.people:
            sought._answers_of(people)
        for whole in given.wholes:
            sought._know_whole(whole)
        for people, views in given.views.items():
            low, high = sought.sizes[people]
            for _, view in views:
                know_view(sought.unknowns, sought.answers[people], view, n_told=low == high)
        sought._know_unlisted()
        know_listing(sought.unknowns, given, sought.answers, sought.sizes)
        sought.cells = tuple(sought._cells())
        return sought

    def _answers_of(self, people: People) -> Answers:
        """Make the answers of a whole from its parts', of others from unknowns."""
        if people not in self.answers:
            whole = next((one for one in self.given.wholes if one.whole == people), None)
            self.answers[people] = self._parts(whole) if whole else self._unknown(people)
        return self.answers[people]

    def _parts(self, whole: Together) -> Answers:
        return Combined(
            parts=tuple(
                self._answers_of(part)
                if part.scope == whole.whole.scope
                else one_stage_of(
                    self._answers_of(part), after=part.scope.stage == whole.whole.scope.stage
                )
                for part in whole.parts
            )
        )

    def _unknown(self, people: People) -> Answers:
        n = self.unknowns.new(*self.sizes[people])
        form = Form(
            question=self.given.question,
            measure=self.given.measures[people],
            listed=_listed(self.given, people),
            some_unlisted=self.given.some_unlisted and self.given.question.are_gathered,
            some_left_out=self.given.some_left_out,
            most=self.sizes[people][1],
        )
        return answers_of(self.unknowns, n, form)

    def _know_whole(self, whole: Together) -> None:
        """Write down that the same people, parted in two ways, gave the same answers."""
        one, other = self.answers[whole.whole], self._parts(whole)
        self.unknowns.know(minus(one.n, other.n), 0, 0)
        each, others = one.each(), other.each()
        for name in each.keys() & others.keys():
            same = minus(each[name], others[name])
            if any(same.values()):
                self.unknowns.know(same, 0, 0)

    def _know_unlisted(self) -> None:
        """Write down that linked people gave no worded answer that figures of a stage leave out."""
        for whole in self.given.wholes:
            own = {a for view in self.given.told(whole.whole) for a in view.answers}
            worded = self.given.measures[whole.whole] in {"likert", "yes_no"}
            for part in whole.parts if own and worded else ():
                answers = one_stage_of(
                    self.answers[part], after=part.scope.stage == whole.whole.scope.stage
                )
                for name, count in answers.each().items():
                    if answers is not self.answers[part] and name not in own:
                        self.unknowns.know(count, 0, 0)

    # What is sought --------------------------------------------------------------------------

    def _cells(self) -> Iterable[Cell]:
        readers = self._readers() if self.own_answers else []
        wholes = {whole.whole for whole in self.given.wholes}
        for people in self.given.people:
            if people in wholes and people not in self.given.views:
                continue
            if self.sizes[people][1] == 0 or _listed(self.given, people) == (ANY_OTHER,):
                # Nobody answered; or nothing is listed, and "any other" is everybody.
                continue
            listed: list[Sum] = []
            for statistic, answer in _counted(self.given, people):
                count = self.answers[people].people(statistic, answer)
                if count is None:
                    continue
                listed.append(count)
                self.told += 1
                if not _told_exactly(self.given.told(people), statistic, answer):
                    self.banded += 1
                    yield self._cell(people, statistic, answer, count, readers)
            if people not in wholes:
                yield from self._alike(people, listed)
        yield from self._linked_at_one_stage(readers)

    def _linked_at_one_stage(self, readers: Sequence[Reader]) -> Iterable[Cell]:
        """List what linked people had answered at either stage: no figure is about it."""
        for whole in self.given.wholes:
            for part in whole.parts:
                at_stage = one_stage_of(
                    self.answers[part], after=part.scope.stage == whole.whole.scope.stage
                )
                if part.scope == whole.whole.scope or at_stage is self.answers[part]:
                    continue
                for statistic, answer in _counted(self.given, whole.whole):
                    count = at_stage.people(statistic, answer)
                    if count and self.sizes[part][1]:
                        self.told += 1
                        self.banded += 1
                        yield self._cell(part, statistic, answer, count, readers)

    def _cell(
        self, people: People, statistic: str, answer: str, count: Sum, readers: Sequence[Reader]
    ) -> Cell:
        n_low, n_high = self.sizes[people]
        mark, audiences = self.given.question.mark, self.given.audiences
        answers, alone = self.answers[people], n_high <= 1
        top = self.given.measures[people] != "attrition" and may_reach_the_top(
            n_low, mark, audiences, smallest=self.given.smallest
        )
        return Cell(
            people=people,
            statistic=statistic,
            answer=answer,
            count=count,
            rest=minus(answers.n, count),
            low_end=not alone and answers.both_ways,
            high_end=not alone and not top,
            readers=tuple(r for r in readers if not (alone and r.people == people)),
        )

    def _alike(self, people: People, listed: Sequence[Sum]) -> Iterable[Cell]:
        """List finer answers than figures tell: if all people gave one, each person's is known."""
        if self.given.question.mark == "ordinary" or self.sizes[people][1] <= 1:
            return
        told = [frozenset(sum_.items()) for sum_ in listed]
        answers = self.answers[people]
        for answer, count in answers.each().items():
            if frozenset(count.items()) not in told:
                yield Cell(
                    people=people,
                    statistic="people",
                    answer=answer,
                    count=count,
                    rest=minus(answers.n, count),
                    two_values=False,
                    low_end=False,
                    kind="person",
                )

    def _readers(self) -> list[Reader]:
        wholes = {whole.whole for whole in self.given.wholes}
        return [
            Reader(people=people, own=own)
            for people in self.given.people
            if people not in wholes
            for own in self.answers[people].own()
        ]


def _sizes(given: Given) -> dict[People, Size]:
    """Work out how many people each people can be."""
    sizes: dict[People, Size] = {}
    for people in given.people:
        told = [view.n for view in given.told(people)]
        if told:
            sizes[people] = max(low for low, _ in told), min(high for _, high in told)
    for whole in given.wholes:
        _part_sizes(whole, sizes)
    return sizes


def _part_sizes(whole: Together, sizes: dict[People, Size]) -> None:
    """Work out the sizes of parts: what is known of each, and the whole less the others."""
    fewest, most = sizes[whole.whole]
    sent = whole.sizes or (-1,) * len(whole.parts)
    for part, size in zip(whole.parts, sent, strict=True):
        low, high = sizes.get(part, (0, most))
        sizes[part] = low, min(high, size) if size >= 0 else high
    for part in whole.parts:
        others = [sizes[one] for one in whole.parts if one != part]
        low, high = sizes[part]
        sizes[part] = (
            max(low, fewest - sum(high for _, high in others)),
            min(high, most - sum(low for low, _ in others)),
        )


def _listed(given: Given, people: People) -> tuple[str, ...]:
    """Name the answers people could give: their own figures list them, or others' do."""
    own = [answer for view in given.told(people) for answer in view.answers]
    if not own:
        same = [one for one in given.views if given.measures[one] == given.measures[people]]
        own = [answer for one in same for view in given.told(one) for answer in view.answers]
    if not own:
        own = [option.id for option in given.question.options]
        own = own or [theme.id for theme in given.question.themes]
    return tuple(dict.fromkeys(own))


def _counted(given: Given, people: People) -> list[tuple[str, str]]:
    """Name the counts to look at: those told of these people, or else of others like them."""
    own = rows_counted(given.told(people))
    same = [one for one in given.views if given.measures[one] == given.measures[people]]
    counted = own or rows_counted(view for one in same for view in given.told(one))
    return counted or [("people", answer) for answer in _listed(given, people)]


def _told_exactly(views: Iterable[View], statistic: str, answer: str) -> bool:
    return any(
        row.shown == "exact"
        for view in views
        for row in view.rows
        if (row.statistic, row.answer) == (statistic, answer)
    )
