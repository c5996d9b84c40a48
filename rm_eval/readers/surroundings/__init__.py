"""What stands in a file besides the table of answers, or instead of it."""
