"""A real episode in other people's players and readers: what they show is what the essay says, everywhere the same."""

import html
import json
import re
import subprocess
import sys
from io import BytesIO

import feedparser
import podcastparser
import pytest
import webvtt
from lxml import etree
from mutagen.id3 import ID3
from PIL import Image

FEED_URL = "https://example.org/shore/feed.xml"
PODCAST = "{https://podcastindex.org/namespace/1.0}"
TITLES = [
    "The Keeper’s Log",
    "Fog & frost",
    "The inspector from the board",
    "What forty thousand pages of wind, rain and oil can teach a writer of anything",
    "A word about ink",
    "Light",
]
INSPECTOR = 2  # the chapter with a link and a picture


def told(*command):
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True, timeout=60).stdout


def probed(judge, path, *wanted):
    return json.loads(told(judge("ffprobe"), "-v", "error", *wanted, "-of", "json", path))


@pytest.fixture(scope="module")
def in_tag(real_show):
    """The chapters of the ID3 tag, as mutagen reads them, in the order of its table of contents."""
    tag = ID3(real_show.one(".mp3"))
    return [tag[f"CHAP:{element_id}"] for element_id in tag["CTOC:toc"].child_element_ids]


@pytest.fixture(scope="module")
def in_json(real_show):
    return json.loads(real_show.one(".chapters.json").read_text("utf-8"))["chapters"]


@pytest.fixture(scope="module")
def item(real_show):
    return etree.parse(real_show.public / "feed.xml").getroot().find("channel/item")


@pytest.fixture(scope="module")
def said(real_show):
    """The texts of all segments, as `podcast script` tells them."""
    command = [sys.executable, "-m", "podcast", "script", real_show.essay, "--show", real_show.folder, "--json"]
    done = subprocess.run(command, cwd=real_show.folder, capture_output=True, encoding="utf-8", check=True)
    return [segment["text"] for segment in json.loads(done.stdout)["segments"]]


def test_ffprobe_lists_the_chapters_in_order(real_show, judge):
    """It tells them as they stand in the file, while other players sort them."""
    chapters = probed(judge, real_show.one(".mp3"), "-show_chapters")["chapters"]
    assert [chapter["tags"]["title"] for chapter in chapters] == TITLES
    for chapter, wanted in zip(chapters, real_show.told["chapters"], strict=True):
        assert float(chapter["start_time"]) == pytest.approx(wanted["start_ms"] / 1000, abs=0.001)
    ends = [chapter["end_time"] for chapter in chapters]
    assert ends[:-1] == [chapter["start_time"] for chapter in chapters[1:]]
    assert float(ends[-1]) == pytest.approx(real_show.told["duration_ms"] / 1000, abs=0.001)


def test_mpv_lists_the_chapters(real_show, judge):
    each = [f"${{=chapter-list/{number}/time}} ${{chapter-list/{number}/title}}" for number in range(len(TITLES))]
    message = "\n".join(["<${=chapter-list/count}", *each, "${=duration}>"])
    quick = ["--no-config", "--no-video", "--ao=null", "--frames=1", "--msg-color=no"]
    shown = told(judge("mpv"), *quick, f"--term-playing-msg={message}", real_show.one(".mp3"))
    count, *chapters, duration_s = re.search("<(.+)>", shown, re.DOTALL)[1].splitlines()
    assert int(count) == len(TITLES)
    assert [chapter.partition(" ")[2] for chapter in chapters] == TITLES
    for chapter, wanted in zip(chapters, real_show.told["chapters"], strict=True):
        assert float(chapter.partition(" ")[0]) == pytest.approx(wanted["start_ms"] / 1000, abs=0.001)
    assert float(duration_s) == pytest.approx(real_show.told["duration_ms"] / 1000, abs=0.05)


def test_ffprobe_sees_title_artist_and_cover(real_show, judge):
    facts = probed(judge, real_show.one(".mp3"), "-show_format", "-show_streams")
    tags = facts["format"]["tags"]
    assert (tags["title"], tags["artist"], tags["album"]) == ("The Keeper’s Log", "Ada Lake", "Shore Letters")
    audio, cover = facts["streams"]
    assert (audio["codec_name"], audio["sample_rate"], audio["channels"]) == ("mp3", "44100", 1)
    assert cover["disposition"]["attached_pic"] == 1
    assert cover["width"] == cover["height"] >= 1400


def test_tag_file_and_description_tell_the_same_chapters(real_show, in_tag, in_json, item):
    """Where they contradict one another, apps show none."""
    of_tag = [(chapter.start_time, str(chapter.sub_frames["TIT2"])) for chapter in in_tag]
    of_json = [(round(chapter["startTime"] * 1000), chapter["title"]) for chapter in in_json]
    assert of_tag == of_json == [(chapter["start_ms"], chapter["title"]) for chapter in real_show.told["chapters"]]
    for name in ("description", "{http://purl.org/rss/1.0/modules/content/}encoded"):
        stamps = re.findall(r"(?:<p>|<br>)(\d\d):(\d\d):(\d\d) (.+?)(?=<)", item.findtext(name))
        of_notes = [(int(h) * 3600 + int(m) * 60 + int(s), html.unescape(title)) for h, m, s, title in stamps]
        assert of_notes == [(start_ms // 1000, title) for start_ms, title in of_tag]


def test_a_chapter_s_picture_and_link_are_in_the_tag_and_in_the_file(real_show, in_tag, in_json):
    assert [number for number, chapter in enumerate(in_json) if {"img", "url"} & chapter.keys()] == [INSPECTOR]
    assert [number for number, chapter in enumerate(in_tag) if len(chapter.sub_frames) > 1] == [INSPECTOR]
    of_tag, of_json = in_tag[INSPECTOR].sub_frames, in_json[INSPECTOR]
    assert of_json["url"] == of_tag.getall("WXXX")[0].url == "https://example.org/inspector"
    [picture] = of_tag.getall("APIC")
    assert real_show.published(of_json["img"]).read_bytes() == picture.data
    with Image.open(BytesIO(picture.data)) as image:
        assert (image.format, picture.mime, image.size) == ("JPEG", "image/jpeg", (640, 480))
        red, _, blue = image.convert("RGB").getpixel((320, 240))
        assert red < 16  # navy, as the essay's own
        assert blue > 112


@pytest.fixture(scope="module")
def vtt(real_show):
    return list(webvtt.read(str(real_show.one(".vtt"))))


@pytest.fixture(scope="module")
def srt(real_show):
    return list(webvtt.from_srt(str(real_show.one(".srt"))))


def words_of(captions):
    return [html.unescape(word) for caption in captions for word in caption.text.split()]


def test_no_word_of_the_essay_is_missing_in_a_transcript(vtt, srt, said):
    welcome, sign_off = (
        "This is Shore Letters. The Keeper’s Log, by Ada Lake.",
        "That was The Keeper’s Log, by Ada Lake.",
    )
    everything = f"{welcome} {' '.join(said)} {sign_off} You have been listening to Shore Letters.".split()
    assert words_of(vtt) == words_of(srt) == everything


def test_captions_fit_a_screen(vtt, srt):
    assert all(len(caption.text.splitlines()) <= 2 for caption in vtt + srt)
    assert max(len(html.unescape(line)) for caption in vtt for line in caption.text.splitlines()) <= 65
    assert max(len(line) for caption in srt for line in caption.text.splitlines()) <= 32
    assert {caption.voice for caption in vtt} == {"Narrator"}


@pytest.mark.parametrize("kind", ["vtt", "srt"])
def test_captions_follow_each_other_within_the_episode(kind, real_show, request):
    captions = request.getfixturevalue(kind)
    clocks = [clock for caption in captions for clock in (caption.start, caption.end)]
    assert clocks == sorted(clocks)
    assert all(caption.start < caption.end for caption in captions)
    assert captions[-1].end_in_seconds <= real_show.told["duration_ms"] / 1000


def test_feedparser_reads_the_episode(real_show):
    [entry] = feedparser.parse((real_show.public / "feed.xml").read_bytes()).entries
    [enclosure] = entry.enclosures
    assert real_show.published(enclosure.href) == real_show.one(".mp3")
    assert (int(enclosure.length), enclosure.type) == (real_show.told["bytes"], "audio/mpeg")
    assert int(entry.itunes_duration) == round(real_show.told["duration_ms"] / 1000)
    assert real_show.published(entry.podcast_chapters["url"]) == real_show.one(".chapters.json")
    assert entry.podcast_chapters["type"] == "application/json+chapters"
    assert real_show.published(entry.podcast_transcript["url"]) == real_show.one(".words.json")  # it keeps the last


def test_podcastparser_reads_the_episode(real_show):
    with (real_show.public / "feed.xml").open("rb") as file:
        [episode] = podcastparser.parse(FEED_URL, file)["episodes"]
    [enclosure] = episode["enclosures"]
    assert real_show.published(enclosure["url"]) == real_show.one(".mp3")
    assert (enclosure["file_size"], enclosure["mime_type"]) == (real_show.told["bytes"], "audio/mpeg")
    assert episode["total_time"] == round(real_show.told["duration_ms"] / 1000)
    assert episode["guid"] == real_show.told["guid"]
    assert "Fog & frost" in episode["description"]


def test_every_file_that_the_feed_names_is_there(real_show, item):
    named = {
        transcript.get("type"): real_show.published(transcript.get("url"))
        for transcript in item.findall(f"{PODCAST}transcript")
    }
    assert named["text/vtt"] == real_show.one(".vtt")
    assert named["application/x-subrip"] == real_show.one(".srt")
    assert named["application/json"] == real_show.one(".words.json")


def test_the_opus_file_is_the_same_episode(real_show, real_sound, item, judge):
    alternate = item.find(f"{PODCAST}alternateEnclosure")
    ogg = real_show.published(alternate.find(f"{PODCAST}source").get("uri"))
    assert int(alternate.get("length")) == ogg.stat().st_size < real_show.told["bytes"] / 2
    [stream] = probed(judge, ogg, "-show_streams")["streams"]
    assert (stream["codec_name"], stream["channels"]) == ("opus", 1)
    decoded = [judge("ffmpeg"), "-v", "error", "-i", ogg, "-f", "s16le", "-ac", "1", "-ar", "44100", "-"]
    pcm = subprocess.run(decoded, capture_output=True, check=True).stdout
    assert len(pcm) / 2 / 44_100 == pytest.approx(len(real_sound) / 44_100, abs=0.1)
