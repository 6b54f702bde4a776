"""Pages and feed from facts alone: nothing is voiced here."""

import os
import re
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

import feed
from feed.passages import Passage, TimedWord
from feed.passages import to_json as words_json
from feed.show import Chapter
from podcast.cache import public_state
from podcast.config.settings import FeedSettings, Settings, ShowSettings
from podcast.episode.archive import Archive
from podcast.episode.catalog import FILE_NAME, Catalog, attested_in
from podcast.episode.cover import Cover
from podcast.episode.facts import Audio, Companions, Episode, to_json
from podcast.episode.transcript import TimedTranscript
from podcast.show import feed_facts, site
from podcast.show.elsewhere import show_page_for
from podcast.show.site import Branding, ShowSite

BEGUN = datetime(2026, 1, 1, tzinfo=UTC)
SETTINGS = Settings(show=ShowSettings(base_url="https://example.org/show", author="Ada"))
BRANDING = Branding("Letters", "cover-0badcafe.jpg", Cover(b"a picture"))
ATOM = "{http://www.w3.org/2005/Atom}link"
ITUNES, PODCAST = "{http://www.itunes.com/dtds/podcast-1.0.dtd}", "{https://podcastindex.org/namespace/1.0}"


def passage(text):
    return Passage(text, "Narrator", "paragraph", 0, 0, 0, 900, (TimedWord(0, len(text), 0, 900),))


def episode(number, **changes):
    slug, date = f"letter-{number}", BEGUN + timedelta(days=number)
    return replace(
        Episode(
            slug=slug, guid=f"guid-{number}", number=number, published=date, updated=date, title=f"Letter {number}",
            author="Ada", language="en", summary="", notes_html="<p>Text.</p>", source=f"{slug}.md", segments=1,
            audio=Audio(f"{slug}-00000000.mp3", 5, 1000, -16.0, -1.0),
        ),
        **changes,
    )  # fmt: skip


@pytest.fixture
def archive(tmp_path):
    return Archive(tmp_path / "public")


def put(archive, *episodes):
    for one in episodes:
        archive.write(f"episodes/{one.slug}/{one.audio.file}", b"sound")
        archive.write(f"episodes/{one.slug}/episode.json", to_json(one).encode())


def refresh(archive, settings=SETTINGS, branding=BRANDING, **built):
    """Make the site; the names of the pages that were made for it."""
    before = stamps(archive)
    with archive.locked(), Catalog(archive, is_locked=True) as catalog:
        site.refresh(archive, catalog, settings, branding, built)
    return {name for name, stamp in stamps(archive).items() if before.get(name) != stamp}


def stamps(archive):
    files = [path for path in archive.public.rglob("*") if path.is_file()]
    return {path.relative_to(archive.public).as_posix(): path.stat().st_ino for path in files}


def contents(archive):
    files = [path for path in archive.public.rglob("*") if path.is_file()]
    return {path.relative_to(archive.public).as_posix(): path.read_bytes() for path in files}


def channel(archive, name="feed.xml"):
    return etree.parse(archive.public / name).find("channel")


def titles(archive, name="feed.xml"):
    return [item.findtext("title") for item in channel(archive, name).findall("item")]


def links(archive, name="feed.xml"):
    return {link.get("rel"): link.get("href").rpartition("/")[2] for link in channel(archive, name).findall(ATOM)}


def test_a_new_episode_makes_its_own_page_and_what_lists_it(archive):
    put(archive, episode(1), episode(2))
    refresh(archive)
    put(archive, episode(3))
    assert refresh(archive) == {"episodes/letter-3/index.html", "feed.xml", "index.html"}
    assert titles(archive) == ["Letter 3", "Letter 2", "Letter 1"]
    assert channel(archive).find(f".//{PODCAST}chapters") is None
    page = html.parse(archive.public / "index.html")
    assert [found for found in page.xpath("//a/text()") if "Letter" in found] == ["Letter 3", "Letter 2", "Letter 1"]


def test_the_same_facts_change_nothing(archive):
    put(archive, episode(1), episode(2))
    refresh(archive)
    assert refresh(archive) == set()


@pytest.mark.parametrize(
    ("settings", "branding"),
    [
        (replace(SETTINGS, show=replace(SETTINGS.show, base_url="https://example.net")), BRANDING),
        (SETTINGS, replace(BRANDING, title="Other letters")),
        (SETTINGS, Branding("Letters", "cover-11111111.jpg", Cover(b"another picture"))),
    ],
)
def test_what_is_said_of_the_show_is_said_on_every_page(archive, settings, branding):
    put(archive, *(episode(number) for number in range(1, 4)))
    refresh(archive)
    made = refresh(archive, settings, branding)
    assert made >= {f"episodes/letter-{number}/index.html" for number in range(1, 4)} | {"feed.xml", "index.html"}
    published = b"".join(path.read_bytes() for path in archive.public.rglob("*.*ml"))
    if settings is not SETTINGS:
        assert b"example.org" not in published
    assert [path.name for path in archive.public.glob("cover-*")] == [branding.cover_name]


def test_new_code_makes_all_pages_anew(archive, monkeypatch):
    put(archive, episode(1))
    refresh(archive)
    monkeypatch.setattr(site, "_code", lambda: "another version")
    with archive.locked(), Catalog(archive, is_locked=True) as catalog:
        before = dict(catalog.recipes)
    refresh(archive)
    with Catalog(archive) as catalog:
        assert not before.items() & catalog.recipes.items()


@pytest.fixture
def code(tmp_path, monkeypatch, code_copy):
    """A copy of the code behind pages, for a test to change, and what it comes to."""
    copy = tmp_path / "code" / "feed"
    code_copy(Path(feed.__file__).parent, copy)
    monkeypatch.setattr(feed, "__file__", str(copy / "__init__.py"))
    for module in (feed_facts, site):
        own = copy.parent / Path(module.__file__).name
        shutil.copyfile(module.__file__, own)
        monkeypatch.setattr(module, "__file__", str(own))

    def state():
        site._code.cache_clear()
        return site._code()

    yield copy.parent, state
    site._code.cache_clear()


def test_a_change_in_any_file_that_writes_pages_makes_them_anew(code):
    """Templates, style sheets, scripts and Python, wherever they lie: what an upgrade changes, no show keeps."""
    folder, state = code
    before = state()
    files = [file for file in folder.rglob("*") if file.is_file() and file.name != "py.typed"]
    assert {file.suffix for file in files} == {".py", ".jinja", ".css", ".js", ".xsl"}
    assert {"feed_facts.py", "site.py", "wording.py", "elements.py"} <= {file.name for file in files}
    for file in files:
        content = file.read_bytes()
        file.write_bytes(content + b" ")
        assert state() != before, file
        file.write_bytes(content)
    assert state() == before


def test_a_file_that_is_new_makes_pages_anew(code):
    folder, state = code
    before = state()
    (folder / "feed" / "pages" / "deeper").mkdir()
    (folder / "feed" / "pages" / "deeper" / "new.jinja").write_text("")
    assert state() != before


def test_what_python_leaves_beside_its_code_makes_nothing_anew(code):
    folder, state = code
    before = state()
    (folder / "feed" / "pages" / "__pycache__").mkdir()
    (folder / "feed" / "pages" / "__pycache__" / "wording.pyc").write_bytes(b"\xff")
    assert state() == before


@pytest.mark.parametrize(
    "name", ["episodes/letter-1/index.html", "index.html", "feed.xml", "page-1.html", "feed-40-1.xml"]
)
def test_a_page_that_was_deleted_comes_back(archive, name):
    put(archive, *(episode(number) for number in range(1, 103)))
    settings = replace(SETTINGS, feed=FeedSettings(items_per_page=40))
    refresh(archive, settings)
    (archive.public / name).unlink()
    assert name in refresh(archive, settings)


def test_an_episode_that_was_deleted_goes_from_the_feed(archive):
    put(archive, episode(1), episode(2))
    refresh(archive)
    (archive.public / "episodes/letter-1/episode.json").unlink()
    refresh(archive)
    assert titles(archive) == ["Letter 2"]
    with Catalog(archive) as catalog:
        assert catalog.recipes.keys() == {"letter-2", "feed.xml", "index.html"}


def test_a_long_feed_has_pages_and_one_more_episode_leaves_the_old_ones_alone(archive):
    settings = replace(SETTINGS, feed=FeedSettings(items_per_page=10))
    put(archive, *(episode(number) for number in range(1, 36)))
    refresh(archive, settings)
    assert titles(archive) == [f"Letter {number}" for number in range(35, 20, -1)]
    assert titles(archive, "feed-10-1.xml") == [f"Letter {number}" for number in range(10, 0, -1)]
    assert links(archive) == {"self": "feed.xml", "first": "feed.xml", "next": "feed-10-2.xml", "last": "feed-10-1.xml"}
    ways = links(archive, "feed-10-2.xml")
    assert (ways["self"], ways["first"], ways["previous"]) == ("feed-10-2.xml", "feed.xml", "feed.xml")
    assert ways["next"] == ways["last"] == "feed-10-1.xml"
    put(archive, episode(36))
    assert refresh(archive, settings) == {"episodes/letter-36/index.html", "feed.xml", "index.html"}
    refresh(archive)
    assert len(titles(archive)) == 36
    assert not list(archive.public.glob("feed-*.xml"))


def test_list_pages_that_nothing_has_changed_are_made_once_and_stay_attested(archive, monkeypatch):
    settings = replace(SETTINGS, feed=FeedSettings(items_per_page=10))
    put(archive, *(episode(number) for number in range(1, 36)))
    refresh(archive, settings)
    old = {"feed-10-1.xml", "feed-10-2.xml"}
    assert old <= attested_in(archive).keys()
    written, write_parts = [], Archive.write_parts
    monkeypatch.setattr(Archive, "write_parts", lambda *those: written.append(those[1]) or write_parts(*those))
    for number in (36, 37, 38):
        archive = Archive(archive.public)  # each build is a process
        put(archive, episode(number))
        refresh(archive, settings)
        assert old <= attested_in(archive).keys()
    assert old.isdisjoint(written)


def test_an_old_essay_that_was_edited_changes_the_page_that_it_is_on(archive):
    settings = replace(SETTINGS, feed=FeedSettings(items_per_page=10))
    put(archive, *(episode(number) for number in range(1, 36)))
    refresh(archive, settings)
    put(archive, episode(3, title="Edited", updated=BEGUN + timedelta(days=99)))
    assert refresh(archive, settings) == {"episodes/letter-3/index.html", "feed-10-1.xml", "index.html"}
    assert "Edited" in titles(archive, "feed-10-1.xml")


def test_chapters_tell_where_their_pictures_are_also_after_a_move(archive):
    chapters = (
        Chapter(0, "One", image_url="letter-1-22222222.jpg"),
        Chapter(500, "Two", image_url="https://a.b/c.png"),
    )
    put(archive, episode(1, chapters=chapters))
    archive.write("episodes/letter-1/letter-1-22222222.jpg", b"picture")
    refresh(archive)
    moved = replace(SETTINGS, show=replace(SETTINGS.show, base_url="https://example.net"))
    refresh(archive, moved)
    [file] = (archive.public / "episodes/letter-1").glob("*.chapters.json")
    assert '"https://example.net/episodes/letter-1/letter-1-22222222.jpg"' in file.read_text()
    assert '"https://a.b/c.png"' in file.read_text()
    assert file.name in (archive.public / "feed.xml").read_text()
    assert (archive.public / "episodes/letter-1/letter-1-22222222.jpg").exists()


def test_what_an_episode_no_longer_has_is_swept_and_the_writer_s_own_stays(archive):
    folder = archive.public / "episodes/letter-1"
    put(archive, episode(1, companions=Companions(webvtt="letter-1-33333333.vtt")))
    kept = {"letter-1-33333333.vtt", "notes.vtt", "letter-2-44444444.vtt", "letter-1-00000000.mp3"}
    gone = {"letter-1-44444444.vtt", "letter-1-44444444.words.json", "letter-1-44444444.jpg", "letter-1-4444.opus"}
    for name in kept | gone:
        (folder / name).write_bytes(b"x")
    refresh(archive)
    assert {path.name for path in folder.iterdir()} == kept | {"index.html", "episode.json", "letter-1-4444.opus"}


@pytest.mark.parametrize("kind", ["mp3", "vtt", "srt", "chapters.json", "words.json", "jpg", "opus"])
def test_media_of_each_kind_are_swept_when_nothing_refers_to_them(archive, kind):
    put(archive, episode(1))
    old = archive.public / f"episodes/letter-1/letter-1-44444444.{kind}"
    old.write_bytes(b"x")
    refresh(archive)
    assert not old.exists()
    assert not [*archive.public.rglob("*.chapters.json")]


def test_pages_assets_and_covers_of_before_are_swept_and_the_owner_s_own_stay(archive):
    put(archive, episode(1))
    gone = {
        "page-3.html",
        "feed-10-1.xml",
        "assets/page-00000000.css",
        "assets/player-00000000.js",
        "cover-0000aaaa.jpg",
    }
    kept = {"page-x.html", "feed-old.xml", "assets/mine.css", "assets/page-00000000.txt", "cover.jpg", "about.html"}
    for name in gone | kept:
        archive.write(name, b"x")
    refresh(archive)
    there = contents(archive).keys()
    assert kept <= there
    assert not gone & there


def test_lists_of_episodes_lead_to_each_other(archive, monkeypatch):
    monkeypatch.setattr(site, "TEASERS_PER_PAGE", 10)
    put(archive, *(episode(number) for number in range(1, 32)))
    refresh(archive)
    ways = {
        name: {
            link.get("rel"): link.get("href").removeprefix("https://example.org/show/")
            for link in html.parse(archive.public / name).iter("a", "link")
            if link.get("rel") in ("prev", "next", "canonical")
        }
        for name in ("index.html", "page-2.html", "page-1.html")
    }
    assert ways == {
        "index.html": {"canonical": "", "next": "./page-2.html"},
        "page-2.html": {"canonical": "page-2.html", "prev": "./index.html", "next": "./page-1.html"},
        "page-1.html": {"canonical": "page-1.html", "prev": "./page-2.html"},
    }


def test_of_one_moment_the_higher_number_is_the_newer(archive):
    moment = {"published": BEGUN, "updated": BEGUN}
    put(archive, episode(2, **moment), episode(1, **moment), episode(3, **moment))
    refresh(archive)
    assert titles(archive) == ["Letter 3", "Letter 2", "Letter 1"]


def test_what_lacks_its_words_is_not_taken_for_whole(archive):
    put(archive, episode(1, companions=Companions(words="letter-1-55555555.words.json")), episode(2))
    refresh(archive)
    assert public_state.kept(archive) is None
    archive.write("episodes/letter-1/letter-1-55555555.words.json", words_json([passage("Astonishing")]).encode())
    refresh(archive)
    assert public_state.intact(archive).count == 2


def test_the_page_has_the_words_and_does_without_them(archive):
    words = words_json([passage("Astonishing")], "00ff")
    put(archive, episode(1, companions=Companions(words="letter-1-55555555.words.json")), episode(2))
    archive.write("episodes/letter-1/letter-1-55555555.words.json", words.encode())
    refresh(archive)
    assert "Astonishing" in (archive.public / "episodes/letter-1/index.html").read_text()
    assert "Text." in (archive.public / "episodes/letter-2/index.html").read_text()


def test_words_that_were_just_heard_need_not_be_read(archive):
    put(archive, episode(1))
    refresh(archive, **{"letter-1": TimedTranscript([passage("Astonishing")], "")})
    assert "Astonishing" in (archive.public / "episodes/letter-1/index.html").read_text()


def test_a_build_that_ends_half_way_is_not_taken_for_a_whole_one(archive, monkeypatch):
    """With another address, then killed, then with the old one: the pages must not stay with the other one."""
    put(archive, episode(1), episode(2))
    refresh(archive)
    moved = replace(SETTINGS, show=replace(SETTINGS.show, base_url="https://example.net"))
    with monkeypatch.context() as broken:
        broken.setattr(ShowSite, "_write_page", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            refresh(archive, moved)
    refresh(archive)
    assert not re.search(rb"example\.net", (archive.public / "episodes/letter-1/index.html").read_bytes())


def test_the_show_s_page_can_be_had_for_another_address(archive, tmp_path):
    put(archive, episode(1))
    refresh(archive)
    before = (archive.public / "index.html").read_bytes()
    catalog = (archive.workroom / FILE_NAME).read_bytes()
    page = show_page_for(SETTINGS, tmp_path)("http://192.0.2.7:8000", "index.html").decode()
    assert "http://192.0.2.7:8000/feed.xml" in page
    assert "example.org" not in page
    assert "Letter 1" in page
    assert (archive.public / "index.html").read_bytes() == before
    assert (archive.workroom / FILE_NAME).read_bytes() == catalog
    assert show_page_for(SETTINGS, tmp_path)("http://192.0.2.7:8000", "page-7.html") is None
    (archive.public / "episodes/letter-1/episode.json").write_text("torn")
    assert show_page_for(SETTINGS, tmp_path)("http://192.0.2.7:8000", "index.html") is None


def test_the_show_s_page_for_another_address_has_the_cover_that_is_there(archive, tmp_path):
    put(archive, episode(1))
    refresh(archive)
    old = archive.public / "cover-00000000.jpg"
    old.write_bytes(b"older")
    os.utime(old, (0, 0))
    (archive.public / "cover-x.jpg").write_bytes(b"the owner's own")
    page = show_page_for(SETTINGS, tmp_path)
    assert "http://192.0.2.7/cover-0badcafe.jpg" in page("http://192.0.2.7", "index.html").decode()
    for path in archive.public.glob("cover-*"):
        path.unlink()
    assert b"/cover-" not in page("http://192.0.2.7", "index.html")


def test_of_a_show_that_another_version_has_built_the_page_on_disk_has_to_do(archive, tmp_path):
    put(archive, episode(1))
    refresh(archive)
    next(archive.public.glob("assets/*.css")).unlink()
    assert show_page_for(SETTINGS, tmp_path)("http://192.0.2.7", "index.html") is None


def test_what_a_build_remakes_it_heals(archive):
    chapters = (Chapter(0, "One"), Chapter(300, "Two"), Chapter(600, "Three"))
    words = Companions(words="letter-1-55555555.words.json")
    put(archive, episode(1, chapters=chapters, companions=words), episode(2))
    refresh(archive)  # words.json is not there yet
    archive.write("episodes/letter-1/letter-1-55555555.words.json", words_json([passage("Astonishing")]).encode())
    assert "episodes/letter-1/index.html" in refresh(archive)
    [file] = archive.public.rglob("*.chapters.json")
    file.unlink()
    refresh(archive, **{"letter-1": TimedTranscript([passage("Astonishing")], "")})
    assert file.exists()


def test_the_author_of_the_show_is_that_of_the_first_episode(archive):
    unnamed = replace(SETTINGS, show=replace(SETTINGS.show, author=""))
    put(archive, episode(5, slug="zebra"))
    refresh(archive, unnamed)
    put(archive, episode(6, slug="aardvark", author="A Guest"))
    refresh(archive, unnamed)
    assert channel(archive).findtext(f"{ITUNES}author") == "Ada"
    assert [item.findtext(f"{ITUNES}author") for item in channel(archive).findall("item")] == ["A Guest", None]


def test_a_trailer_changes_no_page_but_its_own(archive):
    put(archive, episode(1), episode(2))
    refresh(archive)
    put(archive, episode(3, episode_type="trailer"))
    assert refresh(archive) == {"episodes/letter-3/index.html", "feed.xml", "index.html"}
    assert channel(archive).find(f"{PODCAST}trailer").get("url").endswith("letter-3-00000000.mp3")


@pytest.mark.parametrize("damage", ["UPDATE made SET content = x'00'", "DELETE FROM made WHERE name = 'letter-2'"])
def test_a_damaged_catalog_never_reaches_the_feed(archive, damage):
    put(archive, episode(1), episode(2))
    refresh(archive)
    with closing(sqlite3.connect(archive.workroom / FILE_NAME)) as file, file:
        file.execute(damage)
    put(archive, episode(3))
    refresh(archive)
    assert titles(archive) == ["Letter 3", "Letter 2", "Letter 1"]


def test_a_damaged_guid_is_not_believed(archive):
    put(archive, episode(1))
    refresh(archive)
    with closing(sqlite3.connect(archive.workroom / FILE_NAME)) as file, file:
        file.execute("UPDATE entries SET facts = replace(facts, 'guid-1', 'guid-7')")
    with archive.locked(), Catalog(archive, is_locked=True) as catalog:
        assert catalog.entries["letter-1"].guid == "guid-1"


def test_pages_are_written_before_what_leads_to_them(archive, monkeypatch):
    written = []
    settings = replace(SETTINGS, feed=FeedSettings(items_per_page=10))
    put(archive, *(episode(number) for number in range(1, 156)))
    write_parts = Archive.write_parts
    monkeypatch.setattr(Archive, "write_parts", lambda *those: written.append(those[1]) or write_parts(*those))
    refresh(archive, settings)
    written = [name for name in written if "/" not in name]
    assert written[:3] == ["page-1.html", "page-2.html", "index.html"]
    assert written[3:5] == ["feed-10-1.xml", "feed-10-2.xml"]
    assert written[-1] == "feed.xml"


STEPS = ("add", "edit", "delete", "author", "address", "page size", "cover", "catalog")


def _take(step, number, archive, settings, branding):
    slugs = sorted(path.name for path in (archive.public / "episodes").glob("*") if (path / "episode.json").exists())
    slug = slugs[number % len(slugs)] if slugs else ""
    match step:
        case "add":
            put(archive, episode(number))
        case "edit" if slug:
            put(archive, replace(archive.episode(slug), title=f"Edited {number}"))
        case "delete" if slug:
            (archive.public / "episodes" / slug / "episode.json").unlink()
        case "author":
            return replace(settings, show=replace(settings.show, author=("", "Ada", "Bea")[number % 3])), branding
        case "address":
            return replace(settings, show=replace(settings.show, base_url=f"https://example{number % 2}.org")), branding
        case "page size":
            return replace(settings, feed=FeedSettings(items_per_page=(0, 10, 15)[number % 3])), branding
        case "cover":
            return settings, replace(branding, cover_name=f"cover-0000000{number % 3}.jpg")
        case "catalog":
            (archive.workroom / FILE_NAME).unlink(missing_ok=True)
    return settings, branding


@pytest.mark.slow
@hypothesis.settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(STEPS), st.integers(1, 40)), min_size=2, max_size=8))
def test_what_was_made_step_by_step_is_what_would_be_made_at_once(steps):
    with TemporaryDirectory() as folder:
        archive, settings, branding = Archive(Path(folder) / "public"), SETTINGS, BRANDING
        put(archive, *(episode(number) for number in range(1, 19)))
        for step, number in steps:
            refresh(archive, settings, branding)
            settings, branding = _take(step, number, archive, settings, branding)
        refresh(archive, settings, branding)
        made = contents(archive)
        shutil.rmtree(archive.workroom)
        refresh(archive, settings, branding)
        assert contents(archive) == made
