"""What the published feed and the files beside it know of episodes whose own facts are lost.

    found = recalled(public, ["rivers"])        # {"rivers": Episode}; {}: the feed tells of none

Not in a feed are the proof of the text, what was left out of it, and where the essay lies. The essay is known again by
its title and its text, and all is as it was when it is built once more.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from html import unescape
from io import TextIOWrapper
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from feed.chapterfile import read_chapters
from feed.passages import Passage, from_file
from feed.rss import CONTENT, ITUNES, PODCAST
from feed.show import Chapter, Soundbite
from podcast.episode import likeness
from podcast.episode.facts import Audio, Companions, Episode
from podcast.episode.tagcheck import read_number
from podcast.episode.transcript import GREETING
from podcast.ownplaces import open_plain, read_plain
from podcast.show.published import FEED_NAME, FEED_PAGES, moment
from podcast.userfiles import RECORD_BYTES, open_file

if TYPE_CHECKING:
    from lxml import etree

_CLOCK = re.compile(r"\d\d+:\d\d:\d\d ")  # begins a line of chapters in the notes
_TRANSCRIPTS = {"webvtt": "text/vtt", "subrip": "application/x-subrip", "words": "application/json"}


def recalled(public: Path, slugs: Collection[str]) -> dict[str, Episode]:
    """Of these. What the feed says wrong of one, such as a length that is no number, is as if it didn't tell of it."""
    found: dict[str, Episode] = {}
    for feed in (public / FEED_NAME, *sorted(public.glob(FEED_PAGES))):
        for item in _items(feed):
            slug = _slug(item)
            if slug in slugs and slug not in found:
                try:
                    found[slug] = _FeedItem(item, public / "episodes" / slug).episode(slug)
                except (ValueError, TypeError, OSError):
                    continue
    return found


def guids_in_feed(public: Path) -> dict[str, str]:
    """By slug, of all episodes of ours that the feed and its pages tell of."""
    feeds = (public / FEED_NAME, *public.glob(FEED_PAGES))
    items = ((_slug(item), item.findtext("guid") or "") for feed in feeds for item in _items(feed))
    return {slug: guid for slug, guid in items if slug}


def _items(feed: Path) -> "Iterator[etree._Element]":
    """One after another, as many as can be read: a feed may have ten thousand, or be torn."""
    from lxml import etree

    try:
        with open_plain(feed, "rb") as file:
            for _, item in etree.iterparse(file, tag="item", resolve_entities=False):
                yield item
                item.clear()
    except (OSError, etree.XMLSyntaxError):
        return


def _slug(item: "etree._Element") -> str:
    """Of ours, the audio lies in a folder that is called so."""
    *_, shelf, slug, _ = ("", "", "", *PurePosixPath(_path(_attribute(item, "enclosure", "url"))).parts)
    return slug if shelf == "episodes" else ""


@dataclass(frozen=True)
class _FeedItem:
    item: "etree._Element"
    folder: Path

    def episode(self, slug: str) -> Episode:
        published = moment(self._text("pubDate"))
        guid = self._text("guid")
        if published is None or not guid:
            raise ValueError("it is no item of ours")
        audio = self._audio()
        number = read_number(self.folder / audio.file)
        return Episode(
            slug=slug,
            guid=guid,
            number=number or self._place,
            published=published,
            updated=moment(self._of_show("lastBuildDate")) or published,
            title=self._text("title"),
            author=self._author,
            language=self._language,
            summary=self._summary,
            notes_html=self._notes,
            source="",
            segments=len(self._said),
            audio=audio,
            companions=self._companions(),
            chapters=self._chapters,
            soundbites=tuple(map(_soundbite, self.item.iter(f"{{{PODCAST}}}soundbite"))),
            season=_number(self._itunes("season")),
            episode=_number(self._itunes("episode")),
            episode_type=self._itunes("episodeType") or "full",
            explicit=self._explicit,
            cover=self._beside(_attribute(self.item, f"{{{ITUNES}}}image", "href")),
            tags=tuple(element.text or "" for element in self.item.iter("category")),
            sketch=likeness.sketch(passage.text for passage in self._said),
        )

    def _audio(self) -> Audio:
        from podcast.sound.hearing import listen  # which loads a decoder

        name = self._beside(_attribute(self.item, "enclosure", "url"))
        size_bytes = int(_attribute(self.item, "enclosure", "length"))
        heard = listen(self.folder / name) if name else None
        if heard is None or heard.fault:
            return Audio(_name(_attribute(self.item, "enclosure", "url")), size_bytes, self._duration_ms, 0, 0)
        levels = (heard.loudness_lufs or 0, heard.true_peak_dbtp or 0)
        return Audio(name, size_bytes, heard.duration_ms, *(round(level, 2) for level in levels))

    def _companions(self) -> Companions:
        links = [*self.item.iter(f"{{{PODCAST}}}transcript")]
        names = {
            name: self._beside(next((link.get("url", "") for link in links if link.get("type") == media_type), ""))
            for name, media_type in _TRANSCRIPTS.items()
        }
        companions = Companions(names["webvtt"], names["subrip"], names["words"])
        for alternate in self.item.iter(f"{{{PODCAST}}}alternateEnclosure"):
            opus = self._beside(_attribute(alternate, f"{{{PODCAST}}}source", "uri"))
            size_bytes, kbps = int(alternate.get("length", "")), int(alternate.get("bitrate", "")) // 1000
            if opus:
                companions = replace(companions, opus=opus, opus_bytes=size_bytes, opus_kbps=kbps)
        return companions

    @cached_property
    def _chapters(self) -> tuple[Chapter, ...]:
        name = self._beside(_attribute(self.item, f"{{{PODCAST}}}chapters", "url"))
        if not name:
            return ()
        try:
            found = read_chapters(read_plain(self.folder / name, RECORD_BYTES).decode())
        except (OSError, ValueError):
            return ()
        return tuple(replace(one, image_url=self._beside(one.image_url) or one.image_url) for one in found)

    @cached_property
    def _said(self) -> tuple[Passage, ...]:
        words = self._companions().words
        try:
            with TextIOWrapper(open_file(self.folder / words, RECORD_BYTES), "utf-8") as file:
                return tuple(passage for passage in from_file(file)[0] if passage.kind != GREETING)
        except (OSError, ValueError):
            return ()

    @cached_property
    def _notes(self) -> str:
        """Without the times of chapters, which the feed puts below."""
        notes = self._text(f"{{{CONTENT}}}encoded")
        above, _, last = notes.rpartition("<p>")
        return above.rstrip("\n") if len(self._chapters) > 2 and _CLOCK.match(last) else notes

    @property
    def _summary(self) -> str:
        plain = self._notes.removeprefix("<p>").removesuffix("</p>").replace("<br>", "\n")
        return self._itunes("subtitle") or unescape(re.sub(r"<[^>]*>", "", plain))

    @property
    def _author(self) -> str:
        """An item without one has the show's; a show without one is called so itself."""
        of_show = self._of_show(f"{{{ITUNES}}}author")
        return self._itunes("author") or ("" if of_show == self._of_show("title") else of_show)

    @property
    def _language(self) -> str:
        links = (link.get("language", "") for link in self.item.iter(f"{{{PODCAST}}}transcript"))
        stated = next(filter(None, links), "")
        return "" if stated.lower() == self._of_show("language").lower() else stated

    @property
    def _explicit(self) -> bool | None:
        stated = self._itunes("explicit")
        return None if stated == self._of_show(f"{{{ITUNES}}}explicit") else stated == "true"

    @property
    def _duration_ms(self) -> int:
        return 1000 * int(self._itunes("duration") or 0)

    @property
    def _place(self) -> int:
        """In a feed, which begins with the newest; those that were read are there, but empty."""
        return 1 + sum(1 for _ in self.item.itersiblings("item"))

    def _beside(self, url: str) -> str:
        """The name of the file that it leads to, if that lies in the episode's folder."""
        name = _name(url)
        return name if name and (self.folder / name).is_file() else ""

    def _text(self, tag: str) -> str:
        return self.item.findtext(tag) or ""

    def _itunes(self, tag: str) -> str:
        return self._text(f"{{{ITUNES}}}{tag}")

    def _of_show(self, tag: str) -> str:
        channel = self.item.getparent()
        return "" if channel is None else channel.findtext(tag) or ""


def _soundbite(element: "etree._Element") -> Soundbite:
    start_s, duration_s = float(element.get("startTime", "")), float(element.get("duration", ""))
    return Soundbite(round(start_s * 1000), round(duration_s * 1000), element.text or "")


def _number(text: str) -> int | None:
    return int(text) if text else None


def _attribute(element: "etree._Element", tag: str, name: str) -> str:
    found = element.find(tag)
    return "" if found is None else found.get(name, "")


def _path(url: str) -> str:
    try:
        return unquote(urlsplit(url).path)
    except ValueError:
        return ""


def _name(url: str) -> str:
    return PurePosixPath(_path(url)).name
