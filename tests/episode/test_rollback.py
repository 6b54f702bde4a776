"""What a commit has changed is undone as a whole, or not at all."""

import os

import pytest

from podcast.episode.rollback import Rollback


@pytest.fixture
def show(tmp_path):
    (tmp_path / "public" / "episodes" / "rivers").mkdir(parents=True)
    (tmp_path / ".podcast").mkdir()
    (tmp_path / "public" / "feed.xml").write_text("old feed")
    (tmp_path / "public" / "episodes" / "rivers" / "index.html").write_text("old page")
    return tmp_path


def rollback(show):
    return Rollback(show / ".podcast" / "undo", show / "public")


def put(undo, show, name, text):
    """As a commit puts a file: under another name first."""
    target = show / "public" / name
    undo.note(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    (show / "staged").write_text(text)
    (show / "staged").replace(target)


def state(show):
    return {path.relative_to(show): path.is_dir() or path.read_text() for path in show.rglob("*")}


def test_all_is_as_it_was_to_the_inode(show):
    before, inode = state(show), (show / "public" / "feed.xml").stat().st_ino
    undo = rollback(show)
    put(undo, show, "episodes/rivers/index.html", "new page")
    put(undo, show, "episodes/ponds/ponds.mp3", "sound")
    put(undo, show, "feed.xml", "new feed")
    put(undo, show, "feed.xml", "newer feed")
    undo.undo()
    assert state(show) == before
    assert (show / "public" / "feed.xml").stat().st_ino == inode


def test_what_is_settled_stays(show):
    undo = rollback(show)
    put(undo, show, "feed.xml", "new feed")
    undo.settle()
    undo.undo()
    rollback(show).recover()
    assert (show / "public" / "feed.xml").read_text() == "new feed"
    assert not list((show / ".podcast").iterdir())


def test_what_was_killed_before_its_feed_is_undone(show):
    before = state(show)
    undo = rollback(show)
    put(undo, show, "episodes/ponds/ponds.mp3", "sound")
    undo.note(show / "public" / "feed.xml")
    assert rollback(show).is_wanted()
    rollback(show).recover()
    assert state(show) == before


@pytest.mark.parametrize("is_first", [True, False])
def test_what_was_killed_after_its_feed_stands(show, is_first):
    if is_first:
        (show / "public" / "feed.xml").unlink()
    undo = rollback(show)
    put(undo, show, "episodes/ponds/ponds.mp3", "sound")
    put(undo, show, "feed.xml", "new feed")
    rollback(show).recover()
    assert (show / "public" / "feed.xml").read_text() == "new feed"
    assert (show / "public" / "episodes" / "ponds" / "ponds.mp3").exists()
    assert not list((show / ".podcast").iterdir())


def test_an_undoing_that_was_stopped_goes_on(show, monkeypatch):
    before = state(show)
    undo = rollback(show)
    put(undo, show, "feed.xml", "new feed")
    put(undo, show, "episodes/rivers/index.html", "new page")
    put(undo, show, "episodes/ponds/ponds.mp3", "sound")
    with monkeypatch.context() as patch, pytest.raises(OSError, match="broken"):
        patch.setattr(os, "unlink", lambda *_, **__: (_ for _ in ()).throw(OSError(5, "broken")))
        undo.undo()
    rollback(show).recover()
    assert state(show) == before


def test_where_no_file_has_two_names_there_are_copies(show, monkeypatch):
    before = state(show)
    undo = rollback(show)
    with monkeypatch.context() as patch:
        patch.setattr(os, "link", lambda *_, **__: (_ for _ in ()).throw(OSError(1, "not permitted")))
        put(undo, show, "episodes/rivers/index.html", "new page")
        put(undo, show, "feed.xml", "new feed")
    undo.undo()
    assert state(show) == before
