"""Attack: look, as a reader could, for what everything given out tells when taken together.

Counts nobody was told are unknown whole numbers; all figures given out, and all that everybody
knows of a form (who answers gives one answer, a ranking gives each place once), are sums of them
within bounds. Whoever can show that a banded count has one possible value has found a leak. Written
apart from what decides the bands: of that it takes the limits of the policy, and nothing else.
"""

from rm_eval.disclosure.attack.findings import Attack, Leak, Log
from rm_eval.disclosure.attack.people import Earlier, Moved, People, Seen, Together
from rm_eval.disclosure.attack.union import attack

__all__ = ["Attack", "Earlier", "Leak", "Log", "Moved", "People", "Seen", "Together", "attack"]
