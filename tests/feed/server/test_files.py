"""What may be given away of a folder."""

import os
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from feed.server.files import find, media_type

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links need privileges there")


@pytest.fixture
def public(tmp_path):
    """A folder with files that may be seen, beside and among some that may not."""
    public = tmp_path / "public"
    (public / "episodes" / "x").mkdir(parents=True)
    (public / ".staged").mkdir()
    for name in ("feed.xml", "index.html", "episodes/x/index.html", "episodes/x/été 1.mp3", ".hidden", ".staged/a.mp3"):
        (public / name).write_text("public")
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "public2").mkdir()
    (tmp_path / "public2" / "secret.txt").write_text("secret")
    return public


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("", "index.html"),
        ("feed.xml", "feed.xml"),
        ("episodes/x/", "episodes/x/index.html"),
        ("episodes/x", "episodes/x"),
        ("episodes/x/été 1.mp3", "episodes/x/été 1.mp3"),
    ],
)
def test_what_lies_there_is_found(public, path, name):
    assert find(public, path) == (public / name).resolve()


@pytest.mark.parametrize(
    "path",
    [
        "nothing", "feed.xml/", "feed.xml/x", "episodes/", ".hidden", ".staged/a.mp3", ".", "..", "../secret.txt",
        "episodes/../../secret.txt", "../public2/secret.txt", "..\\secret.txt", "episodes\\x\\index.html", "/feed.xml",
        "//etc/passwd", "episodes//x/", "C:/windows/win.ini", "feed.xml::$DATA", "feed.xml\0", "\0", "a" * 300,
        "a/" * 5000, "feed.xml\n", "%2e%2e/secret.txt", "\udcff", "~/x",
    ],
)  # fmt: skip
def test_all_else_is_not(public, path):
    assert find(public, path) is None


@needs_links
@pytest.mark.parametrize("target", ["../secret.txt", "../public2", ".hidden", "link", "/etc/passwd", "nowhere"])
def test_no_link_leads_out_or_to_what_is_hidden(public, target):
    (public / "link").symlink_to(target)
    assert find(public, "link") is None
    assert find(public, "link/secret.txt") is None


@needs_links
def test_a_link_inside_is_followed_and_the_folder_itself_may_be_one(public, tmp_path):
    (public / "latest").symlink_to("episodes/x")
    (tmp_path / "www").symlink_to(public)
    assert find(tmp_path / "www", "latest/") == (public / "episodes/x/index.html").resolve()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names there")
def test_a_pipe_is_no_file(public):
    os.mkfifo(public / "pipe")
    assert find(public, "pipe") is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    parts=st.lists(st.sampled_from(["..", ".", "", "episodes", "x", "secret.txt", "public2", ".hidden"]), max_size=8)
)
def test_no_path_leads_to_a_secret(public, parts):
    found = find(public, "/".join(parts))
    assert found is None or found.is_dir() or found.read_text() == "public"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("feed.xml", "application/rss+xml"),
        ("a.srt", "application/x-subrip"),
        ("a-1f.chapters.json", "application/json+chapters"),
        ("words.json", "application/json"),
        ("a.vtt", "text/vtt"),
        ("A.MP3", "audio/mpeg"),
        ("a.opus", "audio/ogg"),
        ("feed.xsl", "text/xsl"),
        ("index.html", "text/html; charset=utf-8"),
        ("cover.jpg", "image/jpeg"),
        ("cover.png", "image/png"),
        ("LICENSE", "application/octet-stream"),
    ],
)
def test_types_are_what_podcast_apps_want(name, expected):
    assert media_type(name) == expected
