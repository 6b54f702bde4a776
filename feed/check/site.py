"""Where a feed and the files beside it are looked at: a published folder here, a server in `served`.

    site = Folder(Path("public"), ("https://example.org/show",))
    site.knows(url), site.size(url), read(site, url)

Sizes are bytes; None stands for what isn't there.
"""

import os
import re
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Protocol
from urllib.parse import unquote, urlsplit

from feed.check.excerpt import excerpt

LARGEST_BYTES = 64 << 20  # of a file that is read at once


class WebSite(Protocol):
    def knows(self, url: str) -> bool:
        """Whether the site can tell what is at the URL: if not, nothing is said about it."""
        ...

    def holds(self, url: str) -> bool:
        """Whether the URL lies in the published folder, whatever is there."""
        ...

    def open(self, url: str) -> BinaryIO | None: ...

    def size(self, url: str) -> int | None: ...


def read(site: WebSite, url: str) -> bytes | None:
    """The file at the URL, at most the first 64 MiB of it."""
    file = site.open(url)
    if file is None:
        return None
    with file:
        return file.read(LARGEST_BYTES)


def is_missing(site: WebSite, url: str) -> bool:
    """Whether the published folder should have it and hasn't; what lies elsewhere is somebody else's business."""
    return site.holds(url) and site.size(url) is None


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder, and the addresses at which it is published.

    An analytics prefix in front of an address (https://op3.dev/e/example.org/show/x.mp3) is understood. With marks,
    a feed has only the items in which one of them stands.
    """

    root: Path
    addresses: tuple[str, ...]
    marks: tuple[str, ...] | None = None

    def knows(self, url: str) -> bool:
        return self.inside(url) is not None

    holds = knows

    def path(self, url: str) -> Path | None:
        """The file at the URL, if there is one; nothing outside the folder."""
        inside = self.inside(url)
        if inside is None or ".." in PurePosixPath(inside).parts or "\0" in inside:
            return None
        path = self.root / inside.lstrip("/")
        try:
            found = path / "index.html" if path.is_dir() else path
            is_there = found.is_file()
        except (OSError, ValueError):  # a name that is too long, or no name at all
            return None
        return found if is_there else None

    def open(self, url: str) -> BinaryIO | None:
        path = self.path(url)
        try:
            file = path.open("rb") if path else None
            if file is None or self.marks is None or suffix(url) != ".xml":
                return file
            with file:
                facts = os.fstat(file.fileno())
            return BytesIO(_excerpt(path, self.marks, facts.st_mtime_ns, facts.st_ino))
        except OSError:
            return None

    def size(self, url: str) -> int | None:
        path = self.path(url)
        try:
            return path.stat().st_size if path else None
        except OSError:
            return None

    def inside(self, url: str) -> str | None:
        """The path within the folder that the URL stands for, whatever is there; None: it lies elsewhere."""
        return next((path for address in self.addresses if (path := path_within(url, address)) is not None), None)


def path_within(url: str, address: str) -> str | None:
    """The path from the folder at `address` that the URL stands for, with or without a prefix in front of it."""
    bare, named = _without_scheme(re.sub(r"[?#].*", "", url)), _without_scheme(address).rstrip("/") + "/"
    start = f"/{bare}/".find(f"/{named}")
    return unquote(bare[start + len(named) :]) if _is_web(url) and start >= 0 else None


@lru_cache(maxsize=4)  # a feed is opened for its head, for its items, and for what is heard
def _excerpt(path: Path, marks: tuple[str, ...], _mtime_ns: int, _inode: int) -> bytes:
    with path.open("rb") as file:
        return excerpt(file, marks)


def folder_address(feed_url: str) -> str:
    """The address of the folder that a feed lies in."""
    return feed_url.rpartition("/")[0]


def suffix(url: str) -> str:
    """Of the file that the URL names: ".mp3"."""
    return PurePosixPath(_parts(url)[2]).suffix.lower()


def is_absolute(url: str) -> bool:
    """Whether it is a whole web address, in ASCII and without white space."""
    return _is_web(url) and bool(_parts(url)[1]) and url.isascii() and not re.search(r"\s", url)


def host(url: str) -> str:
    return _parts(url)[1]


def _is_web(url: str) -> bool:
    return _parts(url)[0] in ("http", "https")


def _parts(url: str) -> tuple[str, str, str]:
    """Scheme, host and path; empty for what is no URL at all."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", "", ""
    return parts.scheme, parts.hostname or "", parts.path


def _without_scheme(url: str) -> str:
    return re.sub(r"^https?:/*", "", url)
