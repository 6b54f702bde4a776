"""A feed as a server serves it: every rule of `feed.check`, and how the server answers.

    with httpx.Client() as client:
        report = check_served("https://example.org/show/feed.xml", client, Standard(now=datetime.now(UTC)))

Every enclosure is asked for its size, and every cover, transcript and list of chapters is read. How the server answers
(ranges, validators, CORS) is tried on the feed, the cover, and the files of the newest item. Audio isn't downloaded.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from itertools import islice
from typing import BinaryIO

import httpx
from lxml import etree

from feed.check import Report, check
from feed.check.document import Standard, Unreadable, read_items
from feed.check.site import LARGEST_BYTES, folder_address, host, is_absolute, path_within
from feed.rss import ITUNES, PODCAST
from feed.rules import Rulebook
from feed.server.files import media_type

ANSWERS: "Rulebook[Resource]" = Rulebook()

_FEED_TYPE = "application/rss+xml"
_AUDIO, _FEED, _PICTURE, _TEXT = "audio", "feed", "picture", "text"
_PROBE_BYTES = 100
_HARMLESS = (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, UnicodeError, ValueError)


@dataclass(frozen=True, slots=True)
class WebAnswer:
    """Status 0: there was none."""

    status: int
    headers: httpx.Headers
    body: bytes  # the first bytes of it, for a request of a few


@dataclass(frozen=True)
class Resource:
    url: str
    kind: str
    ask: Callable[..., WebAnswer]  # (method, url, **headers)


@dataclass(frozen=True)
class Web:
    """A `Site` over HTTP. What was asked for last is kept: a feed is read twice, and two rules ask for a size."""

    client: httpx.Client
    address: str = ""  # of the published folder
    kept: dict[str, bytes] = field(default_factory=dict)
    sizes: dict[str, int | None] = field(default_factory=dict)

    def knows(self, url: str) -> bool:
        return is_absolute(url)

    def holds(self, url: str) -> bool:
        return self.knows(url) and path_within(url, self.address) is not None

    def open(self, url: str) -> BinaryIO | None:
        if url not in self.kept:
            answer = self.ask("GET", url, most_bytes=LARGEST_BYTES)
            if answer.status != httpx.codes.OK:
                return None
            self.kept.clear()
            self.kept[url] = answer.body
        return BytesIO(self.kept[url])

    def size(self, url: str) -> int | None:
        if url not in self.sizes:
            self.sizes.clear()
            self.sizes[url] = self._size(url)
        return self.sizes[url]

    def _size(self, url: str) -> int | None:
        answer = self.ask("HEAD", url, accept_encoding="identity")
        if answer.status != httpx.codes.OK:
            return None
        length = answer.headers.get("content-length", "")
        return int(length) if length.isascii() and length.isdecimal() else 0

    def ask(self, method: str, url: str, *, most_bytes: int = 2 * _PROBE_BYTES, **headers: str) -> WebAnswer:
        """An answer whose body is read up to `most_bytes`, redirects followed."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            with self.client.stream(method, url, headers=named, follow_redirects=True) as response:
                return WebAnswer(response.status_code, response.headers, _beginning(response, most_bytes))
        except _HARMLESS:
            return WebAnswer(0, httpx.Headers(), b"")


def check_served(url: str, client: httpx.Client, standard: Standard) -> Report:
    """Hold every rule against the feed at `url`; a local host in it is allowed, if it is that of `url`."""
    web = Web(client, folder_address(url))
    standard = replace(standard, published_at=url, own_host=host(url))
    report = check(web, url, standard)
    answers = [problem for resource in _resources(web, url) for problem in ANSWERS.problems(resource, resource.url)]
    return Report((*report.problems, *answers), report.episodes, (*report.rules, *ANSWERS.rules))


@ANSWERS.rule(
    *("http-status", "required", "Apple, RFC 9110"), "The server has what the feed names.", "Upload all of public/."
)
def http_status(resource: Resource) -> Iterator[str]:
    status = resource.ask("GET", resource.url, range="bytes=0-0").status
    if status not in (httpx.codes.OK, httpx.codes.PARTIAL_CONTENT):
        yield _answered(status)


@ANSWERS.rule(
    *("http-head", "required", "Apple, Podcast RSS feed requirements"),
    "The server answers HEAD as it answers GET, and says how long audio is.",
    "Let the server answer HEAD.",
)
def http_head(resource: Resource) -> Iterator[str]:
    head = resource.ask("HEAD", resource.url)
    if head.status != httpx.codes.OK:
        yield _answered(head.status)
    elif resource.kind == _AUDIO and "content-length" not in head.headers:
        yield "it doesn't say Content-Length"


@ANSWERS.rule(
    *("http-type", "required", "Apple, NS"),
    "The server gives each file its media type.",
    "Set the type of this file's ending in the server's configuration.",
)
def http_type(resource: Resource) -> Iterator[str]:
    head = resource.ask("HEAD", resource.url)
    wanted = _FEED_TYPE if resource.kind == _FEED else media_type(httpx.URL(resource.url).path).partition(";")[0]
    said = head.headers.get("content-type", "").partition(";")[0].strip().lower()
    if head.status == httpx.codes.OK and said != wanted:
        yield f"it is {said!r} instead of {wanted!r}"


@ANSWERS.rule(
    *("http-ranges", "required", "Apple, RFC 9110, 14"),
    "The server gives any range of bytes of the audio.",
    "Turn byte ranges on: Apple refuses shows without them, and nobody can skip.",
)
def http_ranges(resource: Resource) -> Iterator[str]:
    if resource.kind != _AUDIO:
        return
    part = resource.ask("GET", resource.url, range=f"bytes=10-{10 + _PROBE_BYTES - 1}", accept_encoding="identity")
    if part.status != httpx.codes.PARTIAL_CONTENT:
        yield _answered(part.status)
    elif not part.headers.get("content-range", "").startswith("bytes 10-") or len(part.body) > _PROBE_BYTES:
        yield f"it gave {part.headers.get('content-range')!r}"


@ANSWERS.rule(
    *("http-range-end", "recommended", "RFC 9110, 15.5.17"),
    "A range beyond the end of the audio is answered by 416.",
    "Let the server answer as RFC 9110 says.",
)
def http_range_end(resource: Resource) -> Iterator[str]:
    if resource.kind == _AUDIO:
        status = resource.ask("GET", resource.url, range="bytes=99999999999-", accept_encoding="identity").status
        if status != httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
            yield _answered(status)


@ANSWERS.rule(
    *("http-if-range", "recommended", "RFC 9110, 13.1.5"),
    "A part of another version of the audio is not given: If-Range is heeded.",
    "Let the server heed If-Range, or players join two versions.",
)
def http_if_range(resource: Resource) -> Iterator[str]:
    if resource.kind == _AUDIO:
        status = resource.ask("GET", resource.url, range="bytes=10-19", if_range='"another"').status
        if status != httpx.codes.OK:
            yield _answered(status)


@ANSWERS.rule(
    *("http-validators", "recommended", "RFC 9110, 13.1"),
    "What hasn't changed is not sent again: ETag or Last-Modified, then 304.",
    "Turn ETag or Last-Modified on: apps ask for the feed again and again.",
)
def http_validators(resource: Resource) -> Iterator[str]:
    head = resource.ask("HEAD", resource.url)
    etag, modified = head.headers.get("etag"), head.headers.get("last-modified")
    if head.status != httpx.codes.OK:
        return
    if not etag and not modified:
        yield "it sends neither"
        return
    condition = {"if_none_match": etag} if etag else {"if_modified_since": modified}
    status = resource.ask("GET", resource.url, **condition).status
    if status != httpx.codes.NOT_MODIFIED:
        yield _answered(status)


@ANSWERS.rule(
    *("http-cors", "recommended", "NS, podcast:transcript and podcast:chapters"),
    "Web players may read transcripts and chapters (CORS).",
    "Send Access-Control-Allow-Origin: * with them; podcast serve does with --allow-origin '*'.",
)
def http_cors(resource: Resource) -> Iterator[str]:
    if resource.kind == _TEXT:
        answer = resource.ask("GET", resource.url, origin="https://player.example")
        allowed = answer.headers.get("access-control-allow-origin")
        if answer.status == httpx.codes.OK and allowed not in ("*", "https://player.example"):
            yield f"Access-Control-Allow-Origin is {allowed!r}"


def _resources(web: Web, feed_url: str) -> Iterator[Resource]:
    """The feed, and the files of its newest item; where the feed can't be read, that alone."""
    yield Resource(feed_url, _FEED, web.ask)
    try:
        found = list(_named(web, feed_url))
    except Unreadable:
        return
    for url, kind in dict(found).items():
        if is_absolute(url):
            yield Resource(url, kind, web.ask)


def _named(web: Web, feed_url: str) -> Iterator[tuple[str, str]]:
    file = web.open(feed_url)
    for item in islice(read_items(file), 1) if file else ():
        channel = item.getparent()
        for parent in (item, channel) if channel is not None else (item,):
            yield from _urls(parent, f"{{{ITUNES}}}image", "href", _PICTURE)
        yield from _urls(item, "enclosure", "url", _AUDIO)
        yield from _urls(item, f"{{{PODCAST}}}transcript", "url", _TEXT)
        yield from _urls(item, f"{{{PODCAST}}}chapters", "url", _TEXT)


def _urls(parent: etree._Element, tag: str, attribute: str, kind: str) -> Iterator[tuple[str, str]]:
    return ((found.get(attribute, ""), kind) for found in parent.findall(tag))


def _beginning(response: httpx.Response, most_bytes: int) -> bytes:
    body = bytearray()
    for chunk in response.iter_bytes():
        body += chunk
        if len(body) >= most_bytes:
            break
    return bytes(body[:most_bytes])


def _answered(status: int) -> str:
    return f"it answered {status}" if status else "it didn't answer"
