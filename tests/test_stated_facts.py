"""Each key of an essay's front matter, from the file to the feed, the MP3 and the page: by itself, and by a rebuild."""

import json
import os
import shutil
import subprocess
import sys

import pytest
from lxml import etree
from mutagen.id3 import ID3
from PIL import Image

pytestmark = pytest.mark.slow

PODCAST_TOML = (
    '[opening]\nmusic = "none"\ntext = ""\n[closing]\nmusic = "none"\ntext = ""\n[voice]\nname = "narrator"\n'
    '[show]\ntitle = "Letters"\nauthor = "Ada Lake"\nbase_url = "https://example.org/show"\n'
)
TEXT = "Ponds stand still, and nobody has ever asked them why.\n"
NAMES = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
}
COVER = "//item/itunes:image/@href"


def podcast(*arguments, cwd):
    return subprocess.run(
        [sys.executable, "-m", "podcast", *map(str, arguments)],
        cwd=cwd, capture_output=True, encoding="utf-8", check=False, env=os.environ,
    )  # fmt: skip


def write(folder, **keys):
    front = "".join(f"{key}: {value}\n" for key, value in keys.items())
    (folder / "ponds.md").write_text(f"---\ntitle: On Ponds\ndate: 2026-03-01\n{front}---\n{TEXT}", "utf-8")


def build(folder, *options):
    done = podcast("build", "ponds.md", *options, cwd=folder)
    assert done.returncode == 0, done.stderr
    return done.stdout


def in_feed(folder, path):
    feed = etree.parse(folder / "public" / "feed.xml")
    return [str(found) for found in feed.xpath(path, namespaces=NAMES)]


def of_episode(folder):
    [path] = (folder / "public" / "episodes").glob("*/episode.json")
    return path.parent, json.loads(path.read_text("utf-8"))


def tag_of(folder):
    path, facts = of_episode(folder)
    return ID3(path / facts["audio"]["file"])


@pytest.fixture
def show(plain):
    """As it is before each test, whatever the one before has left."""
    write(plain)
    build(plain)
    return plain


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    """An essay that states nothing but its title and date; the tests add a key each, and build it again."""
    folder = tmp_path_factory.mktemp("show")
    (folder / "podcast.toml").write_text(PODCAST_TOML)
    Image.new("RGB", (1400, 1400), "teal").save(folder / "pond.png")
    Image.new("RGB", (1200, 630), "teal").save(folder / "header.jpg")
    write(folder)
    build(folder)
    return folder


@pytest.mark.parametrize(
    ("key", "value", "path", "stated"),
    [
        ("explicit", "yes", "//item/itunes:explicit/text()", ["true"]),
        ("guid", "https://old.example/?p=12", "//item/guid/text()", ["https://old.example/?p=12"]),
        ("season", "2", "//item/itunes:season/text()", ["2"]),
        ("episode", "7", "//item/itunes:episode/text()", ["7"]),
        ("type", "bonus", "//item/itunes:episodeType/text()", ["bonus"]),
        ("episodeType", "trailer", "//item/itunes:episodeType/text()", ["trailer"]),
        ("summary", "What ponds are for.", "//item/itunes:subtitle/text()", ["What ponds are for."]),
        ("subtitle", "A question", "//item/itunes:subtitle/text()", ["A question"]),
        ("authors", "[Bo Li, Cy Ma]", "//item/itunes:author/text()", ["Bo Li, Cy Ma"]),
        ("keywords", "water, life", "//item/category/text()", ["water", "life"]),
        ("categories", "[water, life]", "//item/category/text()", ["water", "life"]),
        ("lang", "en-gb", "//item/podcast:transcript[1]/@language", ["en-gb"]),
    ],
)
def test_a_key_alone_changes_the_feed(show, key, value, path, stated):
    assert in_feed(show, path) != stated
    write(show, **{key: value})
    assert "nothing has changed" not in build(show)
    assert in_feed(show, path) == stated


@pytest.mark.parametrize("key", ["cover", "image"])
def test_a_cover_of_its_own_is_in_feed_page_and_mp3(show, key):
    assert in_feed(show, COVER) == []
    drawn = tag_of(show).getall("APIC")[0].data
    write(show, **{key: "pond.png"})
    build(show)
    [url] = in_feed(show, COVER)
    path, facts = of_episode(show)
    assert url == f"https://example.org/show/episodes/{facts['slug']}/{facts['cover']}"
    assert (path / facts["cover"]).read_bytes() == tag_of(show).getall("APIC")[0].data != drawn
    assert facts["cover"] in (path / "index.html").read_text("utf-8")


def test_another_picture_under_the_same_name_is_another_cover(show):
    write(show, cover="pond.png")
    build(show)
    before = in_feed(show, COVER)
    Image.new("RGB", (1500, 1500), "olive").save(show / "pond.png")
    assert "nothing has changed" not in build(show)
    assert in_feed(show, COVER) != before
    path, facts = of_episode(show)
    assert [file.name for file in path.glob("*.png")] == [facts["cover"]]


@pytest.mark.parametrize("picture", ["header.jpg", "nowhere.png", "https://example.org/x.jpg", "../pond.png"])
def test_a_picture_that_is_no_cover_is_told_and_harms_nothing(show, picture):
    write(show, image=picture)
    assert picture in build(show)
    assert in_feed(show, COVER) == []


def test_its_voice_narrates_and_the_command_line_wins(show):
    usual = of_episode(show)[1]["voices"]
    write(show, voice="fireside")
    build(show)
    own = of_episode(show)[1]["voices"]
    build(show, "--voice", "narrator")
    assert own != usual == of_episode(show)[1]["voices"]


def test_the_command_line_wins_over_the_essay_and_the_essay_over_the_show(show):
    write(show, author="Bo Li", language="en-gb")
    build(show)
    assert tag_of(show)["TPE1"].text == ["Bo Li"]
    build(show, "--author", "Cy Ma")
    assert tag_of(show)["TPE1"].text == ["Cy Ma"]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("explicit", "maybe"),
        ("season", "spring"),
        ("episodeType", "special"),
        ("voice", "nobody-at-all"),
        ("date", "some day"),
        ("language", "German"),
        ("guid", "x" * 300),
    ],
)
def test_what_can_not_be_meant_is_refused_by_name_and_nothing_changes(show, key, value):
    before = {path: path.read_bytes() for path in (show / "public").rglob("*") if path.is_file()}
    write(show, **{key: value})
    done = podcast("build", "ponds.md", cwd=show)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert value[:20] in done.stderr
    assert {path: path.read_bytes() for path in (show / "public").rglob("*") if path.is_file()} == before


def test_a_guid_of_another_episode_is_refused(tmp_path):
    (tmp_path / "podcast.toml").write_text(PODCAST_TOML)
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(f"---\ntitle: {name[0]}\nguid: one\n---\n{TEXT}", "utf-8")
    assert podcast("build", "a.md", cwd=tmp_path).returncode == 0
    done = podcast("build", "b.md", cwd=tmp_path)
    assert done.returncode == 1
    assert in_feed(tmp_path, "//item/guid/text()") == ["one"]


@pytest.fixture(scope="module")
def drafts(tmp_path_factory):
    folder = tmp_path_factory.mktemp("drafts")
    (folder / "podcast.toml").write_text(PODCAST_TOML)
    fronts = {
        "a": "draft: true", "b": "published: false", "c": "status: draft", "d": "publishDate: 2999-01-01",
        "e": "expiryDate: 2001-01-01", "f": "draft: false\npublished: true\npublishDate: 2001-01-01", "g": "autor: Bo",
    }  # fmt: skip
    for name, front in fronts.items():
        (folder / f"{name}.md").write_text(f"---\ntitle: On {name}\n{front}\n---\n{TEXT}", "utf-8")
    return folder, podcast("build", ".", cwd=folder)


def test_a_batch_passes_over_drafts_and_says_so(drafts):
    folder, done = drafts
    assert done.returncode == 0, done.stderr
    assert sorted(in_feed(folder, "//item/title/text()")) == ["On f", "On g"]
    assert "2 built, 5 not published" in done.stdout
    assert "draft: true" in done.stdout


def test_a_batch_tells_what_each_essay_should_know(drafts):
    assert "g.md: `autor`" in drafts[1].stdout


def test_a_draft_that_is_named_is_built_with_a_line(drafts, tmp_path):
    folder = tmp_path / "show"
    shutil.copytree(drafts[0], folder)  # which other tests look into
    done = podcast("build", "a.md", cwd=folder)
    assert done.returncode == 0
    assert "draft: true" in done.stdout
    assert "On a" in in_feed(folder, "//item/title/text()")


def test_a_draft_that_is_alone_in_its_folder_was_not_named(tmp_path):
    (tmp_path / "a.md").write_text(f"---\ndraft: true\n---\n{TEXT}", "utf-8")
    done = podcast("build", ".", cwd=tmp_path)
    assert done.returncode == 1
    assert "draft: true" in done.stderr
    assert not (tmp_path / "public").exists()


@pytest.mark.parametrize(
    ("setting", "before", "after"),
    [
        ('list_numbers = "words"', "1. Bring water.", "First, Bring water."),
        ('addresses = "link"', "More at example.org soon.", "More at the link soon."),
    ],
)
def test_a_setting_of_the_speech_makes_an_unchanged_rebuild_say_otherwise(tmp_path, setting, before, after):
    (tmp_path / "podcast.toml").write_text(PODCAST_TOML)
    (tmp_path / "ponds.md").write_text("# Ponds\n\n1. Bring water.\n2. Wait.\n\nMore at https://example.org/a soon.\n")
    build(tmp_path)
    assert "nothing has changed" in build(tmp_path)
    assert before in read_transcript(tmp_path)
    (tmp_path / "podcast.toml").write_text(f"{PODCAST_TOML}[speech]\n{setting}\n")
    assert "nothing has changed" not in build(tmp_path)
    assert after in read_transcript(tmp_path)


def read_transcript(folder):
    path, facts = of_episode(folder)
    return (path / facts["companions"]["words"]).read_text("utf-8")
