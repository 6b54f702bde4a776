"""Texts that have broken programs, in each place that takes one: read or refused, and published readably.

naughty.json has them: controls, what is no character, scripts and directions, numbers, names that systems keep, markup
of many kinds, what engines take for orders. Each is there once; add what you meet.
"""

import io
import json
import re
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from lxml import etree
from mutagen.id3 import ID3

from feed.passages import Passage, TimedWord
from feed.show import Chapter
from podcast.config.load import load_settings
from podcast.config.scripts import script_of
from podcast.config.settings import Settings, ShowSettings
from podcast.episode.archive import Archive
from podcast.episode.catalog import Catalog
from podcast.episode.cover import Cover
from podcast.episode.facts import Audio, Episode, to_json
from podcast.episode.identity import identify, slugify
from podcast.episode.tags import TagFacts, id3
from podcast.episode.transcript import TimedTranscript
from podcast.errors import PodcastError
from podcast.show.site import Branding, ShowSite
from podcast.text.lexicon import Lexicon
from podcast.text.lexicon.entry import read_table
from podcast.text.notices import notices
from podcast.text.partition import partition_faults
from podcast.text.reading import read_essay
from podcast.text.spoken import spoken
from podcast.voicing.reading_aloud import TextReader

NAUGHTY = json.loads((Path(__file__).parent / "naughty.json").read_text("utf-8"))
NOW = datetime(2026, 3, 1, tzinfo=UTC)
SAFE_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{digit}" for port in ("com", "lpt") for digit in range(10))}


pytestmark = pytest.mark.drill


@pytest.fixture(scope="session")
def naughty(extent):
    """All of them; in `make test` some of each kind."""
    return NAUGHTY[:: extent(short=16, whole=1)]


def test_there_are_enough_and_each_is_another():
    assert len(NAUGHTY) == len(set(NAUGHTY)) >= 300


@pytest.mark.parametrize("name", ["essay.md", "essay.txt", "essay.html", "essay.org", "essay.rst", "essay.ipynb", "-"])
def test_as_an_essay(name, naughty):
    for text in naughty:
        for written in (text, f"# Rivers\n\nA river {text} bends.\n\n{text}\n\nIt does.\n"):
            data = written.encode(errors="surrogatepass")
            with suppress(PodcastError):
                essay = read_essay(data, name)
                assert partition_faults(essay) == [], ascii(text)
                segments = script_of(essay, Settings(), "en").segments
                for segment in segments:
                    spoken(segment.text, "en")
                notices(essay, "en")


@pytest.mark.parametrize("language", ["en", "de", "fr", "ja", ""])
def test_as_what_is_said(language, naughty):
    for text in naughty:
        spoken(text, language)


@pytest.mark.parametrize("key", ["title", "author", "date", "slug", "description", "language", "voice", "guid", "tags"])
def test_as_a_fact_of_the_front_matter(key, naughty):
    for text in naughty:
        for value in (json.dumps(text), json.dumps([text, {text: text}]), text):
            head = f"---\ntitle: Rivers\n{key}: {value}\n---\n\nA river bends.\n".encode(errors="surrogatepass")
            with suppress(PodcastError):
                essay = read_essay(head, "rivers.md")
                identify(essay, "rivers.md", (), "https://example.org", NOW, is_there=lambda _path: False)


def test_as_what_an_option_states(naughty):
    for text in naughty:
        with suppress(PodcastError):
            essay = read_essay(b"A river bends.", text or "-", title=text, author=text, language=text, speakers=[text])
            script_of(essay, Settings(), "en")


def test_as_a_role(naughty):
    for text in naughty:
        with suppress(PodcastError):
            essay = read_essay(
                f"{text}: A river bends.\n\nHOST: It does.\n".encode(errors="replace"), "a.md", speakers=[text]
            )
            script_of(essay, Settings(), "en")


def toml(text):
    """As TOML quotes it; it has no half characters."""
    quoted = json.dumps(text.encode(errors="replace").decode(), ensure_ascii=False)
    return re.sub(r"[\x7f-\x9f]", lambda found: f"\\u{ord(found[0]):04x}", quoted)


@pytest.mark.parametrize(
    "setting",
    [
        "show.title = {}",
        "show.author = {}",
        "show.cover = {}",
        "show.link = {}",
        "show.language = {}",
        "show.email = {}",
        "cast.{}.pan = 0.5",
        "cast.HOST.voice = {}",
        "lexicon.{} = 'win'",
        "lexicon.Bob = {}",
        "opening.text = {}",
        "{} = {}",
        "lexicon.Bob = {{ ipa = {} }}",
        "show.categories = [{}]",
        "show.base_url = {}",
        "bed.music = {}",
        "show.guid = {}",
    ],
)
def test_as_a_setting(setting, tmp_path, naughty):
    path = tmp_path / "podcast.toml"
    for text in naughty:
        path.write_text(setting.replace("{}", toml(text)).replace("{{", "{").replace("}}", "}"), "utf-8")
        with suppress(PodcastError):
            load_settings(path)


def test_as_a_word_of_the_lexicon_and_as_what_it_is_said_as(naughty):
    for text in naughty:
        for table in ({text: "win"}, {"river": text}, {"river": {"ipa": text}}, {text: {text: text}}):
            entries, problems = read_table(table)
            assert all(isinstance(problem, str) for problem in problems)
            TextReader(Lexicon.of(entries), "en", expands=True).form(f"A river {text} bends.")


def test_as_a_slug_it_stays_inside_and_is_a_name_on_every_system(naughty):
    for text in naughty:
        slug = slugify(text)
        assert slug == "" or (SAFE_SLUG.fullmatch(slug) and len(slug) <= 70 and slug not in RESERVED), ascii(text)
        assert slugify(slug) == slug


def passage(text):
    return Passage(text, text, "paragraph", 0, 0, 0, 900, (TimedWord(0, len(text), 0, 900),))


def episode(number, text):
    slug = f"letter-{number}"
    return Episode(
        slug=slug, guid=f"guid-{number}", number=number + 1, published=NOW + timedelta(days=number), updated=NOW,
        title=text, author=text, language="en", summary=text, notes_html=f"<p>{text}</p>", source=f"{text}.md",
        segments=1, audio=Audio(f"{slug}-00000000.mp3", 5, 1000, -16.0, -1.0), tags=(text,),
        chapters=(Chapter(0, text), Chapter(500, text, url=text, image_url="")),
    )  # fmt: skip


def refreshed(tmp_path, texts, show_title):
    archive = Archive(tmp_path / "public")
    for number, text in enumerate(texts):
        one = episode(number, text)
        archive.write(f"episodes/{one.slug}/{one.audio.file}", b"sound")
        archive.write(f"episodes/{one.slug}/episode.json", to_json(one).encode())
    show = ShowSettings(title=show_title, author=show_title, base_url="https://example.org/a", description=show_title)
    branding = Branding(show_title, "cover-0badcafe.jpg", Cover(b"a picture"))
    heard = {f"letter-{at}": TimedTranscript((passage(text),), "") for at, text in enumerate(texts) if text.strip()}
    with archive.locked(), Catalog(archive, is_locked=True) as catalog:
        ShowSite(archive, catalog, Settings(show=show), branding).refresh(heard)
    return tmp_path / "public"


def test_published_in_feed_and_pages_that_can_be_read(tmp_path, naughty):
    public = refreshed(tmp_path, naughty, "Letters")
    feed = etree.parse(public / "feed.xml")
    assert len(list(feed.iter("item"))) == len(naughty)
    pages = list((public / "episodes").glob("*/index.html"))
    assert len(pages) == len(naughty)
    for page in pages:
        page.read_text("utf-8")


def test_published_as_the_show_s_title(tmp_path, extent, naughty):
    for number, text in enumerate(naughty[:: extent(short=8, whole=1)]):
        public = refreshed(tmp_path / str(number), ["Rivers"], text)
        assert etree.parse(public / "feed.xml").find("channel/title") is not None


def test_in_tags_that_can_be_read(naughty):
    for text in naughty:
        facts = TagFacts(text, text, text, NOW, 1, "en", text, text)
        data = id3(facts, [Chapter(0, text), Chapter(500, text, url="https://example.org/")], 1000, b"a picture")
        tag = ID3(io.BytesIO(data))
        assert len(tag.getall("CHAP")) == 2
