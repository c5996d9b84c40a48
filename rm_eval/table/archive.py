"""The zip an xlsx is: its members checked and unpacked without trusting what it says of itself.

The standard library's `zipfile` lists the members; unpacking is done here, because two readers
of one zip may disagree about a member (names, sizes, data after the end) and an attack lives
in the difference.
"""

import io
import posixpath
import struct
import zipfile
import zlib

from rm_eval.table.kind import locked
from rm_eval.table.limits import MAX_INFLATED_BYTES, MAX_MEMBERS
from rm_eval.table.refusals import damaged, too_big

_ENTRY_MAGIC = b"PK\x01\x02"
_LOCAL_HEADER = struct.Struct("<4s22xHH")
_ENCRYPTED_FLAG = 0x1
_UTF8_FLAG = 0x800
_READERS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_XML_ENDINGS = (".xml", ".rels")

Members = dict[str, zipfile.ZipInfo]


def list_members(content: bytes, name: str) -> Members:
    """Give the members by normalised path, or refuse the archive."""
    if content.count(_ENTRY_MAGIC) > MAX_MEMBERS:
        raise too_big(name, f"it is packed from more than {MAX_MEMBERS:,} parts")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            listed = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error, OSError) as error:
        raise damaged(name, "part of it is missing or changed") from error
    if any(member.flag_bits & _ENCRYPTED_FLAG for member in listed):
        raise locked(name)
    _check_layout(listed, content, name)
    return _by_path(listed, name)


def xml_members(members: Members) -> Members:
    """Give the members a reader of workbooks may open as XML."""
    return {path: one for path, one in members.items() if path.endswith(_XML_ENDINGS)}


def check_inflated_size(members: Members, name: str) -> None:
    """Refuse an archive that declares more than the budget; `inflate` holds it to its word."""
    if sum(member.file_size for member in members.values()) > MAX_INFLATED_BYTES:
        megabytes = MAX_INFLATED_BYTES // 1024**2
        raise too_big(name, f"unpacked it is larger than {megabytes} MB")


def inflate(content: bytes, member: zipfile.ZipInfo, name: str) -> bytes:
    """Unpack one member, never beyond the size it declares."""
    packed = _packed(content, member, name)
    data = packed if member.compress_type == zipfile.ZIP_STORED else _inflated(packed, member)
    if data is None or len(data) != member.file_size or zlib.crc32(data) != member.CRC:
        raise damaged(name, "the checksum of a part is wrong")
    return data


def _check_layout(listed: list[zipfile.ZipInfo], content: bytes, name: str) -> None:
    if not listed or min(member.header_offset for member in listed) != 0:
        raise damaged(name, "other data is glued to it")
    if sum(member.compress_size for member in listed) > len(content):
        raise damaged(name, "its parts overlap")
    if any(member.compress_type not in _READERS for member in listed):
        raise damaged(name, "it is packed in a way Excel does not use")


def _by_path(listed: list[zipfile.ZipInfo], name: str) -> Members:
    members = {_path(member.filename, name): member for member in listed}
    if len(members) < len(listed):
        raise damaged(name, "it holds the same part twice")
    return members


def _path(filename: str, name: str) -> str:
    # Excel ignores case in part names, so two names that differ in case are the same part.
    path = filename.replace("\\", "/").lower()
    if path.startswith("/") or ":" in path or ".." in path.split("/"):
        raise damaged(name, "a part has an impossible name")
    return posixpath.normpath(path)


def _packed(content: bytes, member: zipfile.ZipInfo, name: str) -> bytes:
    try:
        magic, n_name, n_extra = _LOCAL_HEADER.unpack_from(content, member.header_offset)
    except struct.error as error:
        raise damaged(name, "part of it is missing") from error
    start = member.header_offset + _LOCAL_HEADER.size
    encoding = "utf-8" if member.flag_bits & _UTF8_FLAG else "cp437"
    called = content[start : start + n_name].decode(encoding, "replace")
    if magic != b"PK\x03\x04" or called != member.orig_filename:
        raise damaged(name, "its list of contents does not fit its contents")
    start += n_name + n_extra
    return content[start : start + member.compress_size]


def _inflated(packed: bytes, member: zipfile.ZipInfo) -> bytes | None:
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        data = stream.decompress(packed, member.file_size + 1)
    except zlib.error:
        return None
    return data if stream.eof and not stream.unused_data else None
