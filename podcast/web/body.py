"""The body of an answer: unpacked within bounds, and its text in UTF-8 where only the answer says what it is in.

    unpacked(chunks, "gzip", most_bytes=20_000_000)     # raises TooLargeError before that is exceeded
    in_utf8(data, "windows-1251")

A gzip of 20 kB may hold 20 MB, and one in that much more; so no more is unpacked at a time than may still come.
"""

import codecs
import re
import zlib
from collections.abc import Iterable

#: Labels that browsers take for more than they say (the Encoding Standard, 4.2).
_WIDER = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932"}
_WIDER |= {"euc_kr": "cp949", "iso8859-9": "cp1254", "tis_620": "cp874"}
_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_STATED = re.compile(rb"<meta[^>]{0,200}charset\s{0,9}=\s{0,9}[\"']?([\w-]{1,40})", re.IGNORECASE)
_HEAD_BYTES = 4000
_GZIP = 16 + zlib.MAX_WBITS
_SEVEN_BIT = (b"\x1b", b"\x00")  # what only looks like ASCII: ISO-2022-JP, UTF-16


class TooLargeError(Exception):
    """There is more than may come."""


class DamagedError(Exception):
    """It can't be unpacked."""


def unpacked(chunks: Iterable[bytes], encoding: str, most_bytes: int) -> bytes:
    """`encoding`: gzip, deflate, or none."""
    if encoding in ("", "identity"):
        return _joined(chunks, most_bytes)
    data = bytearray()
    packer = zlib.decompressobj(_GZIP if "gzip" in encoding else zlib.MAX_WBITS)
    try:
        for number, chunk in enumerate(chunks):
            if not number and encoding == "deflate" and chunk[:1] and chunk[0] & 0x0F != zlib.DEFLATED:
                packer = zlib.decompressobj(-zlib.MAX_WBITS)  # without the header that it should have
            data += packer.decompress(chunk, most_bytes - len(data) + 1)
            if len(data) > most_bytes:
                raise TooLargeError
        data += packer.flush()
    except zlib.error as error:
        raise DamagedError(str(error)) from None
    if data and not packer.eof:
        raise DamagedError("it ends in the middle")
    return bytes(data)


def in_utf8(data: bytes, charset: str) -> bytes:
    """`charset` is what the answer's header says: it counts where nothing in the page does."""
    if not charset or data.startswith(_BOMS) or _is_utf_8(data) or _states_another(data):
        return data
    try:
        name = codecs.lookup(charset).name
        b"essay".decode(name)  # refuses codecs that are not text, like base64
        return data.decode(_WIDER.get(name, name), errors="replace").encode("utf-8", errors="replace")
    except (LookupError, UnicodeError):
        return data


def _joined(chunks: Iterable[bytes], most_bytes: int) -> bytes:
    data = bytearray()
    for chunk in chunks:
        data += chunk
        if len(data) > most_bytes:
            raise TooLargeError
    return bytes(data)


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not any(sign in data for sign in _SEVEN_BIT)


def _states_another(data: bytes) -> bool:
    """A page that says that it is UTF-8, and isn't, has said nothing."""
    stated = _STATED.search(data[:_HEAD_BYTES])
    try:
        return stated is not None and codecs.lookup(stated.group(1).decode("ascii")).name not in ("utf-8", "ascii")
    except LookupError:
        return False
