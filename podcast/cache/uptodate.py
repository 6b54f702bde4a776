"""Whether an episode is current, that is, whether building its essay again would change nothing.

    records = BuildRecords(show)                                       # before podcast.toml is read
    request = records.request("essays/ponds.md", source, data, folder, options)
    produced = records.passed_over(request)                      # None: it has to be built, and then, under the lock …
    keep(request, archive, snapshot, produced, is_pinned=False)    # … it is known the next time

A record says what an episode was made of, and what was left in public/. All of it is compared, and what is doubtful is
not current: the build that follows is always right. Two things are not in the record of one episode, because other
builds change them: the show's (public_state.py) and the machinery (fingerprint.py). Nothing heavy is imported here.
"""

import hashlib
import os
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from podcast.cache import checked_json, public_state
from podcast.cache.fingerprint import are_same, digest, machinery, state_of, state_of_material, state_of_published
from podcast.cache.pruning import is_overfull, keep_useful
from podcast.cache.public_state import PublicState
from podcast.episode.archive import Archive
from podcast.episode.facts import Skipped
from podcast.errors import PodcastError
from podcast.produced import ProducedEpisode

if TYPE_CHECKING:
    from podcast.cache.materials import InputSnapshot

_FOLDER = "built"  # in the show's workroom
_SETTINGS_NAME = "podcast.toml"


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """A build that is asked for; for the process that does it, too."""

    show: Path
    source: str  # the essay's path from the show's folder, or "-"
    essay: str  # the SHA-256 of what is in it
    asked: str  # changes with all that can be known before anything is read; empty: that can't be known
    settings_state: str  # of podcast.toml

    @property
    def was_built(self) -> bool:
        """So that of all it says, little may be new."""
        return self.path.exists()

    @property
    def path(self) -> Path:
        """Where its record is, if there is one."""
        return _record_path(self.show, self.source)


@dataclass(frozen=True, slots=True)
class Record:
    """What came of a request."""

    essay: str
    asked: str
    slug: str
    base_url: str
    unspoken: tuple[str, ...]
    advice: tuple[str, ...]
    skipped: tuple[Skipped, ...]  # with the words that are not published
    recipe: str  # of the show's pages, as public_state.py has it
    episodes: str  # the facts of all others, where it depends on them; else empty
    materials: Mapping[str, str]  # states of the files that it was made of, by absolute path
    published: Mapping[str, str]  # states of the episode's own files, by name


@dataclass(frozen=True)
class BuildRecords:
    """What was built of a show. It looks at the show once: ask a new one after a build."""

    show: Path

    def request(
        self,
        name: str,
        source: str,
        essay: bytes,
        folder: Path | None,
        options: Mapping[str, object],
        if_other: Callable[[], object] = lambda: None,
    ) -> BuildRequest:
        """`name`: of the essay's file, or "-"; `folder`: the one it lies in; `options`: all that may matter.

        `if_other` is called as soon as it is known that the essay is not what was built last, which is before all else
        that matters is looked at.
        """
        content = hashlib.sha256(essay).hexdigest()
        record = self._record(_record_path(self.show, source))
        if record is None or record.essay != content:
            if_other()
        facts = [os.path.basename(name), source, content, str(folder), dict(options)]  # noqa: PTH119
        parts = (self._settings_state, self._place, machinery())
        asked = digest([facts, *parts]) if all(parts) else ""
        return BuildRequest(self.show, source, content, asked, self._settings_state)

    def passed_over(self, request: BuildRequest) -> ProducedEpisode | None:
        """The episode as it stands, if it is current."""
        record = self._current(request)
        if record is None or self._state is None:
            return None
        try:
            episode = self._archive.episode(record.slug)
        except PodcastError:
            return None
        return ProducedEpisode(
            replace(episode, skipped=record.skipped),
            voiced=0,
            reused=episode.segments,
            unspoken=record.unspoken,
            advice=record.advice,
            is_new=False,
            episode_count=self._state.count,
            base_url=record.base_url,
            is_passed_over=True,
        )

    def state(self, requests: Collection[BuildRequest]) -> str:
        """Changes with all that is published of these and of the show; empty unless all of them are current."""
        records = [self._current(request) for request in requests]
        if self._state is None or None in records:
            return ""
        return digest([asdict(self._state), [asdict(record) for record in records if record]])

    @cached_property
    def _record(self) -> "Callable[[Path], Record | None]":
        """Each is read once."""
        return cache(_read)

    @cached_property
    def _archive(self) -> Archive:
        return Archive(self.show / "public")

    @cached_property
    def _state(self) -> PublicState | None:
        return public_state.intact(self._archive)

    @cached_property
    def _settings_state(self) -> str:
        return state_of(self.show / _SETTINGS_NAME)

    @cached_property
    def _place(self) -> list[str]:
        """Relative paths start at the show, "~" is the user's folder."""
        return [str(self.show.resolve()), os.path.expanduser("~")]  # noqa: PTH111 — which raises where there is none

    def _current(self, request: BuildRequest) -> Record | None:
        record = self._record(request.path)
        is_current = (
            record is not None
            and are_same(record.asked, request.asked)
            and self._state is not None
            and record.recipe == self._state.recipe
            and record.episodes in ("", self._state.episodes)
            and all(are_same(state_of_material(path), state) for path, state in record.materials.items())
            and record.published == _published(self._archive, record.slug)
            and all(record.published.values())
        )
        return record if is_current else None


def keep(
    request: BuildRequest, archive: Archive, snapshot: "InputSnapshot", produced: ProducedEpisode, *, is_pinned: bool
) -> None:
    """So that the next build can pass over it. Call it after the commit, under the same lock.

    `is_pinned`: which episode the essay is depends on the others (podcast/episode/identity.py), so it is current only
    until one of them changes.
    """
    with suppress(OSError):  # what is published is current no more, and so the old record is not believed
        checked_json.forget(request.path)
    shared = public_state.kept(archive)
    is_as_asked = are_same(state_of(request.show / _SETTINGS_NAME), request.settings_state) and snapshot.holds()
    if shared is None or not request.asked or not is_as_asked:
        return
    slug, materials = produced.episode.slug, dict(snapshot.states)
    if is_pinned:
        materials |= {str(path): state_of_material(path) for path in _namesakes(archive, produced)}
    record = Record(
        request.essay,
        request.asked,
        slug,
        produced.base_url,
        produced.unspoken,
        produced.advice,
        produced.episode.skipped,
        shared.recipe,
        shared.episodes if is_pinned else "",
        materials,
        _published(archive, slug),
    )
    checked_json.write(request.path, asdict(record), by_way_of=archive.workroom)
    if is_overfull(request.path.parent, shared.count):
        keep_useful(request.path.parent, _slug_in, archive.signatures())


def _record_path(show: Path, source: str) -> Path:
    name = hashlib.sha256(source.encode(errors="surrogatepass")).hexdigest()[:32]
    return Archive(show / "public").workroom / _FOLDER / f"{name}.json"


def _slug_in(path: Path) -> str | None:
    record = _read(path)
    return record.slug if record else None


def _namesakes(archive: Archive, produced: ProducedEpisode) -> Iterator[Path]:
    """Where the essays of all episodes of its title lie: the day one is gone, its episode may be another's."""
    from podcast.episode.catalog import Catalog

    with Catalog(archive) as catalog:
        for entry in catalog.entries.values():
            if entry.title == produced.episode.title:
                yield archive.public.parent.absolute() / entry.source


def _published(archive: Archive, slug: str) -> dict[str, str]:
    """All that is in the episode's folder: its media, its facts, its page, and whatever else the user has there."""
    try:
        with os.scandir(archive.public / "episodes" / slug) as entries:
            return {entry.name: state_of_published(entry.path) for entry in entries}
    except OSError:
        return {}


def _read(path: Path) -> Record | None:
    try:
        facts = checked_json.read(path)
        skipped = tuple(Skipped(**one) for one in facts["skipped"])
        told = {"unspoken": tuple(facts["unspoken"]), "advice": tuple(facts["advice"]), "skipped": skipped}
        return Record(**{**facts, **told})
    except (TypeError, KeyError):  # there is none, or one of another version
        return None
