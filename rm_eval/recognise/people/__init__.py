"""Columns about who answered and how, which are no questions."""
