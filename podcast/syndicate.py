"""The facts of a show and of its episodes, as the feed wants them: URLs, covers, defaults.

    settings = at_its_address(settings, feed)
    feed_xml = rss(show(settings, title, cover_name, guid, episodes), items(settings, episodes), built_at(episodes))

The GUID of a show is minted from the address of its feed (NS, <podcast:guid>) and kept when the show moves: `guid`
reads it back from the feed that is there. One that was minted for localhost is nobody's, and is not kept.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote, urlsplit

from feed.rss import ATOM, PODCAST
from feed.show import Enclosure, Item, Show, podcast_guid
from podcast.episode.facts import Episode
from podcast.settings import Settings
from podcast.text.title import from_file_name

FEED_NAME = "feed.xml"
DEFAULT_BASE_URL = "http://localhost:8000"
_LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "::1", "0.0.0.0"})  # noqa: S104 — recognised, not bound


def show_title(settings: Settings, folder: Path) -> str:
    return settings.show.title.strip() or from_file_name(folder.resolve().name) or "My Podcast"


def show(settings: Settings, title: str, cover_name: str, guid: str, episodes: Iterable[Episode]) -> Show:
    facts = settings.show
    author = facts.author or next((episode.author for episode in episodes if episode.author), title)
    return Show(
        title=title,
        description=facts.description or f"{title}: essays, read aloud by a synthetic voice.",
        link=facts.link or url(facts.base_url),
        feed_url=url(facts.base_url, FEED_NAME),
        guid=guid,
        language=facts.language,
        author=author,
        image_url=url(facts.base_url, cover_name),
        categories=facts.categories,
        explicit=facts.explicit,
        show_type="serial" if facts.type == "serial" else "episodic",
        owner_email=facts.email,
        copyright=facts.copyright,
        locked=facts.locked,
    )


def items(settings: Settings, episodes: Iterable[Episode]) -> Iterator[Item]:
    base_url = settings.show.base_url
    for episode in episodes:
        folder = f"episodes/{episode.slug}"
        enclosure = Enclosure(url(base_url, f"{folder}/{episode.audio.file}"), episode.audio.bytes)
        yield Item(
            title=episode.title,
            guid=episode.guid,
            published=episode.published,
            enclosure=enclosure,
            duration_s=episode.audio.duration_ms / 1000,
            summary=episode.summary,
            notes_html=episode.notes_html,
            author=episode.author if episode.author != settings.show.author else "",
            explicit=settings.show.explicit,
            episode=episode.number if settings.show.type == "serial" else None,
            chapters=episode.chapters,
        )


def built_at(episodes: Iterable[Episode]) -> datetime:
    """When the newest fact changed, not when the feed was written: the same facts give the same bytes."""
    return max((episode.updated for episode in episodes), default=datetime.fromtimestamp(0, UTC))


def at_its_address(settings: Settings, feed: Path) -> Settings:
    """With a base_url: as set; else where the feed was published, so that no build takes a show off the net."""
    if settings.show.base_url:
        return settings
    _, address = _published(feed)
    base_url = address.removesuffix(f"/{FEED_NAME}") if address and not is_local(address) else DEFAULT_BASE_URL
    return replace(settings, show=replace(settings.show, base_url=base_url))


def guid(settings: Settings, feed: Path) -> str:
    """The show's GUID: as set, as published before, or minted for where it will be published."""
    published, address = _published(feed)
    if is_local(address) and published == podcast_guid(address):
        published = ""
    return settings.show.guid or published or podcast_guid(url(settings.show.base_url, FEED_NAME))


def url(base_url: str, path: str = "") -> str:
    return f"{base_url.rstrip('/')}/{quote(path)}"


def is_local(base_url: str) -> bool:
    """Whether only this machine can reach it."""
    return (urlsplit(base_url).hostname or "") in _LOCAL_HOSTS


def _published(feed: Path) -> tuple[str, str]:
    """The GUID and the address in the head of the feed, empty if there is none; its items are not read."""
    from lxml import etree

    found, address = "", ""
    try:
        with feed.open("rb") as file:
            for _, element in etree.iterparse(file, tag=(f"{{{PODCAST}}}guid", f"{{{ATOM}}}link", "item")):
                if element.tag == "item":
                    break
                if element.tag == f"{{{PODCAST}}}guid":
                    found = element.text or ""
                elif element.get("rel") == "self":
                    address = element.get("href", "")
    except (OSError, etree.XMLSyntaxError):
        return "", ""
    return found, address
