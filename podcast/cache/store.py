"""Bytes by key in a folder of the user's cache: what has been made once, and need not be made again.

    store = Store(Path("~/.cache/podcast").expanduser())
    shelf = Shelf(store, makers="LAME 3.100; code 0c8a…")
    shelf.put("clip", recipe, content)                  # recipe: all that decides the content, as JSON can have it
    shelf.get("clip", recipe, read)                     # read(content), or None

It is a cache: whatever goes wrong with it (no room, no permission, damage) is a miss and never an error. Contents
are checked by a SHA-256 of key and content when they are read, and replaced in one step, so any number of threads,
processes and builds may use it at once. Nothing is synced: what a power failure cuts off is damage, too. inventory.py
tells what is in it.
"""

import hashlib
import json
import logging
import os
import re
import secrets
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from operator import attrgetter
from pathlib import Path
from typing import IO, Any, NamedTuple, TypeVar

from podcast.ownplaces import is_plain_file, leads_away, open_plain

log = logging.getLogger(__name__)

_Kept = TypeVar("_Kept")

DEFAULT_MAX_BYTES = 2_000_000_000

_DIGEST_BYTES = hashlib.sha256().digest_size
_TIME_BYTES = 8  # when it was made, in nanoseconds
_SPARE_BYTES = 200_000_000  # left free on the disk: the episode itself has to find a place there
_COUNTED_BYTES = 4096  # that one byte of the file COUNTER stands for
_COUNTER = "written"
_NEW = ".new-"  # begins the name of what is being written
_ABANDONED_S = 3600  # after which what is being written belongs to a build that was killed
_FORMAT = 2  # of entries; those of another one have other keys
_SHELF = re.compile("[0-9a-f]{2}")
_KIND = "[a-z][a-z0-9_-]*"
_NAME = re.compile(rf"[0-9a-f]{{62}}(?:\.(?P<kind>{_KIND}))?")  # nothing else in the folder is ours
_MARK = "CACHEDIR.TAG"  # tells programs that make backups (bford.info/cachedir)
_MARK_TEXT = "Signature: 8a477f597d28d172789f06886806bc55\n# What podcast made once, and can make again.\n"


class StoreEntry(NamedTuple):
    """A file of a store."""

    used_s: float  # since the epoch
    size: int
    path: str  # there may be a hundred thousand: a Path each takes longer than looking at the files
    kind: str = ""  # empty: an earlier version kept it
    is_new: bool = False  # being written, or left by a build that was killed

    def is_abandoned(self, now_s: float) -> bool:
        return self.is_new and now_s - self.used_s > _ABANDONED_S


class Store:
    """Holds about `max_bytes`; what was not used for the longest time goes first. It may be sent to other processes.

    With `is_read` False everything is made anew, once, and replaces what is there: nothing is read that was made before
    this store was.
    """

    def __init__(self, folder: Path, max_bytes: int = DEFAULT_MAX_BYTES, *, is_read: bool = True) -> None:
        self.folder = folder
        self.max_bytes = max_bytes
        self.damaged = 0  # entries that were not what they should be, and so were not read
        self._since_ns = 0 if is_read else time.time_ns()

    def get(self, key: str) -> bytes | None:
        path = self._path(key)
        try:
            with open_plain(path, "rb") as file:
                kept = file.read()
        except OSError:
            return None
        digest, made = kept[:_DIGEST_BYTES], memoryview(kept)[_DIGEST_BYTES:]
        if int.from_bytes(made[:_TIME_BYTES]) < self._since_ns:
            return None
        if _digest(key, made) != digest:
            self.damaged += 1
            log.info("damaged, and made anew: %s", path)
            return None
        with suppress(OSError):  # a folder that is only lent can't be marked, but read
            os.utime(path)
        return bytes(made[_TIME_BYTES:])

    def put(self, key: str, content: bytes) -> None:
        """`key`: a SHA-256 in hex digits, and the kind behind a dot."""
        if len(content) > self.max_bytes:
            return
        try:
            self._write(key, content)
            if self._count(len(content)) > self.max_bytes // 20:
                self._sweep()
        except OSError as error:
            log.info("not kept: %s", error)

    def entries(self) -> Iterator[StoreEntry]:
        """All that is ours in the folder, in no order. Others may be writing and deleting meanwhile."""
        for shelf in self.shelves():
            with suppress(OSError), os.scandir(shelf) as found:
                for file in found:
                    if entry := _entry(file):
                        yield entry

    def refusal(self) -> str:
        """Why nothing can be kept; empty when it can."""
        if not self.max_bytes:
            return "its size is set to 0"
        nearest = self._nearest()
        if not nearest.is_dir():
            return f"{nearest} is no folder"
        if not os.access(nearest, os.W_OK | os.X_OK):
            return f"{nearest} can't be written to"
        if self.free_bytes() < _SPARE_BYTES:
            return f"the disk is nearly full, and its last {_SPARE_BYTES // 1_000_000} MB are left to the episodes"
        return ""

    def free_bytes(self) -> int:
        """On the disk."""
        return shutil.disk_usage(self._nearest()).free

    def shelves(self) -> list[Path]:
        """The folders in which entries lie."""
        try:
            found = [path for path in self.folder.iterdir() if _SHELF.fullmatch(path.name)]
            return [path for path in found if not leads_away(path)]
        except OSError:
            return []

    def _nearest(self) -> Path:
        """The folder, or what is there of the way to it."""
        return next((path for path in (self.folder, *self.folder.parents) if path.exists()), Path.cwd())

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]

    def _write(self, key: str, content: bytes) -> None:
        path = self._path(key)
        if not self.folder.exists():
            self._found()
        path.parent.mkdir(parents=True, exist_ok=True)
        if leads_away(path.parent):
            raise OSError("its folder is a link")
        if shutil.disk_usage(path.parent).free < len(content) + _SPARE_BYTES:
            raise OSError("the disk is nearly full")
        made = time.time_ns().to_bytes(_TIME_BYTES)
        digest = _digest(key, made, content)
        new = path.with_name(_NEW + secrets.token_hex(8))
        try:
            with new.open("xb") as file:
                file.writelines((digest, made, content))
            new.replace(path)
        except BaseException:
            new.unlink(missing_ok=True)
            raise

    def _found(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError), (self.folder / _MARK).open("x") as file:
            file.write(_MARK_TEXT)

    def _count(self, size: int) -> int:
        """How much was written since the last sweep, by all builds: the length of a file that all append to."""
        with self._counter() as counter:
            counter.write(bytes(1 + size // _COUNTED_BYTES))
            return counter.tell() * _COUNTED_BYTES

    def _counter(self) -> IO[bytes]:
        """A file of ours alone: what else is there goes, since it may be another name of something that is wanted."""
        path = self.folder / _COUNTER
        if os.path.lexists(path) and not (is_plain_file(path) and os.lstat(path).st_nlink == 1):
            path.unlink()
        return open_plain(path, "ab")

    def _sweep(self) -> None:
        """Make room: a look at the whole folder, once in a while."""
        with self._counter() as counter:
            counter.truncate(0)
        entries = sorted(self.entries(), key=attrgetter("used_s"))
        excess = sum(entry.size for entry in entries) - self.max_bytes * 9 // 10
        now_s = time.time()
        for entry in entries:
            if entry.is_abandoned(now_s) or (excess > 0 and not entry.is_new):
                excess -= entry.size if remove(entry) else 0


def _digest(key: str, *parts: bytes | memoryview) -> bytes:
    """Of an entry's key, too: what lies under another's name is not believed."""
    digest = hashlib.sha256(key.encode() + b"\n")
    for part in parts:
        digest.update(part)
    return digest.digest()


def remove(entry: StoreEntry) -> bool:
    """Whether it is gone, by whomever; one that is being read stays on Windows. Who reads it now has it whole."""
    try:
        Path(entry.path).unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _entry(file: os.DirEntry[str]) -> StoreEntry | None:
    name = _NAME.fullmatch(file.name)
    if not name and not file.name.startswith(_NEW):
        return None
    try:
        facts = file.stat(follow_symlinks=False)
    except OSError:  # another build makes room, too
        return None
    kind = (name["kind"] or "") if name else ""
    return StoreEntry(facts.st_mtime, facts.st_size, file.path, kind, is_new=not name)


class Shelf:
    """What is kept of one kind of thing, by recipes of it. Without a store nothing is kept.

    A key covers the kind (a word: `take`, `clip`), `makers` (who makes such a thing: programs and their versions) and
    the recipe: all else that it depends on, as JSON can have it.
    """

    def __init__(self, store: Store | None, makers: str) -> None:
        self._store = store
        self._makers = makers

    def get(self, kind: str, recipe: Any, read: Callable[[bytes], _Kept]) -> _Kept | None:
        content = self._store.get(self._key(kind, recipe)) if self._store else None
        try:
            return read(content) if content else None
        except (ValueError, TypeError, KeyError):  # whole, but not ours
            return None

    def put(self, kind: str, recipe: Any, content: bytes) -> None:
        if self._store:
            self._store.put(self._key(kind, recipe), content)

    def _key(self, kind: str, recipe: Any) -> str:
        if not re.fullmatch(_KIND, kind):
            raise ValueError(f"not a kind: {kind!r}")
        text = json.dumps([_FORMAT, kind, self._makers, recipe], sort_keys=True)
        return f"{hashlib.sha256(text.encode()).hexdigest()}.{kind}"
