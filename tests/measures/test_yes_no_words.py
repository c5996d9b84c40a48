from rm_eval.look import look_at
from rm_eval.measures.description import describe
from tests.uploads import csv_file


def test_yes_and_no_are_counted_in_the_words_of_the_file():
    look = look_at(csv_file([["Hilfreich?"], ["Ja"], ["Nein"], ["Ja"]]))
    [question] = describe(look.raw, look.recognition, look.cleaned)["questions"]

    assert [(one["label"], one["n"]) for one in question["options"]] == [("Ja", 2), ("Nein", 1)]
