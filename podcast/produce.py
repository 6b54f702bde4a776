"""The whole way, from an essay to an episode in the feed.

    manuscript = Manuscript(essay, "rivers.md")
    produced = produce(manuscript, settings, Path("."), jobs=2, now=datetime.now(UTC))

    essay -> script -> clips -> timeline -> chapters, tags -> MP3 -> episode.json -> feed.xml

All that can be wrong with the input is found before anything is voiced, and nothing changes on disk before the
commit at the end.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Thread
from typing import IO

from feed.pages import prepare
from podcast import syndicate
from podcast.episode.archive import Archive
from podcast.episode.artwork import artwork
from podcast.episode.assembly import Assembled, Part, assemble
from podcast.episode.catalog import Catalog
from podcast.episode.chapters import chapters
from podcast.episode.facts import Episode
from podcast.episode.identity import identify
from podcast.episode.pictures import load_pictures
from podcast.publish import Recording, publish
from podcast.settings import Settings
from podcast.site import Branding
from podcast.sound import SAMPLE_RATE_HZ, opus
from podcast.sound.crew import Crew
from podcast.studio import FrameMusic, Narration, hire, load_frame_music, louder, record_script
from podcast.text.essay import Essay
from podcast.text.language import check_language
from podcast.text.script import write_script
from podcast.text.template import blanks_of, fill


@dataclass(frozen=True, slots=True)
class Manuscript:
    """An essay, and where it came from."""

    essay: Essay
    source: str  # its path from the show's folder, or "-"
    folder: Path | None = None  # where its pictures lie, if not in the show's


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the recording is; told after each clip."""

    done: int
    total: int
    audio_ms: int  # said so far, pauses not counted


@dataclass(frozen=True, slots=True)
class Produced:
    episode: Episode
    voiced: int  # segments that were spoken for this build …
    reused: int  # … and those that were not
    is_new: bool
    episode_count: int  # in the feed
    base_url: str  # where the feed says that public/ is found


LOUDNESS_TOLERANCE_LU = 0.38  # what is told and what another meter says may differ by 0.1
MOST_TAKES = 3

OnProgress = Callable[[Progress], None]
Take = Callable[[Narration, FrameMusic], Assembled]


def produce(
    manuscript: Manuscript,
    settings: Settings,
    folder: Path,
    *,
    jobs: int,
    now: datetime,
    on_progress: OnProgress = lambda _: None,
) -> Produced:
    """`folder` is the show's. Raises PodcastError, then nothing has changed."""
    essay = manuscript.essay
    archive = Archive(folder / "public")
    language = essay.language or settings.show.language
    check_language(essay, language)
    script = write_script(essay, says_title=not settings.opening.text)
    with archive.stage() as body, archive.stage() as ogg:
        branding = _branding(settings, folder, archive)
        music = load_frame_music(settings, folder)
        blanks = _blanks(manuscript, branding.title, settings, archive, now)
        welcome, sign_off = fill(settings.opening.text, blanks), fill(settings.closing.text, blanks)
        Thread(target=prepare, daemon=True).start()  # while the engine starts
        with Crew(settings.voice.driver, jobs=min(jobs, len(script.segments) + 2)) as crew:
            narration = hire(crew, settings, language)

            def take(narration: Narration, music: FrameMusic) -> Assembled:
                parts = record_script(script, welcome, sign_off, music, narration, crew)
                watched = _watched(parts, len(script.segments), on_progress)
                return assemble(watched, body, narration.bitrate_kbps, 2 if settings.sound.stereo else 1)

            assembled = _at_loudness(settings.sound.loudness_lufs, take, narration, music, body)
        if settings.feed.opus_kbps:
            opus.transcode(body, ogg, settings.feed.opus_kbps)
        found = chapters(essay.title, script, assembled.timeline)
        pictures = load_pictures(found, (manuscript.folder or folder, folder))
        recording = Recording(essay, manuscript.source, script, assembled, found, pictures, body, ogg)
        with archive.locked():
            published = publish(recording, branding, settings, archive, now)
    return Produced(
        episode=published.episode,
        voiced=len(script.segments),
        reused=0,
        is_new=published.is_new,
        episode_count=published.episode_count,
        base_url=published.base_url,
    )


def _branding(settings: Settings, folder: Path, archive: Archive) -> Branding:
    title = syndicate.show_title(settings, folder)
    own_cover = folder / Path(settings.show.cover).expanduser() if settings.show.cover else None
    return Branding(title, *artwork(archive.public, title, settings.show.author, own_cover))


def _blanks(manuscript: Manuscript, show: str, settings: Settings, archive: Archive, now: datetime) -> dict[str, str]:
    """What the welcome and the sign-off may name."""
    essay, texts = manuscript.essay, (settings.opening.text, settings.closing.text)
    known = {"show": show, "title": essay.title, "author": essay.author or settings.show.author}
    with Catalog(archive) as catalog:  # which finds what can't be read, before anything is voiced
        if not {"date", "number"}.intersection(blank for text in texts for blank in blanks_of(text)):
            return known
        entries = tuple(catalog.entries.values())
    base_url = syndicate.at_its_address(settings, archive.public / syndicate.FEED_NAME).show.base_url
    identity = identify(essay, manuscript.source, entries, base_url, now, is_there=archive.is_source)
    date = f"{identity.published:%B} {identity.published.day}, {identity.published.year}"
    return {**known, "date": date, "number": str(identity.number)}


def _at_loudness(target_lufs: float, take: Take, narration: Narration, music: FrameMusic, body: IO[bytes]) -> Assembled:
    """The first take, unless a script of a few seconds comes out too loud or soft; then one that makes up for it."""
    for _ in range(MOST_TAKES):
        body.seek(0)
        body.truncate()
        assembled = take(narration, music)
        missing_lu = target_lufs - assembled.loudness_lufs
        if abs(missing_lu) <= LOUDNESS_TOLERANCE_LU:
            break
        narration, music = louder(narration, music, missing_lu)
    return assembled


def _watched(parts: Iterable[Part], total: int, on_progress: OnProgress) -> Iterator[Part]:
    done = samples = 0
    for part in parts:
        yield part
        done += part.segment is not None
        samples += part.clip.end_sample - part.clip.start_sample
        on_progress(Progress(done, total, samples * 1000 // SAMPLE_RATE_HZ))
