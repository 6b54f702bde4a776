"""Addresses of essays: one way to write each, so that the same page is the same episode.

    is_address("https://example.org/rivers")                        # True; also of "ftp://…", which is then refused
    canonical("HTTPS://Example.org:443/rivers?utm_source=x#top")     # "https://example.org/rivers"

What follows `#` is a place in the page. Parameters that only tell who sent a reader there are left out, for none of
them changes a page. A name and a password are never kept.
"""

import re
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

from podcast.errors import PodcastError

_SCHEMES = ("http", "https")
_PORTS = {"http": 80, "https": 443}
_LIKE_ONE = re.compile(r"https?:|[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|_hsenc|_hsmi)(?:=|$)", re.IGNORECASE)
_AS_IT_IS = "/:?#[]@!$&'()*+,;=%~"  # what an address may hold; all else is written in percents
_LONGEST = 8000  # characters, as servers have it


def is_address(name: str) -> bool:
    return _LIKE_ONE.match(name) is not None


def canonical(address: str) -> str:
    """Raises PodcastError for what is no address of a page, or has a password in it."""
    parts = _split(address)
    if parts.username is not None or parts.password is not None:
        remedy = "It would be saved with the essay. Save the page in a browser, and build that file."
        raise PodcastError("The address has a user's name in it", which=_shown(parts), remedy=remedy)
    return _written(parts)


def without_user(address: str) -> str:
    """The same for an address that a server sends us on to: a name and a password in it are left out."""
    return _written(_split(address))


def _split(address: str) -> SplitResult:
    try:
        parts = urlsplit(address.strip())
        is_whole = parts.scheme.lower() in _SCHEMES and bool(parts.hostname) and parts.port != 0
    except ValueError:  # brackets without an end, a port that is no number
        is_whole = False
    if not is_whole or len(address) > _LONGEST or re.search(r"[\s\x00-\x1f\x7f\\]", parts.netloc):
        shown = re.sub(r"(?<=//)[^/@]*@", "", address)[:200]
        remedy = "It begins with https:// and the site's name, such as https://example.org/rivers."
        raise PodcastError("This is no address of a page on the web", which=shown, remedy=remedy)
    return parts


def _written(parts: SplitResult) -> str:
    query = "&".join(piece for piece in parts.query.split("&") if not _TRACKING.match(piece))
    path = quote(parts.path, safe=_AS_IT_IS) or "/"
    return urlunsplit((parts.scheme.lower(), _place(parts), path, quote(query, safe=_AS_IT_IS), ""))


def _place(parts: SplitResult) -> str:
    """The host, and the port where it isn't the usual one."""
    host = (parts.hostname or "").rstrip(".")
    host = f"[{host}]" if ":" in host else host
    return host if parts.port in (None, _PORTS[parts.scheme.lower()]) else f"{host}:{parts.port}"


def _shown(parts: SplitResult) -> str:
    return urlunsplit((parts.scheme, _place(parts), parts.path, "", ""))
