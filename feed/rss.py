"""Write a show and its episodes as an RSS feed that podcast apps and directories accept. Pure.

    feed_xml = rss(show, items, built_at=datetime.now(UTC))

The same facts, in any order of the items, give the same bytes. Rules and their sources: Apple's RSS requirements,
PSP-1, and NS, the podcast namespace.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import format_datetime
from html import escape

from lxml import etree

from feed.categories import SEPARATOR
from feed.fit import MAX_TEXT_BYTES, clean_html, fit_html, fit_line, fit_text, fit_url, legal
from feed.show import Chapter, Item, Person, Show

ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
ATOM = "http://www.w3.org/2005/Atom"
PODCAST = "https://podcastindex.org/namespace/1.0"
NAMESPACES = {"itunes": ITUNES, "content": CONTENT, "atom": ATOM, "podcast": PODCAST}

GENERATOR = "podcast-producer"  # without a version: an upgrade alone changes no feed
UNTITLED = "Untitled"  # RSS and Apple want a title even where nothing is left of it
MAX_NAME_CHARS = 128  # NS, <podcast:person>


def rss(show: Show, items: Iterable[Item], built_at: datetime) -> bytes:
    """The feed as UTF-8. `built_at` is its lastBuildDate. ValueError: a date without a time zone."""
    newest_first = sorted(items, key=lambda item: (item.published, item.guid), reverse=True)
    feed_xml = _written(show, newest_first, built_at)
    # Reading it costs a tenth of writing it, and a feed that can't be read would be lost on every subscriber.
    etree.fromstring(feed_xml, etree.XMLParser(huge_tree=True, resolve_entities=False))
    return feed_xml


def _written(show: Show, items: list[Item], built_at: datetime) -> bytes:
    root = etree.Element("rss", {"version": "2.0"}, nsmap=NAMESPACES)
    channel = etree.SubElement(root, "channel")
    _write_show(channel, show, built_at)
    _write_podcasting_2(channel, show, items)
    for item in items:
        _write_item(etree.SubElement(channel, "item"), item)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _write_show(channel: etree._Element, show: Show, built_at: datetime) -> None:
    _add(channel, "title", fit_line(show.title) or UNTITLED)
    _add(channel, "link", fit_url(show.link))
    _add(channel, f"{{{ATOM}}}link", href=fit_url(show.feed_url), rel="self", type="application/rss+xml")
    _add(channel, "description", fit_text(show.description) or fit_line(show.title) or UNTITLED)
    _add(channel, "language", fit_line(show.language).replace("_", "-").lower())
    _add(channel, "copyright", fit_line(show.copyright))
    _add(channel, "lastBuildDate", _rfc_2822(built_at))
    _add(channel, "generator", GENERATOR)
    _write_image(channel, show)
    _add(channel, f"{{{ITUNES}}}author", fit_line(show.author))
    _write_owner(channel, show)
    _add(channel, f"{{{ITUNES}}}type", show.show_type)
    _add(channel, f"{{{ITUNES}}}explicit", _true_or_false(show.explicit))
    for category in show.categories:
        _write_category(channel, category)


def _write_podcasting_2(channel: etree._Element, show: Show, items: Iterable[Item]) -> None:
    _add(channel, f"{{{PODCAST}}}guid", fit_line(show.guid))
    locked = "yes" if show.locked else "no"
    _add(channel, f"{{{PODCAST}}}locked", locked, owner=fit_line(show.owner_email))
    _add(channel, f"{{{PODCAST}}}medium", "podcast")
    _write_people(channel, show.people)
    _write_ai_content(channel, is_ai_voiced=_show_is_ai_voiced(items))


def _write_item(element: etree._Element, item: Item) -> None:
    _add(element, "title", fit_line(item.title) or UNTITLED)
    _add(element, "guid", fit_line(item.guid), isPermaLink="false")
    _add(element, "pubDate", _rfc_2822(item.published))
    _add(element, "link", fit_url(item.link))
    _write_enclosure(element, item)
    _write_notes(element, item)
    _add(element, f"{{{ITUNES}}}duration", str(round(item.duration_s)))
    _add(element, f"{{{ITUNES}}}explicit", _true_or_false(item.explicit))
    _add(element, f"{{{ITUNES}}}author", fit_line(item.author))
    _add(element, f"{{{ITUNES}}}image", href=fit_url(item.image_url))
    _write_numbers(element, item)
    _write_companions(element, item)
    _write_people(element, item.people)
    _write_ai_content(element, is_ai_voiced=item.is_ai_voiced)


def _add(parent: etree._Element, tag: str, text: str = "", **attributes: str) -> None:
    """Add an element, unless it would say nothing; its attributes, unless they are empty."""
    said = {name: value for name, value in attributes.items() if value}
    if text or "href" in said or "url" in said:
        etree.SubElement(parent, tag, said).text = text or None


def _write_image(channel: etree._Element, show: Show) -> None:
    """RSS's own <image> first: gPodder takes the last of the two."""
    if show.image_url:
        image = etree.SubElement(channel, "image")
        _add(image, "url", fit_url(show.image_url))
        _add(image, "title", fit_line(show.title) or UNTITLED)
        _add(image, "link", fit_url(show.link))
        _add(channel, f"{{{ITUNES}}}image", href=fit_url(show.image_url))


def _write_owner(channel: etree._Element, show: Show) -> None:
    if show.owner_email:
        owner = etree.SubElement(channel, f"{{{ITUNES}}}owner")
        _add(owner, f"{{{ITUNES}}}name", fit_line(show.owner_name or show.author))
        _add(owner, f"{{{ITUNES}}}email", fit_line(show.owner_email))


def _write_category(channel: etree._Element, category: str) -> None:
    """Write "Arts > Books" as a category within a category."""
    parent = channel
    for name in category.split(SEPARATOR):
        parent = etree.SubElement(parent, f"{{{ITUNES}}}category", text=fit_line(name))


def _write_enclosure(element: etree._Element, item: Item) -> None:
    enclosure = item.enclosure
    _add(
        element,
        "enclosure",
        url=fit_url(enclosure.url),
        length=str(enclosure.length_bytes),
        type=enclosure.media_type,
    )


def _write_notes(element: etree._Element, item: Item) -> None:
    """Whole in content:encoded; in the description cut to what Apple takes, the times of chapters spared."""
    notes = clean_html(item.notes_html) or _paragraph(item.summary)
    times = _chapter_times(item.chapters)
    room_bytes = MAX_TEXT_BYTES - len(times.encode())
    cut = fit_html(notes, room_bytes) + times if room_bytes > MAX_TEXT_BYTES // 2 else fit_html(notes)
    _add_html(element, "description", cut)
    _add_html(element, f"{{{CONTENT}}}encoded", notes + times)


def _write_numbers(element: etree._Element, item: Item) -> None:
    _add(element, f"{{{ITUNES}}}episodeType", item.episode_type)
    for name, number in (("season", item.season), ("episode", item.episode)):
        if number is not None:
            _add(element, f"{{{ITUNES}}}{name}", str(number))
            _add(element, f"{{{PODCAST}}}{name}", str(number))


def _write_companions(element: etree._Element, item: Item) -> None:
    """The files that go with the audio."""
    for transcript in item.transcripts:
        _add(
            element,
            f"{{{PODCAST}}}transcript",
            url=fit_url(transcript.url),
            type=transcript.media_type,
            language=fit_line(transcript.language),
        )
    _add(element, f"{{{PODCAST}}}chapters", url=fit_url(item.chapters_url), type="application/json+chapters")


def _write_people(parent: etree._Element, people: Iterable[Person]) -> None:
    for person in people:
        _add(
            parent,
            f"{{{PODCAST}}}person",
            fit_line(person.name, MAX_NAME_CHARS),
            role=fit_line(person.role),
            group=fit_line(person.group),
            img=fit_url(person.image_url),
            href=fit_url(person.url),
        )


def _write_ai_content(parent: etree._Element, *, is_ai_voiced: bool | None) -> None:
    """RSS.com's convention, which TrueFans and Podnews read: true, false, or nothing where nobody said."""
    if is_ai_voiced is not None:
        _add(parent, f"{{{PODCAST}}}txt", _true_or_false(is_ai_voiced), purpose="ai-content")


def _show_is_ai_voiced(items: Iterable[Item]) -> bool | None:
    """True if one episode is, False only if every episode says that it isn't."""
    said = {item.is_ai_voiced for item in items}
    return True if True in said else False if said == {False} else None


def _chapter_times(chapters: tuple[Chapter, ...]) -> str:
    """The chapters as players find them in show notes: "00:00:00 Title" a line, three lines at least."""
    if len(chapters) < 3:
        return ""
    return _paragraph("\n".join(f"{_clock(chapter.start_ms)} {fit_line(chapter.title)}" for chapter in chapters))


def _paragraph(text: str) -> str:
    """Plain text as HTML."""
    lines = escape(legal(text).strip(), quote=False).splitlines()
    return f"<p>{'<br>'.join(lines)}</p>" if lines else ""


def _add_html(parent: etree._Element, tag: str, html: str) -> None:
    if html:
        etree.SubElement(parent, tag).text = etree.CDATA(html)


def _clock(time_ms: int) -> str:
    minutes, seconds = divmod(time_ms // 1000, 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"


def _rfc_2822(moment: datetime) -> str:
    """In UTC, whose +0000 every app reads right."""
    if moment.tzinfo is None:
        raise ValueError(f"This date has no time zone, so nobody knows when it is: {moment.isoformat()}")
    return format_datetime(moment.astimezone(UTC))


def _true_or_false(is_true: bool) -> str:  # noqa: FBT001 - that's what it is about
    """Say it as Apple wants it: not yes, no or clean."""
    return "true" if is_true else "false"
