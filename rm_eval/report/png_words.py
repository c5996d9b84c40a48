"""The words that travel inside a PNG, for whoever finds it without its page."""

import struct
import zlib

SIGNATURE_AND_HEADER = 8 + 25  # the eight bytes of every PNG, and its IHDR chunk


def with_words(png: bytes, words: dict[str, str]) -> bytes:
    """Put each keyword and its text in an iTXt chunk (UTF-8) behind the header."""
    chunks = b"".join(_itxt(keyword, text) for keyword, text in words.items() if text)
    return png[:SIGNATURE_AND_HEADER] + chunks + png[SIGNATURE_AND_HEADER:]


def _itxt(keyword: str, text: str) -> bytes:
    """Keyword, not compressed, no language, no translated keyword, text."""
    body = keyword.encode("latin-1") + b"\0\0\0\0\0" + text.encode("utf-8")
    checked = b"iTXt" + body
    return struct.pack(">I", len(body)) + checked + struct.pack(">I", zlib.crc32(checked))
