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
from podcast.casting import has_fixed_voices
from podcast.currency import Request, keep
from podcast.episode.archive import Archive
from podcast.episode.artwork import artwork
from podcast.episode.chapters import chapters, picture_targets
from podcast.episode.coverage import coverage
from podcast.episode.identity import STANDARD_INPUT, slugify
from podcast.episode.pictures import load_pictures
from podcast.greetings import greetings
from podcast.lexicons import load_reader
from podcast.materials import Watch, materials
from podcast.produced import Produced
from podcast.publish import Recording, publish
from podcast.recording import Brief, OnProgress, record_episode
from podcast.settings import Settings
from podcast.site import Branding
from podcast.store import Store
from podcast.text.essay import Essay
from podcast.text.language import check_language
from podcast.text.script import write_script


@dataclass(frozen=True, slots=True)
class Manuscript:
    """An essay, and where it came from."""

    essay: Essay
    source: str  # its path from the show's folder, or "-"
    folder: Path | None = None  # where its pictures lie, if not in the show's
    request: Request | None = None  # under which the next build may find that nothing has changed


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
    watch = Watch.on(materials(settings, folder, manuscript.folder, picture_targets(script)))
    reader = load_reader(settings, folder, manuscript.folder, language)
    with archive.stage() as body, archive.stage() as ogg:
        branding = _branding(settings, folder, archive)
        welcome, sign_off = greetings(essay, manuscript.source, branding.title, settings, archive, now)
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
            produced = Produced(
                episode=published.episode,
                voiced=recorded.voiced,
                reused=len(script.segments) - recorded.voiced,
                unspoken=recorded.unspoken,
                is_new=published.is_new,
                episode_count=published.episode_count,
                base_url=published.base_url,
            )
            request = manuscript.request
            if request is not None and has_fixed_voices(settings) and published.episode.published <= now:
                keep(request, archive, watch, produced, is_pinned=_is_pinned(manuscript, published.episode.slug))
    return produced


def _is_pinned(manuscript: Manuscript, slug: str) -> bool:
    """Whether the essay is its episode only as long as no other one is more like it (podcast/episode/identity.py)."""
    wanted = manuscript.essay.slug
    return manuscript.source == STANDARD_INPUT or bool(wanted and slugify(wanted) != slug)


def _branding(settings: Settings, folder: Path, archive: Archive) -> Branding:
    title = syndicate.show_title(settings, folder)
    own_cover = folder / Path(settings.show.cover).expanduser() if settings.show.cover else None
    return Branding(title, *artwork(archive.public, title, settings.show.author, own_cover))
