"""Bytes become text: byte-order marks, UTF-8, and what older programs write instead."""

import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from rm_eval.errors import UnreadableFile
from rm_eval.table.kind import looks_like_utf16

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SHOWN = {
    "cp1252": "Western European (Windows-1252)",
    "mac_roman": "Western European (Mac Roman)",
}
# Half of a character pair written alone, or bytes that are in no text at all: lost for good.
_LOST = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]|[\xfe\xff]")
_LINES = re.compile(rb"[^\n]*\n|[^\n]+")
_MOSTLY_FOREIGN = 0.2  # share of bytes beyond ASCII above which the language is not Western
_SAMPLE = 64 * 1024
_LETTER_OR_MARK = "’‘“”–—…£€°½\u00a0•"


@dataclass(frozen=True, kw_only=True, slots=True)
class Decoded:
    """A text and how sure we are of it.

    Attributes
    ----------
    text
        Without byte-order mark.
    guessed
        The encoding's name to show where it was not plain UTF-8, else ``""``.
    is_damaged
        Whether some characters could not be read for certain.
    """

    text: str
    guessed: str = ""
    is_damaged: bool = False


def decode(content: bytes, name: str) -> Decoded:
    """Read bytes as text, strictly where that is possible."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _marked(content.removeprefix(mark), encoding)
    if looks_like_utf16(content):
        message = (
            f"We could not open {name}. It is saved as UTF-16 without the mark that says so. "
            "Open it in Excel, choose Save As, CSV UTF-8 (.csv), and add the new file."
        )
        raise UnreadableFile(message, code="not_text")
    try:
        return Decoded(text=content.decode("utf-8"))
    except UnicodeDecodeError:
        return _not_utf8(content)


def _marked(content: bytes, encoding: str) -> Decoded:
    guessed = "" if encoding == "utf-8" else encoding.upper()
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        if encoding == "utf-8":
            return _line_by_line(content)
        return Decoded(text=content.decode(encoding, "replace"), guessed=guessed, is_damaged=True)
    return Decoded(text=text.lstrip("\ufeff"), guessed=guessed)


def _not_utf8(content: bytes) -> Decoded:
    if _LOST.search(content) and _has_only_lost(content):
        return Decoded(text=content.decode("utf-8", "replace"), is_damaged=True)
    if any(_is_utf8_beyond_ascii(line) for line in _LINES.findall(content)):
        return _line_by_line(content)
    encoding = _single_byte_encoding(content)
    return Decoded(text=content.decode(encoding, "replace"), guessed=_SHOWN.get(encoding, encoding))


def _has_only_lost(content: bytes) -> bool:
    try:
        _LOST.sub(b"", content).decode("utf-8")
    except UnicodeDecodeError:
        return False
    # One y-diaeresis in a Windows text looks lost too; half a pair never is anything else.
    return b"\xed" in content or not content.isascii()


def _is_utf8_beyond_ascii(line: bytes) -> bool:
    if line.isascii():
        return False
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _line_by_line(content: bytes) -> Decoded:
    """Read exports of two programs pasted together: each line is one or the other."""
    text = "".join(map(_line, _LINES.findall(content)))
    return Decoded(text=text, is_damaged=True)


def _line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")


def _single_byte_encoding(content: bytes) -> str:
    """Choose between the two encodings of English and Welsh exports, or ask the detector.

    The detector judges languages by many letters; on English with three accents it guesses
    (Baltic, for a Welsh hospital), so it is only asked where such bytes abound.
    """
    sample = content[:_SAMPLE]
    n_beyond = len(sample) - len(sample.translate(None, bytes(range(128, 256))))
    if n_beyond > len(sample) * _MOSTLY_FOREIGN:
        best = from_bytes(sample).best()
        return best.encoding if best else "cp1252"
    if b"\r" in content and b"\n" not in content:
        return "mac_roman"  # only old Macs end lines so
    return max(("cp1252", "mac_roman"), key=lambda encoding: _plausible(content, encoding))


def _plausible(content: bytes, encoding: str) -> float:
    """Give the share of letters and usual marks among what is beyond ASCII."""
    text = content[:_SAMPLE].decode(encoding, "replace")
    beyond = [letter for letter in text if not letter.isascii()]
    usual = sum(_is_usual(letter) for letter in beyond)
    return usual / max(len(beyond), 1)


def _is_usual(letter: str) -> bool:
    is_lower_letter = letter.isalpha() and letter.islower()
    return is_lower_letter or letter in _LETTER_OR_MARK
