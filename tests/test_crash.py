"""Whatever a build runs into, the show on disk is a whole one, the old or the new."""

import os
import shutil
import subprocess
import sys

import pytest
from lxml import etree

pytestmark = pytest.mark.slow

PLAIN = ("--voice", "narrator", "--intro", "none", "--outro", "none")
BUILD = ("build", "ponds.txt", *PLAIN)
STEPS = 18  # of a commit that replaces an episode
TEXT = "Ponds stand still, and nobody asks them why. {} They are older than they look.\n"

# While this build voices, another one gives the show its address.
IS_OVERTAKEN = f"""
PLAIN = {PLAIN}

import subprocess, sys
from podcast.cli import main
from podcast.episode.archive import Archive

locked = Archive.locked

def overtaken(archive):
    Archive.locked = locked
    other = ["build", "other.txt", "--base-url", "https://example.org/show", *PLAIN]
    subprocess.run([sys.executable, "-m", "podcast", *other], check=True)
    return locked(archive)

Archive.locked = overtaken
main(["build", "ponds.txt", *PLAIN])
"""


def build(*arguments, cwd, wait=True):
    process = subprocess.Popen(
        [sys.executable, "-m", "podcast", "build", *arguments], cwd=cwd, stdout=subprocess.DEVNULL
    )
    return process.wait() if wait else process


def check(folder):
    """All that the feed refers to is there, enclosures with their length; returns how many those are."""
    feed = etree.parse(folder / "public" / "feed.xml")
    for address in (*feed.xpath("//@url"), *feed.xpath("//channel/image/url/text()")):
        assert (folder / "public" / address.removeprefix("http://localhost:8000/")).is_file()
    enclosures = feed.findall("channel/item/enclosure")
    for enclosure in enclosures:
        path = folder / "public" / enclosure.get("url").removeprefix("http://localhost:8000/")
        assert path.stat().st_size == int(enclosure.get("length"))
    return len(enclosures)


def test_builds_at_the_same_time_lose_nothing(tmp_path):
    names = ["green-pond.txt", "blue-pond.txt", "old-pond.txt"]
    for name in names:
        (tmp_path / name).write_text(TEXT.format(name))
    running = [build(name, cwd=tmp_path, wait=False) for name in [*names, names[0]]]
    assert [process.wait() for process in running] == [0, 0, 0, 0]
    assert check(tmp_path) == 3
    assert len(list(tmp_path.rglob("*.mp3"))) == 3
    numbers = sorted(path.read_text().split('"number": ')[1][0] for path in tmp_path.rglob("episode.json"))
    assert numbers == ["1", "2", "3"]


def test_a_build_does_not_take_the_show_off_the_address_that_another_has_just_given_it(tmp_path):
    for name in ("ponds.txt", "other.txt"):
        (tmp_path / name).write_text(TEXT.format(name))
    subprocess.run([sys.executable, "-c", IS_OVERTAKEN], cwd=tmp_path, check=True, capture_output=True)
    addresses = etree.parse(tmp_path / "public" / "feed.xml").xpath("//enclosure/@url")
    assert len(addresses) == 2
    assert all(address.startswith("https://example.org/show/episodes/") for address in addresses)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A show with one episode, whose essay has been edited since."""
    folder = tmp_path_factory.mktemp("built")
    essay = folder / "ponds.txt"
    essay.write_text(TEXT.format("First."))
    assert build("ponds.txt", *PLAIN, cwd=folder) == 0
    essay.write_text(TEXT.format("Second."))
    return folder


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
@pytest.mark.parametrize("step", range(STEPS))
def test_a_build_that_is_killed_at_any_step_of_the_commit_harms_nothing(step, built, tmp_path, killed_after):
    folder = tmp_path / "show"
    shutil.copytree(built, folder)
    dead = subprocess.run(killed_after(step, *BUILD), cwd=folder, check=False, capture_output=True)
    assert dead.returncode == -9
    assert check(folder) == 1
    assert build("ponds.txt", *PLAIN, cwd=folder) == 0
    assert check(folder) == 1
    files = [path for path in (folder / "public").rglob("*") if path.is_file()]
    assert not [path for path in files if path.name.startswith(".")]
    assert len({path.suffixes[-1] for path in files if path.parent.name == "ponds"}) == 5  # one of each, and a page
    assert len([path for path in files if path.parent.name == "ponds"]) == 6


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
def test_those_are_all_the_steps(built, tmp_path, killed_after):
    folder = tmp_path / "show"
    shutil.copytree(built, folder)
    done = subprocess.run(killed_after(STEPS, *BUILD), cwd=folder, check=False, capture_output=True)
    assert done.returncode == 0
