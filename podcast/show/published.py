"""What only the feed knows of a show, and nobody may forget: its GUID, its address, and when it was last built.

    known = published(public / "feed.xml")      # PublishedShow; what is not known is empty
    remember(archive, in_feed(public / "feed.xml"))                 # after a commit, under the archive's lock
    moment = not_before(now, known)             # as late as what was built last, whatever the clock says

A feed that contradicts itself was damaged, and one that is missing says nothing: then the show's own record in its
workroom is believed, then what stands in other pages of the feed, and last the address in the show's page.
"""

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from feed.rss import ATOM, PODCAST
from feed.show import podcast_guid
from podcast.cache import checked_json
from podcast.episode.archive import MEMORY, WORKROOM, Archive
from podcast.ownplaces import open_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

FEED_NAME = "feed.xml"
FEED_PAGES = "feed-*-*.xml"
_RECORD = f"{MEMORY}/show.json"
_CANONICAL = re.compile(r'<link rel="canonical" href="(https?://[^"<>\s]+)"')
_HEAD_BYTES = 20_000


@dataclass(frozen=True, slots=True)
class PublishedShow:
    guid: str = ""
    address: str = ""  # of the feed
    built: datetime | None = None  # aware


def published(feed: Path) -> PublishedShow:
    said, kept = in_feed(feed), _kept(feed)
    if said.address and said.guid and kept is not None:
        return replace(said, guid=_guid(said, kept), built=kept.built)
    if said.address:
        return said
    others = (kept, *map(in_feed, sorted(feed.parent.glob(FEED_PAGES))), _canonical(feed.with_name("index.html")))
    return next((one for one in others if one is not None and one.address), said)


def remember(archive: Archive, known: PublishedShow) -> None:
    built = known.built.isoformat() if known.built else ""
    facts = {"guid": known.guid, "address": known.address, "built": built}
    checked_json.write(archive.workroom / _RECORD, facts, by_way_of=archive.workroom)


def not_before(now: datetime, known: PublishedShow) -> datetime:
    """Apps sort by date: on a machine whose clock has gone back, the newest episode would come below the others."""
    return now if known.built is None or known.built <= now else known.built + timedelta(seconds=1)


def _guid(said: PublishedShow, kept: PublishedShow) -> str:
    """A feed at another address is another's work; at this one, what we wrote is what is true."""
    return kept.guid if kept.address == said.address and kept.guid else said.guid


def _kept(feed: Path) -> PublishedShow | None:
    record: Any = checked_json.read(feed.parent.parent / WORKROOM / _RECORD)
    try:
        built = datetime.fromisoformat(record["built"]) if record["built"] else None
        return PublishedShow(str(record["guid"]), str(record["address"]), built)
    except (TypeError, KeyError, ValueError):  # there is none, or one of another version
        return None


def in_feed(feed: Path) -> PublishedShow:
    """In the head of the feed and in its first item; the others are not read."""
    from lxml import etree

    facts: dict[str, str] = {}
    link = ""
    try:
        with open_plain(feed, "rb") as file:
            for element in _elements(etree.iterparse(file, events=("start", "end"), resolve_entities=False)):
                if element.tag == "item":
                    link = element.findtext("link") or ""
                    break
                facts |= _fact(element)
    except (OSError, etree.XMLSyntaxError):
        return PublishedShow()
    address = facts.get("first") or facts.get("self", "")
    if link and "/episodes/" in link and not link.startswith(f"{address.removesuffix(FEED_NAME)}episodes/"):
        return PublishedShow()  # one of the two was damaged
    return PublishedShow(facts.get("guid", ""), address, moment(facts.get("built", "")))


def _elements(events: "Iterator[tuple[str, etree._Element]]") -> "Iterator[etree._Element]":
    """Each when it has ended, and of an item nothing but the whole."""
    depth = 0
    for event, element in events:
        if element.tag == "item":
            depth += 1 if event == "start" else -1
        if event == "end" and depth == 0:
            yield element


def _fact(element: "etree._Element") -> dict[str, str]:
    match element.tag:
        case tag if tag == f"{{{PODCAST}}}guid":
            return {"guid": element.text or ""}
        case tag if tag == f"{{{ATOM}}}link":
            return {element.get("rel", ""): element.get("href", "")}
        case "lastBuildDate":
            return {"built": element.text or ""}
    return {}


def moment(text: str) -> datetime | None:
    from email.utils import parsedate_to_datetime

    try:
        date = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return date if date.tzinfo else date.replace(tzinfo=UTC)


def _canonical(page: Path) -> PublishedShow | None:
    """The address that the show's page names; its GUID follows from that, if it never moved."""
    try:
        with open_plain(page, "rb") as file:
            found = _CANONICAL.search(file.read(_HEAD_BYTES).decode(errors="replace"))
    except OSError:
        return None
    address = f"{found[1].rstrip('/')}/{FEED_NAME}" if found else ""
    return PublishedShow(podcast_guid(address), address) if found else None
