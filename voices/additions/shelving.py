"""Voices on their way into the library and out of it: whole or not at all, one process at a time.

    with locked(on_wait=lambda: None), staged("piper") as stage:
        shutil.copy(path, stage / "en_GB-alba-medium.onnx")
        put(stage, voice)
    remove("piper", "en_GB-alba-medium")

What a process leaves that was killed, the next one removes; only parts of downloads stay for a week, to go on with.
"""

import errno
import json
import os
import secrets
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from voices.library import NOWHERE, RECORD, SHARED, SHARED_RECORD, AddedVoice, LibraryError, added, folder

_PARTS, _PART = ".parts", ".part"
_NEW, _OLD = ".new-", ".old-"
_KEPT_PART_S = 7 * 86_400
_SPARE_BYTES = 20_000_000  # left free: others write to this disk, too
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@contextmanager
def locked(on_wait: Callable[[], object]) -> Iterator[None]:
    """The library, for this process alone, until it dies at the latest; whatever the disk refuses is a LibraryError.

    `on_wait` is called when another process has it.
    """
    from filelock import FileLock, Timeout

    if folder() == NOWHERE:
        remedy = "Name one with PODCAST_VOICES_DIR."
        raise LibraryError("There is no place for voices: this user has no home", remedy=remedy)
    try:
        folder().mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder() / ".lock")
        try:
            lock.acquire(timeout=0)
        except Timeout:
            on_wait()
            lock.acquire()
        try:
            _sweep()
            yield
        finally:
            lock.release()
    except OSError as error:
        raise _refused(error) from None


def parts() -> Path:
    """Where downloads grow."""
    place = folder() / _PARTS
    place.mkdir(exist_ok=True)
    return place


def part_name(digest: str) -> str:
    """Of the part of a file: by its content, so that nothing goes on with a part of another one."""
    return digest + _PART


def require_space(size: int) -> None:
    free = shutil.disk_usage(folder()).free
    if free < size + _SPARE_BYTES:
        what = (
            f"There is no room for it: {size / 1e6:.1f} MB and some to spare are wanted, {free / 1e6:.1f} MB are free"
        )
        raise LibraryError(what, which=str(folder()), remedy="Make room there, or name another PODCAST_VOICES_DIR.")


@contextmanager
def staged(engine: str) -> Iterator[Path]:
    """A new folder beside the engine's voices, gone afterwards unless it was put in place."""
    stage = folder() / engine / f"{_NEW}{secrets.token_hex(8)}"
    stage.mkdir(parents=True)
    try:
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)
        _drop_empty(stage.parent)


def put(stage: Path, voice: AddedVoice) -> None:
    """What is staged becomes the voice, in the place of any that was there."""
    record = asdict(voice) | {"files": dict(voice.files), "digests": dict(voice.digests)}
    _put(stage, voice.folder, RECORD, record)


def put_shared(stage: Path, engine: str, digests: Mapping[str, str], source: str) -> None:
    """What is staged becomes all that the voices of an engine share."""
    record = {"digests": dict(digests), "source": source}
    _put(stage, folder() / engine / SHARED, SHARED_RECORD, record)


def remove(engine: str, voice_id: str) -> int:
    """How many bytes were freed. With the last voice goes what all voices shared."""
    freed = _remove(folder() / engine / voice_id)
    if not added(engine):
        freed += _remove(folder() / engine / SHARED)
    _drop_empty(folder() / engine)
    return freed


def size_of(place: Path) -> int:
    """Of all files in a folder."""
    return sum(path.stat().st_size for path in place.iterdir() if path.is_file()) if place.is_dir() else 0


def _put(stage: Path, target: Path, record_name: str, record: dict[str, Any]) -> None:
    (stage / record_name).write_text(json.dumps(record, ensure_ascii=False, indent=2) + "\n", "utf-8")
    for path in stage.iterdir():
        path.chmod(0o644)
        with path.open("r+b") as file:
            os.fsync(file.fileno())
    _sync_folder(stage)
    replaced = target.with_name(f"{_OLD}{secrets.token_hex(8)}")
    with suppress(FileNotFoundError):
        target.replace(replaced)
    stage.replace(target)
    _sync_folder(target.parent)
    shutil.rmtree(replaced, ignore_errors=True)


def _remove(place: Path) -> int:
    """In one step: a voice is there with all its files, or it isn't."""
    size = size_of(place)
    removed = place.with_name(f"{_OLD}{secrets.token_hex(8)}")
    with suppress(FileNotFoundError):
        place.replace(removed)
        shutil.rmtree(removed, ignore_errors=True)
    return size


def _sweep() -> None:
    """What killed processes have left: no other one is at work while this one holds the lock."""
    for prefix in (_NEW, _OLD):
        for path in folder().glob(f"*/{prefix}*"):
            shutil.rmtree(path, ignore_errors=True)
    for path in (folder() / _PARTS).glob(f"*{_PART}"):
        if time.time() - path.stat().st_mtime > _KEPT_PART_S:
            path.unlink(missing_ok=True)


def _drop_empty(place: Path) -> None:
    with suppress(OSError):
        place.rmdir()


def _refused(error: OSError) -> LibraryError:
    if error.errno in _FULL:
        remedy = "Make room there and add it again: it goes on where it stopped."
        return LibraryError("The disk is full", which=str(folder()), remedy=remedy)
    what = f"The added voices can't be kept here ({error.strerror or error})"
    remedy = "Make the folder writable, or name another one in the environment: PODCAST_VOICES_DIR."
    return LibraryError(what, which=str(error.filename or folder()), remedy=remedy)


def _sync_folder(place: Path) -> None:
    """A rename is on disk once its folder is (Windows can't, and needn't, open folders)."""
    if os.name == "posix":
        descriptor = os.open(place, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
