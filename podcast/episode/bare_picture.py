"""A picture and nothing else: what a camera or an editor wrote beside it is taken out, and no pixel changes.

    without_metadata(jpeg)  # no EXIF (place, time, serial numbers), XMP, IPTC, comments, thumbnails, second pictures
    without_metadata(png)   # no texts, times, EXIF, animation, chunks of single programs, bytes behind its end

What is needed to show it as it was meant stays: its colour profile, gamma and density. So a list says what may stay,
and not what has to go: whatever a program invents next goes, too. Nothing is decoded. A picture that is stored turned
on its side has to be turned before, since the note that says so is metadata.
"""

import re
import struct
from collections.abc import Iterator

_JPEG, _PNG = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"

_EOI, _SOS = 0xD9, 0xDA
_APP0, _APP2, _APP14, _APP15, _COMMENT = 0xE0, 0xE2, 0xEE, 0xEF, 0xFE
_ALONE = frozenset({0x01, *range(0xD0, _EOI + 1)})  # markers without a segment: TEM, RST, SOI, EOI
_JFIF, _COLOUR_PROFILE, _ADOBE = b"JFIF\0", b"ICC_PROFILE\0", b"Adobe"
_JFIF_BYTES = 14  # up to its thumbnail, of which the last two are width and height
_ADOBE_BYTES = 12  # whether the colours are YCbCr
_SCAN_END = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")

_CHUNKS = frozenset(b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI pHYs".split())
_IS_ANCILLARY = 0x20  # in the first letter: who doesn't know the chunk may pass over it


def without_metadata(picture: bytes) -> bytes:
    """Of a JPEG or PNG that can be decoded. Raises ValueError where it isn't built as its standard has it."""
    if picture.startswith(_JPEG):
        return b"".join(_jpeg_parts(picture))
    if picture.startswith(_PNG):
        return b"".join(_png_parts(picture))
    raise ValueError("neither a JPEG nor a PNG")


def _jpeg_parts(picture: bytes) -> Iterator[bytes]:
    at = 0
    while True:
        marker, at = _marker(picture, at)
        if marker in _ALONE:
            yield bytes((0xFF, marker))
            if marker == _EOI:
                return
            continue
        content, at = _segment(picture, at)
        if (kept := _kept(marker, content)) is not None:
            yield struct.pack(">BBH", 0xFF, marker, len(kept) + 2) + kept
        if marker == _SOS:
            end = _SCAN_END.search(picture, at)
            if end is None:
                raise ValueError("the picture has no end")
            yield picture[at : end.start()]
            at = end.start()


def _marker(picture: bytes, at: int) -> tuple[int, int]:
    """Before which any number of 0xFF may stand."""
    start = at
    while picture[at : at + 1] == b"\xff":
        at += 1
    if at == start or at >= len(picture):
        raise ValueError("a marker is missing")
    return picture[at], at + 1


def _segment(picture: bytes, at: int) -> tuple[bytes, int]:
    length = int.from_bytes(picture[at : at + 2])
    end = at + length
    if length < 2 or end > len(picture):
        raise ValueError("a segment has no end")
    return picture[at + 2 : end], end


def _kept(marker: int, content: bytes) -> bytes | None:
    """What stays of a segment; None of one that tells something else than the picture."""
    if marker == _APP0 and content.startswith(_JFIF) and len(content) >= _JFIF_BYTES:
        return content[: _JFIF_BYTES - 2] + b"\0\0"
    if marker == _APP2 and content.startswith(_COLOUR_PROFILE):
        return content
    if marker == _APP14 and content.startswith(_ADOBE):
        return content[:_ADOBE_BYTES]
    return None if _APP0 <= marker <= _APP15 or marker == _COMMENT else content


def _png_parts(picture: bytes) -> Iterator[bytes]:
    yield _PNG
    at, name = len(_PNG), b""
    while name != b"IEND":
        length, name = struct.unpack(">I4s", picture[at : at + 8].ljust(8, b"\0"))
        end = at + 12 + length
        if end > len(picture):
            raise ValueError("a chunk has no end")
        if name in _CHUNKS:
            yield picture[at:end]
        elif not name[0] & _IS_ANCILLARY:
            raise ValueError("a chunk that is needed isn't known")
        at = end
