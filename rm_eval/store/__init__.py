"""Store: what is kept, where, and for how long."""

from rm_eval.store.at_closing import ToBeTold, halves, people_to_tell
from rm_eval.store.dataset import Dataset, told
from rm_eval.store.first_date import YEARS_KEPT
from rm_eval.store.gatherings import (
    clear_gathering,
    delete_gathering,
    keep_gathering,
    kept_gatherings,
    unclear_gathering,
    withdraw_said,
)
from rm_eval.store.identity import Difference, Known, difference, sum_of
from rm_eval.store.limits import Chosen, limits_history, limits_of, set_limits
from rm_eval.store.links import Linking, Pair, ask_again, link, linkings, say_same
from rm_eval.store.place import Mode, Place, place_of_answers
from rm_eval.store.presence import Present, meet_again
from rm_eval.store.programmes import (
    cohort_record,
    cohort_records_of,
    delete_card,
    delete_cohort_record,
    keep_card,
    keep_cohort_record,
    keep_programme,
    programme_card,
    programme_cards,
)
from rm_eval.store.quotes import (
    AskedInWords,
    Quote,
    Written,
    asked_in_words,
    keep_quote,
    kept_quotes,
    withdraw_quote,
    written_answers,
)
from rm_eval.store.records import Store
from rm_eval.store.releases import (
    GivenOut,
    Release,
    all_given_out,
    forget_releases,
    latest_release,
    releases,
)
from rm_eval.store.remembered import recall, remember
from rm_eval.store.removal import Found, find_by_code, find_by_row, given_out, remove, remove_person
from rm_eval.store.retention import Kept, due, keep_until, kept, kept_until, purge
from rm_eval.store.reworded import Reworded, notices_of, reworded
from rm_eval.store.said_themes import forget_said_themes, said_lately, said_themes_of, say_themes
from rm_eval.store.sample import clear_sample, holds_own
from rm_eval.store.saved_work import Opened, open_saved_work, write_saved_work
from rm_eval.store.stages import (
    check_can_close,
    check_closed,
    close_stage,
    is_closed,
    reopen_stage,
    served,
)

__all__ = [
    "YEARS_KEPT",
    "AskedInWords",
    "Chosen",
    "Dataset",
    "Difference",
    "Found",
    "GivenOut",
    "Kept",
    "Known",
    "Linking",
    "Mode",
    "Opened",
    "Pair",
    "Place",
    "Present",
    "Quote",
    "Release",
    "Reworded",
    "Store",
    "ToBeTold",
    "Written",
    "all_given_out",
    "ask_again",
    "asked_in_words",
    "check_can_close",
    "check_closed",
    "clear_gathering",
    "clear_sample",
    "close_stage",
    "cohort_record",
    "cohort_records_of",
    "delete_card",
    "delete_cohort_record",
    "delete_gathering",
    "difference",
    "due",
    "find_by_code",
    "find_by_row",
    "forget_releases",
    "forget_said_themes",
    "given_out",
    "halves",
    "holds_own",
    "is_closed",
    "keep_card",
    "keep_cohort_record",
    "keep_gathering",
    "keep_programme",
    "keep_quote",
    "keep_until",
    "kept",
    "kept_gatherings",
    "kept_quotes",
    "kept_until",
    "latest_release",
    "limits_history",
    "limits_of",
    "link",
    "linkings",
    "meet_again",
    "notices_of",
    "open_saved_work",
    "people_to_tell",
    "place_of_answers",
    "programme_card",
    "programme_cards",
    "purge",
    "recall",
    "releases",
    "remember",
    "remove",
    "remove_person",
    "reopen_stage",
    "reworded",
    "said_lately",
    "said_themes_of",
    "say_same",
    "say_themes",
    "served",
    "set_limits",
    "sum_of",
    "told",
    "unclear_gathering",
    "withdraw_quote",
    "withdraw_said",
    "write_saved_work",
    "written_answers",
]
