"""A short text that changes with our own code: for keys of what that code has made."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path


def code_version(paths: Iterable[Path]) -> str:
    """Of files, and of all Python below folders; it changes with their names, too."""
    digest = hashlib.sha256()
    for name, file in sorted(_files(paths)):
        digest.update(name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:16]


def _files(paths: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    for path in paths:
        for file in path.rglob("*.py") if path.is_dir() else (path,):
            yield file.relative_to(path.parent).as_posix(), file
