"""Share: what one organisation shows another, so that a region can compare without an answer.

`Shared` is what leaves, `leaves_of` decides it for one question from what was told of it. Nothing
here reads an answer: whatever leaves was told when its stage was closed.
"""

from rm_eval.disclosure.policy import may_know_size
from rm_eval.share.shared import Shared, SharedStage
from rm_eval.share.what_leaves import WHY, Kept, Leaves, leaves_of

__all__ = ["WHY", "Kept", "Leaves", "Shared", "SharedStage", "leaves_of", "may_know_size"]
