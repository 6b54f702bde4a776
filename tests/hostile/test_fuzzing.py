"""Whatever is damaged, in whatever way: it is read, or refused with a sentence. Nothing else may come of it."""

import json
import time
from contextlib import suppress
from datetime import UTC, datetime
from io import StringIO

import pytest
from hypothesis import strategies as st

from podcast.errors import PodcastError

pytestmark = pytest.mark.drill

LONGEST_S = 20  # of the processor: what takes so long at this size grows with a square, or worse
KINDS = ["md", "html", "txt", "mhtml", "docx", "odt", "rtf", "epub", "pdf", "rst", "org", "ipynb"]
LANGUAGES = ["en", "en-gb", "de", "fr", "es", "nl", "ja", "pl", "it", "pt", "zh", ""]


def within_time(work):
    begun = time.process_time()
    with suppress(PodcastError):
        work()
    took_s = time.process_time() - begun
    assert took_s < LONGEST_S, f"{took_s:.0f} s"


@pytest.mark.parametrize("kind", KINDS)
def test_essays(kind, essays, damaged, fuzz):
    from podcast.text.partition import partition_faults
    from podcast.text.reading import read_essay

    def read(data):
        essay = read_essay(data, f"essay.{kind}")
        assert partition_faults(essay) == []

    fuzz(damaged(essays[kind]), lambda data: within_time(lambda: read(data)), short=15)


def test_essays_whose_name_says_another_format(essays, damaged, fuzz):
    from podcast.text.partition import partition_faults
    from podcast.text.reading import read_essay

    def read(kind, data):
        essay = read_essay(data, f"essay.{kind}")
        assert partition_faults(essay) == []

    pairs = st.tuples(st.sampled_from(KINDS), damaged(*essays.values()))
    fuzz(pairs, lambda pair: within_time(lambda: read(*pair)))


def test_scripts_of_essays(essays, damaged, fuzz):
    """On to the segments, the notes and the words that a voice may say wrong."""
    from podcast.config.scripts import script_of
    from podcast.config.settings import Settings
    from podcast.text.language import check_language
    from podcast.text.loss import loss_of
    from podcast.text.notices import notices
    from podcast.text.reading import read_essay

    def read(data):
        essay = read_essay(data, "essay.md")
        check_language(essay, "en")
        assert script_of(essay, Settings(), "en").segments
        loss_of(essay)
        notices(essay, "en")

    fuzz(damaged(essays["md"], essays["txt"]), lambda data: within_time(lambda: read(data)))


SENTENCES = (
    "On 3 March 1861, at 9:30 p.m., Dr. Hale paid $1,200.50 (about 70%) for 3/4 of a mile, i.e. Nos. 4-7.",
    "See https://example.org/a?b=c, §12, Henry VIII., MP3s, U.S.A., +49 30 1234, 1e6, №5, ½ cup, -40 °C, 10:45.",
    "Am 3. März 1861 zahlte er 1.200,50 € (ca. 70 %), d. h. 3/4 km², Abs. 2 S. 3 f., XX. Jh.",
    "Le 3 mars 1861, à 9 h 30, il paya 1 200,50 € ; n° 5, XIXe siècle, Mme Hale.",
    "二〇二六年3月1日、午前9時30分に1,200円を払った。",
)


@pytest.mark.parametrize("kind", ["any", "damaged"])
def test_spoken_forms(kind, damaged, fuzz):
    from podcast.text.spoken import spoken

    def say(pair):
        language, text = pair
        form = spoken(text, language)
        again = spoken(form.text, language)
        assert form.text.isascii() or again.text is not None

    texts = st.text(max_size=200)
    if kind == "damaged":
        texts = damaged(*(one.encode() for one in SENTENCES)).map(lambda data: data.decode(errors="replace"))
    fuzz(st.tuples(st.sampled_from(LANGUAGES), texts), lambda pair: within_time(lambda: say(pair)), short=100)


def test_front_matter(essays, damaged, fuzz):
    from podcast.text.reading import read_essay

    heads = (
        b"---\ntitle: 'Why: rivers'\ndate: 2026-03-01\ntags: [a, {b: c}]\nauthor:\n  - name: &a Ada\n    of: *a\n---\n",
        b'+++\ntitle = "Rivers"\ndate = 2026-03-01\ntags = ["a"]\n[author]\nname = "Ada"\n+++\n',
        b"Title: Rivers\nDate: 2026-03-01\nTags: a, b\nSlug: rivers\n\n",
        b"---\nslug: ../x\nguid: a\nepisode: 012\nseason: 1e3\nvoice: ruth\nexplicit: yes\nexpires: 1:30\n...\n",
        b';;;\n{"title": "Rivers"}\n;;;\n',
    )
    fuzz(damaged(*heads), lambda data: within_time(lambda: read_essay(data + b"\nA river bends.\n", "e.md")))


LEXICON = b"""[lexicon]
Nguyen = "win"
US = { say = "you ess", case = "exact" }
Bob = { ipa = "\xcb\x88w\xca\x8ast" }
[lexicon.de]
Job = "x"
"""
PLS = b"""<?xml version="1.0"?><!DOCTYPE lexicon [<!ENTITY a "b">]>
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="en-US">
<lexeme role="a"><grapheme>Nguyen</grapheme><phoneme prefer="true">w\xc9\xaan</phoneme><alias>win</alias></lexeme>
</lexicon>"""


@pytest.mark.parametrize("name", ["lexicon.toml", "lexicon.pls", "podcast.toml"])
def test_lexicons(name, damaged, fuzz, tmp_path):
    from podcast.config.load import load_settings
    from podcast.config.settings import Settings
    from podcast.voicing.lexicons import load_reader

    def read(data):
        (tmp_path / name).write_bytes(data)
        settings = load_settings(tmp_path / name) if name == "podcast.toml" else Settings()
        load_reader(settings, tmp_path, None, "en-us").form("Ask Nguyen’s aunt in the US: Bob.")

    seeds = (PLS, PLS.replace(b'<!DOCTYPE lexicon [<!ENTITY a "b">]>', b"")) if name.endswith("pls") else (LEXICON,)
    fuzz(damaged(*seeds), lambda data: within_time(lambda: read(data)))


SETTINGS = b"""[show]
title = "Shore"
categories = ["Arts"]
location = { name = "Uppsala", geo = "geo:59.86,17.64" }
[cast.HOST]
voice = "ruth"
pan = -0.5
[opening]
text = "This is {show}."
music = "none"
[pauses_ms]
sentence = 300
[sound]
loudness_lufs = -16
"""


def test_settings(damaged, fuzz, tmp_path):
    from podcast.config.load import load_settings

    def read(data):
        (tmp_path / "podcast.toml").write_bytes(data)
        load_settings(tmp_path / "podcast.toml")

    fuzz(damaged(SETTINGS), lambda data: within_time(lambda: read(data)))


@pytest.mark.parametrize("kind", ["wav", "mp3", "flac", "ogg", "aiff", "mp4"])
def test_music(kind, sounds, damaged, fuzz, tmp_path):
    from podcast.sound.music.piece import Piece

    def read(data):
        path = tmp_path / "a"
        path.write_bytes(data)
        Piece.of(str(path), -16.0, 1).made()

    fuzz(damaged(sounds[kind]), lambda data: within_time(lambda: read(data)), short=10)


def test_sound_that_an_engine_wrote(sounds, damaged, fuzz, tmp_path):
    from voices.pcm import read_pcm

    def read(data):
        path = tmp_path / "take"
        path.write_bytes(data)
        with suppress(OSError, ValueError):
            pcm, rate_hz = read_pcm(path)
            assert len(pcm) % 2 == 0
            assert rate_hz > 0

    fuzz(damaged(sounds["wav"], sounds["aiff"]), lambda data: within_time(lambda: read(data)))


def test_times_that_an_engine_told(fuzz):
    from voices.words import WordEvent, time_words

    numbers = st.integers(-5, 200) | st.integers()
    events = st.lists(st.builds(WordEvent, numbers, numbers), max_size=20)

    def check(told):
        text, events, samples = told
        words = time_words(text, events, samples)
        edges = [edge for word in words for edge in (word.start_sample, word.end_sample)]
        assert edges == sorted(edges)
        assert all(0 <= edge <= samples for edge in edges)

    fuzz(st.tuples(st.text("ab .,é\n", max_size=60), events, st.integers(0, 200)), check, short=200)


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_covers(kind, pictures, damaged, fuzz):
    from podcast.episode.cover import check_cover

    fuzz(damaged(pictures[kind]), lambda data: within_time(lambda: check_cover(data, "a")), short=8)


def test_pictures_of_chapters(pictures, damaged, fuzz, tmp_path):
    from feed.show import Chapter
    from podcast.episode.pictures import load_pictures

    chapter = Chapter(0, "A", image_url="a.png")

    def read(data):
        (tmp_path / "a.png").write_bytes(data)
        load_pictures([chapter], [tmp_path])

    fuzz(damaged(*(pictures[kind] for kind in ("PNG", "GIF", "WEBP"))), lambda data: within_time(lambda: read(data)))


@pytest.fixture(scope="session")
def published(real_show):
    """The text files of a real show, by the ends of their names."""
    names = {".vtt", ".srt", ".words.json", ".chapters.json"}
    found = {suffix: real_show.one(suffix).read_bytes() for suffix in names if suffix != ".srt"}
    slug = real_show.public / "episodes" / real_show.told["slug"]
    return {
        **found,
        "facts": (slug / "episode.json").read_bytes(),
        "feed": (real_show.public / "feed.xml").read_bytes(),
    }


def test_feeds_that_are_checked(published, damaged, fuzz, real_show, tmp_path_factory):

    from feed.check import Folder, Standard, check
    from podcast.config.settings import Settings
    from podcast.show.feed_facts import at_its_address

    public = tmp_path_factory.mktemp("copy")
    for path in real_show.public.iterdir():
        if path.name != "feed.xml":
            (public / path.name).symlink_to(path)

    def read(data):
        (public / "feed.xml").write_bytes(data)
        at_its_address(Settings(), public / "feed.xml")
        address = "https://example.org/shore"
        check(Folder(public, (address,)), f"{address}/feed.xml", Standard(now=datetime(2026, 3, 2, tzinfo=UTC)))

    fuzz(damaged(published["feed"]), lambda data: within_time(lambda: read(data)), short=10)


def test_facts_of_episodes(published, damaged, fuzz, tmp_path):
    from podcast.episode.archive import Archive

    folder = tmp_path / "public" / "episodes" / "log"
    folder.mkdir(parents=True)

    def read(data):
        (folder / "episode.json").write_bytes(data)
        Archive(tmp_path / "public").episode("log")

    fuzz(damaged(published["facts"]), lambda data: within_time(lambda: read(data)))


def test_words_of_episodes(published, damaged, fuzz):
    from feed.passages import from_file

    def read(data):
        with suppress(ValueError):
            from_file(StringIO(data.decode(errors="replace")))

    fuzz(damaged(published[".words.json"]), lambda data: within_time(lambda: read(data)))


def test_captions(published, damaged, fuzz):
    from feed.check.captions import read_captions

    def read(data):
        for media_type in ("text/vtt", "application/x-subrip", "application/json", "text/html"):
            captions = read_captions(data, media_type)
            assert captions is not None

    fuzz(damaged(published[".vtt"], published[".words.json"]), lambda data: within_time(lambda: read(data)))


def test_lists_of_saved_pages(damaged, fuzz, tmp_path):
    from podcast.web.sources import WebSources

    (tmp_path / "sources").mkdir()
    told = {"file": "a.html", "address": "https://a.b/", "asked": ["https://a.b"], "fetched": "2026", "sha256": "0"}
    seed = json.dumps({"sources": [told]}).encode()

    def read(data):
        (tmp_path / "sources" / "addresses.json").write_bytes(data)
        WebSources(tmp_path).find("https://a.b/")

    fuzz(damaged(seed), lambda data: within_time(lambda: read(data)))


def test_recordings_that_are_checked(sounds, damaged, fuzz, tmp_path):
    from podcast.episode.frames import count_frames
    from podcast.episode.tagcheck import read_tag
    from podcast.sound.hearing import listen

    path = tmp_path / "a.mp3"

    def read(data):
        path.write_bytes(data)
        count_frames(path)
        read_tag(path)
        listen(path)

    fuzz(damaged(sounds["mp3"]), lambda data: within_time(lambda: read(data)), short=15)
