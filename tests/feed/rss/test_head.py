"""What the channel says of the show, rule by rule of feed-rules.md."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from lxml import etree

from feed.rss.elements import ITUNES, NAMESPACES
from feed.rss.head import TAIL, FeedPage, head_xml
from feed.show import License, UpdateFrequency, podcast_guid

BASE = "https://example.org/show/"
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
ONLY_PAGE = FeedPage(BASE + "feed.xml")


def channel_of(show, page=ONLY_PAGE):
    return etree.fromstring(head_xml(show, NOON, page) + TAIL).find("channel")


def one(parent, path):
    (element,) = parent.findall(path, NAMESPACES)
    return element


def said(parent, path):
    """The text of the one element at `path`, and its attributes."""
    return one(parent, path).text, dict(one(parent, path).attrib)


def links(channel):
    return [dict(link.attrib) for link in channel.findall("atom:link", NAMESPACES)]


@pytest.fixture(scope="module")
def channel(full_show):
    return channel_of(full_show)


def test_the_channel_says_what_the_show_is(channel):
    assert one(channel, "title").text == "Essays & Voices"
    assert one(channel, "description").text == "Essays, read aloud.\n\nEvery week."
    assert one(channel, "link").text == BASE
    assert one(channel, "language").text == "en-us"
    assert one(channel, "copyright").text == "© 2026 Ada Lovelace"
    assert one(channel, "generator").text
    assert one(channel, "lastBuildDate").text == "Mon, 02 Mar 2026 12:00:00 +0000"


def test_the_channel_has_what_apple_asks_for(channel):
    assert one(channel, "itunes:author").text == "Ada Lovelace"
    assert one(channel, "itunes:explicit").text == "false"
    assert one(channel, "itunes:type").text == "episodic"
    assert one(channel, "itunes:owner/itunes:name").text == "Ada Lovelace"
    assert one(channel, "itunes:owner/itunes:email").text == "ada@example.org"


@pytest.mark.parametrize(
    ("categories", "written"),
    [
        (("Arts > Books", "Science"), [("Arts", ["Books"]), ("Science", [])]),
        (("Science", "Arts", "Science > Physics"), [("Science", ["Physics"]), ("Arts", [])]),
        (("Science > Physics", "Science > Chemistry"), [("Science", ["Physics", "Chemistry"])]),
        (("Science > Physics", "Science", "Science > Physics"), [("Science", ["Physics"])]),
        ((" ", "Arts"), [("Arts", [])]),
    ],
)
def test_no_top_category_stands_twice(full_show, categories, written):
    channel = channel_of(replace(full_show, categories=categories))
    assert [
        (top.get("text"), [sub.get("text") for sub in top]) for top in channel.findall("itunes:category", NAMESPACES)
    ] == written


def test_the_cover_of_rss_comes_before_that_of_itunes(channel, full_show):
    tags = [element.tag for element in channel]
    assert tags.index("image") < tags.index(f"{{{ITUNES}}}image")
    assert one(channel, "itunes:image").get("href") == one(channel, "image/url").text == full_show.image_url
    assert (one(channel, "image/title").text, one(channel, "image/link").text) == (full_show.title, full_show.link)


def test_the_channel_has_what_the_podcast_namespace_recommends(channel):
    assert said(channel, "podcast:guid") == (podcast_guid("example.org/show/feed.xml"), {})
    assert said(channel, "podcast:locked") == ("yes", {"owner": "ada@example.org"})
    assert said(channel, "podcast:medium") == ("podcast", {})
    assert said(channel, "podcast:person") == (
        "Ada Lovelace",
        {"role": "author", "group": "writing", "href": BASE},
    )
    assert said(channel, "podcast:txt") == ("true", {"purpose": "ai-content"})
    assert said(channel, "podcast:updateFrequency") == ("Every other Friday", {"rrule": "FREQ=WEEKLY;INTERVAL=2"})


@pytest.mark.parametrize(("is_ai_voiced", "written"), [(True, ["true"]), (False, ["false"]), (None, [])])
def test_the_show_says_of_ai_what_is_known(full_show, is_ai_voiced, written):
    channel = channel_of(replace(full_show, is_ai_voiced=is_ai_voiced))
    assert [element.text for element in channel.findall("podcast:txt", NAMESPACES)] == written


def test_a_show_that_is_over_says_so_to_apple_too(full_show):
    channel = channel_of(replace(full_show, update_frequency=UpdateFrequency("That’s all", complete=True)))
    assert said(channel, "podcast:updateFrequency") == ("That’s all", {"complete": "true"})
    assert one(channel, "itunes:complete").text == "Yes"


def test_a_show_that_goes_on_is_not_complete(channel):
    assert not channel.findall("itunes:complete", NAMESPACES)


def test_an_identifier_of_a_licence_is_in_lower_case(full_show):
    channel = channel_of(replace(full_show, license=License("CC-BY-4.0")))
    assert said(channel, "podcast:license") == ("cc-by-4.0", {})


def test_a_feed_of_one_page_names_itself_and_its_hub(channel):
    assert links(channel) == [
        {"href": BASE + "feed.xml", "rel": "self", "type": "application/rss+xml"},
        {"href": "https://hub.example.org/", "rel": "hub"},
    ]


def test_a_further_page_names_its_neighbours(full_show):
    page = FeedPage(
        BASE + "feed-2.xml",
        first_url=BASE + "feed.xml",
        prev_url=BASE + "feed.xml",
        next_url=BASE + "feed-3.xml",
        last_url=BASE + "feed-9.xml",
    )
    relations = {link["rel"]: link["href"] for link in links(channel_of(full_show, page))}
    assert relations == {
        "self": BASE + "feed-2.xml",
        "first": BASE + "feed.xml",
        "previous": BASE + "feed.xml",
        "next": BASE + "feed-3.xml",
        "last": BASE + "feed-9.xml",
        "hub": "https://hub.example.org/",
    }


def test_explicit_is_true_or_false(full_show):
    assert one(channel_of(replace(full_show, explicit=True)), "itunes:explicit").text == "true"


def test_the_date_must_know_its_zone(full_show):
    with pytest.raises(ValueError, match="no time zone"):
        head_xml(full_show, datetime(2026, 1, 1), FeedPage(""))  # noqa: DTZ001
