"""Files of a published folder that nothing refers to: old audio that is still paid for, and what was left behind.

    for problem in stray_files(public):
        print(problem.where)

A file counts as referred to if its name stands in a page, a feed or a JSON file beside it or at the top of the folder.
Hidden files that are no left-overs are their owner's business (.nojekyll, .htaccess).
"""

import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import quote

from feed.check.rule import Problem, Rule

ORPHAN = Rule(
    *("orphan-file", "recommended", "hosts", "The published folder has no file that nothing refers to."),
    "Delete it, or refer to it: it is uploaded and paid for.",
)
LEFTOVER = Rule(
    *("leftover-file", "recommended", "hosts", "The published folder has no files of a build that was stopped."),
    "Delete it if no build is running; the next build deletes what builds have left.",
)
STRAYS = (ORPHAN, LEFTOVER)

_KNOWN = re.compile(
    r"index\.html|404\.html|feed\.(xml|xsl|css)|robots\.txt|sitemap\.xml|favicon\.\w+|CNAME|_headers|_redirects|llms\.txt"
)
_KNOWN_FOLDERS = frozenset({"assets"})
_LEFTOVERS = re.compile(r"\.staged-.*|.*\.(part|tmp|swp|crdownload)|.*~|\.DS_Store|\._.*|Thumbs\.db|desktop\.ini")
_REFERRING = frozenset({".html", ".xml", ".json", ".css", ".xsl", ".js", ".opml", ".txt"})
_LARGEST_BYTES = 256 << 20


def stray_files(root: Path) -> Iterator[Problem]:
    """Of the published folder `root`; where is the path from its parent."""

    @cache
    def mentions(folder: Path) -> tuple[tuple[str, bytes], ...]:
        return tuple((path.name, _content(path)) for path in sorted(folder.iterdir()) if _is_referring(path))

    for path in _files(root):
        where = path.relative_to(root.parent).as_posix()
        if _LEFTOVERS.fullmatch(path.name):
            yield Problem(LEFTOVER, where, "it was left behind")
        elif not _is_known(path.relative_to(root)):
            beside = [text for folder in {root, path.parent} for name, text in mentions(folder) if name != path.name]
            if not any(written in text for text in beside for written in _names(path.name)):
                yield Problem(ORPHAN, where, f"nothing refers to it ({path.stat().st_size} bytes)")


def _files(root: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(folder, name) for name in sorted(names) if Path(folder, name).is_file())


def _is_known(path: Path) -> bool:
    is_top = len(path.parts) == 1
    is_episode = path.name in ("index.html", "episode.json")
    return (
        path.name.startswith(".")
        or is_episode
        or (is_top and _KNOWN.fullmatch(path.name) is not None)
        or path.parts[0] in _KNOWN_FOLDERS
    )


def _is_referring(path: Path) -> bool:
    return path.suffix.lower() in _REFERRING and not path.name.startswith(".") and path.is_file()


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST_BYTES)
    except OSError:
        return b""


def _names(name: str) -> set[bytes]:
    """As it may be written in a link or in JSON."""
    return {name.encode(errors="surrogateescape"), quote(name, errors="replace").encode()}
