"""Personal details, taken out before anything else sees the table."""
