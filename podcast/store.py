"""Bytes by key in a folder of the user's cache: what has been made once, and need not be made again.

    store = Store(Path("~/.cache/podcast").expanduser())
    store.put(key, content)                # key: hex digits, a hash of all that decides the content
    store.get(key)                         # the content, or None

It is a cache: whatever goes wrong with it (no room, no permission, damage) is a miss and never an error. Contents
are checked by their SHA-256 when they are read, and replaced in one step, so several builds may use it at once.
"""

import hashlib
import json
import logging
import os
import secrets
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

log = logging.getLogger(__name__)

Kept = TypeVar("Kept")

DEFAULT_MAX_BYTES = 2_000_000_000

_DIGEST_BYTES = hashlib.sha256().digest_size
_SPARE_BYTES = 200_000_000  # left free on the disk: the episode itself has to find a place there
_COUNTED_BYTES = 65_536  # that one byte of the file COUNTER stands for
_COUNTER = "written"
_NEW = ".new-"  # begins the name of what is being written
_ABANDONED_S = 3600  # after which what is being written belongs to a build that was killed


class _Entry(NamedTuple):
    used: float
    size: int
    path: Path


class Store:
    """Holds about `max_bytes`; what was not used for the longest time goes first. For any number of threads.

    With `is_read` False everything is made anew, once, and replaces what is there.
    """

    def __init__(self, folder: Path, max_bytes: int = DEFAULT_MAX_BYTES, *, is_read: bool = True) -> None:
        self.folder = folder
        self._max_bytes = max_bytes
        self._is_read = is_read
        self._made_anew: set[str] = set()  # keys, where nothing older is read

    def get(self, key: str) -> bytes | None:
        if not self._is_read and key not in self._made_anew:
            return None
        path = self._path(key)
        try:
            kept = path.read_bytes()
        except OSError:
            return None
        content = kept[_DIGEST_BYTES:]
        if hashlib.sha256(content).digest() != kept[:_DIGEST_BYTES]:
            log.info("damaged, and made anew: %s", path)
            return None
        with suppress(OSError):  # a folder that is only lent can't be marked, but read
            os.utime(path)
        return content

    def put(self, key: str, content: bytes) -> None:
        if len(content) > self._max_bytes:
            return
        try:
            self._write(self._path(key), content)
            self._made_anew.add(key)
            if self._count(len(content)) > self._max_bytes // 20:
                self._sweep()
        except OSError as error:
            log.info("not kept: %s", error)

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]

    def _write(self, path: Path, content: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(path.parent).free < len(content) + _SPARE_BYTES:
            raise OSError("the disk is nearly full")
        new = path.with_name(_NEW + secrets.token_hex(8))
        try:
            with new.open("xb") as file:
                file.write(hashlib.sha256(content).digest())
                file.write(content)
            new.replace(path)
        except BaseException:
            new.unlink(missing_ok=True)
            raise

    def _count(self, size: int) -> int:
        """How much was written since the last sweep, by all builds: the length of a file that all append to."""
        with (self.folder / _COUNTER).open("ab") as counter:
            counter.write(bytes(1 + size // _COUNTED_BYTES))
            return counter.tell() * _COUNTED_BYTES

    def _sweep(self) -> None:
        """Make room: a look at the whole folder, once in a while."""
        os.truncate(self.folder / _COUNTER, 0)
        entries = sorted(self._entries())
        excess = sum(entry.size for entry in entries) - self._max_bytes * 9 // 10
        now = time.time()
        for entry in entries:
            is_new = entry.path.name.startswith(_NEW)
            if (now - entry.used > _ABANDONED_S) if is_new else (excess > 0):
                entry.path.unlink(missing_ok=True)
                excess -= entry.size

    def _entries(self) -> Iterator[_Entry]:
        for shelf in self.folder.glob("[0-9a-f][0-9a-f]"):
            for found in os.scandir(shelf):
                with suppress(FileNotFoundError):  # another build makes room, too
                    facts = found.stat()
                    yield _Entry(facts.st_mtime, facts.st_size, Path(found.path))


class Shelf:
    """What is kept of one kind of thing, by recipes of it. Without a store nothing is kept.

    A key covers the kind, `makers` (who makes such a thing: programs and their versions) and the recipe: all else that
    it depends on, as JSON can have it.
    """

    def __init__(self, store: Store | None, makers: str) -> None:
        self._store = store
        self._makers = makers

    def get(self, kind: str, recipe: Any, read: Callable[[bytes], Kept]) -> Kept | None:
        content = self._store.get(self._key(kind, recipe)) if self._store else None
        try:
            return read(content) if content else None
        except (ValueError, TypeError, KeyError):  # whole, but not ours
            return None

    def put(self, kind: str, recipe: Any, content: bytes) -> None:
        if self._store:
            self._store.put(self._key(kind, recipe), content)

    def _key(self, kind: str, recipe: Any) -> str:
        text = json.dumps([kind, self._makers, recipe], sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()
