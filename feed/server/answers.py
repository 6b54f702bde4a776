"""Content to HTTP answers: whole, in part, or not at all because the client has it already (RFC 9110).

    content = Content(file, size_bytes, "audio/mpeg", '"1f2e"', modified_s=1_772_000_000.0)
    response = answer(content, request.method, request.headers)

200, 206 for ranges (also several), 304 for an ETag or a date that is still true, 416 for what is not there.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from email.utils import formatdate, parsedate_to_datetime
from secrets import token_hex
from typing import BinaryIO

from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from feed.server.ranges import content_range, multipart, spans

_CHUNK_BYTES = 1 << 16


@dataclass(frozen=True, slots=True)
class Content:
    """What lies at a URL at this moment. Whoever answers with it closes the file."""

    file: BinaryIO
    size_bytes: int
    media_type: str
    etag: str  # strong, with its quotation marks
    modified_s: float | None = None  # since 1970; None: nobody knows
    varies_with: str = ""  # the header of a request that made it what it is


def answer(content: Content, method: str, request: Mapping[str, str]) -> Response:
    """What a GET or HEAD gets. `request` has the request's headers, whatever their case."""
    if _is_known(content, request):
        content.file.close()
        return Response(status_code=304, headers=_headers(content))
    asked = spans(request["range"], content.size_bytes) if _may_be_part(content, method, request) else None
    if asked is None:
        return _Sent(200, content, [range(content.size_bytes)], content.media_type, method)
    if not asked:
        content.file.close()
        return Response(status_code=416, headers={"content-range": f"bytes */{content.size_bytes}"})
    if len(asked) == 1:
        response = _Sent(206, content, asked, content.media_type, method)
        response.headers["content-range"] = content_range(asked[0], content.size_bytes)
        return response
    boundary = token_hex(12)
    body = multipart(asked, content.size_bytes, content.media_type, boundary)
    return _Sent(206, content, body, f"multipart/byteranges; boundary={boundary}", method)


class _Sent(StreamingResponse):
    """Streams a body of bytes and spans of the content's file, and closes the file in any case."""

    def __init__(
        self, status: int, content: Content, body: Sequence[bytes | range], media_type: str, method: str
    ) -> None:
        length = sum(map(len, body))
        headers = {**_headers(content), "content-length": str(length), "content-type": media_type}
        super().__init__(_chunks(content.file, () if method == "HEAD" else body), status, headers)
        self._file = content.file

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        with self._file:
            await super().__call__(scope, receive, send)


def _chunks(file: BinaryIO, body: Sequence[bytes | range]) -> Iterator[bytes]:
    for part in body:
        if isinstance(part, bytes):
            yield part
        else:
            yield from _span(file, part)


def _span(file: BinaryIO, span: range) -> Iterator[bytes]:
    file.seek(span.start)
    missing = len(span)
    while missing and (chunk := file.read(min(missing, _CHUNK_BYTES))):
        missing -= len(chunk)
        yield chunk


def _headers(content: Content) -> dict[str, str]:
    headers = {"etag": content.etag, "accept-ranges": "bytes", "cache-control": "no-cache"}
    if content.modified_s is not None:
        headers["last-modified"] = formatdate(content.modified_s, usegmt=True)
    if content.varies_with:
        headers["vary"] = content.varies_with
    return headers


def _is_known(content: Content, request: Mapping[str, str]) -> bool:
    """Whether the client has it already. An ETag is exact; a date counts only where there is none (13.2.2)."""
    etags = request.get("if-none-match")
    if etags is not None:
        known = {etag.strip().removeprefix("W/") for etag in etags.split(",")}
        return bool(known & {"*", content.etag})
    since = _time_s(request.get("if-modified-since", ""))
    return since is not None and content.modified_s is not None and int(content.modified_s) <= since


def _may_be_part(content: Content, method: str, request: Mapping[str, str]) -> bool:
    """Ranges are defined for GET alone (14.2), and for the version that the client has begun with (13.1.5).

    A date tells no version from another of the same second, and a file may keep the date of the one before it.
    """
    if method != "GET" or "range" not in request:
        return False
    version = request.get("if-range")
    return version is None or version == content.etag


def _time_s(date: str) -> float | None:
    try:
        return parsedate_to_datetime(date).timestamp()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
