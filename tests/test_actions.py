"""Actions hold no figure: what was heard is made anew for each audience from what it may see."""

import io
import json
import re
from dataclasses import replace
from datetime import date

import docx
import pytest

from rm_eval import actions, pipeline
from rm_eval.actions import Sheet
from rm_eval.cohorts import findings_together, pools
from rm_eval.errors import NotAllowed
from rm_eval.pipeline import SAMPLE_SCOPE, Scope, Store
from rm_eval.store.beside import actions as table
from rm_eval.store.beside import kept_beside
from tests.report.test_documents import HOSTILE, Outline
from tests.two_stages import COMPARISON, END, START, add
from tests.uploads import forms_workbook

DAY = date(2026, 11, 22)
LATER = date(2026, 12, 1)
USEFUL = "own_useful"
AUDIENCES = ("team", "internal", "public")
TRAINING = replace(SAMPLE_SCOPE, stage="training")
TRUST = Scope(organisation="A Trust", cohort="Cohort 1", stage="training")


@pytest.fixture
def store():
    store = Store()
    yield store
    store.close()


@pytest.fixture(scope="module")
def sample():
    store = Store()
    pipeline.load_sample(store)
    yield store
    store.close()


def add_answers(store, said, *, scope=TRUST, closed=True, question="Useful?"):
    look = pipeline.look_at(forms_workbook({question: list(said)}))
    pipeline.keep(store, look, scope=scope, role="mentor")
    if closed:
        pipeline.close_stage(store, scope)


def from_first_chart(store, scope=TRUST, part=actions.EVERYTHING, **typed):
    """An action from the first chart the team sees."""
    chart = pipeline.findings(store, scope, audience="team")[0]
    return from_chart(chart, part, **typed)


def from_chart(chart, part=actions.EVERYTHING, **typed):
    about = actions.what_it_may_come_from(chart)[part]
    typed = {"decided": "A flow chart.", "who": "Programme team"} | typed
    return replace(actions.blank(chart.published.scope.organisation, about), **typed)


def read(store, action, audience):
    """What an audience reads under "You said"."""
    return actions.line_of(action, actions.charts_for(store, audience, DAY), audience)


def sheet(store, *every, audience="internal", reader=""):
    lines = actions.lines_of(every, actions.charts_for(store, audience, DAY), audience, reader)
    return Sheet(
        organisation="A Trust",
        audience=audience,
        reader=reader,
        lines=lines,
        sample=False,
        made_on=DAY,
    )


# What is heard, for each audience ----------------------------------------------------------------


def test_each_audience_reads_its_own_figures(store):
    add_answers(store, ["Yes"] * 10 + ["No"])
    action = from_first_chart(store)

    said = {audience: read(store, action, audience).said for audience in AUDIENCES}

    assert said["team"] == ("“Useful?”: 10 of 11 mentors said yes.",)
    assert said["internal"] == said["public"] == ("“Useful?”: 9 or more of 11 mentors said yes.",)


def test_no_figure_of_any_chart_is_kept_with_an_action(sample):
    kept = []
    for scope in (
        SAMPLE_SCOPE,
        TRAINING,
        replace(TRAINING, stage="end_of_cohort", since="training"),
    ):
        for chart in pipeline.findings(sample, scope, audience="team"):
            for about in actions.what_it_may_come_from(chart).values():
                words = json.dumps([about.title, about.answer, about.chart])
                assert chart.headline not in words
                kept.append(about.title)

    assert len(kept) > 100
    assert [title for title in kept if re.search(r"\d+ (?:or more )?of \d", title)] == []


def test_while_a_stage_is_open_others_read_words_alone(store):
    add_answers(store, ["Yes"] * 10 + ["No"], closed=False)
    action = from_first_chart(store, heard="It was useful to you.")

    for audience in ("internal", "public"):
        line = read(store, action, audience)
        assert line.said == ("It was useful to you.",)
        assert "is not closed" in line.heard.why_not


def test_without_figures_and_without_own_words_the_question_is_named(store):
    add_answers(store, ["Yes"] * 3)  # a group of which nothing is told

    line = read(store, from_first_chart(store), "internal")

    assert line.said == ("What you answered: “Useful?”.",)
    assert "no figures" in line.heard.why_not


def test_figures_that_changed_are_told_as_they_are_now(store):
    add_answers(store, ["Yes"] * 10 + ["No"], closed=False)
    action = from_first_chart(store)
    (found,) = pipeline.find_by_row(store, pipeline.Part(scope=TRUST, role="mentor"), 12)[:1]

    pipeline.remove(store, (found,))

    assert read(store, action, "team").said == ("“Useful?”: all 10 mentors said yes.",)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_when_the_answers_are_gone_the_action_stays_without_figures(store, audience):
    add_answers(store, ["Yes"] * 10 + ["No"])
    action = from_first_chart(store, heard="It was useful to you.")
    store.delete(*(one.id for one in store.datasets()))

    line = read(store, action, audience)

    assert line.said == ("It was useful to you.",)
    assert line.heard.why_not


def test_an_action_from_one_answer_tells_that_answer(sample):
    (chart,) = (c for c in team_charts(sample, TRAINING) if c.id == "trn_m_need")
    (name,) = (one for one in actions.what_it_may_come_from(chart) if "arranging meetings" in one)

    said = {a: read(sample, from_chart(chart, name), a).said for a in AUDIENCES}

    begun = "Seven of 11 mentors ticked “Help on arranging meetings with mentees"
    assert all(one[0].startswith(begun) for one in said.values())


def test_an_answer_that_may_be_nobodys_is_not_named_beyond_the_team(sample):
    """A range of "0 to 2" beside an action would tell that it is not 0."""
    (chart,) = (c for c in team_charts(sample, TRAINING) if c.id == "trn_m_need")
    action = from_chart(chart, "“Nothing more needed”")

    assert "Nothing more needed" in read(sample, action, "team").said[0]
    for audience in ("internal", "public"):
        assert "Nothing more needed" not in sheet(sample, action, audience=audience).html()


def team_charts(store, scope):
    return pipeline.findings(store, scope, audience="team")


# Charts of several questions, of two times, of several cohorts -----------------------------------


BEFORE = dict(enumerate([3, 4, 5, 5, 6, 7, 8, 4, 5, 6, 9, 2]))
AFTER = dict(enumerate([5, 6, 6, 5, 8, 9, 9, 6, 7, 5, 9, 8]))


@pytest.fixture
def compared(store):
    add(store, "enrolment", useful=BEFORE, safe=BEFORE)
    add(store, "end_of_cohort", useful=AFTER, safe=AFTER)
    for scope in (START, END, COMPARISON):
        pipeline.close_stage(store, scope)
    return store


def test_whatever_an_action_came_from_others_read_only_headlines_made_for_them(compared):
    for audience in ("internal", "public"):
        theirs = {
            chart.headline
            for scope in (START, END, COMPARISON)
            for chart in pipeline.findings(compared, scope, audience=audience)
        }
        for chart in team_charts(compared, COMPARISON):
            for part in actions.what_it_may_come_from(chart):
                told = read(compared, from_chart(chart, part), audience).heard.told

                assert told or audience == "public"
                assert {plain(sentence) for sentence in told} <= theirs


def plain(sentence):
    """A sentence without its end and without whose answers it is of."""
    return re.sub(r"^Cohort \d, [a-z ]+: ", "", sentence).removesuffix(".")


def test_an_action_from_the_lines_of_the_team_is_told_to_others_as_who_moved(compared):
    (pairs,) = (
        c
        for c in team_charts(compared, COMPARISON)
        if c.id.endswith("useful_is_this_from_1_to_10-pairs")
    )

    line = read(compared, from_chart(pairs), "internal")

    (change,) = (
        c.headline
        for c in pipeline.findings(compared, COMPARISON, audience="internal")
        if c.id == pairs.id.replace("-pairs", "-change")
    )
    assert line.said == (f"{change}.",)


def test_of_a_chart_of_several_questions_one_can_be_chosen(compared):
    overview = team_charts(compared, COMPARISON)[0]
    assert overview.id == "changes"

    choices = actions.what_it_may_come_from(overview)

    assert len(choices) == 3
    one = next(name for name in choices if "useful" in name)
    assert "safe" not in read(compared, from_chart(overview, one), "team").said[0]


def test_an_action_from_cohorts_together_is_told_of_them_together(sample):
    scopes = dict.fromkeys(one.scope for one in sample.datasets())
    pool = next(one for one in pools(sample, scopes) if one.scope.stage == "training")
    (chart,) = (c for c in findings_together(sample, pool, audience="team") if c.id == "trn_m_need")

    line = read(sample, from_chart(chart), "internal")

    assert line.said[0].startswith("Two cohorts together: ")
    assert "2 cohorts together (Cohort 1 and Cohort 2), training" in line.source


# What is typed -----------------------------------------------------------------------------------


def asked(**typed):
    action = replace(actions.blank("A Trust"), **({"heard": "", "decided": "", "who": ""} | typed))
    return actions.questions_about(action)


@pytest.mark.parametrize(
    "heard",
    [
        "4 of 11 mentors did not feel supported",
        "Four out of eleven did not feel supported",
        "36% did not feel supported",
        "Three mentors did not feel supported",
        "You scored 6 on average",
    ],
)
def test_a_figure_of_answers_is_refused_in_what_was_heard(store, heard):
    action = replace(actions.blank("A Trust"), heard=heard, decided="Help.", who="EDI lead")

    with pytest.raises(NotAllowed, match="Leave figures of answers out"):
        actions.keep(store, action, has_looked=True)

    assert actions.kept_actions(store) == ()


@pytest.mark.parametrize(
    "heard", ["Seven in eleven cried", "7 in 11 cried", "n=7 cried", "Thirteen mentors cried"]
)
def test_a_figure_in_other_words_is_refused_as_well(store, heard):
    action = replace(actions.blank("A Trust"), heard=heard, decided="Help.", who="EDI lead")

    with pytest.raises(NotAllowed, match="Leave figures of answers out"):
        actions.keep(store, action, has_looked=True)


@pytest.mark.parametrize("heard", ["11 felt unsafe", "7/11 felt unsafe", "Twelve felt unsafe"])
def test_any_other_number_is_asked_about(heard):
    assert [one.why for one in asked(heard=heard)] == [
        "A number: does it count people or answers? Then leave it out."
    ]


def test_a_time_of_day_is_not_asked_about():
    assert asked(heard="Meetings after 17:30 are hard to get to.") == ()


@pytest.mark.parametrize("heard", ["Most of you wanted it", "Half of them", "Nobody felt safe"])
def test_a_share_in_words_is_asked_about(heard):
    assert [one.kind for one in asked(heard=heard)] == ["number"]


@pytest.mark.parametrize(
    "decided",
    [
        "Early help for mentors with planning meetings and building confidence.",
        "Two extra sessions on setting boundaries, and a flow chart.",
        "Support from line managers is being addressed by the delivery team.",
    ],
)
def test_plain_words_are_not_asked_about(decided):
    assert asked(decided=decided) == ()


@pytest.mark.parametrize("who", ["Sue Smith", "Dr Shah", "sue.smith@example.org", "Priya Patel"])
def test_a_name_is_refused_where_a_role_belongs(store, who):
    action = replace(actions.blank("A Trust"), heard="Help.", decided="Help.", who=who)

    with pytest.raises(NotAllowed, match="somebody’s name"):
        actions.keep(store, action, has_looked=True)


@pytest.mark.parametrize(
    "who",
    [
        "Programme team",
        "EDI Lead",
        "Chief Executive",
        "Line managers, with HR",
        "Head of Equality, Diversity and Inclusion",
        "Freedom to Speak Up Guardian",
        "Director of People",
    ],
)
def test_a_role_is_no_name(who):
    assert asked(who=who) == ()


def test_one_word_that_may_be_a_name_is_asked_about():
    assert [(one.words, one.must_go) for one in asked(who="Sue")] == [("Sue", False)]


def test_words_to_look_at_are_kept_only_once_somebody_has_looked(store):
    action = replace(actions.blank("A Trust"), heard="Ask Priya.", decided="Help.", who="EDI lead")

    with pytest.raises(NotAllowed, match="Look at the words"):
        actions.keep(store, action, has_looked=False)
    actions.keep(store, action, has_looked=True)

    assert len(actions.kept_actions(store)) == 1


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ({"decided": " "}, "not_decided"),
        ({"who": ""}, "nobody"),
        ({"heard": ""}, "nothing_heard"),
        ({"decided": "x" * 601}, "too_long"),
        ({"who": "x" * 81}, "too_long"),
    ],
)
def test_what_is_missing_or_too_long_is_said(store, typed, code):
    whole = {"heard": "Help.", "decided": "Help.", "who": "EDI lead"}

    with pytest.raises(NotAllowed) as refused:
        actions.keep(store, replace(actions.blank("A Trust"), **(whole | typed)), has_looked=True)

    assert refused.value.code == code


# How far it is -----------------------------------------------------------------------------------


def kept_action(store, **typed):
    whole = {"heard": "Help.", "decided": "Help.", "who": "EDI lead"}
    action = replace(actions.blank("A Trust"), **(whole | typed))
    return actions.keep(store, action, has_looked=True, today=DAY)


def test_every_change_of_status_keeps_its_day(store):
    kept = kept_action(store)
    kept = actions.keep(store, kept, has_looked=True, today=LATER)
    kept = actions.keep(store, replace(kept, status="done"), has_looked=True, today=LATER)

    assert [(one.status, one.on) for one in kept.moved] == [("planned", DAY), ("done", LATER)]
    assert "Planned 2026-11-22; Done 2026-12-01" in sheet(store, kept).csv().decode()


@pytest.mark.parametrize(
    ("typed", "far", "who"),
    [
        ({"status": "planned"}, "Planned since 22 November 2026", "EDI lead"),
        ({"day": LATER}, "Planned since 22 November 2026", "EDI lead, by 1 December 2026"),
        ({"status": "done", "day": DAY}, "Done on 22 November 2026", "EDI lead"),
        (
            {"status": "under_way", "step": "first_meetings"},
            "Under way since 22 November 2026",
            "EDI lead, before the first meetings",
        ),
    ],
)
def test_it_is_said_how_far_an_action_is_who_sees_to_it_and_when(store, typed, far, who):
    line = read(store, kept_action(store, **typed), "internal")

    assert (line.how_far, line.who_and_when) == (far, who)


def test_what_is_done_is_told_first_and_only_what_is_done_is_called_so(store):
    kept = [kept_action(store, status=one) for one in ("dropped", "planned", "under_way", "done")]

    lines = sheet(store, *kept).lines

    assert [line.we_did for line in lines] == [
        *("We did", "We are doing", "We plan to do", "We are not going ahead with"),
    ]


# Who reads it ------------------------------------------------------------------------------------


def test_what_is_for_the_team_stays_with_the_team(store):
    mine = kept_action(store, team_only=True)

    assert len(sheet(store, mine, audience="team").lines) == 1
    assert sheet(store, mine, audience="internal").lines == ()


def test_what_mentors_said_among_themselves_no_mentee_reads(store):
    among = kept_action(store, stream="mentor", occasion="community_of_practice")

    assert len(sheet(store, among, reader="mentor").lines) == 1
    assert sheet(store, among, reader="mentee").lines == ()
    assert sheet(store, among).lines == ()


# The print ---------------------------------------------------------------------------------------


def test_nothing_that_was_typed_becomes_markup(store):
    page = sheet(store, kept_action(store, heard=HOSTILE, decided="**bold** {braces} `code`"))

    assert "<img" not in page.html()
    assert "**bold** {braces} `code`" in page.html()
    assert "<strong>bold" not in page.html()
    assert HOSTILE in page.text()


def test_the_page_to_print_stands_alone_and_its_headings_are_in_order(store):
    outline = Outline(sheet(store, kept_action(store), kept_action(store)).html())

    assert outline.levels == [1, 2, 2, 2]
    assert not {"script", "img", "link", "iframe"} & set(outline.tags)


def test_headings_of_the_text_are_underlined_to_their_end(sample):
    kept = actions.kept_actions(sample)

    assert (
        "Support from the line manager\n-----------------------------\n"
        in sheet(sample, *kept).text()
    )


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_print_says_for_whom_it_is(store, audience):
    page = sheet(store, kept_action(store), audience=audience)

    for words in (page.html(), page.text(), page.csv().decode()):
        assert f"For: {pipeline.AUDIENCES[audience]}." in words.replace("&#x27;", "'")
        assert ("Do not pass this on" in words) is (audience == "team")
    assert audience in page.file_name


def test_the_word_file_has_headings_and_what_was_typed_as_it_was_typed(store):
    typed = "**bold** {braces} `code` <b> [link](x)"
    page = sheet(store, kept_action(store, heard=typed))

    paragraphs = docx.Document(io.BytesIO(page.docx())).paragraphs

    assert [p.text for p in paragraphs if p.style.name == "Heading 1"] == ["You said, we did"]
    assert f"You said: {typed}." in [p.text for p in paragraphs]


def test_what_a_pdf_leaves_behind_and_a_long_name_stop_no_word_file(store):
    kept = kept_action(store, heard="We need\x0b more\x02 time")
    page = replace(sheet(store, kept), organisation="A\x02 Trust" + "!" * 300)

    paragraphs = docx.Document(io.BytesIO(page.docx())).paragraphs

    assert kept.heard == "We need more time"
    assert "A Trust" + "!" * 300 in [p.text for p in paragraphs]


def test_a_table_for_a_spreadsheet_runs_no_formula(store):
    assert b"'=1+1" in sheet(store, kept_action(store, decided="=1+1")).csv()


# The sample --------------------------------------------------------------------------------------


def test_the_sample_has_the_two_actions_of_the_report(sample):
    first, second = actions.kept_actions(sample)

    assert first.decided.startswith(
        "Early help for mentors with planning meetings and building confidence"
    )
    assert (first.step, first.status, first.who) == ("first_meetings", "done", "Programme team")
    assert (second.status, second.who) == ("under_way", "Delivery team")
    assert first.sample
    assert second.sample


def test_the_sample_tells_the_public_no_figure_of_line_managers(sample):
    _, action = actions.kept_actions(sample)

    assert read(sample, action, "team").said[1] == (
        "Support from the line manager: 5 of 11 mentors and 5 of 7 mentees agreed."
    )
    assert read(sample, action, "internal").said[1] == (
        "Support from the line manager: 3 to 5 of 11 mentors agreed."
    )
    assert read(sample, action, "public").said == (action.heard,)


def test_what_is_kept_in_the_database_of_the_sample_has_no_figure(sample):
    with sample.engine.connect() as connection:
        rows = kept_beside(connection, table)

    said = [
        re.sub(r"Cohort 1|\"added_at\": \"[^\"]*\"", "", json.dumps(row["payload"])) for row in rows
    ]

    assert [re.findall(r"\d", one) for one in said] == [[], []]
