"""From a finished recording to an episode that subscribers get: MP3, transcripts, episode.json, pages, feed.

recording = FinishedEpisode(essay, "rivers.md", script, assembled, …)     # produce.py makes it
with archive.locked():
    published = publish(recording, branding, settings, archive, now)

All or nothing of it: when it raises, public/ is what it was.
"""

import os
import shutil
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import IO

from feed.captions import captions
from feed.ownwords import own_words
from feed.passages import Passage, json_parts
from feed.show import Chapter
from podcast.config.greetings import greetings_of
from podcast.config.settings import Settings
from podcast.episode.archive import FACTS_NAME, Archive
from podcast.episode.assembly import Assembled
from podcast.episode.catalog import Catalog
from podcast.episode.cover import Cover
from podcast.episode.facts import Audio, Companions, Coverage, Episode, EpisodeEntry, Skipped, is_web, settled, to_json
from podcast.episode.figures import figure_texts
from podcast.episode.identity import Identity, identify
from podcast.episode.places import EssayPlaces
from podcast.episode.recognition import sketch_of
from podcast.episode.soundbites import soundbites
from podcast.episode.tags import TagFacts, id3
from podcast.episode.transcript import TimedTranscript
from podcast.show import feed_facts
from podcast.show.mending import Mender, mend, settle
from podcast.show.published import FEED_NAME, in_feed, published, remember
from podcast.show.remarks import namesake, remarks
from podcast.show.site import Branding, refresh
from podcast.text.essay import SILENT_REASONS, Essay, Reason
from podcast.text.notes import lyrics, show_notes, summary
from podcast.text.roles import for_people
from podcast.text.script import Script

#: What readers of the essay don't see either, and public/ is public: notes of the author's to themselves, paths of
#: pictures, words for a program, and what a saved page says around its essay, such as who was logged in.
_PRIVATE = frozenset({Reason.COMMENT, Reason.IMAGE, Reason.DIRECTIVE, Reason.NAVIGATION, Reason.FURNITURE})


@dataclass(frozen=True, slots=True)
class EpisodeVoices:
    voices: tuple[str, ...]  # ENGINE:VOICE
    credits: tuple[str, ...]  # lines that their licences ask for


@dataclass(frozen=True, slots=True)
class FinishedEpisode:
    """An essay and all that was made of it."""

    essay: Essay
    source: str  # the essay's path from the show's folder, or "-"
    script: Script
    assembled: Assembled
    speakers: EpisodeVoices
    chapters: tuple[Chapter, ...]
    pictures: Mapping[str, bytes]  # JPEGs, by the chapters' `image_url`
    coverage: Coverage
    mp3: IO[bytes]  # frames, and no tag yet
    ogg: IO[bytes]  # the same in Opus; empty where there is to be none
    cover: Cover | None = None  # of its own; else it has the show's
    same_as: str = ""  # the slug of the episode that it is, if its user says so


@dataclass(frozen=True, slots=True)
class PublishedEpisode:
    episode: Episode
    is_new: bool
    episode_count: int  # in the feed
    base_url: str  # where the feed says that public/ is found
    namesake: str = ""  # the slug of another episode that had its title before this one came to it
    remarks: tuple[str, ...] = ()  # what its user should know of what became of it; sentences without a full stop


def publish(
    recording: FinishedEpisode, branding: Branding, settings: Settings, archive: Archive, now: datetime
) -> PublishedEpisode:
    """Add or replace the essay's episode. Call it under the archive's lock."""
    # Only now: another build may have given the show its address while this one was voicing.
    feed = archive.public / FEED_NAME
    settings, known = feed_facts.at_its_address(settings, feed), published(feed)
    mender = Mender(archive, [*mend(archive)])
    with archive.commit(), mender.done(lambda: Catalog(archive, is_locked=True)) as catalog:
        entries = tuple(mender.done(lambda: catalog.entries, again=catalog.refresh).values())
        identity = _identity(recording, entries, settings, archive, now)
        before = mender.done(lambda: archive.episode(identity.slug)) if identity.before else None
        now = max(now, feed_facts.built_at(entries), known.built or now)  # whatever the clock says, it goes forward
        new, heard = _published_files(recording, identity, branding, settings, archive, now)
        episode = settled(new, before)
        archive.write(f"episodes/{episode.slug}/{FACTS_NAME}", to_json(episode).encode())
        catalog.reread(episode.slug)
        made = partial(refresh, archive, catalog, settings, branding, {episode.slug: heard})
        mender.done(made, again=catalog.refresh)
        remember(archive, in_feed(feed))
        told = (*remarks(identity, episode, recording.essay), *mender.told, *settle(archive, catalog, episode))
        other = namesake(episode, entries) if before is None or before.title != episode.title else ""
        return PublishedEpisode(
            episode, before is None, len(catalog.entries), settings.show.base_url, other, remarks=told
        )


def _identity(
    recording: FinishedEpisode, entries: Sequence[EpisodeEntry], settings: Settings, archive: Archive, now: datetime
) -> Identity:
    places = EssayPlaces(archive.public.parent)
    facts = (recording.essay, recording.source, entries, settings.show.base_url, now)
    return identify(*facts, is_there=places.is_there, are_one=places.are_one, same_as=recording.same_as)


def _published_files(
    recording: FinishedEpisode,
    identity: Identity,
    branding: Branding,
    settings: Settings,
    archive: Archive,
    now: datetime,
) -> tuple[Episode, TimedTranscript]:
    """All that lies in the episode's folder but its page and its facts, which are returned."""
    audio, assembled = _publish_audio(recording, identity, branding, settings, archive), recording.assembled
    beside = figure_texts(recording.script, recording.essay.source)
    languages = greetings_of(settings).languages(_language(recording, settings))
    heard = TimedTranscript.of(recording.script.segments, assembled.timeline, assembled.levels, beside, languages)
    companions = _publish_companions(recording, heard, identity.slug, settings, archive)
    found = _publish_pictures(recording, identity.slug, archive)
    cover = _publish_cover(recording.cover, identity.slug, archive)
    known = _episode(recording, identity, audio, now)
    return replace(known, companions=companions, chapters=found, cover=cover), heard


def left_out(script: Script, private: Collection[Reason] = (Reason.COMMENT,)) -> tuple[Skipped, ...]:
    """What is not said, without the words of what is `private`."""
    return tuple(
        Skipped("" if skip.reason in private else skip.text, skip.reason)
        for skip in script.skips
        if skip.reason not in SILENT_REASONS
    )


def _publish_audio(
    recording: FinishedEpisode, identity: Identity, branding: Branding, settings: Settings, archive: Archive
) -> Audio:
    assembled = recording.assembled
    with archive.stage() as staged:
        staged.write(_tag(recording, identity, branding, settings))
        recording.mp3.seek(0)
        shutil.copyfileobj(recording.mp3, staged, 1 << 20)
        return Audio(
            bytes=staged.tell(),
            file=archive.publish_staged(identity.slug, ".mp3", staged),
            duration_ms=assembled.timeline.duration_ms,
            loudness_lufs=assembled.loudness_lufs,
            true_peak_dbtp=assembled.true_peak_dbtp,
        )


def _publish_companions(
    recording: FinishedEpisode, heard: TimedTranscript, slug: str, settings: Settings, archive: Archive
) -> Companions:
    ogg, opus_kbps = recording.ogg, settings.feed.opus_kbps
    opus_bytes = ogg.seek(0, os.SEEK_END)
    vtt, srt = _publish_captions(heard.passages, _language(recording, settings), slug, archive)
    return Companions(
        webvtt=vtt,
        subrip=srt,
        words=archive.publish_parts(slug, ".words.json", map(str.encode, json_parts(heard.passages, heard.waveform))),
        opus=archive.publish_staged(slug, ".opus", ogg) if opus_bytes else "",
        opus_bytes=opus_bytes,
        opus_kbps=opus_kbps if opus_bytes else 0,
    )


def _publish_captions(passages: Sequence[Passage], language: str, slug: str, archive: Archive) -> tuple[str, str]:
    narrator, nobody = own_words(language).narrator, for_people("")
    if narrator != nobody:
        passages = [replace(one, speaker=narrator) if one.speaker == nobody else one for one in passages]
    with archive.stage() as vtt, archive.stage() as srt:
        for for_vtt, for_srt in captions(passages):
            vtt.write(for_vtt.encode())
            srt.write(for_srt.encode())
        return archive.publish_staged(slug, ".vtt", vtt), archive.publish_staged(slug, ".srt", srt)


def _publish_pictures(recording: FinishedEpisode, slug: str, archive: Archive) -> tuple[Chapter, ...]:
    """The chapters with the names of their pictures; a picture that isn't there leaves none."""
    names = {target: archive.publish(slug, ".jpg", jpeg) for target, jpeg in recording.pictures.items()}
    return tuple(
        chapter if is_web(chapter.image_url) else replace(chapter, image_url=names.get(chapter.image_url, ""))
        for chapter in recording.chapters
    )


def _publish_cover(cover: Cover | None, slug: str, archive: Archive) -> str:
    return archive.publish(slug, cover.suffix, cover.data) if cover else ""


def _tag(recording: FinishedEpisode, identity: Identity, branding: Branding, settings: Settings) -> bytes:
    essay = recording.essay
    facts = TagFacts(
        title=essay.title,
        artist=essay.author or settings.show.author or branding.title,
        album=branding.title,
        published=identity.published,
        number=identity.number,
        language=_language(recording, settings),
        comment=summary(essay),
        lyrics=lyrics(essay),
    )
    duration_ms = recording.assembled.timeline.duration_ms
    cover = recording.cover or branding.cover
    return id3(facts, recording.chapters, duration_ms, cover.data, recording.pictures)


def _language(recording: FinishedEpisode, settings: Settings) -> str:
    return recording.essay.language or settings.show.language


def _episode(recording: FinishedEpisode, identity: Identity, audio: Audio, now: datetime) -> Episode:
    essay, script = recording.essay, recording.script
    return Episode(
        slug=identity.slug,
        guid=identity.guid,
        number=identity.number,
        published=identity.published,
        updated=now.replace(microsecond=0),
        title=essay.title,
        author=essay.author,
        language=essay.language,
        summary=summary(essay),
        notes_html=show_notes(essay, recording.speakers.credits),
        source=recording.source,
        segments=len(script.segments),
        audio=audio,
        soundbites=soundbites(essay, script, recording.assembled.timeline),
        season=essay.season,
        episode=essay.episode,
        episode_type=essay.episode_type,
        explicit=essay.explicit,
        skipped=left_out(script, _PRIVATE),
        tags=essay.tags,
        coverage=recording.coverage,
        voices=recording.speakers.voices,
        credits=recording.speakers.credits,
        sketch=sketch_of(essay),
    )
