"""The end of what a show's workroom keeps: there are as many files as are of use, and not one for all that ever was.

    keep_newest(show / ".podcast" / "findings", 50)
    if is_overfull(show / ".podcast" / "built", 2):
        keep_useful(show / ".podcast" / "built", slug_of, published={"rivers", "ponds"})

Whatever is lost here is made again, so nothing is an error.
"""

import os
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path

_SPARE = 50  # files that are in nobody's way


def keep_newest(folder: Path, most: int) -> None:
    for path in _newest_first(folder)[most:]:
        _remove(path)


def is_overfull(folder: Path, useful: int) -> bool:
    """Whether a look at all of them is due: it is worth it once half of them are of no use."""
    try:
        return len(os.listdir(folder)) > 2 * useful + _SPARE  # noqa: PTH208 — of ten thousand
    except OSError:
        return False


def keep_useful(folder: Path, slug_of: Callable[[Path], str | None], published: Collection[str]) -> None:
    """Of each published episode the newest record; an essay that was moved or renamed has left another one."""
    seen: set[str] = set()
    for path in _newest_first(folder):
        slug = slug_of(path)
        if slug is None or slug in seen or slug not in published:
            _remove(path)
        else:
            seen.add(slug)


def _newest_first(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as found:
            files = [(entry.stat().st_mtime_ns, entry.path) for entry in found if entry.is_file(follow_symlinks=False)]
    except OSError:
        return []
    return [Path(path) for _, path in sorted(files, reverse=True)]


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()
