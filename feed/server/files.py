"""What a server may give away of a folder, and as what: nothing outside it, nothing hidden.

found = find(Path("public"), "episodes/rivers/")        # …/episodes/rivers/index.html
with found.open("rb") as file: …
media_type("rivers.chapters.json")                      # "application/json+chapters"
"""

import errno
import os
import stat
from pathlib import Path

INDEX_NAME = "index.html"
CHAPTERS = ".chapters.json"

#: By the end of the name, the longest first. Not the module `mimetypes`: what it says depends on the machine.
_MEDIA_TYPES = {
    CHAPTERS: "application/json+chapters",
    ".css": "text/css; charset=utf-8",
    ".flac": "audio/flac",
    ".gif": "image/gif",
    ".htm": "text/html; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/vnd.microsoft.icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".m4a": "audio/mp4",
    ".md": "text/markdown; charset=utf-8",
    ".mp3": "audio/mpeg",
    ".ogg": "audio/ogg",
    ".opml": "text/x-opml",
    ".opus": "audio/ogg",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".srt": "application/x-subrip",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".vtt": "text/vtt",
    ".wav": "audio/wav",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/rss+xml",
    ".xsl": "text/xsl",
}
#: What a browser is given for .xml: of application/rss+xml, Chromium shows the source, and never asks for the style.
XML_FOR_BROWSERS = "application/xml"
#: Errors that mean: there is no such file. A name may be too long, or a link lead in a circle.
_NOT_THERE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.EACCES, errno.ENAMETOOLONG, errno.ELOOP, errno.EINVAL})


def media_type(name: str) -> str:
    lower = name.lower()
    return next((found for end, found in _MEDIA_TYPES.items() if lower.endswith(end)), "application/octet-stream")


def find(public: Path, path: str) -> Path | None:
    """The file at a URL's path, decoded once and without its first slash; the folder, where only a slash is missing.

    None for whatever is not there, is hidden (a name that begins with a dot, as staged files do), leads out of `public`
    by dots or symbolic links, or is neither file nor folder.
    """
    names = (f"{path}{INDEX_NAME}" if path.endswith("/") or not path else path).split("/")
    if not all(map(_is_plain, names)):
        return None
    try:
        root = Path(os.path.realpath(public, strict=True))
        found = Path(os.path.realpath(root.joinpath(*names), strict=True))
        mode = found.stat().st_mode
    except OSError as error:
        if error.errno in _NOT_THERE:
            return None
        raise
    # A link inside may lead out, or to something hidden.
    is_inside = found.is_relative_to(root) and all(map(_is_plain, found.relative_to(root).parts))
    return found if is_inside and (stat.S_ISREG(mode) or stat.S_ISDIR(mode)) else None


def _is_plain(name: str) -> bool:
    """Whether it can only be the name of a file here: ":" and "\\" lead elsewhere on Windows."""
    return bool(name) and not name.startswith(".") and name.isprintable() and not set(name) & {"\\", ":"}
