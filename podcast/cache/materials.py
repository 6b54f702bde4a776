"""The files that go into an episode besides its essay and podcast.toml, and whether they stayed what they were.

    snapshot = InputSnapshot.on(materials(settings, show, essay_folder, targets))    # before any of them is read
    …
    snapshot.holds()                       # afterwards: what was read is what is there
    snapshot.states                        # for the next build to compare: `state_of_material` of each

Among them are files that are not there, where a build would take them if they were.
"""

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self
from urllib.parse import unquote

from podcast.cache.fingerprint import state_of_material
from podcast.config.settings import Settings
from podcast.episode.pictures import picture_files
from podcast.show.feed_facts import at_its_address
from podcast.show.published import FEED_NAME
from podcast.userfiles import path_of
from podcast.voicing.lexicons import lexicon_files
from voices.engine import sources


def materials(settings: Settings, show: Path, essay_folder: Path | None, pictures: Iterable[str]) -> tuple[Path, ...]:
    named = [choice for choice in _music(settings) if choice not in ("none", "default")]
    named += [settings.show.cover] if settings.show.cover else []
    return (
        *(path_of(name, show) for name in named),
        *lexicon_files(settings, show, essay_folder),
        *picture_files(pictures, (essay_folder or show, show)),
        *_linked_files(settings, show / "public"),
        *sources(),
    )


def _music(settings: Settings) -> tuple[str, ...]:
    """Whether the essay has a place for each or not."""
    return settings.opening.music, settings.closing.music, settings.sting.music, settings.bed.music


def _linked_files(settings: Settings, public: Path) -> tuple[Path, ...]:
    """What the show's link leads to, if that lies in a folder of public/: the gate looks whether it is there.

    Of what lies in public/ itself public_state.py tells, and a build changes the show's page.
    """
    base_url = at_its_address(settings, public / FEED_NAME).show.base_url
    link, own = settings.show.link.partition("://")[2], base_url.partition("://")[2].rstrip("/") + "/"
    if not link.startswith(own):
        return ()
    target = public / unquote(re.split("[?#]", link.removeprefix(own))[0])
    found = (target, target / "index.html")
    return tuple(path for path in found if path != public and (path.parent != public or path.name.startswith(".")))


@dataclass(frozen=True, slots=True)
class InputSnapshot:
    states: Mapping[str, str]
    _stamps: Mapping[str, tuple[int, ...]]

    @classmethod
    def on(cls, paths: Iterable[Path]) -> Self:
        names = sorted({str(path.absolute()) for path in paths})
        stamps = {name: _stamp(name) for name in names}
        return cls({name: state_of_material(name) for name in names}, stamps)

    def holds(self) -> bool:
        return all(_stamp(name) == stamp for name, stamp in self._stamps.items())


def _stamp(name: str) -> tuple[int, ...]:
    """Another one whenever somebody wrote to the file, even if its content is the same again."""
    try:
        status = os.stat(name)  # noqa: PTH116 — whose numbers are what is wanted
    except (OSError, ValueError):
        return ()
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino, status.st_dev
