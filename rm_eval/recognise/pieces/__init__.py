"""Several answers in one cell, or one place each: the pieces and what parts them."""
