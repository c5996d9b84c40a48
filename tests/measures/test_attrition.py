"""Who answered both forms."""

from dataclasses import replace

from rm_eval.measures.attrition import measure_attrition
from rm_eval.measures.two_answers import Twice
from tests.factories import SCOPE, scale_question, scored


def attrition(n_before, n_after, n_linked, **sent):
    earlier, later = (scored(scale_question(), [5] * n) for n in (n_before, n_after))
    pairs = tuple((at, at) for at in range(1, n_linked + 1))
    before, after = sent.get("before"), sent.get("after")
    twice = Twice(
        role="mentee",
        earlier=replace(earlier, n_sent=before),
        later=replace(later, n_sent=after),
        pairs=pairs,
    )
    rows = measure_attrition([twice], scope=SCOPE).rows
    counted = zip(rows["statistic"], rows["answer"], rows["value"], strict=True)
    return {answer or statistic: value for statistic, answer, value in counted}


def test_seven_answered_first_six_later_and_five_are_linked():
    assert attrition(7, 6, 5) == {"stayed": 5, "left": 2, "after": 6, "new": 1}


def test_how_many_were_sent_the_forms_is_told_where_somebody_said():
    found = attrition(7, 6, 5, before=9)
    assert found["sent_before"] == 9
    assert "sent_after" not in found


def test_nobody_linked_is_nobody_who_stayed():
    assert attrition(7, 6, 0)["stayed"] == 0
