"""Write what a feed says before its first episode: what the show is. Pure.

    head_xml(show, built_at, FeedPage(show.feed_url)) + item_xml(newest) + … + TAIL

A long feed may be cut in pages (RFC 5005, section 3): each has its own address and names its neighbours.

    FeedPage("https://example.org/feed-2.xml", first_url="https://example.org/feed.xml", prev_url=…, next_url=…)
"""

from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from feed.categories import SEPARATOR
from feed.fit import fit_line, fit_text, fit_url
from feed.languages import language_tag
from feed.ownwords import own_words
from feed.rss.elements import (
    MAX_NAME_CHARS,
    UNTITLED,
    add,
    add_ai_content,
    add_link,
    add_people,
    add_text,
    channel_to_fill,
    check_readable,
    rfc_2822,
    true_or_false,
)
from feed.show import License, Location, Show, Trailer, UpdateFrequency

GENERATOR = "podcast-producer"  # without a version: an upgrade alone changes no feed
TAIL = b"  </channel>\n</rss>\n"
#: How browsers show the feed, published beside it (`feed.rss.style`). Those without XSLT take the second.
STYLESHEETS = (("feed.xsl", "text/xsl"), ("feed.css", "text/css"))


@dataclass(frozen=True, slots=True)
class FeedPage:
    """A page of a feed, and its neighbours; an empty URL means that there is none."""

    self_url: str
    first_url: str = ""
    prev_url: str = ""  # newer episodes
    next_url: str = ""  # older episodes
    last_url: str = ""


def head_xml(show: Show, built_at: datetime, page: FeedPage) -> bytes:
    """All before the first `<item>`, as UTF-8. `built_at` is the lastBuildDate; ValueError: without a time zone."""
    channel = channel_to_fill()
    _write_show(channel, show, built_at, page)
    _write_podcasting_2(channel, show)
    document = channel.getroottree()
    for name, media_type in STYLESHEETS:
        instruction = etree.ProcessingInstruction("xml-stylesheet", f'type="{media_type}" href="{name}"')
        document.getroot().addprevious(instruction)
    xml = etree.tostring(document, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    check_readable(xml)
    return xml.removesuffix(TAIL)


def _write_show(channel: etree._Element, show: Show, built_at: datetime, page: FeedPage) -> None:
    add(channel, "title", fit_line(show.title) or UNTITLED)
    add_text(channel, "link", fit_url(show.link))
    _write_addresses(channel, show, page)
    add(channel, "description", fit_text(show.description) or fit_line(show.title) or UNTITLED)
    add_text(channel, "language", fit_line(language_tag(show.language)))
    add_text(channel, "copyright", fit_line(show.copyright))
    add(channel, "lastBuildDate", rfc_2822(built_at))
    add(channel, "generator", GENERATOR)
    _write_image(channel, show)
    add_text(channel, "itunes:author", fit_line(show.author))
    _write_owner(channel, show)
    add(channel, "itunes:type", show.show_type)
    add(channel, "itunes:explicit", true_or_false(show.explicit))
    _write_categories(channel, show.categories)


def _write_podcasting_2(channel: etree._Element, show: Show) -> None:
    add_text(channel, "podcast:guid", fit_line(show.guid))
    add(channel, "podcast:locked", "yes" if show.locked else "no", owner=fit_line(show.owner_email))
    add(channel, "podcast:medium", "podcast")
    add_people(channel, show.people)
    for funding in show.funding:
        text = funding.text or own_words(show.language).support
        add_link(channel, "podcast:funding", fit_line(text, MAX_NAME_CHARS), url=fit_url(funding.url))
    _write_location(channel, show.location)
    _write_license(channel, show.license)
    _write_update_frequency(channel, show.update_frequency)
    for trailer in show.trailers:
        _write_trailer(channel, trailer)
    add_ai_content(channel, is_ai_voiced=show.is_ai_voiced)


def _write_addresses(channel: etree._Element, show: Show, page: FeedPage) -> None:
    """Where this page is, where the others are (RFC 5005, section 3), and who tells of changes (WebSub)."""
    pages = (
        *(("self", page.self_url), ("first", page.first_url), ("previous", page.prev_url)),
        *(("next", page.next_url), ("last", page.last_url)),
    )
    for relation, url in pages:
        add_link(channel, "atom:link", href=fit_url(url), rel=relation, type="application/rss+xml")
    add_link(channel, "atom:link", href=fit_url(show.hub_url), rel="hub")


def _write_image(channel: etree._Element, show: Show) -> None:
    """RSS's own <image> first: gPodder takes the last of the two."""
    if url := fit_url(show.image_url):
        image = add(channel, "image")
        add(image, "url", url)
        add(image, "title", fit_line(show.title) or UNTITLED)
        add_text(image, "link", fit_url(show.link))
        add(channel, "itunes:image", href=url)


def _write_owner(channel: etree._Element, show: Show) -> None:
    if email := fit_line(show.owner_email):
        owner = add(channel, "itunes:owner")
        add_text(owner, "itunes:name", fit_line(show.owner_name or show.author))
        add(owner, "itunes:email", email)


def _write_categories(channel: etree._Element, categories: tuple[str, ...]) -> None:
    """Write "Arts > Books" as a category within a category; Apple wants each top one once."""
    subs_of: dict[str, dict[str, None]] = {}
    for category in categories:
        top, _, sub = (fit_line(name) for name in category.partition(SEPARATOR))
        subs_of.setdefault(top, {}).setdefault(sub)
    for top, subs in subs_of.items():
        if top:
            element = add(channel, "itunes:category", text=top)
            for sub in filter(None, subs):
                add(element, "itunes:category", text=sub)


def _write_location(channel: etree._Element, location: Location | None) -> None:
    if location:
        name = fit_line(location.name, MAX_NAME_CHARS)
        add_text(channel, "podcast:location", name, geo=fit_line(location.geo), osm=fit_line(location.osm))


def _write_license(channel: etree._Element, licence: License | None) -> None:
    """NS: identifiers of SPDX are in lower case; names of one's own need a URL."""
    if licence:
        name, url = fit_line(licence.name, MAX_NAME_CHARS), fit_url(licence.url)
        add_text(channel, "podcast:license", name if url else name.lower(), url=url)


def _write_update_frequency(channel: etree._Element, frequency: UpdateFrequency | None) -> None:
    if frequency:
        text, complete = fit_line(frequency.text, MAX_NAME_CHARS), "true" if frequency.complete else ""
        add_text(channel, "podcast:updateFrequency", text, rrule=fit_line(frequency.rrule), complete=complete)
        add_text(channel, "itunes:complete", "Yes" if complete else "")


def _write_trailer(channel: etree._Element, trailer: Trailer) -> None:
    add_link(
        channel,
        "podcast:trailer",
        fit_line(trailer.title, MAX_NAME_CHARS) or UNTITLED,
        url=fit_url(trailer.enclosure.url),
        pubdate=rfc_2822(trailer.published),
        length=str(trailer.enclosure.length_bytes),
        type=fit_line(trailer.enclosure.media_type),
        season="" if trailer.season is None else str(trailer.season),
    )
