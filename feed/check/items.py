"""Rules for an item: what it is called, when it came out, where it stands."""

import re
from collections.abc import Iterator

from feed.check.common import CLOCK_SKEW, is_true_or_false
from feed.check.document import FeedEntry, text, title_key
from feed.check.site import is_absolute
from feed.rss import CONTENT, ITUNES, PODCAST
from feed.rules import Rulebook

ITEMS: Rulebook[FeedEntry] = Rulebook()

TAGS = frozenset({"p", "br", "ol", "ul", "li", "a", "b", "i", "strong", "em"})  # Apple, PSP-1
_NUMBERED = re.compile(r"\s*(?:(?:episode|ep\.?|folge)\s*#?\d+|#\d+|s\d+\s*e\d+)\b", re.IGNORECASE)
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_TAG = re.compile(r"</?([a-zA-Z][^\s/<>]*)|<([!?])")  # of a comment or a declaration only its mark
_RFC_2822 = re.compile(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} "
    r"\d{2}:\d{2}(?::\d{2})? (?:[+-]\d{4}|[A-Z]{1,5})"
)


@ITEMS.rule(*("item-title", "required", "Apple, PSP-1"), "An item has a title.", "Give the essay a title.")
def item_title(entry: FeedEntry) -> Iterator[str]:
    if not entry.title.strip():
        yield "it has none"


@ITEMS.rule(
    *("title-number", "recommended", "Apple"),
    "An item's title doesn't begin with the episode's number.",
    "Leave it out: apps show itunes:episode beside the title.",
)
def title_number(entry: FeedEntry) -> Iterator[str]:
    number = text(entry.element, f"{{{ITUNES}}}episode").strip()
    is_plain = bool(number) and re.match(rf"\s*{re.escape(number)}\s*[.:)–—-]\s", entry.title) is not None
    if is_plain or _NUMBERED.match(entry.title):
        yield f"the title is {entry.title!r}"


@ITEMS.rule(
    *("same-title", "recommended", "listeners"),
    "No two items of a season have the same title.",
    "If it is one essay under two names, keep the older: give the essay its old file name or `slug`, and delete the "
    "newer folder.",
)
def same_title(entry: FeedEntry) -> Iterator[str]:
    newer_url = entry.earlier.titles.get(title_key(entry.element))
    if newer_url is not None and entry.title.strip():
        own_url = entry.enclosure.url if entry.enclosure else "an item without audio"
        yield f"both {newer_url} and the older {own_url} have it"


@ITEMS.rule(
    *("item-guid", "required", "Apple, PSP-1"),
    "An item has one guid, and no other item has the same.",
    "Build the episode again, and never write a guid by hand: with another one, subscribers get it once more.",
)
def item_guid(entry: FeedEntry) -> Iterator[str]:
    count = len(entry.element.findall("guid"))
    if count != 1 or not entry.guid.strip():
        yield f"it has {count}" if count != 1 else "it is empty"
    elif entry.guid in entry.earlier.guids:
        yield f"another item has {entry.guid!r} too"


@ITEMS.rule(
    *("guid-permalink", "required", "RSS 2.0, Apple"),
    'A guid that is no address says isPermaLink="false".',
    'Add isPermaLink="false".',
)
def guid_permalink(entry: FeedEntry) -> Iterator[str]:
    guid = entry.element.find("guid")
    if guid is not None and guid.get("isPermaLink", "true") != "false" and not is_absolute(entry.guid):
        yield f"{entry.guid!r} is no address"


@ITEMS.rule(
    *("date", "required", "Apple, RFC 2822"),
    "An item has a pubDate as RFC 2822 writes it.",
    "Write it as Sun, 22 Nov 2026 12:00:00 +0000.",
)
def published(entry: FeedEntry) -> Iterator[str]:
    said = text(entry.element, "pubDate")
    if entry.published is None or not _RFC_2822.fullmatch(said):
        yield f"it is {said!r}"


@ITEMS.rule(
    *("date-weekday", "required", "RFC 2822"), "The weekday of a pubDate is that of its date.", "Correct the weekday."
)
def date_weekday(entry: FeedEntry) -> Iterator[str]:
    said = text(entry.element, "pubDate")
    if entry.published and said[:3] in _WEEKDAYS and said[:3] != (right := _WEEKDAYS[entry.published.weekday()]):
        yield f"{said} is a {right}"


@ITEMS.rule(
    *("date-zone", "required", "Apple"),
    "A pubDate is in +0000 or GMT.",
    "Write it in UTC: some apps take any other zone for it.",
)
def date_zone(entry: FeedEntry) -> Iterator[str]:
    said = text(entry.element, "pubDate")
    if entry.published and not said.endswith((" +0000", " GMT")):
        yield f"it is {said!r}"


@ITEMS.rule(
    *("date-past", "recommended", "Apple"),
    "A pubDate doesn't lie in the future.",
    "Publish the feed then: most apps show the episode at once, some never.",
)
def date_past(entry: FeedEntry) -> Iterator[str]:
    if entry.published and entry.published > entry.feed.standard.now + CLOCK_SKEW:
        yield f"it is {text(entry.element, 'pubDate')}"


@ITEMS.rule(
    *("newest-first", "recommended", "clients"),
    "Items stand in the feed with the newest first.",
    "Build again: some apps show the first items only.",
)
def newest_first(entry: FeedEntry) -> Iterator[str]:
    if entry.published and entry.earlier.published and entry.published > entry.earlier.published:
        yield "an older item stands before it"


@ITEMS.rule(
    *("item-explicit", "required", "Apple, PSP-1"),
    "itunes:explicit of an item, if it is there, says true or false.",
    "Set explicit under [show] to true or false.",
)
def item_explicit(entry: FeedEntry) -> Iterator[str]:
    said = entry.element.findtext(f"{{{ITUNES}}}explicit")
    if said is not None and not is_true_or_false(said):
        yield f"it says {said!r}"


@ITEMS.rule(
    *("episode-type", "required", "Apple, itunes:episodeType"),
    "itunes:episodeType, if it is there, is full, trailer or bonus.",
    "Write one of them.",
)
def episode_type(entry: FeedEntry) -> Iterator[str]:
    said = entry.element.findtext(f"{{{ITUNES}}}episodeType")
    if said not in (None, "full", "trailer", "bonus"):
        yield f"it is {said!r}"


@ITEMS.rule(
    *("numbers", "required", "Apple, itunes:season and itunes:episode"),
    "Season and episode, if they are there, are whole numbers from 1 on.",
    "Count from 1.",
)
def numbers(entry: FeedEntry) -> Iterator[str]:
    for name in ("season", "episode"):
        for prefix, namespace in (("itunes", ITUNES), ("podcast", PODCAST)):
            said = entry.element.findtext(f"{{{namespace}}}{name}")
            if said is not None and not is_counted(said, is_decimal=prefix == "podcast" and name == "episode"):
                yield f"{prefix}:{name} is {said!r}"


@ITEMS.rule(
    *("serial-numbers", "required", "Apple, itunes:type"),
    "In a serial show every full episode has its number and its type.",
    "Build the episode again, or set type under [show] to episodic.",
)
def serial_numbers(entry: FeedEntry) -> Iterator[str]:
    kind, number = (entry.element.findtext(f"{{{ITUNES}}}{name}") for name in ("episodeType", "episode"))
    if entry.feed.is_serial and kind is None:
        yield "it has no type"
    if entry.feed.is_serial and kind in (None, "full") and number is None:
        yield "it has no number"


@ITEMS.rule(
    *("html", "required", "Apple, PSP-1"),
    "HTML in descriptions is escaped or in CDATA, and uses only p, br, ol, ul, li, a, b, i, strong and em.",
    "Remove the other tags: apps show them as text, or nothing at all.",
)
def html(entry: FeedEntry) -> Iterator[str]:
    for tag, where in (("description", "description"), (f"{{{CONTENT}}}encoded", "content:encoded")):
        if strange := _tags(text(entry.element, tag)) - TAGS:
            yield f"{where} has {', '.join(f'<{name}>' for name in sorted(strange))}"
        if entry.element.find(f"{tag}/*") is not None:
            yield f"{where} has elements that are neither escaped nor in CDATA"


def is_counted(said: str, *, is_decimal: bool = False) -> bool:
    """Whether it is a whole number from 1 on. NS lets an episode be 3.5."""
    pattern = r"[0-9]{1,9}(\.[0-9]{1,9})?" if is_decimal else r"[0-9]{1,9}"
    return re.fullmatch(pattern, said) is not None and (is_decimal or int(said) >= 1)


def _tags(html: str) -> set[str]:
    return {(name or other).lower() for name, other in _TAG.findall(html)}
