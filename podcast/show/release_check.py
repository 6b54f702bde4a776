"""The release gate: a published show against every rule that apps and directories have, its sound included.

    report = report_on(Path("."))                                               # whole, with every second of audio
    report = report_on(Path("."), slugs=["on-paper"], is_listening=False)       # quick, after a build

The rules stand in `feed.check`; this module gives them eyes (the folder) and ears (the decoder).
"""

import os
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path, PurePosixPath

from feed.check import (
    Folder,
    Heard,
    Report,
    Standard,
    check,
    enclosure_urls,
    folder_address,
    published_url,
)
from feed.check.excerpt import head
from feed.check.pages import PAGE_FILE, page_faults
from feed.check.strays import STRAYS, stray_files
from podcast.config.load import load_settings
from podcast.config.settings import Settings
from podcast.episode.archive import Archive
from podcast.episode.frames import count_frames
from podcast.episode.tagcheck import read_tag
from podcast.errors import PodcastError
from podcast.show import intact
from podcast.show.facts_check import COVERAGE, FACTS, GAPS, MEMORY_WHOLE, facts_faults
from podcast.show.feed_facts import DEFAULT_BASE_URL
from podcast.show.intact import damaged_files
from podcast.show.published import FEED_NAME
from podcast.userfiles import RECORDING_BYTES, open_file

_MOST_LISTENERS = 8
#: With one of these, nobody knows what the rest of the feed refers to.
_UNREADABLE = frozenset({"feed", "xml", "rss", "pages"})

Listen = Callable[[str], Heard | None]
Wants = Callable[[str], bool]


def report_on(
    folder: Path,
    *,
    slugs: Collection[str] | None = None,
    is_listening: bool = True,
    loudness_lufs: float | None = None,
    base_url: str = "",
) -> Report:
    """Hold every rule against the show in `folder`, and against all of its episodes or only those named by `slugs`.

    Without listening nothing is decoded: how long a file is, its frames say. The goal of loudness, the limit of peaks
    and the address of public/ are those of podcast.toml, unless they are given. Raises PodcastError when there is no
    feed.
    """
    public = folder / "public"
    if not (public / FEED_NAME).is_file():
        remedy = "Build an episode first (`podcast build essay.md`), or name the show's folder with --show."
        if count := len(Archive(public).signatures()):
            remedy = f"It is gone, but the facts of {count} of its episodes are there: build any essay, and it is back."
        raise PodcastError("There is no feed to check", which=str(public / FEED_NAME), remedy=remedy)
    settings = load_settings(folder / "podcast.toml")
    site, standard = _held_against(public, settings, base_url.rstrip("/"), loudness_lufs)
    if slugs is not None:
        site = replace(site, marks=tuple(f"/episodes/{slug}/" for slug in slugs))
    feed_url = f"{site.addresses[0]}/{FEED_NAME}"

    def wants(url: str) -> bool:
        return slugs is None or PurePosixPath(site.inside(url) or "").parent.name in slugs

    with _ears(site, feed_url, wants, _heard if is_listening else _skimmed) as hear:
        report = check(site, feed_url, standard, listen=hear, wants=wants)
    return report if slugs is not None else _with_folder(report, site)


def _with_folder(report: Report, site: Folder) -> Report:
    """What else a whole show is judged by: the files that no feed tells of."""
    is_known = not _UNREADABLE & {problem.rule.id for problem in report.problems}
    strays, rules = (stray_files(site.root), STRAYS) if is_known else ((), ())
    archive = Archive(site.root)
    memory = facts_faults(archive, is_feed_readable=is_known)
    own = (*memory, *page_faults(site), *damaged_files(archive))
    ours = (FACTS, COVERAGE, GAPS, MEMORY_WHOLE, PAGE_FILE, *intact.RULES)
    return replace(report, problems=(*report.problems, *own, *strays), rules=(*report.rules, *ours, *rules))


def _held_against(
    public: Path, settings: Settings, base_url: str, loudness_lufs: float | None
) -> tuple[Folder, Standard]:
    """The folder under the addresses that it should have and that its feed says; and what it should be like."""
    wanted = base_url or settings.show.base_url.rstrip("/")
    with open_file(public / FEED_NAME, RECORDING_BYTES) as file:
        said = folder_address(published_url(BytesIO(head(file))))
    addresses = tuple(dict.fromkeys(address for address in (wanted, said) if address)) or (DEFAULT_BASE_URL,)
    return Folder(public, addresses), Standard(
        now=datetime.now(UTC),
        published_at=f"{wanted}/{FEED_NAME}" if wanted else "",
        loudness_lufs=settings.sound.loudness_lufs if loudness_lufs is None else loudness_lufs,
        true_peak_dbtp=settings.sound.true_peak_dbtp,
    )


@contextmanager
def _ears(site: Folder, feed_url: str, wants: Wants, hear: Callable[[Path], Heard]) -> Iterator[Listen]:
    """Several files are heard at a time, ahead of the rules: the decoder works outside the interpreter's lock."""
    paths = {url: site.path(url) for url in enclosure_urls(site, feed_url) if wants(url)}
    with ThreadPoolExecutor(min(_MOST_LISTENERS, os.cpu_count() or 1)) as crew:
        hearings = {url: crew.submit(hear, path) for url, path in paths.items() if path is not None}
        try:
            yield lambda url: hearings[url].result() if url in hearings else None
        finally:
            crew.shutdown(cancel_futures=True)


def _heard(path: Path) -> Heard:
    from podcast.sound.hearing import listen  # which loads a decoder, and nothing else here does

    hearing = listen(path)
    return replace(
        _tagged(path, hearing.duration_ms, hearing.fault),
        loudness_lufs=hearing.loudness_lufs,
        true_peak_dbtp=hearing.true_peak_dbtp,
        silences_s=hearing.silences_s,
    )


def _skimmed(path: Path) -> Heard:
    frames = count_frames(path)
    return _tagged(path, frames.duration_ms, frames.fault)


def _tagged(path: Path, duration_ms: int, fault: str) -> Heard:
    tag = read_tag(path)
    return Heard(
        duration_ms=duration_ms,
        fault=fault,
        tag_version=tag.version,
        tag_album=tag.album,
        chapters=tag.chapters,
        chapter_faults=tag.faults,
    )
