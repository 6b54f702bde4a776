"""Which bytes of a file a client asks for (RFC 9110, section 14). Pure.

spans("bytes=0-1023", 48213)        # (range(0, 1024),)
spans("bytes=-500", 48213)          # (range(47713, 48213),)
spans("bytes=48213-", 48213)        # (): nothing that is there; the answer is 416
spans("lines=1-2", 48213)           # None: as if nothing had been asked; the answer is the whole file
"""

import re
from collections.abc import Iterable

MOST_SPANS = 8  # players ask for one or two; hundreds are an attack

_SPEC = re.compile(r"([0-9]{1,40})-([0-9]{0,40})|-([0-9]{1,40})")


def spans(header: str, size_bytes: int) -> tuple[range, ...] | None:
    """What a Range header asks for, in its order; None if it is to be ignored.

    Ignored are other units than bytes, what can't be read, more than `MOST_SPANS` ranges, and ranges that are
    together longer than the file, because the whole is shorter than that.
    """
    unit, _, listed = header.partition("=")
    specs = [spec.strip() for spec in listed.split(",", MOST_SPANS + 1) if spec.strip()]
    if unit.strip().lower() != "bytes" or not 0 < len(specs) <= MOST_SPANS:
        return None
    found = [_span(spec, size_bytes) for spec in specs]
    satisfiable = tuple(span for span in found if span)
    if None in found or sum(map(len, satisfiable)) > size_bytes:
        return None
    return satisfiable


def multipart(parts: Iterable[range], size_bytes: int, media_type: str, boundary: str) -> list[bytes | range]:
    """The body of an answer with several spans: bytes to be sent as they are, and spans of the file between them."""
    body: list[bytes | range] = []
    for span in parts:
        head = f"--{boundary}\r\nContent-Type: {media_type}\r\nContent-Range: {content_range(span, size_bytes)}\r\n\r\n"
        body += [head.encode("ascii"), span, b"\r\n"]
    return [*body, f"--{boundary}--\r\n".encode("ascii")]


def content_range(span: range, size_bytes: int) -> str:
    return f"bytes {span.start}-{span.stop - 1}/{size_bytes}"


def _span(spec: str, size_bytes: int) -> range | None:
    """An empty one where it asks for what is not there, None where it can't be read."""
    read = _SPEC.fullmatch(spec)
    if not read:
        return None
    first, last, suffix = read.groups()
    if suffix:
        return range(max(0, size_bytes - int(suffix)), size_bytes)
    if last and int(last) < int(first):
        return None
    return range(int(first), min(int(last) + 1, size_bytes) if last else size_bytes)
