"""The feed as a whole: as XML, in parts, read back by other people's readers, and with anything in its texts."""

import time
import warnings
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from feed.rss import CONTENT, NAMESPACES, PODCAST, TAIL, FeedPage, head_xml, item_xml, newest_first, rss
from feed.show import (
    AlternateEnclosure,
    Chapter,
    Enclosure,
    Funding,
    License,
    Location,
    Person,
    Soundbite,
    Trailer,
    Transcript,
    UpdateFrequency,
)

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    import feedparser
    import podcastparser

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def channel_of(feed_xml):
    return etree.fromstring(feed_xml, etree.XMLParser(recover=False, resolve_entities=False)).find("channel")


@pytest.fixture(scope="module")
def feed_xml(full_show, full_item):
    return rss(full_show, [full_item], NOON)


@pytest.fixture(scope="module")
def items(full_item):
    return [replace(full_item, guid=f"g{n}", published=NOON + timedelta(days=n // 2)) for n in range(6)]


def test_it_is_rss_2_in_utf_8_with_exact_namespaces(feed_xml):
    document = etree.parse(BytesIO(feed_xml))
    assert document.docinfo.encoding == "UTF-8"
    assert document.getroot().get("version") == "2.0"
    assert document.getroot().nsmap == {
        "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
        "content": "http://purl.org/rss/1.0/modules/content/",
        "atom": "http://www.w3.org/2005/Atom",
        "podcast": "https://podcastindex.org/namespace/1.0",
    }
    assert feed_xml.count(b"xmlns:") == 4


def test_browsers_are_told_of_both_style_sheets_the_better_one_first(feed_xml):
    sheets = etree.fromstring(feed_xml).xpath("preceding::processing-instruction('xml-stylesheet')")
    assert [(sheet.get("href"), sheet.get("type")) for sheet in sheets] == [
        ("feed.xsl", "text/xsl"),
        ("feed.css", "text/css"),
    ]


def test_the_parts_of_a_feed_are_the_feed(full_show, items):
    parts = [head_xml(full_show, NOON, FeedPage(full_show.feed_url)), *map(item_xml, newest_first(items)), TAIL]
    feed_xml = rss(full_show, items, NOON)
    assert b"".join(parts) == feed_xml
    written_at_once = etree.fromstring(feed_xml, etree.XMLParser(remove_blank_text=True, strip_cdata=False))
    etree.indent(written_at_once)
    assert feed_xml.endswith(etree.tostring(written_at_once, encoding="UTF-8") + b"\n")


def test_a_part_declares_nothing_and_ends_its_line(full_item):
    part = item_xml(full_item)
    assert part.startswith(b"    <item>\n      <title>On Paper</title>\n")
    assert part.endswith(b"\n    </item>\n")
    assert b"xmlns" not in part


def test_what_looks_like_markup_in_a_text_does_not_end_its_item(full_item):
    hostile = replace(full_item, title="    <item>", notes_html="<p>    </item>\n</p>", summary="    </item>\n")
    assert etree.fromstring(rss_of_item(hostile)).findtext("item/title") == "<item>"


def rss_of_item(item):
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return f"<channel {declared}>".encode() + item_xml(item) + b"</channel>"


def test_what_is_unknown_is_left_out(full_show, full_item):
    show = replace(
        full_show,
        **dict.fromkeys(("owner_email", "copyright", "image_url", "hub_url"), ""),
        **dict.fromkeys(("people", "funding", "trailers"), ()),
        **dict.fromkeys(("location", "license", "update_frequency", "is_ai_voiced")),
        locked=False,
    )
    channel = channel_of(rss(show, [], NOON))
    assert [etree.QName(element).localname for element in channel] == [
        *("title", "link", "link", "description", "language", "lastBuildDate", "generator", "author", "type"),
        *("explicit", "category", "category", "guid", "locked", "medium"),
    ]
    assert all(element.text or element.attrib for element in channel)
    locked = channel.find("podcast:locked", NAMESPACES)
    assert (locked.text, dict(locked.attrib)) == ("no", {})


def test_items_are_newest_first_whatever_order_they_come_in(full_show, items):
    feed_xml = rss(full_show, items, NOON)
    assert rss(full_show, reversed(items), NOON) == feed_xml
    dates = [parsedate_to_datetime(date.text) for date in channel_of(feed_xml).findall("item/pubDate")]
    assert dates == sorted(dates, reverse=True)


def test_the_same_facts_give_the_same_bytes(feed_xml, full_show, full_item):
    assert rss(full_show, [full_item], NOON) == feed_xml
    assert rss(full_show, [full_item], NOON + timedelta(days=1)) != feed_xml


def test_feedparser_reads_it(feed_xml, full_show, full_item):
    feed = feedparser.parse(feed_xml)
    assert not feed.bozo
    assert (feed.feed.title, feed.feed.author, feed.feed.language) == (full_show.title, full_show.author, "en-us")
    (entry,) = feed.entries
    assert (entry.id, entry.title, entry.guidislink) == (full_item.guid, full_item.title, False)
    assert entry.enclosures[0].href == full_item.enclosure.url
    assert entry.published_parsed[:5] == (2026, 3, 2, 12, 0)


def test_podcastparser_reads_it(feed_xml, full_show, full_item):
    feed = podcastparser.parse(full_show.feed_url, BytesIO(feed_xml))
    assert (feed["title"], feed["cover_url"], feed["link"]) == (full_show.title, full_show.image_url, full_show.link)
    assert feed["itunes_categories"][0] == ["Society & Culture", "Philosophy"]
    (episode,) = feed["episodes"]
    assert (episode["guid"], episode["total_time"]) == (full_item.guid, 407)
    assert episode["published"] == int(NOON.timestamp())
    assert episode["enclosures"] == [{"url": full_item.enclosure.url, "file_size": 48213, "mime_type": "audio/mpeg"}]
    assert (episode["season"], episode["number"], episode["type"]) == (1, 2, "full")
    assert episode["description_html"].startswith("Notes<p>See <a")


HOSTILE = st.text(st.characters() | st.sampled_from("]>&<\x00\x0b\ud800\ufffe\u202e\u2028\n 🎧"), max_size=40) | (
    st.sampled_from(["]]>", "&", "<script>alert(1)</script>", "x" * 10_000, "]]>&nbsp;" * 2000, "\u202eevil", "\x00"])
)


@settings(max_examples=60, deadline=None)
@given(HOSTILE, HOSTILE, HOSTILE)
def test_hostile_text_anywhere_gives_a_valid_feed(full_show, full_item, one_text, other, third):
    person = Person(one_text, other, third, one_text, other)
    enclosure = Enclosure(third, 1, other)
    item = replace(
        full_item,
        title=one_text,
        guid=other,
        enclosure=enclosure,
        summary=third,
        notes_html=other,
        author=one_text,
        link=third,
        image_url=other,
        chapters=(Chapter(0, other),) * 3,
        chapters_url=third,
        transcripts=(Transcript(one_text, "text/vtt", language=third),),
        people=(person,),
        soundbites=(Soundbite(0, 15_000, one_text), Soundbite(1, 15_000, other)),
        alternates=(AlternateEnclosure(third, 1, one_text, 1, other),),
    )
    show = replace(
        full_show,
        **dict.fromkeys(("title", "copyright", "feed_url"), one_text),
        **dict.fromkeys(("description", "link", "owner_name", "language"), other),
        **dict.fromkeys(("guid", "author", "owner_email", "hub_url"), third),
        image_url=one_text,
        categories=(one_text, f"{other} > {third}"),
        people=(person,),
        funding=(Funding(one_text, other), Funding(other, third)),
        location=Location(one_text, other, third),
        license=License(other, third),
        update_frequency=UpdateFrequency(third, one_text, complete=True),
        trailers=(Trailer(other, NOON, enclosure), Trailer(third, NOON, replace(enclosure, url=other), season=1)),
    )
    channel = channel_of(rss(show, [item, replace(item, notes_html="")], NOON))
    assert channel.findtext("title")
    assert channel.findtext("description")
    assert len(channel.findall("item")) == 2
    for element in channel.iter():
        assert_fits(element)


def assert_fits(element):
    text = element.text or ""
    if element.tag == "description":
        assert len(text.encode()) <= 4000
    elif element.tag not in ("link", "url", f"{{{CONTENT}}}encoded") and not len(element):
        most = 128 if element.tag.startswith(f"{{{PODCAST}}}") and not element.tag.endswith("guid") else 255
        assert len(text) <= most
        assert text == text.strip()


def test_ten_thousand_episodes_are_quick(full_show, full_item):
    items = [replace(full_item, guid=f"g{n}", published=NOON + timedelta(hours=n)) for n in range(10_000)]
    started = time.process_time()
    feed_xml = rss(full_show, items, NOON)
    assert time.process_time() - started < 15, "about 3 s is usual"
    assert feed_xml.count(b"<item>") == 10_000
