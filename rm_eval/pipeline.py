"""The sentence of this package in code: the verbs that pages and the command line call.

Read, recognise, clean: `look_at`. Store: `keep`. Measure, protect, draw: `findings`. Report is
`rm_eval.report`.
"""

from typing import Any

from rm_eval import VERSION, wording
from rm_eval.breakdowns import Breakdown, breakdowns, division
from rm_eval.charts import Chart
from rm_eval.cleaning import LogEntry, Receipt, RuleUsed, answers_csv, in_full, log_csv
from rm_eval.closing import close_stage, is_told_in_parts, is_told_together
from rm_eval.closing.parts import can_divide
from rm_eval.disclosure import (
    AUDIENCES,
    LEAST_LIMIT,
    LONGEST_REASON,
    PRESETS,
    Audience,
    Limits,
    Preset,
    Scope,
)
from rm_eval.errors import NotAllowed, NotEnoughAnswers, UnreadableFile
from rm_eval.findings import every_chart, findings, not_drawn
from rm_eval.keep import (
    SAMPLE_SCOPE,
    already_here,
    as_remembered,
    changes_since,
    keep,
    reworded_since,
)
from rm_eval.look import (
    Doubt,
    Look,
    Refusal,
    codes_met_twice,
    how_sure,
    look_again,
    look_at,
    look_at_each,
    look_or_refuse,
    parts_of,
)
from rm_eval.measures import Division
from rm_eval.measures.description import describe
from rm_eval.questionnaire import Question, Role, Stage, questions_of
from rm_eval.readers import TOOL_NAMES, with_keys
from rm_eval.recognise import Aspect, Divider, Match, Said, conflict
from rm_eval.report.documents import Document, DocumentName, write_document
from rm_eval.report.numbers import numbers_csv
from rm_eval.responses import Part
from rm_eval.sample import load_sample
from rm_eval.store import (
    YEARS_KEPT,
    Chosen,
    Dataset,
    Difference,
    Found,
    GivenOut,
    Kept,
    Linking,
    Opened,
    Pair,
    Place,
    Release,
    Store,
    all_given_out,
    ask_again,
    clear_sample,
    cohort_record,
    cohort_records_of,
    delete_card,
    delete_cohort_record,
    find_by_code,
    find_by_row,
    forget_releases,
    given_out,
    is_closed,
    keep_card,
    keep_cohort_record,
    keep_until,
    kept,
    kept_until,
    latest_release,
    limits_history,
    limits_of,
    linkings,
    open_saved_work,
    place_of_answers,
    programme_card,
    programme_cards,
    purge,
    releases,
    remove,
    reopen_stage,
    say_same,
    served,
    set_limits,
    told,
    write_saved_work,
)
from rm_eval.table import Notice, Upload
from rm_eval.typed import Totals, keep_totals, typed_totals
from rm_eval.wording import (
    Statistics,
    Way,
    groups_shown,
    limits_in_words,
    statistics_of,
    ways_out,
    what_is_grouped,
    what_limits_do,
    who_is_hidden,
    why_grouped,
)

__all__ = [
    "AUDIENCES",
    "LEAST_LIMIT",
    "LONGEST_REASON",
    "PRESETS",
    "SAMPLE_SCOPE",
    "TOOL_NAMES",
    "Aspect",
    "Audience",
    "Breakdown",
    "Chart",
    "Chosen",
    "Dataset",
    "Difference",
    "Divider",
    "Division",
    "Document",
    "Doubt",
    "Found",
    "GivenOut",
    "Kept",
    "Limits",
    "Linking",
    "LogEntry",
    "Look",
    "Match",
    "NotAllowed",
    "NotEnoughAnswers",
    "Notice",
    "Opened",
    "Pair",
    "Part",
    "Place",
    "Preset",
    "Question",
    "Receipt",
    "Refusal",
    "Release",
    "Role",
    "RuleUsed",
    "Said",
    "Scope",
    "Stage",
    "Statistics",
    "Store",
    "Totals",
    "UnreadableFile",
    "Upload",
    "Way",
    "all_given_out",
    "already_here",
    "as_remembered",
    "ask_again",
    "breakdowns",
    "can_divide",
    "changes_since",
    "clear_sample",
    "close_stage",
    "codes_met_twice",
    "cohort_record",
    "cohort_records_of",
    "conflict",
    "delete_card",
    "delete_cohort_record",
    "describe_look",
    "division",
    "document",
    "every_chart",
    "find_by_code",
    "find_by_row",
    "findings",
    "forget_releases",
    "given_out",
    "groups_shown",
    "how_checked",
    "how_sure",
    "in_full",
    "is_closed",
    "is_told_in_parts",
    "is_told_together",
    "keep",
    "keep_card",
    "keep_cohort_record",
    "keep_totals",
    "keep_until",
    "kept",
    "kept_until",
    "latest_release",
    "limits_history",
    "limits_in_words",
    "limits_of",
    "linkings",
    "load_sample",
    "look_again",
    "look_at",
    "look_at_each",
    "look_or_refuse",
    "not_drawn",
    "numbers_csv",
    "open_saved_work",
    "parts_of",
    "place_of_answers",
    "programme_card",
    "programme_cards",
    "purge",
    "questions_of",
    "releases",
    "remove",
    "reopen_stage",
    "reworded_since",
    "say_same",
    "served",
    "set_limits",
    "statistics_of",
    "tidy_files",
    "told",
    "typed_totals",
    "ways_out",
    "what_is_grouped",
    "what_limits_do",
    "who_is_hidden",
    "why_grouped",
    "with_keys",
    "write_saved_work",
]


def describe_look(look: Look) -> dict[str, Any]:
    """Describe a file in figures, for the person who holds it."""
    return describe(look.raw, look.recognition, look.cleaned)


def tidy_files(look: Look) -> dict[str, bytes]:
    """Write a file's cleaned answers and its cleaning log, by the name of each file."""
    return {
        "answers.csv": answers_csv(look.cleaned.responses),
        "cleaning_log.csv": log_csv(look.cleaned.log),
    }


def document(name: DocumentName, **gaps: str) -> Document:
    """Write a document for this installation: where answers are kept is said as it is here.

    Parameters
    ----------
    name
        Which one.
    gaps
        What only the organisation knows, such as ``who_to_ask``; an empty gap stays marked.
    """
    figures = {
        "where_kept": place_of_answers().for_participants,
        "years_kept": str(YEARS_KEPT),
        "version": VERSION,
    }
    return write_document(name, figures, gaps)


def how_checked(release: GivenOut) -> tuple[str, ...]:
    """Say how figures were checked before they were given out, one sentence a line."""
    return wording.how_checked(release.check, release.closed_at.date(), release.number)
