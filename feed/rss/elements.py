"""What all parts of the feed are written with: its namespaces, and elements that are there only if they say something.

    channel = etree.SubElement(etree.Element("rss", version="2.0", nsmap=NAMESPACES), "channel")
    add_text(channel, "itunes:author", "Ada Lovelace")
    add_link(channel, "atom:link", href="https://example.org/feed.xml", rel="self")

Texts and URLs come in fit: through `feed.fit`.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import cache

from lxml import etree

from feed.fit import fit_line, fit_url
from feed.show import Person

ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
ATOM = "http://www.w3.org/2005/Atom"
PODCAST = "https://podcastindex.org/namespace/1.0"
NAMESPACES = {"itunes": ITUNES, "content": CONTENT, "atom": ATOM, "podcast": PODCAST}

UNTITLED = "Untitled"  # RSS and Apple want a title even where nothing is left of it
MAX_NAME_CHARS = 128  # NS, of the text of any of its elements


def channel_to_fill() -> etree._Element:
    """An empty channel of an RSS document that declares all namespaces."""
    return etree.SubElement(etree.Element("rss", {"version": "2.0"}, nsmap=NAMESPACES), "channel")


def add(parent: etree._Element, tag: str, text: str = "", /, **attributes: str) -> etree._Element:
    """Add an element, "itunes:author" or "title", with those of the attributes that have a value."""
    said = {name: value for name, value in attributes.items() if value}
    element = etree.SubElement(parent, _qualified(tag), said)
    element.text = text or None
    return element


def add_text(parent: etree._Element, tag: str, text: str, /, **attributes: str) -> None:
    """Add an element that is there for its text: unless that is empty."""
    if text:
        add(parent, tag, text, **attributes)


def add_link(parent: etree._Element, tag: str, text: str = "", /, **attributes: str) -> None:
    """Add an element that is there for its first attribute, what it points to: unless that is empty."""
    if next(iter(attributes.values())):
        add(parent, tag, text, **attributes)


def add_html(parent: etree._Element, tag: str, html: str) -> None:
    """Add clean HTML as CDATA (Apple), unless there is none."""
    if html:
        add(parent, tag).text = etree.CDATA(html)


def add_people(parent: etree._Element, people: Iterable[Person]) -> None:
    for person in people:
        add_text(
            parent,
            "podcast:person",
            fit_line(person.name, MAX_NAME_CHARS),
            role=fit_line(person.role),
            group=fit_line(person.group),
            img=fit_url(person.image_url),
            href=fit_url(person.url),
        )


def add_ai_content(parent: etree._Element, *, is_ai_voiced: bool | None) -> None:
    """RSS.com's convention, which TrueFans and Podnews read: true, false, or nothing where nobody said."""
    if is_ai_voiced is not None:
        add(parent, "podcast:txt", true_or_false(is_ai_voiced), purpose="ai-content")


def rfc_2822(moment: datetime) -> str:
    """In UTC, whose +0000 every app reads right. ValueError: without a time zone."""
    if moment.tzinfo is None:
        raise ValueError(f"This date has no time zone, so nobody knows when it is: {moment.isoformat()}")
    return format_datetime(moment.astimezone(UTC))


def true_or_false(is_true: bool) -> str:  # noqa: FBT001 - that's what it is about
    """Say it as Apple wants it: not yes, no or clean."""
    return "true" if is_true else "false"


def check_readable(xml: bytes) -> None:
    """Raise lxml's XMLSyntaxError for what is not XML: such a feed would be lost on every subscriber."""
    etree.fromstring(xml, etree.XMLParser(huge_tree=True, resolve_entities=False))


@cache
def _qualified(tag: str) -> str:
    prefix, _, name = tag.rpartition(":")
    return f"{{{NAMESPACES[prefix]}}}{name}" if prefix else name
