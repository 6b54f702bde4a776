"""Files on their way into a show: written under a hidden name, held by who writes them, put in place in one step.

with kernel_lock(folder / "lock"):              # one process at a time: lock.py
    sweep_abandoned(public)                     # what killed builds have left
    file = new_file(public)
    file.write(…)
    put(file, public / "feed.xml")              # it is there after a power failure, too
"""

import filecmp
import os
import re
import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

from podcast.ownplaces import is_plain_file, leads_away, open_plain, refuse_folder

try:
    import fcntl
except ImportError:
    fcntl = None  # type: ignore[assignment]

_PREFIX, _SUFFIX = ".staged-", ".part"
_PATIENCE_S, _PAUSE_S = (10.0 if os.name == "nt" else 0.0), 0.05  # elsewhere, what isn't allowed won't be


def is_same(staged: IO[bytes], target: Path) -> bool:
    """Whether the target has this content already. Raises PodcastError: a folder is there."""
    refuse_folder(target)
    staged.flush()
    return is_plain_file(target) and filecmp.cmp(staged.name, target, shallow=False)


def put(staged: IO[bytes], target: Path) -> None:
    """In one step, and so that it is there after a power failure."""
    refuse_folder(target)
    staged.flush()
    os.fsync(staged.fileno())
    staged.close()  # Windows renames no open file
    path = Path(staged.name)
    path.chmod(0o644)
    replace(path, target)
    sync_folder(target.parent)


def replace(path: Path, target: Path) -> None:
    """Windows refuses it while somebody reads the target, such as a server for as long as an answer takes."""
    until_s = time.monotonic() + _PATIENCE_S
    while True:
        try:
            path.replace(target)
        except PermissionError:
            if time.monotonic() >= until_s:
                raise
            time.sleep(_PAUSE_S)
        else:
            return


def new_file(folder: Path) -> IO[bytes]:
    return NamedTemporaryFile(dir=folder, prefix=_PREFIX, suffix=_SUFFIX, delete=False)


def held_file(folder: Path) -> IO[bytes]:
    """A new file that no other build takes for abandoned; one may have been quicker than our hold, then another."""
    while True:
        file = new_file(folder)
        _hold(file, is_patient=True)
        if Path(file.name).exists():
            return file
        file.close()


def staged_files(folder: Path) -> Iterator[Path]:
    return folder.glob(f"{_PREFIX}*{_SUFFIX}")


def sweep_abandoned(folder: Path) -> None:
    """Staged files of builds that were killed: nobody holds them."""
    for path in staged_files(folder):
        with suppress(OSError):
            if leads_away(path):
                path.unlink()
            with open_plain(path, "rb") as file:
                _hold(file, is_patient=False)
                if fcntl is not None:  # while it is held, or a build could take hold of it in between
                    path.unlink()
            path.unlink()  # elsewhere no open file can be deleted; where it is done, this fails


def sweep_named(folder: Path, names: re.Pattern[str], keep: Collection[str]) -> bool:
    """Delete what is called so as a whole, but `keep`. False where something stayed that should go."""
    try:
        found = [path for path in folder.iterdir() if names.fullmatch(path.name) and path.name not in keep]
    except OSError:
        return False
    removed = [_is_removed(path) for path in found]  # each is tried
    return all(removed)


def _is_removed(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def is_abandoned(path: Path) -> bool:
    """Nobody can tell where a file can't be held: then it may be."""
    try:
        with open_plain(path, "rb") as file:
            _hold(file, is_patient=False)
            return path.exists()
    except OSError:
        return False


def _hold(file: IO[bytes], *, is_patient: bool) -> None:
    """Until the file is closed or the process dies. Without patience, BlockingIOError when somebody else holds it.

    Windows needs nothing of the kind: there, a file that is open can't be deleted.
    """
    if fcntl is not None:
        fcntl.flock(file, fcntl.LOCK_EX if is_patient else fcntl.LOCK_EX | fcntl.LOCK_NB)


def remove_empty(folders: Iterable[Path]) -> None:
    """Innermost first; a folder that has come to hold something stays, and so do those around it."""
    for folder in folders:
        with suppress(OSError):
            folder.rmdir()


def sync_folder(folder: Path) -> None:
    """A rename is on disk once its folder is (Windows can't, and needn't, open folders)."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            with suppress(OSError):  # nothing was written to it
                os.close(descriptor)
