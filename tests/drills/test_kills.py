"""kill -9 at any instant: the show is whole, the next build needs no hour, and what was said is not said again."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time

import pytest
from invariant import assert_swept, assert_whole, contents
from realbuild import LAKES, PONDS, built, command, environment

from podcast.episode.archive import Archive

pytestmark = [pytest.mark.drill, pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")]

HOLDER = """
import sys, time
from pathlib import Path
from podcast.episode.archive import Archive

with Archive(Path(sys.argv[1])).locked():
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture(scope="module")
def edited(tmp_path_factory):
    """A show with two episodes, its cache beside it; one essay has been edited. What a build makes of it, and when."""
    place = tmp_path_factory.mktemp("edited")
    show = place / "show"
    show.mkdir()
    (show / "lakes.md").write_text(LAKES)
    (show / "ponds.md").write_text(PONDS)
    built(show, "lakes.md")
    built(show, "ponds.md")
    (show / "ponds.md").write_text(PONDS.replace("older", "deeper"))
    done = shutil.copytree(place, place.with_name("done")) / "show"
    begun = time.monotonic()
    assert built(done, "ponds.md")["voiced"] == 1
    return place, contents(done / "public"), time.monotonic() - begun


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_a_kill_at_a_random_instant_loses_nothing(edited, tmp_path, extent, record_property):
    place, done, seconds = edited
    kills, rng = extent(short=4, whole=200), random.Random(14)
    for number in range(kills):
        show = shutil.copytree(place, tmp_path / str(number)) / "show"
        is_first = number % 4 == 3
        if is_first:  # of all
            shutil.rmtree(show / "public")
            shutil.rmtree(show / ".podcast")
        known = set() if is_first else {"lakes", "ponds"}
        kill_after(rng.uniform(0, seconds), show, "ponds.md")
        assert_whole(show, known, is_between=True)
        told = built(show, "ponds.md")
        assert told["voiced"] <= 1
        assert_whole(show, known | {"ponds"})
        assert_swept(show)
        assert is_first or contents(show / "public") == done
        shutil.rmtree(tmp_path / str(number))
    record_property("drill", f"kill -9 at a random instant: {kills} kills, lost 0, voiced again 0")


def kill_after(seconds, show, essay):
    """The whole group; workers lead groups of their own, and go when nobody speaks with them any more."""
    process = subprocess.Popen(
        command("build", essay), cwd=show, env=environment(show), start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    time.sleep(seconds)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def test_a_lock_whose_holder_was_killed_is_free_at_once(tmp_path, record_property):
    archive = Archive(tmp_path / "public")
    with subprocess.Popen([sys.executable, "-c", HOLDER, archive.public], stdout=subprocess.PIPE) as holder:
        assert holder.stdout.readline() == b"held\n"
        holder.kill()
        begun = time.monotonic()
        with archive.locked():
            waited_s = time.monotonic() - begun
    assert waited_s < 1
    record_property("drill", f"a lock whose holder was killed: the next one waits {waited_s * 1000:.0f} ms")
