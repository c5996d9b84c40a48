"""What nobody foresaw: a calm sentence for the reader, the place for the log, no answer in it.

An exception's own words may hold an answer ("could not convert '...'"), so they are never
written down: its kind and where it happened are.
"""

import logging
import traceback
from secrets import token_hex

import streamlit as st

LOG = logging.getLogger("rm_eval.pages")
THEIR_LOGS = ("streamlit.error_util", "streamlit.runtime.backend_operation_handler")


def tell(error: Exception) -> bool:
    """Tell the reader in one sentence, and the log where it happened.

    Returns
    -------
    bool
        True: Streamlit need not show anything of its own.
    """
    reference = token_hex(3).upper()
    LOG.error("Reference %s\n%s", reference, trace_without_answers(error))
    st.error(
        "Something went wrong on our side, and this page could not be finished. What you have "
        f"added is still there. Try again; if it happens again, pass on the reference {reference}."
    )
    return True


def trace_without_answers(error: BaseException) -> str:
    """Where an exception came from, and from which others, without their words."""
    parts = []
    seen: BaseException | None = error
    while seen is not None:
        where = "".join(traceback.format_tb(seen.__traceback__))
        parts.append(f"{where}{type(seen).__module__}.{type(seen).__qualname__}")
        seen = seen.__cause__ or seen.__context__
    return "\nafter\n".join(parts)


def keep_answers_out_of_the_log() -> None:
    """Streamlit logs every uncaught exception with its words; leave out the words."""
    for name in THEIR_LOGS:
        logging.getLogger(name).addFilter(_without_words)


def _without_words(record: logging.LogRecord) -> bool:
    if record.exc_info and record.exc_info[1] is not None:
        record.msg = f"{record.getMessage()}\n{trace_without_answers(record.exc_info[1])}"
        record.args = ()
        record.exc_info = None
    return True
