"""Share: what one organisation shows another, so that a region can compare without an answer.

`Shared` is what leaves, `leaves_of` decides it for one question from what was told of it. A share
file is exactly a `Shared`: `write_share_file` writes one, `read_share_file` reads or refuses it.
Nothing here reads an answer: whatever leaves was told when its stage was closed.
"""

from rm_eval.disclosure.policy import may_know_size
from rm_eval.share.for_public import for_the_public
from rm_eval.share.preview import (
    BY_QUESTION,
    LEAVES,
    NEVER,
    NOTES,
    PROGRAMME,
    STAYS,
    Preview,
    StagePreview,
    preview_of,
)
from rm_eval.share.read import read_share_file, shared_from
from rm_eval.share.shared import Shared, SharedStage
from rm_eval.share.what_leaves import WHY, Kept, Leaves, leaves_of
from rm_eval.share.write import checksum, plain_shared, write_share_file

__all__ = [
    "BY_QUESTION",
    "LEAVES",
    "NEVER",
    "NOTES",
    "PROGRAMME",
    "STAYS",
    "WHY",
    "Kept",
    "Leaves",
    "Preview",
    "Shared",
    "SharedStage",
    "StagePreview",
    "checksum",
    "for_the_public",
    "leaves_of",
    "may_know_size",
    "plain_shared",
    "preview_of",
    "read_share_file",
    "shared_from",
    "write_share_file",
]
