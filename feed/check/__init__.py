"""The rules that a feed must keep, each with its source and a remedy, and what looks whether it does.

    site = Folder(Path("public"), ("https://example.org/show",))
    report = check(site, "https://example.org/show/feed.xml", Standard(now=datetime.now(UTC)))
    for problem in report.problems:
        print(problem.rule.level, problem.where, problem.what, problem.rule.remedy)

A feed is read item by item, and its further pages (RFC 5005) after it. What lies beside it is looked at through a
`WebSite`: a published folder, or a server (`feed.check.served`). Who can listen gives `listen`, which tells what the
audio at a URL is like. Nothing here raises because of what a feed, a picture or a transcript holds: that is a problem.

What no look at one published state can tell: that a GUID never changed, that new art has a new URL, that podping and
WebSub are really told. `image-order` and `newest-first` stand for what single apps do.
"""

from collections.abc import Callable, Iterator
from typing import BinaryIO

from lxml import etree

from feed.check.channel import CHANNEL
from feed.check.chapters import CHAPTERS
from feed.check.common import COMMON
from feed.check.covers import COVERS
from feed.check.document import (
    Earlier,
    Feed,
    FeedEntry,
    Missing,
    Standard,
    Unreadable,
    next_page,
    read_head,
    read_items,
    self_url,
)
from feed.check.enclosures import ENCLOSURES
from feed.check.envelope import ENVELOPE, PAGES, THERE, XML
from feed.check.extras import EXTRAS
from feed.check.hearing import Heard
from feed.check.items import ITEMS
from feed.check.site import Folder, WebSite, folder_address
from feed.check.transcripts import TRANSCRIPTS
from feed.rules import LEVELS, Level, Problem, Report, Rule

__all__ = [
    "LEVELS",
    "RULES",
    "Folder",
    "Heard",
    "Level",
    "Problem",
    "Report",
    "Rule",
    "Standard",
    "WebSite",
    "check",
    "enclosure_urls",
    "folder_address",
    "published_url",
]

_OF_ITEMS = (ITEMS, ENCLOSURES, TRANSCRIPTS, CHAPTERS)
_OF_ANY = (COMMON, COVERS, EXTRAS)

#: All that `check` looks at, in the order in which it does.
RULES: tuple[Rule, ...] = (
    *(THERE, XML, PAGES, *ENVELOPE.rules, *CHANNEL.rules),
    *(rule for book in (*_OF_ANY, *_OF_ITEMS) for rule in book.rules),
)

_MOST_PAGES = 1000
_FEED, _CHANNEL = "feed", "channel"


def check(
    site: WebSite,
    feed_url: str,
    standard: Standard,
    *,
    listen: Callable[[str], Heard | None] = lambda _url: None,
    wants: Callable[[str], bool] = lambda _url: True,
) -> Report:
    """Hold every rule against the feed that `site` has at `feed_url`.

    `listen` tells what the audio at a URL is like; `wants` whether the item with that audio is looked at closely.
    """
    problems: list[Problem] = []
    episodes, earlier = 0, Earlier()
    for number, (url, channel) in enumerate(_pages(site, feed_url, problems)):
        feed = Feed(channel, site, standard)
        if number == 0:
            problems += _of_show(feed)
        for element in _items(site, url):
            enclosure = element.find("enclosure")
            audio = "" if enclosure is None else enclosure.get("url", "")
            if wants(audio):
                entry = FeedEntry(element, feed, listen(audio), earlier)
                problems += _of_episode(entry)
                episodes += 1
            earlier.remember(element, audio)
    return Report(tuple(problems), episodes, RULES)


def enclosure_urls(site: WebSite, feed_url: str) -> tuple[str, ...]:
    """Those of all items that can be read, in the order of the feed."""
    items = (element for url, _ in _pages(site, feed_url, []) for element in _items(site, url))
    return tuple(found.get("url", "") for item in items for found in item.findall("enclosure")[:1])


def published_url(file: BinaryIO) -> str:
    """Where a feed says that it is; empty if it doesn't say, or can't be read."""
    try:
        channel = read_head(file).find("channel")
    except Unreadable:
        return ""
    return "" if channel is None else self_url(channel)


def _of_show(feed: Feed) -> Iterator[Problem]:
    yield from CHANNEL.problems(feed, _CHANNEL)
    for book in _OF_ANY:
        yield from book.problems(feed, _CHANNEL)


def _of_episode(entry: FeedEntry) -> Iterator[Problem]:
    for book in _OF_ITEMS:
        yield from book.problems(entry, entry.name)
    for shared in _OF_ANY:
        yield from shared.problems(entry, entry.name)


def _pages(site: WebSite, feed_url: str, problems: list[Problem]) -> Iterator[tuple[str, etree._Element]]:
    """Each page's address and channel; what keeps a page from being read is added to `problems`."""
    url, visited = feed_url, set[str]()
    while url and url not in visited and len(visited) < _MOST_PAGES:
        visited.add(url)
        try:
            root = _root(site, url)
        except Unreadable as error:
            problems.append(Problem(_unreadable(error, is_first=url == feed_url), url, str(error)))
            return
        if url == feed_url:
            problems += ENVELOPE.problems(root, _FEED)
        channel = root.find("channel")
        if root.tag != "rss" or channel is None:
            return
        yield url, channel
        url = next_page(channel)


def _root(site: WebSite, url: str) -> etree._Element:
    file = site.open(url)
    if file is None:
        raise Missing("there is nothing at this address")
    with file:
        return read_head(file)


def _unreadable(error: Unreadable, *, is_first: bool) -> Rule:
    if not is_first:
        return PAGES
    return THERE if isinstance(error, Missing) else XML


def _items(site: WebSite, url: str) -> Iterator[etree._Element]:
    file = site.open(url)
    if file is not None:
        with file:
            yield from read_items(file)
