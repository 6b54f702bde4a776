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

import hashlib
import os
import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from podcast.episode.facts import Episode, from_json
from podcast.episode.identity import file_and_part
from podcast.episode.staging import held_file, is_abandoned, kernel_lock, new_file, put, staged_files, sweep_abandoned
from podcast.errors import PodcastError
from podcast.userfiles import RECORD_BYTES, read_file

FACTS_NAME = "episode.json"
WORKROOM = ".podcast"  # beside public/: the lock, and what can be made anew


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
            file = held_file(self.public)
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
        with kernel_lock(self.workroom / "lock"):
            sweep_abandoned(self.public)
            yield

    def is_source(self, source: str) -> bool:
        """Whether an essay still lies at its path, seen from the show's folder."""
        show = self.public.parent
        return (show / source).is_file() or (show / file_and_part(source)[0]).is_file()

    def is_littered(self) -> bool:
        """Whether a build that was killed has left something in public/, which the next commit removes."""
        return any(map(is_abandoned, staged_files(self.public)))

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
        put(staged, target)
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
        staged = new_file(self.public)
        path = Path(staged.name)
        try:
            with staged:
                staged.writelines(parts)
                put(staged, target)
        finally:
            path.unlink(missing_ok=True)


def _load(path: Path) -> Episode:
    try:
        return from_json(read_file(path, RECORD_BYTES).decode())
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
