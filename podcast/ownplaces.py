"""Places that are podcast's own: a link that somebody has put there is not followed, for reading or for writing.

    require_own(public, workroom)               # before anything is made: PodcastError names what lies in the way
    is_plain_file(public / "feed.xml")          # not of a link, whatever it leads to
    with open_plain(workroom / "lock", "ab") as file: …

Where the show lies, and whether its `public` is a link to where a web server looks, is the user's own decision. What is
in `public` by podcast's names, in `.podcast` and in the cache is podcast's: there a link would have a build write,
delete and publish what lies elsewhere. A file's link is replaced by the file; a folder's is an error, since what lies
behind it may be wanted. What users name is theirs, and may be a link.
"""

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

from podcast.errors import PodcastError
from podcast.userfiles import read_stream

_EPISODES, _ASSETS = "episodes", "assets"
_PUBLIC_FILES = ("feed.xml", "index.html", "feed.css", "feed.xsl")
_WORKROOM_FILES = ("lock", "catalog.sqlite3", "seal.json")
_JUNCTION = getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", -1)  # Windows' other kind of link
#: The last: not to wait for whoever reads a pipe, or writes one.
_FLAGS = sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY", "O_NOINHERIT"))
_MODES = {
    "rb": os.O_RDONLY,
    "ab": os.O_WRONLY | os.O_CREAT | os.O_APPEND,
    "a+b": os.O_RDWR | os.O_CREAT | os.O_APPEND,
    "xb": os.O_WRONLY | os.O_CREAT | os.O_EXCL,
}


def require_own(public: Path, workroom: Path) -> None:
    """Raises PodcastError: there is a link where a folder of ours should be, or one is where the other should be."""
    for folder in (public / _EPISODES, public / _ASSETS, workroom):
        if leads_away(folder):
            raise _is_link(folder)
        if os.path.lexists(folder) and not folder.is_dir():
            raise _in_the_way(folder, "file", "folder")
    for path in (*_links(public / _EPISODES), *_links(workroom)):
        raise _is_link(path)
    for path in (*map(public.joinpath, _PUBLIC_FILES), *map(workroom.joinpath, _WORKROOM_FILES)):
        refuse_folder(path)


def refuse_folder(path: Path) -> None:
    """Where a file is to be."""
    if path.is_dir() and not leads_away(path):
        raise _in_the_way(path, "folder", "file")


def leads_away(path: str | Path) -> bool:
    try:
        found = os.lstat(path)
    except (OSError, ValueError):
        return False
    return stat.S_ISLNK(found.st_mode) or getattr(found, "st_reparse_tag", None) == _JUNCTION


def is_within(path: Path, folder: Path) -> bool:
    """Whether no link leads away between them."""
    return not any(leads_away(one) for one in path.parents if one != folder and one.is_relative_to(folder))


def is_plain_file(path: str | Path) -> bool:
    try:
        return stat.S_ISREG(os.lstat(path).st_mode)
    except (OSError, ValueError):
        return False


def is_obstructed(path: str | Path) -> bool:
    """Whether there is something, and it is no file of its own: a link, a pipe, a folder."""
    return os.path.lexists(path) and not is_plain_file(path)


def open_plain(path: str | Path, mode: str) -> IO[Any]:
    """As `open`; but it has no name, as lxml wants to do something with one. `mode`: "rb", "ab", "a+b" or "xb".

    Raises OSError for whatever is no file.
    """
    return os.fdopen(_opened(path, _MODES[mode]), mode.replace("x", "w"))


def read_plain(path: str | Path, most_bytes: int) -> bytes:
    """All that is in a file. Raises OSError, also for one that has more."""
    with open_plain(path, "rb") as file:
        return read_stream(cast(BinaryIO, file), most_bytes)


def _opened(path: str | Path, flags: int) -> int:
    if is_obstructed(path):  # opening a pipe may mean to wait
        raise OSError(errno.EINVAL, "Something that is no file is in the way", path)
    descriptor = os.open(path, flags | _FLAGS, 0o666)
    if stat.S_ISREG(os.fstat(descriptor).st_mode):
        return descriptor
    os.close(descriptor)
    raise OSError(errno.EINVAL, "Something that is no file is in the way", path)


def _links(folder: Path) -> Iterator[Path]:
    """There may be ten thousand in it, so only what the folder itself knows is looked at."""
    try:
        with os.scandir(folder) as entries:
            found = [entry for entry in entries if entry.is_symlink() or (os.name == "nt" and leads_away(entry.path))]
    except OSError:  # it isn't there, or what is to be done in it will fail
        return
    yield from (Path(entry.path) for entry in found)


def _is_link(path: Path) -> PodcastError:
    remedy = "Delete the link, or put what it leads to in its place. The folder public itself may be a link."
    return PodcastError("A link lies where podcast keeps files of its own", which=str(path), remedy=remedy)


def _in_the_way(path: Path, kind: str, wanted: str) -> PodcastError:
    return PodcastError(f"A {kind} lies where podcast keeps a {wanted}", which=str(path), remedy="Move it away.")
