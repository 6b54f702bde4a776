"""The facts of episodes that were damaged or lost, found again before a commit: none leaves the feed in silence.

    with archive.locked():
        mender = Mender(archive, [*mend(archive)])
        entries = mender.done(lambda: catalog.entries)
        told = (*mender.told, *settle(archive, catalog, episode))      # after the commit; sentences for the user

First there is the copy of the facts that the last commit left in the workroom (copies.py), then what feed.xml and the
files beside it know (recollection.py). What can't be mended is left as it lies, and an error for whoever reads it. Who
wants to be rid of an episode deletes its folder, and that is told once.
"""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from podcast.episode.archive import FACTS_NAME, Archive, FactsError
from podcast.episode.catalog import Catalog
from podcast.episode.facts import Episode, EpisodeEntry, to_json
from podcast.ownplaces import is_plain_file, leads_away, open_plain
from podcast.show import copies
from podcast.show.recollection import recalled

T = TypeVar("T")
_SHOWN = 3
_SET_ASIDE = "damaged"  # in the show's workroom


def mend(archive: Archive, *, is_thorough: bool = False) -> tuple[str, ...]:
    """Write what is missing. Thorough is to read all facts, and to mend those that are damaged, too."""
    folders = _folders(archive)
    doubtful = folders if is_thorough else folders - archive.signatures().keys()
    return tuple(_Mending(archive, broken(archive, doubtful)).told())


@dataclass(frozen=True)
class Mender:
    """Work on a show under its lock that goes on when facts prove to be damaged, if they can be mended."""

    archive: Archive
    told: list[str] = field(default_factory=list)

    def done(self, work: Callable[[], T], *, again: Callable[[], object] = tuple) -> T:
        """`again`: what has to be done before it is tried once more."""
        try:
            return work()
        except FactsError:
            self.told.extend(mend(self.archive, is_thorough=True))
            again()
            return work()


def mended_before(archive: Archive) -> tuple[str, ...]:
    """The same for a build that has yet to voice, and would find it in its way; the lock is taken only if it has to."""
    if not _is_mendable(archive):
        return ()
    with archive.locked():
        return mend(archive, is_thorough=True)


def _is_mendable(archive: Archive) -> bool:
    doubtful = _folders(archive)
    with suppress(FactsError), Catalog(archive) as catalog:
        doubtful -= catalog.signatures.keys()
    return _Mending(archive, broken(archive, doubtful)).can_help


def settle(archive: Archive, catalog: Catalog, episode: Episode) -> tuple[str, ...]:
    """After a commit: what the next one may need, and which episodes are not there any more."""
    copies.keep(archive, episode)
    known = copies.slugs(archive)
    copies.complete(archive, catalog.signatures.keys() - known)
    gone = (_farewell(archive, slug) for slug in sorted(known - catalog.signatures.keys()))
    return (*gone, *_without_audio(archive, catalog.entries.values()))


def _farewell(archive: Archive, slug: str) -> str:
    lost = copies.read(archive, slug)
    copies.forget(archive, slug)
    title = f" (“{lost.title}”)" if lost else ""
    remedy = f"if that was not meant, restore public/episodes/{slug} from a copy, and build again"
    return f"{slug}{title} is no more in the feed, for its folder or its audio is gone: {remedy}"


def _without_audio(archive: Archive, entries: Iterable[EpisodeEntry]) -> Iterator[str]:
    """The feed goes on telling of it, since its subscribers have it, and it can be made again."""
    lost = [entry for entry in entries if _size_bytes(archive, entry) != entry.audio_bytes]
    for entry in lost[:_SHOWN]:
        yield f"The audio of {entry.slug} (“{entry.title}”) is missing or damaged: build its essay again"
    if len(lost) > _SHOWN:
        yield f"So is that of {len(lost) - _SHOWN} more, which `podcast check` names"


def _size_bytes(archive: Archive, entry: EpisodeEntry) -> int:
    try:
        return os.stat(f"{archive.public}/episodes/{entry.slug}/{entry.audio_file}").st_size  # noqa: PTH116 — of many
    except OSError:
        return -1


@dataclass(frozen=True)
class _Mending:
    archive: Archive
    broken: dict[str, str]  # what is wrong, by slug

    @property
    def can_help(self) -> bool:
        return bool(self.broken and (self._copies or self._memories))

    def told(self) -> Iterator[str]:
        for slug, why in self.broken.items():
            if copy := self._copies.get(slug):
                self._write(copy)
                yield f"The facts of {slug} (episode.json) were {why}; they are again as they were"
            elif memory := self._memories.get(slug):
                self._write(memory)
                yield (
                    f"The facts of {slug} (episode.json) were {why}; its GUID, its date and all that the feed tells "
                    "of it are as they were, and the rest is when its essay is built again"
                )

    @cached_property
    def _copies(self) -> dict[str, Episode]:
        """Those whose audio is there: a copy may be older than what was published."""
        found = (copies.read(self.archive, slug) for slug in self.broken)
        return {copy.slug: copy for copy in found if copy and self._is_whole(copy)}

    @cached_property
    def _memories(self) -> dict[str, Episode]:
        """The feed's; and of what has lost its audio, but not the file of its facts, the copies: it wasn't deleted."""
        left = self.broken.keys() - self._copies.keys()
        found = recalled(self.archive.public, left)
        whole = {slug: episode for slug, episode in found.items() if self._is_whole(episode)}
        kept = (copies.read(self.archive, slug) for slug in left if self._path(slug).exists())
        rest = {slug: one for slug, one in found.items() if self._path(slug).exists()}
        return {**rest, **{one.slug: one for one in kept if one}, **whole}

    def _is_whole(self, episode: Episode) -> bool:
        with suppress(OSError):
            return (self._path(episode.slug).parent / episode.audio.file).is_file()
        return False

    def _write(self, episode: Episode) -> None:
        """What is damaged is kept: somebody may know more of it than we do."""
        path = self._path(episode.slug)
        aside = self.archive.workroom / _SET_ASIDE
        if is_plain_file(path) and not leads_away(aside):
            aside.mkdir(parents=True, exist_ok=True)
            kept = aside / f"{episode.slug}-{FACTS_NAME}"
            kept.unlink(missing_ok=True)  # a link in its place is not followed
            with open_plain(path, "rb") as source, open_plain(kept, "xb") as target:
                shutil.copyfileobj(source, target)
        self.archive.write(f"episodes/{episode.slug}/{FACTS_NAME}", to_json(episode).encode())

    def _path(self, slug: str) -> Path:
        return self.archive.public / "episodes" / slug / FACTS_NAME


def broken(archive: Archive, slugs: Iterable[str]) -> dict[str, str]:
    """What is wrong, by slug."""
    return {slug: why for slug in sorted(slugs) if (why := _fault(archive, slug))}


def _fault(archive: Archive, slug: str) -> str:
    """What is wrong with the facts in a folder; of one without audio of ours they are not missing."""
    try:
        archive.episode(slug)
    except FactsError:
        if (archive.public / "episodes" / slug / FACTS_NAME).exists():
            return "damaged"
        return "missing" if _has_audio(archive, slug) else ""
    return ""


def _has_audio(archive: Archive, slug: str) -> bool:
    try:
        return any(name.endswith(".mp3") for name in os.listdir(archive.public / "episodes" / slug))  # noqa: PTH208
    except OSError:
        return False


def _folders(archive: Archive) -> set[str]:
    try:
        with os.scandir(archive.public / "episodes") as entries:
            return {entry.name for entry in entries if entry.is_dir(follow_symlinks=False)}
    except OSError:
        return set()
