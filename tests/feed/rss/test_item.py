"""What an item says of an episode, rule by rule of feed-rules.md."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from lxml import etree

from feed.rss.elements import NAMESPACES
from feed.rss.item import item_xml
from feed.show import AlternateEnclosure, Chapter, Enclosure, Item, Soundbite

BASE = "https://example.org/show/"


def element_of(item):
    """The item, read in a document that declares the namespaces."""
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    (element,) = etree.fromstring(f"<channel {declared}>".encode() + item_xml(item) + b"</channel>")
    return element


def one(parent, path):
    (element,) = parent.findall(path, NAMESPACES)
    return element


def attributes(parent, path):
    return [dict(element.attrib) for element in parent.findall(path, NAMESPACES)]


@pytest.fixture(scope="module")
def item(full_item):
    return element_of(full_item)


def test_the_item_says_what_the_episode_is(item, full_item):
    assert one(item, "title").text == "On Paper"
    assert one(item, "link").text == full_item.link
    assert (one(item, "guid").text, one(item, "guid").get("isPermaLink")) == (full_item.guid, "false")
    assert one(item, "pubDate").text == "Mon, 02 Mar 2026 12:00:00 +0000"
    assert attributes(item, "enclosure") == [{"url": full_item.enclosure.url, "length": "48213", "type": "audio/mpeg"}]
    assert one(item, "itunes:duration").text == "407"
    assert one(item, "itunes:explicit").text == "false"
    assert one(item, "itunes:episodeType").text == "full"
    assert one(item, "itunes:author").text == "Grace Hopper"
    assert one(item, "itunes:image").get("href") == full_item.image_url


def test_the_item_has_what_the_podcast_namespace_recommends(item, full_item):
    assert attributes(item, "podcast:transcript") == [
        {"url": BASE + "on-paper.vtt", "type": "text/vtt", "rel": "captions"},
        {"url": BASE + "on-paper.srt", "type": "application/x-subrip", "language": "en-us", "rel": "captions"},
        {"url": BASE + "on-paper.html", "type": "text/html"},
    ]
    assert attributes(item, "podcast:chapters") == [
        {"url": full_item.chapters_url, "type": "application/json+chapters"}
    ]
    assert (one(item, "podcast:person").text, one(item, "podcast:person").get("img")) == (
        "Grace Hopper",
        BASE + "grace.jpg",
    )
    assert (one(item, "podcast:txt").get("purpose"), one(item, "podcast:txt").text) == ("ai-content", "true")
    for name, number in (("season", "1"), ("episode", "2")):
        assert one(item, f"itunes:{name}").text == one(item, f"podcast:{name}").text == number


@pytest.mark.parametrize(
    ("start_ms", "duration_ms", "seconds"),
    [(0, 15_000, ("0.0", "15.0")), (1, 42_250, ("0.001", "42.25")), (359_999_999, 99_999, ("359999.999", "99.999"))],
)
def test_soundbites_are_timed_in_seconds_with_three_decimals_at_most(full_item, start_ms, duration_ms, seconds):
    bite = one(element_of(replace(full_item, soundbites=(Soundbite(start_ms, duration_ms),))), "podcast:soundbite")
    assert (bite.get("startTime"), bite.get("duration"), bite.text) == (*seconds, None)


@pytest.mark.parametrize(
    ("media_type", "written"),
    [
        ("audio/ogg; codecs=opus", ("audio/ogg", "opus")),
        ('audio/mp4;codecs="mp4a.40.2"', ("audio/mp4", "mp4a.40.2")),
        ("audio/aac", ("audio/aac", None)),
    ],
)
def test_codecs_stand_beside_the_type(full_item, media_type, written):
    alternates = (AlternateEnclosure(BASE + "a.opus", 20_000, media_type, 24_000),)
    element = one(element_of(replace(full_item, alternates=alternates)), "podcast:alternateEnclosure")
    assert (element.get("type"), element.get("codecs")) == written
    assert attributes(element, "podcast:source") == [{"uri": BASE + "a.opus", "contentType": written[0]}]


def test_the_notes_are_clean_html_in_cdata_and_list_the_chapters(item, full_item):
    notes = (
        'Notes<p>See <a href="https://example.com/?a=1&amp;b=2">this</a>.</p>'
        "<p>00:00:00 Pulp<br>00:01:01 Ink &amp; &lt;Quill&gt;<br>01:02:03 Press</p>"
    )
    assert one(item, "description").text == one(item, "content:encoded").text == notes
    assert item_xml(full_item).count(f"<![CDATA[{notes}]]>".encode()) == 2


def test_the_summary_stands_where_there_are_no_notes(full_item):
    item = element_of(replace(full_item, notes_html="", chapters=()))
    assert one(item, "description").text == "<p>Why paper &amp; ink last.</p>"


def test_fewer_than_three_chapters_are_no_list(full_item):
    item = element_of(replace(full_item, chapters=full_item.chapters[:2]))
    assert "00:00:00" not in one(item, "description").text


def test_long_notes_are_cut_in_the_description_alone_and_keep_the_chapters(full_item):
    item = element_of(replace(full_item, notes_html="<p>word &amp; <em>word</em></p>" * 500))
    description, encoded = one(item, "description").text, one(item, "content:encoded").text
    assert 3800 < len(description.encode()) <= 4000 < len(encoded)
    assert description.endswith("Press</p>")
    assert "…</" in description


def test_a_list_of_chapters_that_leaves_no_room_for_notes_is_left_out_of_the_description(full_item):
    chapters = tuple(Chapter(n * 1000, "A chapter’s title") for n in range(100))
    item = element_of(replace(full_item, chapters=chapters))
    assert "00:00:01" not in one(item, "description").text
    assert "00:00:01" in one(item, "content:encoded").text


def test_what_is_unknown_is_left_out(full_item):
    bare = Item(
        title="T", guid="g", published=full_item.published, enclosure=Enclosure("https://a.b/c.mp3", 1), duration_s=1
    )
    element = element_of(replace(bare, is_ai_voiced=None))
    assert [etree.QName(child).localname for child in element] == [
        *("title", "guid", "pubDate", "enclosure", "duration", "explicit", "episodeType"),
    ]


def test_explicit_is_true_or_false(full_item):
    assert one(element_of(replace(full_item, explicit=True)), "itunes:explicit").text == "true"


def test_dates_are_in_utc_and_must_know_their_zone(full_item):
    moment = datetime(2026, 1, 1, 0, 30, 15, 999_999, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    assert one(element_of(replace(full_item, published=moment)), "pubDate").text == "Wed, 31 Dec 2025 19:00:15 +0000"
    with pytest.raises(ValueError, match="no time zone"):
        item_xml(replace(full_item, published=datetime(2026, 1, 1)))  # noqa: DTZ001
