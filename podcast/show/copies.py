"""A copy of each episode.json in the show's workroom, so that one which is damaged or lost can be had again.

copies.keep(archive, episode)           # after a commit, under the archive's lock
copies.read(archive, "rivers")          # the Episode; None: there is no copy that can be believed
copies.slugs(archive)                   # of all episodes that were ever committed, and not removed since
"""

import os
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from podcast.cache import checked_json
from podcast.episode.archive import MEMORY, Archive
from podcast.episode.facts import Episode, from_json, to_json
from podcast.errors import PodcastError

_FOLDER = f"{MEMORY}/episodes"  # in the show's workroom
_SUFFIX = ".json"


def keep(archive: Archive, episode: Episode) -> None:
    checked_json.write(_path(archive, episode.slug), to_json(episode), by_way_of=archive.workroom)


def complete(archive: Archive, published: Collection[str]) -> None:
    """So that those of an older version, and of a show that was copied without its workroom, have theirs."""
    for slug in frozenset(published) - slugs(archive):
        with suppress(PodcastError):
            keep(archive, archive.episode(slug))


def read(archive: Archive, slug: str) -> Episode | None:
    try:
        episode = from_json(checked_json.read(_path(archive, slug)))
    except (ValueError, KeyError, TypeError, AttributeError):  # there is none, or one of another version
        return None
    return episode if episode.slug == slug else None


def slugs(archive: Archive) -> frozenset[str]:
    try:
        names = os.listdir(archive.workroom / _FOLDER)  # noqa: PTH208 — of ten thousand
    except OSError:
        return frozenset()
    return frozenset(name.removesuffix(_SUFFIX) for name in names if name.endswith(_SUFFIX))


def forget(archive: Archive, slug: str) -> None:
    """What can't be forgotten now is told and forgotten next time: the commit stands."""
    with suppress(OSError):
        checked_json.forget(_path(archive, slug))


def _path(archive: Archive, slug: str) -> Path:
    return archive.workroom / _FOLDER / f"{slug}{_SUFFIX}"
