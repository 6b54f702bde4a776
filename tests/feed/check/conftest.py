"""A show that keeps every rule, written by hand, small, and easy to break."""

import json
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from feed.check import Folder, Heard, Standard, check
from feed.show import Chapter

BASE = "https://example.org/show"
FEED_URL = f"{BASE}/feed.xml"
NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)

FEED = """\
<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet type="text/xsl" href="feed.xsl"?>
<?xml-stylesheet type='text/css' href='feed.css'?>
<rss xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
     xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:atom="http://www.w3.org/2005/Atom"
     xmlns:podcast="https://podcastindex.org/namespace/1.0" version="2.0">
<channel>
<title>Essays &amp; Voices</title>
<link>https://example.org/show/</link>
<atom:link href="https://example.org/show/feed.xml" rel="self" type="application/rss+xml"/>
<description>Essays, read aloud.</description>
<language>en-us</language>
<lastBuildDate>Mon, 09 Mar 2026 12:00:00 +0000</lastBuildDate>
<image><url>https://example.org/show/cover.jpg</url><title>Essays</title><link>https://example.org/show/</link></image>
<itunes:image href="https://example.org/show/cover.jpg"/>
<itunes:author>Ada Lovelace</itunes:author>
<itunes:type>episodic</itunes:type>
<itunes:explicit>false</itunes:explicit>
<itunes:category text="Society &amp; Culture"><itunes:category text="Philosophy"/></itunes:category>
<podcast:guid>0495cb90-b9d0-50ba-b94b-a40da5f73898</podcast:guid>
<podcast:locked>yes</podcast:locked>
<podcast:medium>podcast</podcast:medium>
<podcast:person role="author" group="writing">Ada Lovelace</podcast:person>
<podcast:funding url="https://example.org/support">Support the show</podcast:funding>
<podcast:location geo="geo:59.86,17.64" osm="R113314">Uppsala</podcast:location>
<podcast:license>cc-by-4.0</podcast:license>
<podcast:updateFrequency rrule="FREQ=WEEKLY;INTERVAL=2">Every other week</podcast:updateFrequency>
<podcast:trailer pubdate="Mon, 02 Mar 2026 12:00:00 +0000" url="https://example.org/t.mp3">Hear this</podcast:trailer>
<podcast:txt purpose="ai-content">true</podcast:txt>
<item>
<title>On Paper</title>
<guid isPermaLink="false">5b3f0f0e-6a51-4b8e-9f0e-0d6a1a5b1c11</guid>
<pubDate>Mon, 02 Mar 2026 12:00:00 +0000</pubDate>
<link>https://example.org/show/episodes/paper/</link>
<enclosure url="https://example.org/show/episodes/paper/paper-1f2e3d4c.mp3" length="1000" type="audio/mpeg"/>
<description><![CDATA[<p>See <a href="https://example.com/">this</a>.</p>\
<p>00:00:00 Pulp<br>00:01:00 Ink &amp; Quill<br>00:03:00 Press</p>]]></description>
<itunes:duration>407</itunes:duration>
<itunes:explicit>false</itunes:explicit>
<itunes:episodeType>full</itunes:episodeType>
<itunes:season>1</itunes:season>
<itunes:episode>2</itunes:episode>
<podcast:transcript url="https://example.org/show/episodes/paper/paper-1f2e3d4c.vtt" type="text/vtt"/>
<podcast:transcript url="https://example.org/show/episodes/paper/paper-1f2e3d4c.srt" type="application/x-subrip"/>
<podcast:chapters url="https://example.org/show/episodes/paper/paper-1f2e3d4c.chapters.json" \
type="application/json+chapters"/>
<podcast:alternateEnclosure type="audio/ogg" length="500" bitrate="24000">\
<podcast:source uri="https://example.org/show/episodes/paper/paper-1f2e3d4c.opus"/></podcast:alternateEnclosure>
<podcast:soundbite startTime="73.0" duration="60.0"/>
<podcast:txt purpose="ai-content">true</podcast:txt>
</item>
<item>
<title>On Ink</title>
<guid>https://example.org/show/ink</guid>
<pubDate>Sun, 01 Mar 2026 12:00:00 GMT</pubDate>
<enclosure url="https://op3.dev/e/example.org/show/episodes/ink/ink-9a8b7c6d.mp3" length="1001" type="audio/mpeg"/>
<description>Ink.</description>
<itunes:duration>407</itunes:duration>
<podcast:transcript url="https://example.org/show/episodes/ink/ink-9a8b7c6d.vtt" type="text/vtt"/>
<podcast:txt purpose="ai-content">true</podcast:txt>
</item>
</channel>
</rss>
"""
VTT = """\
WEBVTT

00:00:01.000 --> 00:00:04.000
<v Narrator>Paper keeps what is written on it.

00:00:04.500 --> 00:00:09.000
Ink doesn't ask why.
"""
SRT = """\
1
00:00:01,000 --> 00:00:04,000
Paper keeps what is
written on it.

2
00:00:04,500 --> 00:00:09,000
Ink doesn't ask why.
"""
CHAPTERS = {
    "version": "1.2.0",
    "chapters": [
        {"startTime": 0, "title": "Pulp"},
        {
            "startTime": 60.5,
            "title": "Ink & Quill",
            "img": "https://example.org/show/episodes/paper/paper-5e6f7a8b.jpg",
        },
        {"startTime": 180, "title": "Press"},
    ],
}
TAGGED = (Chapter(0, "Pulp"), Chapter(60_500, "Ink & Quill"), Chapter(180_000, "Press"))
PAPER = f"{BASE}/episodes/paper/paper-1f2e3d4c.mp3"


def picture(width_px=1400, height_px=1400, mode="RGB", form="JPEG", fill=128):
    file = BytesIO()
    Image.new(mode, (width_px, height_px), fill).save(file, form)
    return file.getvalue()


COVER = picture()
HEARD = Heard(
    406_600, loudness_lufs=-16.2, true_peak_dbtp=-1.2, tag_version="2.3", tag_album="Essays & Voices", chapters=TAGGED
)
STANDARD = Standard(NOW, FEED_URL)


@dataclass
class GoldenShow:
    """Change what you like, then look which rules are broken."""

    folder: Path
    feed: str = FEED
    feed_name: str = "feed.xml"
    files: dict[str, bytes] = field(
        default_factory=lambda: {
            "cover.jpg": COVER,
            "feed.xsl": b"<xsl/>",
            "feed.css": b"item {}",
            "index.html": b'<link rel="stylesheet" href="feed.css"><a href="feed.xml">Feed</a>',
            "episodes/paper/paper-5e6f7a8b.jpg": COVER,
            "episodes/paper/paper-1f2e3d4c.mp3": bytes(1000),
            "episodes/paper/paper-1f2e3d4c.opus": bytes(500),
            "episodes/paper/paper-1f2e3d4c.vtt": VTT.encode(),
            "episodes/paper/paper-1f2e3d4c.srt": SRT.encode(),
            "episodes/paper/paper-1f2e3d4c.chapters.json": json.dumps(CHAPTERS).encode(),
            "episodes/paper/index.html": b"<p>paper-1f2e3d4c.mp3</p>",
            "episodes/ink/ink-9a8b7c6d.mp3": bytes(1001),
            "episodes/ink/ink-9a8b7c6d.vtt": VTT.encode(),
        }
    )
    heard: Heard = HEARD
    standard: Standard = STANDARD

    def swap(self, old, new):
        assert old in self.feed
        self.feed = self.feed.replace(old, new, 1)

    def drop(self, name):
        del self.files[name]

    def write(self):
        for name, content in {**self.files, self.feed_name: self.feed.encode()}.items():
            (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / name).write_bytes(content)
        return Folder(self.folder, (BASE,))

    def report(self):
        ears = {PAPER: self.heard, PAPER.replace("https://", "https://op3.dev/e/"): self.heard}
        return check(self.write(), FEED_URL, self.standard, listen=ears.get)

    def broken(self):
        """The ids of the rules that are broken."""
        return sorted({problem.rule.id for problem in self.report().problems})

    def hear(self, **changes):
        self.heard = replace(self.heard, **changes)


@pytest.fixture
def show(tmp_path):
    return GoldenShow(tmp_path / "public")
