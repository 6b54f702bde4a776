"""The whole way, from an essay to an episode in the feed.

    manuscript = Manuscript(essay, "rivers.md")
    produced = produce(manuscript, settings, Path("."), jobs=2, now=datetime.now(UTC))

    essay -> script -> clips -> timeline -> chapters, tags -> MP3 -> episode.json -> feed.xml

All that can be wrong with the input is found before anything is voiced, and nothing changes on disk before the
commit at the end.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Thread

from feed.pages import prepare
from podcast import syndicate
from podcast.episode.archive import Archive
from podcast.episode.artwork import artwork
from podcast.episode.catalog import Catalog
from podcast.episode.chapters import chapters
from podcast.episode.coverage import coverage
from podcast.episode.facts import Episode
from podcast.episode.identity import identify
from podcast.episode.pictures import load_pictures
from podcast.lexicons import load_reader
from podcast.publish import Recording, publish
from podcast.recording import Brief, OnProgress, record_episode
from podcast.settings import Settings
from podcast.site import Branding
from podcast.store import Store
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
class Produced:
    episode: Episode
    voiced: int  # segments that were spoken for this build …
    reused: int  # … and those that were not
    unspoken: tuple[str, ...]  # languages of passages for which there is no voice
    is_new: bool
    episode_count: int  # in the feed
    base_url: str  # where the feed says that public/ is found


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
    reader = load_reader(settings, folder, manuscript.folder, language)
    with archive.stage() as body, archive.stage() as ogg:
        branding = _branding(settings, folder, archive)
        blanks = _blanks(manuscript, branding.title, settings, archive, now)
        welcome, sign_off = fill(settings.opening.text, blanks), fill(settings.closing.text, blanks)
        Thread(target=prepare, daemon=True).start()  # while the engine starts
        brief = Brief(script, reader, welcome, sign_off, settings, folder)
        recorded = record_episode(brief, body, jobs=jobs, store=store, on_progress=on_progress)
        assembled = recorded.assembled
        if settings.feed.opus_kbps:
            from podcast.sound import opus  # with ffmpeg's libraries

            opus.transcode(body, ogg, settings.feed.opus_kbps)
        found = chapters(essay.title, script, assembled.timeline)
        pictures = load_pictures(found, (manuscript.folder or folder, folder))
        proof = coverage(essay.source, script, assembled.timeline)
        recording = Recording(essay, manuscript.source, script, assembled, found, pictures, proof, body, ogg)
        with archive.locked():
            published = publish(recording, branding, settings, archive, now)
    return Produced(
        episode=published.episode,
        voiced=recorded.voiced,
        reused=len(script.segments) - recorded.voiced,
        unspoken=recorded.unspoken,
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
