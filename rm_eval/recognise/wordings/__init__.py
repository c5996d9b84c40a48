"""Wordings compared as a person would."""
