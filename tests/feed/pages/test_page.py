"""The pages as a parser sees them: what they say, what they link to, and that no text can do harm."""

from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from hashlib import sha256
from urllib.parse import urljoin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from feed.pages import Pagination, Teaser, episode_page, essay_links, page_files, show_page
from feed.show import Show

BASE = "https://example.org/show/"
HOSTILE = (
    "</script><script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "\u202etxt\u2066\x00\ud800&amp;{{ 7 * 7 }}",
    "https://[evil",
)
WAVEFORM = "00ff80" * 200


def parsed(page):
    return html.document_fromstring("".join(page))


def texts(tree, path):
    return [" ".join(element.text_content().split()) for element in tree.xpath(path)]


@pytest.fixture(scope="module")
def episode(show, item, passages):
    return parsed(episode_page(show, item, passages, WAVEFORM, item.link + "words.json"))


@pytest.fixture(scope="module")
def teaser(item):
    return Teaser(item.title, item.link, item.enclosure.url, item.published, 419_000, item.summary)


@pytest.fixture(scope="module")
def front(show, teaser):
    return parsed(show_page(show, [teaser], Pagination(older_url=BASE + "page-2.html")))


def loaded(tree):
    """What a browser asks for by itself."""
    hrefs = tree.xpath("//link[@rel='stylesheet' or @rel='icon']/@href | //*/@poster | //image/@href | //use/@href")
    return [*tree.xpath("//*/@src | //*/@srcset | //object/@data"), *hrefs]


def test_the_episode_page_tells_the_episode(episode, item):
    assert texts(episode, "//h1") == [item.title]
    assert texts(episode, "//title") == ["The Slow Post · Marginalia"]
    assert texts(episode, "//time") == ["6 March 2026"]
    assert texts(episode, "//nav//li") == [
        "0:00 Introduction",
        "0:04 What a delay is for",
        "0:09 Four rules of hers",
        "0:13 The one that rhymed",
    ]
    assert "Read by a synthetic voice." in texts(episode, "//p")


def test_the_text_can_be_read_and_heard_without_javascript(episode, passages):
    said = " ".join(texts(episode, "//article"))
    for passage in passages:
        assert " ".join(passage.text.split()) in said
    (audio,) = episode.xpath("//audio[@controls]")
    assert audio.get("src") == "./the-slow-post-1f2e3d4c.mp3"
    assert not audio.xpath("ancestor::*[@hidden]")
    assert all(element.xpath("ancestor-or-self::*[@hidden]") for element in episode.xpath("//button"))


def test_our_own_files_are_linked_relatively_and_nothing_else_is_loaded(episode, front, item):
    for tree, at in ((episode, item.link), (front, BASE)):
        for link in loaded(tree):
            assert link.startswith(("./", "../", "data:,", "#")), link
            assert link.startswith(("data:", "#")) or urljoin(at, link).startswith(BASE)
    assert set(episode.xpath("//a[@download]/@href")) == {"./the-slow-post-1f2e3d4c.mp3"}
    assert front.xpath("//article//a/@href") == ["./episodes/the-slow-post/index.html"]
    assert episode.xpath("//p[@class='show']/a/@href") == ["../../index.html"]


def test_what_lies_elsewhere_is_linked_but_never_loaded(show, item, passages):
    elsewhere = "https://cdn.example.net/audio.mp3"
    item = replace(item, enclosure=replace(item.enclosure, url=elsewhere), image_url="https://cdn.example.net/c.jpg")
    tree = parsed(episode_page(show, item, passages, ""))
    assert tree.xpath("//audio | //img") == []
    assert elsewhere in tree.xpath("//a/@href")


def test_a_chapters_picture_stands_below_its_heading_and_its_link_beside_its_title(show, item, passages):
    intro, first, second, *_ = item.chapters
    first = replace(first, image_url=item.link + "pond.jpg", url="https://example.net/pond")
    second = replace(second, image_url="https://cdn.example.net/x.jpg", url="javascript:alert(1)")
    intro = replace(intro, image_url=BASE + "intro.jpg")
    tree = parsed(episode_page(show, replace(item, chapters=(intro, first, second)), passages, ""))
    assert tree.xpath("//figure/img/@src") == ["../../intro.jpg", "./pond.jpg"]
    assert texts(tree, "//figure[2]/preceding-sibling::*[1]/h2") == [first.title]
    assert "frame" in tree.xpath("//figure[1]/preceding-sibling::*[1]/@class")[0]
    assert tree.xpath("//article//a[text()='Picture']/@href") == [second.image_url]
    assert tree.xpath("//nav//a[not(@data-chapter)]/@href") == [first.url]
    assert tree.xpath("//a//a") == []


def test_a_picture_stands_over_its_caption_and_another_chapters_does_not(show, item, passages):
    intro, first, second, *_ = item.chapters
    chapters = (intro, replace(first, image_url=item.link + "a.jpg"), replace(second, image_url=item.link + "b.jpg"))
    said = [replace(one, is_caption=one.text.startswith(("So she crossed", "Stop while"))) for one in passages]
    tree = parsed(episode_page(show, replace(item, chapters=chapters), said, ""))
    assert tree.xpath("//figure/img/@src") == ["./a.jpg", "./b.jpg"]
    assert texts(tree, "//figure[1]/figcaption//p") == [
        "So she crossed things out. Then she copied the page, and burned the first one."
    ]
    assert len(tree.xpath("//figure[1]/preceding-sibling::*[1][self::blockquote]")) == 1
    assert "Stop while there is paper left." in texts(tree, "//figure[2]/figcaption//p")
    assert texts(tree, "//*[contains(., 'So she crossed') and self::p]") == texts(tree, "//figure[1]/figcaption//p")


def test_a_caption_whose_picture_is_not_there_is_a_paragraph(show, item, passages):
    said = [replace(one, is_caption=one.text.startswith("So she crossed")) for one in passages]
    tree = parsed(episode_page(show, item, said, ""))
    assert tree.xpath("//figure") == []
    assert texts(tree, "//article//p[contains(., 'So she crossed')]")


@pytest.mark.parametrize(("text", "direction"), [("كانت جدتي تكتب (Slow Post)", "rtl"), ("שלום means peace", "ltr")])
def test_the_text_runs_as_most_of_its_letters_do(show, item, passages, text, direction):
    said = [replace(passages[1], text=text, words=())]
    spoken = tuple(replace(transcript, language="ar_EG") for transcript in item.transcripts)
    tree = parsed(episode_page(show, replace(item, transcripts=spoken), said, ""))
    assert tree.xpath("//article/@dir") == [direction]
    assert tree.xpath("//article/@lang") == ["ar-eg"]


def test_an_episode_tells_its_place_and_what_is_explicit(show, item, passages, teaser):
    placed = replace(item, season=2, episode=5, explicit=True)
    facts = texts(parsed(episode_page(show, placed, passages, "")), "//p[@class='facts']/span")
    assert facts[0] == "Season 2 · Episode 5"
    assert facts[-1] == "Explicit"
    bonus = replace(teaser, episode_type="bonus", season=3, explicit=True)
    facts = texts(parsed(show_page(show, [bonus])), "//article//p[@class='facts']/span")
    assert facts[0] == "Bonus · Season 3"
    assert facts[-1] == "Explicit"


def test_what_nobody_said_leaves_nothing_empty(show, item, passages):
    bare = replace(show, author="", description="", funding=(), is_ai_voiced=None)
    plain = replace(item, summary="", chapters=(), people=(), is_ai_voiced=None)
    for page in (show_page(bare, []), episode_page(bare, plain, passages, "")):
        tree = parsed(page)
        empty = "//*[self::p or self::div or self::ul][not(.//*) and not(normalize-space())][not(@role='status')]"
        assert tree.xpath(empty) == []
        assert tree.xpath("//meta[@content='']") == []


@pytest.mark.parametrize(
    "url", ["https://example.org/show/../secret.js", "https://example.org/show/%2e%2e/x.js", "//x"]
)
def test_winding_addresses_are_not_ours(show, item, passages, url):
    assert url not in "".join(loaded(parsed(episode_page(show, replace(item, image_url=url), passages, ""))))


def test_policies_forbid_what_the_page_does_not_need(episode, front):
    for tree in (episode, front):
        (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert policy.startswith("default-src 'none';")
        assert "unsafe" not in policy
        assert tree.xpath("//*[@style] | //style | //script[not(@src) and not(@type)]") == []
        assert tree.xpath("//@*[starts-with(name(), 'on')]") == []


def test_cards_and_feed_are_absolute(episode, item):
    facts = dict(zip(episode.xpath("//meta/@property"), episode.xpath("//meta[@property]/@content"), strict=True))
    assert facts["og:title"] == item.title
    assert facts["og:url"] == item.link
    assert facts["og:image"] == BASE + "cover-1f2e3d4c.jpg"
    assert facts["og:audio"] == item.enclosure.url
    assert episode.xpath("//link[@rel='canonical']/@href") == [item.link]
    assert episode.xpath("//link[@type='application/rss+xml']/@href") == ["../../feed.xml"]


def test_the_essays_links_are_listed_once(item):
    found = essay_links(item.notes_html)
    assert [(link.url, link.text) for link in found] == [
        ("https://example.com/post?a=1&b=2", "a short history"),
        ("mailto:mara@example.org", "write"),
    ]
    assert essay_links("") == ()


def test_every_word_is_there_once_with_its_start(episode, passages):
    starts = [(word.start_ms, passage.text[word.start : word.end]) for passage in passages for word in passage.words]
    assert [(int(span.get("data-s")), span.text) for span in episode.xpath("//*[@data-s]")] == starts


def test_the_transcript_keeps_the_essays_forms(episode):
    assert texts(episode, "//article//h2") == ["What a delay is for", "Four rules of hers"]
    assert texts(episode, "//article//h3") == ["The one that rhymed"]
    assert len(set(episode.xpath("//article//*[self::h2 or self::h3]/@id"))) == 3
    assert len(episode.xpath("//article//blockquote")) == 2
    assert len(episode.xpath("//blockquote//br")) == 1
    assert len(episode.xpath("//article/ul/li")) == 3
    assert len(episode.xpath("//article/ul/li[2]/ul/li")) == 2
    assert texts(episode, "//article/div[2]/p")[0].endswith("fifty-one years. They lived four streets apart.")
    assert len(episode.xpath("//article/div[contains(@class, 'frame')]")) == 2


def test_headings_never_skip_a_level(show, item, passages):
    some = next(passage for passage in passages if passage.kind == "heading")
    headings = [replace(some, level=level, block=block) for block, level in enumerate((4, 6, 2, 5, 1))]
    tree = parsed(episode_page(show, item, headings, ""))
    assert [element.tag for element in tree.xpath("//article//*[@id]")] == ["h2", "h3", "h2", "h3", "h2"]


def test_a_heading_that_repeats_the_title_is_no_heading(show, item, passages):
    some = next(passage for passage in passages if passage.kind == "heading")
    title = replace(some, text="The Slow Post", words=(), block=99)
    tree = parsed(episode_page(show, item, [passages[0], title, some], ""))
    assert texts(tree, "//article//h2") == [some.text]


def test_speakers_are_named_where_they_change_if_there_are_several(show, item, passages, episode):
    assert episode.xpath("//*[@class='speaker']") == []
    dialogue = [replace(passages[1], speaker=name) for name in ("Ann", "Ann", "Bob", "Ann")]
    assert texts(parsed(episode_page(show, item, dialogue, "")), "//*[@class='speaker']") == ["Ann", "Bob", "Ann"]


def test_nobody_is_named_in_a_heading(show, item, passages):
    heading = next(passage for passage in passages if passage.kind == "heading")
    said = [("Ann", passages[1]), ("Narrator", heading), ("Ann", passages[1]), ("Narrator", passages[0])]
    tree = parsed(episode_page(show, item, [replace(passage, speaker=name) for name, passage in said], ""))
    assert texts(tree, "//*[@class='speaker']") == ["Ann", "Ann"]


def test_a_sentence_with_foreign_words_is_one_paragraph_and_says_their_language(show, item, passages):
    parts = [("She said only", ""), ("“Guten Morgen”,", "de"), ("and left.", "")]
    said = [replace(passages[1], text=text, words=(), language=language) for text, language in parts]
    tree = parsed(episode_page(show, item, said, ""))
    assert texts(tree, "//*[@class='said']/p") == ["She said only “Guten Morgen”, and left."]
    assert texts(tree, "//*[@class='said']//*[@lang='de']") == ["“Guten Morgen”,"]


def test_estimated_times_are_said_to_be(show, item, passages, episode):
    note = "The times of some words are estimates."
    assert note not in texts(episode, "//p")
    estimated = [*passages[:-1], replace(passages[-1], is_timed=False)]
    assert note in texts(parsed(episode_page(show, item, estimated, "")), "//p")


def test_an_episode_without_timed_text_shows_its_notes(show, item):
    tree = parsed(episode_page(show, item, [], ""))
    assert texts(tree, "//article") == ["See a short history of it, or write, or both."]


def test_the_show_page_lets_people_subscribe(front, show):
    buttons = dict(
        zip(texts(front, "//ul[@class='apps']//a"), front.xpath("//ul[@class='apps']//a/@href"), strict=True)
    )
    assert buttons == {
        "Apple Podcasts": "podcast://example.org/show/feed.xml",
        "Overcast": "overcast://x-callback-url/add?url=https%3A%2F%2Fexample.org%2Fshow%2Ffeed.xml",
        "Pocket Casts": "pktc://subscribe/example.org/show/feed.xml",
        "Castro": "castros://subscribe/example.org/show/feed.xml",
        "AntennaPod": "antennapod-subscribe://example.org/show/feed.xml",
        "Podcast Addict": "podcastaddict://example.org/show/feed.xml",
    }
    assert front.xpath("//input[@readonly]/@value") == [show.feed_url]
    assert show.feed_url in front.xpath("//*[@role='img']/@aria-label")[0]
    assert "Buy Mara a stamp" in texts(front, "//a")
    assert front.xpath("//audio/@preload") == ["none"]


def test_a_local_feed_keeps_its_buttons_and_says_who_can_reach_it(show, front):
    local = parsed(show_page(replace(show, feed_url="http://localhost:8000/feed.xml"), []))
    assert "castro://subscribe/localhost:8000/feed.xml" in local.xpath("//a/@href")
    assert [note for note in texts(local, "//*[@class='note']") if "this computer" in note]
    assert front.xpath("//*[@class='note']") == []


def test_older_and_newer_pages_are_linked_from_where_they_are(show, teaser):
    page = Pagination(BASE + "pages/2.html", BASE + "pages/3.html", BASE)
    tree = parsed(show_page(show, [teaser], page))
    assert tree.xpath("//nav//a/@href") == ["../index.html", "./3.html"]
    assert tree.xpath("//link[@rel='stylesheet']/@href")[0].startswith("../assets/page-")
    assert tree.xpath("//link[@rel='canonical']/@href") == [BASE + "pages/2.html"]


def test_assets_are_named_by_their_content():
    names = [path.split("/")[1].partition("-")[0] for path in page_files()]
    assert names == ["page", "player", "show"]
    for path, data in page_files().items():
        assert sha256(data).hexdigest()[:8] == path.rpartition(".")[0].rpartition("-")[2]


def poisoned(value, poison):
    """`value` with every text in it replaced."""
    if isinstance(value, str):
        return poison
    if isinstance(value, tuple):
        return tuple(poisoned(part, poison) for part in value)
    if is_dataclass(value) and not isinstance(value, datetime):
        return replace(value, **{field.name: poisoned(getattr(value, field.name), poison) for field in fields(value)})
    return value


def assert_harmless(page):
    tree = parsed(page)
    assert len(tree.xpath("//script")) == len(tree.xpath("//script[@src or @type='application/ld+json']"))
    assert len(tree.xpath("//script")) <= 2
    assert tree.xpath("//@*[starts-with(name(), 'on')]") == []
    assert not tree.xpath("//img[@src='x']")
    schemes = ("./", "../", "#", "http:", "https:", "mailto:", "data:,")
    apps = ("podcast:", "overcast:", "pktc:", "castro", "antennapod-subscribe:", "podcastaddict:")
    for href in tree.xpath("//@href | //@src"):
        assert not href or href.startswith((*schemes, *apps)), href
    assert not set(page) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\x00\ud800")
    page.encode()


@pytest.mark.parametrize("poison", HOSTILE)
def test_hostile_text_anywhere_is_only_text(show, item, passages, teaser, poison):
    bad_show = poisoned(show, poison)
    reachable = replace(bad_show, feed_url=show.feed_url)
    bad_passages = [replace(passage, text=poison, speaker=poison, words=()) for passage in passages]
    bad_item = poisoned(item, poison)
    for some_show in (bad_show, reachable):
        assert_harmless(show_page(some_show, [poisoned(teaser, poison)], Pagination(poison, poison, poison)))
        for some_item in (bad_item, replace(bad_item, link=item.link, enclosure=item.enclosure)):
            assert_harmless("".join(episode_page(some_show, some_item, bad_passages, "", poison)))


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60) | st.sampled_from(HOSTILE).map(lambda text: BASE + text))
def test_no_text_breaks_a_page(text):
    show = Show(
        title=text,
        description=text,
        link=text,
        feed_url=text,
        guid="g",
        language=text,
        author=text,
        image_url=text,
        categories=(),
    )
    assert_harmless(show_page(show, []))
