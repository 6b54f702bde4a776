"""The whole way, from an essay to an episode in the feed.

    manuscript = Manuscript(essay, "rivers.md")
    produced = produce(manuscript, settings, Path("."), now=datetime.now(UTC), options=BuildOptions(jobs=2))

    essay -> script -> clips -> timeline -> chapters, tags -> MP3 -> episode.json -> feed.xml

All that can be wrong with the input is found before anything is voiced, and nothing changes on disk before the
commit at the end.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from typing import IO

from feed.pages import prepare
from podcast.cache.materials import InputSnapshot, materials
from podcast.cache.uptodate import keep
from podcast.config.scripts import script_of
from podcast.config.settings import Settings
from podcast.episode.archive import Archive
from podcast.episode.artwork import artwork, episode_cover
from podcast.episode.chapters import chapters, picture_targets
from podcast.episode.coverage import coverage
from podcast.episode.identity import slugify
from podcast.episode.pictures import load_pictures
from podcast.episode.places import OUTSIDE, STANDARD_INPUT, file_and_part
from podcast.episode.rights import check_rights
from podcast.manuscript import Forecast, Manuscript
from podcast.produced import ProducedEpisode
from podcast.recording.failures import UnvoicedError, places
from podcast.recording.options import BuildOptions
from podcast.recording.recording import RecordedEpisode, RecordingRequest, record_episode
from podcast.show import feed_facts
from podcast.show.commit import EpisodeVoices, FinishedEpisode, PublishedEpisode, left_out, publish
from podcast.show.mending import mended_before
from podcast.show.site import Branding
from podcast.text.language import check_language
from podcast.text.notices import notices, withheld
from podcast.userfiles import path_of
from podcast.voicing.greetings import Greetings
from podcast.voicing.lexicons import load_reader


def produce(
    manuscript: Manuscript,
    settings: Settings,
    folder: Path,
    *,
    now: datetime,
    options: BuildOptions,
    forecast: Forecast | None = None,
) -> ProducedEpisode:
    """`folder` is the show's; `forecast` is looked up if it isn't known.

    Raises PodcastError, and then nothing has changed.
    """
    essay, archive = manuscript.essay, Archive(folder / "public")
    settings, mended = settings.narrated_by(essay.voice), mended_before(archive)
    language = essay.language or settings.show.language
    check_language(essay, language)
    script = script_of(essay, settings, language)
    pictures = (*picture_targets(script), essay.image)
    check_rights(archive.public)
    snapshot = InputSnapshot.on(materials(settings, folder, manuscript.folder, pictures))
    cover, cover_remarks = episode_cover(essay.image, (manuscript.folder or folder, folder))
    reader = load_reader(settings, folder, manuscript.folder, language)
    title = feed_facts.show_title(settings, folder)
    branding = cache(partial(_branding, title, settings, folder, archive))
    options = replace(options, meanwhile=(prepare, *options.meanwhile, branding))
    with archive.stage() as body, archive.stage() as ogg:
        if settings.show.cover:
            branding()  # one that can't be used is refused before anything is voiced
        greetings = Greetings(manuscript, title, settings)
        said = greetings.texts(forecast or greetings.forecast(archive, now))
        while True:
            request = RecordingRequest(script, reader, *said, settings, folder)
            with _placed(manuscript):
                recorded = record_episode(request, body, options)
            if settings.feed.opus_kbps:
                from podcast.sound.codec import opus  # with ffmpeg's libraries

                opus.transcode(body, ogg, settings.feed.opus_kbps)
            recording = replace(_recording(manuscript, recorded, folder, body, ogg), cover=cover)
            options.await_turn()
            with archive.locked():
                # Only now: another build may have published an episode while this one was voicing.
                before, said = said, greetings.still(said, archive, now)
                if said == before:
                    published = publish(recording, branding(), settings, archive, now)
                    why = withheld(essay, now)
                    meant = (f"The essay says {why}; it is built because it was named",) if why else ()
                    lasting = (*meant, *notices(essay, language), *cover_remarks, *_of_namesake(published))
                    told = (*mended, *published.remarks, *lasting)
                    produced = _produced(published, recorded, manuscript, told)
                    if recorded.has_fixed_voices and not recorded.gaps:  # those may be said the next time
                        # What has happened once is not told again.
                        _keep(manuscript, archive, snapshot, replace(produced, advice=lasting), now)
                    left_out = options.workforce.told if options.workforce else ()
                    return replace(produced, advice=(*produced.advice, *_of_damage(recorded), *left_out))


@contextmanager
def _placed(manuscript: Manuscript) -> Iterator[None]:
    """What could not be voiced is told with the places where it stands."""
    try:
        yield
    except UnvoicedError as error:
        told = places(error.passages, manuscript.essay, _file_of(manuscript))
        raise UnvoicedError(error.passages, told, is_hopeless=error.is_hopeless) from None


def _file_of(manuscript: Manuscript) -> str:
    """As its writer knows it; a part of a book by the book."""
    name = file_and_part(manuscript.source)[0]
    return name.rpartition("/")[2] if name.startswith(OUTSIDE) else name


def _recording(
    manuscript: Manuscript,
    recorded: RecordedEpisode,
    folder: Path,
    body: IO[bytes],
    ogg: IO[bytes],
) -> FinishedEpisode:
    """All that is known of the episode, but for what depends on the others."""
    essay, script, assembled = manuscript.essay, recorded.script, recorded.assembled
    found = chapters(essay.title, script, assembled.timeline, essay.address)
    pictures = load_pictures(found, (manuscript.folder or folder, folder))
    proof = coverage(essay.source, script, assembled.timeline)
    speakers = EpisodeVoices(recorded.voices, recorded.credits)
    facts = (essay, manuscript.source, script, assembled, speakers, found, pictures, proof, body, ogg)
    return FinishedEpisode(*facts, same_as=manuscript.same_as)


def _produced(
    published: PublishedEpisode, recorded: RecordedEpisode, manuscript: Manuscript, told: tuple[str, ...]
) -> ProducedEpisode:
    return ProducedEpisode(
        episode=replace(published.episode, skipped=left_out(recorded.script)),  # for its writer, who may see more
        voiced=recorded.voiced,
        reused=len(recorded.script.segments) - recorded.voiced,
        unspoken=recorded.unspoken,
        advice=(*told, *recorded.advice),
        is_new=published.is_new,
        episode_count=published.episode_count,
        base_url=published.base_url,
        gaps=tuple(places(recorded.gaps, manuscript.essay, _file_of(manuscript))),
    )


def _of_namesake(published: PublishedEpisode) -> Iterator[str]:
    """An essay that was saved in another format is another file, and so another episode: listeners get it twice."""
    if published.namesake:
        episode, other = published.episode, published.namesake
        same = f"build it with --same-as {other}, delete public/episodes/{episode.slug}, and keep one file of it"
        remedy = f"if this is the same essay, {same}"
        yield f"There is another episode called “{episode.title}” ({other}): {remedy}"


def _of_damage(recorded: RecordedEpisode) -> Iterator[str]:
    """It is not kept with the episode: it is about the disk, and told once. One that changes a file may change more."""
    if recorded.damaged:
        which = f"{recorded.damaged} recordings that were kept were" if recorded.damaged > 1 else "A kept recording was"
        yield f"{which} damaged and made anew: look after the disk that the cache is on (`podcast cache dir`)"


def _keep(
    manuscript: Manuscript, archive: Archive, snapshot: InputSnapshot, produced: ProducedEpisode, now: datetime
) -> None:
    """So that the next build passes over it, where that is safe."""
    episode = produced.episode
    if manuscript.request is not None and episode.published <= now:
        is_pinned = _is_pinned(manuscript, episode.slug)
        keep(manuscript.request, archive, snapshot, produced, is_pinned=is_pinned)


def _is_pinned(manuscript: Manuscript, slug: str) -> bool:
    """Whether the essay is its episode only as long as no other one is more like it (podcast/episode/identity.py)."""
    wanted = manuscript.essay.slug
    return manuscript.source == STANDARD_INPUT or bool(wanted and slugify(wanted) != slug)


def _branding(title: str, settings: Settings, folder: Path, archive: Archive) -> Branding:
    own_cover = path_of(settings.show.cover, folder) if settings.show.cover else None
    return Branding(title, *artwork(archive, title, settings.show.author, own_cover))
