from dataclasses import replace
from datetime import UTC, datetime

import pytest

from feed.rss import rss
from feed.show import podcast_guid
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
    assert feed_facts.built_at([]).year == 1970


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
