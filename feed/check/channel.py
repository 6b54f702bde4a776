"""Rules for what is said of the whole show. What stands outside <channel> is checked in `envelope`."""

from collections.abc import Iterator
from urllib.parse import urljoin
from uuid import UUID

from lxml import etree

from feed.categories import SEPARATOR, is_category, nearest_categories
from feed.check.common import CLOCK_SKEW, is_true_or_false
from feed.check.document import Feed, date, self_url, text
from feed.check.site import is_missing
from feed.languages import is_language
from feed.rss import ATOM, ITUNES, PODCAST
from feed.rules import Rulebook
from feed.show import podcast_guid

CHANNEL: Rulebook[Feed] = Rulebook()

_ONCE = {
    **{tag: tag for tag in ("title", "link", "description", "language", "copyright", "lastBuildDate", "image")},
    **{f"{{{ITUNES}}}{tag}": f"itunes:{tag}" for tag in ("image", "author", "explicit", "type", "owner")},
    **{f"{{{PODCAST}}}{tag}": f"podcast:{tag}" for tag in ("guid", "locked", "medium", "updateFrequency")},
}


@CHANNEL.rule(*("show-title", "required", "Apple"), "The show has a title.", "Set title under [show] in podcast.toml.")
def show_title(feed: Feed) -> Iterator[str]:
    yield from _missing(feed, "title")


@CHANNEL.rule(
    *("show-description", "required", "Apple"),
    "The show has a description.",
    "Set description under [show] in podcast.toml.",
)
def show_description(feed: Feed) -> Iterator[str]:
    yield from _missing(feed, "description")


@CHANNEL.rule(
    *("show-link", "required", "PSP-1"), "The show names its website.", "Set link under [show] in podcast.toml."
)
def show_link(feed: Feed) -> Iterator[str]:
    yield from _missing(feed, "link")


@CHANNEL.rule(
    *("once", "required", "Apple, RSS 2.0"),
    "What can be said only once is said only once.",
    "Remove the others: apps don't agree on which one counts.",
)
def once(feed: Feed) -> Iterator[str]:
    for tag, name in _ONCE.items():
        count = len(feed.element.findall(tag))
        if count > 1:
            yield f"<{name}> stands there {count} times"


@CHANNEL.rule(
    *("self-link", "required", "PSP-1"),
    "atom:link rel=self is the address at which the feed is published.",
    "Set base_url under [show] to where public/ is uploaded, and build again.",
)
def self_link(feed: Feed) -> Iterator[str]:
    named = [link.get("href", "") for link in feed.element.findall(f"{{{ATOM}}}link") if link.get("rel") == "self"]
    wanted = feed.standard.published_at
    if len(named) != 1:
        yield f"there are {len(named)} of them"
    elif wanted and named[0] != wanted:
        yield f"it is {named[0]}, the feed is published at {wanted}"


@CHANNEL.rule(
    *("language", "required", "Apple"),
    "The language is an ISO 639 code, as en or en-us.",
    "Set language under [show] in podcast.toml.",
)
def language(feed: Feed) -> Iterator[str]:
    said = text(feed.element, "language")
    if not is_language(said):
        yield f"it is {said!r}"


@CHANNEL.rule(
    *("explicit", "required", "Apple, PSP-1"),
    "itunes:explicit says true or false.",
    "Set explicit under [show] to true or false.",
)
def explicit(feed: Feed) -> Iterator[str]:
    said = feed.element.findtext(f"{{{ITUNES}}}explicit")
    if not is_true_or_false(said):
        yield "it isn't said" if said is None else f"it says {said!r}"


@CHANNEL.rule(
    *("category", "required", "Apple, Podcast categories"),
    "The show has a category of Apple's list, in its exact case.",
    "Set categories under [show] in podcast.toml.",
)
def category(feed: Feed) -> Iterator[str]:
    found = list(_categories(feed.element))
    if not found:
        yield "it has none"
    for name in found:
        if not is_category(name):
            near = ", ".join(nearest_categories(name))
            yield f"Apple has no {name!r}" + (f" (near: {near})" if near else "")


@CHANNEL.rule(
    *("show-image", "required", "Apple"),
    "The show has a cover (itunes:image).",
    "Build again; without a cover of your own one is drawn.",
)
def show_image(feed: Feed) -> Iterator[str]:
    image = feed.element.find(f"{{{ITUNES}}}image")
    if image is None or not image.get("href"):
        yield "it has none"


@CHANNEL.rule(
    *("image-order", "recommended", "gPodder, RSS 2.0"),
    "RSS's own <image> stands before <itunes:image> and shows the same picture.",
    "Write <image> first: gPodder takes the last of the two.",
)
def image_order(feed: Feed) -> Iterator[str]:
    plain, itunes = feed.element.find("image"), feed.element.find(f"{{{ITUNES}}}image")
    if plain is None or itunes is None:
        return
    if feed.element.index(plain) > feed.element.index(itunes):
        yield "<itunes:image> stands first"
    if text(plain, "url").strip() != itunes.get("href"):
        yield f"<image> shows {text(plain, 'url')}"


@CHANNEL.rule(
    *("author", "recommended", "Apple, PSP-1"), "The show has an author.", "Set author under [show] in podcast.toml."
)
def author(feed: Feed) -> Iterator[str]:
    yield from _missing(feed, f"{{{ITUNES}}}author")


@CHANNEL.rule(
    *("show-guid", "recommended", "NS, podcast:guid"),
    "The show has a podcast:guid, a UUID.",
    "Build again; the GUID is kept when the show moves.",
)
def show_guid(feed: Feed) -> Iterator[str]:
    said = text(feed.element, f"{{{PODCAST}}}guid")
    if not said:
        yield "it has none"
    elif not _is_uuid(said):
        yield f"{said!r} is none"


@CHANNEL.rule(
    *("show-guid-origin", "optional", "NS, podcast:guid"),
    "The show's GUID is made from the address of the feed, unless the show has moved.",
    "Leave it if the show has moved here or will move back; else remove guid under [show].",
)
def show_guid_origin(feed: Feed) -> Iterator[str]:
    said = text(feed.element, f"{{{PODCAST}}}guid")
    address = self_url(feed.element)
    if address and _is_uuid(said) and said.lower() != (derived := podcast_guid(address)):
        yield f"it is {said}, the address gives {derived}"


@CHANNEL.rule(
    *("locked", "recommended", "NS, podcast:locked"),
    "podcast:locked says yes or no.",
    "Set locked under [show] in podcast.toml.",
)
def locked(feed: Feed) -> Iterator[str]:
    said = feed.element.findtext(f"{{{PODCAST}}}locked")
    if said not in ("yes", "no"):
        yield "it isn't said" if said is None else f"it says {said!r}"


@CHANNEL.rule(
    *("show-type", "required", "Apple, itunes:type"),
    "itunes:type, if it is there, is episodic or serial.",
    "Set type under [show] in podcast.toml.",
)
def show_type(feed: Feed) -> Iterator[str]:
    said = feed.element.findtext(f"{{{ITUNES}}}type")
    if said not in (None, "episodic", "serial"):
        yield f"it is {said!r}"


@CHANNEL.rule(
    *("build-date", "recommended", "RSS 2.0, RFC 2822"),
    "lastBuildDate, if it is there, is a date of RFC 2822 that has come.",
    "Write it as Sun, 22 Nov 2026 12:00:00 +0000. If it is right, this machine's clock is not: set that.",
)
def build_date(feed: Feed) -> Iterator[str]:
    said = feed.element.findtext("lastBuildDate")
    built = date(said) if said is not None else None
    if said is not None and (built is None or built > feed.standard.now + CLOCK_SKEW):
        yield f"it is {said!r}"


@CHANNEL.rule(
    *("feed-style", "recommended", "W3C xml-stylesheet"),
    "The style sheets that the feed names are there.",
    "Build again, and upload all of public/: else browsers show the feed as bare XML, or nothing.",
)
def feed_style(feed: Feed) -> Iterator[str]:
    address = feed.standard.published_at or self_url(feed.element)
    for named in _style_sheets(feed.element):
        try:
            is_gone = is_missing(feed.site, urljoin(address, named))
        except ValueError:  # no address at all
            is_gone = True
        if is_gone:
            yield f"there is no {named}"


def _missing(feed: Feed, tag: str) -> Iterator[str]:
    if not text(feed.element, tag).strip():
        yield "it has none"


def _style_sheets(channel: etree._Element) -> Iterator[str]:
    """Those of the instructions in front of <rss>."""
    for instruction in channel.xpath("/processing-instruction('xml-stylesheet')"):
        if named := instruction.get("href"):
            yield str(named)


def _categories(channel: etree._Element) -> Iterator[str]:
    """Each as "Arts" or "Arts > Books"."""
    tag = f"{{{ITUNES}}}category"
    for top in channel.findall(tag):
        yield top.get("text", "")
        for sub in top.findall(tag):
            yield f"{top.get('text', '')}{SEPARATOR}{sub.get('text', '')}"


def _is_uuid(said: str) -> bool:
    try:
        return str(UUID(said)) == said.lower()
    except ValueError:
        return False
