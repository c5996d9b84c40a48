"""Read a share file, and trust nothing in it: whoever made it may have meant harm, or made a slip.

What it holds goes through the same gate as our own figures (`rm_eval.disclosure.admit`).
"""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import NoReturn, get_args

from rm_eval.disclosure import LEAST_LIMIT, Scope, Told, admit, check_size
from rm_eval.errors import DamagedShareFile
from rm_eval.measures import GROUP_LABELS, Group
from rm_eval.questionnaire import Stage
from rm_eval.share.fields import Fields
from rm_eval.share.figures import told_of
from rm_eval.share.programmes import read_card, read_record
from rm_eval.share.shared import Audience, Shared, SharedStage
from rm_eval.share.what_leaves import WHY, Kept
from rm_eval.share.write import FORMAT, VERSION, checksum
from rm_eval.table.names import safe_name

MOST_BYTES = 5 * 1024 * 1024  # a programme of many cohorts needs a tenth of this
LONGEST_NUMBER = 9  # digits
AUDIENCES: tuple[Audience, ...] = ("internal", "public")
STAGES: tuple[Stage, ...] = get_args(Stage)
# Somebody east of us may be a day ahead.
A_DAY = timedelta(days=1)
ASK_AGAIN = "Ask whoever sent it for a new one. Nothing was changed."


def read_share_file(content: bytes, name: str, *, today: date | None = None) -> Shared:
    """Read a share file.

    Parameters
    ----------
    name
        What the file is called, for the message where it is refused.

    Raises
    ------
    DamagedShareFile
        Where it is no share file, damaged, made by a newer dashboard, or holds what cannot be.
    """
    called = f"“{safe_name(name)}”"
    plain = _opened(content, called)
    version = plain.get("version")
    if plain.get("format") != FORMAT or type(version) is not int or version < 1:
        raise DamagedShareFile(
            f"{called} is not a share file. Choose a file that a dashboard like this one made, "
            "under “Reports and sharing”. Nothing was changed.",
            code="not_a_share_file",
        )
    if version > VERSION:
        raise DamagedShareFile(
            f"{called} was made by a newer dashboard (file version {version}; this one reads "
            f"{VERSION}). Update this dashboard, or ask for a file made with an older one. Nothing "
            "was changed.",
            code="newer_share_file",
        )
    if plain.get("checksum") != checksum(plain):
        raise DamagedShareFile(
            f"{called} is damaged: something in it was changed or lost since it was made. "
            f"{ASK_AGAIN}",
            code="damaged",
        )
    rest = {one: value for one, value in plain.items() if one not in {"checksum", "about"}}
    try:
        shared = shared_from(rest)
        if shared.made_on > (today or datetime.now(UTC).date()) + A_DAY:
            Fields(rest).refuse("it was made on a day that has not come yet")
    except DamagedShareFile as refused:
        raise DamagedShareFile(
            f"{called} holds what cannot be. {_sentence(refused.message)} {ASK_AGAIN}",
            code=refused.code,
        ) from None
    return shared


def shared_from(plain: object) -> Shared:
    """Make what an organisation shows others of its plain fields.

    Raises
    ------
    DamagedShareFile
        Where they hold what cannot be; the message says only where, and what.
    """
    fields = Fields(plain)
    fields.one_of("format", (FORMAT,))
    fields.one_of("version", (VERSION,))
    organisation, sample = fields.name("organisation"), fields.yes("sample")
    audience = fields.one_of("for", AUDIENCES)
    made_on = fields.day("made_on")
    card = fields.inside("programme", lambda one: read_card(one, organisation, sample=sample))
    has_card = fields.yes("has_card")
    shared = Shared(
        organisation=organisation,
        audience=audience,
        made_on=made_on,
        tool=fields.text("made_with", most=40),
        sample=sample,
        stages=fields.each(
            "stages", lambda one: _stage(one, organisation, audience, sample=sample)
        ),
        card=card if has_card else None,
        records=fields.each("cohorts", lambda one: read_record(one, organisation, sample=sample)),
    )
    fields.done()
    _check_days_and_names(shared, fields)
    return shared


def _check_days_and_names(shared: Shared, fields: Fields) -> None:
    if any(stage.closed_on > shared.made_on for stage in shared.stages):
        fields.refuse("a stage was closed after the file was made")
    scopes = [stage.scope for stage in shared.stages]
    cohorts = [record.cohort for record in shared.records]
    if len(set(scopes)) < len(scopes) or len(set(cohorts)) < len(cohorts):
        fields.refuse("a stage or a cohort that stands twice")


def _opened(content: bytes, called: str) -> dict[str, object]:
    """Read JSON, as strictly as there is: nothing twice, no number that is none."""
    if len(content) > MOST_BYTES:
        raise DamagedShareFile(
            f"{called} is too large for a share file: more than {MOST_BYTES >> 20} MB. Choose the "
            "file that the other dashboard made. Nothing was changed.",
            code="too_large",
        )
    try:
        found = json.loads(
            content.decode("utf-8-sig"),
            object_pairs_hook=_once,
            parse_int=_whole,
            parse_float=_refuse_number,
            parse_constant=_refuse_number,
        )
    except (ValueError, RecursionError):
        raise DamagedShareFile(
            f"{called} cannot be read: it is no share file, or it was damaged or changed on its "
            f"way. {ASK_AGAIN}",
            code="not_json",
        ) from None
    return found if isinstance(found, dict) else {}


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a field that stands twice")
    return found


def _whole(digits: str) -> int:
    if len(digits) > LONGEST_NUMBER:
        raise ValueError("an absurd number")
    return int(digits)


def _refuse_number(digits: str) -> NoReturn:
    raise ValueError(f"{digits} counts no people")


def _sentence(message: str) -> str:
    return f"{message[:1].upper()}{message[1:]}."


def _stage(fields: Fields, organisation: str, audience: Audience, *, sample: bool) -> SharedStage:
    scope = Scope(
        organisation=organisation,
        cohort=fields.name("cohort"),
        stage=fields.one_of("stage", STAGES),
        since=fields.one_of("since", ("", *STAGES), default=""),
    )
    if scope.since and STAGES.index(scope.since) >= STAGES.index(scope.stage):
        fields.refuse("a comparison with a later stage")

    def figure(one: Fields) -> Told:
        told = told_of(one, scope, sample=sample)
        try:
            return admit(told, audience)
        except DamagedShareFile as refused:
            one.refuse(refused.message)

    figures = fields.each("figures", figure)
    names = [(one.question.id, one.kind) for one in figures]
    if len(set(names)) < len(names):
        fields.refuse("a question that stands twice")
    smallest = min((one.limits.smallest for one in figures), default=LEAST_LIMIT)
    people = fields.inside("answered", lambda one: _people(one, smallest, audience)) or {}
    sent = fields.inside("sent", _by_role) or {}
    _check_sent(sent, people, fields)
    return SharedStage(
        scope=scope,
        closed_on=fields.day("closed_on"),
        figures=figures,
        kept=fields.each("not_here", _kept),
        people=people,
        sent=sent,
    )


def _people(fields: Fields, smallest: int, audience: Audience) -> dict[Group, int]:
    people = _by_role(fields)
    try:
        for n in people.values():
            check_size(smallest, n, audience)
    except DamagedShareFile as refused:
        fields.refuse(refused.message)
    return people


def _by_role(fields: Fields) -> dict[Group, int]:
    return {role: n for role in GROUP_LABELS if (n := fields.maybe_number(role)) is not None}


def _check_sent(sent: Mapping[Group, int], people: Mapping[Group, int], fields: Fields) -> None:
    if set(sent) - set(people):
        fields.refuse("it says how many were sent the form of people it does not show")
    if any(n < people[role] for role, n in sent.items()):
        fields.refuse("more people answered the form than were sent it")


def _kept(fields: Fields) -> Kept:
    return Kept(
        question=fields.name("question"),
        role=fields.one_of("role", tuple(GROUP_LABELS)),
        why=fields.one_of("why", tuple(WHY)),
    )
