"""From a finished recording to an episode that subscribers get: tag, MP3, episode.json, feed, in one commit.

with archive.locked():
    published = publish(recording, branding, settings, archive, now)
"""

import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import IO

from feed.rss import rss
from feed.show import Chapter
from podcast import syndicate
from podcast.episode import artwork
from podcast.episode.archive import Archive
from podcast.episode.assembly import Assembled
from podcast.episode.chapters import chapters
from podcast.episode.cover import Cover
from podcast.episode.facts import Audio, Episode, Skipped, settled, to_json
from podcast.episode.identity import Identity, identify
from podcast.episode.tags import TagFacts, id3
from podcast.settings import Settings
from podcast.text.essay import SILENT_REASONS, Essay, Reason
from podcast.text.notes import show_notes, summary
from podcast.text.script import Script


@dataclass(frozen=True, slots=True)
class Branding:
    """What the show looks like."""

    title: str
    cover_name: str  # in public/
    cover: Cover


@dataclass(frozen=True, slots=True)
class Recording:
    """An essay and all that was made of it. `body` holds the frames, and no tag yet."""

    essay: Essay
    source: str  # the essay's path from the show's folder, or "-"
    script: Script
    assembled: Assembled
    body: IO[bytes]


@dataclass(frozen=True, slots=True)
class Published:
    episode: Episode
    is_new: bool
    episode_count: int  # in the feed


def publish(recording: Recording, branding: Branding, settings: Settings, archive: Archive, now: datetime) -> Published:
    """Add or replace the essay's episode. Call it under the archive's lock."""
    others = archive.episodes()
    is_there = archive.is_source
    identity = identify(recording.essay, recording.source, others, settings.show.base_url, now, is_there=is_there)
    found = _chapters(recording)
    with archive.stage() as staged:
        staged.write(_tag(recording, identity, branding, settings, found))
        recording.body.seek(0)
        shutil.copyfileobj(recording.body, staged, 1 << 20)
        size = staged.tell()
        name = archive.publish_audio(identity.slug, staged)
    new = _episode(recording, identity, _audio(recording.assembled, name, size), found, now)
    episode = settled(new, identity.before)
    episodes = [*(other for other in others if other.slug != episode.slug), episode]
    archive.write(f"episodes/{episode.slug}/episode.json", to_json(episode).encode())
    archive.write(branding.cover_name, branding.cover.data)
    archive.write(syndicate.FEED_NAME, _feed(branding, settings, archive, episodes))
    archive.sweep(f"episodes/{episode.slug}", re.compile(rf"{re.escape(episode.slug)}-[0-9a-f]{{8}}\.mp3"), keep=name)
    archive.sweep("", artwork.OURS, keep=branding.cover_name)
    return Published(episode, identity.before is None, len(episodes))


def _feed(branding: Branding, settings: Settings, archive: Archive, episodes: Sequence[Episode]) -> bytes:
    guid = syndicate.guid(settings, archive.public / syndicate.FEED_NAME)
    show = syndicate.show(settings, branding.title, branding.cover_name, guid, episodes)
    return rss(show, syndicate.items(settings, episodes), syndicate.built_at(episodes))


def _chapters(recording: Recording) -> tuple[Chapter, ...]:
    return chapters(recording.essay.title, recording.script.segments, recording.assembled.timeline)


def _tag(
    recording: Recording, identity: Identity, branding: Branding, settings: Settings, found: Sequence[Chapter]
) -> bytes:
    essay = recording.essay
    facts = TagFacts(
        title=essay.title,
        artist=essay.author or settings.show.author or branding.title,
        album=branding.title,
        published=identity.published,
        number=identity.number,
        language=essay.language or settings.show.language,
        comment=summary(essay),
        lyrics="\n\n".join(block.text for block in essay.blocks),
    )
    return id3(facts, found, recording.assembled.timeline.duration_ms, branding.cover.data)


def _audio(assembled: Assembled, name: str, size: int) -> Audio:
    return Audio(
        file=name,
        bytes=size,
        duration_ms=assembled.timeline.duration_ms,
        loudness_lufs=assembled.loudness_lufs,
        true_peak_dbtp=assembled.true_peak_dbtp,
    )


def _episode(
    recording: Recording, identity: Identity, audio: Audio, found: tuple[Chapter, ...], now: datetime
) -> Episode:
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
        notes_html=show_notes(essay),
        source=recording.source,
        segments=len(script.segments),
        audio=audio,
        chapters=found,
        skipped=tuple(
            # A comment is a note of the author's to themselves, and public/ is public.
            Skipped("" if skip.reason is Reason.COMMENT else skip.text, skip.reason)
            for skip in script.skips
            if skip.reason not in SILENT_REASONS
        ),
        tags=essay.tags,
    )
