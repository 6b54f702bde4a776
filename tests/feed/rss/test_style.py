"""The feed as a page: what the style sheets show of it, and that nothing in it becomes markup."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from feed.rss import TAIL, FeedPage, head_xml, item_xml, rss
from feed.rss.head import STYLESHEETS
from feed.rss.style import style_files

BASE = "https://example.org/show/"
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
TRANSFORM = etree.XSLT(etree.fromstring(style_files()["feed.xsl"]))


def page_of(feed_xml):
    """The page that a browser makes of the feed, read as a browser reads it."""
    return html.document_fromstring(bytes(TRANSFORM(etree.fromstring(feed_xml))))


@pytest.fixture(scope="module")
def page(full_show, full_item):
    return page_of(rss(full_show, [full_item, replace(full_item, guid="b", duration_s=59)], NOON))


def test_the_files_are_those_that_the_feed_names():
    assert list(style_files()) == [name for name, _ in STYLESHEETS]


def test_the_show_is_presented(page, full_show):
    assert page.xpath("string(//title)") == page.xpath("string(//h1)") == full_show.title
    assert page.xpath("string(//header//p)") == full_show.author
    assert full_show.description in page.xpath("string(//main)")
    assert page.xpath("//h1/@lang") == ["en-us"]


def test_the_address_to_subscribe_to_is_shown(page, full_show):
    assert page.xpath("normalize-space(//code)") == full_show.feed_url


def test_the_episodes_are_listed_with_date_and_duration(page):
    assert page.xpath("//li//h3/a/text()") == ["On Paper", "On Paper"]
    assert page.xpath("//time/@datetime") == ["2026-03-02", "2026-03-02"]
    assert [line.text_content().strip() for line in page.xpath("//li/p")] == [
        "2 Mar 2026 · 59 s",
        "2 Mar 2026 · 6 min 47 s",
    ]


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(5, "5 s"), (60, "1 min 0 s"), (3600, "1 h 0 min"), (7384, "2 h 3 min"), (90_061, "25 h 1 min")],
)
def test_durations_are_written_for_people(full_show, full_item, seconds, shown):
    page = page_of(rss(full_show, [replace(full_item, duration_s=seconds)], NOON))
    assert page.xpath("string(//li/p)").split(" · ")[1].split() == shown.split()


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_has_its_number(full_show, full_item, month):
    page = page_of(rss(full_show, [replace(full_item, published=NOON.replace(month=month))], NOON))
    assert page.xpath("//time/@datetime") == [f"2026-{month:02}-02"]


def test_what_lies_beside_the_feed_is_linked_relative_to_it(page):
    assert page.xpath("//img/@src") == ["./cover-1f2e3d4c.jpg"]
    assert page.xpath("//li[1]//a/@href") == ["./episodes/on-paper/"]
    assert page.xpath("//li[1]//audio/@src") == ["./episodes/on-paper/on-paper-1f2e3d4c.mp3"]
    assert page.xpath("//audio/@preload") == ["none", "none"]


def test_the_page_runs_nothing_and_loads_nothing_from_elsewhere(full_show, full_item):
    elsewhere = replace(full_show, image_url="https://elsewhere.example/cover.jpg")
    page = page_of(rss(elsewhere, [full_item], NOON))
    assert not page.xpath("//script | //link[not(@rel='icon')] | //iframe | //img | //@style | //@onclick")
    assert "url(" not in page.xpath("string(//style)")


def test_further_pages_name_the_feed_and_their_neighbours(full_show, full_item):
    further = FeedPage(
        BASE + "feed-2.xml", first_url=BASE + "feed.xml", prev_url=BASE + "feed.xml", next_url=BASE + "feed-3.xml"
    )
    page = page_of(head_xml(full_show, NOON, further) + item_xml(full_item) + TAIL)
    assert page.xpath("normalize-space(//code)") == BASE + "feed.xml"
    assert [(link.text, link.get("href"), link.get("rel")) for link in page.xpath("//nav/a")] == [
        ("Newer episodes", "./feed.xml", "prev"),
        ("Older episodes", "./feed-3.xml", "next"),
    ]


def test_a_feed_without_episodes_says_so(full_show):
    page = page_of(rss(full_show, [], NOON))
    assert not page.xpath("//ol | //nav")
    assert page.xpath("string(//h2[.='Episodes']/following-sibling::p)")


HOSTILE = st.sampled_from(
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "' onfocus='alert(1)",
        "</title></style><script>x()</script>",
        "]]><b>",
        "{system-property('xsl:vendor')}",
        "&lt;script&gt;",
    ]
) | st.text(st.sampled_from("<>&\"'{}[]=/!-ab\u202e🎧"), min_size=1, max_size=30)


@settings(max_examples=60, deadline=None)
@given(HOSTILE, HOSTILE)
def test_nothing_in_a_text_becomes_markup(full_show, full_item, one_text, other):
    show = replace(full_show, title=one_text, author=other, description=other)
    item = replace(full_item, title=one_text, notes_html=other, enclosure=replace(full_item.enclosure, url=other))
    page = page_of(rss(show, [item], NOON))
    harmless = page_of(rss(full_show, [full_item], NOON))
    assert [element.tag for element in page.iter() if element.tag != "audio"] == [
        element.tag for element in harmless.iter() if element.tag != "audio"
    ]
    assert page.xpath("string(//h1)") == " ".join(one_text.split())
    assert not page.xpath("//@*[starts-with(name(), 'on')]")


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", BASE + "javascript:alert(1)", "data:text/html,x", "//evil", "JaVaScript:x"]
)
def test_no_link_leaves_the_web(full_show, full_item, link):
    item = replace(full_item, link=link, enclosure=replace(full_item.enclosure, url=link))
    page = page_of(rss(replace(full_show, link=link, image_url=link), [item], NOON))
    for address in page.xpath("//a/@href | //@src"):
        assert address.startswith(("./", "https://"))


def test_both_sheets_are_legible_by_day_and_by_night():
    for sheet in style_files().values():
        colours = dict(re.findall(r"--(\w+): (#\w+);", sheet.decode().partition("prefers-color-scheme: dark")[0]))
        night = dict(re.findall(r"--(\w+): (#\w+);", sheet.decode().partition("prefers-color-scheme: dark")[2]))
        for palette in (colours, night):
            for ink in palette.keys() & {"ink", "quiet", "accent"}:
                for ground in ("paper", "raised"):
                    assert contrast(palette[ink], palette[ground]) >= 4.5, "WCAG 2.2, 1.4.3"


def contrast(one_colour, other):
    """WCAG 2.2, contrast ratio."""
    darker, lighter = sorted(map(luminance, (one_colour, other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour):
    linear = (
        level / 12.92 if level <= 0.04045 else ((level + 0.055) / 1.055) ** 2.4
        for level in (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    )
    return sum(weight * level for weight, level in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
