"""From an essay that means harm, the whole way to all that is published of it: nothing in it runs.

The readers, the notes, the pages, the feed and the galley are the product's; only the voice is left out.
"""

import json
import re

import pytest
from lxml import etree, html
from mutagen.id3 import ID3
from unvoiced import published

from podcast.audition.page import page as audition_page
from podcast.audition.results import Absent, Audition, HeardVoice, Task
from podcast.config.settings import Settings
from podcast.episode.archive import Archive
from podcast.errors import PodcastError
from podcast.galley.page import galley
from podcast.text.lexicon import Lexicon
from podcast.text.reading import read_essay
from podcast.text.script import write_script
from podcast.voicing.reading_aloud import TextReader

#: Each a way in which a page, or a link in it, has been made to run something.
SCHEMES = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "java\r\nscript:alert(1)",
    "\x01javascript:alert(1)",
    "javascript&colon;alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A&#x61vascript:alert(1)",
    "jav&#x09;ascript:alert(1)",
    "&Tab;javascript:alert(1)",
    "vbscript:msgbox(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD4=",
    "data:image/svg+xml,<svg onload=alert(1)>",
    "file:///etc/passwd",
    "blob:x",
    "view-source:x",
    "//evil.example/x",
    "feed:javascript:alert(1)",
    "http:javascript:alert(1)",
    "%6Aavascript:alert(1)",
    "javascript%3Aalert(1)",
)
MARKUP = (
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img src=x onerror\t=\nalert(1)>",
    "<img/src=x/onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href='javascript:alert(1)'>x</a></svg>",
    "<svg><use href='data:image/svg+xml,x#x'/></svg>",
    "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data='javascript:alert(1)'></object>",
    "<embed src='javascript:alert(1)'>",
    "<base href='//evil.example/'>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>@import '//evil.example/x.css'</style>",
    "<p style='background:url(javascript:alert(1))'>x</p>",
    "<form action='javascript:alert(1)'><button formaction='javascript:alert(1)'>x</button></form>",
    "<details open ontoggle=alert(1)>x</details>",
    "<input autofocus onfocus=alert(1)>",
    "<body onload=alert(1)>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">x</p></noscript>',
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[><img src=x onerror=alert(1)>]]>",
    "<template><img src=x onerror=alert(1)></template>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<a href='x' onclick=alert(1)>x</a>",
    "<xmp><img src=x onerror=alert(1)></xmp>",
    "<?php alert(1) ?>",
    "{{ 7 * 7 }}{% raw %}",
    "]]><script>alert(1)</script>",
)
#: What no XML, no header, or no line of text may have.
TITLES = (
    "NUL \x00 here",
    "tab\x0bbed",
    "no char \ufffe\uffff",
    "half \ud800 a sign",
    "]]> & <b>",
    "evil \u202egpj.exe\u2066x",
    "\x1b[31mred\x07",
    "line\u2028and\u2029paragraph\x85",
    "\u0000\u0001\u001f\u007f\u009f",
    "a\r\nb: c",
    "&#0;&#xFFFE;&lt;",
    "\U000e0041\U000e0042 tags",
    "\ufeffmark",
    "é" * 300,
    "<script>alert(1)</script>",
    "{{ config }}",
    "%s %(x)s {0}",
)
NO_TEXT = set("\x00\x01\x07\x1b\x1f")  # an essay that has it is no text; in front matter it may be written out
BIDI = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_OWN = ("http://", "https://", "mailto:", "#", "./", "../", "data:,")
_APPS = ("podcast:", "overcast:", "pktc:", "castro", "antennapod-subscribe:", "podcastaddict:")


def essays():
    """Both formats, each with all of it: in a link, in a picture, as markup, in words."""
    links = "\n\n".join(f"[a link]({scheme}) and <{scheme}> and ![alt]({scheme})" for scheme in SCHEMES)
    tags = "\n\n".join(f'before <a href="{scheme}">a tag</a> after' for scheme in SCHEMES)
    markup = "\n\n".join(f"Words before. {one} Words behind.\n\n{one}" for one in MARKUP)
    yield "rivers.md", f"# Rivers\n\nThe first words.\n\n{links}\n\n{tags}\n\n{markup}\n\nThe last words.\n"
    body = "".join(f'<p>before <a href="{scheme}">a tag</a> <img src="{scheme}" alt="alt"></p>' for scheme in SCHEMES)
    for number, one in enumerate(MARKUP):
        text = f"<title>Rivers</title><article><h1>Rivers</h1><p>The first words.</p>{body}<p>Words before. {one}"
        yield f"rivers-{number}.html", text + " Words behind.</p></article>"


def assert_inert(text, name):
    """As a browser's parser sees it."""
    tree = html.document_fromstring(text)
    own = tree.xpath("//script[@src and starts-with(@src, '.')] | //script[@type='application/ld+json']")
    assert set(tree.xpath("//script")) <= set(own), name
    assert not tree.xpath("//@*[starts-with(name(), 'on')]"), name
    assert not tree.xpath("//iframe | //object | //embed | //base | //form[@action] | //template | //math"), name
    assert not tree.xpath("//meta[translate(@http-equiv, 'REFSH', 'refsh')='refresh']"), name
    for address in tree.xpath("//@href | //@src | //@*[local-name()='href'] | //@data | //@action | //@formaction"):
        assert not address or address.startswith((*_OWN, *_APPS)) or re.fullmatch(r"[\w./#-]*", address), (
            name,
            address,
        )
    assert not BIDI & set(text), name
    assert not FORBIDDEN.search(text), name


def assert_feed_inert(feed):
    assert not FORBIDDEN.search(feed.decode())
    root = etree.fromstring(feed)
    for name in ("description", "{http://purl.org/rss/1.0/modules/content/}encoded"):
        for notes in root.iter(name):
            assert_inert(f"<div>{notes.text}</div>", name)
    for address in root.xpath("//@url | //@href | //link/text()"):
        assert address.startswith(("https://", "http://", "#", "data:,")) or "/" not in address, address


@pytest.mark.parametrize(("name", "text"), list(essays()), ids=[name for name, _ in essays()])
def test_an_essay_s_markup_runs_nowhere(tmp_path, name, text):
    essay = read_essay(text.encode(), name)
    said = " ".join(block.text for block in essay.blocks)
    assert "The first words." in said
    published(Archive(tmp_path / "public"), text, name=name)
    pages = list((tmp_path / "public").rglob("*.html"))
    assert len(pages) == 2
    for page in pages:
        assert_inert(page.read_text("utf-8"), page.name)
    assert_feed_inert((tmp_path / "public" / "feed.xml").read_bytes())
    shown = galley(essay, write_script(essay, says_title=False), 61_000, ["<img src=x onerror=alert(1)>"])
    assert "<script" not in shown
    assert_inert(shown, "galley")


@pytest.mark.parametrize("title", TITLES)
def test_an_odd_title_is_told_everywhere_or_left_out(tmp_path, title):
    text = f"<title>{title}</title><article><h1>{title}</h1><p>The first words of some more.</p></article>"
    plain = f"---\ntitle: {json.dumps(title)}\nauthor: {json.dumps(title)}\n---\nThe first words.\n"
    for name, source in (("rivers.html", text), ("rivers.md", plain)):
        folder = tmp_path / name / "public"
        if set(source) & NO_TEXT:
            with pytest.raises(PodcastError, match="is not text"):
                published(Archive(folder), source, name=name)
            continue
        episode = published(Archive(folder), source, name=name).episode
        [mp3] = folder.rglob("*.mp3")
        for frame in ("TIT2", "TPE1", "TALB", "COMM", "USLT"):
            assert not any(FORBIDDEN.search(str(text)) for text in ID3(mp3).getall(frame))
        for page in folder.rglob("*.html"):
            assert_inert(page.read_text("utf-8"), page.name)
        assert_feed_inert((folder / "feed.xml").read_bytes())
        assert (
            json.loads((folder / "episodes" / episode.slug / "episode.json").read_text("utf-8"))["slug"] == episode.slug
        )
        for file in folder.rglob("*.vtt"):
            assert not FORBIDDEN.search(file.read_text("utf-8"))


@pytest.mark.parametrize("poison", [*MARKUP, *SCHEMES, *TITLES])
def test_an_audition_s_page_takes_all_words_for_words(poison):
    task = Task(poison, TextReader(Lexicon(), "en-us"), Settings())
    heard = HeardVoice(poison, "espeak_ng", poison, poison, poison, poison, 0, 900, 150, -16.0, -1.0, None)
    page = audition_page(Audition(task, (heard,), (Absent(poison, poison),), 900), poison, "voices.mp3")
    tree = html.document_fromstring(page.encode(errors="replace"))
    assert len(tree.xpath("//script")) == 1
    assert not tree.xpath("//@*[starts-with(name(), 'on')] | //iframe | //object | //base | //svg//script | //img")
    policy = "".join(tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content"))
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
