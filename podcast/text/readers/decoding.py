"""Bytes of an essay to text: UTF-8, UTF-16, what a web page declares, else Windows-1252; never binary data.

    source = decode(data, "essay.md")

Lines end in a line feed afterwards, so that offsets count the same characters on every system.
"""

import codecs
import re

from podcast.errors import PodcastError
from podcast.text.readers.mhtml import page_of

_MAX_BYTES = 20_000_000
#: Those that a user might well try. Any other binary file shows by its controls.
_MAGIC = {
    b"%PDF-": "a PDF",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"PK\x03\x04": "a zip archive or an office document",
    b"\xd0\xcf\x11\xe0": "an old Word document",
    b"{\\rtf": "an RTF document",
    b"\x7fELF": "a program",
    b"\x1f\x8b": "a gzip archive",
}
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s{0,9}=\s{0,9}[\"']?([\w-]{1,40})", re.IGNORECASE)
_LINE_END = re.compile("\r\n|[\r\u0085\u2028\u2029]")
#: Controls that occur in text; a file with others is not text.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(data: bytes, name: str) -> str:
    if len(data) > _MAX_BYTES:
        raise PodcastError("The essay is too long", which=name, remedy="20 MB is the most; cut it into parts.")
    magic = next((kind for start, kind in _MAGIC.items() if data.startswith(start)), "")
    if magic:
        raise _binary(name, f"It is {magic}")
    source = _LINE_END.sub("\n", _decode(page_of(data, name), name))
    if len(_CONTROLS.findall(source)) > len(source) // 1000 or "\x00" in source:
        raise _binary(name, "It holds binary data")
    return source


def _binary(name: str, why: str) -> PodcastError:
    remedy = f"{why}. Save it as plain text, Markdown or HTML, and try again."
    return PodcastError("The essay is not text", which=name, remedy=remedy)


def _decode(data: bytes, name: str) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strictly(data[len(bom) :], encoding, name)
    if encoding := _utf_16_without_bom(data):
        return _strictly(data, encoding, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(_declared(data), errors="replace")


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise _binary(name, f"It begins as {encoding.upper()} but is not") from None


def _utf_16_without_bom(data: bytes) -> str:
    """Latin text in UTF-16 has a NUL in almost every second byte, and no other."""
    sample = data[:4000]
    if len(sample) < 4:
        return ""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > len(sample) * 0.35 and not even:
        return "utf-16-le"
    return "utf-16-be" if even > len(sample) * 0.35 and not odd else ""


def _declared(data: bytes) -> str:
    """The encoding that a web page names, where Python knows it; a byte that it has no sign for is replaced."""
    match = _CHARSET.search(data[:4000])
    try:
        found = codecs.lookup(match.group(1).decode("ascii")).name if match else "cp1252"
        b"essay".decode(found)  # refuses codecs that are not text, like base64
    except (LookupError, UnicodeError):
        return "cp1252"
    return "cp1252" if found in ("utf-8", "ascii", "iso8859-1") else found
