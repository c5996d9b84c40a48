"""What is known of one kept file, without its answers."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, get_args

from sqlalchemy import Connection, Row, func, select

from rm_eval.measures import EVERYBODY, GROUP_LABELS
from rm_eval.questionnaire import Role
from rm_eval.readers import TYPED
from rm_eval.responses import Part, Scope
from rm_eval.store.schema import datasets, people, scope_of


@dataclass(frozen=True, kw_only=True, slots=True)
class Dataset:
    """What is known of one kept file, without its answers.

    Attributes
    ----------
    id
        A UUID, never used twice, so that nothing cached for one store serves another.
    added_at
        With its time zone, which is UTC.
    n_sent
        How many people were sent the form; None where nobody said.
    """

    id: str
    scope: Scope
    role: Role
    sample: bool
    file_name: str
    sha256: str
    survey_tool: str
    added_at: datetime
    n_sent: int | None
    n_people: int

    @property
    def who(self) -> str:
        """Such as "mentors"; "mentors and mentees" of totals that count both together."""
        return GROUP_LABELS[self.role].lower()

    @property
    def is_of_both(self) -> bool:
        """Whether mentors and mentees are counted together: so only totals typed in can be."""
        return str(self.role) == EVERYBODY

    @property
    def roles(self) -> tuple[Role, ...]:
        """Who is counted in it: one role, or both."""
        return get_args(Role) if self.is_of_both else (self.role,)

    @property
    def is_typed(self) -> bool:
        """Whether totals were typed in: its people are invented, and never told apart."""
        return self.survey_tool == TYPED

    @property
    def part(self) -> Part:
        """Whose answers these are."""
        return Part(scope=self.scope, role=self.role)


def datasets_in(connection: Connection) -> tuple[Dataset, ...]:
    """List what is kept, in the order of organisation, cohort, stage and role."""
    columns = [column for column in datasets.c if column.name not in {"questions", "notices"}]
    c = datasets.c
    order = (c.organisation, c.cohort, c.stage, c.role.desc())
    found = connection.execute(select(*columns).order_by(*order)).all()
    counted = select(people.c.dataset, func.count()).group_by(people.c.dataset)
    sizes = {key: int(n) for key, n in connection.execute(counted)}
    return tuple(_dataset(row, sizes.get(row.id, 0)) for row in found)


def told(dataset: Dataset) -> str:
    """Name a dataset in a sentence."""
    scope = dataset.scope
    return f"the {scope.when} answers of the {dataset.who} of {scope.organisation}, {scope.cohort}"


def _dataset(row: Row[Any], n_people: int) -> Dataset:
    return Dataset(
        id=row.id,
        scope=scope_of(row),
        role=row.role,
        sample=row.sample,
        file_name=row.file_name,
        sha256=row.sha256,
        survey_tool=row.survey_tool,
        added_at=row.added_at,
        n_sent=row.n_sent,
        n_people=n_people,
    )
