from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from feed.pages import Teaser
from feed.rss import rss
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
from podcast.config.settings import FeedSettings, Settings, ShowSettings
from podcast.episode.facts import Audio, Companions, Episode, entry_of
from podcast.show import feed_facts

DATE = datetime(2026, 3, 1, tzinfo=UTC)
EPISODE = Episode(
    slug="rivers", guid="g", number=2, published=DATE, updated=DATE, title="Rivers", author="Ada", language="en",
    summary="They bend.", notes_html="<p>They bend.</p>", source="r.md", segments=1,
    audio=Audio("rivers-1.mp3", 1234, 61500, -16, -1),
)  # fmt: skip


LOCAL = "http://localhost:8000"


def settings(base_url=LOCAL, **show):
    return Settings(show=ShowSettings(base_url=base_url, **show))


def item(configured):
    show = feed_facts.show(configured, "Essays", "cover.jpg", "guid", [entry_of(EPISODE)])
    return feed_facts.item(configured, show, EPISODE)


def feed(tmp_path, configured):
    file = tmp_path / "feed.xml"
    guid = feed_facts.guid(configured, file)
    show = feed_facts.show(configured, "Essays", "cover.jpg", guid, [entry_of(EPISODE)])
    file.write_bytes(rss(show, [item(configured)], DATE))
    return file


@pytest.mark.parametrize("base_url", ["https://example.org/show", "https://example.org/show/"])
def test_addresses_are_made_from_the_base_url(base_url):
    found = item(settings(base_url=base_url))
    assert found.enclosure.url == "https://example.org/show/episodes/rivers/rivers-1.mp3"
    assert (found.enclosure.length_bytes, found.duration_s) == (1234, 61.5)


def test_a_show_that_says_nothing_of_itself_is_still_complete(tmp_path):
    show = feed_facts.show(settings(), "Essays", "cover.jpg", "guid", [entry_of(EPISODE)])
    assert show.author == "Ada"
    assert show.description
    assert show.image_url == "http://localhost:8000/cover.jpg"


def test_the_title_is_the_folder_s_unless_set(tmp_path):
    folder = tmp_path / "river-letters"
    assert feed_facts.show_title(Settings(), folder) == "River Letters"
    assert feed_facts.show_title(settings(title="Set"), folder) == "Set"


def test_an_author_is_named_where_it_is_not_the_show_s():
    own = item(settings(author="Ada"))
    other = item(settings(author="Bea"))
    assert (own.author, other.author) == ("", "Ada")


def test_only_serial_shows_number_their_episodes():
    episodic = item(settings())
    serial = item(settings(type="serial"))
    assert (episodic.episode, serial.episode) == (None, 2)


def test_the_guid_is_minted_from_the_feed_s_address_and_kept_when_the_show_moves(tmp_path):
    before = settings(base_url="https://example.org/show")
    minted = feed_facts.guid(before, feed(tmp_path, before))
    assert minted == podcast_guid("https://example.org/show/feed.xml")
    moved = settings(base_url="https://elsewhere.net")
    assert feed_facts.guid(moved, feed(tmp_path, moved)) == minted


def test_a_guid_minted_for_localhost_is_not_kept(tmp_path):
    file = feed(tmp_path, settings())
    moved = settings(base_url="https://example.org")
    assert feed_facts.guid(moved, file) == podcast_guid("https://example.org/feed.xml")


def test_a_guid_that_is_set_wins_and_a_broken_feed_gives_none(tmp_path):
    (tmp_path / "feed.xml").write_bytes(b"<rss><chan")
    assert feed_facts.guid(settings(guid="own"), tmp_path / "feed.xml") == "own"
    assert feed_facts.guid(settings(), tmp_path / "feed.xml") == podcast_guid("http://localhost:8000/feed.xml")


def test_the_feed_is_as_old_as_its_newest_fact():
    newer = replace(EPISODE, updated=datetime(2026, 5, 5, tzinfo=UTC))
    assert feed_facts.built_at([entry_of(EPISODE), entry_of(newer)]) == newer.updated
    assert feed_facts.built_at([]) == datetime(1970, 1, 1, tzinfo=UTC)


def test_an_address_that_is_not_set_is_the_published_one(tmp_path):
    unset = Settings()
    file = tmp_path / "feed.xml"
    assert feed_facts.at_its_address(unset, file).show.base_url == LOCAL
    feed(tmp_path, settings(base_url="https://example.org/show"))
    assert feed_facts.at_its_address(unset, file).show.base_url == "https://example.org/show"
    assert feed_facts.at_its_address(settings(base_url="https://b.org"), file).show.base_url == "https://b.org"
    feed(tmp_path, settings())
    assert feed_facts.at_its_address(unset, file).show.base_url == LOCAL


@pytest.mark.parametrize(
    ("url", "local"), [("http://localhost:8000", True), ("http://127.0.0.1", True), ("https://example.org", False)]
)
def test_addresses_of_this_machine_are_known(url, local):
    assert feed_facts.is_local(url) is local


@pytest.mark.parametrize(
    ("base_url", "expected"),
    [
        ("https://example.org/show", "https://op3.dev/e/example.org/show/episodes/rivers/"),
        ("http://localhost:8000", "http://localhost:8000/episodes/rivers/"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000/episodes/rivers/"),
    ],
)
@pytest.mark.parametrize("prefix", ["https://op3.dev/e", "https://op3.dev/e/"])
def test_downloads_are_counted_where_the_service_can_reach_the_file(base_url, expected, prefix):
    """A prefix before an address of this machine would be an enclosure that nobody can play."""
    configured = replace(settings(base_url=base_url), feed=FeedSettings(analytics_prefix=prefix))
    episode = replace(EPISODE, episode_type="trailer", companions=Companions(opus="rivers-1.opus", opus_kbps=24))
    show = feed_facts.show(configured, "Essays", "cover.jpg", "guid", [entry_of(episode)])
    found = feed_facts.item(configured, show, episode)
    assert found.enclosure.url == show.trailers[0].enclosure.url == f"{expected}rivers-1.mp3"
    assert found.alternates[0].url == f"{expected}rivers-1.opus"
    assert found.link == f"{base_url}/episodes/rivers/"


def test_without_a_prefix_an_enclosure_is_where_the_file_is():
    assert item(settings(base_url="https://example.org")).enclosure.url.startswith("https://example.org/episodes/")


def test_the_other_format_is_offered_with_its_size_and_its_bits_a_second():
    """Of an enclosure the feed tells bits (NS, <podcast:alternateEnclosure>), where settings have kilobits."""
    assert item(settings()).alternates == ()
    offered = replace(EPISODE, companions=Companions(opus="rivers-1.opus", opus_bytes=999, opus_kbps=24))
    show = feed_facts.show(settings(), "Essays", "cover.jpg", "guid", [entry_of(offered)])
    [found] = feed_facts.item(settings(), show, offered).alternates
    assert (found.length_bytes, found.bitrate_bps) == (999, 24_000)


# --- all that is told of a show and of an episode -------------------------------------------------------------------


def show_of(configured, *episodes):
    return feed_facts.show(configured, "Essays", "cover.jpg", "guid", [entry_of(one) for one in episodes or [EPISODE]])


def test_a_show_is_told_as_it_is_set():
    told = settings(
        base_url="https://example.org/show/",
        description="On rivers.",
        author="Bea",
        email="bea@example.org",
        language="en-gb",
        link="https://bea.example.org/",
        categories=("Science",),
        explicit=True,
        type="serial",
        copyright="Bea",
        locked=False,
        funding=Funding("https://example.org/help", "Help"),
        location=Location("Uppsala", "geo:59.86,17.64", "R305455"),
        license=License("cc-by-4.0", "https://example.org/by"),
        updates=UpdateFrequency("Fridays", "FREQ=WEEKLY", complete=True),
    )
    assert show_of(replace(told, feed=FeedSettings(hub="https://hub.example.org/"))) == Show(
        title="Essays",
        description="On rivers.",
        link="https://bea.example.org/",
        feed_url="https://example.org/show/feed.xml",
        guid="guid",
        language="en-gb",
        author="Bea",
        image_url="https://example.org/show/cover.jpg",
        categories=("Science",),
        explicit=True,
        show_type="serial",
        owner_email="bea@example.org",
        copyright="Bea",
        locked=False,
        people=(Person("Bea", role="author", group="writing"),),
        funding=(Funding("https://example.org/help", "Help"),),
        location=Location("Uppsala", "geo:59.86,17.64", "R305455"),
        license=License("cc-by-4.0", "https://example.org/by"),
        update_frequency=UpdateFrequency("Fridays", "FREQ=WEEKLY", complete=True),
        hub_url="https://hub.example.org/",
    )


def test_what_is_not_set_of_a_show_is_not_told():
    show = show_of(settings(base_url="https://example.org/show"), replace(EPISODE, author=""))
    assert (show.link, show.show_type) == ("https://example.org/show/", "episodic")
    assert show.description == "Essays: essays, read aloud."
    assert (show.author, show.people) == ("Essays", ())
    assert (show.funding, show.trailers) == ((), ())
    assert show.location is show.license is show.update_frequency is None
    assert not show.hub_url


def test_a_folder_without_a_name_is_still_a_podcast():
    assert feed_facts.show_title(settings(title=" "), Path("/")) == "My Podcast"


def test_an_episode_is_told_with_all_that_lies_beside_it():
    files = Companions("rivers.vtt", "rivers.srt", "rivers.words.json", "rivers.opus", 99, 24)
    bite = Soundbite(0, 15_000, "They bend.")
    chapters = (
        Chapter(0, "One", image_url="one.jpg"),
        Chapter(9, "Two", image_url="https://a.b/c.png"),
        Chapter(20, "x"),
    )
    whole = replace(EPISODE, companions=files, soundbites=(bite,), chapters=chapters, season=3, episode=7, author="Bea")
    configured = settings(base_url="https://example.org", author="Ada", explicit=True, language="en-gb")
    beside = "https://example.org/episodes/rivers"
    assert feed_facts.item(configured, show_of(configured), whole, "rivers.chapters.json") == Item(
        title="Rivers",
        guid="g",
        published=DATE,
        enclosure=Enclosure(f"{beside}/rivers-1.mp3", 1234),
        duration_s=61.5,
        summary="They bend.",
        notes_html="<p>They bend.</p>",
        author="Bea",
        link=f"{beside}/",
        explicit=True,
        season=3,
        episode=7,
        chapters=(replace(chapters[0], image_url=f"{beside}/one.jpg"), *chapters[1:]),
        chapters_url=f"{beside}/rivers.chapters.json",
        transcripts=(
            Transcript(f"{beside}/rivers.vtt", "text/vtt", "en"),
            Transcript(f"{beside}/rivers.srt", "application/x-subrip", "en"),
            Transcript(f"{beside}/rivers.words.json", "application/json", "en"),
        ),
        people=(Person("Bea", role="author", group="writing"),),
        soundbites=(bite,),
        alternates=(AlternateEnclosure(f"{beside}/rivers.opus", 99, "audio/ogg; codecs=opus", 24_000, "Opus"),),
    )


def test_what_an_episode_lacks_is_not_told():
    found = item(settings(author="Ada"))
    assert (found.transcripts, found.people, found.alternates, found.chapters_url) == ((), (), (), "")
    assert feed_facts.words_url(settings(), EPISODE) == ""
    with_words = replace(EPISODE, companions=Companions(words="rivers.words.json"))
    assert feed_facts.words_url(settings(), with_words) == f"{LOCAL}/episodes/rivers/rivers.words.json"


def test_a_transcript_is_in_the_show_s_language_where_the_essay_names_none():
    episode = replace(EPISODE, language="", companions=Companions("rivers.vtt"))
    configured = settings(language="de")
    assert feed_facts.item(configured, show_of(configured), episode).transcripts[0].language == "de"


@pytest.mark.parametrize(("type_", "number"), [("serial", 2), ("episodic", None)])
def test_a_list_of_episodes_shows_each_with_its_addresses(type_, number):
    assert feed_facts.teaser(settings(type=type_), entry_of(EPISODE)) == Teaser(
        title="Rivers",
        url=f"{LOCAL}/episodes/rivers/",
        audio_url=f"{LOCAL}/episodes/rivers/rivers-1.mp3",
        published=DATE,
        duration_ms=61500,
        summary="They bend.",
        season=None,
        episode=number,
        episode_type="full",
    )


def test_only_a_trailer_is_the_show_s_trailer():
    first = replace(EPISODE, slug="hello", title="Hello", episode_type="trailer", season=2)
    [trailer] = show_of(settings(), EPISODE, first).trailers
    enclosure = Enclosure(f"{LOCAL}/episodes/hello/rivers-1.mp3", 1234)
    assert trailer == Trailer("Hello", DATE, enclosure, 2)


def test_the_author_of_the_first_episode_that_names_one_is_the_show_s():
    later, nobody = replace(EPISODE, number=3, author="Bea"), replace(EPISODE, number=1, author="")
    assert show_of(settings(), later, nobody, EPISODE).author == "Ada"


def test_a_guid_that_somebody_set_before_the_show_left_this_machine_is_kept(tmp_path):
    file = feed(tmp_path, settings(guid="own"))
    assert feed_facts.guid(settings(base_url="https://example.org"), file) == "own"


def test_an_address_is_that_of_the_feed_and_no_other_link(tmp_path):
    """The hub and the next page are links, too."""
    configured = replace(settings(base_url="https://example.org/show"), feed=FeedSettings(hub="https://hub.org/"))
    found = feed_facts.at_its_address(Settings(), feed(tmp_path, configured))
    assert found.show.base_url == "https://example.org/show"


def test_names_are_escaped_in_addresses():
    assert feed_facts.url("https://a.b/x") == feed_facts.url("https://a.b/x//") == "https://a.b/x/"
    assert feed_facts.url("https://a.b/", "episodes/é x") == "https://a.b/episodes/%C3%A9%20x"


def test_a_feed_that_tells_neither_guid_nor_address_is_none(tmp_path):
    (tmp_path / "feed.xml").write_text("<rss><channel><title>Old</title></channel></rss>")
    found = feed_facts.at_its_address(Settings(), tmp_path / "feed.xml")
    assert found.show.base_url == LOCAL
    assert feed_facts.guid(found, tmp_path / "feed.xml") == podcast_guid(f"{LOCAL}/feed.xml")
