"""What a file says of its rows: whose they are, from when, and whether they count."""
