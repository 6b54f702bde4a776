"""Files that nothing refers to are found, and those of the owner are left alone."""

import time
from html import escape
from urllib.parse import quote

import pytest

from feed.check.strays import stray_files


def strays(show):
    return {problem.where: problem.rule.id for problem in stray_files(show.write().root)}


def test_a_show_that_keeps_every_rule_has_none(show):
    assert strays(show) == {}


@pytest.mark.parametrize(
    "name", ["episodes/paper/paper-00000000.mp3", "cover-00000000.jpg", "episodes/old/old.mp3", "x/y.bin"]
)
def test_what_nothing_refers_to_is_an_orphan(show, name):
    show.files[name] = b"x"
    assert strays(show) == {f"public/{name}": "orphan-file"}


@pytest.mark.parametrize("name", [".staged-x1.part", "episodes/.staged-x2.part", "feed.xml~", "a.mp3.tmp"])
def test_what_was_left_behind_is_a_leftover(show, name):
    show.files[name] = b""
    assert strays(show) == {f"public/{name}": "leftover-file"}


@pytest.mark.parametrize("name", [".DS_Store", "episodes/paper/._paper.mp3", "Thumbs.db", "episodes/desktop.ini"])
def test_what_the_system_made_is_told_as_that(show, name):
    show.files[name] = b""
    assert strays(show) == {f"public/{name}": "system-file"}


@pytest.mark.parametrize(
    "name",
    [
        "index.html",
        "feed.xsl",
        "feed.css",
        "assets/page.js",
        ".nojekyll",
        ".htaccess",
        "CNAME",
        ".well-known/x",
        "robots.txt",
    ],
)
def test_what_is_known_or_hidden_on_purpose_is_left_alone(show, name):
    show.files[name] = b""
    assert strays(show) == {}


def test_a_name_in_a_page_beside_it_is_enough(show):
    show.files["episodes/paper/a photo.png"] = b""
    assert strays(show)
    show.files["episodes/paper/index.html"] += b'<img src="a%20photo.png">'
    assert strays(show) == {}


def test_a_name_in_the_facts_of_an_episode_is_enough(show):
    show.files["episodes/paper/paper-1f2e3d4c.words.json"] = b"paper-1f2e3d4c.words.json"
    assert strays(show), "a file doesn't vouch for itself"
    show.files["episodes/paper/episode.json"] = b'{"words": "paper-1f2e3d4c.words.json"}'
    assert strays(show) == {}


@pytest.mark.parametrize(
    "name", ["a,b (1).png", "it's.png", "a&b.png", "é ü.png", "a=b.png", "50%20.png", "read-me", "a..b.png"]
)
@pytest.mark.parametrize(
    "write", [str, quote, lambda name: quote(name).lower(), escape], ids=["raw", "url", "low", "html"]
)
def test_a_name_may_be_written_in_any_way(show, name, write):
    show.files[f"episodes/paper/{name}"] = b""
    assert strays(show) == {f"public/episodes/paper/{name}": "orphan-file"}
    show.files["episodes/paper/index.html"] += f'<img src="{write(name)}">'.encode()
    assert strays(show) == {}


def test_a_longer_name_does_not_vouch_for_a_shorter_one(show):
    show.files["episodes/paper/index.html"] += b'<img src="old-map.png">'
    show.files["episodes/paper/map.png"] = b""
    assert strays(show) == {"public/episodes/paper/map.png": "orphan-file"}


@pytest.mark.parametrize("prose", [b"a " * 100_000, b"a" * 200_000, b"." * 200_000, b"a." * 100_000, b"a b." * 50_000])
def test_long_prose_is_searched_quickly(show, prose):
    show.files["episodes/paper/index.html"] += prose
    show.files["episodes/paper/old map.png"] = b""
    started = time.process_time()
    assert strays(show) == {"public/episodes/paper/old map.png": "orphan-file"}
    assert time.process_time() - started < 2, "some milliseconds are usual"
