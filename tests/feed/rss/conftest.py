"""A show and an episode with every fact that a feed can hold."""

from datetime import UTC, datetime, timedelta

import pytest

from feed.show import (
    AlternateEnclosure,
    Chapter,
    Enclosure,
    Funding,
    Item,
    License,
    Location,
    Person,
    Show,
    Soundbite,
    Trailer,
    Transcript,
    UpdateFrequency,
    podcast_guid,
)

BASE = "https://example.org/show/"
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def full_show():
    return Show(
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
        funding=(Funding("https://example.org/give?a=1&b=2", "Buy us ink & paper"), Funding("https://example.com/tip")),
        location=Location("Uppsala, Sweden", geo="geo:59.86,17.64", osm="R305455"),
        license=License("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
        update_frequency=UpdateFrequency("Every other Friday", rrule="FREQ=WEEKLY;INTERVAL=2"),
        trailers=(
            Trailer("What you will hear", NOON, Enclosure(BASE + "trailer.mp3", 1234)),
            Trailer("Season two", NOON + timedelta(days=90), Enclosure(BASE + "two.mp3", 5678), season=2),
        ),
        hub_url="https://hub.example.org/",
    )


@pytest.fixture(scope="session")
def full_item():
    return Item(
        title="On Paper",
        guid="5b3f0f0e-6a51-4b8e-9f0e-0d6a1a5b1c11",
        published=NOON,
        enclosure=Enclosure(BASE + "episodes/on-paper/on-paper-1f2e3d4c.mp3", 48213),
        duration_s=406.6,
        summary="Why paper & ink last.",
        notes_html='<h2>Notes</h2><p>See <a href="https://example.com/?a=1&amp;b=2">this</a>.</p><script>x()</script>',
        author="Grace Hopper",
        link=BASE + "episodes/on-paper/",
        image_url=BASE + "episodes/on-paper/cover.jpg",
        season=1,
        episode=2,
        chapters=(Chapter(0, "Pulp"), Chapter(61_000, "Ink & <Quill>"), Chapter(3_723_999, "Press")),
        chapters_url=BASE + "episodes/on-paper/on-paper.chapters.json",
        transcripts=(
            Transcript(BASE + "on-paper.vtt", "text/vtt"),
            Transcript(BASE + "on-paper.srt", "application/x-subrip", language="en-us"),
            Transcript(BASE + "on-paper.html", "text/html"),
        ),
        people=(Person("Grace Hopper", role="narrator", image_url=BASE + "grace.jpg"),),
        soundbites=(Soundbite(73_000, 60_000), Soundbite(1_234_567, 42_250, "Why ink & paper last")),
        alternates=(AlternateEnclosure(BASE + "on-paper.opus", 20_000, "audio/ogg; codecs=opus", 24_000, "Opus"),),
    )
