"""A show and its episodes as an RSS feed knows them: plain facts, ready to be written by `feed.rss`.

    show = Show(title="Essays", feed_url=url, guid=podcast_guid(url), …)
    item = Item(title="On Paper", enclosure=Enclosure(url="https://…/on-paper.mp3", length_bytes=48213), …)

Texts may hold anything: `feed.rss` strips what XML forbids and shortens what is too long. URLs are absolute.
Nothing is looked up or guessed here; an empty text and None mean "unknown", and leave the element out.
Sources: Apple's RSS requirements; PSP-1; NS, the podcast namespace (https://podcastindex.org/namespace/1.0).
"""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID, uuid5

#: NS, <podcast:guid>: the namespace of every show's UUID.
_GUID_NAMESPACE = UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")


@dataclass(frozen=True, slots=True)
class Person:
    """Someone to credit (NS). People of an item replace those of the show, they don't add to them."""

    name: str  # at most 128 characters
    role: str = "host"  # of podcasttaxonomy.com: "host", "author", "narrator"
    group: str = "cast"  # of podcasttaxonomy.com: "cast", "writing"
    url: str = ""
    image_url: str = ""


@dataclass(frozen=True, slots=True)
class Funding:
    """Where listeners can support the show (NS)."""

    url: str
    text: str = ""  # at most 128 characters; empty: as the show's language has it


@dataclass(frozen=True, slots=True)
class Location:
    """What the show is about, or where it is made (NS)."""

    name: str  # for people; at most 128 characters
    geo: str = ""  # RFC 5870: "geo:59.86,17.64"
    osm: str = ""  # OpenStreetMap: "R113314"


@dataclass(frozen=True, slots=True)
class License:
    """How others may use the episodes (NS)."""

    name: str  # an identifier of SPDX in lower case, "cc-by-4.0"; with a URL, any name
    url: str = ""


@dataclass(frozen=True, slots=True)
class UpdateFrequency:
    """How often there is an episode (NS)."""

    text: str  # for people: "Every other Friday"; at most 128 characters
    rrule: str = ""  # RFC 5545: "FREQ=WEEKLY;INTERVAL=2"
    complete: bool = False  # there will be no more


@dataclass(frozen=True, slots=True)
class Enclosure:
    """The audio file of an episode, as it will be downloaded."""

    url: str  # ends in .mp3; another audio file has another URL (Apple)
    length_bytes: int  # exactly the file's size
    media_type: str = "audio/mpeg"


@dataclass(frozen=True, slots=True)
class AlternateEnclosure:
    """The same audio in another coding (NS)."""

    url: str
    length_bytes: int
    media_type: str  # "audio/ogg; codecs=opus" is written as type and codecs
    bitrate_bps: int
    title: str = ""  # for people: "Opus"


@dataclass(frozen=True, slots=True)
class Trailer:
    """An episode that introduces the show or a season (NS)."""

    title: str  # at most 128 characters
    published: datetime  # aware
    enclosure: Enclosure
    season: int | None = None


@dataclass(frozen=True, slots=True)
class Soundbite:
    """A stretch of an episode that says what it is about (NS)."""

    start_ms: int
    duration_ms: int  # 15–120 s
    title: str = ""  # at most 128 characters; empty: the episode's


@dataclass(frozen=True, slots=True)
class Transcript:
    """A text timed to the audio (NS); Apple ingests WebVTT."""

    url: str
    media_type: Literal["text/vtt", "application/x-subrip", "application/json", "text/html"]
    language: str = ""  # BCP 47; empty: that of the show


@dataclass(frozen=True, slots=True)
class Chapter:
    """A stretch of an episode, up to the next chapter or the end. The show notes list them with their times."""

    start_ms: int  # from 0, ascending
    title: str
    url: str = ""
    image_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An episode."""

    title: str  # without the episode's number (Apple); at most 255 characters
    guid: str  # minted once: another one makes it another episode for every subscriber
    published: datetime  # aware
    enclosure: Enclosure
    duration_s: float
    summary: str = ""  # plain text; stands where there are no notes
    notes_html: str = ""  # the show notes; tags that podcast apps don't show are taken off
    author: str = ""  # only where it isn't the show's
    link: str = ""  # the episode's page
    image_url: str = ""  # square, 1400–3000 px; only where it isn't the show's
    explicit: bool = False
    tags: tuple[str, ...] = ()  # what it is about, in the author's words
    season: int | None = None  # from 1
    episode: int | None = None  # from 1; serial shows need it (Apple)
    episode_type: Literal["full", "trailer", "bonus"] = "full"
    chapters: tuple[Chapter, ...] = ()
    chapters_url: str = ""  # the same chapters as application/json+chapters (NS)
    transcripts: tuple[Transcript, ...] = ()
    people: tuple[Person, ...] = ()
    soundbites: tuple[Soundbite, ...] = ()
    alternates: tuple[AlternateEnclosure, ...] = ()
    is_ai_voiced: bool | None = True  # podcast:txt purpose="ai-content"; None: nobody said


@dataclass(frozen=True, slots=True, kw_only=True)
class Show:
    """A podcast: what subscribers see before they see an episode."""

    title: str  # at most 255 characters
    description: str  # plain text, at most 4000 bytes of UTF-8 (Apple)
    link: str  # the show's website
    feed_url: str  # where feed.xml is published
    guid: str  # podcast_guid() of the first feed_url, kept when the show moves (NS)
    language: str  # BCP 47: "en", "en-us"
    author: str
    image_url: str  # the cover: square, 1400–3000 px; a new picture has a new URL (Apple)
    categories: tuple[str, ...]  # "Arts" or "Arts > Books", of feed.categories; Apple takes the first two
    explicit: bool = False
    show_type: Literal["episodic", "serial"] = "episodic"  # serial: to be heard from the first episode on
    owner_name: str = ""  # empty: the author
    owner_email: str = ""  # public; hosts verify the owner by it
    copyright: str = ""
    locked: bool = True  # whether other hosts are told not to import the feed (NS)
    people: tuple[Person, ...] = ()
    funding: tuple[Funding, ...] = ()
    location: Location | None = None
    license: License | None = None
    update_frequency: UpdateFrequency | None = None
    trailers: tuple[Trailer, ...] = ()
    hub_url: str = ""  # of WebSub, if it is really told of changes
    is_ai_voiced: bool | None = True  # podcast:txt purpose="ai-content"; None: nobody said


def podcast_guid(feed_url: str) -> str:
    """The show's <podcast:guid>: a UUIDv5 of the feed's URL without its scheme and trailing slashes (NS)."""
    return str(uuid5(_GUID_NAMESPACE, re.sub(r"^[a-zA-Z][a-zA-Z0-9+.-]*://", "", feed_url).rstrip("/")))
