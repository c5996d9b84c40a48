"""What a reader can work out, one file a kind of question.

`sums` where answers add up to everybody, `ticks` where somebody may give several, `scores` where
a mean is told with the counts, `places` where things are put in order, `two_stages` where the same
people answered twice.
"""

from rm_eval.disclosure.knowledge.places import Places, tell_totals
from rm_eval.disclosure.knowledge.scores import Scores
from rm_eval.disclosure.knowledge.sums import Sums
from rm_eval.disclosure.knowledge.ticks import Ticks
from rm_eval.disclosure.knowledge.two_stages import Stages, Ways, ways_of

__all__ = ["Places", "Scores", "Stages", "Sums", "Ticks", "Ways", "tell_totals", "ways_of"]
