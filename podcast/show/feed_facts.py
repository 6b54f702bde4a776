"""The facts of a show and of its episodes, as the feed wants them: URLs, covers, defaults.

    settings = at_its_address(settings, feed)
    facts = show(settings, title, cover_name, guid, entries)
    feed_xml = rss(facts, [item(settings, facts, episode)], built_at(entries))

The GUID of a show is minted from the address of its feed (NS, <podcast:guid>) and kept when the show moves: `guid`
reads back what was published (published.py). One that was minted for localhost is nobody's, and is not kept.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, cast
from urllib.parse import quote

from feed.hosts import is_local
from feed.ownwords import own_words
from feed.pages import Teaser
from feed.show import (
    AlternateEnclosure,
    Chapter,
    Enclosure,
    Item,
    Person,
    Show,
    Trailer,
    Transcript,
    podcast_guid,
)
from podcast.config.settings import Settings
from podcast.episode.facts import Episode, EpisodeEntry, is_web
from podcast.show.published import FEED_NAME, published
from podcast.text.title import from_file_name

EpisodeType = Literal["full", "trailer", "bonus"]
OPUS = "audio/ogg; codecs=opus"
DEFAULT_BASE_URL = "http://localhost:8000"


def show_title(settings: Settings, folder: Path) -> str:
    return settings.show.title.strip() or from_file_name(folder.resolve().name) or "My Podcast"


def show(settings: Settings, title: str, cover_name: str, guid: str, entries: Collection[EpisodeEntry]) -> Show:
    facts = settings.show
    named = (entry for entry in sorted(entries, key=lambda entry: entry.number) if entry.author)
    own = own_words(facts.language)
    author = facts.author or next((entry.author for entry in named), "")
    return Show(
        title=title,
        description=facts.description or own.description.format(show=title),
        link=facts.link or url(facts.base_url),
        feed_url=url(facts.base_url, FEED_NAME),
        guid=guid,
        language=facts.language,
        author=author or title,
        image_url=url(facts.base_url, cover_name),
        categories=facts.categories,
        explicit=facts.explicit,
        show_type="serial" if facts.type == "serial" else "episodic",
        owner_email=facts.email,
        copyright=facts.copyright,
        locked=facts.locked,
        people=_written_by(author),
        funding=(facts.funding,) if facts.funding.url else (),
        location=facts.location if facts.location.name else None,
        license=facts.license if facts.license.name else None,
        update_frequency=facts.updates if facts.updates.text else None,
        trailers=tuple(_trailer(settings, entry) for entry in entries if entry.episode_type == "trailer"),
        hub_url=settings.feed.hub,
    )


def item(settings: Settings, show: Show, episode: Episode, chapters_file: str = "") -> Item:
    """`chapters_file` is its name, beside the audio."""
    is_by_another = episode.author != show.author
    return Item(
        title=episode.title,
        guid=episode.guid,
        published=episode.published,
        enclosure=_enclosure(settings, episode.slug, episode.audio.file, episode.audio.bytes),
        duration_s=episode.audio.duration_ms / 1000,
        summary=episode.summary,
        notes_html=episode.notes_html,
        author=episode.author if is_by_another else "",
        link=_beside(settings, episode.slug),
        image_url=_beside(settings, episode.slug, episode.cover) if episode.cover else "",
        explicit=_is_explicit(settings, episode),
        tags=episode.tags,
        season=episode.season,
        episode=_number(settings, episode),
        episode_type=cast(EpisodeType, episode.episode_type),
        chapters=chapters(settings, episode),
        chapters_url=_beside(settings, episode.slug, chapters_file) if chapters_file else "",
        transcripts=tuple(_transcripts(settings, episode)),
        people=_written_by(episode.author) if is_by_another else (),
        soundbites=episode.soundbites,
        alternates=tuple(_alternates(settings, episode)),
    )


def chapters(settings: Settings, episode: Episode) -> tuple[Chapter, ...]:
    """With the addresses of their pictures."""
    return tuple(
        replace(chapter, image_url=_beside(settings, episode.slug, chapter.image_url))
        if chapter.image_url and not is_web(chapter.image_url)
        else chapter
        for chapter in episode.chapters
    )


def teaser(settings: Settings, entry: EpisodeEntry) -> Teaser:
    audio_url = _beside(settings, entry.slug, entry.audio_file)
    page_url = _beside(settings, entry.slug)
    return Teaser(
        title=entry.title,
        url=page_url,
        audio_url=audio_url,
        published=entry.published,
        duration_ms=entry.duration_ms,
        summary=entry.summary,
        season=entry.season,
        episode=_number(settings, entry),
        episode_type=entry.episode_type,
        explicit=_is_explicit(settings, entry),
    )


def words_url(settings: Settings, episode: Episode) -> str:
    words = episode.companions.words
    return _beside(settings, episode.slug, words) if words else ""


def built_at(entries: Iterable[EpisodeEntry]) -> datetime:
    """When the newest fact changed, not when the feed was written: the same facts give the same bytes."""
    return max((entry.updated for entry in entries), default=datetime.fromtimestamp(0, UTC))


def at_its_address(settings: Settings, feed: Path) -> Settings:
    """With a base_url: as set; else where the feed was published, so that no build takes a show off the net."""
    if settings.show.base_url:
        return settings
    address = published(feed).address
    base_url = address.removesuffix(f"/{FEED_NAME}") if address and not is_local(address) else DEFAULT_BASE_URL
    return replace(settings, show=replace(settings.show, base_url=base_url))


def guid(settings: Settings, feed: Path) -> str:
    """The show's GUID: as set, as published before, or minted for where it will be published."""
    known = published(feed)
    is_nobodys = is_local(known.address) and known.guid == podcast_guid(known.address)
    return (
        settings.show.guid or ("" if is_nobodys else known.guid) or podcast_guid(url(settings.show.base_url, FEED_NAME))
    )


def url(base_url: str, path: str = "") -> str:
    return f"{base_url.rstrip('/')}/{quote(path)}"


def _beside(settings: Settings, slug: str, name: str = "") -> str:
    """The address of an episode's folder, which shows its page, or of a file in it."""
    return url(settings.show.base_url, f"episodes/{slug}/{name}")


def _number(settings: Settings, facts: Episode | EpisodeEntry) -> int | None:
    """As the essay states it; serial shows need one in any case (Apple)."""
    return facts.episode or (facts.number if settings.show.type == "serial" else None)


def _is_explicit(settings: Settings, facts: Episode | EpisodeEntry) -> bool:
    return settings.show.explicit if facts.explicit is None else facts.explicit


def _enclosure(settings: Settings, slug: str, name: str, length_bytes: int) -> Enclosure:
    """Behind the prefix of a service that counts downloads, if there is one and it could reach the file."""
    address, prefix = _beside(settings, slug, name), settings.feed.analytics_prefix
    if prefix and not is_local(address):
        address = prefix.rstrip("/") + "/" + address.removeprefix("https://")
    return Enclosure(address, length_bytes)


def _trailer(settings: Settings, entry: EpisodeEntry) -> Trailer:
    enclosure = _enclosure(settings, entry.slug, entry.audio_file, entry.audio_bytes)
    return Trailer(entry.title, entry.published, enclosure, entry.season)


def _transcripts(settings: Settings, episode: Episode) -> Iterator[Transcript]:
    files, language = episode.companions, episode.language or settings.show.language
    if files.webvtt:
        yield Transcript(_beside(settings, episode.slug, files.webvtt), "text/vtt", language)
    if files.subrip:
        yield Transcript(_beside(settings, episode.slug, files.subrip), "application/x-subrip", language)
    if files.words:
        yield Transcript(_beside(settings, episode.slug, files.words), "application/json", language)


def _alternates(settings: Settings, episode: Episode) -> Iterator[AlternateEnclosure]:
    files = episode.companions
    if files.opus:
        enclosure = _enclosure(settings, episode.slug, files.opus, files.opus_bytes)
        yield AlternateEnclosure(enclosure.url, files.opus_bytes, OPUS, files.opus_kbps * 1000, "Opus")


def _written_by(author: str) -> tuple[Person, ...]:
    return (Person(author, role="author", group="writing"),) if author else ()
