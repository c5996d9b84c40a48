"""Same name: whether two names of organisations could be taken for each other by whoever reads."""

from unicodedata import combining, normalize

# Letters of other alphabets that look like ours: capitals first, as small ones look otherwise.
_CAPITALS = str.maketrans("АВЕЅІЈКМНОРСТУХԚԜΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "abesijkmhopctyxqwabezhikmnoptyx")
_SMALL = str.maketrans("аеіјорсухѕһԁԛԝӏοινρυαкмт", "aeijopcyxshdqwlolvpuakmt")


def looks_like(name: str) -> str:
    """Give a name as it looks at a glance: the same for names that are easily mixed up.

    Case, accents, spaces, punctuation and the alphabet a letter is taken from say nothing.
    """
    plain = normalize("NFKD", name).translate(_CAPITALS).casefold().translate(_SMALL)
    seen = "".join(" " if not one.isalnum() else one for one in plain if not combining(one))
    # A name in signs alone is that name.
    return " ".join(seen.split()) or name
