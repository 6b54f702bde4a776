"""Whether what all episodes share is as the last commit left it."""

import pytest

from podcast.cache import public_state
from podcast.episode.archive import Archive


@pytest.fixture
def archive(tmp_path):
    archive = Archive(tmp_path / "public")
    for slug in ("ponds", "rivers"):
        (archive.public / "episodes" / slug).mkdir(parents=True)
        for name in ("episode.json", "index.html"):
            (archive.public / "episodes" / slug / name).write_text(slug)
    (archive.public / "assets").mkdir()
    for name in ("feed.xml", "index.html", "assets/page-01234567.css"):
        (archive.public / name).write_text(name)
    with archive.locked():
        public_state.put(archive, "a recipe", archive.signatures())
    return archive


def test_it_tells_what_was_sealed(archive):
    found = public_state.intact(archive)
    assert (found.recipe, found.count) == ("a recipe", 2)
    assert public_state.kept(archive) == found


@pytest.mark.parametrize(
    "name",
    ["feed.xml", "index.html", "assets/page-01234567.css", "episodes/ponds/episode.json"],
)
def test_another_content_breaks_it(archive, name):
    (archive.public / name).write_text("another")
    assert public_state.intact(archive) is None
    assert public_state.kept(archive)


@pytest.mark.parametrize(
    "name",
    ["feed.xml", "assets/page-01234567.css", "episodes/ponds/episode.json", "episodes/rivers/index.html"],
)
def test_what_is_missing_breaks_it(archive, name):
    (archive.public / name).unlink()
    assert public_state.intact(archive) is None


@pytest.mark.parametrize("name", ["feed-9-1.xml", "assets/show-01234567.js", ".staged-1.part"])
def test_what_was_added_breaks_it(archive, name):
    (archive.public / name).write_text("")
    assert public_state.intact(archive) is None


def test_what_belongs_to_one_episode_or_nobody_does_not(archive):
    (archive.public / "episodes" / "ponds" / "index.html").write_text("another")
    (archive.public / "episodes" / "ponds" / "ponds-01234567.mp3").write_text("")
    (archive.public / ".nojekyll").write_text("")
    (archive.public / "about").mkdir()
    assert public_state.intact(archive)


def test_none_is_none(archive):
    public_state.remove(archive)
    public_state.remove(archive)
    assert public_state.intact(archive) is public_state.kept(archive) is None


def test_a_file_that_can_t_be_read_is_never_the_same(archive, monkeypatch):
    monkeypatch.setattr(public_state, "state_of_published", lambda _path: "")
    public_state.put(archive, "a recipe", archive.signatures())
    assert public_state.kept(archive)
    assert public_state.intact(archive) is None
