"""One XML part of a workbook: well formed, in UTF-8, and without declarations of its own."""

from xml.parsers import expat

from rm_eval.errors import UnreadableFile
from rm_eval.table.refusals import SAVE_AGAIN, damaged

_CHUNK = 64 * 1024
_ENCODINGS = (None, "utf-8", "us-ascii", "ascii")


def check_xml(part: bytes, name: str, parser: expat.XMLParserType | None = None) -> None:
    """Parse the part and refuse it if ill formed, declaring entities, or not UTF-8.

    A caller that wants to see elements hands over a parser with its own handlers.
    """
    parser = parser or expat.ParserCreate()

    def refuse(*_declaration: object) -> None:
        raise _unsafe(name)

    def check_encoding(_version: str, encoding: str | None, _standalone: int) -> None:
        if (encoding.lower() if encoding else None) not in _ENCODINGS:
            raise _not_utf8(name)

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        # UTF-16 is refused after the parse, so that a declaration hidden in it is named first.
        is_utf16 = part.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in part[:4]
        parser.XmlDeclHandler = None if is_utf16 else check_encoding
        for start in range(0, len(part), _CHUNK):  # small enough to stay in the processor's cache
            parser.Parse(part[start : start + _CHUNK], False)  # noqa: FBT003 - takes no keywords
        parser.Parse(b"", True)  # noqa: FBT003
    except expat.ExpatError as error:
        raise damaged(name, "a part of it breaks off or is not well formed") from error
    if is_utf16:
        raise _not_utf8(name)


def _unsafe(name: str) -> UnreadableFile:
    message = (
        f"We did not open {name}. It contains XML declarations that are not allowed in an upload, "
        f"because they can be used to attack the computer that opens them. {SAVE_AGAIN}"
    )
    return UnreadableFile(message, code="unsafe_xml")


def _not_utf8(name: str) -> UnreadableFile:
    return damaged(name, "its text is stored in a way Excel does not use")
