"""Write a show and its episodes as an RSS feed that podcast apps and directories accept. Pure.

    feed_xml = rss(show, items, built_at=datetime.now(UTC))

The same facts, in any order of the items, give the same bytes. A long feed can be written in parts, or in pages:

    head_xml(show, built_at, FeedPage(show.feed_url)) + b"".join(map(item_xml, newest_first(items))) + TAIL

Rules and their sources: Apple's RSS requirements, PSP-1, and NS, the podcast namespace.
"""

from collections.abc import Iterable
from datetime import datetime

from feed.rss.elements import ATOM, CONTENT, ITUNES, NAMESPACES, PODCAST
from feed.rss.head import TAIL, FeedPage, head_xml
from feed.rss.item import item_xml
from feed.show import Item, Show

__all__ = [
    "ATOM",
    "CONTENT",
    "ITUNES",
    "NAMESPACES",
    "PODCAST",
    "TAIL",
    "FeedPage",
    "head_xml",
    "item_xml",
    "newest_first",
    "rss",
]


def rss(show: Show, items: Iterable[Item], built_at: datetime) -> bytes:
    """The whole feed as UTF-8. `built_at` is its lastBuildDate. ValueError: a date without a time zone.

    Head and items were each read back when they were written, so what is joined here can be read too.
    """
    head = head_xml(show, built_at, FeedPage(show.feed_url))
    return b"".join((head, *map(item_xml, newest_first(items)), TAIL))


def newest_first(items: Iterable[Item]) -> list[Item]:
    """The order of a feed: by the date of publication, then, so that there is but one order, by the GUID."""
    return sorted(items, key=lambda item: (item.published, item.guid), reverse=True)
