"""A share file as somebody reads it who has a text editor and no dashboard of ours."""

import json

from rm_eval.disclosure import Published
from rm_eval.questionnaire import Option, Question, Scale, Theme
from rm_eval.responses import Scope
from tests.disclosure.by_hand import view

# More than what the attacker takes for the rounding of a mean, and less than a point.
HALF = 0.1


def views_of(content: bytes) -> list[Published]:
    """Write down every figure of a file, line by line, as far as "from" and "to" say it."""
    file = json.loads(content)
    assert file["format"] == "rm_eval share file"
    return [
        _view(figures, stage, file)
        for stage in file.get("stages", ())
        for figures in stage.get("figures", ())
    ]


def _view(figures, stage, file) -> Published:
    groups = {
        group["role"]: (group["people"], dict(map(_line, _lines(group))))
        for group in figures["groups"]
    }
    scope = Scope(
        organisation=file["organisation"],
        cohort=stage["cohort"],
        stage=stage["stage"],
        since=stage.get("since", ""),
    )
    return view(
        _question(figures["question"]),
        groups,
        audience=file["for"],
        scope=scope,
        measure=figures["kind"],
        notes=tuple(figures.get("notes", ())),
    )


def _lines(group):
    return [*group["counts"], *group.get("sums", ())]


def _line(one):
    figure = f"{one['figure']} {one['answer']}"
    low, high, of = one["from"], one["to"], one["of"]
    if one["figure"] not in {"mean", "mean_place"}:
        return figure, low if low == high else (low, high)
    figure = figure if one["answer"] else one["figure"]
    return figure, (low / of, (high + HALF) / of)


def _question(one) -> Question:
    scale = one.get("scale")
    return Question(
        id=one["id"],
        wording=one["wording"],
        type=one["type"],
        mark=one["mark"],
        roles=tuple(one.get("roles", ())),
        known=not one.get("of_its_own_form", False),
        options=tuple(
            Option(
                id=o.get("id", ""),
                label=o.get("label", ""),
                exclusive=o.get("exclusive", False),
                neutral=o.get("neutral", False),
            )
            for o in one.get("options", ())
        ),
        scale=Scale(low=scale["low"], high=scale["high"]) if scale else None,
        themes=tuple(
            Theme(id=t["id"], label=t["label"], roles=tuple(t["roles"]), words=())
            for t in one.get("themes", ())
        ),
    )
