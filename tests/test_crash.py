"""Whatever a build runs into, the show on disk is a whole one, the old or the new."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

TEXT = "Ponds stand still, and nobody asks them why. {} They are older than they look.\n"

# The n-th step of the commit is the last thing that this process does.
DIES = """
import os, sys
from podcast.cli import main
from podcast.episode.archive import Archive

steps = 0

def dying(step):
    def run(*arguments, **options):
        global steps
        steps += 1
        if steps > int(sys.argv[1]):
            os.kill(os.getpid(), 9)
        return step(*arguments, **options)
    return run

for name in ("publish_staged", "publish", "write", "write_parts", "sweep"):
    setattr(Archive, name, dying(getattr(Archive, name)))
main(["build", "ponds.txt"])
"""


def build(*arguments, cwd, wait=True):
    process = subprocess.Popen(
        [sys.executable, "-m", "podcast", "build", *arguments], cwd=cwd, stdout=subprocess.DEVNULL
    )
    return process.wait() if wait else process


def check(folder):
    """Every enclosure of the feed is there, with its length; returns their number."""
    enclosures = etree.parse(folder / "public" / "feed.xml").findall("channel/item/enclosure")
    for enclosure in enclosures:
        path = folder / "public" / enclosure.get("url").removeprefix("http://localhost:8000/")
        assert path.stat().st_size == int(enclosure.get("length"))
    cover = etree.parse(folder / "public" / "feed.xml").findtext("channel/image/url")
    assert (folder / "public" / cover.removeprefix("http://localhost:8000/")).exists()
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


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
@pytest.mark.parametrize("step", range(6))
def test_a_build_that_is_killed_at_any_step_of_the_commit_harms_nothing(step, tmp_path):
    essay = tmp_path / "ponds.txt"
    essay.write_text(TEXT.format("First."))
    assert build("ponds.txt", cwd=tmp_path) == 0
    essay.write_text(TEXT.format("Second."))
    dead = subprocess.run([sys.executable, "-c", DIES, str(step)], cwd=tmp_path, check=False, capture_output=True)
    assert dead.returncode == -9
    assert check(tmp_path) == 1
    assert build("ponds.txt", cwd=tmp_path) == 0
    assert check(tmp_path) == 1
    assert not [path for path in Path(tmp_path, "public").rglob("*") if path.name.startswith(".")]
    assert len(list(tmp_path.rglob("*.mp3"))) == 1
