"""A feed as it lies there, read item by item: however long it is, no more than one item is in memory.

    root = read_head(file)                  # <rss> without its items; Unreadable says what is wrong
    for element in read_items(file): …
    Feed(channel, …), FeedEntry(element, …)     # what rules look at

Nothing is mended on the way, no entity of a DTD is resolved, and nothing is fetched.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import parsedate_to_datetime
from functools import cached_property
from typing import BinaryIO

from lxml import etree

from feed.check.captions import Captions, read_captions
from feed.check.hearing import LOUDNESS_LUFS, TRUE_PEAK_DBTP, Heard
from feed.check.pictures import FoundPicture, look_at
from feed.check.site import WebSite, read
from feed.check.timetable import Timetable, in_json, in_notes
from feed.rss import ATOM, CONTENT, ITUNES, PODCAST


class Unreadable(Exception):  # noqa: N818 — it is the feed that is, and no error of ours
    """The feed is no XML that anyone can read."""


class Missing(Unreadable):
    """There is no feed."""


@dataclass(frozen=True, slots=True)
class Standard:
    """What a feed is held against, beside the rules."""

    now: datetime
    published_at: str = ""  # the address that the feed must have; empty: the one that it says
    loudness_lufs: float = LOUDNESS_LUFS  # the show's goal …
    true_peak_dbtp: float = TRUE_PEAK_DBTP  # … and its limit
    own_host: str = ""  # a host that may be local, because whoever asks has named it


@dataclass(frozen=True)
class Feed:
    """What is said of the whole show."""

    element: etree._Element  # <channel>, without its items
    site: WebSite
    standard: Standard

    @cached_property
    def picture(self) -> FoundPicture | None:
        return picture_of(self.element, self.site)

    @property
    def is_serial(self) -> bool:
        return text(self.element, f"{{{ITUNES}}}type").strip().lower() == "serial"


@dataclass(frozen=True, slots=True)
class FoundEnclosure:
    url: str
    length: str
    type: str


@dataclass(frozen=True, slots=True)
class FoundTranscript:
    url: str
    type: str
    is_there: bool | None  # None: the site doesn't know
    captions: Captions | None  # only of those that can be parsed


@dataclass(slots=True)
class Earlier:
    """What the items before this one have used up."""

    guids: set[str] = field(default_factory=set)
    urls: set[str] = field(default_factory=set)
    titles: dict[tuple[str, str], str] = field(default_factory=dict)  # and season -> the audio's URL
    published: datetime | None = None

    def remember(self, element: etree._Element, audio_url: str) -> None:
        self.guids.add(text(element, "guid"))
        self.urls.add(audio_url)
        self.titles.setdefault(title_key(element), audio_url)
        self.published = date(text(element, "pubDate")) or self.published


@dataclass(frozen=True)
class FeedEntry:
    """An item, with what lies beside it; each file is read once, and only if a rule asks for it."""

    element: etree._Element
    feed: Feed
    heard: Heard | None
    earlier: Earlier

    @property
    def name(self) -> str:
        return self.title.strip() or self.guid.strip() or "an item without a title"

    @cached_property
    def title(self) -> str:
        return text(self.element, "title")

    @cached_property
    def guid(self) -> str:
        return text(self.element, "guid")

    @cached_property
    def enclosure(self) -> FoundEnclosure | None:
        found = self.element.find("enclosure")
        if found is None:
            return None
        return FoundEnclosure(found.get("url", ""), found.get("length", ""), found.get("type", ""))

    @cached_property
    def published(self) -> datetime | None:
        return date(text(self.element, "pubDate"))

    @cached_property
    def length_ms(self) -> int | None:
        """Of the sound, or else as the item says."""
        if self.heard is not None and self.heard.duration_ms:
            return self.heard.duration_ms
        said = text(self.element, f"{{{ITUNES}}}duration")
        return int(said) * 1000 if said.isdecimal() and len(said) < 10 else None

    @cached_property
    def picture(self) -> FoundPicture | None:
        """Only where it isn't the show's."""
        own = self.element.find(f"{{{ITUNES}}}image")
        shared = self.feed.element.find(f"{{{ITUNES}}}image")
        if own is not None and shared is not None and own.get("href") == shared.get("href"):
            return None
        return picture_of(self.element, self.feed.site)

    @cached_property
    def transcripts(self) -> tuple[FoundTranscript, ...]:
        return tuple(self._transcript(found) for found in self.element.findall(f"{{{PODCAST}}}transcript"))

    @cached_property
    def chapters(self) -> Timetable | None:
        """Those of podcast:chapters; None where there are none, or nobody knows."""
        found = self.element.find(f"{{{PODCAST}}}chapters")
        url = "" if found is None else found.get("url", "")
        return in_json(read(self.feed.site, url)) if url and self.feed.site.knows(url) else None

    @cached_property
    def noted_chapters(self) -> Timetable | None:
        """Those that the show notes list with their times."""
        return in_notes(text(self.element, f"{{{CONTENT}}}encoded") or text(self.element, "description"))

    def _transcript(self, found: etree._Element) -> FoundTranscript:
        url, media_type, site = found.get("url", ""), found.get("type", ""), self.feed.site
        if not site.knows(url):
            return FoundTranscript(url, media_type, None, None)
        data = read(site, url)
        captions = None if data is None else read_captions(data, media_type)
        return FoundTranscript(url, media_type, data is not None, captions)


class Unnamed:
    """A file without its name, which lxml would note, and fail at where a folder's name is not in UTF-8."""

    def __init__(self, file: BinaryIO) -> None:
        self.read = file.read


def read_head(file: BinaryIO) -> etree._Element:
    """The root element, whose <channel> has lost its items. Raises Unreadable."""
    parser = _parser(file)
    for _ in _passing(parser):
        pass
    root = parser.root
    if root is None:
        raise Unreadable("it is empty")
    return root


def read_items(file: BinaryIO) -> Iterator[etree._Element]:
    """Each is gone when the next one is asked for."""
    yield from _passing(_parser(file))


def self_url(channel: etree._Element) -> str:
    """Where the feed says that it is; empty: it doesn't."""
    return _linked(channel, "self")


def next_page(channel: etree._Element) -> str:
    """Where the older items are (RFC 5005, section 3); empty: nowhere."""
    return _linked(channel, "next")


def text(parent: etree._Element, tag: str) -> str:
    """Of the first such element; empty where there is none."""
    return parent.findtext(tag) or ""


def title_key(item: etree._Element) -> tuple[str, str]:
    """The same for items of one season that people can't tell apart by their titles."""
    return " ".join(text(item, "title").split()).casefold(), text(item, f"{{{ITUNES}}}season").strip()


def date(written: str) -> datetime | None:
    """An aware time from RFC 2822; None for anything else."""
    try:
        read_date = parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return read_date if read_date.tzinfo is not None else None


def picture_of(element: etree._Element, site: WebSite) -> FoundPicture | None:
    """The cover that an element names; None where it names none, or nobody knows."""
    image = element.find(f"{{{ITUNES}}}image")
    url = "" if image is None else image.get("href", "")
    return look_at(url, read(site, url)) if url and site.knows(url) else None


def _linked(channel: etree._Element, rel: str) -> str:
    links = channel.findall(f"{{{ATOM}}}link")
    return next((link.get("href", "") for link in links if link.get("rel") == rel), "")


def _parser(file: BinaryIO) -> "etree.iterparse[tuple[str, etree._Element]]":
    """Without huge_tree: its limits are for one text and for depth, not for the feed, and stop entity bombs."""
    return etree.iterparse(Unnamed(file), events=("end",), tag="item", resolve_entities=False, no_network=True)


def _passing(parser: "etree.iterparse[tuple[str, etree._Element]]") -> Iterator[etree._Element]:
    """lxml wants the element of an event left alone, so each one is dropped at the next one's event."""
    before: etree._Element | None = None
    try:
        for _, element in parser:
            _drop(before)
            yield element
            before = element
        _drop(before)
    except (etree.LxmlError, ValueError, LookupError, OSError) as error:
        raise Unreadable(str(error) or type(error).__name__) from None


def _drop(element: etree._Element | None) -> None:
    if element is not None and (parent := element.getparent()) is not None:
        parent.remove(element)
