"""What is told of a question, as it stands in a share file, and back."""

from typing import Any, get_args

from rm_eval.disclosure import (
    PRESETS,
    STANDARD,
    Limits,
    Scope,
    Told,
    ToldCount,
    ToldGroup,
    ToldTotal,
)
from rm_eval.errors import NotAllowed
from rm_eval.measures import GROUP_LABELS, Kind
from rm_eval.questionnaire import (
    Better,
    Mark,
    Option,
    Origin,
    Question,
    QuestionType,
    Role,
    Scale,
    Theme,
)
from rm_eval.share.fields import Fields

Plain = dict[str, Any]


def said(fields: Plain) -> Plain:
    """Leave out what says nothing: no words, nothing in a list, not so."""
    return {name: one for name, one in fields.items() if one not in ("", False, None, [], {})}


def plain_told(told: Told) -> Plain:
    """Write what is told of one question; whose it is stands above it in the file."""
    limits = told.limits
    own = said({"preset": limits.preset, "smallest_group": limits.smallest_group})
    return {"question": _plain_question(told.question), "kind": told.kind} | said(
        {
            "earlier": told.earlier,
            "divided_by": told.divided_by,
            "some_left": told.some_left,
            "limits": {} if limits == STANDARD else own | said({"reason": limits.reason}),
            "responses": [
                {"role": role, "answered": n, "sent": n_sent} for role, n, n_sent in told.responses
            ],
            "groups": [_plain_group(group) for group in told.groups],
            "notes": list(told.notes),
        }
    )


def told_of(fields: Fields, scope: Scope, *, sample: bool) -> Told:
    """Read what is told of one question. Whether it may be so is another matter."""
    responses = fields.each(
        "responses", lambda one: (_role(one), one.number("answered"), one.number("sent"))
    )
    return Told(
        question=fields.inside("question", _question) or fields.refuse("“question” is missing"),
        scope=scope,
        kind=fields.one_of("kind", get_args(Kind)),
        limits=fields.inside("limits", _limits) or STANDARD,
        groups=fields.each("groups", _group),
        responses=responses,
        notes=fields.texts("notes"),
        sample=sample,
        some_left=fields.yes("some_left"),
        earlier=fields.text("earlier", default=""),
        divided_by=fields.text("divided_by", default=""),
    )


def _plain_question(one: Question) -> Plain:
    scale = one.scale
    return {"id": one.id, "wording": one.wording, "type": one.type, "mark": one.mark} | said(
        {
            "short": one.short,
            "roles": list(one.roles),
            "origin": one.origin,
            "repeats": one.repeats,
            "aims": list(one.aims),
            "challenges": list(one.challenges),
            "of_its_own_form": not one.known,
            "own_options": one.own_options,
            "divides": one.divides,
            "options": [
                said(
                    {
                        "id": option.id,
                        "label": option.label,
                        "exclusive": option.exclusive,
                        "neutral": option.neutral,
                    }
                )
                for option in one.options
            ],
            "scale": scale
            and {"low": scale.low, "high": scale.high, "better": scale.better}
            | said({"low_label": scale.low_label, "high_label": scale.high_label}),
            "themes": [
                {"id": theme.id, "label": theme.label, "roles": list(theme.roles)}
                for theme in one.themes
            ],
        }
    )


def _question(fields: Fields) -> Question:
    return Question(
        id=fields.name("id"),
        wording=fields.text("wording"),
        type=fields.one_of("type", get_args(QuestionType)),
        mark=fields.one_of("mark", get_args(Mark)),
        short=fields.text("short", default=""),
        roles=_roles(fields),
        origin=fields.one_of("origin", get_args(Origin)),
        repeats=fields.text("repeats", default=""),
        aims=fields.numbers("aims"),
        challenges=fields.texts("challenges"),
        known=not fields.yes("of_its_own_form"),
        own_options=fields.yes("own_options"),
        divides=fields.text("divides", default=""),
        options=fields.each("options", _option),
        scale=fields.inside("scale", _scale),
        themes=fields.each("themes", _theme),
    )


def _option(fields: Fields) -> Option:
    return Option(
        id=fields.text("id", default=""),
        label=fields.text("label", default=""),
        exclusive=fields.yes("exclusive"),
        neutral=fields.yes("neutral"),
    )


def _scale(fields: Fields) -> Scale:
    return Scale(
        low=fields.number("low"),
        high=fields.number("high"),
        better=fields.one_of("better", get_args(Better)),
        low_label=fields.text("low_label", default=""),
        high_label=fields.text("high_label", default=""),
    )


def _theme(fields: Fields) -> Theme:
    roles = _roles(fields)
    return Theme(id=fields.text("id"), label=fields.text("label"), roles=roles, words=())


def _roles(fields: Fields) -> tuple[Role, ...]:
    known: dict[str, Role] = {role: role for role in get_args(Role)}
    found = fields.texts("roles")
    if set(found) - known.keys():
        fields.refuse("“roles” is none of mentor, mentee")
    return tuple(known[role] for role in found)


def _limits(fields: Fields) -> Limits:
    preset = fields.one_of("preset", tuple(PRESETS))
    smallest, reason = fields.maybe_number("smallest_group"), fields.text("reason", default="")
    try:
        return Limits(preset=preset, smallest_group=smallest, reason=reason)
    except NotAllowed:
        fields.refuse("a limit for small groups that no reason allows, or one without a reason")


def _plain_group(group: ToldGroup) -> Plain:
    counts = [
        {"figure": one.statistic, "answer": one.answer, "label": one.label}
        | {"from": one.bounds[0], "to": one.bounds[1], "of": group.n}
        for one in group.counts
    ]
    sums = [
        {"figure": one.statistic, "answer": one.answer, "label": one.label}
        | {"from": one.bounds[0], "to": one.bounds[1], "of": group.n}
        | {"lowest": one.ends[0], "highest": one.ends[1]}
        for one in group.totals
    ]
    return {"role": group.role, "people": group.n, "counts": counts} | said({"sums": sums})


def _group(fields: Fields) -> ToldGroup:
    n = fields.number("people")

    def bounds(one: Fields) -> tuple[int, int]:
        if one.number("of") != n:
            one.refuse(f"a figure that is not of the {n} people of its group")
        return one.number("from"), one.number("to")

    def names(one: Fields) -> dict[str, str]:
        told = {"answer": one.text("answer"), "label": one.text("label")}
        return told | {"statistic": one.text("figure")}

    return ToldGroup(
        role=_role(fields),
        n=n,
        counts=fields.each("counts", lambda one: ToldCount(**names(one), bounds=bounds(one))),
        totals=fields.each(
            "sums",
            lambda one: ToldTotal(
                **names(one),
                bounds=bounds(one),
                ends=(one.number("lowest"), one.number("highest")),
            ),
        ),
    )


def _role(fields: Fields) -> str:
    return fields.one_of("role", tuple(GROUP_LABELS))
