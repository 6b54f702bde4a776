"""The files of a show under public/: staged, then committed in an order that a crash can't harm.

    archive = Archive(show_folder / "public")
    with archive.stage() as staged:                # a new file in public/, invisible to the feed
        staged.write(…)
        with archive.locked():                     # for the commit only
            episodes = [archive.episode(slug) for slug in archive.signatures()]
            name = archive.publish_staged(slug, ".mp3", staged)
            archive.publish(slug, ".vtt", b"WEBVTT …")
            archive.write(f"episodes/{slug}/{FACTS_NAME}", facts)
            archive.write("feed.xml", feed)
            archive.sweep(f"episodes/{slug}", re.compile(…), keep={name, …})

Media are never modified: another content has another name. Everything else is replaced in one step. So whatever
instant the power fails at, the feed on disk is a whole one and all that it refers to is there.
"""

import filecmp
import hashlib
import os
import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

try:
    import fcntl
except ImportError:
    fcntl = None  # type: ignore[assignment]

from podcast.episode.facts import Episode, from_json
from podcast.errors import PodcastError

FACTS_NAME = "episode.json"
WORKROOM = ".podcast"  # beside public/: the lock, and what can be made anew

_STAGED_PREFIX, _STAGED_SUFFIX = ".staged-", ".part"


class Archive:
    """Raises PodcastError when the folder can't be written to or holds what this version can't read."""

    def __init__(self, public: Path) -> None:
        self.public = public
        self.workroom = public.parent / WORKROOM

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
        self.workroom.mkdir(exist_ok=True)
        with suppress(FileExistsError), (self.workroom / ".gitignore").open("x") as file:
            file.write("*\n")
        with _kernel_lock(self.workroom / "lock"):
            self._sweep_abandoned()
            yield

    def is_source(self, source: str) -> bool:
        """Whether an essay still lies at its path, seen from the show's folder."""
        return (self.public.parent / source).is_file()

    def is_littered(self) -> bool:
        """Whether a build that was killed has left something in public/, which the next commit removes."""
        return any(map(_is_abandoned, self._staged()))

    def signatures(self) -> dict[str, str]:
        """The slugs of all published episodes, in order, and what changes when one's facts are written anew."""
        try:
            with os.scandir(self.public / "episodes") as folders:
                slugs = sorted(folder.name for folder in folders)
        except OSError:
            return {}
        return {slug: signature for slug in slugs if (signature := self.signature(slug))}

    def signature(self, slug: str) -> str:
        """Of one of them; empty if there is no such episode."""
        try:
            status = os.stat(f"{self.public}/episodes/{slug}/{FACTS_NAME}")  # noqa: PTH116 — ten thousand times
        except OSError:
            return ""
        return f"{status.st_mtime_ns}-{status.st_size}-{status.st_ino}"

    def episode(self, slug: str) -> Episode:
        """The facts of a published one."""
        path = self.public / "episodes" / slug / FACTS_NAME
        episode = _load(path)
        if episode.slug != slug:
            remedy = (
                "Give the folder its name back, or move a copy out of public/: its GUID would be in the feed twice."
            )
            raise PodcastError(f"This folder holds the episode {episode.slug}", which=str(path.parent), remedy=remedy)
        return episode

    def publish_staged(self, slug: str, suffix: str, staged: IO[bytes]) -> str:
        """Give the staged file its place and its name, which has its content in it, and return the name."""
        staged.flush()
        with Path(staged.name).open("rb") as file:
            target = self._place(slug, hashlib.file_digest(file, "sha256").hexdigest(), suffix)
        _put(staged, target)
        return target.name

    def publish_parts(self, slug: str, suffix: str, parts: Iterable[bytes]) -> str:
        """The same for what comes part by part."""
        with self.stage() as staged:
            staged.writelines(parts)
            return self.publish_staged(slug, suffix, staged)

    def publish(self, slug: str, suffix: str, content: bytes) -> str:
        """The same for what fits in memory."""
        target = self._place(slug, hashlib.sha256(content).hexdigest(), suffix)
        self.write(target.relative_to(self.public).as_posix(), content)
        return target.name

    def _place(self, slug: str, digest: str, suffix: str) -> Path:
        folder = self.public / "episodes" / slug
        folder.mkdir(parents=True, exist_ok=True)
        return folder / f"{slug}-{digest[:8]}{suffix}"

    def write(self, name: str, content: bytes) -> None:
        """Replace a file of public/ in one step; a file that has this content already is left alone."""
        target = self.public / name
        with suppress(FileNotFoundError):
            if target.read_bytes() == content:
                return
        self._replace(target, [content])

    def write_parts(self, name: str, parts: Iterable[bytes]) -> None:
        """The same for what should not be in memory as a whole."""
        self._replace(self.public / name, parts)

    def sweep(self, folder: str, ours: re.Pattern[str], keep: Collection[str]) -> None:
        """In a folder of public/, delete all whose names match `ours` as a whole, but `keep`. The user's own stays."""
        for path in (self.public / folder).iterdir():
            if ours.fullmatch(path.name) and path.name not in keep:
                with suppress(PermissionError):  # Windows: somebody is reading it; the next build tries again
                    path.unlink(missing_ok=True)

    def _replace(self, target: Path, parts: Iterable[bytes]) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        staged = _new_file(self.public)
        path = Path(staged.name)
        try:
            with staged:
                staged.writelines(parts)
                _put(staged, target)
        finally:
            path.unlink(missing_ok=True)

    def _staged(self) -> Iterator[Path]:
        return self.public.glob(f"{_STAGED_PREFIX}*{_STAGED_SUFFIX}")

    def _sweep_abandoned(self) -> None:
        """Staged files of builds that were killed: nobody holds them."""
        for path in self._staged():
            with suppress(OSError):
                with path.open("rb") as file:
                    _hold(file, is_patient=False)
                    if fcntl is not None:  # while it is held, or a build could take hold of it in between
                        path.unlink()
                path.unlink()  # elsewhere no open file can be deleted; where it is done, this fails


@contextmanager
def _kernel_lock(path: Path) -> Iterator[None]:
    if fcntl is None:
        from filelock import FileLock  # which loads asyncio, and is wanted on Windows alone

        with FileLock(path):
            yield
    else:
        with path.open("ab") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield


def _put(staged: IO[bytes], target: Path) -> None:
    """In one step, and so that it is there after a power failure. A target that has this content is left alone."""
    staged.flush()
    path = Path(staged.name)
    is_new = not (target.exists() and filecmp.cmp(path, target, shallow=False))
    if is_new:
        os.fsync(staged.fileno())
    staged.close()  # Windows renames no open file
    if is_new:
        path.chmod(0o644)
        path.replace(target)
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


def _is_abandoned(path: Path) -> bool:
    """Nobody can tell where a file can't be held: then it may be."""
    try:
        with path.open("rb") as file:
            _hold(file, is_patient=False)
            return path.exists()
    except OSError:
        return False


def _load(path: Path) -> Episode:
    try:
        return from_json(path.read_text("utf-8"))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
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
