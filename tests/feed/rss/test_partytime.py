"""Every podcast:* element, as the best reader of the podcast namespace understands it."""

import json
import subprocess
from pathlib import Path

import pytest

from feed.rss import rss
from feed.show import podcast_guid

BASE = "https://example.org/show/"
READER = Path(__file__).parents[2] / "judges" / "partytime.mjs"


@pytest.fixture(scope="module")
def feed(judge, full_show, full_item):
    judge(npm="podcast-partytime")
    feed_xml = rss(full_show, [full_item], full_item.published)
    run = subprocess.run([judge("node"), READER], input=feed_xml, capture_output=True, check=True)
    return json.loads(run.stdout)


@pytest.fixture(scope="module")
def episode(feed):
    (episode,) = feed["items"]
    return episode


def test_all_elements_that_it_knows_are_there(feed):
    # It doesn't know updateFrequency, and takes the "true" of txt for no text.
    assert feed["pc20support"] == {
        "1": ["locked", "funding", "transcript", "chapters", "soundbite"],
        "2": ["person", "location", "season", "episode"],
        "3": ["trailer", "license", "guid", "alternateEnclosure"],
        "4": ["medium"],
    }


def test_the_show_is_whose_it_is(feed):
    assert (feed["guid"], feed["medium"]) == (podcast_guid("example.org/show/feed.xml"), "podcast")
    assert (feed["locked"], feed["podcastOwner"]) == (True, "ada@example.org")
    assert feed["podcastPeople"] == [{"name": "Ada Lovelace", "role": "Author", "group": "Writing", "href": BASE}]
    assert feed["pubsub"] == {"self": BASE + "feed.xml", "hub": "https://hub.example.org/"}
    assert feed["itunesCategory"] == ["Society & Culture > Philosophy", "Arts"]


def test_the_show_says_how_to_support_where_and_how_to_share(feed):
    assert feed["podcastFunding"] == [
        {"message": "Buy us ink & paper", "url": "https://example.org/give?a=1&b=2"},
        {"message": "Support the show", "url": "https://example.com/tip"},
    ]
    assert feed["podcastLocation"] == {"name": "Uppsala, Sweden", "geo": "geo:59.86,17.64", "osm": "R305455"}
    assert feed["license"] == {"identifier": "CC-BY-4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}


def test_the_trailers(feed):
    first, second = feed["trailers"]
    assert first == {
        "title": "What you will hear",
        "url": BASE + "trailer.mp3",
        "pubdate": "2026-03-02T12:00:00.000Z",
        "length": 1234,
        "type": "audio/mpeg",
    }
    assert (second["title"], second["season"], second["pubdate"]) == ("Season two", 2, "2026-05-31T12:00:00.000Z")


def test_the_episode_is_counted_and_credited(episode):
    assert (episode["podcastSeason"], episode["podcastEpisode"]) == ({"number": 1}, {"number": 2})
    assert episode["podcastPeople"] == [
        {"name": "Grace Hopper", "role": "Narrator", "group": "Cast", "img": BASE + "grace.jpg"}
    ]


def test_the_texts_beside_the_audio(episode):
    assert episode["podcastTranscripts"] == [
        {"url": BASE + "on-paper.vtt", "type": "text/vtt", "language": "en-us", "rel": "captions"},
        {"url": BASE + "on-paper.srt", "type": "application/srt", "language": "en-us", "rel": "captions"},
        {"url": BASE + "on-paper.html", "type": "text/html", "language": "en-us"},
    ]
    assert episode["podcastChapters"] == {
        "url": BASE + "episodes/on-paper/on-paper.chapters.json",
        "type": "application/json+chapters",
    }


def test_the_soundbites(episode, full_show):
    assert episode["podcastSoundbites"] == [
        {"startTime": 73, "duration": 60, "title": full_show.title},
        {"startTime": 1234.567, "duration": 42.25, "title": "Why ink & paper last"},
    ]


def test_the_other_codings_of_the_audio(episode):
    assert episode["alternativeEnclosures"] == [
        {
            "type": "audio/ogg",
            "codecs": "opus",
            "length": 20_000,
            "bitrate": 24_000,
            "title": "Opus",
            "default": False,
            "source": [{"uri": BASE + "on-paper.opus", "contentType": "audio/ogg"}],
        }
    ]
