"""One process at a time: a lock of the kernel's, which is gone when its holder dies, and whose holder is known.

with kernel_lock(folder / "lock"):
    …

Who waits for longer than commits take says so, since the holder may be stopped, or on a disk that doesn't answer.
"""

import logging
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import IO

from podcast.ownplaces import open_plain, read_plain

try:
    import fcntl
except ImportError:
    fcntl = None  # type: ignore[assignment]

_SILENT_S = 1.0  # a wait that needs no word
_TICK_S = 0.02
_HOLDER_BYTES = 100

log = logging.getLogger(__name__)


@contextmanager
def kernel_lock(path: Path) -> Iterator[None]:
    if fcntl is None:
        from filelock import FileLock, Timeout  # which loads asyncio, and is wanted on Windows alone

        lock = FileLock(path)
        try:
            lock.acquire(timeout=_SILENT_S)
        except Timeout:
            log.warning("%s", _waiting("nobody knows which"))
            lock.acquire()
        try:
            yield
        finally:
            lock.release()
    else:
        file = open_plain(path, "a+b")
        try:
            _acquire(file, path)
            yield
        finally:
            with suppress(OSError):  # what was written to it is a courtesy
                file.close()


def _acquire(file: IO[bytes], path: Path) -> None:
    """A signal ends the waiting: whatever its handler raises comes out of here."""
    last_s = time.monotonic() + _SILENT_S
    while not _has_got(file):
        if time.monotonic() > last_s:
            log.warning("%s", _waiting(_holder(path)))
            fcntl.flock(file, fcntl.LOCK_EX)
            break
        time.sleep(_TICK_S)
    if os.fstat(file.fileno()).st_nlink > 1:  # another name of it may be somebody's file
        return
    with suppress(OSError):
        os.ftruncate(file.fileno(), 0)
        os.write(file.fileno(), f"{os.getpid()} {time.time():.0f}\n".encode())


def _has_got(file: IO[bytes]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _waiting(holder: str) -> str:
    return f"Another command is writing to this show ({holder}): waiting for it. Ctrl-C ends the waiting."


def _holder(path: Path) -> str:
    """As it has written itself into the lock; it may be of another version, or on another machine."""
    try:
        pid, since_s = map(int, read_plain(path, _HOLDER_BYTES).split())
        since = datetime.fromtimestamp(since_s).astimezone()
    except (OSError, ValueError, OverflowError):
        return "nobody knows which"
    state = ""
    with suppress(OSError, IndexError):
        if Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()[0] in "Tt":
            state = f" and stopped: `kill -CONT {pid}` lets it go on"
    return f"process {pid}, since {since:%H:%M:%S}{state}"
