"""The files of a show under public/: staged, then committed in an order that a crash can't harm.

    archive = Archive(show_folder / "public")
    with archive.stage() as staged:                # a new file in public/, invisible to the feed
        staged.write(…)
        with archive.locked(), archive.commit():   # the first may take others' time, the second is all or nothing
            episodes = [archive.episode(slug) for slug in archive.signatures()]
            name = archive.publish_staged(slug, ".mp3", staged)
            archive.publish(slug, ".vtt", b"WEBVTT …")
            archive.write(f"episodes/{slug}/{FACTS_NAME}", facts)
            archive.write("feed.xml", feed)
            archive.settle()
            archive.sweep(f"episodes/{slug}", re.compile(…), keep={name, …})

Media are never modified: another content has another name. Everything else is replaced in one step. So whatever
instant the power fails at, the feed on disk is a whole one and all that it refers to is there; and a commit that fails
or is killed before its feed is there is undone (rollback.py), at once or by the next build.
"""

import hashlib
import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from podcast.episode.facts import Episode, from_json
from podcast.episode.lock import kernel_lock
from podcast.episode.rollback import Rollback
from podcast.episode.staging import (
    held_file,
    is_abandoned,
    is_same,
    new_file,
    put,
    remove_empty,
    staged_files,
    sweep_abandoned,
    sweep_named,
)
from podcast.errors import PodcastError, disk_full, is_full, naming
from podcast.ownplaces import is_plain_file, open_plain, read_plain, require_own
from podcast.userfiles import RECORD_BYTES

FACTS_NAME = "episode.json"
WORKROOM = ".podcast"  # beside public/: the lock, and what can be made anew
MEMORY = "memory"  # in the workroom: copies of facts, for the day when public/ has lost them


class FactsError(PodcastError):
    """An episode's facts can't be read: podcast/show/mending.py may know them."""


class Archive:
    """Raises PodcastError when the folder can't be written to or holds what this version can't read."""

    def __init__(self, public: Path) -> None:
        self.public = public
        self.workroom = public.parent / WORKROOM
        self._rollback = Rollback(self.workroom / "undo", public)
        self._is_committing = False
        #: The SHA-256 of what was written by its name in public/, and not by its content.
        self.written: dict[str, str] = {}

    @contextmanager
    def stage(self) -> Iterator[IO[bytes]]:
        """A new binary file; it and the folders made for it are gone afterwards, unless something was published."""
        require_own(self.public, self.workroom)
        made = [folder for folder in (self.public, *self.public.parents) if not folder.exists()]
        try:
            self.public.mkdir(parents=True, exist_ok=True)
            file = held_file(self.public)
        except OSError as error:
            remove_empty(made)
            raise _unwritable(self.public, error) from None
        try:
            with naming(self.public):
                yield file
        finally:
            # What is still in it is not wanted any more, and what can't be removed now the next build removes.
            with suppress(OSError):
                file.close()
            with suppress(OSError):
                Path(file.name).unlink(missing_ok=True)
            remove_empty(made)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """One commit at a time, across processes; the kernel lets go of the lock when a process dies."""
        require_own(self.public, self.workroom)
        with naming(self.workroom):
            self.workroom.mkdir(exist_ok=True)
            with kernel_lock(self.workroom / "lock"):
                self._begin()
                yield

    def _begin(self) -> None:
        """What builds have left that were killed, and what git has to know."""
        self._rollback.recover()
        require_own(self.public, self.workroom)  # also what came back
        for folder in (self.public, self.workroom):
            sweep_abandoned(folder)
        ignored = self.workroom / ".gitignore"
        with suppress(OSError):  # a courtesy
            if is_plain_file(ignored) and not ignored.stat().st_size:
                ignored.unlink()
            with open_plain(ignored, "xb") as file:
                file.write(b"*\n")

    @contextmanager
    def commit(self) -> Iterator[None]:
        """All that is published within it, or nothing. Call it under the lock."""
        self._is_committing = True
        self.written.clear()
        try:
            yield
            self.settle()
        except BaseException:
            # If this fails, too, the next one who takes the lock goes on with it.
            with suppress(OSError):
                self._rollback.undo()
            raise
        finally:
            self._is_committing = False

    def settle(self) -> None:
        """The feed is there, so what follows can only be the removal of what it no longer refers to."""
        self._rollback.settle()
        self._is_committing = False

    def is_littered(self) -> bool:
        """Whether a build that was killed has left something in public/, which the next commit removes or undoes."""
        return self.is_half_done() or any(map(is_abandoned, staged_files(self.public)))

    def is_half_done(self) -> bool:
        """Whether a commit is under way, or was killed before its end."""
        return self._rollback.is_wanted()

    def signatures(self) -> dict[str, str]:
        """The slugs of all published episodes, in order, and what changes when one's facts are written anew."""
        try:
            with os.scandir(self.public / "episodes") as folders:
                slugs = sorted(folder.name for folder in folders)
        except (FileNotFoundError, NotADirectoryError):  # anything else is no reason to forget all of them
            return {}
        return {slug: signature for slug in slugs if (signature := self.signature(slug))}

    def signature(self, slug: str) -> str:
        """Of one of them; empty if there is no such episode."""
        try:
            status = os.stat(f"{self.public}/episodes/{slug}/{FACTS_NAME}")  # noqa: PTH116 — ten thousand times
        except (FileNotFoundError, NotADirectoryError, ValueError):
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
            raise FactsError(f"This folder holds the episode {episode.slug}", which=str(path.parent), remedy=remedy)
        return episode

    def publish_staged(self, slug: str, suffix: str, staged: IO[bytes]) -> str:
        """Give the staged file its place and its name, which has its content in it, and return the name."""
        staged.flush()
        with Path(staged.name).open("rb") as file:
            target = self._place(slug, hashlib.file_digest(file, "sha256").hexdigest(), suffix)
        self._put(staged, target)
        return target.name

    def publish_parts(self, slug: str, suffix: str, parts: Iterable[bytes]) -> str:
        """The same for what comes part by part."""
        with self.stage() as staged:
            staged.writelines(parts)
            return self.publish_staged(slug, suffix, staged)

    def publish(self, slug: str, suffix: str, content: bytes) -> str:
        """The same for what fits in memory."""
        target = self._place(slug, hashlib.sha256(content).hexdigest(), suffix)
        self._write(target, content)
        return target.name

    def _place(self, slug: str, digest: str, suffix: str) -> Path:
        return self.public / "episodes" / slug / f"{slug}-{digest[:8]}{suffix}"

    def write(self, name: str, content: bytes) -> None:
        """Replace a file of public/ in one step; a file that has this content already is left alone."""
        self._write(self.public / name, content)
        self.written[name] = hashlib.sha256(content).hexdigest()

    def write_parts(self, name: str, parts: Iterable[bytes]) -> None:
        """The same for what should not be in memory as a whole."""
        digest = hashlib.sha256()
        self._replace(self.public / name, _digested(parts, digest.update))
        self.written[name] = digest.hexdigest()

    def sweep(self, folder: str, ours: re.Pattern[str], keep: Collection[str]) -> bool:
        """In a folder of public/, delete all whose names match `ours` as a whole, but `keep`. The user's own stays.

        False where something stayed that should go, as what somebody is reading does on Windows.
        """
        return sweep_named(self.public / folder, ours, keep)

    def _write(self, target: Path, content: bytes) -> None:
        if is_plain_file(target) and target.read_bytes() == content:
            return
        self._replace(target, [content])

    def _replace(self, target: Path, parts: Iterable[bytes]) -> None:
        self.public.mkdir(parents=True, exist_ok=True)
        staged = new_file(self.public)
        try:
            staged.writelines(parts)
            self._put(staged, target)
        finally:
            with suppress(OSError):
                staged.close()
            with suppress(OSError):  # the next build removes it
                Path(staged.name).unlink(missing_ok=True)

    def _put(self, staged: IO[bytes], target: Path) -> None:
        if is_same(staged, target):
            return
        if self._is_committing:
            self._rollback.note(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        put(staged, target)


def _digested(parts: Iterable[bytes], update: Callable[[bytes], None]) -> Iterator[bytes]:
    for part in parts:
        update(part)
        yield part


def _load(path: Path) -> Episode:
    try:
        return from_json(read_plain(path, RECORD_BYTES).decode())
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        remedy = "Restore it from a copy. Without it the episode's GUID is lost, and subscribers get it once more."
        raise FactsError(f"An episode's facts can't be read ({error})", which=str(path), remedy=remedy) from None


def _unwritable(folder: Path, error: OSError) -> PodcastError:
    if is_full(error):
        return disk_full(str(folder))
    what = f"The show can't be written to ({error.strerror})"
    return PodcastError(what, which=str(folder), remedy="Choose another folder with --show, or make it writable.")
