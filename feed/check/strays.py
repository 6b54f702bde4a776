"""Files of a published folder that nothing refers to: old audio that is still paid for, and what was left behind.

    for problem in stray_files(public):
        print(problem.where)

A file counts as referred to if its name stands in a page, a feed or a JSON file beside it or at the top of the folder.
Hidden files that are no left-overs are their owner's business (.nojekyll, .htaccess).
"""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from html import escape
from mmap import ACCESS_READ, mmap
from pathlib import Path
from urllib.parse import unquote_to_bytes

from feed.rules import Problem, Rule

ORPHAN = Rule(
    *("orphan-file", "recommended", "hosts", "The published folder has no file that nothing refers to."),
    "Delete it, or refer to it: it is uploaded and paid for.",
)
LEFTOVER = Rule(
    *("leftover-file", "recommended", "hosts", "The published folder has no file that somebody stopped writing."),
    "Delete it if no build is running; the next build deletes those called .staged-….part.",
)
SYSTEM = Rule(
    *("system-file", "recommended", "hosts", "The published folder has none of the files that systems put in folders."),
    "Your system made it: delete it before you upload.",
)
STRAYS = (ORPHAN, LEFTOVER, SYSTEM)

_KNOWN = re.compile(
    r"index\.html|404\.html|feed\.(xml|xsl|css)|robots\.txt|sitemap\.xml|favicon\.\w+|CNAME|_headers|_redirects|llms\.txt"
)
_KNOWN_FOLDERS = frozenset({"assets"})
_LEFTOVERS = re.compile(r"\.staged-.*|.*\.(part|tmp|swp|crdownload)|.*~")
_OF_SYSTEMS = re.compile(r"\.DS_Store|\._.*|Thumbs\.db|desktop\.ini", re.IGNORECASE)
_REFERRING = frozenset({".html", ".xml", ".json", ".css", ".xsl", ".js", ".opml", ".txt"})
#: A run without what ends names in links, JSON and style sheets, and with a dot inside. It begins where a run begins
#: and never gives back what it took, so any text is searched in one pass.
_NAME = re.compile(rb"(?<![^D])[^D.]*+(?>(?:\.[^D.]++)+)".replace(b"D", rb"/\\\"'<>\s?#=,()[\]{}&;"))


def stray_files(root: Path) -> Iterator[Problem]:
    """Of the published folder `root`; where is the path from its parent."""
    at_top = cache(partial(_texts, root))
    for folder, names in _folders(root):
        beside = at_top if folder == root else cache(partial(_texts, folder))
        for name in names:
            path = folder / name
            where = path.relative_to(root.parent).as_posix()
            if _OF_SYSTEMS.fullmatch(name):
                yield Problem(SYSTEM, where, "it belongs to no show")
            elif _LEFTOVERS.fullmatch(name):
                yield Problem(LEFTOVER, where, "it was left behind")
            elif not _is_known(path.relative_to(root)) and not (_mention(name, at_top()) or _mention(name, beside())):
                yield Problem(ORPHAN, where, f"nothing refers to it ({path.stat().st_size} bytes)")


def _folders(root: Path) -> Iterator[tuple[Path, list[str]]]:
    """Each with the names of its files, without those that are hidden."""
    for path, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield Path(path), [name for name in sorted(names) if Path(path, name).is_file()]


def _is_known(path: Path) -> bool:
    is_top = len(path.parts) == 1
    is_episode = path.name in ("index.html", "episode.json")
    return (
        path.name.startswith(".")
        or is_episode
        or (is_top and _KNOWN.fullmatch(path.name) is not None)
        or path.parts[0] in _KNOWN_FOLDERS
    )


@dataclass(frozen=True, slots=True)
class _Text:
    """Only its names are kept: a long feed is asked for the files of each of its episodes."""

    path: Path
    names: frozenset[bytes]

    def has(self, name: bytes) -> bool:
        if name in self.names:
            return True
        return not _is_plain(name) and (written := _content(self.path)) is not None and _stands_in(name, written)


def _mention(name: str, texts: Iterable[_Text]) -> bool:
    """No file vouches for itself."""
    return any(text.path.name != name and text.has(os.fsencode(name)) for text in texts)


def _texts(folder: Path) -> tuple[_Text, ...]:
    found = (path for path in sorted(folder.iterdir()) if path.suffix.lower() in _REFERRING and path.is_file())
    return tuple(_Text(path, _names(path)) for path in found if not path.name.startswith("."))


def _names(path: Path) -> frozenset[bytes]:
    content = _content(path)
    return frozenset(unquote_to_bytes(match[0]) for match in _NAME.finditer(content)) if content else frozenset()


def _content(path: Path) -> mmap | None:
    """Mapped, because a feed of 80 MB needs no memory then; None: it is empty or can't be read."""
    try:
        with path.open("rb") as file:
            return mmap(file.fileno(), 0, access=ACCESS_READ)
    except (OSError, ValueError):
        return None


def _is_plain(name: bytes) -> bool:
    """Whether it can't stand in a text but as a run of its own."""
    return b"%" not in name and _NAME.fullmatch(name) is not None


def _stands_in(name: bytes, content: mmap) -> bool:
    return content.find(name) >= 0 or content.find(escape(os.fsdecode(name)).encode(errors="surrogateescape")) >= 0
