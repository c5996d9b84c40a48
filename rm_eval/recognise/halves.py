"""One option that a separator cut in two: "Policy" and "pay and process"."""

from rm_eval.recognise.words import Lists, Words

START = ""
NEARLY_ALL = 0.9


def with_halves_joined(lists: Lists, separator: str, words: Words) -> Lists:
    """Join pieces that are one option, with the separator that parted them."""
    while True:
        halves = _halves(lists, words)
        if not halves:
            return lists
        lists = [(_join(pieces, halves, separator, words), n) for pieces, n in lists]


def _halves(lists: Lists, words: Words) -> set[tuple[str, str]]:
    """Find pairs, by their words, whose second half is never met apart nor could begin an option.

    It could not where a bracket is still open, or where it begins small while answers begin with
    capitals. Two options that everybody happened to tick together stay two.
    """
    after: dict[str, set[str]] = {}
    before: dict[str, set[str]] = {}
    for pieces, _ in lists:
        for left, piece, right in _neighbours(pieces):
            before.setdefault(words[piece], set()).add(words[left])
            after.setdefault(piece, set()).add(right)
    capitals = _begin_with_capitals(lists)
    return {
        (words[piece], words[right])
        for piece, following in after.items()
        for right in following
        if right != START
        and before[words[right]] == {words[piece]}
        and (_is_open(piece) or (capitals and right[0].islower()))
    }


def _neighbours(pieces: list[str]) -> list[tuple[str, str, str]]:
    around = [START, *pieces, START]
    return list(zip(around, pieces, around[2:], strict=False))


def _is_open(piece: str) -> bool:
    return piece.count("(") > piece.count(")")


def _begin_with_capitals(lists: Lists) -> bool:
    first = [(pieces[0][0], n) for pieces, n in lists if pieces]
    n_capitals = sum(n for letter, n in first if not letter.islower())
    return n_capitals > NEARLY_ALL * sum(n for _, n in first)


def _join(
    pieces: list[str], halves: set[tuple[str, str]], separator: str, words: Words
) -> list[str]:
    joined: list[str] = []
    last = START
    for piece in pieces:
        if (words[last], words[piece]) in halves:
            joined[-1] = f"{joined[-1]}{separator}{piece}"
        else:
            joined.append(piece)
        last = piece
    return joined
