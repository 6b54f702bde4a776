"""What somebody has planted in podcast's own places is not followed; what users have made links is theirs."""

import json
import os

import pytest
from unvoiced import published

from podcast.cache import checked_json
from podcast.cache.inventory import clear
from podcast.cache.store import Store
from podcast.episode.archive import Archive
from podcast.episode.artwork import artwork
from podcast.episode.catalog import Catalog
from podcast.episode.lock import kernel_lock
from podcast.episode.staging import new_file, put, sweep_abandoned
from podcast.errors import PodcastError
from podcast.ownplaces import is_plain_file, leads_away, open_plain, require_own
from podcast.show.mending import _SET_ASIDE

pytestmark = pytest.mark.skipif(os.name != "posix", reason="links need privileges there")

SECRET = b"a secret of somebody else's"
KEY = "ab" * 32 + ".clip"


@pytest.fixture
def show(tmp_path):
    show = tmp_path / "show"
    for folder in ("public/episodes/ponds", "public/assets", ".podcast"):
        (show / folder).mkdir(parents=True)
    return show


@pytest.fixture
def outside(tmp_path):
    folder = tmp_path / "outside"
    (folder / "ponds").mkdir(parents=True)
    for name in ("file", "ponds/ponds-0badcafe.mp3"):
        (folder / name).write_bytes(SECRET)
    return folder


def staged(folder, content=b"ours"):
    file = new_file(folder)
    file.write(content)
    return file


@pytest.mark.parametrize(
    "place",
    ["public/episodes", "public/episodes/ponds", "public/episodes/x", "public/assets", ".podcast", ".podcast/x"],
)
def test_a_link_to_a_folder_is_refused_by_name_before_anything_is_made(show, outside, place):
    path = show / place
    if path.exists():
        path.rename(show / "away")
    path.symlink_to(outside / "ponds")
    archive = Archive(show / "public")
    before = sorted(show.rglob("*"))
    for begun in (archive.stage, archive.locked):
        with pytest.raises(PodcastError, match="A link lies") as refused, begun():
            pass
        assert refused.value.which == str(path)
        assert refused.value.remedy
    assert sorted(show.rglob("*")) == before


@pytest.mark.parametrize("place", ["public/feed.xml", "public/index.html", ".podcast/lock", ".podcast/catalog.sqlite3"])
def test_a_folder_where_a_file_should_be_is_refused_and_so_is_the_reverse(show, place):
    (show / place).mkdir()
    with pytest.raises(PodcastError, match="A folder lies") as refused:
        require_own(show / "public", show / ".podcast")
    assert refused.value.which == str(show / place)
    (show / place).rmdir()
    (show / "public" / "assets").rmdir()
    (show / "public" / "assets").write_bytes(b"")
    with pytest.raises(PodcastError, match="A file lies"):
        require_own(show / "public", show / ".podcast")


def test_what_the_user_made_links_goes_on_working(show, tmp_path):
    (show / "public").rename(tmp_path / "www")
    (show / "public").symlink_to(tmp_path / "www")
    (tmp_path / "essays").symlink_to(show)
    archive = Archive(tmp_path / "essays" / "public")
    with archive.stage(), archive.locked():
        archive.write("feed.xml", b"<rss/>")
    assert (tmp_path / "www" / "feed.xml").read_bytes() == b"<rss/>"


def test_a_show_that_isn_t_there_yet_has_nothing_in_the_way(tmp_path):
    require_own(tmp_path / "none" / "public", tmp_path / "none" / ".podcast")


@pytest.mark.parametrize("content", [SECRET, b"ours"])
def test_a_file_s_link_is_replaced_also_by_what_it_leads_to(show, outside, content):
    (outside / "file").write_bytes(SECRET)
    (show / "public" / "feed.xml").symlink_to(outside / "file")
    Archive(show / "public").write("feed.xml", content)
    (show / "public" / "x").symlink_to(outside / "file")
    put(staged(show / "public", content), show / "public" / "x")
    for name in ("feed.xml", "x"):
        assert is_plain_file(show / "public" / name)
        assert (show / "public" / name).read_bytes() == content
    assert (outside / "file").read_bytes() == SECRET


def test_a_second_name_of_somebody_s_file_is_replaced_and_not_written_to(show, outside):
    (show / "public" / "feed.xml").hardlink_to(outside / "file")
    Archive(show / "public").write("feed.xml", b"ours")
    assert (outside / "file").read_bytes() == SECRET


def test_no_file_takes_a_folder_s_place(show):
    with pytest.raises(PodcastError, match="A folder lies"):
        put(staged(show / "public"), show / "public" / "assets")


@pytest.mark.parametrize("kind", ["link", "nowhere", "pipe", "folder"])
def test_a_lock_that_is_no_file_is_an_error_and_makes_nothing(show, outside, kind):
    lock = show / ".podcast" / "lock"
    plant(lock, kind, outside)
    with pytest.raises(OSError, match=r"no file is in the way|directory"), kernel_lock(lock):
        pass
    assert not (outside / "new").exists()


def plant(path, kind, outside):
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to({"link": outside / "file", "nowhere": outside / "new", "away": outside / "ponds"}[kind])


@pytest.mark.parametrize("kind", ["link", "nowhere", "away", "pipe", "folder"])
def test_what_looks_as_if_a_killed_build_had_left_it_keeps_nobody_waiting(show, outside, kind):
    planted = show / "public" / ".staged-x.part"
    plant(planted, kind, outside)
    sweep_abandoned(show / "public")
    assert not leads_away(planted)
    assert (outside / "file").read_bytes() == SECRET
    assert (outside / "ponds" / "ponds-0badcafe.mp3").exists()


@pytest.mark.parametrize("kind", ["link", "nowhere", "away", "pipe", "folder"])
def test_a_drawn_cover_is_never_somebody_else_s_file(show, outside, kind):
    name, drawn = artwork(Archive(show / "public"), "Ponds", "Ada", None)
    plant(show / "public" / name, kind, outside)
    assert artwork(Archive(show / "public"), "Ponds", "Ada", None) == (name, drawn)


@pytest.mark.parametrize("kind", ["link", "nowhere", "away", "pipe"])
@pytest.mark.parametrize("beside", ["", "-journal", "-wal", "-shm"])
def test_the_catalog_is_begun_anew_where_something_else_is(show, outside, kind, beside):
    archive = Archive(show / "public")
    path = show / ".podcast" / "catalog.sqlite3"
    with Catalog(archive, is_locked=True) as catalog:
        catalog.keep("rivers", "a recipe", b"an item")
    (outside / "file").write_bytes(path.read_bytes())
    planted = path.with_name(path.name + beside)
    planted.unlink(missing_ok=True)
    plant(planted, kind, outside)
    with Catalog(archive) as catalog:
        assert not catalog.recipes
    with Catalog(archive, is_locked=True) as catalog:
        catalog.keep("lakes", "a recipe", b"an item")
    with Catalog(archive) as catalog:
        assert list(catalog.recipes) == ["lakes"]
    assert not (outside / "new").exists()
    assert b"lakes" not in (outside / "file").read_bytes()


def test_facts_are_kept_in_no_folder_that_a_link_leads_to(show, outside):
    kept = show / ".podcast" / "built" / "x.json"
    checked_json.write(kept, {"a": 1}, by_way_of=show)
    checked_json.write(outside / "ponds" / "x.json", {"a": 2}, by_way_of=show)
    kept.unlink()
    kept.parent.rmdir()
    kept.parent.symlink_to(outside / "ponds")
    checked_json.write(kept, {"a": 3}, by_way_of=show)
    checked_json.forget(kept)
    assert checked_json.read(outside / "ponds" / "x.json") == {"a": 2}


@pytest.mark.parametrize("kind", ["link", "nowhere", "away", "pipe"])
def test_facts_take_the_place_of_what_is_no_file(show, outside, kind):
    kept = show / ".podcast" / "x.json"
    plant(kept, kind, outside)
    assert checked_json.read(kept) is None
    checked_json.write(kept, {"a": 1}, by_way_of=show)
    assert checked_json.read(kept) == {"a": 1}
    assert is_plain_file(kept)
    assert (outside / "file").read_bytes() == SECRET


def test_what_a_killed_build_noted_brings_nothing_back_from_elsewhere_and_deletes_nothing_there(show, outside):
    """`.podcast` may be somebody else's work as a whole."""
    undo = show / ".podcast" / "undo"
    (undo / "new" / "episodes" / "x").mkdir(parents=True)
    (undo / "new" / "episodes" / "x" / "ponds-0badcafe.mp3").touch()
    (undo / "old" / "episodes").mkdir(parents=True)
    (undo / "old" / "episodes" / "x").symlink_to(outside / "ponds")
    before = sorted(outside.rglob("*"))
    with pytest.raises(PodcastError, match="A link lies"), Archive(show / "public").locked():
        pass
    assert sorted(outside.rglob("*")) == before


@pytest.mark.parametrize("kind", ["old", "new"])
def test_what_a_killed_build_noted_lies_in_its_own_folder(show, outside, kind):
    (show / ".podcast" / "undo").mkdir()
    (show / ".podcast" / "undo" / kind).symlink_to(outside)
    before = sorted(outside.rglob("*"))
    with Archive(show / "public").locked():
        pass
    assert sorted(outside.rglob("*")) == before
    assert not (show / "public" / "file").exists()


@pytest.mark.parametrize("kind", ["link", "nowhere", "away", "pipe"])
def test_facts_that_are_mended_are_neither_read_from_elsewhere_nor_kept_there(show, outside, kind):
    archive = Archive(show / "public")
    slug = published(archive).episode.slug
    facts = show / "public" / "episodes" / slug / "episode.json"
    whole = facts.read_bytes()
    facts.unlink()
    plant(facts, kind, outside)
    published(archive)
    assert is_plain_file(facts)
    assert json.loads(facts.read_bytes())["guid"] == json.loads(whole)["guid"]
    assert (outside / "file").read_bytes() == SECRET
    assert not any(SECRET in path.read_bytes() for path in show.rglob("*") if path.is_file())


@pytest.mark.parametrize("kind", ["link", "nowhere", "pipe"])
def test_damaged_facts_are_set_aside_into_no_other_file(show, outside, kind):
    archive = Archive(show / "public")
    slug = published(archive).episode.slug
    facts = show / "public" / "episodes" / slug / "episode.json"
    aside = show / ".podcast" / _SET_ASIDE / f"{slug}-episode.json"
    aside.parent.mkdir(parents=True, exist_ok=True)
    plant(aside, kind, outside)
    facts.write_bytes(b"torn")
    published(archive)
    assert aside.read_bytes() == b"torn"
    assert (outside / "file").read_bytes() == SECRET
    assert not (outside / "new").exists()


class TestOfTheCache:
    @pytest.fixture
    def store(self, tmp_path):
        store = Store(tmp_path / "cache", max_bytes=100_000)
        store.put(KEY, b"a clip")
        return store

    @pytest.mark.parametrize("kind", ["link", "nowhere", "away", "pipe"])
    def test_an_entry_that_is_no_file_is_a_miss_and_is_replaced(self, store, outside, kind):
        path = store.folder / KEY[:2] / KEY[2:]
        (outside / "file").write_bytes(path.read_bytes())  # which would be believed
        before = (outside / "file").stat()
        path.unlink()
        plant(path, kind, outside)
        assert store.get(KEY) is None
        store.put(KEY, b"a clip")
        assert store.get(KEY) == b"a clip"
        assert is_plain_file(path)
        assert (outside / "file").stat().st_mtime_ns == before.st_mtime_ns

    @pytest.mark.parametrize("kind", ["link", "second name", "nowhere", "pipe"])
    def test_the_counter_is_never_another_file(self, store, outside, kind):
        """It is appended to, and cut to nothing."""
        counter = store.folder / "written"
        counter.unlink()
        counter.hardlink_to(outside / "file") if kind == "second name" else plant(counter, kind, outside)
        for number in range(30):
            store.put(f"{number:02x}" * 32 + ".clip", bytes(9000))
        assert (outside / "file").read_bytes() == SECRET
        assert not (outside / "new").exists()
        assert is_plain_file(counter)

    def test_nothing_is_kept_or_cleared_behind_a_link(self, store, outside):
        (outside / "ponds" / KEY[2:]).write_bytes(SECRET)
        shelf = store.folder / "cd"
        shelf.symlink_to(outside / "ponds")
        before = sorted(outside.rglob("*"))
        store.put("cd" * 32 + ".clip", b"a clip")
        assert store.get("cd" * 32 + ".clip") is None
        clear(store)
        assert sorted(outside.rglob("*")) == before


@pytest.mark.parametrize("mode", ["rb", "ab", "xb"])
@pytest.mark.parametrize("kind", ["link", "nowhere", "away", "pipe", "folder"])
def test_only_a_file_is_opened(tmp_path, outside, kind, mode):
    plant(tmp_path / "x", kind, outside)
    with pytest.raises(OSError, match=r"no file|exists|directory"):
        open_plain(tmp_path / "x", mode)
    assert not (outside / "new").exists()


def test_a_pipe_in_the_place_of_a_courtesy_is_waited_for_by_nobody(show):
    os.mkfifo(show / ".podcast" / ".gitignore")
    with Archive(show / "public").locked():
        pass
    assert not is_plain_file(show / ".podcast" / ".gitignore")


def test_what_git_has_to_know_is_written_once_and_again_when_it_is_empty(show):
    ignored = show / ".podcast" / ".gitignore"
    for before in (None, "", "mine"):
        if before is not None:
            ignored.write_text(before)
        with Archive(show / "public").locked():
            pass
        assert ignored.read_text() == (before or "*\n")
