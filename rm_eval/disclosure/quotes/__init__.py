"""Quotes: somebody's own words leave the team only as they agreed to, and after a check.

`check` finds what has to be looked at, `cut` sees that a quote is made of the answer's words, and
`gate` publishes it.
"""

from rm_eval.disclosure.quotes.check import check_words
from rm_eval.disclosure.quotes.cut import check_cut, tidy, trouble_with
from rm_eval.disclosure.quotes.finding import Finding
from rm_eval.disclosure.quotes.gate import Consented, publish_quotes, why_not_quoted

__all__ = [
    "Consented",
    "Finding",
    "check_cut",
    "check_words",
    "publish_quotes",
    "tidy",
    "trouble_with",
    "why_not_quoted",
]
