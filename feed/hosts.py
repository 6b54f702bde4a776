"""Whose address a URL is.

host("https://www.example.org/show/")       # "example.org"
is_local("http://localhost:8000/feed.xml")  # True
"""

from urllib.parse import urlsplit

_LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "::1", "0.0.0.0"})  # noqa: S104 - recognised, not bound


def is_local(url: str) -> bool:
    """Whether only this computer can reach it."""
    return (_host(url) or "") in _LOCAL_HOSTS


def host(url: str) -> str:
    """For people: "example.org"; a mail address for itself."""
    return url.partition(":")[2] if url.lower().startswith("mailto:") else _host(url).removeprefix("www.")


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:  # "http://[": not an address at all
        return ""
