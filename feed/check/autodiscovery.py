"""From the address that somebody has to that of the feed: a show's page names its feed (RSS Autodiscovery).

feed_url = find_feed("https://example.org/show/", client)     # "https://example.org/show/feed.xml"
"""

import re
from io import BytesIO
from urllib.parse import urljoin

import httpx
from lxml import etree

from feed.check.site import is_absolute

_MOST_BYTES = 4 << 20  # a feed's own address needs no more than its first bytes
_PAGE = re.compile(rb"\s*(<\?xml[^>]*>\s*)?(?>(?><!--.*?-->\s*)*)<(!doctype html|html)\b", re.IGNORECASE | re.DOTALL)
_FEED_TYPE = "application/rss+xml"


class NoAnswer(Exception):  # noqa: N818 — it is the server's fault
    """Nobody answers, with the reason."""


def find_feed(url: str, client: httpx.Client) -> str:
    """The feed that the page at `url` names; `url` itself when it is no page, or names none. Raises NoAnswer."""
    try:
        with client.stream("GET", url, follow_redirects=True) as response:
            beginning, here = _beginning(response), str(response.url)
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, ValueError) as error:
        raise NoAnswer(_reason(error)) from None
    named = _named_feed(beginning) if _PAGE.match(beginning) else ""
    try:
        found = urljoin(here, named) if named else url
    except ValueError:  # no address at all
        return url
    return found if is_absolute(found) and found.isprintable() else url


def _beginning(response: httpx.Response) -> bytes:
    """Of a page all of it; of anything else, or of an answer that is none, enough to see that."""
    body = bytearray()
    if response.status_code == httpx.codes.OK:
        for chunk in response.iter_bytes():
            body += chunk
            if len(body) >= _MOST_BYTES or not (_PAGE.match(body) or len(body) < 1000):
                break
    return bytes(body)


def _named_feed(page: bytes) -> str:
    try:
        links = etree.parse(BytesIO(page), etree.HTMLParser()).iter("link")
    except (etree.LxmlError, ValueError):
        return ""
    for link in links:
        is_alternate = "alternate" in link.get("rel", "").lower().split()
        if is_alternate and link.get("type", "").strip().lower() == _FEED_TYPE:
            return str(link.get("href", "")).strip()
    return ""


def _reason(error: Exception) -> str:
    """Such as "Connection refused", without the number that the system has for it."""
    return re.sub(r"^\[Errno -?\d+\] ", "", str(error)).rstrip(".") or type(error).__name__
