"""Each situation of the page design's list of errors, and the sentence the reader meets.

What happened, where, what to do next. Above each test stands the sentence of the design; ours is
the same, or says more.
"""

import pytest

from rm_eval.errors import ForTheReader
from rm_eval.look import look_at
from rm_eval.measures.description import describe
from rm_eval.table import Upload
from tests.test_pages import filled, kept_in_a_file, opened, store, upload, words
from tests.uploads import csv_file, forms_workbook

__all__ = ["kept_in_a_file", "store"]  # fixtures

LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
SENIOR = (
    "on a scale of 1 to 10 how confident are you talking about your BAME experiences in the NHS "
    "with senior leaders"
)
FIND_OUT = "How did you find out about the programme?"
FORM = {SENIOR: ["7", "8"], FIND_OUT: ["Line manager", "EDI team"]}


def refusal(name, content):
    with pytest.raises(ForTheReader) as refused:
        look_at(Upload(name=name, content=content))
    return refused.value.message


# "We could not open **mentors.xlsx**. It is protected by a password. Save a copy without the
# password and add it again."
def test_a_locked_workbook():
    assert refusal("mentors.xlsx", LOCKED) == (
        "We could not open mentors.xlsx. It is protected by a password. Save a copy without the "
        "password and add it again."
    )


# The design: "**survey.pdf** is not a spreadsheet. Export your survey as Excel (.xlsx) or CSV."
def test_another_kind_of_file():
    assert refusal("survey.pdf", b"%PDF-1.4") == (
        "survey.pdf is a PDF, not a spreadsheet. Export your survey as Excel (.xlsx) or CSV."
    )


# "This sheet has headings but no answers. Check you exported responses, not the summary."
def test_headings_without_answers():
    assert refusal("survey.csv", b"Role,Useful?\n") == (
        "survey.csv has headings but no answers: there are no responses under them. Check that "
        "you exported the responses, not the summary."
    )


# "We cannot tell whether these are mentors or mentees. Choose one below."
def test_no_telling_whose_answers_these_are():
    page = upload(opened("add_data"), "survey.csv", csv_file([["Useful?"], ["Yes"]]).content)

    assert (
        "We cannot tell whether these are mentors or mentees, because nothing in it is asked of "
        "mentors alone or of mentees alone. Choose one below." in words(page)
    )


# "We recognised 3 of 14 questions. The others are listed; match them, or carry on with the 3."
def test_questions_that_are_not_on_our_forms():
    columns = FORM | {"Was the room warm?": ["Yes", "No"]}
    page = upload(opened("add_data"), "survey.xlsx", forms_workbook(columns).content)

    assert (
        "We recognised 2 of 3 questions. The others are listed; match them, or carry on with the 2."
        in words(page)
    )


# "Row 6, 'How confident...': **11** is outside 1 to 10. We left it out. Fix it in your file if it
# was a slip."
def test_a_score_outside_its_scale():
    sentence = (
        "Row 3, 'on a scale of 1 to 10 how confident are you talking about yo…': 11 is outside 1 "
        "to 10. We left it out. Fix it in your file if it was a slip."
    )
    content = forms_workbook({SENIOR: ["7", "11"]}).content
    look = look_at(Upload(name="survey.xlsx", content=content))
    warnings = describe(look.raw, look.recognition, look.cleaned)["warnings"]

    assert sentence in [warning["message"] for warning in warnings]
    assert sentence in words(upload(opened("add_data"), "survey.xlsx", content))


# "This file looks like cohort 1 enrolment, which you have already added. **Replace it** or **Keep
# both as different cohorts**?"
def test_a_newer_export_of_what_is_here(store):
    first = filled(upload(opened("add_data"), "survey.xlsx", forms_workbook(FORM).content))
    next(button for button in first.button if button.label == "Use this data").click().run()
    more = {heading: [*answers, answers[0]] for heading, answers in FORM.items()}
    page = filled(upload(opened("add_data"), "survey.xlsx", forms_workbook(more).content))

    assert [dataset.n_people for dataset in store.datasets()] == [2]
    assert "This looks like a newer export of the enrolment answers" in words(page)
    assert "Replace the earlier one with it, or type another cohort above." in words(page)
    assert "Replace it" in [button.label for button in page.button]


# "This file holds names and email addresses in columns D and E. We have ignored them; they are not
# in anything you download."
def test_columns_of_names_and_addresses():
    page = upload(opened("add_data"), "survey.xlsx", forms_workbook(FORM).content)

    assert (
        "This file holds personal details in columns D and E (Email, Name). We have ignored them; "
        "they are not in anything you download." in words(page)
    )
