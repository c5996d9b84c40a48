"""Fields of a file that somebody else wrote: each is what it should be, or the file is refused."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, NoReturn, TypeVar

from rm_eval.errors import DamagedShareFile
from rm_eval.table import visible

LONGEST_TEXT = 40_000  # a heading of a form can be as long as a cell
LONGEST_NAME = 300
MOST_IN_A_LIST = 3_000
LARGEST_NUMBER = 10_000_000
NOT_THERE: Any = object()

T = TypeVar("T")


class Fields:
    """The fields of one object in a file, each to be read once; what is left over is refused.

    Parameters
    ----------
    found
        What stands in the file.
    where
        Where that is, in words, such as ``"stages 2, figures 5"``; "" at the top.
    """

    def __init__(self, found: object, where: str = "") -> None:
        if not isinstance(found, Mapping):
            raise _refusal("a group of fields is expected", where)
        self._found: dict[str, object] = dict(found)
        self.where = where

    def refuse(self, what: str) -> NoReturn:
        """Refuse the file for something that stands here."""
        raise _refusal(what, self.where)

    def done(self) -> None:
        """Refuse the file where anything else stands here: nobody knows what it would be."""
        if self._found:
            first = " ".join(visible(min(map(str, self._found))).split())[:40]
            self.refuse(f"“{first}” is nothing that belongs there")

    def text(self, name: str, *, most: int = LONGEST_TEXT, default: str = NOT_THERE) -> str:
        """Read words."""
        return self._words(self._take(name, default), name, most)

    def name(self, name: str) -> str:
        """Read a name: on one line, and not empty."""
        said = self._words(self._take(name), name, LONGEST_NAME)
        if not said.strip() or "\n" in said or said != said.strip():
            self.refuse(f"“{name}” is no name")
        return said

    def one_of(self, name: str, known: Sequence[T], *, default: T = NOT_THERE) -> T:
        """Read one of several words."""
        said = self._take(name, default)
        found = next((one for one in known if type(one) is type(said) and one == said), None)
        if found is None:
            self.refuse(f"“{name}” is none of {', '.join(map(str, known))}")
        return found

    def number(self, name: str, *, default: int = NOT_THERE) -> int:
        """Read a whole number."""
        return self._whole(self._take(name, default), name)

    def maybe_number(self, name: str) -> int | None:
        """Read a whole number; None where there is none."""
        return self.number(name) if name in self._found else None

    def yes(self, name: str) -> bool:
        """Read true or false; false where nothing stands."""
        said = self._take(name, default=False)
        if not isinstance(said, bool):
            self.refuse(f"“{name}” is neither true nor false")
        return said

    def day(self, name: str) -> date:
        """Read a day."""
        said = self.text(name, most=10)
        try:
            return date.fromisoformat(said)
        except ValueError:
            self.refuse(f"“{name}” is no date")

    def texts(self, name: str) -> tuple[str, ...]:
        """Read a list of words; none where nothing stands."""
        return tuple(self._words(one, name, LONGEST_TEXT) for one in self._list(name))

    def numbers(self, name: str) -> tuple[int, ...]:
        """Read a list of whole numbers; none where nothing stands."""
        return tuple(self._whole(one, name) for one in self._list(name))

    def each(self, name: str, read: Callable[["Fields"], T]) -> tuple[T, ...]:
        """Read a list of objects, each whole; none where nothing stands."""
        return tuple(
            self._read(one, f"{name} {at}", read) for at, one in enumerate(self._list(name), 1)
        )

    def inside(self, name: str, read: Callable[["Fields"], T]) -> T | None:
        """Read an object, whole; None where nothing stands."""
        found = self._found.pop(name, None)
        return None if found is None else self._read(found, name, read)

    def _read(self, found: object, name: str, read: Callable[["Fields"], T]) -> T:
        inner = Fields(found, f"{self.where}, {name}".removeprefix(", "))
        made = read(inner)
        inner.done()
        return made

    def _take(self, name: str, default: object = NOT_THERE) -> object:
        found = self._found.pop(name, default)
        if found is NOT_THERE:
            self.refuse(f"“{name}” is missing")
        return found

    def _list(self, name: str) -> list[object]:
        found = self._found.pop(name, [])
        if not isinstance(found, list) or len(found) > MOST_IN_A_LIST:
            self.refuse(f"“{name}” is no list, or one of more than {MOST_IN_A_LIST:,}")
        return found

    def _whole(self, said: object, name: str) -> int:
        # In Python true is a number, and 1.0 too.
        if type(said) is not int or abs(said) > LARGEST_NUMBER:
            self.refuse(f"“{name}” is no whole number, or an absurdly large one")
        return said

    def _words(self, said: object, name: str, most: int) -> str:
        if not isinstance(said, str):
            self.refuse(f"“{name}” is no text")
        if len(said) > most:
            self.refuse(f"“{name}” is longer than {most:,} characters")
        if said != visible(said):
            self.refuse(f"“{name}” holds characters that nobody can see")
        return said


def _refusal(what: str, where: str) -> DamagedShareFile:
    return DamagedShareFile(f"{where}: {what}" if where else what, code="inconsistent")
