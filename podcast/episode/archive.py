"""The files of a show under public/: staged, then committed in an order that a crash can't harm.

    archive = Archive(show_folder / "public")
    with archive.stage() as staged:                # a new file in public/, invisible to the feed
        staged.write(…)
        with archive.locked():                     # for the commit only
            episodes = archive.episodes()
            name = archive.publish_audio(slug, staged)
            archive.write(f"episodes/{slug}/episode.json", facts)
            archive.write("feed.xml", feed)
            archive.sweep(f"episodes/{slug}", re.compile(…), keep=name)

Media are never modified: another content has another name. Everything else is replaced in one step. So whatever
instant the power fails at, the feed on disk is a whole one and all that it refers to is there.
"""

import hashlib
import os
import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

from filelock import FileLock

try:
    import fcntl
except ImportError:
    fcntl = None  # type: ignore[assignment]

from podcast.episode.facts import Episode, from_json
from podcast.errors import PodcastError

_STAGED_PREFIX, _STAGED_SUFFIX = ".staged-", ".part"


class Archive:
    """Raises PodcastError when the folder can't be written to or holds what this version can't read."""

    def __init__(self, public: Path) -> None:
        self.public = public
        self._lock_file = public.parent / ".podcast.lock"

    @contextmanager
    def stage(self) -> Iterator[IO[bytes]]:
        """A new binary file; it and the folders made for it are gone afterwards, unless something was published."""
        made = [folder for folder in (self.public, *self.public.parents) if not folder.exists()]
        try:
            self.public.mkdir(parents=True, exist_ok=True)
            file = _held_file(self.public)
        except OSError as error:
            _remove_empty(made)
            raise _unwritable(self.public, error) from None
        try:
            with file:
                yield file
        finally:
            Path(file.name).unlink(missing_ok=True)
            _remove_empty(made)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """One commit at a time, across processes; the kernel lets go of the lock when a process dies."""
        with FileLock(self._lock_file):
            self._sweep_abandoned()
            yield

    def is_source(self, source: str) -> bool:
        """Whether an essay still lies at its path, seen from the show's folder."""
        return (self.public.parent / source).is_file()

    def episodes(self) -> list[Episode]:
        """All published ones, by slug."""
        return [_load(path) for path in sorted(self.public.glob("episodes/*/episode.json"))]

    def publish_audio(self, slug: str, staged: IO[bytes]) -> str:
        """Give the staged file its place and its name, which has its content in it, and return the name."""
        staged.flush()
        os.fsync(staged.fileno())
        name = f"{slug}-{_digest(Path(staged.name))[:8]}.mp3"
        folder = self.public / "episodes" / slug
        folder.mkdir(parents=True, exist_ok=True)
        staged.close()  # Windows renames no open file
        _move(Path(staged.name), folder / name)
        return name

    def write(self, name: str, content: bytes) -> None:
        """Replace a file of public/ in one step; a file that has this content already is left alone."""
        target = self.public / name
        with suppress(FileNotFoundError):
            if target.read_bytes() == content:
                return
        target.parent.mkdir(parents=True, exist_ok=True)
        staged = _new_file(target.parent)
        try:
            with staged:
                staged.write(content)
                staged.flush()
                os.fsync(staged.fileno())
            _move(Path(staged.name), target)
        finally:
            Path(staged.name).unlink(missing_ok=True)

    def sweep(self, folder: str, ours: re.Pattern[str], keep: str) -> None:
        """In a folder of public/, delete all whose names match `ours` as a whole, but `keep`. The user's own stays."""
        for path in (self.public / folder).iterdir():
            if ours.fullmatch(path.name) and path.name != keep:
                path.unlink(missing_ok=True)

    def _sweep_abandoned(self) -> None:
        """Staged files of builds that were killed: nobody holds them."""
        for path in self.public.rglob(f"{_STAGED_PREFIX}*{_STAGED_SUFFIX}"):
            with suppress(OSError), path.open("rb") as file:
                _hold(file, is_patient=False)
                path.unlink()


def _move(staged: Path, target: Path) -> None:
    """In one step, and so that it is there after a power failure."""
    staged.chmod(0o644)
    staged.replace(target)
    _sync_folder(target.parent)


def _new_file(folder: Path) -> IO[bytes]:
    return NamedTemporaryFile(dir=folder, prefix=_STAGED_PREFIX, suffix=_STAGED_SUFFIX, delete=False)


def _held_file(folder: Path) -> IO[bytes]:
    """A new file that no other build takes for abandoned; one may have been quicker than our hold, then another."""
    while True:
        file = _new_file(folder)
        _hold(file, is_patient=True)
        if Path(file.name).exists():
            return file
        file.close()


def _hold(file: IO[bytes], *, is_patient: bool) -> None:
    """Until the file is closed or the process dies. Without patience, BlockingIOError when somebody else holds it.

    Windows needs nothing of the kind: there, a file that is open can't be deleted.
    """
    if fcntl is not None:
        fcntl.flock(file, fcntl.LOCK_EX if is_patient else fcntl.LOCK_EX | fcntl.LOCK_NB)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _load(path: Path) -> Episode:
    try:
        return from_json(path.read_text("utf-8"))
    except (OSError, ValueError, KeyError, TypeError) as error:
        remedy = "Restore it from a copy. Without it the episode's GUID is lost, and subscribers get it once more."
        raise PodcastError(f"An episode's facts can't be read ({error})", which=str(path), remedy=remedy) from None


def _unwritable(folder: Path, error: OSError) -> PodcastError:
    what = f"The show can't be written to ({error.strerror})"
    return PodcastError(what, which=str(folder), remedy="Choose another folder with --show, or make it writable.")


def _remove_empty(folders: Collection[Path]) -> None:
    """Innermost first; a folder that has come to hold something stays, and so do those around it."""
    for folder in folders:
        with suppress(OSError):
            folder.rmdir()


def _sync_folder(folder: Path) -> None:
    """A rename is on disk once its folder is (Windows can't, and needn't, open folders)."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
