"""Short texts that change with what they stand for: a file, and all that makes an episode of files.

    state_of("cover.png")               # the SHA-256 of its content, or "missing"
    state_of_published("….mp3")         # that, or for a large file its size, time and inode
    machinery()                         # our code and data, the libraries, Python, the voices that were added

An empty one stands for what can't be known: it is the same as nothing, not even itself (`are_same`).
"""

import hashlib
import json
import os
import stat
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from podcast.userfiles import MUSIC_BYTES
from voices import library

MISSING = "missing"
LARGE_BYTES = 1 << 20  # from here on, what we have published ourselves is not read again
_TOO_LARGE_BYTES = MUSIC_BYTES + 1  # whatever it is, it will be refused
_PACKAGES = ("podcast", "voices", "feed")
_ROOT = Path(__file__).parents[2]


def digest(facts: Any) -> str:
    """Of anything that JSON can write."""
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


def are_same(one: str, other: str) -> bool:
    return bool(one) and one == other


def state_of(path: str | Path, *, trusts_large: bool = False) -> str:
    """What is in a file. Nothing but a file is ever opened: a pipe would wait for somebody who writes."""
    try:
        status = os.stat(path)  # noqa: PTH116 — of many files
        if not stat.S_ISREG(status.st_mode):
            return "no file"
        if status.st_size >= (LARGE_BYTES if trusts_large else _TOO_LARGE_BYTES):
            return f"{status.st_size} {status.st_mtime_ns} {status.st_ino}"
        with open(path, "rb") as file:  # noqa: PTH123
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (FileNotFoundError, NotADirectoryError):
        return MISSING
    except ValueError:  # a name that no file can have
        return MISSING
    except OSError:
        return ""


def state_of_material(path: str | Path) -> str:
    """What is in a file, and where it really lies: a link may lead elsewhere."""
    state = state_of(path)
    return state and (state if state == MISSING else f"{state} {os.path.realpath(path)}")


def state_of_published(path: str | Path) -> str:
    return state_of(path, trusts_large=True)


@cache
def machinery() -> str:
    """What makes an episode: with another one of these, the same essay may become another episode."""
    code = [(name, state_of(_ROOT / name)) for name in _own_files()]
    if not code or not all(state for _, state in code):
        return ""
    machine = os.uname().machine if hasattr(os, "uname") else ""
    return digest([code, _libraries(), _voices(), sys.version, sys.platform, machine])


def _own_files() -> Iterator[str]:
    for package in _PACKAGES:
        for folder, folders, names in os.walk(_ROOT / package):
            folders[:] = sorted(name for name in folders if name != "__pycache__")
            yield from (os.path.relpath(os.path.join(folder, name), _ROOT) for name in sorted(names))  # noqa: PTH118


def _voices() -> list[tuple[str, str]]:
    """Which were added: with another one, somebody else may read the essay."""
    folder = library.folder()
    return [(str(record), state_of(record)) for record in sorted(folder.glob(f"*/*/{library.RECORD}"))]


def _libraries() -> list[str]:
    """All that is installed, by the folders that say so: each has its version in its name (PEP 376)."""
    found: set[str] = set()
    for folder in sys.path:
        try:
            found.update(name for name in os.listdir(folder or ".") if name.endswith((".dist-info", ".egg-info")))  # noqa: PTH208
        except OSError:
            continue
    return sorted(found)
