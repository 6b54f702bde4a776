"""Whether a show still knows its episodes: their facts, the feed that tells of them, and the copies for the worst case.

for problem in facts_faults(archive, is_feed_readable=True):
    problem.where, problem.what
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from feed.rules import Problem, Rule
from podcast.cache import checked_json
from podcast.episode.archive import FACTS_NAME, MEMORY, Archive
from podcast.episode.catalog import FILE_NAME as CATALOG_NAME
from podcast.episode.coverage import faults
from podcast.episode.facts import Episode
from podcast.errors import PodcastError
from podcast.show.mending import broken
from podcast.show.published import FEED_NAME, in_feed, published
from podcast.show.recollection import guids_in_feed
from podcast.text.essay import Reason

FACTS = Rule(
    *("facts", "required", "podcast build", "The facts of each published episode can be read, in its own folder."),
    "Build any essay of the show: that mends what its copy in .podcast or the feed knows. Where it says that it can't, "
    "restore episode.json from a copy, and give the folder its name back: without its facts the GUID is lost.",
)
COVERAGE = Rule(
    *("coverage", "required", "podcast build", "Each stretch of the essay has its time in the audio, or a reason."),
    "Build the essay again: its episode.json proves that no text was lost.",
)
GAPS = Rule(
    *("gaps", "recommended", "podcast build", "Each passage of the essay that is to be said is said."),
    "Reword the passage, or choose another voice, and build it again without --skip-failed.",
)
MEMORY_WHOLE = Rule(
    *("memory", "optional", "podcast build", "What a show keeps in .podcast, for itself, can be read."),
    "Build any essay of the show: it is made anew.",
)


def facts_faults(archive: Archive, *, is_feed_readable: bool) -> Iterator[Problem]:
    yield from _of_episodes(archive, guids_in_feed(archive.public) if is_feed_readable else {})
    yield from _of_feed(archive)
    yield from (Problem(MEMORY_WHOLE, *fault) for fault in _memory_faults(archive))


def _of_episodes(archive: Archive, guids: dict[str, str]) -> Iterator[Problem]:
    for slug in archive.signatures():
        where = f"{archive.public.name}/episodes/{slug}/{FACTS_NAME}"
        try:
            episode = archive.episode(slug)
        except PodcastError as error:
            yield Problem(FACTS, where, error.what[0].lower() + error.what[1:])
            continue
        yield from (Problem(COVERAGE, where, what) for what in _coverage_faults(episode))
        gaps = [one.text for one in episode.skipped if one.reason == Reason.FAILED]
        yield from (Problem(GAPS, where, f"no engine could say “{text}”") for text in gaps)
        if guids and guids.get(slug) != episode.guid:
            said = f"has the GUID {guids[slug]} for it" if slug in guids else "doesn't tell of it"
            yield Problem(FACTS, where, f"its GUID is {episode.guid}, and the feed {said}")
    for slug in broken(archive, guids.keys() - archive.signatures().keys()):
        yield Problem(FACTS, f"{archive.public.name}/episodes/{slug}/{FACTS_NAME}", "it is missing")


def _coverage_faults(episode: Episode) -> Iterator[str]:
    if not episode.source:
        yield "it was lost, and mended by what the feed knows"
    yield from faults(episode.coverage, episode.audio.duration_ms)


def _of_feed(archive: Archive) -> Iterator[Problem]:
    """A GUID that isn't the one that was published makes it another show."""
    feed = archive.public / FEED_NAME
    said, true = in_feed(feed), published(feed)
    if said.guid and true.guid and said.guid != true.guid:
        where = f"{archive.public.name}/{FEED_NAME}"
        yield Problem(FACTS, where, f"the show's GUID is {said.guid}, and was {true.guid} when it was built")


def _memory_faults(archive: Archive) -> Iterator[tuple[str, str]]:
    """Where, and what."""
    for path in sorted((archive.workroom / MEMORY).rglob("*.json")):
        if checked_json.read(path) is None:
            yield path.relative_to(archive.workroom.parent).as_posix(), "it is damaged"
    catalog = archive.workroom / CATALOG_NAME
    if catalog.is_file() and not _is_sound(catalog):
        yield catalog.relative_to(archive.workroom.parent).as_posix(), "it is damaged"


def _is_sound(catalog: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"{catalog.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            return bool(connection.execute("PRAGMA quick_check").fetchone()[0] == "ok")
    except sqlite3.Error:
        return False
