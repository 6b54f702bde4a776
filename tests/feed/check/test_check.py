"""How a feed is walked: pages, chosen episodes, items after items."""

from dataclasses import replace

import pytest

from feed.check import Folder, check, enclosure_urls, published_url
from feed.check.site import read
from feed.rules import Rulebook

FEED_URL = "https://example.org/show/feed.xml"
NEXT = '<atom:link rel="next" href="https://example.org/show/feed-2.xml"/>'


def split(show):
    """The second item goes to a second page."""
    start, end = show.feed.rindex("<item>"), show.feed.rindex("</item>") + len("</item>")
    head = show.feed[: show.feed.index("<item>")]
    show.files["feed-2.xml"] = (head + show.feed[start:end] + "</channel></rss>").encode()
    show.feed = show.feed[:start] + show.feed[end:]
    show.swap("<title>", f"{NEXT}<title>")


def test_the_next_pages_of_a_feed_are_read_too(show):
    split(show)
    report = show.report()
    assert (report.episodes, report.problems) == (2, ())
    show.files["feed-2.xml"] = show.files["feed-2.xml"].replace(b"Ink.", b"x" * 4001)
    assert show.broken() == ["description-length"]


def test_an_item_of_an_earlier_page_must_not_come_again(show):
    split(show)
    show.files["feed-2.xml"] = show.files["feed-2.xml"].replace(
        b"<guid>https://example.org/show/ink", b'<guid isPermaLink="false">5b3f0f0e-6a51-4b8e-9f0e-0d6a1a5b1c11'
    )
    assert show.broken() == ["item-guid"]


def test_pages_that_lead_in_a_circle_are_read_once(show):
    show.swap("<title>", f'<atom:link rel="next" href="{FEED_URL}"/><title>')
    assert show.report().episodes == 2


def test_a_page_that_is_no_feed_is_a_problem(show):
    split(show)
    show.files["feed-2.xml"] = b"<html"
    assert show.broken() == ["pages"]


def test_only_the_wanted_items_are_looked_at(show):
    show.drop("episodes/paper/paper-1f2e3d4c.mp3")
    wanted = check(show.write(), FEED_URL, show.standard, wants=lambda url: "ink" in url)
    assert (wanted.episodes, wanted.problems) == (1, ())


def test_a_problem_says_where_it_is(show):
    show.swap("<itunes:author>Ada Lovelace</itunes:author>", "")
    show.drop("episodes/ink/ink-9a8b7c6d.mp3")
    places = {problem.rule.id: problem.where for problem in show.report().problems}
    assert places == {"author": "channel", "enclosure-found": "On Ink"}


def test_what_lies_elsewhere_is_not_judged(show):
    show.feed = show.feed.replace("https://example.org/show/cover.jpg", "https://elsewhere.example/cover.jpg")
    assert show.broken() == []


def test_a_local_address_is_allowed_on_the_host_that_was_asked(show):
    show.swap("<link>https://example.org/show/<", "<link>http://localhost:8000/<")
    show.standard = replace(show.standard, own_host="localhost")
    assert show.broken() == []


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "10.0.0.8", "[::1]", "nas", "desk.local", "169.254.1.1"])
def test_addresses_of_this_machine_and_its_network_are_local(show, host):
    show.swap("<link>https://example.org/show/<", f"<link>http://{host}:8000/<")
    assert show.broken() == ["public-address"]


@pytest.mark.parametrize("host", ["example.org", "8.8.8.8", "localhost.example.org", "local.example"])
def test_addresses_of_others_are_not(show, host):
    show.swap("<link>https://example.org/show/<", f"<link>http://{host}:8000/<")
    assert show.broken() == []


def test_the_feed_says_where_it_is_and_what_its_audio_is(show):
    site = show.write()
    with (site.root / "feed.xml").open("rb") as file:
        assert published_url(file) == FEED_URL
    assert [url.rpartition("/")[2] for url in enclosure_urls(site, FEED_URL)] == [
        "paper-1f2e3d4c.mp3",
        "ink-9a8b7c6d.mp3",
    ]


def test_a_folder_maps_addresses_to_files_and_to_nothing_outside(tmp_path):
    (tmp_path / "public").mkdir()
    (tmp_path / "secret").write_text("x")
    (tmp_path / "public" / "a b.txt").write_text("inside")
    site = Folder(tmp_path / "public", ("https://example.org/show", "http://localhost:8000"))
    for url in ("https://example.org/show/a%20b.txt", "http://localhost:8000/a b.txt?x=1"):
        assert (site.knows(url), site.size(url), read(site, url)) == (True, 6, b"inside")
    assert site.size("https://op3.dev/e,pg=1/example.org/show/a%20b.txt") == 6
    assert site.size("https://op3.dev/e/https://example.org/show/a%20b.txt") == 6
    for url in ("https://example.org/show/../secret", "https://example.org/show/%2e%2e/secret"):
        assert site.size(url) is None
    for url in ("https://example.org/showing/a%20b.txt", "https://notexample.org/show/a", "mailto:a@example.org"):
        assert not site.knows(url)


def test_a_rulebook_tells_all_that_breaks_a_rule():
    book = Rulebook()

    @book.rule("even", "optional", "arithmetic", "Numbers are even.", "Add one.")
    def even(numbers):
        yield from (f"{number} is odd" for number in numbers if number % 2)

    problems = list(book.problems((1, 2, 3), "here"))
    assert [(problem.rule.id, problem.where, problem.what) for problem in problems] == [
        ("even", "here", "1 is odd"),
        ("even", "here", "3 is odd"),
    ]
