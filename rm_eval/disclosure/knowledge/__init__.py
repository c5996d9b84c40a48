"""What a reader can work out, one file a kind of question.

`sums` where answers add up to everybody, `ticks` where somebody may give several, `scores` where
a mean is told with the counts, `places` where things are put in order.
"""

from rm_eval.disclosure.knowledge.places import Places, tell_totals
from rm_eval.disclosure.knowledge.scores import Scores
from rm_eval.disclosure.knowledge.sums import Sums
from rm_eval.disclosure.knowledge.ticks import Ticks

__all__ = ["Places", "Scores", "Sums", "Ticks", "tell_totals"]
