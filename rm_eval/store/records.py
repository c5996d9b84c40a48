"""Save and load. One transaction a change: it is all there, or nothing is."""

from collections.abc import Collection, Mapping
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, delete, insert, select

from rm_eval.cleaning import CleanedSurvey, LogEntry
from rm_eval.errors import NotAllowed
from rm_eval.measures import EVERYBODY
from rm_eval.readers import RawTable
from rm_eval.responses import Part, Person, Responses
from rm_eval.store import rows as rows_
from rm_eval.store.code_keys import CodeKeys, keys_for
from rm_eval.store.dataset import Dataset, datasets_in, told
from rm_eval.store.deletion import delete_datasets, open_again, overwrite_deleted
from rm_eval.store.engine import change, open_engine
from rm_eval.store.fingerprints import seen_at, under_keys
from rm_eval.store.first_date import date_added
from rm_eval.store.identity import Known, known_people
from rm_eval.store.participant_codes import code_rows
from rm_eval.store.place import IN_MEMORY
from rm_eval.store.said_rows import bring_over, rows_said, said_in, with_said
from rm_eval.store.schema import answers, codes, datasets, log, people
from rm_eval.store.versions import prepare
from rm_eval.table import Notice


class Store:
    """Cleaned answers in SQLite or PostgreSQL, by URL.

    Parameters
    ----------
    url
        A database URL; ``sqlite://`` keeps everything in memory.
    code_keys
        The keys of codes and fingerprints; otherwise those of the place the URL names.
    """

    def __init__(self, url: str = IN_MEMORY, *, code_keys: CodeKeys | None = None) -> None:
        self.engine = open_engine(url)
        self.code_keys = code_keys or keys_for(url)
        prepare(self.engine, self.code_keys)

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def change(self) -> AbstractContextManager[Connection]:
        """Make one change, whole or not at all, while nobody else makes one."""
        return change(self.engine)

    def save(
        self,
        raw: RawTable,
        cleaned: Mapping[Part, CleanedSurvey],
        *,
        sample: bool = False,
        n_sent: Mapping[Part, int | None] | None = None,
        replace: bool = False,
    ) -> tuple[str, ...]:
        """Keep a cleaned file, whole or not at all, and return an id for each part of it.

        The stages it belongs to are open again from then on.

        Raises
        ------
        NotAllowed
            Where this very file is here already, or where one of its parts is here and was not to
            be replaced.
        """
        keys: dict[Part, str] = {part: str(uuid4()) for part in cleaned}
        now = datetime.now(UTC)
        with self.change() as connection:
            here = datasets_in(connection)
            _check_not_here(here, raw.sha256, sample=sample)
            earlier = _earlier(here, tuple(cleaned), replace=replace)
            _check_not_counted(here, tuple(cleaned))
            if not sample:
                cohorts = {(part.scope.organisation, part.scope.cohort) for part in cleaned}
                date_added(connection, cohorts, now.date())
            seen = {part.scope: seen_at(connection, part.scope) for part in cleaned}
            said = {one.part: rows_said(connection, one.id) for one in here if one.id in earlier}
            if earlier:
                connection.execute(delete(datasets).where(datasets.c.id.in_(earlier)))
            for part, survey in cleaned.items():
                own = {"sample": sample, "n_sent": (n_sent or {}).get(part), "added_at": now}
                fields = rows_.dataset_fields(raw, survey, part) | own
                connection.execute(insert(datasets).values(fields | {"id": keys[part]}))
                known = self._fingerprints(seen[part.scope], raw, survey)
                rows_of_tables = rows_.rows_of(keys[part], survey, known)
                rows_of_tables[codes] = self._code_rows(keys[part], part, survey)
                for table, rows in rows_of_tables.items():
                    if rows:
                        connection.execute(insert(table), rows)
                bring_over(connection, said.get(part, ()), keys[part], self.code_keys.every())
            for scope in {part.scope for part in cleaned}:
                open_again(connection, scope)
        if earlier:
            self.overwrite()
        return tuple(keys.values())

    def find(self, part: Part) -> Dataset | None:
        """Find what is kept of an organisation, cohort, stage and role."""
        return next((dataset for dataset in self.datasets() if dataset.part == part), None)

    def fingerprints(self, raw: RawTable, part: Part, survey: CleanedSurvey) -> list[Known]:
        """Fingerprint the people of a file that would be kept, as they would be kept."""
        with self.engine.connect() as connection:
            seen = seen_at(connection, part.scope)
        return list(self._fingerprints(seen, raw, survey).values())

    def known_people(self, key: str) -> list[Known]:
        """Load the fingerprints of the people of one dataset."""
        return list(self.numbered_people(key).values())

    def numbered_people(self, key: str) -> dict[int, Known]:
        """Load the fingerprints of the people of one dataset by their numbers in it."""
        query = select(people.c.person, people.c.response, people.c.answers)
        query = query.where(people.c.dataset == key).order_by(people.c.person)
        with self.engine.connect() as connection:
            rows = connection.execute(query).all()
        return {row.person: Known(response=row.response, answers=row.answers) for row in rows}

    def datasets(self) -> tuple[Dataset, ...]:
        """List what is kept, in the order of organisation, cohort, stage and role."""
        with self.engine.connect() as connection:
            return datasets_in(connection)

    def responses(self, key: str) -> Responses:
        """Load the answers of one dataset."""
        with self.engine.connect() as connection:
            questions = connection.execute(
                select(datasets.c.questions).where(datasets.c.id == key)
            ).scalar_one()
            rows = connection.execute(
                select(
                    answers.c.person,
                    answers.c.question,
                    answers.c.answer,
                    answers.c.number,
                    answers.c.place,
                    answers.c.text,
                ).where(answers.c.dataset == key)
            ).all()
            said = said_in(connection, key)
            persons = connection.execute(
                select(people).where(people.c.dataset == key).order_by(people.c.person)
            ).all()
        return Responses(
            people=tuple(Person(number=p.person, row=p.row, role=p.role) for p in persons),
            questions=tuple(rows_.question(fields) for fields in questions),
            answers=with_said(rows_.answers_of(rows), said, self.code_keys.every()),
        )

    def asked(self, key: str) -> dict[str, str]:
        """Load how one dataset's file worded its questions, by their ids."""
        query = select(datasets.c.questions).where(datasets.c.id == key)
        with self.engine.connect() as connection:
            kept = connection.execute(query).scalar_one()
        return {fields["id"]: fields.get("asked") or fields["wording"] for fields in kept}

    def log(self, key: str) -> tuple[LogEntry, ...]:
        """Load the cleaning log of one dataset."""
        with self.engine.connect() as connection:
            rows = connection.execute(
                select(log).where(log.c.dataset == key).order_by(log.c.number)
            ).mappings()
            kept = [dict(row) for row in rows]
        own = {"dataset", "number"}
        return tuple(
            LogEntry(**{name: value for name, value in entry.items() if name not in own})
            for entry in kept
        )

    def notices(self, key: str) -> tuple[Notice, ...]:
        """Load what was said about the file of one dataset."""
        with self.engine.connect() as connection:
            kept = connection.execute(
                select(datasets.c.notices).where(datasets.c.id == key)
            ).scalar_one()
        return tuple(Notice(**notice) for notice in kept)

    def delete(self, *keys: str) -> None:
        """Delete datasets with everything that came from them, and overwrite where they lay."""
        if not keys:
            return
        with self.change() as connection:
            delete_datasets(connection, keys)
        self.overwrite()

    def overwrite(self) -> None:
        """Write the database anew, so that no byte of what was deleted is left in it."""
        overwrite_deleted(self.engine)

    def holding(self, sha256: str, *, sample: bool = False) -> Dataset | None:
        """Find what was made of a file with these very bytes."""
        found = (d for d in self.datasets() if (d.sha256, d.sample) == (sha256, sample))
        return next(found, None)

    def _fingerprints(
        self, seen: Collection[str], raw: RawTable, survey: CleanedSurvey
    ) -> dict[int, Known]:
        keys = self.code_keys.every()
        people_ = known_people(raw, survey)
        return {number: under_keys(known, keys, seen) for number, known in people_.items()}

    def _code_rows(self, key: str, part: Part, survey: CleanedSurvey) -> list[dict[str, Any]]:
        """Scramble participant codes."""
        organisation = part.scope.organisation
        return code_rows(key, survey, keys=self.code_keys.every(), organisation=organisation)


def _check_not_here(here: tuple[Dataset, ...], sha256: str, *, sample: bool) -> None:
    """Refuse a file that was added before."""
    for one in here:
        if (one.sha256, one.sample) == (sha256, sample):
            raise NotAllowed(
                f"This very file is here already, as {told(one)}. Nothing was changed.",
                code="duplicate_upload",
            )


def _check_not_counted(here: tuple[Dataset, ...], parts: tuple[Part, ...]) -> None:
    """Refuse people who are counted already: in totals of both roles, or in those of one."""
    both = {one.scope for one in here if one.is_of_both}
    both_now = {part.scope for part in parts if str(part.role) == EVERYBODY}
    apart = {one.scope for one in here if not one.is_of_both}
    apart_now = {part.scope for part in parts if str(part.role) != EVERYBODY}
    twice = (both & apart_now) | (both_now & (apart | apart_now))
    for scope in sorted(twice, key=lambda one: one.cohort):
        raise NotAllowed(
            f"{scope.organisation}, {scope.cohort}: mentors and mentees are counted both together "
            "and apart, so people would be counted twice. Keep one of the two, and delete what is "
            "here first where it is the other. Nothing was changed.",
            code="counted_twice",
        )


def _earlier(here: tuple[Dataset, ...], parts: tuple[Part, ...], *, replace: bool) -> list[str]:
    """Return the ids of what is to be replaced."""
    earlier = [one for one in here if one.part in parts]
    if earlier and not replace:
        told_ = told(earlier[0])
        raise NotAllowed(
            f"{told_[0].upper()}{told_[1:]} are here already. Replace them, or choose another "
            "cohort. Nothing was changed.",
            code="already_added",
        )
    return [dataset.id for dataset in earlier]
