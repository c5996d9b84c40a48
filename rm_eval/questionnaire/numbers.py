"""Small numbers in words, as our forms write them: "six sessions"."""

WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)


def number_of(words: str) -> int:
    """Return the number that a word or digits name.

    Raises
    ------
    ValueError
        Where they name none.
    """
    said = words.strip().casefold()
    return WORDS.index(said) if said in WORDS else int(said)


def in_words(number: int) -> str:
    """Write a number as a word, above twelve in digits."""
    return WORDS[number] if number < len(WORDS) else str(number)
