"""Every rule of feed-rules.md that the feed itself can keep, read back by three readers."""

import time
import warnings
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from feed.rss import ATOM, CONTENT, ITUNES, PODCAST, rss
from feed.show import Chapter, Enclosure, Item, Person, Show, Transcript, podcast_guid

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    import feedparser
    import podcastparser

BASE = "https://example.org/show/"
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
NS = {"itunes": ITUNES, "content": CONTENT, "atom": ATOM, "podcast": PODCAST}

SHOW = Show(
    title="Essays & Voices",
    description="Essays, read aloud.\n\nEvery week.",
    link=BASE,
    feed_url=BASE + "feed.xml",
    guid=podcast_guid(BASE + "feed.xml"),
    language="en_US",
    author="Ada Lovelace",
    image_url=BASE + "cover-1f2e3d4c.jpg",
    categories=("Society & Culture > Philosophy", "Arts"),
    owner_email="ada@example.org",
    copyright="© 2026 Ada Lovelace",
    people=(Person("Ada Lovelace", role="author", group="writing", url=BASE),),
)
ITEM = Item(
    title="On Paper",
    guid="5b3f0f0e-6a51-4b8e-9f0e-0d6a1a5b1c11",
    published=NOON,
    enclosure=Enclosure(BASE + "episodes/on-paper/on-paper-1f2e3d4c.mp3", 48213),
    duration_s=406.6,
    summary="Why paper & ink last.",
    notes_html='<h2>Notes</h2><p>See <a href="https://example.com/?a=1&amp;b=2">this</a>.</p><script>x()</script>',
    link=BASE + "episodes/on-paper/",
    image_url=BASE + "episodes/on-paper/cover.jpg",
    season=1,
    episode=2,
    chapters=(Chapter(0, "Pulp"), Chapter(61_000, "Ink & <Quill>"), Chapter(3_723_999, "Press")),
    chapters_url=BASE + "episodes/on-paper/on-paper.chapters.json",
    transcripts=(
        Transcript(BASE + "on-paper.vtt", "text/vtt"),
        Transcript(BASE + "p.srt", "application/x-subrip"),
    ),
    people=(Person("Grace Hopper", role="narrator", image_url=BASE + "grace.jpg"),),
)


def channel_of(feed_xml):
    return etree.fromstring(feed_xml, etree.XMLParser(recover=False, resolve_entities=False)).find("channel")


def one(parent, path):
    (element,) = parent.findall(path, NS)
    return element


def texts(parent, path):
    return [element.text for element in parent.findall(path, NS)]


@pytest.fixture(scope="module")
def feed_xml():
    return rss(SHOW, [ITEM], NOON)


@pytest.fixture(scope="module")
def channel(feed_xml):
    return channel_of(feed_xml)


@pytest.fixture(scope="module")
def item(channel):
    return one(channel, "item")


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


def test_the_channel_says_what_the_show_is(channel):
    assert one(channel, "title").text == "Essays & Voices"
    assert one(channel, "description").text == "Essays, read aloud.\n\nEvery week."
    assert one(channel, "link").text == BASE
    assert one(channel, "language").text == "en-us"
    assert one(channel, "copyright").text == "© 2026 Ada Lovelace"
    assert one(channel, "generator").text
    assert one(channel, "lastBuildDate").text == "Mon, 02 Mar 2026 12:00:00 +0000"
    assert dict(one(channel, "atom:link").attrib) == {
        "href": BASE + "feed.xml",
        "rel": "self",
        "type": "application/rss+xml",
    }


def test_the_channel_has_what_apple_asks_for(channel):
    assert one(channel, "itunes:author").text == "Ada Lovelace"
    assert one(channel, "itunes:explicit").text == "false"
    assert one(channel, "itunes:type").text == "episodic"
    assert one(channel, "itunes:owner/itunes:name").text == "Ada Lovelace"
    assert one(channel, "itunes:owner/itunes:email").text == "ada@example.org"
    assert [c.get("text") for c in channel.findall("itunes:category", NS)] == ["Society & Culture", "Arts"]
    assert one(channel, "itunes:category/itunes:category").get("text") == "Philosophy"


def test_the_cover_of_rss_comes_before_that_of_itunes(channel):
    tags = [element.tag for element in channel]
    assert tags.index("image") < tags.index(f"{{{ITUNES}}}image")
    assert one(channel, "itunes:image").get("href") == one(channel, "image/url").text == SHOW.image_url
    assert (one(channel, "image/title").text, one(channel, "image/link").text) == (SHOW.title, SHOW.link)


def test_the_channel_has_what_the_podcast_namespace_recommends(channel):
    assert one(channel, "podcast:guid").text == podcast_guid("example.org/show/feed.xml")
    assert (one(channel, "podcast:locked").text, one(channel, "podcast:locked").get("owner")) == (
        "yes",
        "ada@example.org",
    )
    assert one(channel, "podcast:medium").text == "podcast"
    assert dict(one(channel, "podcast:person").attrib) == {"role": "author", "group": "writing", "href": BASE}
    assert (one(channel, "podcast:txt").get("purpose"), one(channel, "podcast:txt").text) == ("ai-content", "true")


def test_the_item_says_what_the_episode_is(item):
    assert one(item, "title").text == "On Paper"
    assert one(item, "link").text == ITEM.link
    assert (one(item, "guid").text, one(item, "guid").get("isPermaLink")) == (ITEM.guid, "false")
    assert one(item, "pubDate").text == "Mon, 02 Mar 2026 12:00:00 +0000"
    assert dict(one(item, "enclosure").attrib) == {
        "url": ITEM.enclosure.url,
        "length": "48213",
        "type": "audio/mpeg",
    }
    assert one(item, "itunes:duration").text == "407"
    assert one(item, "itunes:explicit").text == "false"
    assert one(item, "itunes:episodeType").text == "full"
    assert one(item, "itunes:image").get("href") == ITEM.image_url


def test_the_item_has_what_the_podcast_namespace_recommends(item):
    assert [(t.get("url"), t.get("type")) for t in item.findall("podcast:transcript", NS)] == [
        (BASE + "on-paper.vtt", "text/vtt"),
        (BASE + "p.srt", "application/x-subrip"),
    ]
    assert dict(one(item, "podcast:chapters").attrib) == {
        "url": ITEM.chapters_url,
        "type": "application/json+chapters",
    }
    assert (one(item, "podcast:person").text, one(item, "podcast:person").get("img")) == (
        "Grace Hopper",
        BASE + "grace.jpg",
    )
    assert (one(item, "podcast:txt").get("purpose"), one(item, "podcast:txt").text) == ("ai-content", "true")
    for name, number in (("season", "1"), ("episode", "2")):
        assert texts(item, f"itunes:{name}") == texts(item, f"podcast:{name}") == [number]


def test_the_notes_are_clean_html_in_cdata_and_list_the_chapters(feed_xml, item):
    notes = (
        'Notes<p>See <a href="https://example.com/?a=1&amp;b=2">this</a>.</p>'
        "<p>00:00:00 Pulp<br>00:01:01 Ink &amp; &lt;Quill&gt;<br>01:02:03 Press</p>"
    )
    assert one(item, "description").text == one(item, "content:encoded").text == notes
    assert feed_xml.count(f"<![CDATA[{notes}]]>".encode()) == 2


def test_the_summary_stands_where_there_are_no_notes():
    item = one(channel_of(rss(SHOW, [replace(ITEM, notes_html="", chapters=())], NOON)), "item")
    assert one(item, "description").text == "<p>Why paper &amp; ink last.</p>"


def test_fewer_than_three_chapters_are_no_list():
    item = one(channel_of(rss(SHOW, [replace(ITEM, chapters=ITEM.chapters[:2])], NOON)), "item")
    assert "00:00:00" not in one(item, "description").text


def test_long_notes_are_cut_in_the_description_alone_and_keep_the_chapters():
    long = replace(ITEM, notes_html="<p>word &amp; <em>word</em></p>" * 500)
    item = one(channel_of(rss(SHOW, [long], NOON)), "item")
    description, encoded = one(item, "description").text, one(item, "content:encoded").text
    assert 3800 < len(description.encode()) <= 4000 < len(encoded)
    assert description.endswith("Press</p>")
    assert "…</" in description


def test_a_list_of_chapters_that_leaves_no_room_for_notes_is_left_out_of_the_description():
    crowded = replace(ITEM, chapters=tuple(Chapter(n * 1000, "A chapter’s title") for n in range(100)))
    item = one(channel_of(rss(SHOW, [crowded], NOON)), "item")
    assert "00:00:01" not in one(item, "description").text
    assert "00:00:01" in one(item, "content:encoded").text


def test_what_is_unknown_is_left_out():
    bare = Item(title="T", guid="g", published=NOON, enclosure=ITEM.enclosure, duration_s=1, is_ai_voiced=None)
    show = replace(SHOW, owner_email="", copyright="", people=(), image_url="", locked=False)
    channel = channel_of(rss(show, [bare], NOON))
    assert [etree.QName(element).localname for element in one(channel, "item")] == [
        *("title", "guid", "pubDate", "enclosure", "duration", "explicit", "episodeType"),
    ]
    assert all(element.text or len(element) or element.attrib for element in channel.iter())
    assert (one(channel, "podcast:locked").text, dict(one(channel, "podcast:locked").attrib)) == ("no", {})
    assert not channel.findall("itunes:owner", NS) + channel.findall("image", NS) + channel.findall("podcast:txt", NS)


def test_explicit_is_true_or_false():
    channel = channel_of(rss(replace(SHOW, explicit=True), [replace(ITEM, explicit=True)], NOON))
    assert texts(channel, ".//itunes:explicit") == ["true", "true"]


@pytest.mark.parametrize(
    ("items", "show"),
    [((True, False), ["true"]), ((False, False), ["false"]), ((False, None), []), ((), [])],
)
def test_the_show_says_of_ai_what_its_episodes_prove(items, show):
    episodes = [replace(ITEM, guid=str(n), is_ai_voiced=said) for n, said in enumerate(items)]
    assert texts(channel_of(rss(SHOW, episodes, NOON)), "podcast:txt") == show


def test_dates_are_in_utc_and_must_know_their_zone():
    moment = datetime(2026, 1, 1, 0, 30, 15, 999_999, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    channel = channel_of(rss(SHOW, [replace(ITEM, published=moment)], NOON))
    assert one(channel, "item/pubDate").text == "Wed, 31 Dec 2025 19:00:15 +0000"
    with pytest.raises(ValueError, match="no time zone"):
        rss(SHOW, [replace(ITEM, published=datetime(2026, 1, 1))], NOON)  # noqa: DTZ001


def test_items_are_newest_first_whatever_order_they_come_in():
    items = [replace(ITEM, guid=f"g{n}", published=NOON + timedelta(days=n // 2)) for n in range(6)]
    feed_xml = rss(SHOW, items, NOON)
    assert rss(SHOW, reversed(items), NOON) == feed_xml
    dates = [parsedate_to_datetime(text) for text in texts(channel_of(feed_xml), "item/pubDate")]
    assert dates == sorted(dates, reverse=True)


def test_the_same_facts_give_the_same_bytes(feed_xml):
    assert rss(SHOW, [ITEM], NOON) == feed_xml
    assert rss(SHOW, [ITEM], NOON + timedelta(days=1)) != feed_xml


def test_feedparser_reads_it(feed_xml):
    feed = feedparser.parse(feed_xml)
    assert not feed.bozo
    assert (feed.feed.title, feed.feed.author, feed.feed.language) == (SHOW.title, SHOW.author, "en-us")
    (entry,) = feed.entries
    assert (entry.id, entry.title, entry.guidislink) == (ITEM.guid, ITEM.title, False)
    assert entry.enclosures[0].href == ITEM.enclosure.url
    assert entry.published_parsed[:5] == (2026, 3, 2, 12, 0)


def test_podcastparser_reads_it(feed_xml):
    feed = podcastparser.parse(SHOW.feed_url, BytesIO(feed_xml))
    assert (feed["title"], feed["cover_url"], feed["link"]) == (SHOW.title, SHOW.image_url, SHOW.link)
    assert feed["itunes_categories"][0] == ["Society & Culture", "Philosophy"]
    (episode,) = feed["episodes"]
    assert (episode["guid"], episode["total_time"]) == (ITEM.guid, 407)
    assert episode["published"] == int(NOON.timestamp())
    assert episode["enclosures"] == [{"url": ITEM.enclosure.url, "file_size": 48213, "mime_type": "audio/mpeg"}]
    assert (episode["season"], episode["number"], episode["type"]) == (1, 2, "full")
    assert episode["description_html"].startswith("Notes<p>See <a")


HOSTILE = st.text(st.characters() | st.sampled_from("]>&<\x00\x0b\ud800\ufffe\u202e\u2028\n 🎧"), max_size=40) | (
    st.sampled_from(["]]>", "&", "<script>alert(1)</script>", "x" * 10_000, "]]>&nbsp;" * 2000, "\u202eevil", "\x00"])
)


@settings(max_examples=60, deadline=None)
@given(HOSTILE, HOSTILE, HOSTILE)
def test_hostile_text_anywhere_gives_a_valid_feed(one_text, other, third):
    person = Person(one_text, other, third, one_text, other)
    item = replace(
        ITEM,
        title=one_text,
        guid=other,
        enclosure=Enclosure(third, 1),
        summary=third,
        notes_html=other,
        author=one_text,
        link=third,
        image_url=other,
        chapters=(Chapter(0, other),) * 3,
        transcripts=(Transcript(one_text, "text/vtt", language=third),),
        people=(person,),
    )
    show = replace(
        SHOW,
        title=one_text,
        description=other,
        link=other,
        guid=third,
        author=third,
        categories=(one_text, f"{other} > {third}"),
        owner_name=other,
        owner_email=third,
        copyright=one_text,
        people=(person,),
    )
    channel = channel_of(rss(show, [item, replace(item, notes_html="")], NOON))
    assert one(channel, "title").text
    assert one(channel, "description").text
    assert len(channel.findall("item")) == 2
    for element in channel.iter():
        if element.tag == "description":
            assert len(element.text.encode()) <= 4000
        elif element.tag not in ("link", "url", f"{{{CONTENT}}}encoded") and not len(element):
            assert len(element.text or "") <= 255
            assert (element.text or "") == (element.text or "").strip()


def test_ten_thousand_episodes_are_quick():
    items = [replace(ITEM, guid=f"g{n}", published=NOON + timedelta(hours=n)) for n in range(10_000)]
    started = time.perf_counter()
    feed_xml = rss(SHOW, items, NOON)
    assert time.perf_counter() - started < 6, "about 1 s is usual"
    assert feed_xml.count(b"<item>") == 10_000
