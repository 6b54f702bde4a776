"""What `podcast doctor` looks at: each thing that has to be well for a build, and what to do where it isn't.

    for one in look_at(show, store):
        one.state, one.what, one.remedy

No engine is started and no net loaded, so it takes a moment only. What subscribers get, `podcast check` looks at.
"""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from podcast.errors import PodcastError

if TYPE_CHECKING:
    from podcast.cache.store import Store
    from podcast.config.settings import Settings
    from podcast.episode.archive import Archive

#: What decides how an episode sounds, and what reads an essay.
_LIBRARIES = (
    *("pyttsx3", "hibari-tts", "onnxruntime", "espeakng-loader", "av", "numpy", "lameenc", "lxml", "markdown-it-py"),
    *("docutils", "pypdfium2", "piper-tts", "distributed", "faster-whisper"),
)
_LEAST_BYTES = 200_000_000  # an hour of audio in the making, and what is temporary
_MOST_EPISODES = 300  # whose facts are read


class State(StrEnum):
    WELL = "well"
    NOTE = "note"  # nothing has to be done
    ILL = "ill"  # its user has to do something


@dataclass(frozen=True, slots=True)
class CheckedThing:
    name: str
    state: State
    what: str
    remedy: str = ""


def look_at(show: Path, store: "Store | None") -> Iterator[CheckedThing]:
    yield from _versions()
    settings, found = _settings(show)
    yield found
    yield from _engines(settings)
    yield _ffmpeg()
    yield _temporary()
    yield _cache(store)
    yield from _show(show)


def _versions() -> Iterator[CheckedThing]:
    from importlib.metadata import PackageNotFoundError, version

    python = ".".join(map(str, sys.version_info[:3]))
    yield CheckedThing("python", State.WELL, f"{python} at {sys.executable}, on {sys.platform}")
    for name in ("podcast-producer", *_LIBRARIES):
        try:
            yield CheckedThing(name, State.WELL, version(name))
        except PackageNotFoundError:
            yield CheckedThing(name, State.NOTE, "not installed")


def _settings(show: Path) -> "tuple[Settings | None, CheckedThing]":
    from podcast.config.load import load_settings
    from podcast.voicing.lexicons import load_lexicon

    path = show / "podcast.toml"
    try:
        settings = load_settings(path)
        load_lexicon(settings, show)
    except PodcastError as error:
        return None, CheckedThing("settings", State.ILL, f"{error.what}: {error.which or path}", error.remedy)
    what = str(path) if path.exists() else f"there is no {path}: all is as usual"
    return settings, CheckedThing("settings", State.WELL, what)


def _engines(settings: "Settings | None") -> Iterator[CheckedThing]:
    from voices.engine import engine, engines

    wanted = settings.voice.driver if settings else ""
    for name, told in engines().items():
        missing = told.missing()
        state = State.WELL if not missing else State.ILL if name == wanted else State.NOTE
        yield CheckedThing(f"engine {name}", state, missing or told.description)
    if wanted and wanted not in engines():
        what = f"{engine(wanted).description}: `podcast voices` tells whether it can be started"
        yield CheckedThing(f"engine {wanted}", State.NOTE, what)


def _ffmpeg() -> CheckedThing:
    """Many ask for it, since other programs need it."""
    found = shutil.which("ffmpeg")
    return CheckedThing("ffmpeg", State.WELL, f"not needed; {f'there is one at {found}' if found else 'there is none'}")


def _temporary() -> CheckedThing:
    remedy = "Set TMPDIR to a folder with room that you can write to."
    try:
        folder = tempfile.gettempdir()
    except OSError as error:
        return CheckedThing("temporary files", State.ILL, str(error.strerror or error), remedy)
    return _with_room("temporary files", Path(folder), remedy)


def _with_room(name: str, folder: Path, remedy: str) -> CheckedThing:
    from podcast.cli.sizes import size

    nearest = next((place for place in (folder.absolute(), *folder.absolute().parents) if place.exists()), folder)
    try:
        free = shutil.disk_usage(nearest).free
    except OSError as error:
        return CheckedThing(name, State.ILL, f"{folder} can't be looked at ({error.strerror})", remedy)
    state = State.WELL if free >= _LEAST_BYTES else State.ILL
    return CheckedThing(name, state, f"{folder}, {size(free)} free on its disk", remedy if state is State.ILL else "")


def _cache(store: "Store | None") -> CheckedThing:
    from podcast.cache.inventory import take_inventory
    from podcast.cli.sizes import size

    remedy = "Name a folder that you can write to with --cache-dir, or in PODCAST_CACHE_DIR."
    if store is None:
        return CheckedThing("cache", State.ILL, "there is no place for one: this user has no home", remedy)
    found = take_inventory(store)
    what = f"{store.folder}, {size(found.size)} of at most {size(store.max_bytes)}"
    if found.refusal:
        state = State.ILL if store.max_bytes else State.NOTE
        return CheckedThing("cache", state, f"{what}; nothing new is kept: {found.refusal}", remedy)
    return CheckedThing("cache", State.WELL, what)


def _show(show: Path) -> Iterator[CheckedThing]:
    from podcast.episode.archive import Archive
    from podcast.episode.rights import check_rights

    remedy = "Make it writable, or choose another folder with --show."
    yield _with_room("show", show, "Make room there, or choose another folder with --show.")
    archive = Archive(show / "public")
    try:
        check_rights(archive.public)
    except PodcastError as error:
        yield CheckedThing("write rights", State.ILL, f"{error.what}: {error.which}", error.remedy or remedy)
    else:
        yield CheckedThing("write rights", State.WELL, "in the show's folder and all that builds change in it")
    yield from _health(archive)


def _health(archive: "Archive") -> Iterator[CheckedThing]:
    slugs = archive.signatures()
    feed = archive.public / "feed.xml"
    if not slugs and not feed.exists():
        yield CheckedThing("episodes", State.NOTE, "none yet", "Build one: podcast build essay.md")
        return
    broken = [fault for slug in islice(slugs, _MOST_EPISODES) if (fault := _fault(archive, slug))]
    for fault in broken:
        yield CheckedThing("episodes", State.ILL, f"{fault.what}: {fault.which}", fault.remedy)
    if not feed.exists():
        yield CheckedThing("feed", State.ILL, f"{feed} isn't there", "Build any essay again: that writes it anew.")
    if archive.is_littered():
        yield CheckedThing("feed", State.NOTE, "a build that was killed has left something; the next one removes it")
    if not broken and feed.exists():
        looked = "" if len(slugs) <= _MOST_EPISODES else f", {_MOST_EPISODES} of them looked at"
        what = f"{len(slugs)}{looked}; `podcast check` looks at what subscribers get"
        yield CheckedThing("episodes", State.WELL, what)


def _fault(archive: "Archive", slug: str) -> PodcastError | None:
    try:
        archive.episode(slug)
    except PodcastError as error:
        return error
    return None
