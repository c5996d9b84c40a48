"""A share file: what is written is read again, exactly; what cannot be is refused, and says why."""

import json
import os
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rm_eval.disclosure import Limits, tell
from rm_eval.errors import DamagedShareFile
from rm_eval.share import read_share_file, write_share_file
from rm_eval.table import visible
from tests.factories import (
    A_DAY,
    boxes,
    chosen,
    measured,
    ranked,
    ranking_question,
    scale_question,
    scored,
    tick_question,
    yes_no_question,
)
from tests.share.share_files import NAME, altered, card, record, shared

tried = settings(deadline=None, max_examples=int(os.environ.get("PROPERTY_EXAMPLES", "40")))
MARKS = st.sampled_from(["ordinary", "opinion", "harm"])
LIMITS = st.sampled_from(
    [Limits(), Limits(preset="strict"), Limits(smallest_group=3, reason="Agreed by the board")]
)
# Words as people type them, none of them of characters nobody sees.
WORDS = st.text(max_size=30).filter(lambda said: said == visible(said))
NAMES = WORDS.filter(lambda said: said.strip() and said == said.strip() and "\n" not in said)


def useful(yes: int = 6, n: int = 11, **fields):
    question = yes_no_question(**fields)
    return tell(measured(question, chosen(question, [yes, n - yes])))


@st.composite
def told(draw):
    """What is told of a question of any kind, of any answers of up to 24 people of each role."""
    mark, limits = draw(MARKS), draw(LIMITS)
    own = {"mark": mark, "known": draw(st.booleans())}
    kind = draw(st.sampled_from(["yes_no", "choices", "likert", "ticks", "scale", "ranking"]))
    roles = draw(st.sampled_from([("mentor",), ("mentee",), ("mentor", "mentee")]))
    sizes = [draw(st.integers(1, 24)) for _ in roles]
    source = {
        "yes_no": lambda n, role: chosen(asked, counts(draw, n, 2), role),
        "choices": lambda n, role: chosen(asked, counts(draw, n, 3), role),
        "likert": lambda n, role: chosen(asked, counts(draw, n, 5), role),
        "ticks": lambda n, role: boxes(asked, [draw(BOXES) for _ in range(n)], role),
        "scale": lambda n, role: scored(asked, [draw(st.integers(1, 10)) for _ in range(n)], role),
        "ranking": lambda n, role: ranked(asked, [draw(ORDERS) for _ in range(n)], role),
    }[kind]
    asked = {
        "yes_no": lambda: yes_no_question(**own),
        "choices": lambda: tick_question("A", "B", "C", type="single_choice", **own),
        "likert": lambda: tick_question(*"12345", type="likert", **own),
        "ticks": lambda: tick_question("A", "B", "C", **own),
        "scale": lambda: scale_question(**own),
        "ranking": lambda: ranking_question("A", "B", "C", "D", **own),
    }[kind]()
    sources = [source(n, role) for n, role in zip(sizes, roles, strict=True)]
    return tell(measured(asked, *sources), limits=limits)


BOXES = st.sets(st.integers(0, 2)).map(sorted)
ORDERS = st.permutations(range(4))


def counts(draw, n, among):
    cuts = sorted(draw(st.lists(st.integers(0, n), min_size=among - 1, max_size=among - 1)))
    return [b - a for a, b in zip([0, *cuts], [*cuts, n], strict=True)]


@tried
@given(one=told(), audience=st.sampled_from(["internal", "public"]))
def test_what_is_written_is_read_again_whatever_people_answered(one, audience):
    """And admitted: what our own rules tell always passes the gate of whoever reads it."""
    given_out = shared(one, audience=audience)
    assert read_share_file(write_share_file(given_out), "a.json") == given_out


@tried
@given(organisation=NAMES, words=WORDS, length=WORDS)
def test_names_and_words_come_back_as_they_were_typed(organisation, words, length):
    given_out = replace(
        shared(useful(), organisation=organisation),
        card=card(organisation=organisation, evaluation=words, notes={"length": "Ours"}),
        records=(record(organisation=organisation, length=length, others=("sex", "age")),),
    )
    assert read_share_file(write_share_file(given_out), "a.json") == given_out


def test_what_nobody_sees_does_not_leave():
    hidden = shared(useful(), organisation="Fen\u202eland\x07 Trust")
    assert read_share_file(write_share_file(hidden), "a.json").organisation == "Fenland Trust"


def test_each_figure_reads_well_in_a_text_editor():
    lines = write_share_file(shared(useful(6, 11))).decode().splitlines()
    said = next(line for line in lines if '"answer": "yes"' in line)
    assert json.loads(said.strip().removesuffix(",")) == {
        "figure": "people",
        "answer": "yes",
        "label": "Yes",
        "from": 6,
        "to": 6,
        "of": 11,
    }
    assert "It holds no one's answers" in "".join(lines[:5])
    assert "does not prove who made it" in "".join(lines[:10])


def test_an_editor_may_change_spaces_line_ends_and_begin_with_a_mark():
    given_out = shared(useful())
    again = json.dumps(json.loads(write_share_file(given_out)), indent=4).replace("\n", "\r\n")
    assert read_share_file(b"\xef\xbb\xbf" + again.encode(), "a.json") == given_out


FILE = write_share_file(replace(shared(useful()), card=card(), records=(record(),)))


def refusal(content, name="fenland.json"):
    with pytest.raises(DamagedShareFile) as refused:
        read_share_file(content, name, today=A_DAY)
    return refused.value


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(b"", "not_json", id="empty"),
        pytest.param(b"Name,Score\nAnn,4\n", "not_json", id="a table"),
        pytest.param(FILE.decode().encode("utf-16"), "not_json", id="another encoding"),
        pytest.param(FILE[: len(FILE) // 2], "not_json", id="cut short"),
        pytest.param(b'{"a": NaN}', "not_json", id="no number"),
        pytest.param(b'{"a": Infinity}', "not_json", id="an endless number"),
        pytest.param(b'{"a": ' + b"9" * 5000 + b"}", "not_json", id="5,000 digits"),
        pytest.param(b'{"a": 1e999}', "not_json", id="a power"),
        pytest.param(b'{"a": 1, "a": 2}', "not_json", id="a field twice"),
        pytest.param(b"[" * 100_000, "not_json", id="100,000 deep"),
        pytest.param(b'{"a":' * 100_000, "not_json", id="100,000 objects deep"),
        pytest.param(b"[1, 2]", "not_a_share_file", id="a list"),
        pytest.param(b'{"type": "FeatureCollection"}', "not_a_share_file", id="another JSON"),
        pytest.param(b" " * 6_000_000, "too_large", id="six million spaces"),
        pytest.param(FILE.replace(b'"from": 6', b'"from": 7'), "damaged", id="a figure changed"),
        pytest.param(
            FILE.replace(b'"sha', b'"sha').replace(b"Yes", b"Yess"), "damaged", id="words"
        ),
        pytest.param(altered(FILE, lambda f: f.update(version=2)), "newer_share_file", id="newer"),
    ],
)
def test_what_is_no_sound_share_file_is_refused(content, code):
    refused = refusal(content)
    assert refused.code == code
    assert "“fenland.json”" in refused.message
    assert "Nothing was changed." in refused.message


def put(*path, value):
    """Put something in the place of what stands at a path in the file."""

    def change(plain):
        *above, last = path
        for step in above:
            plain = plain[step]
        plain[last] = value

    return change


FIGURE = ("stages", 0, "figures", 0)
GROUP = (*FIGURE, "groups", 0)
YES = (*GROUP, "counts", 0)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (put("organisation", value=""), "“organisation” is no name"),
        (put("organisation", value="A\nB"), "“organisation” is no name"),
        (put("organisation", value="A\u202eB"), "characters that nobody can see"),
        (put("organisation", value="A\ud800"), "characters that nobody can see"),
        (put("organisation", value="A" * 301), "longer than 300 characters"),
        (put("organisation", value=True), "“organisation” is no text"),
        (put("made_on", value="2026-13-01"), "“made_on” is no date"),
        (put("made_on", value=str(A_DAY + timedelta(days=30))), "has not come yet"),
        (put("for", value="team"), "“for” is none of internal, public"),
        (put("for", value=["internal"]), "“for” is none of internal, public"),
        (put("sample", value=1), "“sample” is neither true nor false"),
        (put("answers", value=[[1, 2, 3]]), "“answers” is nothing that belongs there"),
        (put("stages", value={}), "“stages” is no list"),
        (put("stages", value=[None]), "Stages 1: a group of fields is expected"),
        (put("stages", 0, "stage", value="middle"), "Stages 1: “stage” is none of"),
        (put("stages", 0, "since", value="end_of_cohort"), "a later stage"),
        (put("stages", 0, "closed_on", value=str(A_DAY + timedelta(days=1))), "after the file"),
        (put("stages", 0, "answered", value={"mentor": 2}), "a group of 2 people"),
        (put("stages", 0, "sent", value={"mentor": 11}), "people it does not show"),
        (
            lambda f: f["stages"][0].update(answered={"mentor": 11}, sent={"mentor": -3}),
            "more people answered the form than were sent it",
        ),
        (lambda f: f["stages"].append(f["stages"][0]), "stands twice"),
        (lambda f: f["stages"][0]["figures"].append(f["stages"][0]["figures"][0]), "stands twice"),
        (lambda f: f["cohorts"].append(f["cohorts"][0]), "stands twice"),
        (put("cohorts", 0, "mentors", value={"matched": 3}), "“mentors” is nothing that belongs"),
        (put("cohorts", 0, "start", value="0000"), "“start” is no date"),
        (put("cohorts", 0, "end", value="2019"), "dates that run backwards"),
        (put("programme", "kind", value="secret"), "“kind” is none of"),
        (put("programme", "evaluation", value=7), "“evaluation” is no text"),
        (put(*YES, "from", value=True), "“from” is no whole number"),
        (put(*YES, "from", value="6"), "“from” is no whole number"),
        (put(*YES, "from", value=7), "less than nobody, or more than all"),
        (put(*YES, "to", value=99_999_999), "absurdly large"),
        (put(*YES, "of", value=12), "not of the 11 people of its group"),
        (put(*YES, "answer", value="no"), "a figure that stands twice"),
        (put(*YES, "figure", value="place_1"), "figures of two kinds"),
        (put(*GROUP, "role", value="board"), "“role” is none of"),
        (put(*GROUP, "counts", value=[]), "a group of which nothing is told"),
        (put(*GROUP, "person", value="Ann"), "“person” is nothing that belongs there"),
        (put(*FIGURE, "kind", value="number"), "for the programme team only"),
        (put(*FIGURE, "kind", value="scale"), "do not fit what was asked"),
        (put(*FIGURE, "limits", value={"preset": "none"}), "“preset” is none of"),
        (
            put(*FIGURE, "limits", value={"preset": "standard", "smallest_group": 2}),
            "a limit for small groups that no reason allows",
        ),
        (
            put(*FIGURE, "limits", value={"preset": "standard", "smallest_group": 3}),
            "or one without a reason",
        ),
        (
            put(*FIGURE, "limits", value={"preset": "standard", "smallest_group": 12}),
            "a group of 11 people: it may hold groups of 12",
        ),
        (
            put(*FIGURE, "responses", value=[{"role": "mentee", "answered": 9, "sent": 9}]),
            "people it does not show",
        ),
    ],
)
def test_what_cannot_be_is_refused_with_the_place_and_the_reason(change, said):
    refused = refusal(altered(FILE, change))
    assert refused.code == "inconsistent"
    assert said.lower() in refused.message.lower()
    assert "Ask whoever sent it for a new one. Nothing was changed." in refused.message


def test_a_file_for_the_public_holds_no_group_of_nine():
    nine = write_share_file(shared(useful(4, 9)))
    assert "a group of 9 people" in refusal(altered(nine, put("for", value="public"))).message


def test_the_names_of_a_file_and_of_fields_are_shown_as_they_can_be_read():
    refused = refusal(b"", "../../\x1b[31m<b>big</b>.json")
    assert "\x1b" not in refused.message
    strange = altered(FILE, put("x\n# Big" * 40, value=1))
    assert "\n" not in refusal(strange).message


@pytest.mark.parametrize("organisation", ["# A <b>heading</b>", "[a](http://x)", "=1+1", "$x$"])
def test_names_that_a_page_could_take_for_more_stay_what_they_are(organisation):
    read = read_share_file(write_share_file(shared(useful(), organisation=organisation)), "a.json")
    assert read.organisation == organisation


def test_an_organisation_can_show_its_card_before_any_stage_is_closed():
    early = replace(shared(useful()), stages=(), card=card(), records=(record(),))
    assert read_share_file(write_share_file(early), "a.json") == early
    assert early.organisation == NAME
