"""A page from the web, as somebody asks for it by its address: whole, within bounds, from where it may come.

    page = fetch("https://example.org/rivers")
    page.address, page.suffix, page.data          # where it was found at last, ".html", b"<!doctype html>…"

Each address on the way is looked up once, judged (hosts.py) and connected to by its number; the name goes along for the
certificate and the server. Behind a proxy that does the looking up, only what is known here is judged.
"""

import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from podcast.errors import PodcastError
from podcast.web.address import without_user
from podcast.web.body import DamagedError, TooLargeError, in_utf8, unpacked
from podcast.web.faults import fault, refusal
from podcast.web.formats import suffix_of
from podcast.web.hosts import IsRefused, UnknownHostError, is_private, places

if TYPE_CHECKING:
    import httpx

MOST_BYTES = 20_000_000  # as of an essay (podcast/text/readers/decoding.py)
_TIMEOUT_S, _CONNECT_TIMEOUT_S = 20, 10
_MOST_SECONDS = 120  # for all of it
_MOST_HOPS = 10
_MOST_PLACES = 4  # of one name, to connect to
_HEADERS = {
    "user-agent": "podcast-producer (podcast build)",
    "accept": "text/html, application/xhtml+xml, text/markdown;q=0.9, text/plain;q=0.8, */*;q=0.5",
    "accept-encoding": "gzip, deflate",
}


@dataclass(frozen=True, slots=True)
class FetchedPage:
    address: str  # where it was found at last
    suffix: str  # that its file gets
    data: bytes  # in UTF-8, where nothing in the page says what it is in


def fetch(address: str, is_refused: IsRefused = is_private, most_seconds: float = _MOST_SECONDS) -> FetchedPage:
    """`address` is canonical. Raises PodcastError."""
    at, until = address, time.monotonic() + most_seconds
    for _ in range(_MOST_HOPS):
        if time.monotonic() > until:
            raise fault(address, "comes too slowly")
        with _answered(at, is_refused) as response:
            if not response.has_redirect_location:
                return _page(at, response, until)
            at = _followed(at, response)
    remedy = "It may want a browser that keeps cookies: open it in one, save the page, and build that file."
    raise PodcastError(f"The site sends us on more than {_MOST_HOPS} times", which=address, remedy=remedy)


def _page(address: str, response: "httpx.Response", until: float) -> FetchedPage:
    if told := refusal(response.status_code, response.headers.get("retry-after", "")):
        raise PodcastError(told[0], which=address, remedy=told[1])
    media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    encoding = response.headers.get("content-encoding", "").strip().lower().replace("x-gzip", "gzip")
    if encoding not in ("", "identity", "gzip", "deflate"):
        raise fault(address, f"is packed in a way that was not asked for ({encoding[:40]})")
    if response.headers.get("content-length", "").isdecimal() and int(response.headers["content-length"]) > MOST_BYTES:
        raise _too_large(address)
    try:
        data = unpacked(_chunks(address, response, until), encoding, MOST_BYTES)
    except TooLargeError:
        raise _too_large(address) from None
    except DamagedError as error:
        raise fault(address, f"came damaged ({error})") from None
    if not data.strip():
        raise PodcastError("There is nothing on the page", which=address, remedy="Check the address in a browser.")
    return FetchedPage(address, suffix_of(media_type, address, data), in_utf8(data, response.charset_encoding or ""))


def _chunks(address: str, response: "httpx.Response", until: float) -> Iterator[bytes]:
    for chunk in response.iter_raw():
        if time.monotonic() > until:
            raise fault(address, "comes too slowly")
        yield chunk


def _followed(address: str, response: "httpx.Response") -> str:
    from httpx import URL, InvalidURL

    try:
        there = without_user(str(URL(address).join(response.headers["location"])))
    except (InvalidURL, PodcastError, UnicodeError, ValueError):
        told = repr(response.headers["location"][:200])
        raise fault(address, f"sends us on to what is no address of a page ({told})") from None
    if address.startswith("https:") and there.startswith("http:"):
        remedy = f"On the way anybody could change it. If you trust that, give {there} itself."
        raise PodcastError("The site sends us on to an address without encryption", which=address, remedy=remedy)
    return there


@contextmanager
def _answered(address: str, is_refused: IsRefused) -> "Iterator[httpx.Response]":
    """The beginning of an answer; whatever goes wrong on the wire while it is read is told as a sentence, too."""
    import httpx

    from podcast.web.faults import transport_fault

    try:
        url = httpx.URL(address)
        is_proxied = _is_proxied(address)
        targets = _targets(url, is_refused, is_proxied=is_proxied)
        with _client(address, is_proxied=is_proxied) as net:
            requests = [_request(net, url, target) for target in targets]
            with closing(_sent(net, requests)) as response:
                yield response
    except (httpx.InvalidURL, httpx.UnsupportedProtocol, UnicodeError) as error:
        raise fault(address, f"is at no address of the web ({error})") from None
    except (httpx.TransportError, httpx.DecodingError) as error:
        raise transport_fault(address, error) from None


def _sent(net: "httpx.Client", requests: "Sequence[httpx.Request]") -> "httpx.Response":
    """From the first place that can be reached."""
    from httpx import ConnectError, ConnectTimeout

    for request in requests[:-1]:
        with suppress(ConnectError, ConnectTimeout):
            return net.send(request, stream=True)
    return net.send(requests[-1], stream=True)


def _request(net: "httpx.Client", url: "httpx.URL", target: "httpx.URL") -> "httpx.Request":
    """The name goes along with the number: for the server, and for the certificate."""
    names = {"sni_hostname": url.raw_host.decode("ascii")}
    return net.build_request("GET", target, headers={"host": url.netloc.decode("ascii")}, extensions=names)


def _targets(url: "httpx.URL", is_refused: IsRefused, *, is_proxied: bool) -> "list[httpx.URL]":
    """A proxy may know names that nobody knows here; what is known here is held to the same rule."""
    port = url.port or (443 if url.scheme == "https" else 80)
    host = url.raw_host.decode("ascii")
    if is_proxied:
        with suppress(UnknownHostError):
            places(host, port, is_refused)
        return [url]
    return [url.copy_with(host=place) for place in places(host, port, is_refused)[:_MOST_PLACES]]


def _is_proxied(address: str) -> bool:
    from urllib.request import getproxies, proxy_bypass

    parts = urlsplit(address)
    proxies = getproxies()
    return bool(proxies.get(parts.scheme) or proxies.get("all")) and not proxy_bypass(parts.netloc)


def _client(address: str, *, is_proxied: bool) -> "httpx.Client":
    import httpx

    timeout = httpx.Timeout(_TIMEOUT_S, connect=_CONNECT_TIMEOUT_S)
    verify = httpx.create_ssl_context() if address.startswith("https:") else False
    try:
        return httpx.Client(timeout=timeout, headers=_HEADERS, verify=verify, trust_env=is_proxied)
    except (ValueError, ImportError) as error:
        remedy = "Set HTTPS_PROXY in the environment to http://HOST:PORT, or unset it."
        raise PodcastError(f"The proxy that is set can't be used ({error})", remedy=remedy) from None


def _too_large(address: str) -> PodcastError:
    remedy = f"{MOST_BYTES // 1_000_000} MB is the most. Save the part that you want, and build that file."
    return PodcastError("The page is too large", which=address, remedy=remedy)
