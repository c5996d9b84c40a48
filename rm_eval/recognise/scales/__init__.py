"""Answers that stand on a scale: its words, its numbers and its ends."""
