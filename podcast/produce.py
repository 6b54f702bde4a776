"""The whole way, from an essay to an episode in the feed.

    manuscript = Manuscript(essay, "rivers.md")
    produced = produce(manuscript, settings, Path("."), jobs=2, now=datetime.now(UTC))

    essay -> script -> clips -> timeline -> chapters, tags -> MP3 -> episode.json -> feed.xml

All that can be wrong with the input is found before anything is voiced, and nothing changes on disk before the
commit at the end.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from threading import Thread
from typing import IO

from feed.pages import prepare
from podcast import syndicate
from podcast.accompaniment import load_accompaniment
from podcast.episode.archive import Archive
from podcast.episode.artwork import artwork
from podcast.episode.assembly import Assembled, Line, Part, assemble
from podcast.episode.catalog import Catalog
from podcast.episode.chapters import chapters
from podcast.episode.coverage import coverage
from podcast.episode.facts import Episode
from podcast.episode.identity import identify
from podcast.episode.pictures import load_pictures
from podcast.episode.rundown import wants_sting
from podcast.lexicons import load_lexicon
from podcast.publish import Recording, publish
from podcast.reading_aloud import Reader
from podcast.session import Session
from podcast.settings import Settings
from podcast.site import Branding
from podcast.sound import SAMPLE_RATE_HZ, opus
from podcast.sound.crew import Crew
from podcast.store import Store
from podcast.studio import characters_of, hire, refuse_unsayable_script
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
MOST_RECORDINGS = 3

OnProgress = Callable[[Progress], None]


def produce(
    manuscript: Manuscript,
    settings: Settings,
    folder: Path,
    *,
    jobs: int,
    now: datetime,
    store: Store | None = None,
    on_progress: OnProgress = lambda _: None,
) -> Produced:
    """`folder` is the show's; `store` holds what was voiced before. Raises PodcastError, then nothing has changed."""
    essay = manuscript.essay
    archive = Archive(folder / "public")
    language = essay.language or settings.show.language
    check_language(essay, language)
    script = write_script(essay, says_title=not settings.opening.text, roles=settings.roles, language=language)
    reader = Reader(load_lexicon(settings, folder, manuscript.folder), language, settings.speech.expand)
    with archive.stage() as body, archive.stage() as ogg:
        branding = _branding(settings, folder, archive)
        plays_sting = wants_sting(script, before_chapters=settings.sting.before_chapters)
        blanks = _blanks(manuscript, branding.title, settings, archive, now)
        welcome, sign_off = fill(settings.opening.text, blanks), fill(settings.closing.text, blanks)
        Thread(target=prepare, daemon=True).start()  # while the engine starts
        tally, jobs = _Tally(len(script.segments), on_progress), min(jobs, len(script.segments) + 2)
        with ThreadPoolExecutor(1) as aside, Crew(settings.voice.driver, jobs=jobs, store=store) as crew:
            loading = aside.submit(load_accompaniment, settings, folder, plays_sting=plays_sting)
            cast, music = hire(crew, settings, reader, characters_of(script)), loading.result()
            refuse_unsayable_script(script, (welcome, sign_off), cast)
            session = Session(script, welcome, sign_off, music, cast, settings)
            assembled = _at_loudness(session, crew, tally, body)
        if settings.feed.opus_kbps:
            opus.transcode(body, ogg, settings.feed.opus_kbps)
        found = chapters(essay.title, script, assembled.timeline)
        pictures = load_pictures(found, (manuscript.folder or folder, folder))
        proof = coverage(essay.source, script, assembled.timeline)
        recording = Recording(essay, manuscript.source, script, assembled, found, pictures, proof, body, ogg)
        with archive.locked():
            published = publish(recording, branding, settings, archive, now)
    return Produced(
        episode=published.episode,
        voiced=len(tally.voiced),
        reused=len(script.segments) - len(tally.voiced),
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


def _at_loudness(session: Session, crew: Crew, tally: "_Tally", body: IO[bytes]) -> Assembled:
    """The first recording, unless a short script comes out too loud or soft; then one that makes up for it.

    So does one whose peaks are too high: no clip's are, but on a bed they are known only when all is encoded.
    """
    settings = session.settings
    goal = settings.sound
    for _ in range(MOST_RECORDINGS):
        body.seek(0)
        body.truncate()
        parts = tally.of(session.record(crew))
        assembled = assemble(parts, body, settings.bitrate_kbps, settings.channels, session.bed)
        missing_lu = goal.loudness_lufs - assembled.loudness_lufs
        excess_db = assembled.true_peak_dbtp - goal.true_peak_dbtp
        if abs(missing_lu) <= LOUDNESS_TOLERANCE_LU and excess_db <= 0:
            break
        session = session.louder(missing_lu, excess_db)
    return assembled


@dataclass(frozen=True, slots=True)
class _Tally:
    """Counts the parts of a recording as they pass, and which segments were voiced in any."""

    total: int
    on_progress: OnProgress
    voiced: set[int] = field(default_factory=set)

    def of(self, parts: Iterable[Part | Line]) -> Iterator[Part | Line]:
        done = samples = 0
        for part in parts:
            yield part
            if part.segment is not None:
                done += 1
                self.voiced.update({part.segment} if part.is_voiced else ())
            samples += part.samples
            self.on_progress(Progress(done, self.total, samples * 1000 // SAMPLE_RATE_HZ))
