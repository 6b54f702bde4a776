"""A disk that fills up, of every size: the error says where and how much is left, and the old show is as it was."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from realbuild import LAKES, PONDS, built, environment

pytestmark = [pytest.mark.drill, pytest.mark.slow, pytest.mark.timeout(3600)]

#: In a mount namespace: a disk of so many bytes, with the show on it, and what a build there has come to.
ON_A_SMALL_DISK = """
import json, os, shutil, subprocess, sys
from pathlib import Path

sys.path.insert(0, sys.argv[1])
from invariant import assert_swept, assert_whole, contents
from realbuild import podcast

place, size, kind = Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
disk = place / "disk"
disk.mkdir(exist_ok=True)
subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "none", disk], check=True)
show = place / "show"
more = {"TMPDIR": disk}
if kind == "show":
    try:
        show = shutil.copytree(show, disk / "show")
    except shutil.Error:
        print(json.dumps({"fits": False}))
        sys.exit()
    more = {"PODCAST_CACHE_DIR": place / "cache"}
before = contents(show / "public")
done = podcast(show, "build", "ponds.md", **more)
known = {"lakes"} if "episodes/lakes" in before else set()
assert_whole(show, known)
print(json.dumps({
    "fits": True, "code": done.returncode, "told": done.stderr, "is_as_before": contents(show / "public") == before,
}))
"""


def namespace():
    """How a program gets mounts of its own here, if it can."""
    for way in (["unshare", "-m"], ["unshare", "-rm"]):
        if (
            shutil.which("unshare")
            and not subprocess.run(
                [*way, "mount", "-t", "tmpfs", "none", "/mnt"], check=False, capture_output=True
            ).returncode
        ):
            return way
    return pytest.skip("no mounts of one's own here")


def attempt(place, size, kind):
    here = str(Path(__file__).parent)
    script = [sys.executable, "-c", ON_A_SMALL_DISK, here, str(place), str(size), kind]
    done = subprocess.run(
        [*namespace(), *script], env=environment(place / "show"), capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def is_told(told, place):
    """Where, and how much is left."""
    return str(place / "disk") in told and re.search(r"full \([\d.]+ (MB|bytes) left\)", told)


@pytest.fixture
def place(tmp_path):
    """A show, its essays beside it, and a cache where all of it was said once."""
    show = tmp_path / "show"
    show.mkdir()
    (show / "lakes.md").write_text(LAKES)
    (show / "ponds.md").write_text(PONDS)
    built(show, "lakes.md")
    built(shutil.copytree(show, tmp_path / "other"), "ponds.md")
    return tmp_path


@pytest.mark.parametrize("is_first", [True, False], ids=["a first build", "a second essay"])
def test_a_disk_of_any_size_holds_the_new_show_or_the_old_one(is_first, place, extent, record_property):
    if is_first:
        shutil.rmtree(place / "show" / "public")
        shutil.rmtree(place / "show" / ".podcast")
    step, size, full, is_done = extent(short=256, whole=16) * 1024, 4096, 0, False
    while not is_done:
        found = attempt(place, size, "show")
        if found["fits"]:
            is_done = found["code"] == 0
            full += not is_done
            assert is_done or found["is_as_before"]
            assert is_done or is_told(found["told"], place), found["told"]
        size += step
    assert full
    kind = "a first build" if is_first else "a second essay"
    record_property("drill", f"{kind} on a full disk: {full} sizes in steps of {step // 1024} KB, as before {full}")


def test_a_full_temporary_folder_is_told_as_such(place, extent, record_property):
    step, size, full, is_done = extent(short=256, whole=16) * 1024, 4096, 0, False
    while not is_done:
        shutil.rmtree(place / "cache")
        found = attempt(place, size, "temporary")
        is_done = found["code"] == 0
        full += not is_done
        assert is_done or found["is_as_before"]
        assert is_done or is_told(found["told"], place), found["told"]
        size += step
    record_property("drill", f"a full temporary folder: {full} sizes, told as such {full}")
