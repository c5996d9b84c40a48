"""The words of the pieces that stand in a column's cells."""

from rm_eval.recognise.wordings.wording import normalise

# The pieces of each different answer, and how many people gave it.
Lists = list[tuple[list[str], int]]


class Words(dict[str, str]):
    """The words of each piece: looked up many times, worked out once."""

    def __missing__(self, piece: str) -> str:
        words = self[piece] = normalise(piece)
        return words

    def of(self, pieces: list[str]) -> list[str]:
        """Return the words of several pieces."""
        return [self[piece] for piece in pieces]
