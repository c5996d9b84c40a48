"""Sheets of themes on the pages: shown, added, cleared."""
