"""Write one episode as an `<item>` of the feed. Pure.

    item_xml(item)                          # b"    <item>\\n      <title>On Paper</title>\\n …    </item>\\n"

The bytes are those that stand in the whole feed, so a feed grows by one episode without the others being written again.
"""

from html import escape

from lxml import etree

from feed.fit import MAX_TEXT_BYTES, clean_html, fit_html, fit_line, fit_url, legal
from feed.rss.elements import (
    MAX_NAME_CHARS,
    UNTITLED,
    add,
    add_ai_content,
    add_html,
    add_link,
    add_people,
    add_text,
    channel_to_fill,
    check_readable,
    rfc_2822,
    true_or_false,
)
from feed.show import AlternateEnclosure, Chapter, Item, Soundbite, Transcript

MOST_TAGS = 20
MAX_LABEL_CHARS = 32  # NS, title of <podcast:alternateEnclosure>
_BEGIN, _END = b"    <item>", b"    </item>\n"
_TIMED = {"text/vtt", "application/x-subrip"}


def item_xml(item: Item) -> bytes:
    """The `<item>` as UTF-8 with its line breaks, without declarations. ValueError: a date without a time zone."""
    channel = channel_to_fill()
    _write_item(add(channel, "item"), item)
    document = etree.tostring(channel.getroottree(), encoding="UTF-8", pretty_print=True)
    check_readable(document)
    return document[document.index(_BEGIN) : document.rindex(_END) + len(_END)]


def _write_item(element: etree._Element, item: Item) -> None:
    add(element, "title", fit_line(item.title) or UNTITLED)
    add_text(element, "guid", fit_line(item.guid), isPermaLink="false")
    add(element, "pubDate", rfc_2822(item.published))
    add_text(element, "link", fit_url(item.link))
    _write_enclosure(element, item)
    _write_notes(element, item)
    for tag in item.tags[:MOST_TAGS]:
        add_text(element, "category", fit_line(tag))  # RSS 2.0; Apple's categories are the show's alone
    add(element, "itunes:duration", str(round(item.duration_s)))
    add(element, "itunes:explicit", true_or_false(item.explicit))
    add_text(element, "itunes:author", fit_line(item.author))
    add_link(element, "itunes:image", href=fit_url(item.image_url))
    _write_numbers(element, item)
    _write_companions(element, item)
    add_people(element, item.people)
    add_ai_content(element, is_ai_voiced=item.is_ai_voiced)


def _write_enclosure(element: etree._Element, item: Item) -> None:
    enclosure = item.enclosure
    add_link(
        element,
        "enclosure",
        url=fit_url(enclosure.url),
        length=str(enclosure.length_bytes),
        type=fit_line(enclosure.media_type),
    )


def _write_notes(element: etree._Element, item: Item) -> None:
    """Whole in content:encoded; in the description cut to what Apple takes, the times of chapters spared."""
    notes = clean_html(item.notes_html) or _paragraph(item.summary)
    times = _chapter_times(item.chapters)
    room_bytes = MAX_TEXT_BYTES - len(times.encode())
    cut = fit_html(notes, room_bytes) + times if room_bytes > MAX_TEXT_BYTES // 2 else fit_html(notes)
    add_html(element, "description", cut)
    add_html(element, "content:encoded", notes + times)
    if notes != _paragraph(item.summary):  # not as itunes:summary, which apps show in place of the notes
        add_text(element, "itunes:subtitle", fit_line(item.summary))


def _write_numbers(element: etree._Element, item: Item) -> None:
    add(element, "itunes:episodeType", item.episode_type)
    for name, number in (("season", item.season), ("episode", item.episode)):
        if number is not None:
            add(element, f"itunes:{name}", str(number))
            add(element, f"podcast:{name}", str(number))


def _write_companions(element: etree._Element, item: Item) -> None:
    """The files that go with the audio, and its best moments."""
    for transcript in item.transcripts:
        _write_transcript(element, transcript)
    add_link(element, "podcast:chapters", url=fit_url(item.chapters_url), type="application/json+chapters")
    for soundbite in item.soundbites:
        _write_soundbite(element, soundbite)
    for alternate in item.alternates:
        _write_alternate(element, alternate)


def _write_transcript(element: etree._Element, transcript: Transcript) -> None:
    add_link(
        element,
        "podcast:transcript",
        url=fit_url(transcript.url),
        type=transcript.media_type,
        language=fit_line(transcript.language),
        rel="captions" if transcript.media_type in _TIMED else "",
    )


def _write_soundbite(element: etree._Element, soundbite: Soundbite) -> None:
    add(
        element,
        "podcast:soundbite",
        fit_line(soundbite.title, MAX_NAME_CHARS),
        startTime=_seconds(soundbite.start_ms),
        duration=_seconds(soundbite.duration_ms),
    )


def _write_alternate(element: etree._Element, alternate: AlternateEnclosure) -> None:
    """NS wants codecs (RFC 6381) beside the type, not within it."""
    media_type, _, codecs = fit_line(alternate.media_type).partition(";")
    if url := fit_url(alternate.url):
        enclosure = add(
            element,
            "podcast:alternateEnclosure",
            type=media_type.strip(),
            length=str(alternate.length_bytes),
            bitrate=str(alternate.bitrate_bps),
            title=fit_line(alternate.title, MAX_LABEL_CHARS),
            codecs=codecs.strip().removeprefix("codecs=").strip('"'),
        )
        add(enclosure, "podcast:source", uri=url, contentType=media_type.strip())


def _chapter_times(chapters: tuple[Chapter, ...]) -> str:
    """The chapters as players find them in show notes: "00:00:00 Title" a line, three lines at least."""
    if len(chapters) < 3:
        return ""
    return _paragraph("\n".join(f"{_clock(chapter.start_ms)} {fit_line(chapter.title)}" for chapter in chapters))


def _paragraph(text: str) -> str:
    """Plain text as HTML."""
    lines = escape(legal(text).strip(), quote=False).splitlines()
    return f"<p>{'<br>'.join(lines)}</p>" if lines else ""


def _clock(time_ms: int) -> str:
    minutes, seconds = divmod(time_ms // 1000, 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"


def _seconds(time_ms: int) -> str:
    """At most three decimals: "73.0", "1234.567"."""
    return str(time_ms / 1000)
