"""A show that keeps every rule has no problem, and for each rule there is a way to break it that is noticed."""

import json
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from feed.check import RULES
from feed.show import Chapter

FOLDER = "episodes/paper/paper-1f2e3d4c"
CHAPTERS = f'<podcast:chapters url="https://example.org/show/{FOLDER}.chapters.json" type="application/json+chapters"/>'
INK_VTT = '<podcast:transcript url="https://example.org/show/episodes/ink/ink-9a8b7c6d.vtt" type="text/vtt"/>'
CATEGORY = '<itunes:category text="Society &amp; Culture"><itunes:category text="Philosophy"/></itunes:category>'
PAPER_GUID = '<guid isPermaLink="false">5b3f0f0e-6a51-4b8e-9f0e-0d6a1a5b1c11</guid>'
INK_GUID = "<guid>https://example.org/show/ink</guid>"
ENCLOSURE = (
    '<enclosure url="https://example.org/show/episodes/paper/paper-1f2e3d4c.mp3" length="1000" type="audio/mpeg"/>'
)


def swap(old, new=""):
    return lambda show: show.swap(old, new)


def published_at(url):
    return lambda show: setattr(show, "standard", replace(show.standard, published_at=url))


def move(text, before):
    def change(show):
        show.swap(text, "")
        show.swap(before, text + before)

    return change


def drop(name):
    return lambda show: show.drop(name)


def hear(**changes):
    return lambda show: show.hear(**changes)


def put(name, content):
    """Write a file: bytes, or what a function makes of those that are there."""

    def change(show):
        show.files[name] = content(show.files[name]) if callable(content) else content

    return change


def rewrite(name, old, new):
    def change(show):
        assert old in show.files[name]
        show.files[name] = show.files[name].replace(old, new, 1)

    return change


def cover(width_px=1400, height_px=1400, mode="RGB", form="JPEG", **options):
    file = BytesIO()
    Image.new(mode, (width_px, height_px), 128).save(file, form, **options)
    return put("cover.jpg", file.getvalue())


def chapters(*starts_s):
    facts = {"version": "1.2.0", "chapters": [{"startTime": start_s, "title": str(start_s)} for start_s in starts_s]}
    tagged = tuple(Chapter(int(start_s * 1000), str(start_s)) for start_s in starts_s)

    def change(show):
        show.files[f"{FOLDER}.chapters.json"] = json.dumps(facts).encode()
        show.hear(chapters=tagged)
        show.swap("<p>00:00:00 Pulp<br>00:01:00 Ink &amp; Quill<br>00:03:00 Press</p>", "")

    return change


def twice(text):
    return swap(text, text + text)


def title_of_paper_for_ink(show):
    show.swap("On Ink", "On  paper")
    show.swap("<description>Ink.", "<itunes:season>1</itunes:season><description>Ink.")


WAYS = [
    ("feed", lambda show: setattr(show, "feed_name", "rss.xml")),
    ("xml", swap("Essays &amp; Voices", "Essays & Voices")),
    ("xml", lambda show: setattr(show, "feed", show.feed[: len(show.feed) // 2])),
    ("xml", lambda show: setattr(show, "feed", "")),
    ("encoding", swap('encoding="UTF-8"', 'encoding="ISO-8859-1"')),
    ("doctype", swap("<rss", "<!DOCTYPE rss><rss")),
    ("rss", lambda show: setattr(show, "feed", "<html><body><p>Not found</p></body></html>")),
    ("rss", swap('version="2.0">', 'version="0.92">')),
    ("namespaces", swap("purl.org/rss/1.0/modules/content/", "purl.org/rss/1.0/modules/content")),
    ("pages", swap("<title>", '<atom:link rel="next" href="https://example.org/show/feed-2.xml"/><title>')),
    ("show-title", swap("<title>Essays &amp; Voices</title>")),
    ("show-description", swap("<description>Essays, read aloud.</description>")),
    ("show-link", swap("<link>https://example.org/show/</link>")),
    ("once", twice("<itunes:author>Ada Lovelace</itunes:author>")),
    ("self-link", swap('<atom:link href="https://example.org/show/feed.xml" rel="self" type="application/rss+xml"/>')),
    ("self-link", published_at("https://example.org/feed.xml")),
    ("language", swap("en-us", "en_US")),
    ("language", swap("en-us", "english")),
    ("explicit", swap("<itunes:explicit>false", "<itunes:explicit>clean")),
    ("explicit", swap("<itunes:explicit>false</itunes:explicit>")),
    ("category", swap('"Philosophy"', '"philosophy"')),
    ("category", swap(CATEGORY)),
    ("show-image", swap('<itunes:image href="https://example.org/show/cover.jpg"/>')),
    ("image-order", move('<itunes:image href="https://example.org/show/cover.jpg"/>', "<image>")),
    ("image-order", swap("<image><url>https://example.org/show/cover.jpg", "<image><url>https://example.org/old.jpg")),
    ("author", swap("<itunes:author>Ada Lovelace</itunes:author>")),
    ("show-guid", swap("<podcast:guid>0495cb90", "<podcast:guid>0495")),
    ("show-guid", swap("<podcast:guid>0495cb90-b9d0-50ba-b94b-a40da5f73898</podcast:guid>")),
    ("show-guid-origin", swap("<podcast:guid>0495cb90", "<podcast:guid>0495cb91")),
    ("locked", swap("<podcast:locked>yes", "<podcast:locked>true")),
    ("show-type", swap("episodic", "Episodic")),
    ("build-date", swap("Mon, 09 Mar 2026 12:00:00 +0000", "2026-03-09")),
    ("feed-style", drop("feed.xsl")),
    ("feed-style", drop("feed.css")),
    ("link-found", drop("index.html")),
    ("link-found", drop("episodes/paper/index.html")),
    ("public-address", swap("<link>https://example.org/show/<", "<link>http://localhost:8000/<")),
    ("public-address", swap("<link>https://example.org/show/<", "<link>http://192.168.1.7/<")),
    ("public-address", swap("https://example.org/show/episodes/paper/<", "http://desk.local/<")),
    ("absolute-address", swap("<link>https://example.org/show/<", "<link>/show/<")),
    ("absolute-address", swap("https://example.org/show/episodes/paper/<", "https://example.org/é/<")),
    ("description-length", swap("Essays, read aloud.", "é" * 2001)),
    ("description-length", swap("Ink.", "x" * 4001)),
    ("text-length", swap("Ada Lovelace</itunes:author>", "A" * 256 + "</itunes:author>")),
    ("text-length", swap("On Ink", "x" * 256)),
    ("edge-white-space", swap("Essays, read aloud.", " Essays, read aloud.")),
    ("edge-white-space", swap("<description>Ink.", "<description>Ink.\n")),
    ("ai-content", swap('<podcast:txt purpose="ai-content">true</podcast:txt>')),
    ("ai-content", swap('"ai-content">true', '"ai-content">yes')),
    ("cover-found", drop("cover.jpg")),
    ("cover-sound", put("cover.jpg", b"<html>Not found</html>")),
    ("cover-sound", put("cover.jpg", lambda data: data[:500])),
    ("cover-size", cover(1399, 1399)),
    ("cover-size", cover(1400, 1500)),
    ("cover-size", cover(3001, 3001)),
    ("cover-colour", cover(mode="L")),
    ("cover-suffix", cover(form="PNG")),
    ("cover-private", cover(comment=b"Ada's camera")),
    ("cover-private", cover(exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0")),
    ("cover-private", cover(form="MPO", save_all=True, append_images=[Image.new("RGB", (9, 9))])),
    ("cover-weight", put("cover.jpg", lambda data: data + bytes(512 * 1024))),
    ("person", swap('group="writing">Ada Lovelace', 'group="writing">' + "A" * 129)),
    ("funding", swap(">Support the show<", "><")),
    ("location", swap("geo:59.86,17.64", "59.86 17.64")),
    ("license", swap("cc-by-4.0", "All rights reserved")),
    ("medium", swap("<podcast:medium>podcast", "<podcast:medium>essay")),
    ("updatefrequency", swap("FREQ=WEEKLY", "WEEKLY")),
    ("trailer", swap('pubdate="Mon, 02 Mar 2026 12:00:00 +0000" ')),
    ("soundbite", swap('duration="60.0"', 'duration="14"')),
    ("soundbite", swap('startTime="73.0"', 'startTime="360"')),
    ("item-title", swap("<title>On Ink</title>", "<title></title>")),
    ("same-title", title_of_paper_for_ink),
    ("title-number", swap("On Paper", "Episode 2: On Paper")),
    ("title-number", swap("On Paper", "2. On Paper")),
    ("item-guid", swap(INK_GUID)),
    ("item-guid", swap(INK_GUID, PAPER_GUID)),
    ("guid-permalink", swap(' isPermaLink="false"')),
    ("date", swap("Mon, 02 Mar 2026 12:00:00 +0000</pubDate>", "2026-03-02T12:00:00Z</pubDate>")),
    ("date", swap("Mon, 02 Mar 2026 12:00:00 +0000</pubDate>", "Mon, 02 March 2026 12:00:00 +0000</pubDate>")),
    ("date-weekday", swap("Mon, 02 Mar 2026 12:00:00 +0000</pubDate>", "Tue, 02 Mar 2026 12:00:00 +0000</pubDate>")),
    ("date-zone", swap("Mon, 02 Mar 2026 12:00:00 +0000</pubDate>", "Mon, 02 Mar 2026 12:00:00 +0100</pubDate>")),
    ("date-past", swap("Mon, 02 Mar 2026 12:00:00 +0000</pubDate>", "Tue, 02 Mar 2027 12:00:00 +0000</pubDate>")),
    ("newest-first", swap("Sun, 01 Mar", "Tue, 03 Mar")),
    ("item-explicit", swap("</itunes:duration>\n<itunes:explicit>false", "</itunes:duration>\n<itunes:explicit>no")),
    ("episode-type", swap(">full<", ">Full<")),
    ("numbers", swap("<itunes:season>1", "<itunes:season>0")),
    ("numbers", swap("<itunes:episode>2", "<itunes:episode>two")),
    ("serial-numbers", swap("episodic", "serial")),
    ("html", swap("<p>See", "<p><img src='x.jpg'>See")),
    ("html", swap("Ink.", "<b>Ink.</b>")),
    ("html", swap("Ink.", "&lt;script&gt;x()&lt;/script&gt;")),
    ("enclosure", swap(ENCLOSURE)),
    ("enclosure", twice(ENCLOSURE)),
    ("enclosure", swap(' length="1000"')),
    ("enclosure-url", swap("https://example.org/show/episodes/paper/paper-1f2e3d4c.mp3", "episodes/paper.mp3")),
    ("enclosure-suffix", lambda show: (show.swap("4c.mp3", "4c"), put(FOLDER, bytes(1000))(show))),
    ("enclosure-type", swap('type="audio/mpeg"', 'type="audio/mp3"')),
    ("enclosure-found", drop(f"{FOLDER}.mp3")),
    ("enclosure-length", put(f"{FOLDER}.mp3", bytes(999))),
    ("enclosure-length", swap('length="1000"', 'length="1 KB"')),
    ("alternates", drop(f"{FOLDER}.opus")),
    ("alternates", swap('length="500"', 'length="501"')),
    ("alternates", swap('type="audio/ogg" ')),
    ("duration", swap("<itunes:duration>407", "<itunes:duration>6:47")),
    ("duration-true", swap("<itunes:duration>407", "<itunes:duration>409")),
    ("audio-decodes", hear(fault="it can't be decoded")),
    ("audio-loudness", hear(loudness_lufs=-17.3)),
    ("audio-peak", hear(true_peak_dbtp=-0.8)),
    ("audio-silence", hear(silences_s=((10.0, 16.0),))),
    ("transcript", swap(INK_VTT)),
    ("transcript-type", swap('type="application/x-subrip"', 'type="application/srt"')),
    ("transcript-found", drop(f"{FOLDER}.srt")),
    ("transcript-parses", put(f"{FOLDER}.vtt", b"no captions")),
    ("transcript-parses", rewrite(f"{FOLDER}.vtt", b"00:00:04.500", b"00:00:0x.500")),
    ("transcript-parses", rewrite(f"{FOLDER}.srt", b"00:00:04,500", b"00:00:0x,500")),
    ("transcript-parses", put(f"{FOLDER}.srt", b"\xff\xfe\x00")),
    ("transcript-order", rewrite(f"{FOLDER}.vtt", b"00:00:04.500", b"00:00:00.500")),
    ("transcript-order", rewrite(f"{FOLDER}.srt", b"00:00:09,000", b"00:00:02,000")),
    ("transcript-within", rewrite(f"{FOLDER}.vtt", b"00:00:09.000", b"00:06:49.000")),
    ("vtt-lines", rewrite(f"{FOLDER}.vtt", b"Ink", b"Ink" * 20)),
    ("vtt-voice", rewrite(f"{FOLDER}.vtt", b"<v Narrator>", b"")),
    ("srt-lines", rewrite(f"{FOLDER}.srt", b"Ink", b"Ink" * 6)),
    ("srt-lines", rewrite(f"{FOLDER}.srt", b"Ink doesn't", b"Ink\ndoes\nnot")),
    ("chapters", swap(CHAPTERS)),
    ("chapters-type", swap("application/json+chapters", "application/json")),
    ("chapters-found", drop(f"{FOLDER}.chapters.json")),
    ("chapters-parse", put(f"{FOLDER}.chapters.json", b'{"version": "1.2.0"}')),
    ("chapters-parse", put(f"{FOLDER}.chapters.json", b"[" * 100_000)),
    ("chapter-pictures", drop("episodes/paper/paper-5e6f7a8b.jpg")),
    ("chapters-order", chapters(5, 60)),
    ("chapters-order", chapters(0, 60, 30)),
    ("chapters-within", chapters(0, 60, 500)),
    ("chapters-tag", hear(chapters=())),
    ("chapters-tag", hear(chapters=(Chapter(0, "Pulp"), Chapter(60_500, "Ink"), Chapter(180_000, "Press")))),
    ("chapters-notes", swap("00:01:00", "00:01:05")),
    ("tag-version", hear(tag_version="2.4")),
    ("album", hear(tag_album="Essays")),
    ("tag-chapters", hear(chapter_faults=("the table of contents has no title",))),
]  # fmt: skip


def test_a_show_that_keeps_every_rule_has_no_problem(show):
    report = show.report()
    assert report.problems == ()
    assert report.episodes == 2


@pytest.mark.parametrize(("rule", "change"), WAYS, ids=[f"{rule}-{number}" for number, (rule, _) in enumerate(WAYS)])
def test_a_broken_rule_is_noticed_and_no_other(show, rule, change):
    change(show)
    assert show.broken() == [rule]


def test_there_is_a_way_to_break_every_rule():
    assert {rule for rule, _ in WAYS} == {rule.id for rule in RULES}


def test_rules_are_told_apart_by_their_ids():
    assert len({rule.id for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_says_its_source_and_a_remedy_in_sentences(rule):
    assert rule.source
    for sentence in (rule.statement, rule.remedy):
        assert sentence[0].isupper() or sentence.startswith(
            ("itunes:", "podcast:", "atom:", "lastBuildDate", "pubDate", "HTML", "RSS")
        )
        assert sentence.endswith((".", "true or false."))


def test_a_show_may_want_another_loudness(show):
    show.hear(loudness_lufs=-19)
    assert show.broken() == ["audio-loudness"]
    show.standard = replace(show.standard, loudness_lufs=-19)
    assert show.broken() == []


def test_a_show_may_want_softer_peaks(show):
    show.hear(true_peak_dbtp=-2.5)
    assert show.broken() == []
    show.standard = replace(show.standard, true_peak_dbtp=-3.0)
    assert show.broken() == ["audio-peak"]


def test_lines_of_captions_are_as_long_as_they_are_shown(show):
    line = "<v Narrator>Salt &amp; sand, so that 1 &lt; 2: a line of sixty-five characters."
    rewrite(f"{FOLDER}.vtt", b"Ink doesn't ask why.", line.encode())(show)
    assert show.broken() == []
    rewrite(f"{FOLDER}.vtt", b"characters.", b"characters, and more than that.")(show)
    assert show.broken() == ["vtt-lines"]


def test_a_title_may_come_again_in_another_season(show):
    swap("On Ink", "On Paper")(show)
    swap("<description>Ink.", "<itunes:season>2</itunes:season><description>Ink.")(show)
    assert show.broken() == []


def test_an_episode_whose_tag_names_no_album_is_left_alone(show):
    show.hear(tag_album="")
    assert show.broken() == []


def test_pages_and_styles_that_lie_elsewhere_are_not_judged(show):
    swap("<link>https://example.org/show/</link>", "<link>https://example.org/</link>")(show)
    swap('href="feed.xsl"', 'href="https://elsewhere.example/feed.xsl"')(show)
    assert show.broken() == []
