"""Whether a build may write what it will have to: known before anything is voiced, and not at its end.

check_rights(show / "public")       # PodcastError names the first folder or file that can't be written to

Folders of another user's, as after a build by root, and file systems that are mounted for reading only.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from podcast.errors import PodcastError

_WORKROOM = ".podcast"


def check_rights(public: Path) -> None:
    for path in _changed(public):
        wanted = os.W_OK | os.X_OK if path.is_dir() else os.R_OK | os.W_OK
        if not os.access(path, wanted):
            raise _refused(path)


def _changed(public: Path) -> Iterator[Path]:
    """Files of public/ are replaced, for which the folder's rights count; those of the workroom are opened."""
    show = public.parent
    nearest = next((place for place in (show, *show.absolute().parents) if place.exists()), show)
    yield nearest if not (public.exists() and (show / _WORKROOM).exists()) else public
    for folder in (public, public / "episodes", show / _WORKROOM):
        if folder.is_dir():
            yield folder
            if folder != public:
                yield from _inside(folder)


def _inside(folder: Path) -> Iterator[Path]:
    """Folders that hold episodes, and what is kept between builds; the rest of a workroom is replaced as a whole."""
    try:
        with os.scandir(folder) as entries:
            found = sorted(entry.path for entry in entries if entry.is_dir() or entry.name == "lock")
    except OSError:
        raise _refused(folder) from None
    yield from map(Path, found)


def _refused(path: Path) -> PodcastError:
    owner = _owner(path)
    what = f"The show can't be written to (it is {owner}'s)" if owner else "The show can't be written to"
    how = f"sudo chown -R {os.getuid()} {path}" if owner else f"chmod -R u+w {path}"
    remedy = f"Choose another folder with --show, or make it writable for you: {how}"
    return PodcastError(what, which=str(path), remedy=remedy)


def _owner(path: Path) -> str:
    """Whose it is, where that is somebody else."""
    if not hasattr(os, "getuid"):
        return ""
    try:
        return "" if path.stat().st_uid == os.getuid() else path.owner()
    except (OSError, KeyError):
        return "somebody else"
