"""A feed at another address: its structure moves, what it says doesn't."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from feed.rss import rss
from feed.server.readdress import base_url_of, readdressed
from feed.show import Enclosure, Item, Person, Show, Transcript

BASE = "https://example.org/show"
LAN = "http://192.168.1.7:8000"
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
FEED = f"""\
<?xml version='1.0' encoding='UTF-8'?>
<?xml-stylesheet type="text/xsl" href="{BASE}/feed.xsl"?>
<!-- {BASE}/comment -->
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
     xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:podcast="https://podcastindex.org/namespace/1.0">
<channel>
<title>{BASE}/feed.xml</title>
<link>
  {BASE}/
</link>
<atom:link rel="self" href="{BASE}/feed.xml"/>
<atom:link rel="next" href="{BASE}/feed-2.xml"/>
<atom:link rel="hub" href="https://hub.example.net/?to={BASE}/feed.xml"/>
<description>{BASE}</description>
<image><url>{BASE}/cover.jpg</url><title>x</title><link>{BASE}</link></image>
<itunes:image href="{BASE}/cover.jpg"/>
<itunes:new-feed-url>{BASE}/feed.xml</itunes:new-feed-url>
<podcast:trailer url="https://op3.dev/e/example.org/show/trailer.mp3">Trailer</podcast:trailer>
<item>
<title>Paper</title>
<guid isPermaLink="true">{BASE}/episodes/paper/</guid>
<link><![CDATA[{BASE}/episodes/paper/?a=1&b=2]]></link>
<comments><![CDATA[https://example.com/?a=1&b=2]]></comments>
<description><![CDATA[{BASE}/is-a-text]]></description>
<content:encoded><![CDATA[<p><a href="{BASE}/episodes/paper/">page</a> &amp;</p>]]></content:encoded>
<enclosure url="https://op3.dev/e/example.org/show/paper.mp3?x=1" length="1" type="audio/mpeg"/>
<podcast:alternateEnclosure type="audio/ogg"><podcast:source uri="https://pdst.fm/e/https://example.org/show/p.opus"/>
</podcast:alternateEnclosure>
<podcast:transcript url="{BASE}/paper.vtt" type="text/vtt"/>
<podcast:person href="https://example.org/show2/ada" img="{BASE}/ada.jpg">{BASE}/ada</podcast:person>
</item>
</channel>
</rss>
""".encode()


def same(one, other):
    """Whether both say the same, whatever their CDATA sections and the white space before the root."""
    return etree.canonicalize(one.decode()) == etree.canonicalize(other.decode())


@pytest.fixture(scope="module")
def moved():
    return readdressed(FEED, BASE, LAN)


@pytest.fixture(scope="module")
def channel(moved):
    return etree.fromstring(moved).find("channel")


def test_the_base_url_is_the_folder_of_the_feed_itself():
    assert base_url_of(FEED) == BASE
    assert base_url_of(b"<rss><channel/></rss>") == ""


def test_an_item_says_nothing_of_the_base_url():
    feed = FEED.replace(b'rel="self"', b'rel="alternate"').replace(
        b"<item>", b'<item><atom:link rel="self" href="x/y"/>'
    )
    assert base_url_of(feed) == ""


@pytest.mark.parametrize(
    ("path", "attribute", "url"),
    [
        ("{*}link[@rel='self']", "href", f"{LAN}/feed.xml"),
        ("{*}link[@rel='next']", "href", f"{LAN}/feed-2.xml"),
        ("{http://www.itunes.com/dtds/podcast-1.0.dtd}image", "href", f"{LAN}/cover.jpg"),
        ("{*}trailer", "url", f"{LAN}/trailer.mp3"),
        ("item/enclosure", "url", f"{LAN}/paper.mp3?x=1"),
        ("item/{*}alternateEnclosure/{*}source", "uri", f"{LAN}/p.opus"),
        ("item/{*}transcript", "url", f"{LAN}/paper.vtt"),
        ("item/{*}person", "img", f"{LAN}/ada.jpg"),
        ("image/url", None, f"{LAN}/cover.jpg"),
        ("image/link", None, LAN),
        ("link", None, f"{LAN}/"),
        ("{*}new-feed-url", None, f"{LAN}/feed.xml"),
        ("item/link", None, f"{LAN}/episodes/paper/?a=1&b=2"),
    ],
)
def test_urls_of_the_structure_move(channel, path, attribute, url):
    element = channel.find(path)
    assert (element.get(attribute) if attribute else element.text) == url


@pytest.mark.parametrize(
    ("path", "attribute"),
    [
        ("title", None),
        ("description", None),
        ("item/guid", None),
        ("item/description", None),
        ("item/{*}encoded", None),
        ("item/{*}person", None),
        ("item/{*}person", "href"),
        ("{*}link[@rel='hub']", "href"),
    ],
)
def test_texts_names_and_other_places_stay(channel, path, attribute):
    before, after = etree.fromstring(FEED).find(f"channel/{path}"), channel.find(path)
    assert "example.org" in before.get(attribute) if attribute else before.text
    assert (after.get(attribute) if attribute else after.text) == (before.get(attribute) if attribute else before.text)


def test_what_is_no_element_stays_to_the_byte(moved):
    for line in FEED.splitlines():
        if any(mark in line for mark in (b"<?", b"<!--", b"<comments>", b"<description>", b"<content:", b"<guid")):
            assert line in moved
    assert moved.endswith(b"</rss>\n")


def test_there_and_back_changes_nothing_but_the_counting():
    plain = readdressed(FEED, BASE, BASE)
    assert b"op3.dev" not in plain
    assert same(readdressed(readdressed(plain, BASE, LAN), LAN, BASE), plain)


@pytest.mark.parametrize("other", ["https://example.net", "https://example.org/sho", "https://ample.org/show"])
def test_a_feed_from_elsewhere_stays_to_the_byte(other):
    assert readdressed(FEED, other, LAN) == FEED


def test_a_prefix_leads_only_to_us():
    feed = b'<rss><enclosure url="https://op3.dev/e/notexample.org/show/a.mp3"/></rss>'
    assert readdressed(feed, BASE, LAN) == feed


def test_a_host_has_no_case_and_http_is_https():
    feed = b'<rss><enclosure url="http://Example.ORG/show/a.mp3"/></rss>'
    assert etree.fromstring(readdressed(feed, BASE + "/", LAN + "/"))[0].get("url") == f"{LAN}/a.mp3"


@pytest.mark.parametrize(
    ("feed", "base_url", "named"), [(b"<rss>", BASE, "XML"), (b"", BASE, "XML"), (FEED, "/show", "/show")]
)
def test_what_can_t_be_moved_is_refused_with_a_sentence(feed, base_url, named):
    with pytest.raises(ValueError, match=named):
        readdressed(feed, base_url, LAN)


def test_what_is_no_feed_has_no_base_url_and_says_why():
    with pytest.raises(ValueError, match="XML"):
        base_url_of(b"no feed")


def test_entities_are_not_looked_up():
    feed = f'<!DOCTYPE rss [<!ENTITY e SYSTEM "file:///etc/hostname">]><rss><a>&e;</a><link>{BASE}/</link></rss>'
    assert b"<a>&e;</a>" in readdressed(feed.encode(), BASE, LAN)


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=30), st.booleans())
def test_every_feed_that_we_write_moves_whole(text, has_item):
    def feed_at(base):
        show = Show(
            title=text, description=text, link=f"{base}/", feed_url=f"{base}/feed.xml", guid="1", language="en",
            author=text, image_url=f"{base}/cover.jpg", categories=(),
                people=(Person(text, image_url=f"{base}/a.png"),),
        )  # fmt: skip
        item = Item(
            title=text, guid=text, published=NOON, enclosure=Enclosure(f"{base}/a/b.mp3", 1), duration_s=1.0,
            notes_html=f"<p>{text}</p>", link=f"{base}/a/", chapters_url=f"{base}/a/b.json",
            transcripts=(Transcript(f"{base}/a/b.vtt", "text/vtt"),),
        )  # fmt: skip
        return rss(show, [item] * has_item, NOON)

    assert same(readdressed(feed_at(BASE), base_url_of(feed_at(BASE)), LAN), feed_at(LAN))
