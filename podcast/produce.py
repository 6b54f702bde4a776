"""The whole way, from an essay to an episode in the feed.

    manuscript = Manuscript(essay, "rivers.md")
    produced = produce(manuscript, settings, Path("."), now=datetime.now(UTC), means=Means(jobs=2))

    essay -> script -> clips -> timeline -> chapters, tags -> MP3 -> episode.json -> feed.xml

All that can be wrong with the input is found before anything is voiced, and nothing changes on disk before the
commit at the end.
"""

from datetime import datetime
from pathlib import Path
from threading import Thread

from feed.pages import prepare
from podcast import syndicate
from podcast.episode.archive import Archive
from podcast.episode.artwork import artwork
from podcast.episode.chapters import chapters
from podcast.episode.coverage import coverage
from podcast.episode.pictures import load_pictures
from podcast.framing import Framing
from podcast.lexicons import load_reader
from podcast.manuscript import Forecast, Manuscript
from podcast.means import Means
from podcast.produced import Produced
from podcast.publish import Recording, publish
from podcast.recording import Brief, record_episode
from podcast.settings import Settings
from podcast.site import Branding
from podcast.text.language import check_language
from podcast.text.script import write_script


def produce(
    manuscript: Manuscript,
    settings: Settings,
    folder: Path,
    *,
    now: datetime,
    means: Means,
    forecast: Forecast | None = None,
) -> Produced:
    """`folder` is the show's; `forecast` is looked up if it isn't known.

    Raises PodcastError, and then nothing has changed.
    """
    essay = manuscript.essay
    archive = Archive(folder / "public")
    language = essay.language or settings.show.language
    check_language(essay, language)
    script = write_script(essay, says_title=not settings.opening.text, roles=settings.roles, language=language)
    reader = load_reader(settings, folder, manuscript.folder, language)
    with archive.stage() as body, archive.stage() as ogg:
        branding = _branding(settings, folder, archive)
        framing = Framing(manuscript, branding.title, settings)
        said = framing.texts(forecast or framing.forecast(archive, now))
        Thread(target=prepare, daemon=True).start()  # while the engine starts
        published = None
        while published is None:
            brief = Brief(script, reader, *said, settings, folder)
            recorded = record_episode(brief, body, means)
            assembled = recorded.assembled
            if settings.feed.opus_kbps:
                from podcast.sound import opus  # with ffmpeg's libraries

                opus.transcode(body, ogg, settings.feed.opus_kbps)
            found = chapters(essay.title, script, assembled.timeline)
            pictures = load_pictures(found, (manuscript.folder or folder, folder))
            proof = coverage(essay.source, script, assembled.timeline)
            recording = Recording(essay, manuscript.source, script, assembled, found, pictures, proof, body, ogg)
            means.await_turn()
            with archive.locked():
                # Only now: another build may have published an episode while this one was voicing.
                before, said = said, framing.texts(framing.forecast(archive, now)) if framing.tells_place else said
                if said == before:
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
