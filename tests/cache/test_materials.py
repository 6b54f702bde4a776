"""The files that go into an episode."""

from dataclasses import replace

import pytest

from podcast.cache.materials import InputSnapshot, materials
from podcast.config.settings import Settings

BASE = "https://example.org/show"


def show_of(**facts):
    return replace(Settings(), show=replace(Settings().show, **facts))


def names(settings, folder, essay_folder=None, pictures=()):
    return {path.relative_to(folder).as_posix() for path in materials(settings, folder, essay_folder, pictures)}


def test_what_is_not_named_is_not_read(tmp_path):
    assert names(Settings(), tmp_path) == {"lexicon.toml", "lexicon.pls"}


def test_lexicons_lie_beside_the_essay_and_pictures_there_or_in_the_show(tmp_path):
    found = names(Settings(), tmp_path, tmp_path / "essays", ["a%20pond.png", "https://example.org/x.png", ""])
    pictures = {f"{folder}{name}" for folder in ("", "essays/") for name in ("a pond.png", "a%20pond.png")}
    assert found == {"essays/lexicon.toml", "essays/lexicon.pls", *pictures}


def test_pictures_of_an_essay_that_lies_nowhere_are_those_of_the_show(tmp_path):
    assert "pond.png" in names(Settings(), tmp_path, None, ["pond.png"])


@pytest.mark.parametrize(
    ("link", "found"),
    [
        (f"{BASE}/about/?from=feed", {"public/about/index.html"}),
        ("http://example.org/show/us/a%20page", {"public/us/a page", "public/us/a page/index.html"}),
        (f"{BASE}/", set()),  # the seal's
        (f"{BASE}/about.html", {"public/about.html/index.html"}),
        ("https://example.com/", set()),
        ("", set()),
    ],
)
def test_a_link_into_the_show_leads_to_a_file(link, found, tmp_path):
    assert names(show_of(link=link, base_url=f"{BASE}/"), tmp_path) - {"lexicon.toml", "lexicon.pls"} == found


def test_a_watch_holds_until_somebody_writes(tmp_path):
    file, lost = tmp_path / "cover.png", tmp_path / "lost.png"
    file.write_bytes(b"one")
    snapshot = InputSnapshot.on([file, lost])
    assert snapshot.holds()
    file.write_bytes(b"another")
    assert not snapshot.holds()
    snapshot = InputSnapshot.on([file, lost])
    lost.write_bytes(b"")
    assert not snapshot.holds()


def test_a_watch_notices_what_was_put_back(tmp_path):
    """It may have been read in between."""
    file = tmp_path / "cover.png"
    file.write_bytes(b"one")
    snapshot = InputSnapshot.on([file])
    file.unlink()
    file.write_bytes(b"another")
    file.write_bytes(b"one")
    assert not snapshot.holds()
