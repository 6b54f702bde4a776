"""Where a show is in another language, nothing on its pages, or in its feed as a browser shows it, is English of ours.

All that isn't ours is in Greek letters here, so that whatever is Latin stands on the page because we put it there.
"""

import re
from dataclasses import fields, replace
from datetime import UTC, datetime

import pytest
from lxml import etree, html

from feed.ownwords import TAGS, own_words
from feed.ownwords.table import OwnWords
from feed.pages import Pagination, Teaser, episode_page, page_files, show_page
from feed.passages import Passage
from feed.rss import rss
from feed.rss.style import style_files
from feed.show import Chapter, Enclosure, Funding, Item, Person, Show, Transcript, UpdateFrequency

BASE = "https://1.example/"
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
ENGLISH = own_words("en")
OTHERS = [tag for tag in TAGS if tag != "en"]
SHOWN = ("aria-label", "title", "alt", "label", "data-play", "data-pause", "data-time-of", "data-copied")
SHOWN += ("data-selected", "data-unplayable", "data-unloadable")


def show(tag):
    return Show(
        title="Αλφα",
        description="Βητα",
        link=BASE,
        feed_url=BASE + "feed.xml",
        guid="1",
        language=tag,
        author="Γαμα",
        image_url="",
        categories=("Arts",),
        explicit=True,
        people=(Person("Δελτα", role="author", group="writing"), Person("Γαμα", role="author", group="writing")),
        funding=(Funding("https://1.example/", "Ζητα"),),
        update_frequency=UpdateFrequency("Ητα"),
    )


ITEM = Item(
    title="Θητα",
    guid="2",
    published=NOON,
    enclosure=Enclosure(BASE + "episodes/a/a.mp3", 3_300_000),
    duration_s=4320,
    notes_html='<p><a href="https://1.example/">Ιωτα</a></p>',
    link=BASE + "episodes/a/",
    season=2,
    episode=5,
    explicit=True,
    chapters=(Chapter(0, "Καπα", "https://1.example/", "https://1.example/a.jpg"), Chapter(9, "Λαμδα")),
    transcripts=(
        Transcript(BASE + "episodes/a/a.vtt", "text/vtt"),
        Transcript(BASE + "episodes/a/a.srt", "application/x-subrip"),
    ),
)
PASSAGES = (
    Passage("Μι.", "Narrator", "paragraph", 0, 0, 0, 9, (), is_timed=False),
    Passage("Νι.", "Ξι", "paragraph", 0, 1, 9, 19, ()),
)


def pages(tag):
    """All that a reader may meet, in its variants."""
    facts, elsewhere = show(tag), Enclosure("https://1.example/a.mp3", 24_000)
    yield "".join(episode_page(facts, ITEM, PASSAGES, "00ff80" * 200, BASE + "episodes/a/a.json"))
    yield "".join(episode_page(facts, replace(ITEM, enclosure=elsewhere, episode_type="trailer"), (), ""))
    teasers = [
        Teaser("Ομι", ITEM.link, ITEM.enclosure.url, NOON, ms, episode_type=kind, season=2, explicit=True)
        for ms, kind in ((20_000, "bonus"), (419_000, "full"), (4_320_000, "trailer"))
    ]
    yield show_page(facts, teasers, Pagination(older_url=BASE + "page-1.html"))
    yield show_page(replace(facts, explicit=False), teasers, Pagination(newer_url=BASE, older_url=BASE + "page-1.html"))
    yield show_page(replace(facts, feed_url="http://localhost:8000/feed.xml"), [])


def in_a_browser(tag):
    """What the style makes of a feed, with episodes and without."""
    transform = etree.XSLT(etree.fromstring(style_files(tag)["feed.xsl"]))
    for items in ([ITEM, replace(ITEM, duration_s=59, guid="3")], []):
        yield str(transform(etree.fromstring(rss(show(tag), items, NOON))))


def shown(page):
    """Texts and attributes that people see or hear."""
    tree = html.document_fromstring(page)
    for element in tree.xpath("//style | //script"):
        element.drop_tree()
    yield from (text.strip() for text in tree.xpath("//text()") if text.strip())
    yield from (value for name in SHOWN for value in tree.xpath(f"//@{name}"))


def fragments(words):
    """The pieces of our texts between their blanks, as they stand on a page."""
    for field in fields(OwnWords):
        text = getattr(words, field.name)
        pieces = text.split() if field.name.endswith("months") else re.split(r"\{\w+\}|[\[\]]", text)
        yield from (piece.strip(" ,.:") for piece in pieces if field.name not in ("tag", "direction", "date"))


@pytest.mark.parametrize("tag", OTHERS)
def test_no_english_of_ours_is_left(tag):
    own = "\n".join(fragments(own_words(tag)))
    english = {one for one in fragments(ENGLISH) if len(one) > 1 and not re.search(rf"\b{re.escape(one)}\b", own)}
    assert len(english) > 60
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(english, key=len, reverse=True)))})(?![\w-])")
    css = re.findall(r'content: "(.*)"', style_files(tag)["feed.css"].decode())
    texts = [text for page in (*pages(tag), *in_a_browser(tag)) for text in shown(page)]
    assert [text for text in (*texts, *css) if pattern.search(text)] == []


def test_the_search_finds_english():
    """Or the test above would hold of anything."""
    texts = [text for page in pages("en-us") for text in shown(page)]
    for text in ("Subscribe", "By", "2 March 2026", "Read by a synthetic voice.", "Season 2 · Episode 5", "7 min"):
        assert any(text in one for one in texts), text


def test_scripts_say_nothing_of_their_own():
    for name, data in page_files().items():
        if name.endswith(".js"):
            code = re.sub(r"/\*.*?\*/|//[^\n]*", "", data.decode(), flags=re.DOTALL)
            assert re.findall(r"\"[^\"\n]* [a-z][^\"\n]*\.\"", code) == []


@pytest.mark.parametrize("tag", ["de", "ja", "ar", "he"])
def test_pages_say_their_language_and_run_as_it_is_written(tag):
    words = own_words(tag)
    for page in pages(tag):
        tree = html.document_fromstring(page)
        assert tree.get("lang") == tag
        assert tree.get("dir", "ltr") == words.direction
        assert set(tree.xpath("//*[contains(@class, 'facts')]/@dir | //nav[@class='pages']/@dir")) <= {words.direction}
    for page in in_a_browser(tag):
        tree = html.document_fromstring(page)
        assert (tree.get("lang"), tree.get("dir")) == (tag, words.direction)


def test_an_english_page_is_marked_as_before():
    for page in (*pages("en-us"), *pages("hu")):
        tree = html.document_fromstring(page)
        assert (tree.get("lang"), tree.get("dir")) == ("en", None)


def test_a_name_in_other_letters_keeps_its_own_direction():
    [page, *_] = pages("he")
    tree = html.document_fromstring(page)
    assert "Γαμα" in tree.xpath("//bdi/text()")
    assert tree.xpath("//*[@class='deck']/@dir") == ["ltr"]  # time runs as it does in any player


@pytest.mark.parametrize(
    ("tag", "line"),
    [
        ("de", "2. März 2026 · 1 Std. 12 Min."),
        ("fr", "2 mars 2026 · 1 h 12 min"),
        ("es", "2 de mar de 2026 · 1 h 12 min"),
        ("ja", "2026年3月2日 · 1時間 12分"),
        ("he", "2 במרץ 2026 · 1 שע׳ 12 דק׳"),
        ("en", "2 Mar 2026 · 1 h 12 min"),
    ],
)
def test_a_feed_in_a_browser_has_dates_and_lengths_as_people_write_them(tag, line):
    [page, _] = in_a_browser(tag)
    assert " ".join(html.document_fromstring(page).xpath("string((//li/p)[2])").split()) == line


def test_what_is_latin_in_a_page_of_another_script_is_a_name():
    """Also what no table has."""
    names = {"MP3", "MB", "kB", "WebVTT", "SRT", "JSON", "QR", "URL", "k", "j", "l", "example", "localhost"}
    names |= {"Apple", "Podcasts", "Overcast", "Pocket", "Casts", "Castro", "AntennaPod", "Podcast", "Addict"}
    blanks = re.compile(r"\{\w+\}|https?://\S+")
    texts = [blanks.sub("", text) for page in (*pages("ja"), *in_a_browser("ja")) for text in shown(page)]
    assert {word for text in texts for word in re.findall(r"[A-Za-z][A-Za-z0-9]*", text)} <= names
